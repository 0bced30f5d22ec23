//! One field: what it asks, how it is answered, what it holds.

use super::FieldId;
use crate::domain::money::Currency;

/// A question to the user, with the answer the session holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    pub id: FieldId,
    pub label: String,
    pub kind: Kind,
    /// The answer as text; empty where there is none.
    pub value: String,
    /// What an answer looks like.
    pub example: String,
    /// What the field is for, or what its term means.
    pub help: String,
    /// A heading above the field, where a group begins.
    pub heading: Option<&'static str>,
}

/// How a field is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    Text,
    Number,
    Money(Currency),
    /// Two amounts, low to high.
    MoneySpan(Currency),
    /// An amount a share.
    Price(Currency),
    Rate,
    /// One rate or two.
    RateSpan,
    Day,
    /// A span of months, or of years.
    Months,
    /// A number of options.
    Count,
    /// Chances and prices a share.
    Exits(Currency),
    /// Years, or a share for each year.
    Vesting,
    Choice(Vec<Choice>),
}

/// One of the answers that may be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    pub value: String,
    pub label: String,
}

impl Choice {
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into() }
    }
}

impl Field {
    pub fn new(id: FieldId, label: impl Into<String>, kind: Kind) -> Self {
        Self {
            id,
            label: label.into(),
            kind,
            value: String::new(),
            example: String::new(),
            help: String::new(),
            heading: None,
        }
    }

    #[must_use]
    pub fn holding(mut self, value: Option<impl ToString>) -> Self {
        self.value = value.map(|value| value.to_string()).unwrap_or_default();
        self
    }

    #[must_use]
    pub fn example(mut self, example: impl Into<String>) -> Self {
        self.example = example.into();
        self
    }

    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = help.into();
        self
    }

    #[must_use]
    pub fn under(mut self, heading: &'static str) -> Self {
        self.heading = Some(heading);
        self
    }

    /// Whether the field is answered by typing.
    pub fn is_typed(&self) -> bool {
        !matches!(self.kind, Kind::Choice(_))
    }

    /// The choices of a chosen field, none for a typed one.
    pub fn choices(&self) -> &[Choice] {
        match &self.kind {
            Kind::Choice(choices) => choices,
            _ => &[],
        }
    }

    /// The place of the held value among the choices.
    pub fn chosen(&self) -> Option<usize> {
        self.choices().iter().position(|choice| choice.value == self.value)
    }
}
