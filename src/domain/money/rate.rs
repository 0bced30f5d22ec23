//! Rates: a share of one, written `0.15` or `15%`.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::amount::ByText;
use super::{Decimal, exact, read};
use crate::domain::problem::Problem;

/// A share of one, never negative, at most [`Rate::MAX`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rate(Decimal);

impl Rate {
    pub const ZERO: Self = Self(Decimal::ZERO);
    pub const ONE: Self = Self(Decimal::ONE);
    /// 300%: above any bonus, so that `15` for fifteen percent is caught.
    pub const MAX: Decimal = Decimal::from_parts(3, 0, 0, false, 0);

    /// A rate from its share of one; `None` when it is negative or above [`Rate::MAX`].
    pub fn new(share: Decimal) -> Option<Self> {
        (Decimal::ZERO..=Self::MAX).contains(&share).then_some(Self(share))
    }

    /// A rate from whole percents.
    pub const fn percent(percent: u32) -> Self {
        Self(Decimal::from_parts(percent, 0, 0, false, 2))
    }

    pub fn share(self) -> Decimal {
        self.0
    }
}

impl FromStr for Rate {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Self, Problem> {
        read::rate(text)
    }
}

/// As percents: `15%`, `7.5%`.
impl fmt::Display for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let percent = self.0.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(self.0);
        f.pad(&format!("{}%", percent.normalize()))
    }
}

impl Serialize for Rate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Rate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(ByText { expecting: "a rate such as 15% or 0.15", read: read::rate })
    }
}

impl JsonSchema for Rate {
    fn schema_name() -> Cow<'static, str> {
        "Rate".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A share of one: `0.15`, or with its percent sign, `15%`.",
            "type": ["number", "string"],
            "minimum": 0,
            "maximum": 1,
            "pattern": "[0-9]",
            "examples": ["15%", 0.15],
        })
    }
}

/// A span of rates, low to high; it counts at its middle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RateRange {
    pub low: Rate,
    pub high: Rate,
}

impl RateRange {
    pub fn middle(self) -> exact::Exact {
        exact::middle(self.low.share(), self.high.share())
    }
}

impl fmt::Display for RateRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.low == self.high { self.low.fmt(f) } else { write!(f, "{} to {}", self.low, self.high) }
    }
}

/// What one unit of a currency is worth in another; above zero, at most a million.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ExchangeRate(Decimal);

impl ExchangeRate {
    /// The rate; `None` when it is not above zero or absurdly large.
    pub fn new(rate: Decimal) -> Option<Self> {
        (rate > Decimal::ZERO && rate <= Decimal::from(1_000_000)).then_some(Self(rate))
    }

    pub fn factor(self) -> Decimal {
        self.0
    }
}

impl FromStr for ExchangeRate {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Self, Problem> {
        text.trim().parse().ok().and_then(Self::new).ok_or_else(|| {
            Problem::new("rate-unreadable", format!("`{text}` is no exchange rate."))
                .hint("Write what one unit is worth, such as 1.27.")
        })
    }
}

impl fmt::Display for ExchangeRate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0.normalize().to_string())
    }
}

impl Serialize for ExchangeRate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for ExchangeRate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(ByText { expecting: "an exchange rate such as 1.27", read: str::parse })
    }
}
