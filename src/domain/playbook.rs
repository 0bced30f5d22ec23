//! A playbook: what a guide says about negotiating for one role at one company.

use serde::{Deserialize, Serialize};

use super::money::{Currency, Money, Range, RateRange};
use super::offer::{EquityKind, Vesting};

/// The playbook format this program reads and writes.
pub const FORMAT: u32 = 1;

/// One role at one company: bands, levers, strategy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Playbook {
    pub playbook: u32,
    /// `company/role` in lower case with dashes.
    pub id: String,
    pub company: String,
    pub role: String,
    /// The month the figures were taken in, `2026-01`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<String>,
    /// Short phrases: the guide's "negotiation DNA".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub summary: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    #[serde(default)]
    pub equity: EquityTerms,
    /// The first region is the one that the levers' amounts are written for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bands: Vec<Band>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub level_mapping: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<Question>,
    pub levers: Vec<Lever>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub strategy: Option<Strategy>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<String>,
}

impl Playbook {
    /// Whether the playbook serves any company: it has no bands of its own.
    pub fn is_general(&self) -> bool {
        self.bands.is_empty()
    }

    pub fn lever(&self, id: &str) -> Option<&Lever> {
        self.levers.iter().find(|lever| lever.id == id)
    }

    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == id)
    }
}

/// What the target pays in beside cash, and how it vests.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EquityTerms {
    #[serde(default)]
    pub kind: EquityKind,
    #[serde(default = "EquityTerms::usual_years")]
    pub years: u8,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vesting: Option<Vesting>,
}

impl EquityTerms {
    pub const fn usual_years() -> u8 {
        4
    }
}

impl Default for EquityTerms {
    fn default() -> Self {
        Self { kind: EquityKind::default(), years: Self::usual_years(), vesting: None }
    }
}

/// The published pay in one region; amounts a year, the equity as a whole grant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Band {
    pub region: String,
    pub currency: Currency,
    /// Where a guide gives one region several rows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base: Option<Range>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub equity: Option<Range>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bonus: Option<RateRange>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bonus_amount: Option<Range>,
    /// The total as published, which need not be the sum of the parts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<Range>,
    /// The same band as the guide prints it in a second currency.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub also: Option<OwnBand>,
}

impl Band {
    /// The region with its level, as it stands in a list of regions.
    pub fn label(&self) -> String {
        match &self.level {
            Some(level) => format!("{} · {level}", self.region),
            None => self.region.clone(),
        }
    }

    /// The band without its place and its published total.
    pub fn terms(&self) -> OwnBand {
        OwnBand {
            currency: self.currency,
            base: self.base,
            equity: self.equity,
            bonus: self.bonus,
            bonus_amount: self.bonus_amount,
            total: None,
        }
    }
}

/// A band that belongs to no region: typed in from a posting, or a second currency's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnBand {
    pub currency: Currency,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base: Option<Range>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub equity: Option<Range>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bonus: Option<RateRange>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bonus_amount: Option<Range>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<Range>,
}

/// Something a lever's sentence needs to hear from the user.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// The name of the slot that the answer fills.
    pub id: String,
    pub ask: String,
    #[serde(default)]
    pub kind: QuestionKind,
    /// For `choice`: what may be chosen.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<String>,
    /// An example answer, shown in the empty field.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub example: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum QuestionKind {
    #[default]
    Text,
    Number,
    Money,
    Choice,
}

/// One argument of the playbook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lever {
    pub id: String,
    pub name: String,
    /// Why it works here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// The sentence to say, with slots such as `{{ ask.base }}`.
    pub script: String,
    /// The sentence for a lever that is only partly backed; default: `script`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub softer: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asks: Option<Asks>,
    /// Takes its amounts from the offers in hand.
    #[serde(default, skip_serializing_if = "is_false")]
    pub from_offers: bool,
}

/// Amounts asked for; a total is shown, it does not vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asks {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base: Option<Money>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub equity: Option<Money>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signing: Option<Money>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<Money>,
}

/// How the guide puts it all together; spoken and private apart.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Strategy {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub script: Option<String>,
    /// For the user's eyes: floor, when to accept, what they will counter with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub private: Option<String>,
    /// The guide's own numbers, shown beside the computed ones.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asks: Option<Asks>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub floor: Option<Asks>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_false(flag: &bool) -> bool {
    !flag
}
