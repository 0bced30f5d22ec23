//! Amounts and rates from text as people write them.
//!
//! Nothing is guessed: a figure that can be read two ways keeps both readings, and what is not
//! wholly understood is refused. Points and commas are read by the figure alone, never by a locale:
//!
//! | written | read as |
//! |---|---|
//! | `210,000` `1,234,567` `45,00,000` `210 000` `120'000` `1_000` | groups |
//! | `145,5` `145.5` `1.234,56` `1,234.56` `0.125` | decimals |
//! | `145.000` `1,234k` `1,234.567` | two ways |
//! | `010` `1,2,3` `1e12` | refused |

mod figure;
mod mark;
mod percent;
mod period;
mod refuse;
mod stated;
mod unit;

pub use percent::rate;
pub use period::Period;
pub use refuse::spelled;
pub use stated::{Stated, stated};

use super::{Decimal, Money};
use crate::domain::problem::Problem;

/// What a text can be read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    Sure(Money),
    /// First with the last point or comma as a mark between groups, then as a decimal one.
    Either(Money, Money),
}

/// Reads one amount where a figure with two readings is an error.
///
/// # Errors
/// As [`amount`], and with `amount-ambiguous` where there are two readings.
pub fn money(text: &str) -> Result<Money, Problem> {
    if let Some(money) = digits(text) {
        return Ok(money);
    }
    match amount(text)? {
        Reading::Sure(money) => Ok(money),
        Reading::Either(groups, decimals) => Err(refuse::ambiguous(text, groups, decimals)),
    }
}

/// Reads one yearly or one-off amount.
///
/// # Errors
/// `amount-missing`, `amount-unreadable`, `amount-negative`, `amount-range` above [`Money::MAX`],
/// `amount-several` for more than one figure, `amount-period` for one that is not by the year, and
/// `currency-conflict` for two currencies.
pub fn amount(text: &str) -> Result<Reading, Problem> {
    stated(text).map(|stated| stated.reading)
}

/// A plain run of digits, as files hold them.
fn digits(text: &str) -> Option<Money> {
    let plain = !text.starts_with('0') || text == "0";
    let short = (1..=14).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if plain && short { Money::new(Decimal::from(text.parse::<u64>().ok()?)) } else { None }
}

#[cfg(test)]
mod tests;
