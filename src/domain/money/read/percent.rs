//! Rates as people write them.

use super::{Decimal, figure};
use crate::domain::money::Rate;
use crate::domain::problem::Problem;
use crate::domain::quote::quoted;

/// Reads one rate: `15%`, `7,5 %`, `0.15`. A figure above one needs its percent sign, so that `15`
/// is never taken for 1500% nor `2` for 200%.
///
/// # Errors
/// `rate-unreadable`, `rate-unsigned` for a figure above one without a sign, `rate-negative`, and
/// `rate-range` above [`Rate::MAX`].
pub fn rate(text: &str) -> Result<Rate, Problem> {
    let trimmed = text.trim();
    let unreadable = || {
        Problem::new("rate-unreadable", format!("{} is no rate.", quoted(text)))
            .hint("Write one such as 15% or 0.15.")
    };
    let stripped = ["%", "％", "percent", "pct"].iter().find_map(|sign| {
        let at = trimmed.len().checked_sub(sign.len())?;
        let (figure, end) = trimmed.split_at_checked(at)?;
        end.eq_ignore_ascii_case(sign).then_some(figure.trim_end())
    });
    let digits = stripped.unwrap_or(trimmed);
    if let Some(positive) = digits.strip_prefix(['-', '−', '–'])
        && positive.starts_with(|c: char| c.is_ascii_digit())
    {
        return Err(Problem::new("rate-negative", format!("{} is below zero.", quoted(text)))
            .hint("Write one such as 15%, or leave it out."));
    }
    let number = plain(digits).ok_or_else(unreadable)?;
    let above = || {
        Problem::new("rate-range", format!("{} is too high: rates go up to 300%.", quoted(text)))
            .hint("Write one such as 15% or 0.15.")
    };
    if stripped.is_some() {
        let share = number.checked_div(Decimal::ONE_HUNDRED).ok_or_else(above)?;
        return Rate::new(share).ok_or_else(above);
    }
    if number <= Decimal::ONE {
        return Rate::new(number).ok_or_else(above);
    }
    let problem = Problem::new("rate-unsigned", format!("{} has no percent sign.", quoted(text)));
    let share = number.checked_div(Decimal::ONE_HUNDRED).filter(|share| *share <= Rate::MAX);
    Err(match share {
        Some(share) => problem.hint(format!("Write {}% or {}.", number.normalize(), share.normalize())),
        None => above(),
    })
}

/// Digits with at most one decimal point or comma; rates are too small for groups.
fn plain(digits: &str) -> Option<Decimal> {
    let short = digits.len() <= 24 && digits.ends_with(|c: char| c.is_ascii_digit());
    let marks = digits.bytes().filter(|byte| !byte.is_ascii_digit()).count();
    let known = digits.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','));
    if !(short && known && marks <= 1) {
        return None;
    }
    let digits = digits.replace(',', ".");
    let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
    figure::decimal(if whole.is_empty() { "0" } else { whole }, fraction)
}
