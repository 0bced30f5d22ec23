//! What each assumption would change: who overtakes whom, and where the floor meets the ask.

use std::cmp::Reverse;

use crate::domain::compare::{Assumption, BreakEven, Inputs, Point, Sweep};
use crate::domain::money::Decimal;
use crate::domain::problem::Problem;

/// The crossings that are told of one assumption.
const MOST: usize = 6;
/// The points of a sweep on paper.
const POINTS: usize = 11;

/// One assumption with what follows where it turns out otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub assumption: Assumption,
    /// What is moved: `Google L4: stock price`.
    pub title: String,
    /// What is assumed today, in words.
    pub assumed: String,
    /// The nearest crossings, nearest first, each with its sentence.
    pub break_evens: Vec<(BreakEven, String)>,
    /// Crossings that are further away and not told.
    pub further: usize,
    /// Where the cautious floor passes the ask's base, with the sentence. Private.
    pub floor_meets_ask: Option<(Decimal, String)>,
    pub sweep: Sweep,
}

pub(super) fn findings(inputs: &Inputs) -> Result<Vec<Finding>, Problem> {
    let findings = inputs.assumptions()?.into_iter().map(|assumption| Finding::of(inputs, assumption));
    // Where the far end of an assumption cannot be computed with, the others still can.
    findings.filter(|found| !found.as_ref().is_err_and(Problem::is_too_large)).collect()
}

impl Finding {
    fn of(inputs: &Inputs, assumption: Assumption) -> Result<Self, Problem> {
        let session = inputs.session;
        let sweep = inputs.sweep(assumption, POINTS)?;
        let mut break_evens = inputs.break_evens(assumption)?;
        let further = break_evens.len().saturating_sub(MOST);
        break_evens.truncate(MOST);
        let meets = inputs.floor_meets_ask(assumption)?;
        Ok(Self {
            assumption,
            title: assumption.title(session),
            assumed: match assumption {
                Assumption::Leaving => format!("you stay {} months", sweep.today.normalize()),
                Assumption::Bonus(_) => "no bonus".to_owned(),
                _ => assumption.show(sweep.today),
            },
            break_evens: break_evens
                .into_iter()
                .map(|found| {
                    let words = found.words(session);
                    (found, words)
                })
                .collect(),
            further,
            floor_meets_ask: meets.map(|at| {
                let words = format!(
                    "{}: the cautious floor stands at the base you ask for.",
                    assumption.with(session, at)
                );
                (at, words)
            }),
            sweep,
        })
    }

    /// The points that are told one by one. Of the months of leaving: the first, each in which
    /// another package takes the lead, and each full year.
    pub fn told(&self) -> Vec<&Point> {
        let leaving = self.assumption == Assumption::Leaving;
        let mut leader = None;
        let is_told = |point: &&Point| {
            let values = point.values.iter().enumerate();
            let leads = values.max_by_key(|(at, value)| (**value, Reverse(*at))).map(|(at, _)| at);
            let changes = std::mem::replace(&mut leader, leads) != leads;
            let years = point.at.checked_rem(Decimal::from(12)).is_some_and(|rest| rest.is_zero());
            !leaving || changes || years
        };
        self.sweep.points.iter().filter(is_told).collect()
    }

    /// How far the nearest crossing lies from what is assumed, as a share of the range.
    pub(super) fn distance(&self) -> Option<Decimal> {
        let (nearest, _) = self.break_evens.first()?;
        let (first, last) = (self.sweep.points.first()?.at, self.sweep.points.last()?.at);
        let off = nearest.at.checked_sub(self.sweep.today)?.abs();
        off.checked_div(last.checked_sub(first)?)
    }
}
