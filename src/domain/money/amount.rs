//! An amount as somebody wrote it, and a span of amounts.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Currency, Decimal, exact, read};
use crate::domain::problem::Problem;

/// The currency sign or code that stood beside an amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// A code or a sign of one currency only.
    Currency(Currency),
    /// A bare `$`, which several currencies use.
    Dollar,
}

impl Mark {
    /// Whether an amount marked so can be an amount in `currency`.
    pub fn fits(self, currency: Currency) -> bool {
        match self {
            Self::Currency(named) => named == currency,
            Self::Dollar => currency.is_dollar(),
        }
    }
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Currency(currency) => f.pad(currency.code()),
            Self::Dollar => f.pad("$"),
        }
    }
}

/// An amount of money as entered: never negative, in the currency of the record it stands in
/// unless it carries a mark of its own.
///
/// Read from a plain number (`215000`) or from text as people write it (`$215K`, `EUR 145k`,
/// `₹20L`), always exactly: a number in a file is taken by its text, never through binary
/// floating point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Money {
    amount: Decimal,
    mark: Option<Mark>,
}

impl Money {
    /// The largest amount that may be entered: ten trillion.
    pub const MAX: Decimal = Decimal::from_parts(1_316_134_912, 2328, 0, false, 0);

    /// An unmarked amount; `None` when it is negative or above [`Money::MAX`].
    pub fn new(amount: Decimal) -> Option<Self> {
        ((Decimal::ZERO..=Self::MAX).contains(&amount)).then_some(Self { amount, mark: None })
    }

    #[must_use]
    pub fn marked(self, mark: Option<Mark>) -> Self {
        Self { mark, ..self }
    }

    pub fn amount(self) -> Decimal {
        self.amount
    }

    pub fn mark(self) -> Option<Mark> {
        self.mark
    }
}

impl FromStr for Money {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Self, Problem> {
        read::money(text)
    }
}

/// As [`read::money`] reads it back: `215000` or `GBP 95000`.
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let amount = self.amount.normalize();
        // Three decimals alone would pass for a group of thousands.
        let digits = if amount.scale() == 3 { format!("{amount:.4}") } else { amount.to_string() };
        match self.mark {
            None => f.write_str(&digits),
            Some(Mark::Dollar) => write!(f, "${digits}"),
            Some(Mark::Currency(currency)) => write!(f, "{currency} {digits}"),
        }
    }
}

impl Serialize for Money {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match (self.mark, i64::try_from(self.amount.normalize())) {
            (None, Ok(whole)) if self.amount.fract().is_zero() => serializer.serialize_i64(whole),
            _ => serializer.serialize_str(&self.to_string()),
        }
    }
}

/// Takes a scalar by its text; whole numbers of a parsed value are exact as they are.
pub(super) struct ByText<T> {
    pub(super) expecting: &'static str,
    pub(super) read: fn(&str) -> Result<T, Problem>,
}

impl<T> Visitor<'_> for ByText<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expecting)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        (self.read)(text).map_err(|problem| E::custom(problem.in_words()))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<T, E> {
        self.visit_str(&number.to_string())
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<T, E> {
        self.visit_str(&number.to_string())
    }
}

impl<'de> Deserialize<'de> for Money {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(ByText {
            expecting: "an amount such as 215000, $215K or EUR 145k",
            read: read::money,
        })
    }
}

impl JsonSchema for Money {
    fn schema_name() -> Cow<'static, str> {
        "Money".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "An amount a year, or a whole grant: a plain number, or text as people write it.",
            "type": ["number", "string"],
            "minimum": 0,
            "maximum": 10_000_000_000_000_u64,
            "pattern": "[0-9]",
            "examples": [215_000, "$215K", "EUR 145k", "₹20L", "1.2M"],
        })
    }
}

/// A published span of amounts, low to high.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Range {
    pub low: Money,
    pub high: Money,
}

impl Range {
    /// The middle of the span.
    ///
    /// # Errors
    /// When the sum of both ends does not fit an exact decimal.
    pub fn middle(self) -> exact::Exact {
        exact::middle(self.low.amount(), self.high.amount())
    }

    pub fn hold(self, amount: Decimal) -> Decimal {
        amount.max(self.low.amount()).min(self.high.amount())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_amount_is_ten_trillion() {
        assert_eq!(Money::MAX, Decimal::from(10_000_000_000_000_i64));
        assert!(Money::new(Money::MAX).is_some());
        assert!(Money::new(Money::MAX + Decimal::ONE).is_none());
        assert!(Money::new(Decimal::NEGATIVE_ONE).is_none());
    }
}
