//! Packages: what an offer holds, how its grant vests, what it is worth a year.

mod bonus;
mod equity;
mod estimate;
mod mark_down;
mod options;
mod package;
pub mod preset;
mod strings;
pub mod value;
mod vested;

pub use bonus::StatedBonus;
pub use equity::{Cadence, Equity, EquityKind, Vesting};
pub use mark_down::{MarkDown, Route};
pub use options::{Basis, Exit, OptionFigures, OptionTerms};
pub use package::{Alternative, OfferStatus, TargetOffer};
pub use preset::Preset;
pub use strings::{Clawback, ClawbackKind, Refresher};
pub use vested::Pace;
