//! What has vested by the month one leaves, and what refreshers vest year by year.

use super::value::Schedule;
use super::{Cadence, Equity, Refresher};
use crate::domain::money::Decimal;
use crate::domain::money::exact::{self, Exact};
use crate::domain::problem::Problem;

/// When within its years a grant vests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    pub cadence: Cadence,
    /// Whoever leaves before that many months keeps nothing.
    pub cliff_months: u16,
    /// Whether either was not stated.
    pub is_assumed: bool,
}

impl Pace {
    /// The usual pace: a year's cliff, then every quarter. What a grant states wins.
    pub fn of(equity: Option<&Equity>) -> Self {
        let (cadence, cliff) = equity.map_or((None, None), |equity| (equity.cadence, equity.cliff_months));
        Self {
            cadence: cadence.unwrap_or(Cadence::Quarterly),
            cliff_months: cliff.unwrap_or(12),
            is_assumed: cadence.is_none() || cliff.is_none(),
        }
    }
}

impl Schedule {
    /// The share of a grant that is vested after so many months: nothing before the cliff, then each
    /// year's share in even parts, as often as the pace says.
    pub fn vested(&self, months: u16, pace: Pace) -> Exact {
        if months < pace.cliff_months {
            return Ok(Decimal::ZERO);
        }
        let years = months.checked_div(12).unwrap_or_default();
        let within = months.checked_rem(12).unwrap_or_default();
        let parts = within.checked_div(pace.cadence.months()).unwrap_or_default();
        let done = parts.saturating_mul(pace.cadence.months());
        if let Self::Even(length) = self {
            // One division of whole months: thirds added up would fall short of one.
            let whole = u16::from(*length).saturating_mul(12);
            let vested = years.saturating_mul(12).saturating_add(done).min(whole);
            return exact::div(Decimal::from(vested), Decimal::from(whole));
        }
        let years = usize::from(years);
        let whole = exact::sum((0..years).map(|year| self.share(year)).collect::<Result<Vec<_>, _>>()?)?;
        let part = exact::div(exact::mul(self.share(years)?, Decimal::from(done))?, Decimal::from(12))?;
        exact::add(whole, part)
    }
}

impl Refresher {
    /// What refreshers vest in each of so many years: one is granted at the end of every year but
    /// the last, and vests evenly over four. Nothing where they are not in writing.
    ///
    /// # Errors
    /// When a figure leaves the range of decimals.
    pub fn by_year(&self, years: usize) -> Result<Vec<Decimal>, Problem> {
        let counted = if self.written { self.a_year.amount() } else { Decimal::ZERO };
        let quarter = exact::div(counted, Decimal::from(4))?;
        (0..years).map(|before| exact::mul(quarter, Decimal::from(before.min(4)))).collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::money::{Money, Rate};
    use crate::domain::offer::Vesting;

    fn pace(cadence: Cadence, cliff_months: u16) -> Pace {
        Pace { cadence, cliff_months, is_assumed: false }
    }

    fn shares(percents: [u32; 4]) -> Schedule {
        Schedule::Shares(Vesting::new(percents.map(Rate::percent).to_vec()).unwrap())
    }

    fn d(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn whoever_leaves_before_the_cliff_keeps_nothing() {
        let back_loaded = shares([5, 15, 40, 40]);
        for (schedule, pace, months, share) in [
            (&Schedule::Even(4), pace(Cadence::Monthly, 12), 11, "0"),
            (&Schedule::Even(4), pace(Cadence::Monthly, 12), 12, "0.25"),
            (&Schedule::Even(4), pace(Cadence::Monthly, 0), 1, "0.0208333333"),
            (&Schedule::Even(4), pace(Cadence::Quarterly, 12), 20, "0.375"),
            (&Schedule::Even(4), pace(Cadence::Quarterly, 0), 2, "0"),
            (&Schedule::Even(1), pace(Cadence::Quarterly, 0), 30, "1"),
            (&back_loaded, pace(Cadence::HalfYearly, 12), 30, "0.4"),
            (&back_loaded, pace(Cadence::Yearly, 12), 47, "0.6"),
            (&back_loaded, pace(Cadence::Yearly, 12), 60, "1"),
        ] {
            assert_eq!(
                schedule.vested(months, pace).unwrap().round_dp(10),
                d(share),
                "{schedule:?} {months}"
            );
        }
    }

    #[test]
    fn refreshers_add_up_as_the_formula_says() {
        let a_year = Money::new(Decimal::from(40_000)).unwrap();
        let written = Refresher { a_year, written: true };
        for (years, grants) in [(1, "0"), (4, "1.5"), (5, "2.5"), (7, "4.5")] {
            let sum = exact::sum(written.by_year(years).unwrap()).unwrap();
            assert_eq!(Some(sum), d("40000").checked_mul(d(grants)), "{years}");
        }
        let said = Refresher { a_year, written: false };
        assert_eq!(exact::sum(said.by_year(4).unwrap()), Ok(Decimal::ZERO));
    }

    proptest! {
        #[test]
        fn what_is_vested_stays_vested(first in 0_u32..=100, at in 0_usize..4, cliff in 0_u16..24, months in 0_u16..60) {
            let schedule = shares([first, 100_u32.saturating_sub(first), 0, 0]);
            let pace = pace(Cadence::ALL[at], cliff);
            let (now, later) = (schedule.vested(months, pace).unwrap(), schedule.vested(months.saturating_add(1), pace).unwrap());
            prop_assert!(now <= later && later <= Decimal::ONE);
            prop_assert!(months >= cliff || now.is_zero());
            prop_assert_eq!(schedule.vested(48, pace), Ok(Decimal::ONE));
        }

        #[test]
        fn an_even_grant_by_the_month_is_a_straight_line(years in 1_u8..41, months in 0_u16..500) {
            let whole = Decimal::from(u16::from(years).saturating_mul(12));
            let line = exact::div(Decimal::from(months), whole).unwrap().min(Decimal::ONE);
            prop_assert_eq!(Schedule::Even(years).vested(months, pace(Cadence::Monthly, 0)), Ok(line));
        }

        #[test]
        fn past_the_cliff_whole_years_are_their_shares(years in 1_u8..41, at in 0_usize..4, year in 1_u16..42) {
            let schedule = Schedule::Even(years);
            let vested = schedule.vested(year.saturating_mul(12), pace(Cadence::ALL[at], 12)).unwrap();
            let shares: Decimal = (0..usize::from(year)).map(|year| schedule.share(year).unwrap()).sum();
            prop_assert_eq!(vested.round_dp(20), shares.round_dp(20));
        }
    }
}
