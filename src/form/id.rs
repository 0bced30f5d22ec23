//! The name of each field: what an answer changes, and the key a draft is kept under.

use std::fmt;

use crate::domain::money::Currency;

/// One field of the form.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum FieldId {
    Company,
    Role,
    Region,
    Band(BandField),
    Target(TargetField),
    /// The answer to a question of the playbook.
    Answer(String),
    /// The one line that an offer may be typed into.
    QuickLine,
    Offer(usize, OfferField),
    /// How well a lever can be backed.
    Backing(String),
    Setting(SettingField),
    /// What one unit of a currency is in the plan's.
    ExchangeRate(Currency),
    ExchangeDay(Currency),
    /// A passage of the script in the user's own words.
    Passage(String),
}

/// A field of the user's own band. The names are those that drafts are kept under.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum BandField {
    /// Whether the playbook's band rules or the user's own.
    Source,
    Currency,
    Base,
    Equity,
    Bonus,
}

/// A field of what the target has offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TargetField {
    Base,
    Equity,
    Signing,
    Expires,
}

/// A field of an alternative.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum OfferField {
    Company,
    Level,
    Status,
    Confidence,
    Currency,
    Base,
    Bonus,
    BonusAmount,
    Grant,
    Kind,
    Vesting,
    Haircut,
    Signing,
    Relocation,
    OtherAnnual,
    Expires,
}

/// One of the assumptions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SettingField {
    PersonalMinimum,
    PrivateHaircut,
    Horizon,
    DiscountRate,
    SwitchingPremium,
}

impl fmt::Display for FieldId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Company => f.write_str("company"),
            Self::Role => f.write_str("role"),
            Self::Region => f.write_str("region"),
            Self::Band(field) => write!(f, "band.{field:?}"),
            Self::Target(field) => write!(f, "target.{field:?}"),
            Self::Answer(question) => write!(f, "answers.{question}"),
            Self::QuickLine => f.write_str("quick-line"),
            Self::Offer(index, field) => write!(f, "alternatives[{index}].{field:?}"),
            Self::Backing(lever) => write!(f, "backing.{lever}"),
            Self::Setting(field) => write!(f, "settings.{field:?}"),
            Self::ExchangeRate(currency) => write!(f, "settings.fx.{currency}.rate"),
            Self::ExchangeDay(currency) => write!(f, "settings.fx.{currency}.as_of"),
            Self::Passage(id) => write!(f, "script.{id}"),
        }
    }
}
