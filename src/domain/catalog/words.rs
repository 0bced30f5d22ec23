//! Words as the catalog compares them: lower case, without accents, apart from their punctuation.

use nucleo_matcher::chars;

/// What people write between the words that count.
const IDLE: [&str; 15] =
    ["a", "an", "and", "as", "at", "by", "for", "from", "in", "job", "of", "on", "role", "the", "with"];

/// The words of a text, folded: `Zürich (HQ)` becomes `zurich` and `hq`.
///
/// `&` stays inside a word (`at&t`), `+` and `#` belong to words (`c++`), an apostrophe is nothing.
pub(super) fn split(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let holds = c == '&' && !word.is_empty() && chars.peek().is_some_and(|next| next.is_alphanumeric());
        if c.is_alphanumeric() || holds || matches!(c, '+' | '#') {
            word.push(fold(c));
        } else if !is_nothing(c) && !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

/// The words that count; all of them where none would be left.
pub(super) fn telling(words: &[String]) -> Vec<String> {
    let telling: Vec<String> = words.iter().filter(|word| !is_idle(word)).cloned().collect();
    if telling.is_empty() { words.to_vec() } else { telling }
}

pub(super) fn is_idle(word: &str) -> bool {
    IDLE.contains(&word)
}

/// Whether `part` stands in `words` as it is, one word after the other.
pub(super) fn hold<T: AsRef<str>>(words: &[String], part: &[T]) -> bool {
    !part.is_empty()
        && words.windows(part.len()).any(|window| window.iter().zip(part).all(|(a, b)| a == b.as_ref()))
}

fn fold(c: char) -> char {
    if c.is_ascii() { c.to_ascii_lowercase() } else { chars::to_lower_case(chars::normalize(c)) }
}

/// Apostrophes, and accents that stand behind their letter.
fn is_nothing(c: char) -> bool {
    matches!(c, '\'' | '’' | '\u{300}'..='\u{36f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_fall_into_folded_words() {
        for (text, words) in [
            ("ML/AI Engineer", vec!["ml", "ai", "engineer"]),
            ("Zürich (HQ)", vec!["zurich", "hq"]),
            ("Zu\u{308}rich", vec!["zurich"]),
            ("AT&T, R & D", vec!["at&t", "r", "d"]),
            ("Levi’s C++", vec!["levis", "c++"]),
            ("a/b-c_d", vec!["a", "b", "c", "d"]),
            ("  ", vec![]),
        ] {
            assert_eq!(split(text), words, "{text}");
        }
    }

    #[test]
    fn idle_words_stay_only_where_nothing_else_is() {
        assert_eq!(telling(&split("product manager at the Stripe")), ["product", "manager", "stripe"]);
        assert_eq!(telling(&split("The The")), ["the", "the"]);
        assert!(hold(&split("Greater New York City"), &["new", "york"]));
        assert!(!hold(&split("New Haven, York"), &["new", "york"]));
        assert!(!hold::<&str>(&split("anything"), &[]));
    }
}
