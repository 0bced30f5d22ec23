//! One assumption moved over its range: what each package is worth, and where the floor goes.

use super::assumption::{Assumption, months, values};
use super::leaving;
use super::terms::Terms;
use super::{Inputs, Whose};
use crate::domain::money::Decimal;
use crate::domain::money::exact::{self, Exact};
use crate::domain::plan::{Floor, floor_of};
use crate::domain::problem::Problem;
use crate::domain::session::Session;

/// The packages over the range of one assumption.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sweep {
    pub assumption: Assumption,
    /// Whose package each value of a point is, with its label.
    pub packages: Vec<(Whose, String)>,
    /// From the least to the most, evenly; for [`Assumption::Leaving`] one point a month.
    pub points: Vec<Point>,
    /// What is assumed today.
    pub today: Decimal,
}

/// What follows where the assumption is `at`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    pub at: Decimal,
    /// What each package is worth a year, bankable; for [`Assumption::Leaving`] what it has paid until then.
    pub values: Vec<Decimal>,
    /// `None` where the assumption has no say in it.
    pub floor: Option<Floor>,
}

impl Sweep {
    pub(super) fn of(inputs: &Inputs, assumption: Assumption, points: usize) -> Result<Self, Problem> {
        let brief = inputs.brief()?;
        let terms = Terms::all(&brief, &inputs.plan.ask)?;
        let packages = terms.iter().map(|terms| (terms.whose, terms.label.clone())).collect();
        let today = assumption.today(&brief)?;
        let points = if assumption == Assumption::Leaving {
            leaving::by_month(&terms, brief.horizon.years())?
        } else {
            let (low, high) = assumption.range(months(&brief));
            let mut session = inputs.session.clone();
            let last = points.max(2).saturating_sub(1);
            (0..=last)
                .map(|step| Point::of(inputs, &mut session, assumption, between(low, high, step, last)?))
                .collect::<Result<_, _>>()?
        };
        Ok(Self { assumption, packages, points, today })
    }

    /// The point nearest to a value of the assumption.
    pub fn nearest(&self, at: Decimal) -> usize {
        let distance = |point: &Point| point.at.checked_sub(at).unwrap_or(Decimal::MAX).abs();
        let nearest = self.points.iter().enumerate().min_by_key(|(_, point)| distance(point));
        nearest.map_or(0, |(index, _)| index)
    }
}

impl Point {
    /// `session` is a copy of the inputs' that is moved from point to point.
    pub(super) fn of(
        inputs: &Inputs,
        session: &mut Session,
        assumption: Assumption,
        at: Decimal,
    ) -> Result<Self, Problem> {
        assumption.at(inputs, session, at, |brief| {
            Ok(Self { at, values: values(brief, &inputs.plan.ask)?, floor: Some(floor_of(brief)?) })
        })
    }
}

/// The `step`-th of `last` even steps from low to high.
fn between(low: Decimal, high: Decimal, step: usize, last: usize) -> Exact {
    let way = exact::mul(exact::sub(high, low)?, Decimal::from(step))?;
    exact::add(low, exact::div(way, Decimal::from(last))?)
}
