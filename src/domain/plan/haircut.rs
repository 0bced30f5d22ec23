//! What is taken off the face of a grant, decided in one place, so that nothing is taken off twice.

use crate::domain::money::Rate;
use crate::domain::offer::{Basis, Equity, EquityKind, MarkDown, OptionTerms};
use crate::domain::problem::Problem;
use crate::domain::session::Settings;

/// A haircut, and what a derivation says of where it comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::domain) struct Haircut {
    pub rate: Rate,
    /// The formula it is reckoned by, where it is not simply stated.
    pub route: Option<MarkDown>,
    /// What options are counted by.
    pub basis: Option<Basis>,
}

impl Haircut {
    /// What a grant says of itself, else for paper that is not listed what the settings say.
    ///
    /// # Errors
    /// When a formula leaves the range of decimals.
    pub fn of(equity: Option<&Equity>, kind: EquityKind, settings: &Settings) -> Result<Self, Problem> {
        let basis = equity.and_then(|equity| equity.options.as_ref()).map(OptionTerms::basis);
        let own = equity.map_or(Ok(None), Equity::own_haircut)?;
        let (rate, route) = match own {
            Some(rate) => (rate, equity.and_then(Equity::own_route)),
            None if kind.is_liquid() => (Rate::ZERO, None),
            None => (settings.haircut()?, settings.mark_down),
        };
        Ok(Self { rate, route, basis })
    }

    /// The lines of the derivation that it needs: how options were counted, by which formula the
    /// haircut came.
    pub fn lines(&self) -> impl Iterator<Item = String> {
        let counted = self.basis.map(|basis| {
            match basis {
                Basis::Exits => {
                    "The options count by your exit cases, which price failure already: nothing more is taken off."
                }
                Basis::BlackScholes => {
                    "The options count by Black and Scholes on the 409A value: 5 years, 60% volatility, 4% a year."
                }
                Basis::Unknown => "The options are not priced, so they count as nothing.",
            }
            .to_owned()
        });
        let taken_off = self.route.map(|route| format!("What is taken off: {}.", route.words()));
        counted.into_iter().chain(taken_off)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::offer::Route;

    fn grant(terms: &str) -> Equity {
        serde_yaml::from_str(&format!("{{grant: 100, {terms}}}")).unwrap()
    }

    #[test]
    fn one_source_rules_and_none_is_stacked() {
        let usual = Settings::default();
        let chosen = Settings { mark_down: Some(MarkDown::of(Route::Exit)), ..Settings::default() };
        let exits = "options: {count: 100, strike: 1, exits: [{chance: 40%, price: 9}]}, haircut: 40%";
        for (terms, kind, settings, rate, lines) in [
            ("", EquityKind::Rsu, &chosen, "0%", 0),
            ("", EquityKind::Private, &usual, "25%", 0),
            ("", EquityKind::Private, &chosen, "54.9211%", 1),
            ("haircut: 40%", EquityKind::Private, &chosen, "40%", 0),
            ("haircut: 40%", EquityKind::Rsu, &usual, "40%", 0),
            ("mark_down: {route: finnerty}", EquityKind::Private, &chosen, "18.2002%", 1),
            ("options: {count: 100, strike: 1, fmv: 1}", EquityKind::Options, &usual, "25%", 1),
            (exits, EquityKind::Options, &chosen, "0%", 1),
        ] {
            let haircut = Haircut::of(Some(&grant(terms)), kind, settings).unwrap();
            assert_eq!(
                (haircut.rate.to_string().as_str(), haircut.lines().count()),
                (rate, lines),
                "{terms}"
            );
        }
    }
}
