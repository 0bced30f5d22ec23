//! Prices a share: small amounts as they stand, never taken for thousands.

use super::read::{self, Read};
use crate::domain::money::read::spelled;
use crate::domain::money::{Currency, Money, show};
use crate::domain::problem::Problem;

pub(super) fn read(text: &str) -> Result<Read<Money>, Problem> {
    read::number(text).map_err(|problem| problem.hint("Write a price a share, such as 4.00 or 0.35."))
}

/// A price so that it reads back the same.
pub(super) fn shown(price: Money) -> String {
    spelled(price)
}

/// `$4`, `$0.0312`: no digit is dropped.
pub(super) fn in_words(price: Money, currency: Currency) -> String {
    let amount = price.amount();
    if amount.round_dp(2) == amount {
        return show::understood(price, currency);
    }
    match currency.sign() {
        Some(sign) if price.mark().is_none() => format!("{sign}{}", amount.normalize()),
        _ => format!("{currency} {}", amount.normalize()),
    }
}
