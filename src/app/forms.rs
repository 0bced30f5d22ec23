//! The screens that are forms: focus, typing, taking an answer, going on.

use super::command::Command;
use super::editor::Editor;
use super::lists::PAGE;
use super::msg::Effect;
use super::overlay::Overlay;
use super::{App, Screen};
use crate::domain::playbook::Lever;
use crate::form::{self, Answer, Field, FieldId};

/// What became of the text of the focused field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Settled {
    /// Taken, or there was nothing to take.
    Fine,
    /// Kept as a draft beside its problem.
    Refused,
    /// It can be read two ways; the user is being asked.
    Asked,
}

impl App {
    /// The fields of the shown screen.
    pub fn fields(&self) -> Vec<Field> {
        let Some(work) = &self.work else { return Vec::new() };
        let desk = work.desk(self.today);
        match self.screen {
            Screen::Target => form::target(&desk),
            Screen::Background => form::background(&desk),
            Screen::Offer(index) => form::offer(&desk, index),
            Screen::Offers if self.focus == 0 => vec![form::quick_line()],
            Screen::Lever(index) => match work.playbook.levers.get(index) {
                Some(lever) => form::lever(&desk, lever, &work.questions(index)),
                None => Vec::new(),
            },
            Screen::Settings => form::settings(&desk),
            Screen::Home
            | Screen::Library
            | Screen::Offers
            | Screen::Desk(_)
            | Screen::Plan
            | Screen::Script => Vec::new(),
        }
    }

    /// The lever that is shown.
    pub fn lever(&self) -> Option<&Lever> {
        let (Screen::Lever(index), Some(work)) = (self.screen, &self.work) else { return None };
        work.playbook.levers.get(index)
    }

    pub fn focused_field(&self) -> Option<Field> {
        let mut fields = self.fields();
        (self.focus < fields.len()).then(|| fields.swap_remove(self.focus))
    }

    pub(super) fn form_command(&mut self, command: Command) -> Vec<Effect> {
        match command {
            Command::Next => self.move_focus(1),
            Command::Previous => self.move_focus(-1),
            Command::PageDown => self.scroll_by(PAGE),
            Command::PageUp => self.scroll_by(-PAGE),
            Command::ChooseLeft => self.choose(-1),
            Command::ChooseRight => self.choose(1),
            Command::Accept => return self.accept(),
            Command::Back => return self.retreat(),
            Command::Undo => self.undo(),
            Command::Redo => self.redo(),
            _ => {}
        }
        Vec::new()
    }

    fn move_focus(&mut self, by: isize) {
        if self.settle() == Settled::Asked {
            return;
        }
        let fields = self.fields().len();
        self.focus = self.focus.saturating_add_signed(by).min(fields.saturating_sub(1));
        self.scroll = 0;
        self.load_editor();
    }

    pub(super) fn scroll_by(&mut self, lines: isize) {
        let by = i16::try_from(lines).unwrap_or(if lines < 0 { i16::MIN } else { i16::MAX });
        self.scroll = self.scroll.saturating_add_signed(by).min(self.scroll_limit);
    }

    /// Takes the answer and goes to the next field, or from the last one to the next screen.
    fn accept(&mut self) -> Vec<Effect> {
        if self.settle() != Settled::Fine {
            return Vec::new();
        }
        if self.focus + 1 < self.fields().len() {
            self.focus += 1;
            self.load_editor();
            return Vec::new();
        }
        self.focus = 0;
        self.advance()
    }

    fn choose(&mut self, by: isize) {
        let Some(field) = self.focused_field() else { return };
        let choices = field.choices();
        let last = choices.len().saturating_sub(1);
        let next = field.chosen().map_or(0, |at| at.saturating_add_signed(by).min(last));
        if let Some(choice) = choices.get(next) {
            let value = choice.value.clone();
            self.take(&field.id, &value);
        }
    }

    /// Takes the text of the focused field, if it was changed.
    pub(super) fn settle(&mut self) -> Settled {
        if self.editing {
            return Settled::Fine;
        }
        let Some(field) = self.focused_field().filter(Field::is_typed) else { return Settled::Fine };
        if field.id == FieldId::QuickLine {
            return Settled::Fine;
        }
        if self.editor.text() == field.value {
            if let Some(work) = &mut self.work {
                work.take_draft(&field.id.to_string());
            }
            return Settled::Fine;
        }
        let text = self.editor.text().to_owned();
        self.take(&field.id, &text)
    }

    /// Gives a text to the form and does what follows.
    pub(super) fn take(&mut self, id: &FieldId, text: &str) -> Settled {
        let today = self.today;
        let Some(work) = &mut self.work else { return Settled::Fine };
        let key = id.to_string();
        let settled = match form::answer(&work.desk(today), id, text) {
            Answer::Edit(edit) => {
                work.take_draft(&key);
                work.apply(edit, today);
                Settled::Fine
            }
            Answer::Refused(problem) => {
                work.problems.insert(key, problem);
                return Settled::Refused;
            }
            Answer::Which(readings) => {
                self.overlays.push(Overlay::Which { field: id.clone(), readings, selected: 0 });
                return Settled::Asked;
            }
        };
        // A passage is taken on a screen without fields: its place stays.
        if let Some(last) = self.fields().len().checked_sub(1) {
            self.focus = self.focus.min(last);
        }
        self.load_editor();
        settled
    }

    /// Puts the draft or the held answer of the focused field into the editor.
    pub(super) fn load_editor(&mut self) {
        let text = match self.focused_field() {
            Some(field) => {
                let draft = self.work.as_ref().and_then(|work| work.drafts.get(&field.id.to_string()));
                draft.cloned().unwrap_or(field.value)
            }
            None => String::new(),
        };
        self.editor = Editor::with(text);
    }

    /// Keeps what is being typed, so that no way out loses it.
    pub(super) fn keep_draft(&mut self) {
        self.discarded = None;
        let (key, held) = match (self.editing_id(), self.focused_field()) {
            (Some((id, held)), _) => (FieldId::Passage(id).to_string(), held),
            (None, Some(field)) => (field.id.to_string(), field.value),
            (None, None) => return,
        };
        if let Some(work) = &mut self.work {
            work.problems.remove(&key);
            work.draft(key, self.editor.text(), &held);
        }
    }

    /// Takes back typing that was not taken, or else the last change.
    pub(super) fn undo(&mut self) {
        if let Some(field) = self.focused_field().filter(Field::is_typed)
            && self.editor.text() != field.value
        {
            let key = field.id.to_string();
            if let Some(work) = &mut self.work {
                work.take_draft(&key);
            }
            self.discarded = Some((key, self.editor.text().to_owned()));
            self.load_editor();
            return;
        }
        let undone = self.work.as_mut().is_some_and(|work| work.undo(self.today));
        self.after_history(undone, "Undone. Ctrl-R does it again.", "Nothing to undo.");
    }

    pub(super) fn redo(&mut self) {
        if let Some((key, text)) = self.discarded.take()
            && self.focused_field().is_some_and(|field| field.id.to_string() == key)
        {
            self.editor = Editor::with(text);
            self.keep_draft();
            return;
        }
        let redone = self.work.as_mut().is_some_and(|work| work.redo(self.today));
        self.after_history(redone, "Done again.", "Nothing to redo.");
    }

    fn after_history(&mut self, done: bool, yes: &str, no: &str) {
        self.notice = Some(if done { yes } else { no }.to_owned());
        if let (Screen::Offer(index), Some(work)) = (self.screen, &self.work)
            && index >= work.session.alternatives.len()
        {
            self.show(Screen::Offers);
        }
        self.clamp_focus();
        self.load_editor();
    }

    fn clamp_focus(&mut self) {
        let Some(work) = &self.work else { return };
        let last = match self.screen {
            Screen::Offers => work.session.alternatives.len().max(1),
            Screen::Plan | Screen::Script | Screen::Home | Screen::Library | Screen::Desk(_) => return,
            _ => self.fields().len().saturating_sub(1),
        };
        self.focus = self.focus.min(last);
    }
}
