//! How a haircut on paper that cannot be sold is reckoned, by the user's choice of one route.

use serde::{Deserialize, Serialize};

use crate::domain::money::Rate;

/// The formula a haircut comes from. Each prices the wait by itself: they are never stacked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Route {
    /// The user's own chance and time of an exit: `1 − h = p ÷ (1 + r)^T`.
    Exit,
    /// An average-strike put (Finnerty 2012); never above 32.28%.
    Finnerty,
    /// A protective put (Chaffe 1993).
    Chaffe,
}

/// A route with the figures it needs; what is not stated has a usual value that the screens name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MarkDown {
    pub route: Route,
    /// Months until the paper can be sold.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub months: Option<u16>,
    /// The chance of an exit at all; for [`Route::Exit`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chance: Option<Rate>,
    /// The yearly rate: what waiting costs on the way to an exit, the riskless rate for Chaffe's put.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rate: Option<Rate>,
    /// Yearly volatility, for the two puts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub volatility: Option<Rate>,
    /// Yearly dividends as a share of the price, for Finnerty's put.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dividend: Option<Rate>,
}
