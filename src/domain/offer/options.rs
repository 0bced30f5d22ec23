//! Stock options: the right to buy stock at a fixed price.

use serde::{Deserialize, Serialize};

use super::estimate;
use crate::domain::money::exact::{self, Exact};
use crate::domain::money::{Decimal, Money, Rate};
use crate::domain::problem::Problem;

/// The terms of a grant of options, prices a share in the offer's currency. A count or a strike of
/// zero is one that is not stated yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OptionTerms {
    pub count: u64,
    pub strike: Money,
    /// The 409A value: what an appraiser says a common share is worth.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fmv: Option<Money>,
    /// What investors last paid for a preferred share.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub preferred: Option<Money>,
    /// What each further round takes off one's share.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dilution: Option<Rate>,
    /// Further rounds until an exit; one where only the dilution is stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rounds: Option<u8>,
    /// The user's own cases; what they leave of 100% is an exit at nothing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exits: Vec<Exit>,
}

/// One way it may end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exit {
    pub chance: Rate,
    /// What a common share brings, after preferences and before further dilution.
    pub price: Money,
}

/// What options may be worth, in the offer's currency: never one expected value alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OptionFigures {
    /// What it costs to buy all the stock.
    pub exercise_cost: Decimal,
    /// At the 409A value: nothing on the day of a usual grant.
    pub spread: Option<Decimal>,
    /// At the last preferred price: the recruiter's number.
    pub at_preferred: Option<Decimal>,
    /// What the plan counts, and from what.
    pub counted: Decimal,
    pub basis: Basis,
}

/// Where the counted worth of options comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// The user's own exit cases: failure is in them already, so nothing more is taken off.
    Exits,
    /// Black and Scholes on the 409A value: five years, 60% volatility, 4% a year.
    BlackScholes,
    /// Neither a 409A value nor exit cases, or no count or strike: they count as nothing.
    Unknown,
}

impl OptionTerms {
    const YEARS: f64 = 5.0;
    const VOLATILITY: f64 = 0.6;
    const RATE: f64 = 0.04;

    /// All the figures.
    ///
    /// # Errors
    /// When one leaves the range of decimals.
    pub fn figures(&self) -> Result<OptionFigures, Problem> {
        let strike = self.strike.amount();
        let basis = self.basis();
        let counted = match basis {
            Basis::Exits => self.at_exits()?,
            Basis::BlackScholes => self.black_scholes(self.fmv.map_or(Decimal::ZERO, Money::amount))?,
            Basis::Unknown => Decimal::ZERO,
        };
        let above_strike =
            |price: Option<Money>| price.map(|price| self.times(price.amount(), strike)).transpose();
        Ok(OptionFigures {
            exercise_cost: exact::mul(self.number(), strike)?,
            spread: above_strike(self.fmv)?,
            at_preferred: above_strike(self.preferred)?,
            counted,
            basis,
        })
    }

    /// What the plan counts in place of the company's own figure.
    pub fn worth(&self) -> Exact {
        Ok(self.figures()?.counted)
    }

    /// Where the counted worth comes from.
    pub fn basis(&self) -> Basis {
        if !self.is_stated() {
            return Basis::Unknown;
        }
        match (self.exits.is_empty(), self.fmv) {
            (false, _) => Basis::Exits,
            (true, Some(_)) => Basis::BlackScholes,
            (true, None) => Basis::Unknown,
        }
    }

    /// The share of one's stock that is left after the rounds to come: `(1 − d)^n`.
    pub fn retained(&self) -> Exact {
        let kept = exact::sub(Decimal::ONE, self.dilution.unwrap_or(Rate::ZERO).share())?;
        (0..self.rounds.unwrap_or(1)).try_fold(Decimal::ONE, |left, _| exact::mul(left, kept))
    }

    /// `Σ p × N × max(0, X (1 − d)^n − K)`.
    fn at_exits(&self) -> Exact {
        let retained = self.retained()?;
        let cases = self.exits.iter().map(|exit| {
            let price = exact::mul(exit.price.amount(), retained)?;
            exact::mul(exit.chance.share(), self.times(price, self.strike.amount())?)
        });
        exact::sum(cases.collect::<Result<Vec<_>, _>>()?)
    }

    /// The number that an accountant would put on them, to the cent.
    fn black_scholes(&self, fmv: Decimal) -> Exact {
        if fmv.is_zero() {
            return Ok(Decimal::ZERO);
        }
        let strike = estimate::decimal(self.strike.amount()) / estimate::decimal(fmv);
        let share = estimate::exact(estimate::call(strike, Self::YEARS, Self::VOLATILITY, Self::RATE), 12)?;
        Ok(exact::mul(exact::mul(self.number(), fmv)?, share)?.round_dp(2).max(Decimal::ZERO))
    }

    /// Whether enough is stated to reckon with.
    pub fn is_stated(&self) -> bool {
        self.count > 0 && !self.strike.amount().is_zero()
    }

    /// The price a common share must bring at an exit for all options to be worth `amount`.
    pub fn price_for(&self, amount: Decimal) -> Exact {
        let needed = exact::add(self.strike.amount(), exact::div(amount, self.number())?)?;
        exact::div(needed, self.retained()?)
    }

    fn number(&self) -> Decimal {
        Decimal::from(self.count)
    }

    /// `N × max(0, price − strike)`.
    fn times(&self, price: Decimal, strike: Decimal) -> Exact {
        exact::mul(self.number(), exact::sub(price, strike)?.max(Decimal::ZERO))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(more: &str) -> OptionTerms {
        serde_yaml::from_str(&format!("{{count: 20000, strike: 4, {more}}}")).unwrap()
    }

    fn d(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn the_recruiters_number_is_shown_and_never_counted() {
        let terms = terms(
            "fmv: 6, preferred: 12, dilution: 15%, rounds: 2, exits: [{chance: 50%, price: 0}, {chance: 30%, price: \
             10}, {chance: 20%, price: 30}]",
        );
        let figures = terms.figures().unwrap();
        assert_eq!((figures.exercise_cost, figures.basis), (d("80000"), Basis::Exits));
        assert_eq!((figures.at_preferred, figures.spread), (Some(d("160000")), Some(d("40000"))));
        assert_eq!((terms.retained(), figures.counted), (Ok(d("0.7225")), d("90050")));
    }

    #[test]
    fn without_exit_cases_an_accountant_counts() {
        let figures = terms("fmv: 4").figures().unwrap();
        assert_eq!(
            (figures.spread, figures.at_preferred, figures.basis),
            (Some(d("0")), None, Basis::BlackScholes)
        );
        // 80,000 at the price of 4: 54.7% of it.
        assert_eq!(figures.counted.round(), d("43799"));
        assert_eq!(terms("preferred: 12").figures().unwrap().counted, d("0"));
    }

    #[test]
    fn the_price_that_makes_them_worth_an_amount() {
        let terms = terms("fmv: 4, dilution: 20%, rounds: 1");
        assert_eq!(terms.price_for(d("120000")), Ok(d("12.5")));
    }
}
