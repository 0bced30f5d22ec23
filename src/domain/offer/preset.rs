//! Known vesting schedules, each with its date and source. They are offered, never applied unasked.

mod table;

use super::{Cadence, Equity, Vesting};
use crate::domain::money::{Decimal, Rate};
pub use table::PRESETS;

/// A schedule that a company is known to use, or that is common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Preset {
    /// A stable name, such as `google-2024`.
    pub id: &'static str,
    /// The company; `None` for a schedule that is common everywhere.
    pub company: Option<&'static str>,
    /// Other names of the company.
    pub also: &'static [&'static str],
    /// The schedule among those of the same company: `since Aug 2025`; empty where there is one.
    pub name: &'static str,
    /// Percents of the grant for each year; they add up to 100.
    pub shares: &'static [u32],
    /// `None`: the sources do not say.
    pub cadence: Option<Cadence>,
    /// `Some(0)` is no cliff, `None` that the sources do not say.
    pub cliff_months: Option<u16>,
    pub as_of: &'static str,
    pub source: &'static str,
    /// What else is said about it; may be empty.
    pub note: &'static str,
    /// Whether sources contradict each other.
    pub disputed: bool,
}

impl Preset {
    /// The company with the name of the schedule: `Nvidia since Aug 2025`.
    pub fn label(&self) -> String {
        match (self.company, self.name) {
            (Some(company), "") => company.to_owned(),
            (Some(company), name) => format!("{company} {name}"),
            (None, name) => name.to_owned(),
        }
    }

    /// Whether every year vests the same part.
    pub fn is_even(&self) -> bool {
        self.shares.iter().all(|share| Some(share) == self.shares.first())
    }

    /// The terms in words: `40/30/20/10, quarterly, no cliff`.
    pub fn terms(&self) -> String {
        let years = self.shares.len();
        let mut parts = vec![match (self.is_even(), years) {
            (true, 1) => "all in 1 year".to_owned(),
            (true, _) => format!("even {years} years"),
            (false, _) => self.shares.iter().map(ToString::to_string).collect::<Vec<_>>().join("/"),
        }];
        parts.extend(self.cadence.map(|cadence| cadence.name().to_owned()));
        parts.extend(self.cliff_months.map(|months| match months {
            0 => "no cliff".to_owned(),
            12 => "1-year cliff".to_owned(),
            months => format!("{months}-month cliff"),
        }));
        parts.join(", ")
    }

    /// The grant on this schedule; what else it holds stays.
    #[must_use]
    pub fn on(&self, equity: Equity) -> Equity {
        let shares = || self.shares.iter().map(|share| Rate::percent(*share)).collect();
        let even = self.is_even().then(|| u8::try_from(self.shares.len()).ok()).flatten();
        Equity {
            years: even,
            vesting: if even.is_some() { None } else { Vesting::new(shares()).ok() },
            cadence: self.cadence,
            cliff_months: self.cliff_months,
            ..equity
        }
    }

    /// Whether a grant is on this schedule.
    pub fn fits(&self, equity: &Equity) -> bool {
        self.cadence == equity.cadence
            && self.cliff_months == equity.cliff_months
            && match (&equity.vesting, equity.years) {
                (Some(vesting), _) => self.has(vesting),
                (None, Some(years)) => self.is_even() && self.shares.len() == usize::from(years),
                (None, None) => false,
            }
    }

    fn has(&self, vesting: &Vesting) -> bool {
        let stated = vesting.shares().iter().map(|share| share.share());
        stated.eq(self.shares.iter().map(|share| Decimal::new(i64::from(*share), 2)))
    }

    /// Whether two presets mean the same schedule.
    pub fn same_terms(&self, other: &Self) -> bool {
        (self.shares, self.cadence, self.cliff_months) == (other.shares, other.cadence, other.cliff_months)
    }

    /// Whether the preset is the named company's; its name may stand among other words.
    pub fn is_of(&self, name: &str) -> bool {
        let name = whole_words(name);
        self.company.iter().chain(self.also).any(|own| name.contains(&whole_words(own)))
    }
}

/// Every known schedule: the common ones, then the companies' by name.
pub fn presets() -> &'static [Preset] {
    &PRESETS
}

pub fn preset(id: &str) -> Option<&'static Preset> {
    PRESETS.iter().find(|preset| preset.id == id)
}

/// The schedules of a company, the newest first.
pub fn for_company(name: &str) -> Vec<&'static Preset> {
    PRESETS.iter().filter(|preset| preset.is_of(name)).collect()
}

/// The schedule a grant is on, the company's own before others with the same terms.
pub fn matching(equity: &Equity, company: &str) -> Option<&'static Preset> {
    let fitting = || PRESETS.iter().filter(|preset| preset.fits(equity));
    fitting().find(|preset| preset.is_of(company)).or_else(|| fitting().next())
}

/// The words of a name between blanks, in lower case, so that a part is only found whole.
fn whole_words(name: &str) -> String {
    let words = name.to_lowercase();
    let words = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    format!(" {} ", words.collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::domain::money::Money;

    fn grant() -> Equity {
        Equity::of(Money::new(Decimal::ONE_HUNDRED).unwrap())
    }

    #[test]
    fn every_schedule_is_whole_named_once_and_has_its_source() {
        let ids: BTreeSet<&str> = presets().iter().map(|preset| preset.id).collect();
        assert_eq!(ids.len(), presets().len());
        for preset in presets() {
            assert_eq!(preset.shares.iter().sum::<u32>(), 100, "{}", preset.id);
            assert!(!preset.source.is_empty() && !preset.as_of.is_empty(), "{}", preset.id);
            assert!(!preset.disputed || !preset.note.is_empty(), "{} does not say why", preset.id);
        }
    }

    #[test]
    fn a_grant_put_on_a_schedule_is_found_on_it_again() {
        for preset in presets() {
            let equity = preset.on(grant());
            let found = matching(&equity, preset.company.unwrap_or_default()).unwrap();
            assert!(found.same_terms(preset), "{} became {}", preset.id, found.id);
            assert_eq!(found.company.is_some(), preset.company.is_some(), "{}", preset.id);
            assert_eq!(equity.grant, grant().grant);
        }
        assert_eq!(matching(&grant(), "Google"), None);
    }

    #[test]
    fn an_even_schedule_is_the_same_by_years_and_by_shares() {
        let meta = preset("meta").unwrap();
        let by_years = meta.on(grant());
        let quarter = vec![Rate::percent(25); 4];
        let by_shares = Equity { years: None, vesting: Vesting::new(quarter).ok(), ..by_years.clone() };
        assert!(meta.fits(&by_years) && meta.fits(&by_shares));
        assert!(!meta.fits(&Equity { cliff_months: None, ..by_years }));
    }

    #[test]
    fn companies_are_found_by_whole_words_in_any_case() {
        let found = |name: &str| for_company(name).iter().map(|preset| preset.id).collect::<Vec<_>>();
        assert_eq!(found("Google Cloud"), ["google-2024", "google-before"]);
        assert_eq!(found("AMAZON.COM"), ["amazon"]);
        assert_eq!(found("aws"), ["amazon"]);
        assert_eq!(found("Meta Platforms"), ["meta"]);
        assert!(found("Metabase").is_empty() && found("Laws").is_empty() && found("").is_empty());
    }

    #[test]
    fn the_companys_own_comes_before_another_with_the_same_terms() {
        let equity = preset("oracle").unwrap().on(grant());
        assert_eq!(matching(&equity, "Oracle").unwrap().id, "oracle");
        let equity = preset("nvidia-before").unwrap().on(grant());
        assert_eq!(matching(&equity, "Nvidia Germany").unwrap().id, "nvidia-before");
    }

    #[test]
    fn terms_are_said_in_words() {
        let terms = |id: &str| preset(id).unwrap().terms();
        assert_eq!(terms("amazon"), "5/15/40/40, half-yearly, 1-year cliff");
        assert_eq!(terms("meta"), "even 4 years, quarterly, no cliff");
        assert_eq!(terms("one-year"), "all in 1 year");
        assert_eq!(preset("nvidia-2025").unwrap().label(), "Nvidia since Aug 2025");
    }
}
