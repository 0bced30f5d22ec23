//! A grant of equity: how much, of what kind, vesting how.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize};

use super::{Basis, MarkDown, OptionTerms, Refresher};
use crate::domain::money::{Decimal, Money, Rate, exact};
use crate::domain::problem::Problem;

/// What a grant is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum EquityKind {
    /// Listed stock: it can be sold on the day it vests.
    #[default]
    Rsu,
    /// Stock of a company that is not listed.
    Private,
    /// Options to buy stock at a fixed price.
    Options,
}

impl EquityKind {
    pub const ALL: [Self; 3] = [Self::Rsu, Self::Private, Self::Options];

    /// Whether the paper can be sold for cash when it vests.
    pub fn is_liquid(self) -> bool {
        self == Self::Rsu
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Rsu => "rsu",
            Self::Private => "private",
            Self::Options => "options",
        }
    }

    /// The kind in one word, for a narrow column.
    pub fn short(self) -> &'static str {
        match self {
            Self::Rsu => "listed",
            Self::Private => "private",
            Self::Options => "options",
        }
    }

    /// The kind in words a user reads.
    pub fn words(self) -> &'static str {
        match self {
            Self::Rsu => "listed stock",
            Self::Private => "private stock",
            Self::Options => "stock options",
        }
    }
}

/// The share of a grant that vests in each year; the shares add up to one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Vesting(Vec<Rate>);

impl Vesting {
    /// A schedule from its yearly shares.
    ///
    /// # Errors
    /// When there are no shares, more than forty, or they do not add up to 100%.
    pub fn new(shares: Vec<Rate>) -> Result<Self, Problem> {
        let example = "One share a year, for instance 25% 25% 25% 25%.";
        if shares.is_empty() || shares.len() > 40 {
            return Err(Problem::new("vesting-length", "A vesting schedule has 1 to 40 years.").hint(example));
        }
        let total = exact::sum(shares.iter().map(|share| share.share()))?;
        if total != Decimal::ONE {
            let shown = exact::mul(total, Decimal::ONE_HUNDRED)?.normalize();
            let message = format!("This vesting schedule adds up to {shown}%, not to 100%.");
            return Err(Problem::new("vesting-sum", message).hint(example));
        }
        Ok(Self(shares))
    }

    pub fn shares(&self) -> &[Rate] {
        &self.0
    }
}

impl<'de> Deserialize<'de> for Vesting {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let shares = Vec::deserialize(deserializer)?;
        Self::new(shares).map_err(|problem| serde::de::Error::custom(problem.in_words()))
    }
}

impl JsonSchema for Vesting {
    fn schema_name() -> Cow<'static, str> {
        "Vesting".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "The share of a grant that vests in each year; the shares add up to 100%.",
            "type": "array",
            "items": generator.subschema_for::<Rate>(),
            "minItems": 1,
            "maxItems": 40,
            "examples": [["25%", "25%", "25%", "25%"]],
        })
    }
}

/// How often a part of a grant vests within a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cadence {
    Monthly,
    Quarterly,
    HalfYearly,
    Yearly,
}

impl Cadence {
    pub const ALL: [Self; 4] = [Self::Monthly, Self::Quarterly, Self::HalfYearly, Self::Yearly];

    /// Months from one vesting day to the next.
    pub fn months(self) -> u16 {
        match self {
            Self::Monthly => 1,
            Self::Quarterly => 3,
            Self::HalfYearly => 6,
            Self::Yearly => 12,
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Monthly => "monthly",
            Self::Quarterly => "quarterly",
            Self::HalfYearly => "half-yearly",
            Self::Yearly => "yearly",
        }
    }
}

/// A whole grant, not its yearly part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Equity {
    pub grant: Money,
    /// `None`: not stated. A target's grant is then of the playbook's kind, a rival's counts as listed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<EquityKind>,
    /// Years over which an even grant vests.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub years: Option<u8>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vesting: Option<Vesting>,
    /// The owner's own haircut, in place of the setting for private paper.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub haircut: Option<Rate>,
    /// A way to reckon the haircut, in place of a stated one; never both.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mark_down: Option<MarkDown>,
    /// How often a part vests; `None`: not stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cadence: Option<Cadence>,
    /// Whoever leaves before that many months keeps nothing; `None`: not stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cliff_months: Option<u16>,
    /// Further grants, each year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refresher: Option<Refresher>,
    /// The terms of stock options; they rule over the amount of the grant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub options: Option<OptionTerms>,
}

impl Equity {
    pub fn of(grant: Money) -> Self {
        Self {
            grant,
            kind: None,
            years: None,
            vesting: None,
            haircut: None,
            mark_down: None,
            cadence: None,
            cliff_months: None,
            refresher: None,
            options: None,
        }
    }

    /// Every amount and price of the grant with the key it stands under in its package.
    pub fn amounts(&self) -> impl Iterator<Item = (&'static str, Money)> + '_ {
        let options = self.options.as_ref();
        let exits = options.map_or(&[][..], |options| &options.exits);
        [
            ("equity.grant", Some(self.grant)),
            ("equity.refresher.a_year", self.refresher.map(|refresher| refresher.a_year)),
            ("equity.options.strike", options.map(|options| options.strike)),
            ("equity.options.fmv", options.and_then(|options| options.fmv)),
            ("equity.options.preferred", options.and_then(|options| options.preferred)),
        ]
        .into_iter()
        .filter_map(|(key, amount)| Some((key, amount?)))
        .chain(exits.iter().map(|exit| ("equity.options.exits", exit.price)))
    }

    /// What the whole grant counts as at face: its amount, or what the terms of options come to.
    ///
    /// # Errors
    /// When a figure leaves the range of decimals.
    pub fn worth(&self) -> Result<Decimal, Problem> {
        self.options.as_ref().map_or(Ok(self.grant.amount()), OptionTerms::worth)
    }

    /// The haircut of this grant alone: stated, reckoned, or none where exit cases price failure
    /// already. `None`: the usual one applies.
    ///
    /// # Errors
    /// When a figure leaves the range of decimals.
    pub fn own_haircut(&self) -> Result<Option<Rate>, Problem> {
        if self.options.as_ref().is_some_and(|options| options.basis() == Basis::Exits) {
            return Ok(Some(Rate::ZERO));
        }
        match (self.haircut, self.mark_down) {
            (Some(stated), _) => Ok(Some(stated)),
            (None, Some(mark_down)) => mark_down.haircut().map(Some),
            (None, None) => Ok(None),
        }
    }
    /// The formula that [`Self::own_haircut`] came by, if any.
    pub fn own_route(&self) -> Option<MarkDown> {
        let has_exits = self.options.as_ref().is_some_and(|options| options.basis() == Basis::Exits);
        self.mark_down.filter(|_| self.haircut.is_none() && !has_exits)
    }
}
