//! A target bonus as an offer states it.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::domain::money::{Rate, RateRange, exact};
use crate::domain::problem::Problem;

/// A target bonus as stated: one rate (`15%`) or a span (`10–15%`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StatedBonus(pub RateRange);

impl StatedBonus {
    pub fn of(rate: Rate) -> Self {
        Self(RateRange { low: rate, high: rate })
    }

    pub fn middle(self) -> exact::Exact {
        self.0.middle()
    }
}

impl FromStr for StatedBonus {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Self, Problem> {
        let spaced = text.replace(" to ", "-");
        let mut ends = spaced.split(['-', '–', '—']).map(str::trim);
        let (Some(low), high, None) = (ends.next(), ends.next(), ends.next()) else {
            return Err(Problem::new("rate-unreadable", format!("`{text}` is no bonus."))
                .hint("Write one such as 15% or 10-15%."));
        };
        let Some(high) = high else { return low.parse().map(Self::of) };
        let percent = |end: &str| if end.contains('%') { end.parse() } else { format!("{end}%").parse() };
        let (low, high): (Rate, Rate) =
            if high.contains('%') { (percent(low)?, percent(high)?) } else { (low.parse()?, high.parse()?) };
        if low > high {
            return Err(Problem::new("range-reversed", format!("`{text}` runs from high to low."))
                .hint("Write the lower end first, such as 10-15%."));
        }
        Ok(Self(RateRange { low, high }))
    }
}

impl fmt::Display for StatedBonus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let RateRange { low, high } = self.0;
        if low == high { write!(f, "{low}") } else { write!(f, "{low}-{high}") }
    }
}

impl Serialize for StatedBonus {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for StatedBonus {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(|problem: Problem| {
            let hint = problem.hint.map(|hint| format!(" {hint}")).unwrap_or_default();
            serde::de::Error::custom(format!("{}{hint}", problem.message))
        })
    }
}
