//! The desk's findings as sentences.

use super::{Assumption, BreakEven};
use crate::domain::money::Decimal;
use crate::domain::offer::Alternative;
use crate::domain::session::Session;

impl Assumption {
    /// What is moved: `Google L4: stock price`.
    pub fn title(self, session: &Session) -> String {
        let label = |index| label(session, index);
        match self {
            Self::TargetStock => "The target's stock price".to_owned(),
            Self::Stock(index) => format!("{}: stock price", label(index)),
            Self::Haircut => "Private paper marked down".to_owned(),
            Self::Bonus(index) => format!("{}: bonus, not stated", label(index)),
            Self::ExchangeRate(currency) => format!("The rate of {currency}"),
            Self::Leaving => "The month you leave".to_owned(),
        }
    }

    /// The assumption at a value, to begin a sentence with.
    pub fn with(self, session: &Session, at: Decimal) -> String {
        let label = |index| label(session, index);
        let shown = self.show(at);
        match self {
            Self::TargetStock => format!("With the target's stock at {shown}"),
            Self::Stock(index) => format!("With {}'s stock at {shown}", company(session, index)),
            Self::Haircut => format!("With private paper {shown}"),
            Self::Bonus(index) => format!("With a bonus of {shown} at {}", label(index)),
            Self::ExchangeRate(currency) => format!("With {currency} at {shown}"),
            Self::Leaving => format!("Leaving in {shown}"),
        }
    }

    /// A value of the assumption: `83% of today's price`.
    pub fn show(self, at: Decimal) -> String {
        let figure = self.figure(at);
        match self {
            Self::TargetStock | Self::Stock(_) => format!("{figure} of today's price"),
            Self::Haircut => format!("marked down by {figure}"),
            Self::Bonus(_) => format!("{figure} of base"),
            Self::ExchangeRate(_) => format!("{figure} of the stated rate"),
            Self::Leaving => figure,
        }
    }

    /// The value alone: `83%`, `month 14`.
    pub fn figure(self, at: Decimal) -> String {
        match self {
            Self::Leaving => format!("month {}", at.round().normalize()),
            _ => percent(at),
        }
    }
}

impl BreakEven {
    /// The finding as one sentence.
    pub fn words(&self, session: &Session) -> String {
        let (below, above) = (&self.below.1, &self.above.1);
        let at = self.assumption.show(self.at);
        match self.assumption {
            assumption @ Assumption::Leaving => match self.until {
                None => format!("From {at} on {above} has paid more than {below}."),
                Some(until) if until == self.at => {
                    format!("In {at} alone {above} has paid more than {below}.")
                }
                Some(until) => {
                    format!("From {at} to {} {above} has paid more than {below}.", assumption.show(until))
                }
            },
            assumption => format!("{}: {above} overtakes {below}.", assumption.with(session, self.at)),
        }
    }
}

fn label(session: &Session, index: usize) -> String {
    session.alternatives.get(index).map(Alternative::label).unwrap_or_default()
}

fn company(session: &Session, index: usize) -> String {
    session.alternatives.get(index).map(|own| own.company.clone()).unwrap_or_default()
}

fn percent(share: Decimal) -> String {
    let percent = share.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(share).round_dp(1).normalize();
    format!("{percent}%")
}
