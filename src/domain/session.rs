//! A session: what one user says in one negotiation. Inputs only; the plan is computed from them.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::money::{Currency, Decimal, ExchangeRate, Money, Rate};
use super::offer::{Alternative, MarkDown, TargetOffer};
use super::playbook::OwnBand;
use super::problem::Problem;

/// The session format this program reads and writes.
pub const FORMAT: u32 = 1;

/// The inputs of one negotiation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Session {
    pub session: u32,
    /// The name as the user typed it; the file is named after it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The playbook's id, or a path to a playbook file.
    pub playbook: String,
    pub region: String,
    /// Which of a region's rows applies, where the playbook gives several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<String>,
    /// The company at the other end, where a general playbook cannot name it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub company: Option<String>,
    /// The role applied for, where a general playbook cannot name it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// The furthest step reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<Step>,
    /// The user's own band, from a job posting, in place of the playbook's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub band: Option<OwnBand>,
    #[serde(default, with = "unique", skip_serializing_if = "BTreeMap::is_empty")]
    pub answers: BTreeMap<String, String>,
    #[serde(default, with = "unique", skip_serializing_if = "BTreeMap::is_empty")]
    pub backing: BTreeMap<String, Backing>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<TargetOffer>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub alternatives: Vec<Alternative>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub settings: Settings,
    #[serde(default, skip_serializing_if = "is_default")]
    pub packages: Leans,
    #[serde(default, skip_serializing_if = "is_default")]
    pub script: Wording,
}

impl Session {
    /// A session in which nothing is answered yet.
    pub fn new(playbook: impl Into<String>, region: impl Into<String>) -> Self {
        Self {
            session: FORMAT,
            title: None,
            playbook: playbook.into(),
            region: region.into(),
            level: None,
            company: None,
            role: None,
            step: None,
            band: None,
            answers: BTreeMap::new(),
            backing: BTreeMap::new(),
            target: None,
            alternatives: Vec::new(),
            settings: Settings::default(),
            packages: Leans::default(),
            script: Wording::default(),
        }
    }

    pub fn backing_of(&self, lever: &str) -> Backing {
        self.backing.get(lever).copied().unwrap_or_default()
    }

    /// The next day on which an offer ends, today included.
    pub fn next_deadline(&self, today: Date) -> Option<Date> {
        let target = self.target.as_ref().and_then(|target| target.expires);
        let rivals = self.alternatives.iter().filter_map(|alternative| alternative.expires);
        target.into_iter().chain(rivals).filter(|day| *day >= today).min()
    }
}

/// How well the user can prove a lever.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Backing {
    #[default]
    None,
    Partial,
    Full,
}

impl Backing {
    pub const ALL: [Self; 3] = [Self::None, Self::Partial, Self::Full];

    /// The share of a lever's amount that it carries: 0, ½, 1.
    pub fn weight(self) -> Decimal {
        match self {
            Self::None => Decimal::ZERO,
            Self::Partial => Decimal::from_parts(5, 0, 0, false, 1),
            Self::Full => Decimal::ONE,
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Partial => "partial",
            Self::Full => "full",
        }
    }
}

/// The steps of the path, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Step {
    Target,
    Background,
    Offers,
    Levers,
    Plan,
    Script,
}

impl Step {
    pub const ALL: [Self; 6] =
        [Self::Target, Self::Background, Self::Offers, Self::Levers, Self::Plan, Self::Script];

    pub fn title(self) -> &'static str {
        match self {
            Self::Target => "Target",
            Self::Background => "Background",
            Self::Offers => "Offers",
            Self::Levers => "Levers",
            Self::Plan => "Plan",
            Self::Script => "Script",
        }
    }
}

/// The assumptions of the computation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    pub horizon_years: u8,
    pub discount_rate: Rate,
    /// What private paper is marked down by.
    pub private_haircut: Rate,
    /// A way to reckon the haircut on private paper, in place of `private_haircut`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mark_down: Option<MarkDown>,
    /// What staying in the current job is worth above its pay.
    pub switching_premium: Rate,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub personal_minimum: Option<Money>,
    /// The user's marginal tax rate at the target's place; it counts only for offers that state theirs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tax_rate: Option<Rate>,
    /// Working days that an answer to a letter takes.
    pub reply_days: u8,
    #[serde(with = "unique", skip_serializing_if = "BTreeMap::is_empty")]
    pub fx: BTreeMap<Currency, Fx>,
}

impl Settings {
    /// The confidence of a verbal offer that states none.
    pub const VERBAL_CONFIDENCE: Rate = Rate::percent(85);

    /// What private paper is marked down by where its owner says nothing else.
    ///
    /// # Errors
    /// When a figure leaves the range of decimals.
    pub fn haircut(&self) -> Result<Rate, Problem> {
        self.mark_down.map_or(Ok(self.private_haircut), |mark_down| mark_down.haircut())
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            horizon_years: 4,
            discount_rate: Rate::ZERO,
            private_haircut: Rate::percent(25),
            mark_down: None,
            switching_premium: Rate::percent(10),
            personal_minimum: None,
            tax_rate: None,
            reply_days: 2,
            fx: BTreeMap::new(),
        }
    }
}

/// One unit of a currency in the plan's, as the user states it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fx {
    pub rate: ExchangeRate,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Date>,
    /// Who said it: a bank, a newspaper.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

/// How far each of the three equal packages is shifted from where it stands of itself, in steps of
/// the term it leans on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Leans {
    pub base: i8,
    pub equity: i8,
    pub signing: i8,
}

/// The user's choices about the script's words.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Wording {
    /// Whether the script names the rival companies.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub name_rivals: bool,
    /// Passages in the user's own words, by the passage's id.
    #[serde(with = "unique", skip_serializing_if = "BTreeMap::is_empty")]
    pub edits: BTreeMap<String, String>,
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// Maps in which a key that stands twice is an error, where the YAML reader lets the last one win.
mod unique {
    use std::collections::BTreeMap;
    use std::fmt;
    use std::marker::PhantomData;

    use serde::de::{Deserializer, Error, MapAccess, Visitor};
    use serde::{Deserialize, Serialize, Serializer};

    struct Unique<K, V>(PhantomData<(K, V)>);

    impl<'de, K, V> Visitor<'de> for Unique<K, V>
    where
        K: Deserialize<'de> + Ord + fmt::Debug,
        V: Deserialize<'de>,
    {
        type Value = BTreeMap<K, V>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a map")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Self::Value, A::Error> {
            let mut map = BTreeMap::new();
            while let Some(key) = access.next_key()? {
                if map.contains_key(&key) {
                    return Err(A::Error::custom(format!("duplicate key {key:?}")));
                }
                map.insert(key, access.next_value()?);
            }
            Ok(map)
        }
    }

    pub fn deserialize<'de, D, K, V>(deserializer: D) -> Result<BTreeMap<K, V>, D::Error>
    where
        D: Deserializer<'de>,
        K: Deserialize<'de> + Ord + fmt::Debug,
        V: Deserialize<'de>,
    {
        deserializer.deserialize_map(Unique(PhantomData))
    }

    pub fn serialize<S, K, V>(map: &BTreeMap<K, V>, serializer: S) -> Result<S::Ok, S::Error>
    where
        S: Serializer,
        K: Serialize + Ord,
        V: Serialize,
    {
        map.serialize(serializer)
    }
}
