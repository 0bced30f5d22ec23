//! One line of text being edited, by grapheme.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;

use super::key::{Code, Key};
use crate::domain::text;

/// Text with a cursor; the cursor always stands between graphemes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Editor {
    text: String,
    /// A byte offset.
    cursor: usize,
}

impl Editor {
    /// The longest text that may be typed or pasted, in bytes.
    const LIMIT: usize = 4000;

    /// An editor that holds a text, with the cursor at its end.
    pub fn with(text: impl Into<String>) -> Self {
        let text = text.into();
        Self { cursor: text.len(), text }
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text before and after the cursor.
    pub fn halves(&self) -> (&str, &str) {
        self.text.split_at(self.cursor)
    }

    /// Takes a key; `false` when it is none of the editor's.
    pub fn take(&mut self, key: Key) -> bool {
        if let Some(c) = key.typed() {
            self.insert(c.encode_utf8(&mut [0; 4]));
            return true;
        }
        let (before, after) = self.halves();
        match (key.code, key.ctrl, key.alt) {
            (Code::Left, false, false) | (Code::Char('b'), true, false) => self.cursor -= last(before),
            (Code::Right, false, false) | (Code::Char('f'), true, false) => self.cursor += first(after),
            (Code::Home, ..) | (Code::Char('a'), true, false) => self.cursor = 0,
            (Code::End, ..) | (Code::Char('e'), true, false) => self.cursor = self.text.len(),
            (Code::Left, true, _) | (Code::Char('b'), false, true) => self.cursor -= last_word(before),
            (Code::Right, true, _) | (Code::Char('f'), false, true) => self.cursor += first_word(after),
            (Code::Backspace, false, false) | (Code::Char('h'), true, false) => self.cut(last(before), 0),
            (Code::Delete, ..) | (Code::Char('d'), true, false) => self.cut(0, first(after)),
            (Code::Char('w'), true, false) | (Code::Backspace, _, _) => self.cut(last_word(before), 0),
            (Code::Char('u'), true, false) => self.cut(before.len(), 0),
            (Code::Char('k'), true, false) => self.cut(0, after.len()),
            _ => return false,
        }
        true
    }

    /// Inserts a pasted text as one line: line ends become spaces, control and direction
    /// characters go.
    pub fn paste(&mut self, pasted: &str) {
        let cleaned = text::clean(pasted);
        let line = cleaned.split(['\n', '\r', '\t']).filter(|part| !part.is_empty()).collect::<Vec<_>>();
        self.insert(&line.join(" "));
    }

    /// Begins a new line, where more than one is meant.
    pub fn break_line(&mut self) {
        self.insert("\n");
    }

    fn insert(&mut self, piece: &str) {
        let joins = ["\u{200d}", "\u{fe0f}"].contains(&piece) && self.cursor > 0;
        let piece = if joins { Cow::Borrowed(piece) } else { text::clean(piece) };
        let room = Self::LIMIT.saturating_sub(self.text.len());
        let fits = piece.grapheme_indices(true).map(|(at, grapheme)| at + grapheme.len());
        let end = fits.take_while(|end| *end <= room).last().unwrap_or(0);
        self.text.insert_str(self.cursor, &piece[..end]);
        self.cursor += end;
    }

    /// Removes so many bytes before and after the cursor.
    fn cut(&mut self, before: usize, after: usize) {
        let start = self.cursor - before;
        self.text.replace_range(start..self.cursor + after, "");
        self.cursor = start;
    }
}

fn first(text: &str) -> usize {
    text.graphemes(true).next().map_or(0, str::len)
}

fn last(text: &str) -> usize {
    text.graphemes(true).next_back().map_or(0, str::len)
}

fn first_word(text: &str) -> usize {
    let mut words = text.split_word_bound_indices();
    words.find(|(_, word)| !word.trim().is_empty()).map_or(text.len(), |(at, word)| at + word.len())
}

fn last_word(text: &str) -> usize {
    let mut words = text.split_word_bound_indices().rev();
    words.find(|(_, word)| !word.trim().is_empty()).map_or(text.len(), |(at, _)| text.len() - at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn backspace() -> Key {
        Key::plain(Code::Backspace)
    }

    #[test]
    fn one_backspace_removes_one_grapheme() {
        for grapheme in ["年", "👨\u{200d}👩\u{200d}👧", "🇯🇵", "♻\u{fe0f}", "e\u{301}"] {
            let mut editor = Editor::with(format!("a{grapheme}"));
            assert!(editor.take(backspace()));
            assert_eq!(editor.text(), "a", "{grapheme}");
        }
    }

    #[test]
    fn words_are_cut_and_crossed_whole() {
        let mut editor = Editor::with("Acme Cloud  ");
        assert!(editor.take(Key::ctrl('w')));
        assert_eq!(editor.text(), "Acme ");
        assert!(editor.take(Key::alt('b')));
        assert_eq!(editor.halves(), ("", "Acme "));
        assert!(editor.take(Key::ctrl('k')));
        assert_eq!(editor.text(), "");
    }

    #[test]
    fn a_paste_is_one_clean_line() {
        let mut editor = Editor::default();
        editor.paste("one\r\ntwo\u{1b}[31m\u{202e}three\n");
        assert_eq!(editor.text(), "one two[31mthree");
    }

    #[test]
    fn a_huge_paste_is_cut_at_a_grapheme() {
        let mut editor = Editor::default();
        editor.paste(&"年".repeat(5000));
        assert!(editor.text().len() <= Editor::LIMIT);
        assert!(editor.text().chars().all(|c| c == '年'));
    }
}
