//! Amounts, currencies and rates: exact, read as people write them, shown as people read them.

mod amount;
mod currency;
pub mod exact;
mod rate;
pub mod read;
pub mod show;

pub use amount::{Mark, Money, Range};
pub use currency::Currency;
pub use rate::{ExchangeRate, Rate, RateRange};
pub use rust_decimal::Decimal;
