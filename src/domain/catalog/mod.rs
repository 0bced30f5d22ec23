//! The library as one looks for a playbook in it: a card for each, found by words, narrowed by
//! region and currency; its neighbours, its age, and what to do where there is none.

mod advice;
pub mod age;
mod alias;
mod family;
pub mod full_text;
mod hit;
mod near;
mod neighbours;
mod reading;
mod search;
mod term;
#[cfg(test)]
mod tests;
mod vocabulary;
mod words;

pub use advice::Advice;
pub use family::Family;
pub use neighbours::Neighbours;
pub use search::Catalog;

use serde::{Deserialize, Serialize};

use super::money::{Currency, Range};
use super::playbook::{Band, Playbook};

/// What the library shows of a playbook without opening it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    pub id: String,
    pub company: String,
    pub role: String,
    /// The month of its figures, `2026-01`.
    pub as_of: Option<String>,
    /// In the playbook's order; none for a playbook that serves any company.
    pub places: Vec<Place>,
    /// Levels elsewhere that match the role: `Google L4`.
    pub levels: Vec<String>,
    pub levers: Vec<String>,
    pub origin: Origin,
    /// Why it cannot be used.
    pub damaged: Option<String>,
}

/// One band of a playbook, as far as a list compares it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    pub region: String,
    pub level: Option<String>,
    pub currency: Currency,
    pub base: Option<Range>,
    pub total: Option<Range>,
}

/// Whose a playbook is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Origin {
    BuiltIn,
    Own,
}

/// What is looked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// Words of company, role, region and level, in any order, perhaps abbreviated: `google swe`.
    pub words: String,
    /// Only playbooks with a band in this region.
    pub region: Option<String>,
    /// Only playbooks with a band in this currency.
    pub currency: Option<Currency>,
}

impl Card {
    pub fn new(playbook: &Playbook, origin: Origin) -> Self {
        Self {
            id: playbook.id.clone(),
            company: playbook.company.clone(),
            role: playbook.role.clone(),
            as_of: playbook.as_of.clone(),
            places: playbook.bands.iter().map(Place::of).collect(),
            levels: playbook.level_mapping.clone(),
            levers: playbook.levers.iter().map(|lever| lever.name.clone()).collect(),
            origin,
            damaged: None,
        }
    }

    /// Whether the playbook serves any company.
    pub fn is_general(&self) -> bool {
        self.places.is_empty() && self.damaged.is_none()
    }
}

impl Place {
    fn of(band: &Band) -> Self {
        Self {
            region: band.region.clone(),
            level: band.level.clone(),
            currency: band.currency,
            base: band.base,
            total: band.total,
        }
    }
}
