//! What is tied to pay: refreshers that may follow, signing money that may have to be given back.

use serde::{Deserialize, Serialize};

use crate::domain::money::Money;

/// A further grant at the end of each year, vesting evenly over four.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Refresher {
    /// The whole grant of one year.
    pub a_year: Money,
    /// Only what is in writing counts.
    #[serde(default)]
    pub written: bool,
}

/// How much of the signing money goes back to the company.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ClawbackKind {
    /// All of it, until the last day.
    Full,
    /// The part for the months that are missing.
    ProRata,
}

impl ClawbackKind {
    pub const ALL: [Self; 2] = [Self::Full, Self::ProRata];

    pub fn name(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::ProRata => "pro-rata",
        }
    }
}

/// Signing money must be given back by whoever leaves before that many months.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clawback {
    pub months: u16,
    pub kind: ClawbackKind,
}
