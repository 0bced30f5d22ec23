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
    /// Who said what a currency is worth.
    ExchangeSource(Currency),
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
    Equity(EquityField),
    Signing,
    Clawback(ClawbackField),
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
    Equity(EquityField),
    Signing,
    Clawback(ClawbackField),
    Relocation,
    OtherAnnual,
    Expires,
    TaxRate,
    CostOfLiving,
}

/// A field of a grant, wherever the grant stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum EquityField {
    Grant,
    Kind,
    Options(OptionField),
    /// A known schedule, which fills in the three that follow.
    Schedule,
    Vesting,
    Cadence,
    Cliff,
    Refresher,
    RefresherWritten,
    MarkDown(MarkDownField),
    Haircut,
}

/// A field of the terms of stock options.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum OptionField {
    Count,
    Strike,
    Fmv,
    Preferred,
    Dilution,
    Rounds,
    Exits,
}

/// A field of the way a haircut is reckoned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MarkDownField {
    Route,
    Months,
    Chance,
    Rate,
    Volatility,
    Dividend,
}

/// A field of what must be given back by whoever leaves early.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ClawbackField {
    Kind,
    Months,
}

/// One of the assumptions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SettingField {
    PersonalMinimum,
    MarkDown(MarkDownField),
    PrivateHaircut,
    Horizon,
    DiscountRate,
    SwitchingPremium,
    TaxRate,
    ReplyDays,
}

impl fmt::Display for FieldId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Company => f.write_str("company"),
            Self::Role => f.write_str("role"),
            Self::Region => f.write_str("region"),
            Self::Band(field) => write!(f, "band.{field:?}"),
            Self::Target(field) => write!(f, "target.{field}"),
            Self::Answer(question) => write!(f, "answers.{question}"),
            Self::QuickLine => f.write_str("quick-line"),
            Self::Offer(index, field) => write!(f, "alternatives[{index}].{field}"),
            Self::Backing(lever) => write!(f, "backing.{lever}"),
            Self::Setting(SettingField::MarkDown(field)) => write!(f, "settings.MarkDown.{field:?}"),
            Self::Setting(field) => write!(f, "settings.{field:?}"),
            Self::ExchangeRate(currency) => write!(f, "settings.fx.{currency}.rate"),
            Self::ExchangeDay(currency) => write!(f, "settings.fx.{currency}.as_of"),
            Self::ExchangeSource(currency) => write!(f, "settings.fx.{currency}.source"),
            Self::Passage(id) => write!(f, "script.{id}"),
        }
    }
}

impl fmt::Display for TargetField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Equity(EquityField::Grant) => f.write_str("Equity"),
            Self::Equity(field) => write!(f, "Equity.{field}"),
            Self::Clawback(field) => write!(f, "Clawback.{field:?}"),
            other => write!(f, "{other:?}"),
        }
    }
}

impl fmt::Display for OfferField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Equity(field) => field.fmt(f),
            Self::Clawback(field) => write!(f, "Clawback.{field:?}"),
            other => write!(f, "{other:?}"),
        }
    }
}

impl fmt::Display for EquityField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Options(field) => write!(f, "Options.{field:?}"),
            Self::MarkDown(field) => write!(f, "MarkDown.{field:?}"),
            other => write!(f, "{other:?}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drafts_of_older_versions_are_found_under_their_names() {
        for (id, key) in [
            (FieldId::Target(TargetField::Equity(EquityField::Grant)), "target.Equity"),
            (FieldId::Offer(2, OfferField::Equity(EquityField::Grant)), "alternatives[2].Grant"),
            (FieldId::Offer(0, OfferField::Equity(EquityField::Vesting)), "alternatives[0].Vesting"),
            (FieldId::Offer(0, OfferField::BonusAmount), "alternatives[0].BonusAmount"),
            (FieldId::Setting(SettingField::PrivateHaircut), "settings.PrivateHaircut"),
        ] {
            assert_eq!(id.to_string(), key);
        }
    }
}
