//! The offers desk: pages about the packages as they stand, and what was chosen on each.

mod commands;
mod what_if;

use jiff::civil::Date;

use super::Screen;
use super::command::Context;
use super::work::Work;
use crate::domain::board::{self, Board};
use crate::domain::compare::{Column, Inputs, Measure, SideBySide, Whose};
use crate::domain::plan::{self, Trades};
use crate::domain::problem::Problem;
use crate::script::{self, Letter};
pub use what_if::WhatIf;

/// A page of the desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DeskPage {
    SideBySide,
    WhatIf,
    Packages,
    Deadlines,
    Letters,
}

impl DeskPage {
    pub const ALL: [Self; 5] =
        [Self::SideBySide, Self::WhatIf, Self::Packages, Self::Deadlines, Self::Letters];

    pub fn title(self) -> &'static str {
        match self {
            Self::SideBySide => "Side by side",
            Self::WhatIf => "What if",
            Self::Packages => "Packages",
            Self::Deadlines => "Deadlines",
            Self::Letters => "Letters",
        }
    }

    pub(super) fn context(self) -> Context {
        match self {
            Self::SideBySide => Context::SideBySide,
            Self::WhatIf => Context::WhatIf,
            Self::Packages => Context::Packages,
            Self::Deadlines => Context::Deadlines,
            Self::Letters => Context::Letters,
        }
    }

    /// The page so many further on, round and round.
    fn turned(self, by: isize) -> Self {
        let pages = Self::ALL.len();
        let at = Self::ALL.iter().position(|page| *page == self).unwrap_or(0);
        Self::ALL[(at + pages).saturating_add_signed(by) % pages]
    }
}

/// What the desk shows, and what was chosen on it.
#[derive(Debug)]
pub struct OffersDesk {
    /// The screen to go back to.
    from: Screen,
    pub measure: Measure,
    /// The selected column.
    pub selected: Option<Whose>,
    pub table: Option<SideBySide>,
    pub what_if: WhatIf,
    pub trades: Option<Trades>,
    pub board: Option<Board>,
    pub letters: Vec<Letter>,
    /// Why there is nothing to show.
    pub problem: Option<Problem>,
}

impl Default for OffersDesk {
    fn default() -> Self {
        Self {
            from: Screen::Offers,
            measure: Measure::default(),
            selected: None,
            table: None,
            what_if: WhatIf::default(),
            trades: None,
            board: None,
            letters: Vec::new(),
            problem: None,
        }
    }
}

impl OffersDesk {
    /// Brings what a page shows up to date with the work.
    pub(super) fn follow(&mut self, page: DeskPage, work: &Work, today: Date) {
        let (playbook, session) = (&work.playbook, &work.session);
        match page {
            DeskPage::Deadlines => {
                let target = board::target_name(playbook, session);
                self.board = Some(Board::of(session, &target, work.plan.as_ref().ok(), today));
            }
            DeskPage::Letters => self.letters = script::letters(playbook, session, today),
            _ => return self.follow_figures(page, work, today),
        }
        self.problem = None;
    }

    /// The pages that need a plan.
    fn follow_figures(&mut self, page: DeskPage, work: &Work, today: Date) {
        let followed = work.plan.clone().and_then(|plan| {
            let inputs = Inputs { playbook: &work.playbook, session: &work.session, plan: &plan, today };
            match page {
                DeskPage::SideBySide => self.table = Some(inputs.side_by_side()?.sorted(self.measure)),
                DeskPage::WhatIf => self.what_if.follow(&inputs)?,
                DeskPage::Packages => {
                    self.trades = Some(plan::trades(&work.playbook, &work.session, &plan, today)?);
                }
                DeskPage::Deadlines | DeskPage::Letters => {}
            }
            Ok(())
        });
        self.problem = followed.err();
    }

    /// The selected column; the first where none was chosen.
    pub fn column(&self) -> Option<&Column> {
        let table = self.table.as_ref()?;
        table.columns.get(self.column_at())
    }

    pub fn column_at(&self) -> usize {
        let columns = self.table.as_ref().map_or(&[][..], |table| &table.columns);
        columns.iter().position(|column| Some(column.whose) == self.selected).unwrap_or(0)
    }

    fn select_column(&mut self, by: isize) {
        let Some(table) = &self.table else { return };
        let next = self.column_at().saturating_add_signed(by).min(table.columns.len().saturating_sub(1));
        self.selected = table.columns.get(next).map(|column| column.whose);
    }

    /// Puts the columns in the next order.
    fn sort(&mut self) {
        let at = Measure::ALL.iter().position(|measure| *measure == self.measure).unwrap_or(0);
        self.selected = self.selected.or_else(|| self.column().map(|column| column.whose));
        self.measure = Measure::ALL[(at + 1) % Measure::ALL.len()];
    }
}
