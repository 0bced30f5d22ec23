//! A guide that did not become a playbook, and why.

use std::path::Path;

use serde_json::{Value, json};

use crate::domain::problem::Problem;
use crate::domain::text;
use crate::import::Refusal;
use crate::store::{Failure, Invalid};

/// Why a guide was refused; it holds nothing of the guide's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    pub path: String,
    /// A stable name for scripts, such as `too-large`.
    pub code: &'static str,
    pub line: Option<usize>,
    pub message: String,
    pub hint: Option<String>,
    /// The same for a reader who has only this guide in hand: with the line itself.
    pub page: String,
}

impl Refused {
    /// A guide that could not be read.
    pub fn of_failure(path: &Path, failure: &Failure) -> Self {
        let (code, line, message) = match failure {
            Failure::Invalid(invalid) => match invalid.faults.first() {
                Some(fault) => {
                    let line = fault.place.as_ref().map(|place| place.line);
                    (fault.problem.code, line, fault.problem.message.clone())
                }
                None => ("invalid", None, failure.to_string()),
            },
            Failure::TooLarge { .. } => ("too-large", None, failure.to_string()),
            Failure::NotRegular { .. } => ("not-a-file", None, failure.to_string()),
            Failure::NotFound { .. } => ("not-found", None, failure.to_string()),
            _ => ("unreadable", None, failure.to_string()),
        };
        Self {
            path: text::line(&path.to_string_lossy()).into_owned(),
            code,
            line,
            message,
            hint: failure.hint(),
            page: failure.render(),
        }
    }

    /// A text that is no guide, as the importer says it.
    pub fn of_refusal(path: &Path, guide: &str, refusal: Refusal) -> Self {
        let Refusal { code, line, message, hint } = refusal;
        let problem = Problem { code, at: String::new(), message, hint };
        Self::of_failure(path, &Invalid::at_line(path, guide, line, problem).into())
    }

    /// Everything in one line.
    pub fn in_a_line(&self) -> String {
        let place = match self.line {
            Some(line) => format!("{}:{line}: ", self.path),
            None if self.message.contains(&self.path) => String::new(),
            None => format!("{}: ", self.path),
        };
        let hint = self.hint.as_ref().map(|hint| format!(" {hint}")).unwrap_or_default();
        format!("{place}{}{hint}", self.message)
    }

    pub fn json(&self) -> Value {
        let mut refused = json!({"path": self.path, "code": self.code, "message": self.message});
        if let Some(line) = self.line {
            refused["line"] = line.into();
        }
        if let Some(hint) = &self.hint {
            refused["hint"] = hint.as_str().into();
        }
        json!({ "refused": refused })
    }
}
