//! One assumption at a time, moved over its range.

use crate::domain::compare::{Assumption, BreakEven, Inputs, Point, Sweep};
use crate::domain::money::Decimal;
use crate::domain::problem::Problem;

/// The assumptions, and the sweep of the chosen one.
#[derive(Debug, Default)]
pub struct WhatIf {
    pub assumptions: Vec<Assumption>,
    /// The chosen assumption, by its place.
    pub chosen: usize,
    pub sweep: Option<Sweep>,
    pub break_evens: Vec<BreakEven>,
    pub floor_meets_ask: Option<Decimal>,
    /// Why the chosen assumption cannot be moved.
    pub problem: Option<Problem>,
    /// Where the user moved the assumption; `None`: as it is today.
    moved: Option<usize>,
}

impl WhatIf {
    pub(super) fn follow(&mut self, inputs: &Inputs) -> Result<(), Problem> {
        self.assumptions = inputs.assumptions()?;
        self.chosen = self.chosen.min(self.assumptions.len().saturating_sub(1));
        let Some(&assumption) = self.assumptions.get(self.chosen) else { return Ok(()) };
        if self.sweep.as_ref().is_none_or(|sweep| sweep.assumption != assumption) {
            self.moved = None;
        }
        let swept = self.sweep_over(inputs, assumption);
        if swept.is_err() {
            (self.sweep, self.floor_meets_ask) = (None, None);
            self.break_evens.clear();
        }
        // Where the far end of one assumption cannot be computed with, the others still can.
        self.problem = swept.err().filter(Problem::is_too_large);
        Ok(())
    }

    fn sweep_over(&mut self, inputs: &Inputs, assumption: Assumption) -> Result<(), Problem> {
        self.sweep = Some(inputs.sweep(assumption, points(assumption))?);
        self.break_evens = inputs.break_evens(assumption)?;
        self.floor_meets_ask = inputs.floor_meets_ask(assumption)?;
        Ok(())
    }

    /// The place of the point that is looked at.
    pub fn at(&self) -> usize {
        let Some(sweep) = &self.sweep else { return 0 };
        self.moved.unwrap_or_else(|| sweep.nearest(sweep.today)).min(sweep.points.len().saturating_sub(1))
    }

    /// The point that is looked at.
    pub fn point(&self) -> Option<&Point> {
        self.sweep.as_ref()?.points.get(self.at())
    }

    /// Whether the assumption stands where it is today.
    pub fn is_today(&self) -> bool {
        self.sweep.as_ref().is_none_or(|sweep| sweep.nearest(sweep.today) == self.at())
    }

    pub(super) fn choose(&mut self, by: isize) {
        self.chosen = self.chosen.saturating_add_signed(by).min(self.assumptions.len().saturating_sub(1));
    }

    pub(super) fn shift(&mut self, by: isize) {
        let last = self.sweep.as_ref().map_or(0, |sweep| sweep.points.len().saturating_sub(1));
        self.moved = Some(self.at().saturating_add_signed(by).min(last));
    }

    pub(super) fn back_to_today(&mut self) {
        self.moved = None;
    }
}

/// How many points an assumption is looked at: whole or half percents.
fn points(assumption: Assumption) -> usize {
    match assumption {
        Assumption::TargetStock | Assumption::Stock(_) => 201,
        Assumption::Haircut | Assumption::ExchangeRate(_) => 101,
        Assumption::Bonus(_) => 81,
        Assumption::Leaving => 0,
    }
}
