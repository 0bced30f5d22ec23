//! What a typed read finds wrong with one value, as the reader of the tree reports it.

use std::fmt::{self, Display};
use std::ops::Range;

use serde::de::{self, Expected, Unexpected};

use crate::domain::problem::Problem;
use crate::domain::text;
use crate::store::near;

/// A problem, and the stretch of the text it is about as soon as that is known.
#[derive(Debug)]
pub(super) struct Fault {
    pub problem: Problem,
    pub span: Option<Range<usize>>,
}

impl Fault {
    pub fn new(code: &'static str, message: impl Into<String>) -> Self {
        Self { problem: Problem::new(code, message), span: None }
    }

    fn hint(mut self, hint: impl Into<String>) -> Self {
        self.problem = self.problem.hint(hint);
        self
    }

    /// Places the fault; the innermost place wins.
    pub fn within(mut self, span: &Range<usize>) -> Self {
        self.span.get_or_insert_with(|| span.clone());
        self
    }

    /// A value of another shape than the one that belongs here.
    pub fn shape(found: &str, wanted: &str) -> Self {
        Self::new("value-invalid", format!("Found {found} where {wanted} belongs."))
    }

    /// The library that reads dates explains itself to programmers.
    pub fn date(found: &str) -> Self {
        Self::new("date-unreadable", format!("`{}` is no date.", text::excerpt(found, 60)))
            .hint("Write a day of the calendar, such as 2026-11-27.")
    }
}

impl Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.problem.message)
    }
}

impl std::error::Error for Fault {}

impl de::Error for Fault {
    fn custom<T: Display>(message: T) -> Self {
        let message = message.to_string();
        let message = text::line(&message);
        match hint_at(&message) {
            Some(at) => Self::new("value-invalid", &message[..at]).hint(&message[at + 1..]),
            None => Self::new("value-invalid", message),
        }
    }

    fn invalid_type(found: Unexpected<'_>, wanted: &dyn Expected) -> Self {
        Self::shape(&text::excerpt(&found.to_string(), 80), &wanted.to_string())
    }

    fn unknown_variant(found: &str, known: &'static [&'static str]) -> Self {
        Self::new("value-unknown", format!("`{}` is not known here.", text::excerpt(found, 60)))
            .hint(format!("Write one of {}.", known.join(", ")))
    }

    fn unknown_field(found: &str, known: &'static [&'static str]) -> Self {
        let keys = format!("The keys here: {}.", known.join(", "));
        let hint = match near::nearest(found, known.iter().copied()).first() {
            Some(near) => format!("Did you mean `{near}`? {keys}"),
            None => keys,
        };
        Self::new("key-unknown", format!("`{}` is no key that belongs here.", text::excerpt(found, 60)))
            .hint(hint)
    }

    fn missing_field(key: &'static str) -> Self {
        Self::new("key-missing", format!("The key `{key}` is missing here."))
            .hint(format!("Add a line `{key}: …`."))
    }
}

/// Where the sentence that gives an example begins, outside quoted text.
fn hint_at(message: &str) -> Option<usize> {
    let mut quoted = false;
    let mut before = ' ';
    for (at, c) in message.char_indices() {
        match c {
            '`' => quoted = !quoted,
            ' ' if !quoted && before == '.' => return Some(at),
            _ => {}
        }
        before = c;
    }
    None
}
