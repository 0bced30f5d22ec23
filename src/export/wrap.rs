//! Running text in lines of a given width.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Breaks each line of a text at its spaces; lines after the first of each start with `hang`.
///
/// A word wider than the line stands alone and is not broken.
pub fn wrap(text: &str, width: usize, first: &str, hang: &str) -> String {
    text.lines().map(|line| wrap_line(line, width, first, hang)).collect::<Vec<_>>().join("\n")
}

fn wrap_line(line: &str, width: usize, first: &str, hang: &str) -> String {
    let mut lines = Vec::new();
    let mut current = first.to_owned();
    let mut empty = true;
    for word in line.split_whitespace() {
        let space = usize::from(!empty);
        if !empty && current.width() + space + word.width() > width {
            lines.push(std::mem::replace(&mut current, hang.to_owned()));
            empty = true;
        }
        if !empty {
            current.push(' ');
        }
        current.push_str(word);
        empty = false;
    }
    lines.push(current);
    lines.join("\n")
}

/// The text cut to a width, with `…` where something is missing; no grapheme is cut in two.
pub fn cut(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut kept = String::new();
    let mut used = 0;
    for grapheme in text.graphemes(true) {
        used += grapheme.width();
        if used >= width {
            break;
        }
        kept.push_str(grapheme);
    }
    kept.push('…');
    kept
}

/// The text cut to a width or filled up with spaces to it.
pub fn fit(text: &str, width: usize) -> String {
    let mut text = cut(text, width);
    text.push_str(&" ".repeat(width.saturating_sub(text.width())));
    text
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn lines_break_at_spaces_and_hang() {
        assert_eq!(wrap("one two three\nfour", 9, "- ", "  "), "- one two\n  three\n- four");
        assert_eq!(wrap("unbreakable", 4, "", ""), "unbreakable");
        assert_eq!(wrap("二二 二二", 6, "", ""), "二二\n二二");
    }

    #[test]
    fn what_is_too_wide_is_cut_visibly() {
        assert_eq!(fit("Google", 8), "Google  ");
        assert_eq!(fit("Google L4", 6), "Googl…");
        assert_eq!(fit("二二二", 5), "二二…");
    }

    proptest! {
        #[test]
        fn a_fitted_text_has_the_width(text in "[a-z年]{0,40}", width in 3_usize..20) {
            prop_assert_eq!(fit(&text, width).width(), width);
        }
    }
}
