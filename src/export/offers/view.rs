//! Everything that the desk has to say, computed once, for every form to read.

use jiff::civil::Date;

use super::mind::{self, Finding};
use super::notes;
use crate::domain::board::{Board, target_name};
use crate::domain::compare::{Difference, Inputs, Measure, SideBySide};
use crate::domain::plan::{PackageOffer, Trades, trades};
use crate::domain::problem::Problem;
use crate::export::{ExportHead, calendar};
use crate::script::{Letter, letters, package_note, package_sentence};

/// The desk of one session on one day.
#[derive(Debug, Clone)]
pub struct OffersView {
    pub head: ExportHead,
    pub today: Date,
    /// In the order of `sort`.
    pub table: SideBySide,
    pub sort: Measure,
    /// How far each column of the table lies from the reference; `None` for the reference itself.
    pub differences: Vec<Option<Difference>>,
    /// What each assumption would change, in the order of [`Inputs::assumptions`].
    pub findings: Vec<Finding>,
    pub trades: Trades,
    pub packages: [PackageView; 3],
    /// Deadlines and the order of moves.
    pub board: Board,
    /// Whether what others may see, such as a calendar, names the rivals.
    pub names_rivals: bool,
    /// Letters for time, from the same data.
    pub letters: Vec<Letter>,
    /// What to know before one trusts the figures.
    pub notes: Vec<String>,
    /// The floor, and where it would meet the ask: for the user's eyes.
    pub private: Vec<String>,
}

/// One of the three equal packages with its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackageView {
    pub offer: PackageOffer,
    /// `None` where no such package can be made.
    pub sentence: Option<String>,
    /// What it means to the employer.
    pub note: &'static str,
}

impl OffersView {
    /// # Errors
    /// As [`crate::domain::plan::Plan::compute`].
    pub fn of(inputs: &Inputs, sort: Measure) -> Result<Self, Problem> {
        let Inputs { playbook, session, plan, today } = *inputs;
        let table = inputs.side_by_side()?.sorted(sort);
        let differences =
            table.columns.iter().map(|column| table.difference(column)).collect::<Result<_, _>>()?;
        let findings = mind::findings(inputs)?;
        let trades = trades(playbook, session, plan, today)?;
        let packages = trades.packages.map(|offer| PackageView {
            sentence: offer.package.map(|package| package_sentence(offer.shape, &package, plan.currency)),
            note: package_note(offer.shape),
            offer,
        });
        let head = ExportHead::of(playbook, session, plan, today);
        Ok(Self {
            board: Board::of(session, &target_name(playbook, session), Some(plan), today),
            names_rivals: session.script.name_rivals,
            letters: letters(playbook, session, today),
            head,
            today,
            notes: notes::before_trust(inputs, &table),
            private: notes::private(plan, &findings),
            table,
            sort,
            differences,
            findings,
            trades,
            packages,
        })
    }
}

/// The deadlines and moves of one session as a calendar file.
pub fn offers_calendar(inputs: &Inputs) -> String {
    let Inputs { playbook, session, plan, today } = *inputs;
    let board = Board::of(session, &target_name(playbook, session), Some(plan), today);
    let head = ExportHead::of(playbook, session, plan, today);
    calendar(&board, &head.title(), session.script.name_rivals, today)
}
