//! The offers desk: what each package is really worth, in which year, and on what assumption.

mod assumption;
mod break_even;
mod leaving;
mod option_view;
mod side_by_side;
mod sweep;
mod terms;
#[cfg(test)]
mod tests;
mod words;

use jiff::civil::Date;

pub use assumption::Assumption;
pub use break_even::BreakEven;
pub use option_view::{OptionView, ToWin};
pub use side_by_side::{Column, Difference, Measure, SideBySide, Total, Whose};
pub use sweep::{Point, Sweep};
pub use terms::Conversion;

use super::money::Decimal;
use super::plan::brief::Brief;
use super::plan::{Plan, Trace};
use super::playbook::Playbook;
use super::problem::Problem;
use super::session::Session;

/// What the desk works from. Each question fails as [`Plan::compute`] does.
#[derive(Debug, Clone, Copy)]
pub struct Inputs<'a> {
    pub playbook: &'a Playbook,
    pub session: &'a Session,
    /// The plan that follows from both.
    pub plan: &'a Plan,
    pub today: Date,
}

impl Inputs<'_> {
    /// The packages side by side: theirs so far, the ask, each alternative that counts.
    pub fn side_by_side(&self) -> Result<SideBySide, Problem> {
        SideBySide::of(&self.brief()?, self.plan)
    }

    /// The assumptions that move something here.
    pub fn assumptions(&self) -> Result<Vec<Assumption>, Problem> {
        let brief = self.brief()?;
        Ok(Assumption::all(self.session, &brief, &terms::Terms::all(&brief, &self.plan.ask)?))
    }

    /// One assumption moved over its range, at so many points.
    pub fn sweep(&self, assumption: Assumption, points: usize) -> Result<Sweep, Problem> {
        Sweep::of(self, assumption, points)
    }

    /// Where one package overtakes another, nearest first.
    pub fn break_evens(&self, assumption: Assumption) -> Result<Vec<BreakEven>, Problem> {
        BreakEven::all(self, assumption)
    }

    /// Where the cautious floor passes the ask's base.
    pub fn floor_meets_ask(&self, assumption: Assumption) -> Result<Option<Decimal>, Problem> {
        break_even::floor_meets_ask(self, assumption)
    }

    fn brief(&self) -> Result<Brief<'_>, Problem> {
        Brief::new(self.playbook, self.session, self.today, &mut Trace::off())
    }
}
