//! Text to lines of a width.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Breaks a text at its spaces into lines of at most `width` columns; a longer word is cut.
/// An empty text is one empty line.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let mut line = String::new();
        let mut used = 0;
        for word in paragraph.split(' ') {
            for piece in pieces(word, width) {
                let wide = piece.width();
                let gap = usize::from(used > 0);
                if used + gap + wide > width && used > 0 {
                    lines.push(std::mem::take(&mut line));
                    used = 0;
                }
                if used > 0 {
                    line.push(' ');
                    used += 1;
                }
                line.push_str(piece);
                used += wide;
            }
            if word.is_empty() && used < width {
                line.push(' ');
                used += 1;
            }
        }
        lines.push(line.trim_end().to_owned());
    }
    lines
}

/// A word in parts that fit.
fn pieces(word: &str, width: usize) -> Vec<&str> {
    if word.width() <= width {
        return if word.is_empty() { Vec::new() } else { vec![word] };
    }
    let mut pieces = Vec::new();
    let (mut start, mut used) = (0, 0);
    for (at, grapheme) in word.grapheme_indices(true) {
        let wide = grapheme.width();
        if used + wide > width && at > start {
            pieces.push(&word[start..at]);
            (start, used) = (at, 0);
        }
        used += wide;
    }
    pieces.push(&word[start..]);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn breaks_at_spaces_and_cuts_long_words() {
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(wrap("abcdefgh", 3), ["abc", "def", "gh"]);
        assert_eq!(wrap("", 5), [""]);
        assert_eq!(wrap("a\nb", 5), ["a", "b"]);
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_asked(text in "[a-z 年\n]{0,80}", width in 2_usize..30) {
            for line in wrap(&text, width) {
                prop_assert!(line.width() <= width, "{line:?}");
            }
        }

        #[test]
        fn no_letter_is_lost(text in "[a-z ]{0,80}", width in 1_usize..30) {
            let letters = |text: &str| text.chars().filter(|c| *c != ' ').collect::<String>();
            prop_assert_eq!(letters(&wrap(&text, width).concat()), letters(&text));
        }
    }
}
