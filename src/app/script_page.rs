//! The Script screen: passages to read, to put in one's own words, to copy.

use jiff::civil::Date;

use super::command::Command;
use super::editor::Editor;
use super::forms::Settled;
use super::lists::step_of;
use super::msg::Effect;
use super::work::Work;
use super::{App, Screen};
use crate::domain::edit::Edit;
use crate::form::FieldId;
use crate::script::{self, Part, Script};

/// The script of the work as it stands; `None` while there is no plan.
pub(super) fn assemble(work: &Work, today: Date) -> Option<Script> {
    let plan = work.plan.as_ref().ok()?;
    script::assemble(&work.playbook, &work.session, plan, today).ok()
}

impl App {
    pub(super) fn script_command(&mut self, command: Command) -> Vec<Effect> {
        if self.editing {
            return self.passage_command(command);
        }
        if let Some(by) = step_of(command) {
            self.move_passage(by, matches!(command, Command::PageDown | Command::PageUp));
            return Vec::new();
        }
        match command {
            Command::EditPassage => self.edit_passage(),
            Command::OriginalPassage => {
                if let Some(id) = self.passage_id() {
                    self.change(Edit::Passage { id, text: None });
                }
            }
            Command::NameRivals => self.turn_naming(),
            Command::CopyScript => match self.spoken() {
                Some(text) => return vec![Effect::Copy(text)],
                None => {
                    self.notice = Some("There is no script yet: the plan is missing something.".to_owned());
                }
            },
            Command::Back => return self.retreat(),
            Command::Undo => self.undo(),
            Command::Redo => self.redo(),
            _ => {}
        }
        Vec::new()
    }

    /// Names the rivals from now on, or no longer.
    pub(super) fn turn_naming(&mut self) {
        let named = self.work.as_ref().is_some_and(|work| work.session.script.name_rivals);
        self.change(Edit::NameRivals(!named));
        let words = if named { "Rivals are no longer named." } else { "Rivals are named now." };
        self.notice = Some(words.to_owned());
    }

    fn move_passage(&mut self, by: isize, by_page: bool) {
        if by_page {
            self.scroll_by(by);
            return;
        }
        let last = self.script.as_ref().map_or(0, |script| script.passages.len()).saturating_sub(1);
        let next = self.focus.saturating_add_signed(by).min(last);
        if next == self.focus {
            self.scroll_by(by);
        } else {
            self.scroll = 0;
            self.focus = next;
        }
    }

    fn passage_id(&self) -> Option<String> {
        Some(self.script.as_ref()?.passages.get(self.focus)?.id.clone())
    }

    /// The passage or letter being edited, and its text before.
    pub(super) fn editing_id(&self) -> Option<(String, String)> {
        if let Screen::Desk(_) = self.screen {
            let letter = self.desk.letters.get(self.focus).filter(|_| self.editing)?;
            return Some((letter.id.clone(), letter.body.clone()));
        }
        let passage = self.script.as_ref().filter(|_| self.editing)?.passages.get(self.focus)?;
        Some((passage.id.clone(), passage.text.clone()))
    }

    fn edit_passage(&mut self) {
        let Some(passage) = self.script.as_ref().and_then(|script| script.passages.get(self.focus)) else {
            return;
        };
        if passage.part == Part::Private {
            self.notice = Some("The private page is computed; the spoken passages can be edited.".to_owned());
            return;
        }
        let (id, text) = (passage.id.clone(), passage.text.clone());
        self.edit_words(id, text);
    }

    /// Begins to put a passage or a letter in one's own words, or goes on with a draft of it.
    pub(super) fn edit_words(&mut self, id: String, text: String) {
        let key = FieldId::Passage(id).to_string();
        let draft = self.work.as_ref().and_then(|work| work.drafts.get(&key).cloned());
        self.editor = Editor::with(draft.unwrap_or(text));
        self.editing = true;
    }

    pub(super) fn passage_command(&mut self, command: Command) -> Vec<Effect> {
        match command {
            Command::Accept => {
                if let Some((id, before)) = self.editing_id() {
                    let text = self.editor.text().to_owned();
                    self.editing = false;
                    let id = FieldId::Passage(id);
                    if text == before {
                        if let Some(work) = &mut self.work {
                            work.take_draft(&id.to_string());
                        }
                    } else if self.take(&id, &text) == Settled::Fine {
                        self.notice = Some("Kept. o brings the original words back.".to_owned());
                    }
                }
            }
            Command::NewLine => {
                self.editor.break_line();
                self.keep_draft();
            }
            Command::Back => {
                let has_draft = self.has_passage_draft();
                self.editing = false;
                if has_draft {
                    self.notice = Some("Your words are kept as a draft; e goes on with them.".to_owned());
                }
            }
            _ => {}
        }
        Vec::new()
    }

    fn has_passage_draft(&self) -> bool {
        let key = self.editing_id().map(|(id, _)| FieldId::Passage(id).to_string());
        self.work.as_ref().zip(key).is_some_and(|(work, key)| work.drafts.contains_key(&key))
    }

    /// The spoken part alone, as it is copied.
    fn spoken(&self) -> Option<String> {
        let script = self.script.as_ref()?;
        let passages: Vec<&str> = script.part(Part::Spoken).map(|passage| passage.text.as_str()).collect();
        Some(passages.join("\n\n"))
    }
}
