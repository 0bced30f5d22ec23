//! Options as three figures: nothing, the last preferred price, and the growth it takes to win.

use super::terms::Terms;
use crate::domain::money::{Decimal, Money, exact};
use crate::domain::offer::value::marked_down;
use crate::domain::offer::{Basis, OptionTerms};
use crate::domain::plan::brief::Brief;
use crate::domain::problem::Problem;

/// What a package's options may come to, in the plan's currency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OptionView {
    /// What it costs to buy all the stock.
    pub exercise_cost: Decimal,
    /// At the 409A value.
    pub spread: Option<Decimal>,
    /// At the last preferred price: what a recruiter says, never what counts.
    pub at_preferred: Option<Decimal>,
    /// What counts, and from what.
    pub counted: Decimal,
    pub basis: Basis,
    /// What it takes to beat the other side.
    pub to_win: Option<ToWin>,
}

/// The exit at which a package with options overtakes another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToWin {
    /// The package to beat.
    pub over: String,
    /// What a common share must bring, in the plan's currency; `None` where the package wins even if
    /// its options come to nothing.
    pub price: Option<Decimal>,
    /// The same as a multiple of the last preferred price, or else of the 409A value.
    pub multiple: Option<Decimal>,
}

impl OptionView {
    /// The figures of one package; `None` without the terms of options.
    pub(super) fn of(brief: &Brief, own: &Terms, all: &[Terms]) -> Result<Option<Self>, Problem> {
        let Some(options) = own.grant.options.filter(|options| options.is_stated()) else { return Ok(None) };
        let rate = own.conversion.as_ref().map_or(Decimal::ONE, |conversion| conversion.rate);
        let into_plan = |amount: Decimal| exact::mul(amount, rate);
        let figures = options.figures()?;
        let to_win = match ToWin::of(brief, own, all, options, rate) {
            // A price that is out of all range is no price to hope for.
            Err(problem) if problem.is_too_large() => None,
            found => found?,
        };
        Ok(Some(Self {
            exercise_cost: into_plan(figures.exercise_cost)?,
            spread: figures.spread.map(into_plan).transpose()?,
            at_preferred: figures.at_preferred.map(into_plan).transpose()?,
            counted: into_plan(figures.counted)?,
            basis: figures.basis,
            to_win,
        }))
    }
}

impl ToWin {
    fn of(
        brief: &Brief,
        own: &Terms,
        all: &[Terms],
        options: &OptionTerms,
        rate: Decimal,
    ) -> Result<Option<Self>, Problem> {
        let Some((over, value)) = rival(brief, own, all)? else { return Ok(None) };
        let needed = needed_grant(brief, own, value)?;
        let price = needed.map(|needed| options.price_for(exact::div(needed, rate)?)).transpose()?;
        let last = options.preferred.or(options.fmv).map(Money::amount).filter(|price| !price.is_zero());
        let multiple = price.zip(last).map(|(price, last)| exact::div(price, last)).transpose()?;
        let price = price.map(|price| exact::mul(price, rate)).transpose()?;
        Ok(Some(Self { over, price, multiple }))
    }
}

/// The best package of the other side, with its value: for an alternative the ask.
fn rival(brief: &Brief, own: &Terms, all: &[Terms]) -> Result<Option<(String, Decimal)>, Problem> {
    let mut best: Option<(String, Decimal)> = None;
    for other in all.iter().filter(|other| other.is_of_target() != own.is_of_target()) {
        let value = other.value(brief)?;
        if best.as_ref().is_none_or(|(_, highest)| value > *highest) {
            best = Some((other.label.clone(), value));
        }
    }
    Ok(best)
}

/// What the options must come to in all for a package to be worth `value` a year.
fn needed_grant(brief: &Brief, own: &Terms, value: Decimal) -> Result<Option<Decimal>, Problem> {
    let horizon = &brief.horizon;
    let there = own.adjustment.map_or(Ok(value), |factor| exact::div(value, factor))?;
    let refreshed = marked_down(horizon.average(&own.refreshed(horizon.years())?)?, own.grant.haircut)?;
    let besides = exact::sum([own.cash()?, refreshed, horizon.a_year(own.once)?])?;
    let missing = exact::sub(there, besides)?;
    let unit = own.grant.schedule.a_year(Decimal::ONE, horizon)?;
    if missing <= Decimal::ZERO || unit.is_zero() {
        return Ok(None);
    }
    exact::div(missing, unit).map(Some)
}
