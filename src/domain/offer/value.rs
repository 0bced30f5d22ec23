//! What a package is worth a year: discounting, vesting, and the value itself.

use super::{Equity, Vesting};
use crate::domain::money::exact::{self, Exact};
use crate::domain::money::{Decimal, Rate};
use crate::domain::problem::Problem;

/// The years that are looked at, each with its discount factor `1 ÷ (1 + r)^t`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Horizon {
    factors: Vec<Decimal>,
    sum: Decimal,
}

impl Horizon {
    /// A horizon of `years` at a yearly discount rate.
    ///
    /// # Errors
    /// When there are no years, or the factors leave the range of decimals.
    pub fn new(years: u8, rate: Rate) -> Result<Self, Problem> {
        if years == 0 || years > 40 {
            return Err(Problem::new("horizon-range", "The horizon is 1 to 40 years.")
                .at("settings.horizon_years")
                .hint("Four years is usual."));
        }
        let growth = exact::add(Decimal::ONE, rate.share())?;
        let mut grown = Decimal::ONE;
        let mut factors = Vec::with_capacity(usize::from(years));
        for _ in 0..years {
            grown = exact::mul(grown, growth)?;
            factors.push(exact::div(Decimal::ONE, grown)?);
        }
        let sum = exact::sum(factors.iter().copied())?;
        Ok(Self { factors, sum })
    }

    pub fn years(&self) -> usize {
        self.factors.len()
    }

    /// The sum of the discount factors, `A`.
    pub fn sum(&self) -> Decimal {
        self.sum
    }

    /// What payments at the ends of the years are worth a year: `(p1·d1 + … + pH·dH) ÷ A`.
    pub fn average(&self, by_year: &[Decimal]) -> Exact {
        let weighed = by_year.iter().zip(&self.factors).map(|(paid, factor)| exact::mul(*paid, *factor));
        exact::div(exact::sum(weighed.collect::<Result<Vec<_>, _>>()?)?, self.sum)
    }

    /// What a payment made once is worth a year.
    pub fn a_year(&self, once: Decimal) -> Exact {
        exact::div(once, self.sum)
    }

    /// What a yearly amount is worth as one payment.
    pub fn at_once(&self, a_year: Decimal) -> Exact {
        exact::mul(a_year, self.sum)
    }
}

/// How a grant vests: evenly over some years, or by shares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Schedule {
    Even(u8),
    Shares(Vesting),
}

impl Schedule {
    /// The schedule of a grant; a stated one wins over an even one.
    pub fn of(equity: &Equity, usual: &Self) -> Self {
        match (&equity.vesting, equity.years) {
            (Some(vesting), _) => Self::Shares(vesting.clone()),
            (None, Some(years)) => Self::Even(years.max(1)),
            (None, None) => usual.clone(),
        }
    }

    /// The share of the grant that vests in a year, counted from 0.
    pub fn share(&self, year: usize) -> Exact {
        match self {
            Self::Even(years) if year < usize::from(*years) => {
                exact::div(Decimal::ONE, Decimal::from(*years))
            }
            Self::Even(_) => Ok(Decimal::ZERO),
            Self::Shares(vesting) => {
                Ok(vesting.shares().get(year).map_or(Decimal::ZERO, |share| share.share()))
            }
        }
    }

    /// What a whole grant of `grant` is worth a year over the horizon, at face:
    /// `grant × (w1·d1 + … + wH·dH) ÷ A`.
    pub fn a_year(&self, grant: Decimal, horizon: &Horizon) -> Exact {
        let weighted = match self {
            Self::Even(years) => {
                let vested = exact::sum(horizon.factors.iter().copied().take(usize::from(*years)))?;
                exact::div(vested, Decimal::from(*years))?
            }
            Self::Shares(vesting) => {
                let shares = vesting.shares().iter().zip(&horizon.factors);
                shares
                    .map(|(share, factor)| exact::mul(share.share(), *factor))
                    .try_fold(Decimal::ZERO, |total, part| exact::add(total, part?))?
            }
        };
        exact::div(exact::mul(grant, weighted)?, horizon.sum)
    }
}

/// The parts of a package, each in the plan's currency and a year, but for what is paid once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Parts {
    pub base: Decimal,
    /// Target bonus as a share of base.
    pub bonus: Decimal,
    pub bonus_amount: Decimal,
    pub other_annual: Decimal,
    /// Equity a year at face.
    pub equity: Decimal,
    /// Signing and relocation together.
    pub once: Decimal,
}

impl Parts {
    /// The value a year with the equity marked down by `haircut`:
    /// `base × (1 + bonus) + bonus_amount + other_annual + equity × (1 − haircut) + once ÷ A`.
    pub fn value(&self, haircut: Rate, horizon: &Horizon) -> Exact {
        exact::sum([
            exact::mul(self.base, exact::add(Decimal::ONE, self.bonus)?)?,
            self.bonus_amount,
            self.other_annual,
            marked_down(self.equity, haircut)?,
            horizon.a_year(self.once)?,
        ])
    }
}

/// An amount less a haircut.
pub fn marked_down(amount: Decimal, haircut: Rate) -> Exact {
    exact::mul(amount, exact::sub(Decimal::ONE, haircut.share())?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn d(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    fn years(horizon: u8) -> Horizon {
        Horizon::new(horizon, Rate::ZERO).unwrap()
    }

    #[test]
    fn an_even_grant_over_the_horizon_counts_whole() {
        assert_eq!(Schedule::Even(4).a_year(d("260000"), &years(4)), Ok(d("65000")));
    }

    #[test]
    fn years_past_the_schedule_vest_nothing_and_years_past_the_horizon_do_not_count() {
        assert_eq!(Schedule::Even(2).a_year(d("80000"), &years(4)), Ok(d("20000")));
        assert_eq!(Schedule::Even(4).a_year(d("80000"), &years(2)), Ok(d("20000")));
        let back_loaded: Vec<Rate> = [5, 15, 40, 40].map(Rate::percent).to_vec();
        let schedule = Schedule::Shares(Vesting::new(back_loaded).unwrap());
        assert_eq!(schedule.a_year(d("100"), &years(2)), Ok(d("10")));
    }

    #[test]
    fn discounting_favours_what_comes_early() {
        let horizon = Horizon::new(4, Rate::percent(8)).unwrap();
        let front: Vec<Rate> = [33, 33, 22, 12].map(Rate::percent).to_vec();
        let front = Schedule::Shares(Vesting::new(front).unwrap());
        let value = front.a_year(d("260000"), &horizon).unwrap();
        assert_eq!(value.round_dp(6), d("66828.434269"));
    }

    #[test]
    fn the_worked_package() {
        let anthropic = Parts { base: d("215000"), equity: d("62500"), ..Parts::default() };
        assert_eq!(anthropic.value(Rate::percent(25), &years(4)), Ok(d("261875")));
        assert_eq!(anthropic.value(Rate::ZERO, &years(4)), Ok(d("277500")));
    }
}
