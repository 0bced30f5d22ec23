//! The user's own words inside a message.

use unicode_width::UnicodeWidthChar;

/// The most characters of a text that a message repeats.
const LONGEST: usize = 40;

/// The text between backticks, cut where it is long, with a sign for each character that a
/// terminal would obey or hide instead of showing.
pub fn quoted(text: &str) -> String {
    let text = text.trim();
    let mut shown: String = text.chars().take(LONGEST).map(|c| if is_hidden(c) { '�' } else { c }).collect();
    if text.chars().nth(LONGEST).is_some() {
        shown.push('…');
    }
    format!("`{shown}`")
}

/// Whether a character takes no place on the screen, or is an order to the terminal.
pub fn is_hidden(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        || c.width().is_none_or(|w| w == 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_is_marked_and_long_texts_are_cut() {
        assert_eq!(quoted(" 2\u{200b}10\u{1b}[2J "), "`2�10�[2J`");
        assert_eq!(quoted(&"9".repeat(200)), format!("`{}…`", "9".repeat(40)));
        for hidden in ['\u{202e}', '\u{feff}', '\0', '\u{200d}', '\u{301}'] {
            assert!(is_hidden(hidden), "{hidden:?}");
        }
    }
}
