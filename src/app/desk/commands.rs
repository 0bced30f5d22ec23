//! What the keys of the desk do.

use super::{DeskPage, OffersDesk};
use crate::app::command::Command;
use crate::app::lists::{PAGE, step_of};
use crate::app::msg::{Effect, Paper};
use crate::app::{App, Screen};
use crate::domain::board::MoveKind;
use crate::domain::compare::Whose;
use crate::domain::edit::Edit;
use crate::domain::plan::{self, Figure, Shape};
use crate::domain::session::{Leans, Step};
use crate::script::{self, LetterKind};

impl App {
    /// Goes to the desk, to come back to the screen one was on.
    pub(in crate::app) fn open_desk(&mut self) -> Vec<Effect> {
        self.settle_leaving();
        if !matches!(self.screen, Screen::Desk(_)) {
            self.desk.from = self.screen;
        }
        self.show(Screen::Desk(DeskPage::SideBySide));
        self.save()
    }

    pub(in crate::app) fn desk_command(&mut self, page: DeskPage, command: Command) -> Vec<Effect> {
        if self.editing {
            return self.passage_command(command);
        }
        match command {
            Command::NextPage => self.show(Screen::Desk(page.turned(1))),
            Command::PreviousPage => self.show(Screen::Desk(page.turned(-1))),
            Command::Back => {
                let from = self.desk.from;
                self.show(from);
                return self.save();
            }
            Command::Undo => self.undo(),
            Command::Redo => self.redo(),
            command => match page {
                DeskPage::SideBySide => return self.side_by_side_command(command),
                DeskPage::WhatIf => self.what_if_command(command),
                DeskPage::Packages => return self.packages_command(command),
                DeskPage::Deadlines => return self.deadlines_command(command),
                DeskPage::Letters => return self.letters_command(command),
            },
        }
        Vec::new()
    }

    fn side_by_side_command(&mut self, command: Command) -> Vec<Effect> {
        if let Some(by) = step_of(command) {
            self.scroll_by(by);
            return Vec::new();
        }
        match command {
            Command::ChooseLeft => self.desk.select_column(-1),
            Command::ChooseRight => self.desk.select_column(1),
            Command::Sort => {
                self.desk.sort();
                self.derived = None;
            }
            Command::EditOffer => {
                let screen = match self.desk.column().map(|column| column.whose) {
                    Some(Whose::Alternative(index)) => Screen::Offer(index),
                    Some(Whose::Target) => Screen::Target,
                    Some(Whose::Ask) => Screen::Plan,
                    None => Screen::Offers,
                };
                self.back_to = Some(self.screen);
                self.show(screen);
            }
            _ => {}
        }
        Vec::new()
    }

    fn what_if_command(&mut self, command: Command) {
        match command {
            Command::ChooseLeft => self.desk.what_if.shift(-1),
            Command::ChooseRight => self.desk.what_if.shift(1),
            Command::PageUp => self.desk.what_if.shift(-PAGE),
            Command::PageDown => self.desk.what_if.shift(PAGE),
            Command::AsToday => self.desk.what_if.back_to_today(),
            command => {
                if let Some(by) = step_of(command) {
                    self.desk.what_if.choose(by);
                    self.derived = None;
                }
            }
        }
    }

    fn packages_command(&mut self, command: Command) -> Vec<Effect> {
        if let Some(by) = step_of(command) {
            self.focus = self.focus.saturating_add_signed(by).min(Shape::ALL.len() - 1);
            return Vec::new();
        }
        match command {
            Command::ChooseLeft => self.lean(-1),
            Command::ChooseRight => self.lean(1),
            Command::OriginalPassage => self.change(Edit::Leans(Leans::default())),
            Command::CopyScript => return self.copy_packages(),
            _ => {}
        }
        Vec::new()
    }

    fn deadlines_command(&mut self, command: Command) -> Vec<Effect> {
        let moves = self.desk.board.as_ref().map_or(0, |board| board.moves.len());
        if let Some(by) = step_of(command) {
            self.focus = self.focus.saturating_add_signed(by).min(moves.saturating_sub(1));
            return Vec::new();
        }
        match command {
            Command::Accept => {
                let chosen = self.desk.board.as_ref().and_then(|board| board.moves.get(self.focus));
                let Some((kind, whose)) = chosen.map(|chosen| (chosen.kind, chosen.whose)) else {
                    return Vec::new();
                };
                match letter_of(kind) {
                    Some(letter) => self.show_letter(letter, whose),
                    None if kind == MoveKind::Counter => return self.jump(Step::Script),
                    None => self.notice = Some("This is yours to say: there is no letter for it.".to_owned()),
                }
            }
            Command::ExportCalendar => return self.export(Paper::Calendar),
            _ => {}
        }
        Vec::new()
    }

    fn show_letter(&mut self, kind: LetterKind, whose: Whose) {
        self.show(Screen::Desk(DeskPage::Letters));
        let place = self.desk.letters.iter().position(|letter| letter.kind == kind && letter.whose == whose);
        match place {
            Some(place) => self.focus = place,
            None => self.notice = Some("There is no letter for this move.".to_owned()),
        }
    }

    fn letters_command(&mut self, command: Command) -> Vec<Effect> {
        if matches!(command, Command::PageDown | Command::PageUp) {
            self.scroll_by(step_of(command).unwrap_or(0));
            return Vec::new();
        }
        if let Some(by) = step_of(command) {
            let last = self.desk.letters.len().saturating_sub(1);
            self.focus = self.focus.saturating_add_signed(by).min(last);
            self.scroll = 0;
            return Vec::new();
        }
        match (command, self.desk.letters.get(self.focus)) {
            (Command::CopyScript, Some(letter)) => {
                return vec![Effect::Copy(format!("{}\n\n{}", letter.subject, letter.body))];
            }
            (Command::EditPassage, Some(letter)) => {
                let (id, body) = (letter.id.clone(), letter.body.clone());
                self.edit_words(id, body);
            }
            (Command::OriginalPassage, Some(letter)) => {
                let id = letter.id.clone();
                self.change(Edit::Passage { id, text: None });
            }
            (Command::NameRivals, _) => self.turn_naming(),
            _ => {}
        }
        Vec::new()
    }

    /// Shifts the selected package by a step of its term; the other terms follow.
    fn lean(&mut self, by: i8) {
        let Some(offer) = self.desk.trades.as_ref().and_then(|trades| trades.packages.get(self.focus)) else {
            return;
        };
        let (shape, before) = (offer.shape, *offer);
        if before.package.is_none() {
            self.notice = Some("This package cannot be made inside the bands.".to_owned());
            return;
        }
        let Some(leans) = self.work.as_ref().map(|work| work.session.packages) else { return };
        let lean = before.lean.saturating_add(by);
        let leans = match shape {
            Shape::BaseHeavy => Leans { base: lean, ..leans },
            Shape::EquityHeavy => Leans { equity: lean, ..leans },
            Shape::SigningHeavy => Leans { signing: lean, ..leans },
        };
        if self.can_lean(shape, leans) {
            self.change(Edit::Leans(leans));
        } else {
            let words =
                "No further: a band or your floor ends here, or it would no longer be worth the same.";
            self.notice = Some(words.to_owned());
        }
    }

    fn can_lean(&self, shape: Shape, leans: Leans) -> bool {
        let Some(work) = &self.work else { return false };
        let Ok(plan) = &work.plan else { return false };
        let mut session = work.session.clone();
        session.packages = leans;
        let trades = plan::trades(&work.playbook, &session, plan, self.today).ok();
        let wanted = match shape {
            Shape::BaseHeavy => leans.base,
            Shape::EquityHeavy => leans.equity,
            Shape::SigningHeavy => leans.signing,
        };
        trades.is_some_and(|trades| {
            trades.packages.iter().any(|offer| offer.shape == shape && offer.lean == wanted)
        })
    }

    /// The sentences of the packages, one below the other.
    fn copy_packages(&self) -> Vec<Effect> {
        let (Some(trades), Some(Ok(plan))) =
            (&self.desk.trades, self.work.as_ref().map(|work| work.plan.as_ref()))
        else {
            return Vec::new();
        };
        let sentences = trades.packages.iter().filter_map(|offer| {
            let package = offer.package?;
            Some(script::package_sentence(offer.shape, &package, plan.currency))
        });
        vec![Effect::Copy(sentences.collect::<Vec<_>>().join("\n\n"))]
    }
}

/// The letter that makes a move.
fn letter_of(kind: MoveKind) -> Option<LetterKind> {
    match kind {
        MoveKind::Confirm => Some(LetterKind::Confirm),
        MoveKind::SpeedUp => Some(LetterKind::SpeedUp),
        MoveKind::MoreTime => Some(LetterKind::MoreTime),
        MoveKind::Counter | MoveKind::Answer | MoveKind::AskWhetherItStands => None,
    }
}

impl OffersDesk {
    /// The figure whose derivation belongs to the selected column.
    pub(in crate::app) fn figure(&self) -> Option<Figure> {
        match self.column()?.whose {
            Whose::Target => None,
            Whose::Ask => Some(Figure::Value),
            Whose::Alternative(index) => Some(Figure::Alternative(index)),
        }
    }
}
