//! Packages: what an offer holds, how its grant vests, what it is worth a year.

mod bonus;
mod equity;
mod package;
pub mod value;

pub use bonus::StatedBonus;
pub use equity::{Equity, EquityKind, Vesting};
pub use package::{Alternative, OfferStatus, TargetOffer};
