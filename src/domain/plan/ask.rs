//! The ask, the median of the votes; the opening, the highest that is backed.

use super::brief::Brief;
use super::term::{Package, Term};
use super::trace::{Figure, Trace, percent};
use super::votes::Votes;
use crate::domain::money::exact::{self, Exact};
use crate::domain::money::{Decimal, Range};
use crate::domain::problem::Problem;
use crate::domain::session::Backing;

/// What to land on, what to say first, and what the target has granted already.
#[derive(Debug, Clone)]
pub(super) struct Ask {
    pub landing: Package,
    pub opening: Package,
    pub held: Vec<Term>,
}

impl Ask {
    pub fn from(brief: &Brief, votes: &Votes, trace: &mut Trace) -> Result<Self, Problem> {
        let mut package = Self { landing: Package::default(), opening: Package::default(), held: Vec::new() };
        for term in Term::ALL {
            let (ask, opening) = Self::term(brief, votes, term, trace)?;
            package.landing.set(term, ask);
            package.opening.set(term, opening);
            package.hold(brief, term, trace)?;
        }
        Ok(package)
    }

    fn term(
        brief: &Brief,
        votes: &Votes,
        term: Term,
        trace: &mut Trace,
    ) -> Result<(Decimal, Decimal), Problem> {
        let band = brief.band.range(term);
        if band.is_none() && term != Term::Signing {
            trace.add(Figure::Ask(term), || "The band gives no figure for this term: no ask.");
            return Ok((Decimal::ZERO, Decimal::ZERO));
        }
        let cast = votes.of(term);
        let figures: Vec<Decimal> = cast.iter().map(|vote| vote.vote).collect();
        let raw = match (exact::median(&figures)?, band) {
            (Some(median), _) => median,
            (None, Some(band)) => unvoted(brief, votes, term, band, trace)?,
            (None, None) => {
                trace.add(Figure::Ask(term), || "No lever asks for it: no ask.");
                Decimal::ZERO
            }
        };
        let step = brief.steps.get(term);
        let ask = settle(raw, band, step)?;
        if !cast.is_empty() {
            trace.add(Figure::Ask(term), || {
                let rounded = if raw == ask {
                    String::new()
                } else {
                    format!(", held and rounded {}", brief.show(ask))
                };
                format!("Median of the votes {}{rounded}.", brief.show(raw))
            });
        }
        let highest = cast.iter().filter(|vote| vote.backing != Backing::None).max_by_key(|vote| vote.vote);
        let opening = match highest {
            Some(vote) => settle(vote.vote, band, step)?.max(ask),
            None => ask,
        };
        trace.add(Figure::Opening(term), || {
            let lever = highest.filter(|_| opening > ask).and_then(|vote| brief.playbook.lever(&vote.lever));
            let because =
                lever.map_or("no backed lever supports more than the ask", |lever| lever.name.as_str());
            format!("{}: {because}.", brief.show(opening))
        });
        Ok((ask, opening))
    }

    /// What the target offers already is not asked for below its own figure.
    fn hold(&mut self, brief: &Brief, term: Term, trace: &mut Trace) -> Result<(), Problem> {
        let Some(offered) = brief.target.offered(term)? else { return Ok(()) };
        if offered < self.landing.get(term) {
            return Ok(());
        }
        self.landing.set(term, offered);
        self.opening.set(term, self.opening.get(term).max(offered));
        self.held.push(term);
        if self.opening.get(term) == offered {
            trace.add(Figure::Opening(term), || format!("{}: they offer it already.", brief.show(offered)));
        }
        trace.add(Figure::Ask(term), || {
            format!("They have offered {} already: that is the ask now.", brief.show(offered))
        });
        Ok(())
    }
}

/// Where no lever names the term: `low + (½ + ¼ × s) × (high − low)`.
fn unvoted(brief: &Brief, votes: &Votes, term: Term, band: Range, trace: &mut Trace) -> Exact {
    let quarter = exact::div(votes.strength, Decimal::from(4))?;
    let share = exact::add(Decimal::new(5, 1), quarter)?;
    let width = exact::sub(band.high.amount(), band.low.amount())?;
    let raw = exact::add(band.low.amount(), exact::mul(share, width)?)?;
    let text = format!(
        "No lever names an amount: {} of the way up the band, as well as your levers are backed, is {}.",
        percent(share),
        brief.show(raw)
    );
    trace.add(Figure::Ask(term), || text);
    Ok(raw)
}

/// Held inside the band, rounded to the step, and never outside the band.
fn settle(raw: Decimal, band: Option<Range>, step: Decimal) -> Exact {
    let hold = |figure| band.map_or(figure, |band| band.hold(figure));
    Ok(hold(exact::to_step(hold(raw), step)?))
}
