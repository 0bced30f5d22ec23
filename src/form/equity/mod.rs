//! A grant as fields: the same ones for the target's and for a rival's.

mod answer;
mod exits;
mod fields;
mod options;
mod schedule;
#[cfg(test)]
mod tests;

pub(super) use options::{echo, in_words as options_in_words};

use super::{Desk, EquityField, FieldId, OfferField, TargetField};
use crate::domain::money::Currency;
use crate::domain::offer::value::Schedule;
use crate::domain::offer::{Alternative, Equity, EquityKind};
use crate::domain::playbook::EquityTerms;

/// Whose grant it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Owner {
    Target,
    Offer(usize),
}

/// The grant that some fields are about.
#[derive(Debug, Clone, Copy)]
pub(super) struct EquityForm<'a> {
    pub desk: &'a Desk<'a>,
    pub owner: Owner,
}

impl<'a> EquityForm<'a> {
    fn offer(&self) -> Option<&'a Alternative> {
        match self.owner {
            Owner::Target => None,
            Owner::Offer(index) => self.desk.session.alternatives.get(index),
        }
    }

    fn held(&self) -> Option<&'a Equity> {
        match self.owner {
            Owner::Target => self.desk.session.target.as_ref()?.equity.as_ref(),
            Owner::Offer(_) => self.offer()?.equity.as_ref(),
        }
    }

    /// What the grant is made of; the playbook knows it for the target.
    fn kind(&self) -> EquityKind {
        let usual = match self.owner {
            Owner::Target => self.desk.playbook.equity.kind,
            Owner::Offer(_) => EquityKind::default(),
        };
        self.held().and_then(|equity| equity.kind).unwrap_or(usual)
    }

    fn company(&self) -> &'a str {
        match self.offer() {
            Some(offer) => &offer.company,
            None => self.desk.session.company.as_deref().unwrap_or(&self.desk.playbook.company),
        }
    }

    fn currency(&self) -> Currency {
        self.offer().and_then(|offer| offer.currency).unwrap_or(self.desk.currency())
    }

    /// The schedule of a grant that states none.
    fn usual(&self) -> Schedule {
        let terms = &self.desk.playbook.equity;
        match (self.owner, &terms.vesting) {
            (Owner::Target, Some(vesting)) => Schedule::Shares(vesting.clone()),
            (Owner::Target, None) => Schedule::Even(terms.years),
            (Owner::Offer(_), _) => Schedule::Even(EquityTerms::usual_years()),
        }
    }

    /// The months until the last part of a grant vests.
    fn months(&self, equity: &Equity) -> u16 {
        let years = match Schedule::of(equity, &self.usual()) {
            Schedule::Even(years) => u16::from(years),
            Schedule::Shares(vesting) => u16::try_from(vesting.shares().len()).unwrap_or(u16::MAX),
        };
        years.saturating_mul(12)
    }

    fn id(&self, field: EquityField) -> FieldId {
        match self.owner {
            Owner::Target => FieldId::Target(TargetField::Equity(field)),
            Owner::Offer(index) => FieldId::Offer(index, OfferField::Equity(field)),
        }
    }
}
