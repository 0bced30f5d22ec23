//! Text as sentences, by their bytes.

use std::ops::Range;

/// Abbreviations that end in a point and end no sentence.
const ABBREVIATIONS: [&str; 12] =
    ["e.g.", "i.e.", "vs.", "approx.", "Inc.", "Sr.", "Jr.", "St.", "No.", "U.S.", "U.K.", "Rs."];

/// The sentences of a text; what closes a sentence (quotes, brackets, stars) belongs to it.
pub fn split(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if !matches!(c, '.' | '?' | '!') {
            continue;
        }
        let mut end = at + c.len_utf8();
        while let Some((next, closing)) = chars.peek().copied()
            && matches!(closing, '"' | '”' | '\'' | '’' | ')' | '*' | '.' | ']')
        {
            end = next + closing.len_utf8();
            chars.next();
        }
        let follows = text[end..].trim_start();
        let is_apart = follows.len() < text[end..].len() || follows.is_empty();
        let starts_anew = follows.chars().find(|c| c.is_alphanumeric()).is_none_or(|c| !c.is_lowercase());
        let is_short_form = c == '.' && ABBREVIATIONS.iter().any(|word| text[..=at].ends_with(word));
        if is_apart && starts_anew && !is_short_form {
            found.push(start..end);
            start = text.len() - follows.len();
        }
    }
    if !text[start..].trim().is_empty() {
        found.push(start..text.len());
    }
    found
}
