//! A playbook: what a guide says about negotiating for one role at one company.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::money::{Currency, Money, Range, RateRange};
use super::offer::{EquityKind, Vesting};

/// The playbook format this program reads and writes.
pub const FORMAT: u32 = 1;
/// The folder of playbooks that are written for no company in particular: the company's name comes
/// from the user.
pub const ANY_COMPANY: &str = "any-company/";

/// One role at one company: bands, levers, strategy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Playbook {
    /// The format's number.
    #[schemars(extend("const" = FORMAT))]
    pub playbook: u32,
    /// `company/role` in lower case with dashes.
    #[schemars(regex(pattern = "^[a-z0-9_-]+(/[a-z0-9_-]+)?$"))]
    pub id: String,
    /// The company as the screens name it.
    pub company: String,
    /// The role as the screens name it.
    pub role: String,
    /// The month the figures were taken in, `2026-01`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<String>,
    /// Short phrases: the guide's "negotiation DNA".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub summary: Vec<String>,
    /// What the company does and what it looks for, in a few sentences.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    #[serde(default)]
    pub equity: EquityTerms,
    /// The pay in each region, the one that the levers' amounts are written for first; none for a
    /// playbook that serves any company.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bands: Vec<Band>,
    /// Levels elsewhere that match this role: `Google L4`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub level_mapping: Vec<String>,
    /// What the levers' sentences need to hear from the user.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<Question>,
    /// The arguments, in the order they are made.
    pub levers: Vec<Lever>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub strategy: Option<Strategy>,
    /// The sources of the figures and claims.
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EquityTerms {
    #[serde(default)]
    pub kind: EquityKind,
    /// Years over which a grant vests.
    #[serde(default = "EquityTerms::usual_years")]
    #[schemars(range(min = 1, max = 40))]
    pub years: u8,
    /// The share of each year; default: the same in every year.
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Band {
    /// The place, as it stands in the list to choose from.
    pub region: String,
    /// The currency of all amounts of this band.
    pub currency: Currency,
    /// Where a guide gives one region several rows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<String>,
    /// Pay a year, without bonus.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base: Option<Range>,
    /// The whole grant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub equity: Option<Range>,
    /// The target bonus as a share of base.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bonus: Option<RateRange>,
    /// The target bonus a year as an amount, where it is no share of base.
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OwnBand {
    pub currency: Currency,
    /// Pay a year, without bonus.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base: Option<Range>,
    /// The whole grant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub equity: Option<Range>,
    /// The target bonus as a share of base.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bonus: Option<RateRange>,
    /// The target bonus a year as an amount, where it is no share of base.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bonus_amount: Option<Range>,
    /// The total as published, which need not be the sum of the parts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<Range>,
}

/// Something a lever's sentence needs to hear from the user.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// The name of the slot that the answer fills.
    #[schemars(regex(pattern = "^[a-z0-9_-]+$"))]
    pub id: String,
    /// The question, as the screens ask it.
    pub ask: String,
    /// What the answer must be.
    #[serde(default)]
    pub kind: QuestionKind,
    /// For `choice`: what may be chosen.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<String>,
    /// An example answer, shown in the empty field.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub example: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum QuestionKind {
    #[default]
    Text,
    Number,
    Money,
    Choice,
}

/// One argument of the playbook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Lever {
    /// The lever's name in a session, such as `competing-offers`.
    #[schemars(regex(pattern = "^[a-z0-9_-]+$"))]
    pub id: String,
    /// The lever as the screens name it.
    pub name: String,
    /// Why it works here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// The sentence to say, with slots such as `{{ ask.base }}`.
    pub script: String,
    /// The sentence for a lever that is only partly backed; default: `script`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub softer: Option<String>,
    /// The amounts it argues for, written for the first region.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asks: Option<Asks>,
    /// Takes its amounts from the offers in hand.
    #[serde(default, skip_serializing_if = "is_false")]
    pub from_offers: bool,
}

/// Amounts asked for; a total is shown, it does not vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Asks {
    /// Pay a year, without bonus.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base: Option<Money>,
    /// The whole grant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub equity: Option<Money>,
    /// Paid once, on joining.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signing: Option<Money>,
    /// The whole package a year; it is shown, it does not vote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<Money>,
}

/// How the guide puts it all together; spoken and private apart.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Strategy {
    /// What is said aloud, with slots such as `{{ ask.base }}`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub script: Option<String>,
    /// For the user's eyes: floor, when to accept, what they will counter with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub private: Option<String>,
    /// The guide's own numbers, shown beside the computed ones.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asks: Option<Asks>,
    /// The guide's own floor: a base or a total.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub floor: Option<Asks>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_false(flag: &bool) -> bool {
    !flag
}
