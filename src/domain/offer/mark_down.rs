//! How a haircut on paper that cannot be sold is reckoned, by the user's choice of one route.

use serde::{Deserialize, Serialize};

use super::estimate;
use crate::domain::money::exact;
use crate::domain::money::{Decimal, Rate};
use crate::domain::problem::Problem;

/// The formula a haircut comes from. Each prices the wait by itself: they are never stacked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Route {
    /// The user's own chance and time of an exit: `1 − h = p ÷ (1 + r)^T`.
    Exit,
    /// An average-strike put (Finnerty 2012); never above 32.28%.
    Finnerty,
    /// A protective put (Chaffe 1993).
    Chaffe,
}

/// A route with the figures it needs; what is not stated has a usual value that the screens name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MarkDown {
    pub route: Route,
    /// Months until the paper can be sold.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub months: Option<u16>,
    /// The chance of an exit at all; for [`Route::Exit`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chance: Option<Rate>,
    /// The yearly rate: what waiting costs on the way to an exit, the riskless rate for Chaffe's put.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rate: Option<Rate>,
    /// Yearly volatility, for the two puts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub volatility: Option<Rate>,
    /// Yearly dividends as a share of the price, for Finnerty's put.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dividend: Option<Rate>,
}

impl Route {
    pub const ALL: [Self; 3] = [Self::Exit, Self::Finnerty, Self::Chaffe];

    pub fn name(self) -> &'static str {
        match self {
            Self::Exit => "exit",
            Self::Finnerty => "finnerty",
            Self::Chaffe => "chaffe",
        }
    }
}

impl MarkDown {
    /// The chance of an exit, where none is stated.
    pub const CHANCE: Rate = Rate::percent(60);
    /// Volatility a year, where none is stated.
    pub const VOLATILITY: Rate = Rate::percent(60);

    /// A route with its usual figures.
    pub fn of(route: Route) -> Self {
        Self { route, months: None, chance: None, rate: None, volatility: None, dividend: None }
    }

    /// Months until a sale that a route counts with where none are stated.
    pub fn usual_months(route: Route) -> u16 {
        if route == Route::Exit { 36 } else { 24 }
    }

    /// The yearly rate that a route counts with where none is stated.
    pub fn usual_rate(route: Route) -> Rate {
        if route == Route::Exit { Rate::percent(10) } else { Rate::percent(4) }
    }

    pub fn months(&self) -> u16 {
        self.months.unwrap_or(Self::usual_months(self.route))
    }

    pub fn chance(&self) -> Rate {
        self.chance.unwrap_or(Self::CHANCE)
    }

    pub fn rate(&self) -> Rate {
        self.rate.unwrap_or(Self::usual_rate(self.route))
    }

    pub fn volatility(&self) -> Rate {
        self.volatility.unwrap_or(Self::VOLATILITY)
    }

    pub fn dividend(&self) -> Rate {
        self.dividend.unwrap_or(Rate::ZERO)
    }

    /// The share that is taken off, to six decimals.
    ///
    /// The two puts need logarithms and the normal distribution, so they are reckoned in binary
    /// floating point and rounded once: they estimate, to one part in a million of their formulas.
    ///
    /// # Errors
    /// When a figure leaves the range of decimals.
    pub fn haircut(&self) -> Result<Rate, Problem> {
        let years = f64::from(self.months()) / 12.0;
        let share = match self.route {
            Route::Exit => return self.exit(),
            Route::Finnerty => estimate::finnerty(
                years,
                estimate::float(self.volatility()),
                estimate::float(self.dividend()),
            ),
            Route::Chaffe => {
                estimate::chaffe(years, estimate::float(self.volatility()), estimate::float(self.rate()))
            }
        };
        estimate::rate(share)
    }

    /// `1 − p ÷ (1 + r)^T`; whole years exactly.
    fn exit(&self) -> Result<Rate, Problem> {
        let months = self.months();
        let growth = exact::add(Decimal::ONE, self.rate().share())?;
        let mut grown = Decimal::ONE;
        for _ in 0..months.checked_div(12).unwrap_or_default() {
            grown = exact::mul(grown, growth)?;
        }
        let kept = exact::div(self.chance().share(), grown)?;
        let rest = months.checked_rem(12).unwrap_or_default();
        if rest == 0 {
            let taken = exact::sub(Decimal::ONE, kept)?.round_dp(6).max(Decimal::ZERO);
            return Rate::new(taken).ok_or_else(Problem::too_large);
        }
        let part = libm::pow(1.0 + estimate::float(self.rate()), -f64::from(rest) / 12.0);
        estimate::rate(1.0 - estimate::decimal(kept) * part)
    }

    /// What is counted with, in a line: `Finnerty's formula, 24 months at 60% volatility: 18.2% off`.
    pub fn words(&self) -> String {
        let months = self.months();
        let basis = match self.route {
            Route::Exit => {
                format!(
                    "your own chance of an exit, {} in {months} months at {} a year",
                    self.chance(),
                    self.rate()
                )
            }
            Route::Finnerty => {
                let dividend = match self.dividend() {
                    dividend if dividend == Rate::ZERO => String::new(),
                    dividend => format!(" and dividends of {dividend}"),
                };
                format!("Finnerty's formula, {months} months at {} volatility{dividend}", self.volatility())
            }
            Route::Chaffe => format!(
                "Chaffe's formula, {months} months at {} volatility and a rate of {}",
                self.volatility(),
                self.rate()
            ),
        };
        match self.haircut() {
            Ok(haircut) => format!(
                "{basis}: {}% off",
                (haircut.share().checked_mul(Decimal::ONE_HUNDRED))
                    .unwrap_or_default()
                    .round_dp(1)
                    .normalize()
            ),
            Err(problem) => format!("{basis}: {}", problem.message),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn put(route: Route, years: u16, percent: u32) -> Decimal {
        let months = years.checked_mul(12);
        let volatility = Some(Rate::percent(percent));
        MarkDown { months, volatility, ..MarkDown::of(route) }.haircut().unwrap().share()
    }

    fn d(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn the_puts_at_their_published_figures() {
        for (years, percent, finnerty, chaffe) in
            [(1, 40, "0.0907", "0.1366"), (2, 60, "0.1820", "0.2789"), (3, 80, "0.2631", "0.4276")]
        {
            let found = [Route::Finnerty, Route::Chaffe].map(|route| put(route, years, percent).round_dp(4));
            assert_eq!(found, [d(finnerty), d(chaffe)], "{years} years at {percent}%");
        }
    }

    #[test]
    fn an_exit_by_chance_and_time() {
        assert_eq!(MarkDown::of(Route::Exit).haircut().unwrap().share().round_dp(3), d("0.549"));
        let half = MarkDown { months: Some(18), ..MarkDown::of(Route::Exit) };
        assert_eq!(half.haircut().unwrap().share().round_dp(4), d("0.4799"));
        let certain = MarkDown { months: Some(0), chance: Some(Rate::ONE), ..MarkDown::of(Route::Exit) };
        assert_eq!(certain.haircut(), Ok(Rate::ZERO));
    }

    #[test]
    fn no_wait_and_no_swing_cost_nothing() {
        for route in [Route::Finnerty, Route::Chaffe] {
            assert_eq!(put(route, 0, 60), Decimal::ZERO);
            assert_eq!(put(route, 2, 0), Decimal::ZERO);
        }
    }

    proptest! {
        #[test]
        fn waiting_longer_never_costs_less(years in 0_u16..40, percent in 0_u32..300) {
            let (now, later) = (put(Route::Finnerty, years, percent), put(Route::Finnerty, years.saturating_add(1), percent));
            prop_assert!(now <= later && later <= d("0.322797"), "{now} {later}");
            prop_assert!(put(Route::Finnerty, years, percent) <= put(Route::Finnerty, years, percent.saturating_add(1)));
        }

        #[test]
        fn a_better_chance_never_costs_more(months in 0_u16..480, chance in 0_u32..100, rate in 0_u32..300) {
            let at = |chance| MarkDown { months: Some(months), chance: Some(Rate::percent(chance)), rate: Some(Rate::percent(rate)), ..MarkDown::of(Route::Exit) };
            let (less, more) = (at(chance).haircut(), at(chance.saturating_add(1)).haircut());
            if let (Ok(less), Ok(more)) = (less, more) {
                prop_assert!(more <= less);
            }
        }

        #[test]
        fn a_haircut_is_a_share_of_the_whole(months in 0_u16..480, percent in 0_u32..300, at in 0_usize..3) {
            let one = MarkDown { months: Some(months), volatility: Some(Rate::percent(percent)), ..MarkDown::of(Route::ALL[at]) };
            if let Ok(haircut) = one.haircut() {
                prop_assert!(haircut <= Rate::ONE);
            }
        }
    }
}
