//! Arithmetic on exact decimals that says so when a result does not fit, where the operators panic.

use super::Decimal;
use crate::domain::problem::Problem;

/// The result of a computation on decimals.
pub type Exact = Result<Decimal, Problem>;

pub fn add(a: Decimal, b: Decimal) -> Exact {
    a.checked_add(b).ok_or_else(Problem::too_large)
}

pub fn sub(a: Decimal, b: Decimal) -> Exact {
    a.checked_sub(b).ok_or_else(Problem::too_large)
}

pub fn mul(a: Decimal, b: Decimal) -> Exact {
    a.checked_mul(b).ok_or_else(Problem::too_large)
}

/// Divides; a zero divisor is reported like any other result that does not fit.
pub fn div(a: Decimal, b: Decimal) -> Exact {
    a.checked_div(b).ok_or_else(Problem::too_large)
}

pub fn sum(items: impl IntoIterator<Item = Decimal>) -> Exact {
    items.into_iter().try_fold(Decimal::ZERO, add)
}

/// The middle of two figures.
pub fn middle(a: Decimal, b: Decimal) -> Exact {
    div(add(a, b)?, Decimal::TWO)
}

/// The median; of two middle ones their mean. `None` for no figures.
pub fn median(figures: &[Decimal]) -> Result<Option<Decimal>, Problem> {
    let mut sorted = figures.to_vec();
    sorted.sort_unstable();
    let half = sorted.len() / 2;
    let (Some(&upper), odd) = (sorted.get(half), sorted.len() % 2 == 1) else {
        return Ok(None);
    };
    if odd {
        return Ok(Some(upper));
    }
    let lower = sorted[half.saturating_sub(1)];
    middle(lower, upper).map(Some)
}

/// Rounds to the nearest multiple of `step`, halves to even.
pub fn to_step(figure: Decimal, step: Decimal) -> Exact {
    mul(div(figure, step)?.round(), step)
}

/// The least multiple of `step` that, times `factor`, reaches `need`; zero when nothing is needed.
///
/// Decided by product, because a quotient that was rounded down may land one step too low.
pub fn step_reaching(need: Decimal, step: Decimal, factor: Decimal) -> Exact {
    if need <= Decimal::ZERO {
        return Ok(Decimal::ZERO);
    }
    let unit = mul(step, factor)?;
    let mut count = div(need, unit)?.floor();
    while mul(count, unit)? < need {
        count = add(count, Decimal::ONE)?;
    }
    mul(count, step)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn d(n: i64) -> Decimal {
        Decimal::from(n)
    }

    #[test]
    fn halves_go_to_the_even_step() {
        assert_eq!(to_step(d(242_500), d(1000)), Ok(d(242_000)));
        assert_eq!(to_step(d(243_500), d(1000)), Ok(d(244_000)));
    }

    #[test]
    fn a_need_met_exactly_takes_no_further_step() {
        let factor = Decimal::new(1075, 3);
        assert_eq!(step_reaching(d(215_000), d(1000), factor), Ok(d(200_000)));
        assert_eq!(step_reaching(d(215_001), d(1000), factor), Ok(d(201_000)));
        assert_eq!(step_reaching(d(-5), d(1000), factor), Ok(d(0)));
    }

    #[test]
    fn the_median_of_two_is_their_mean() {
        assert_eq!(median(&[d(245), d(240)]), Ok(Some(Decimal::new(2425, 1))));
        assert_eq!(median(&[d(3), d(1), d(2)]), Ok(Some(d(2))));
        assert_eq!(median(&[]), Ok(None));
    }

    #[test]
    fn what_does_not_fit_is_an_error() {
        assert_eq!(mul(Decimal::MAX, d(2)).unwrap_err().code, "too-large");
        assert_eq!(div(d(1), d(0)).unwrap_err().code, "too-large");
    }
}
