//! What can be wrong with an input, as a value that every shell can show in its own way.

use std::fmt;

/// One thing wrong with what was entered or read.
///
/// `at` is the path of the value inside its file, such as `alternatives[0].equity.vesting`;
/// an empty path means the whole. The store turns it into a line and a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// A stable name for scripts and tests, such as `fx-missing`.
    pub code: &'static str,
    pub at: String,
    /// What is wrong, as a sentence.
    pub message: String,
    /// What to do about it, with an example.
    pub hint: Option<String>,
}

impl Problem {
    pub fn new(code: &'static str, message: impl Into<String>) -> Self {
        Self { code, at: String::new(), message: message.into(), hint: None }
    }

    /// Places the problem at a path, in front of any path it has already.
    #[must_use]
    pub fn at(mut self, path: impl AsRef<str>) -> Self {
        let path = path.as_ref();
        self.at = match (self.at.is_empty(), path.is_empty()) {
            (true, _) => path.to_owned(),
            (_, true) => self.at,
            _ => format!("{path}.{}", self.at),
        };
        self
    }

    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// What is wrong and what to do about it, in one line.
    pub fn in_words(&self) -> String {
        match &self.hint {
            Some(hint) => format!("{} {hint}", self.message),
            None => self.message.clone(),
        }
    }

    /// A figure that left the range of exact decimals.
    pub fn too_large() -> Self {
        Self::new("too-large", "This figure is too large to compute with.")
            .hint("Amounts go up to ten trillion.")
    }

    pub fn is_too_large(&self) -> bool {
        self.code == "too-large"
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Problem {}
