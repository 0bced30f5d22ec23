//! Home: the saved sessions, and the ways to begin.

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher};

use super::editor::Editor;
use super::msg::SessionRow;

/// A list that is narrowed as one types.
#[derive(Debug)]
pub struct Filtered<T> {
    /// `None` until the list was read.
    pub rows: Option<Vec<T>>,
    pub filter: Editor,
    /// A place among the visible rows.
    pub selected: usize,
}

impl<T> Default for Filtered<T> {
    fn default() -> Self {
        Self { rows: None, filter: Editor::default(), selected: 0 }
    }
}

/// What a row is searched by.
pub trait Searched {
    fn words(&self) -> String;
}

impl Searched for SessionRow {
    fn words(&self) -> String {
        format!("{} {}", self.title, self.subject)
    }
}

impl<T: Searched> Filtered<T> {
    /// The rows that match the filter, the best first; all of them in their order without a filter.
    pub fn visible(&self) -> Vec<&T> {
        let rows = self.rows.as_deref().unwrap_or_default();
        let wanted = self.filter.text().trim();
        if wanted.is_empty() {
            return rows.iter().collect();
        }
        let mut matcher = Matcher::new(Config::DEFAULT);
        let pattern = Pattern::parse(wanted, CaseMatching::Ignore, Normalization::Smart);
        let mut buffer = Vec::new();
        let score = |row: &T, buffer: &mut Vec<char>, matcher: &mut Matcher| {
            pattern.score(nucleo_matcher::Utf32Str::new(&row.words(), buffer), matcher)
        };
        let mut hits: Vec<(u32, &T)> =
            rows.iter().filter_map(|row| Some((score(row, &mut buffer, &mut matcher)?, row))).collect();
        hits.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        hits.into_iter().map(|(_, row)| row).collect()
    }

    pub fn current(&self) -> Option<&T> {
        self.visible().get(self.selected).copied()
    }

    pub fn fill(&mut self, rows: Vec<T>) {
        self.rows = Some(rows);
        self.selected = self.selected.min(self.visible().len().saturating_sub(1));
    }

    /// Moves the selection by so many rows, stopping at both ends.
    pub fn step(&mut self, by: isize) {
        let last = self.visible().len().saturating_sub(1);
        self.selected = self.selected.saturating_add_signed(by).min(last);
    }
}
