//! Stock options: the right to buy stock at a fixed price.

use serde::{Deserialize, Serialize};

use crate::domain::money::{Money, Rate};

/// The terms of a grant of options, prices a share in the offer's currency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OptionTerms {
    pub count: u64,
    pub strike: Money,
    /// The 409A value: what an appraiser says a common share is worth.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fmv: Option<Money>,
    /// What investors last paid for a preferred share.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub preferred: Option<Money>,
    /// What each further round takes off one's share.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dilution: Option<Rate>,
    /// Further rounds until an exit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rounds: Option<u8>,
    /// The user's own cases; what they leave of 100% is an exit at nothing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exits: Vec<Exit>,
}

/// One way it may end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exit {
    pub chance: Rate,
    /// What a common share brings, after preferences and before further dilution.
    pub price: Money,
}
