//! A target bonus as an offer states it.

use std::fmt;
use std::str::FromStr;

use serde::de::value::MapAccessDeserializer;
use serde::de::{self, MapAccess, Visitor};
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
        deserializer.deserialize_any(Written)
    }
}

/// Takes a bonus by its text, or a span as `{low: 10%, high: 15%}`.
struct Written;

impl<'de> Visitor<'de> for Written {
    type Value = StatedBonus;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a bonus such as 15% or 10-15%")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<StatedBonus, E> {
        text.parse().map_err(|problem: Problem| E::custom(problem.in_words()))
    }

    /// The shortest text of a number is what was written: `0.15` is read as such.
    fn visit_f64<E: de::Error>(self, number: f64) -> Result<StatedBonus, E> {
        self.visit_str(&number.to_string())
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<StatedBonus, E> {
        self.visit_str(&number.to_string())
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<StatedBonus, E> {
        self.visit_str(&number.to_string())
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<StatedBonus, A::Error> {
        let range = RateRange::deserialize(MapAccessDeserializer::new(map))?;
        if range.low > range.high {
            return Err(de::Error::custom("This bonus runs from high to low. Write the lower end first."));
        }
        Ok(StatedBonus(range))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_rate_or_a_span_in_every_spelling() {
        let whole = StatedBonus(RateRange { low: Rate::percent(10), high: Rate::percent(15) });
        for text in ["10-15%", "10%–15%", "10% to 15%", "0.10-0.15", "{low: 10%, high: 0.15}"] {
            assert_eq!(serde_yaml::from_str::<StatedBonus>(text).unwrap(), whole, "{text}");
        }
        for text in ["15%", "0.15", "'0.15'", "15 %"] {
            let bonus: StatedBonus = serde_yaml::from_str(text).unwrap();
            assert_eq!(bonus, StatedBonus::of(Rate::percent(15)), "{text}");
        }
        for text in ["15", "15%-10%", "{low: 15%, high: 10%}", "lots", "-5%"] {
            assert!(serde_yaml::from_str::<StatedBonus>(text).is_err(), "{text}");
        }
    }
}
