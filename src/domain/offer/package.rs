//! An alternative to the target, and what the target itself has offered so far.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Clawback, Equity, StatedBonus};
use crate::domain::money::{Currency, Money, Rate};

/// How firm an alternative is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum OfferStatus {
    #[default]
    Written,
    /// Said, not yet in writing: it counts by its confidence.
    Verbal,
    /// Hoped for: never counts.
    Expected,
    /// The job one has: staying costs nothing to arrange.
    Current,
}

impl OfferStatus {
    pub const ALL: [Self; 4] = [Self::Written, Self::Verbal, Self::Expected, Self::Current];

    pub fn name(self) -> &'static str {
        match self {
            Self::Written => "written",
            Self::Verbal => "verbal",
            Self::Expected => "expected",
            Self::Current => "current",
        }
    }
}

/// Anything the user could do instead: a competing offer, or the current job.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alternative {
    pub company: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<String>,
    #[serde(default)]
    pub status: OfferStatus,
    /// For verbal offers: how likely the written one is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<Rate>,
    /// `None`: the plan's, or the one its amounts are marked with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<Currency>,
    pub base: Money,
    /// The stated target bonus as a share of base; a span counts at its middle.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bonus: Option<StatedBonus>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bonus_amount: Option<Money>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub equity: Option<Equity>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signing: Option<Money>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub relocation: Option<Money>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other_annual: Option<Money>,
    /// When signing and relocation must be given back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clawback: Option<Clawback>,
    /// The user's marginal tax rate there; it counts only beside one for the target's place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tax_rate: Option<Rate>,
    /// What life costs there, the target's place being 100%.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost_of_living: Option<Rate>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires: Option<Date>,
}

impl Alternative {
    /// A written offer of which only the company and the base are known.
    pub fn of(company: impl Into<String>, base: Money) -> Self {
        Self {
            company: company.into(),
            level: None,
            status: OfferStatus::Written,
            confidence: None,
            currency: None,
            base,
            bonus: None,
            bonus_amount: None,
            equity: None,
            signing: None,
            relocation: None,
            other_annual: None,
            clawback: None,
            tax_rate: None,
            cost_of_living: None,
            expires: None,
        }
    }

    /// The company with its level: `Google L4`.
    pub fn label(&self) -> String {
        match &self.level {
            Some(level) => format!("{} {level}", self.company),
            None => self.company.clone(),
        }
    }

    /// Every amount of the package with the key it stands under.
    pub fn amounts(&self) -> impl Iterator<Item = (&'static str, Money)> {
        [
            ("base", Some(self.base)),
            ("bonus_amount", self.bonus_amount),
            ("signing", self.signing),
            ("relocation", self.relocation),
            ("other_annual", self.other_annual),
        ]
        .into_iter()
        .filter_map(|(key, amount)| Some((key, amount?)))
        .chain(self.equity.iter().flat_map(Equity::amounts))
    }
}

/// What the target has put on the table so far, in the plan's currency.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TargetOffer {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base: Option<Money>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bonus: Option<StatedBonus>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bonus_amount: Option<Money>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub equity: Option<Equity>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signing: Option<Money>,
    /// When signing money must be given back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clawback: Option<Clawback>,
    /// The day by which they want an answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires: Option<Date>,
}
