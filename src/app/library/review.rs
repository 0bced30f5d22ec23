//! A guide beside what was understood of it, before it is kept.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use super::errand::ReadGuide;
use crate::domain::text;
use crate::import::Import;

/// How much of a guide's line is shown.
const LONGEST: usize = 240;

/// The review of one guide.
#[derive(Debug)]
pub struct Review {
    pub path: PathBuf,
    pub import: Import,
    pub rows: Vec<ReviewRow>,
    pub selected: usize,
    pub top: usize,
}

/// A line of the guide that says something.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReviewRow {
    /// Counted from one.
    pub line: usize,
    pub text: String,
    /// What it was understood as; empty for a line that was not used.
    pub understood: String,
    /// What was read with doubt, or changed on the way.
    pub doubts: Vec<String>,
    /// Whether it should hold something and could not be read.
    pub is_unread: bool,
}

impl ReviewRow {
    /// Whether the user should look at it.
    pub fn is_marked(&self) -> bool {
        self.is_unread || !self.doubts.is_empty()
    }
}

impl Review {
    /// Puts what was understood beside the guide's lines.
    pub fn new(guide: ReadGuide) -> Self {
        let ReadGuide { path, text, import, understood } = guide;
        let mut understood: BTreeMap<usize, String> = understood.into_iter().collect();
        let mut doubts: BTreeMap<usize, Vec<String>> = BTreeMap::new();
        for warning in &import.report.warnings {
            doubts.entry(warning.line.max(1)).or_default().push(warning.message.clone());
        }
        let unread: BTreeSet<usize> = import.report.not_understood.iter().map(|unread| unread.line).collect();
        let mut rows: Vec<ReviewRow> = Vec::new();
        let mut lines = 0;
        for (line, said) in (1..).zip(text.lines()) {
            lines = line;
            let row = ReviewRow {
                line,
                text: text::excerpt(said.trim(), LONGEST),
                understood: understood.remove(&line).unwrap_or_default(),
                doubts: doubts.remove(&line).unwrap_or_default(),
                is_unread: unread.contains(&line),
            };
            let says_something = row.text.chars().any(char::is_alphanumeric) || !row.understood.is_empty();
            if says_something || row.is_marked() {
                rows.push(row);
            }
        }
        let behind = doubts.into_values().flatten().collect::<Vec<_>>();
        if !behind.is_empty() {
            rows.push(ReviewRow { line: lines, doubts: behind, ..ReviewRow::default() });
        }
        Self { path, import, rows, selected: 0, top: 0 }
    }

    /// How many lines are to be looked at: those read with doubt, and those not understood.
    pub fn to_check(&self) -> (usize, usize) {
        let doubted = self.rows.iter().map(|row| row.doubts.len()).sum();
        let unread = self.rows.iter().filter(|row| row.is_unread).count();
        (doubted, unread)
    }

    pub(super) fn step(&mut self, by: isize) {
        self.selected = self.selected.saturating_add_signed(by).min(self.rows.len().saturating_sub(1));
    }

    /// Goes to the next line to be looked at, or to the one before; stays where there is none.
    pub(super) fn seek_mark(&mut self, forward: bool) {
        let is_marked = |at: &usize| self.rows.get(*at).is_some_and(ReviewRow::is_marked);
        let found = if forward {
            (self.selected + 1..self.rows.len()).find(is_marked)
        } else {
            (0..self.selected).rev().find(is_marked)
        };
        self.selected = found.unwrap_or(self.selected);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::Report;

    fn review(text: &str, report: Report) -> Review {
        let playbook = serde_yaml::from_str(include_str!(
            "../../../playbooks/huggingface-enterprise/software-engineer.yaml"
        ))
        .unwrap();
        Review::new(ReadGuide {
            path: PathBuf::from("g.md"),
            text: text.to_owned(),
            import: Import { playbook, report },
            understood: vec![(3, "San Francisco: base $170K to $220K".to_owned())],
        })
    }

    #[test]
    fn what_was_said_of_a_line_stands_at_it() {
        let mut report = Report::default();
        report.warn("utf-16", 1, "It was UTF-16.");
        report.warn("equity-per-year", 3, "A year was read as four.");
        report.unread(5, "| ??? |");
        report.warn("strategy-missing", 9, "There is no strategy.");
        let review = review("### Title\n|---|\n| SF | $170K |\n\n| ??? |\n", report);
        let lines: Vec<(usize, bool)> = review.rows.iter().map(|row| (row.line, row.is_marked())).collect();
        assert_eq!(lines, [(1, true), (3, true), (5, true), (5, true)]);
        assert_eq!(review.rows[1].understood, "San Francisco: base $170K to $220K");
        assert_eq!(review.rows[3].doubts, ["There is no strategy."]);
        assert_eq!(review.to_check(), (3, 1));
    }

    #[test]
    fn marks_are_gone_to_in_both_directions_and_not_past_the_last() {
        let mut report = Report::default();
        report.unread(2, "b");
        report.unread(4, "d");
        let mut review = review("a\nb\nc\nd\ne\n", report);
        let mut at = |forward| {
            review.seek_mark(forward);
            review.selected
        };
        assert_eq!([at(true), at(true), at(true)], [1, 3, 3]);
        assert_eq!([at(false), at(false), at(false)], [1, 1, 1]);
    }
}
