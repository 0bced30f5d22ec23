//! Spans of months, written in months or in years.

use crate::domain::money::{Decimal, exact};
use crate::domain::problem::Problem;
use crate::domain::quote::quoted;

/// Forty years, as everywhere.
const MOST: u16 = 480;

/// `18 months`, `3 years`.
pub(super) fn shown(months: u16) -> String {
    let (count, unit) =
        if months > 0 && months.is_multiple_of(12) { (months / 12, "year") } else { (months, "month") };
    format!("{count} {unit}{}", if count == 1 { "" } else { "s" })
}

/// Reads `36`, `36 months`, `3 years`, `1.5y`.
pub(super) fn read(text: &str) -> Result<u16, Problem> {
    let unreadable = || {
        Problem::new("months-unreadable", format!("{} is no span of months.", quoted(text)))
            .hint("Write one such as 36 months or 3 years.")
    };
    let lower = text.trim().to_lowercase();
    let digits = lower.trim_end_matches(|c: char| c.is_alphabetic()).trim_end();
    let months_each = match lower[digits.len()..].trim() {
        "" | "m" | "mo" | "mos" | "month" | "months" => Decimal::ONE,
        "y" | "yr" | "yrs" | "year" | "years" => Decimal::from(12),
        _ => return Err(unreadable()),
    };
    let count: Decimal = digits.parse().map_err(|_| unreadable())?;
    let months = exact::mul(count, months_each).map_err(|_| unreadable())?.normalize();
    let whole = u16::try_from(months).ok().filter(|_| months.is_integer());
    whole.filter(|months| (1..=MOST).contains(months)).ok_or_else(|| {
        Problem::new("months-range", "This is 1 month to 40 years, in whole months.")
            .hint("Write one such as 36 months or 3 years.")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_and_years_in_their_spellings() {
        for (text, months) in
            [("36", 36), ("36 months", 36), ("3 years", 36), ("1.5y", 18), ("1 Year", 12), ("40 years", 480)]
        {
            assert_eq!(read(text), Ok(months), "{text}");
        }
        for text in ["", "soon", "0", "-3", "41 years", "1.1 years", "3 weeks", "99999999999999999999y"] {
            assert!(read(text).is_err_and(|problem| problem.hint.is_some()), "{text}");
        }
    }

    #[test]
    fn what_is_shown_reads_back() {
        for months in 1..=MOST {
            assert_eq!(read(&shown(months)), Ok(months));
        }
        assert_eq!([shown(12), shown(18), shown(1)], ["1 year", "18 months", "1 month"]);
    }
}
