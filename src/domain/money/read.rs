//! Amounts and rates from text as people write them.

use super::{Decimal, Money, Rate};
use crate::domain::problem::Problem;

/// Reads one amount.
///
/// # Errors
/// When the text is no amount, is negative or absurdly large, or can be read two ways.
pub fn money(text: &str) -> Result<Money, Problem> {
    let plain = text.trim().replace(',', "");
    let amount: Decimal = plain.parse().map_err(|_| {
        Problem::new("amount-unreadable", format!("`{text}` is no amount."))
            .hint("Write one such as 210k or 210,000.")
    })?;
    Money::new(amount).ok_or_else(|| Problem::new("amount-range", format!("`{text}` is out of range.")))
}

/// Reads one rate: `15%` or `0.15`.
///
/// # Errors
/// When the text is no rate, is negative, or is above [`Rate::MAX`].
pub fn rate(text: &str) -> Result<Rate, Problem> {
    let trimmed = text.trim();
    let (digits, percent) = match trimmed.strip_suffix('%') {
        Some(digits) => (digits.trim_end(), true),
        None => (trimmed, false),
    };
    let number: Option<Decimal> = digits.parse().ok();
    let share = number.and_then(|n| if percent { n.checked_div(Decimal::ONE_HUNDRED) } else { Some(n) });
    share.and_then(Rate::new).ok_or_else(|| {
        Problem::new("rate-unreadable", format!("`{text}` is no rate."))
            .hint("Write one such as 15% or 0.15.")
    })
}

/// What a text can be read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    Sure(Money),
    Either(Money, Money),
}

/// Reads one amount, keeping both readings of one that can be read two ways.
pub fn amount(text: &str) -> Result<Reading, Problem> {
    money(text).map(Reading::Sure)
}
