//! What the head of a column says of all figures below it: `Base (₹ Lakhs)`, `Salary ($K)`,
//! `Base/month (EUR)`.

use super::super::figure::Period;
use super::currency;
use crate::domain::money::{Currency, Decimal};

/// Said once for a column, or for a row of a table turned round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Measure {
    /// What a bare figure counts.
    pub unit: Option<Decimal>,
    pub currency: Option<Currency>,
    /// `Month` only: years are the rule.
    pub period: Option<Period>,
}

const UNITS: [(&str, u32); 12] = [
    ("k", 1_000),
    ("000s", 1_000),
    ("thousand", 1_000),
    ("thousands", 1_000),
    ("lakh", 100_000),
    ("lakhs", 100_000),
    ("lac", 100_000),
    ("lpa", 100_000),
    ("m", 1_000_000),
    ("million", 1_000_000),
    ("millions", 1_000_000),
    ("crore", 10_000_000),
];
const MONTHLY: [&str; 6] = ["monthly", "/month", "/mo", "per month", "a month", "p.m."];

/// Reads a head.
pub fn read(head: &str) -> Measure {
    let lower = head.to_lowercase();
    let words = || lower.split(|c: char| !c.is_alphanumeric());
    let unit = words().find_map(|word| UNITS.into_iter().find(|(known, _)| *known == word));
    let is_monthly = MONTHLY.iter().any(|word| lower.contains(word));
    Measure {
        unit: unit.map(|(_, factor)| Decimal::from(factor)),
        currency: currency::of_label(head).or_else(|| currency::of_sign(head)),
        period: is_monthly.then_some(Period::Month),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_say_how_to_read_their_figures() {
        let lakh = Decimal::from(100_000);
        for (head, unit, code, monthly) in [
            ("Base (₹ Lakhs)", Some(lakh), Some("INR"), false),
            ("Salary ($K)", Some(Decimal::ONE_THOUSAND), Some("USD"), false),
            ("Base/month (EUR)", None, Some("EUR"), true),
            ("Monthly Base", None, None, true),
            ("Stock (RSU/4yr)", None, None, false),
            ("Base Salary", None, None, false),
        ] {
            let read = read(head);
            assert_eq!(read.unit, unit, "{head}");
            assert_eq!(read.currency.map(Currency::code), code, "{head}");
            assert_eq!(read.period.is_some(), monthly, "{head}");
        }
    }
}
