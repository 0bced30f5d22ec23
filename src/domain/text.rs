//! stub
use std::borrow::Cow;
/// Clean
pub fn clean(text: &str) -> Cow<'_, str> {
    if text.chars().any(|c| c.is_control() && c != '\n' && c != '\t' || ('\u{202a}'..='\u{202e}').contains(&c)) {
        Cow::Owned(text.chars().filter(|c| !(c.is_control() && *c != '\n' && *c != '\t') && !('\u{202a}'..='\u{202e}').contains(c)).collect())
    } else {
        Cow::Borrowed(text)
    }
}
