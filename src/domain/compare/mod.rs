//! The offers desk: what each package is really worth, in which year, and on what assumption.

mod side_by_side;

use jiff::civil::Date;

pub use side_by_side::{Column, SideBySide, Total, Whose};

use super::plan::Plan;
use super::plan::Trace;
use super::plan::brief::Brief;
use super::playbook::Playbook;
use super::problem::Problem;
use super::session::Session;

/// The packages side by side: theirs so far, the ask, each alternative that counts.
///
/// # Errors
/// As [`Plan::compute`].
pub fn side_by_side(
    playbook: &Playbook,
    session: &Session,
    plan: &Plan,
    today: Date,
) -> Result<SideBySide, Problem> {
    let brief = Brief::new(playbook, session, today, &mut Trace::default())?;
    SideBySide::of(&brief, plan)
}
