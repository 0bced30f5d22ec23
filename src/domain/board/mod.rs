//! The Friday board: which offer ends when, and what to do before.
//!
//! An answer takes the working days of the settings, Monday to Friday; holidays are not known.

mod deadline;
mod moves;
mod situation;
#[cfg(test)]
mod tests;
mod words;
mod working_day;

use jiff::civil::Date;

pub use deadline::{Deadline, State};
pub use moves::{Move, MoveKind};
pub use working_day::{is_working_day, working_day_on_or_before, working_days_after, working_days_before};

use self::situation::Situation;
use super::compare::Whose;
use super::plan::Plan;
use super::playbook::Playbook;
use super::session::Session;

/// The days that rule a negotiation, and the moves that keep them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Board {
    pub today: Date,
    /// By day, then as entered, the target first; those that have passed too.
    pub deadlines: Vec<Deadline>,
    /// Whoever has named no day, the target first; the current job never does.
    pub without_date: Vec<(Whose, String)>,
    /// What is overdue first, then by day, by kind and as entered.
    pub moves: Vec<Move>,
}

impl Board {
    /// The board of a session; `target` is the target company's name. Without a plan no alternative
    /// is known to be the best.
    pub fn of(session: &Session, target: &str, plan: Option<&Plan>, today: Date) -> Self {
        let (deadlines, without_date) = deadline::deadlines(session, target, today);
        let moves = Situation::new(session, target, plan, today).moves(&deadlines);
        Self { today, deadlines, without_date, moves }
    }

    /// What to do now.
    pub fn first(&self) -> Option<&Move> {
        self.moves.first()
    }
}

/// The target company's name as a sentence uses it, also where nobody has named it yet.
pub fn target_name(playbook: &Playbook, session: &Session) -> String {
    match &session.company {
        Some(company) => company.clone(),
        None if playbook.is_general() => "the company".to_owned(),
        None => playbook.company.clone(),
    }
}
