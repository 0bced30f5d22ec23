//! What a package has paid by the day one leaves it.
//!
//! Pay comes month by month; the bonus comes at the end of each full year, so that whoever leaves
//! within a year goes without it; the grant as it vests; signing and relocation at once, less what
//! must be given back.

use super::sweep::Point;
use super::terms::Terms;
use crate::domain::money::Decimal;
use crate::domain::money::exact::{self, Exact};
use crate::domain::offer::value::marked_down;
use crate::domain::offer::{Clawback, ClawbackKind};
use crate::domain::problem::Problem;

/// One point for each month of the horizon.
pub(super) fn by_month(terms: &[Terms], years: usize) -> Result<Vec<Point>, Problem> {
    let months = u16::try_from(years.saturating_mul(12)).unwrap_or(u16::MAX);
    (1..=months)
        .map(|month| {
            let values = terms.iter().map(|terms| paid(terms, month)).collect::<Result<_, _>>()?;
            Ok(Point { at: Decimal::from(month), values, floor: None })
        })
        .collect()
}

/// What a package has paid after so many months, bankable.
fn paid(terms: &Terms, months: u16) -> Exact {
    let monthly = exact::add(terms.base, terms.other_annual)?;
    let salary = exact::div(exact::mul(monthly, Decimal::from(months))?, Decimal::from(12))?;
    let full_years = Decimal::from(months.checked_div(12).unwrap_or_default());
    let bonuses = exact::mul(terms.bonus.unwrap_or_default(), full_years)?;
    let years = usize::from(months.checked_div(12).unwrap_or_default());
    let refreshed = exact::sum(terms.refreshed(years)?)?;
    let vested = exact::add(exact::mul(terms.grant.worth, terms.grant.vested(months)?)?, refreshed)?;
    let equity = marked_down(vested, terms.grant.haircut)?;
    let total = exact::sum([salary, bonuses, equity, kept(terms.once, terms.clawback, months)?])?;
    match terms.adjustment {
        Some(factor) => exact::mul(total, factor),
        None => Ok(total),
    }
}

/// What is left of the signing money.
fn kept(once: Decimal, clawback: Option<Clawback>, months: u16) -> Exact {
    match clawback {
        Some(rule) if months < rule.months => match rule.kind {
            ClawbackKind::Full => Ok(Decimal::ZERO),
            ClawbackKind::ProRata => {
                exact::div(exact::mul(once, Decimal::from(months))?, Decimal::from(rule.months))
            }
        },
        _ => Ok(once),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signing_money_is_kept_as_the_clawback_says() {
        let once = Decimal::from(24_000);
        let rule = |kind| Some(Clawback { months: 12, kind });
        for (rule, months, left) in [
            (None, 1, 24_000),
            (rule(ClawbackKind::Full), 11, 0),
            (rule(ClawbackKind::Full), 12, 24_000),
            (rule(ClawbackKind::ProRata), 3, 6_000),
            (rule(ClawbackKind::ProRata), 12, 24_000),
        ] {
            assert_eq!(kept(once, rule, months), Ok(Decimal::from(left)), "{rule:?} {months}");
        }
    }
}
