//! A guide in Markdown becomes a playbook.
//!
//! Text goes in; a playbook comes out, with a note for all that was read with doubt, the guide's
//! lines that were not understood, and for every value the line it was read from. A text that is no
//! guide is refused with the reason. Pure: the store reads the file and keeps the playbook.

mod amounts;
mod ask;
pub mod document;
mod evidence;
mod figure;
mod guide;
mod level;
mod lever;
mod name;
mod placeholder;
mod question;
mod quote;
mod role;
mod section;
mod sentence;
mod speech;
mod strategy;
mod summary;
mod table;
mod term;
#[cfg(test)]
mod tests;
mod title;

use std::collections::BTreeMap;

use self::document::Document;
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
        self.not_understood.push(Unread { line, text: crate::domain::text::excerpt(text, 120) });
    }

    pub fn place(&mut self, path: impl Into<String>, line: usize) {
        self.lines.insert(path.into(), line);
    }
}

/// Reads a guide.
///
/// # Errors
/// When the text is no guide, or nothing in it can be used.
pub fn read(text: &str) -> Result<Import, Refusal> {
    if text.trim().is_empty() {
        return Err(Refusal {
            code: "empty",
            line: 1,
            message: "There is nothing in this file.".to_owned(),
            hint: Some(
                "A guide starts with a title such as “Software Engineer | Acme Negotiation Guide”."
                    .to_owned(),
            ),
        });
    }
    guide::read(&Document::read(text))
}
