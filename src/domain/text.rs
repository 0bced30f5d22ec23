//! Text from outside, without what a terminal would obey or a reader could not see.
//!
//! Every string of a file passes here when it is loaded, so that nothing behind the store has to
//! think of escape sequences, reversed text or names that differ by an invisible character.

use std::borrow::Cow;

const ZERO_WIDTH_NON_JOINER: char = '\u{200c}';
const ZERO_WIDTH_JOINER: char = '\u{200d}';

/// The text without controls and invisible characters; line ends become `\n`, a tab a space.
///
/// Joiners and emoji selectors stay behind a character that they can change.
pub fn clean(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_plain) {
        return Cow::Borrowed(text);
    }
    let mut kept = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\t' => kept.push(' '),
            '\r' if chars.peek() == Some(&'\n') => {}
            '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => kept.push('\n'),
            ZERO_WIDTH_JOINER | ZERO_WIDTH_NON_JOINER if !joins(kept.chars().next_back()) => {}
            '\u{fe0e}' | '\u{fe0f}' if !has_two_styles(kept.chars().next_back()) => {}
            _ if is_dropped(c) => {}
            _ => kept.push(c),
        }
    }
    Cow::Owned(kept)
}

/// The cleaned text on one line: names, ids, short phrases.
pub fn line(text: &str) -> Cow<'_, str> {
    let cleaned = clean(text);
    if cleaned.contains('\n') { Cow::Owned(cleaned.replace('\n', " ")) } else { cleaned }
}

/// The cleaned text on one line, cut to `most` characters: what a message quotes.
pub fn excerpt(text: &str, most: usize) -> String {
    let end = text.char_indices().nth(most.saturating_mul(4)).map_or(text.len(), |(at, _)| at);
    let head = text.get(..end).unwrap_or(text);
    let cleaned = line(head);
    let mut short: String = cleaned.chars().take(most).collect();
    if end < text.len() || cleaned.chars().nth(most).is_some() {
        short.push('…');
    }
    short
}

fn is_plain(c: char) -> bool {
    matches!(c, '\n' | ' '..='~') || (c > '\u{9f}' && !is_special(c))
}

/// Above the controls: anything that [`clean`] has to look at.
fn is_special(c: char) -> bool {
    is_dropped(c)
        || matches!(
            c,
            ZERO_WIDTH_JOINER | ZERO_WIDTH_NON_JOINER | '\u{2028}' | '\u{2029}' | '\u{fe0e}' | '\u{fe0f}'
        )
}

/// Whether a character is never kept: controls, direction marks, invisible fillers, tags.
fn is_dropped(c: char) -> bool {
    if c == '\n' {
        return false;
    }
    c.is_control()
        || matches!(
            c,
            '\u{ad}'
                | '\u{61c}'
                | '\u{115f}'
                | '\u{1160}'
                | '\u{180e}'
                | '\u{200b}'
                | '\u{200e}'
                | '\u{200f}'
                | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{3164}'
                | '\u{fe00}'..='\u{fe0d}'
                | '\u{feff}'
                | '\u{ffa0}'
                | '\u{fff9}'..='\u{fffb}'
                | '\u{e0000}'..='\u{e01ef}'
        )
}

/// Whether a joiner behind `before` can change how it is drawn.
fn joins(before: Option<char>) -> bool {
    before.is_some_and(|c| {
        !c.is_ascii() && !c.is_whitespace() && c != ZERO_WIDTH_JOINER && c != ZERO_WIDTH_NON_JOINER
    })
}

/// Whether `before` is drawn as text or as emoji: a selector behind it is meant.
fn has_two_styles(before: Option<char>) -> bool {
    match before {
        Some('0'..='9' | '#' | '*') => true,
        Some('\u{fe0e}' | '\u{fe0f}') => false,
        before => joins(before),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_a_terminal_would_obey_is_gone() {
        for (text, want) in [
            ("\u{1b}]52;c;ZWNobyBoaQ==\u{7}", "]52;c;ZWNobyBoaQ=="),
            ("\u{9b}31mred", "31mred"),
            ("a\u{202e}b\u{2066}c\u{2069}", "abc"),
            ("\u{feff}zero\u{200b}width\u{ad}", "zerowidth"),
            ("tag\u{e0041}\u{e007f}ged", "tagged"),
            ("spam\u{200d}\u{200d}", "spam"),
            ("a\u{fe0f}b\u{fe00}", "ab"),
            ("one\r\ntwo\rthree\u{85}four\tfive", "one\ntwo\nthree\nfour five"),
            ("nul\0\u{7f}", "nul"),
        ] {
            assert_eq!(clean(text), want, "{text:?}");
        }
    }

    #[test]
    fn writing_of_all_kinds_stays() {
        for text in ["👩‍💻 ❤️ 1️⃣", "नमस्ते क्‍ष", "می‌خواهم", "zalgo z̴͎", "日本語", "“quoted” – dash"]
        {
            assert!(matches!(clean(text), Cow::Borrowed(_)) || clean(text) == text, "{text}");
        }
    }

    #[test]
    fn one_line_and_excerpts() {
        assert_eq!(line("a\nb"), "a b");
        assert_eq!(excerpt("abcdef", 3), "abc…");
        assert_eq!(excerpt("abc", 3), "abc");
        assert_eq!(excerpt(&"\u{200b}".repeat(100), 3), "…");
    }

    proptest! {
        #[test]
        fn cleaning_twice_changes_nothing(text in "\\PC*|[\\x00-\\x{9f}\\u{200b}-\\u{206f}\\u{fe00}-\\u{fe0f}a1é👩]*") {
            let once = clean(&text).into_owned();
            prop_assert_eq!(clean(&once), &*once);
            prop_assert!(once.chars().all(|c| c == '\n' || !c.is_control()));
        }
    }
}
