//! The Offers screen: one line to type an offer into, and the table of those entered.

use super::command::Command;
use super::editor::Editor;
use super::lists::step_of;
use super::msg::Effect;
use super::overlay::Overlay;
use super::{App, Screen};
use crate::domain::edit::Edit;
use crate::domain::offer::Alternative;
use crate::form::FieldId;
use crate::form::quick::{self, Understood};

impl App {
    /// What is understood of the quick line as it stands; `None` while it is empty.
    pub fn understood(&self) -> Option<Understood> {
        let work = self.work.as_ref()?;
        if self.screen != Screen::Offers || self.focus > 0 || self.editor.text().trim().is_empty() {
            return None;
        }
        let currency = work.desk(self.today).currency();
        Some(quick::read(self.editor.text(), &quick::Context { today: self.today, currency }))
    }

    pub(super) fn offers_command(&mut self, command: Command) -> Vec<Effect> {
        let rows = self.work.as_ref().map_or(0, |work| work.session.alternatives.len());
        let row = self.focus.checked_sub(1);
        if let Some(by) = step_of(command) {
            self.focus = self.focus.saturating_add_signed(by).min(rows.max(1));
            self.load_editor();
            return Vec::new();
        }
        match (command, row) {
            (Command::Accept, None) if self.editor.text().trim().is_empty() => return self.advance(),
            (Command::Accept, None) => self.add_quick(),
            (Command::EditOffer, Some(index)) if index < rows => {
                self.places.insert(Screen::Offer(index), 0);
                self.show(Screen::Offer(index));
            }
            (Command::Delete, Some(index)) if index < rows => {
                self.change(Edit::RemoveAlternative { index });
                self.focus = self.focus.min(rows.saturating_sub(1)).max(1);
                self.load_editor();
                self.notice = Some("Taken out. u brings it back.".to_owned());
            }
            (Command::CurrentJob, _) => self.begin_current(),
            (Command::ChooseRight, Some(_)) => return self.advance(),
            (Command::Back, _) => return self.retreat(),
            (Command::Undo, _) => self.undo(),
            (Command::Redo, _) => self.redo(),
            _ => {}
        }
        Vec::new()
    }

    /// Adds what the quick line says, or asks about what can be read two ways.
    fn add_quick(&mut self) {
        let Some(understood) = self.understood() else { return };
        if let Some(question) = understood.questions().into_iter().next() {
            let readings = question.readings;
            self.overlays.push(Overlay::Which { field: FieldId::QuickLine, readings, selected: 0 });
            return;
        }
        match understood.alternative() {
            Ok(alternative) => {
                let left: Vec<&str> = understood.not_understood();
                let label = alternative.label();
                self.notice = Some(if left.is_empty() {
                    format!("Added {label}. Down and Enter opens its fields.")
                } else {
                    format!("Added {label} without “{}”, which was not understood.", left.join(" "))
                });
                self.insert(alternative);
                self.forget_quick_line();
            }
            Err(problem) => {
                let key = FieldId::QuickLine.to_string();
                if let Some(work) = &mut self.work {
                    work.problems.insert(key, problem);
                }
            }
        }
    }

    /// Replaces the part of the quick line that could be read two ways by the chosen reading.
    pub(super) fn settle_quick(&mut self, text: &str) {
        let Some(question) = self.understood().and_then(|read| read.questions().into_iter().next()) else {
            return;
        };
        let mut line = self.editor.text().to_owned();
        line.replace_range(question.span, text);
        self.editor = Editor::with(line);
        self.keep_draft();
        self.add_quick();
    }

    fn forget_quick_line(&mut self) {
        if let Some(work) = &mut self.work {
            work.take_draft(&FieldId::QuickLine.to_string());
        }
        self.editor = Editor::default();
    }

    /// Begins the line of the job one has; the rest is typed.
    fn begin_current(&mut self) {
        self.focus = 0;
        self.load_editor();
        if self.editor.text().is_empty() {
            let answers = self.work.as_ref().map(|work| &work.session.answers);
            let employer = answers.and_then(|answers| answers.get("current_employer"));
            self.editor = Editor::with(format!("stay at {} ", employer.map_or("my job", String::as_str)));
            self.keep_draft();
        }
    }

    fn insert(&mut self, alternative: Alternative) {
        let index = self.work.as_ref().map_or(0, |work| work.session.alternatives.len());
        self.change(Edit::InsertAlternative { index, alternative: Box::new(alternative) });
    }

    pub(super) fn change(&mut self, edit: Edit) {
        if let Some(work) = &mut self.work {
            work.apply(edit, self.today);
        }
    }
}
