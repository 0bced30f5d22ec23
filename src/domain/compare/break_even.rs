//! Where one package overtakes another, and where the floor reaches the ask.

use super::assumption::{Assumption, months};
use super::sweep::{Point, Sweep};
use super::{Inputs, Whose};
use crate::domain::money::Decimal;
use crate::domain::money::exact;
use crate::domain::problem::Problem;

/// The point at which one package overtakes another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BreakEven {
    pub assumption: Assumption,
    /// At the least value of the assumption this one is worth more …
    pub below: (Whose, String),
    /// … and beyond `at` this one.
    pub above: (Whose, String),
    pub at: Decimal,
    /// The last month in which it is so, where the lead changes back; for [`Assumption::Leaving`] only.
    pub until: Option<Decimal>,
}

/// How finely the range is searched for the floor, which may have corners.
const SEGMENTS: usize = 40;
/// Halvings of the segment in which the floor passes the ask.
const HALVINGS: usize = 30;

impl BreakEven {
    /// Every crossing of two packages, the ones nearest to what is assumed today first, months in
    /// their order.
    ///
    /// A package's value is a straight line in every assumption but the month of leaving, so two
    /// ends tell where two lines meet.
    pub(super) fn all(inputs: &Inputs, assumption: Assumption) -> Result<Vec<Self>, Problem> {
        let ends = Sweep::of(inputs, assumption, 2)?;
        let mut found = Vec::new();
        for one in 0..ends.packages.len() {
            for other in one.saturating_add(1)..ends.packages.len() {
                let package = |index: usize| ends.packages.get(index).cloned();
                let crossings: Vec<(Decimal, bool)> = if assumption == Assumption::Leaving {
                    changes_of_lead(&ends.points, one, other)
                } else {
                    meeting(&ends.points, one, other)?.into_iter().collect()
                };
                for (place, (at, one_leads_below)) in crossings.iter().copied().enumerate() {
                    let back = crossings.get(place.saturating_add(1)).map(|(next, _)| *next);
                    let until = back.and_then(|next| next.checked_sub(Decimal::ONE));
                    let (Some(first), Some(second)) = (package(one), package(other)) else { continue };
                    let (below, above) = if one_leads_below { (first, second) } else { (second, first) };
                    found.push(Self { assumption, below, above, at, until });
                }
            }
        }
        if assumption == Assumption::Leaving {
            found.sort_by_key(|found| found.at);
            return Ok(found);
        }
        let distance = |found: &Self| found.at.checked_sub(ends.today).unwrap_or(Decimal::MAX).abs();
        found.sort_by_key(distance);
        Ok(found)
    }
}

/// Where two straight lines meet inside their range, and whether the first lies higher before.
fn meeting(points: &[Point], one: usize, other: usize) -> Result<Option<(Decimal, bool)>, Problem> {
    let [low, high] = points else { return Ok(None) };
    let lead = |point: &Point| match (point.values.get(one), point.values.get(other)) {
        (Some(one), Some(other)) => exact::sub(*one, *other),
        _ => Ok(Decimal::ZERO),
    };
    let (before, after) = (lead(low)?, lead(high)?);
    let change = exact::sub(before, after)?;
    if change.is_zero() || before.is_sign_negative() == after.is_sign_negative() {
        return Ok(None);
    }
    let way = exact::div(exact::mul(exact::sub(high.at, low.at)?, before)?, change)?;
    Ok(Some((exact::add(low.at, way)?, before > Decimal::ZERO)))
}

/// The months from which on the other of two packages has paid more.
fn changes_of_lead(points: &[Point], one: usize, other: usize) -> Vec<(Decimal, bool)> {
    let leads = points.iter().filter_map(|point| {
        let (one, other) = (point.values.get(one)?, point.values.get(other)?);
        (one != other).then_some((point.at, one > other))
    });
    let mut changes = Vec::new();
    let mut leader = None;
    for (at, one_leads) in leads {
        if let Some(before) = leader
            && before != one_leads
        {
            changes.push((at, before));
        }
        leader = Some(one_leads);
    }
    changes
}

/// Where the cautious floor passes the ask's base; `None` where it does not inside the range.
pub(super) fn floor_meets_ask(inputs: &Inputs, assumption: Assumption) -> Result<Option<Decimal>, Problem> {
    if assumption == Assumption::Leaving {
        return Ok(None);
    }
    let ask = inputs.plan.ask.base;
    let (low, high) = assumption.range(months(&inputs.brief()?));
    let mut session = inputs.session.clone();
    let mut above = |at: Decimal| -> Result<Option<bool>, Problem> {
        let floor = Point::of(inputs, &mut session, assumption, at)?.floor;
        Ok(floor.and_then(|floor| floor.cautious_exact).map(|exact| exact > ask))
    };
    let width = exact::div(exact::sub(high, low)?, Decimal::from(SEGMENTS))?;
    let mut from = low;
    let mut was = above(from)?;
    for _ in 0..SEGMENTS {
        let to = exact::add(from, width)?;
        let is = above(to)?;
        if is != was {
            return halved(from, to, was, &mut above).map(Some);
        }
        (from, was) = (to, is);
    }
    Ok(None)
}

fn halved(
    mut from: Decimal,
    mut to: Decimal,
    was: Option<bool>,
    mut above: impl FnMut(Decimal) -> Result<Option<bool>, Problem>,
) -> exact::Exact {
    for _ in 0..HALVINGS {
        let middle = exact::middle(from, to)?;
        if above(middle)? == was { from = middle } else { to = middle }
    }
    Ok(to.round_dp(6))
}
