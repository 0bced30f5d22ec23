//! The Script screen: passages to read, to put in one's own words, to copy.

use jiff::civil::Date;

use super::App;
use super::command::Command;
use super::editor::Editor;
use super::forms::Settled;
use super::lists::step_of;
use super::msg::Effect;
use super::work::Work;
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
            Command::NameRivals => {
                let named = self.work.as_ref().is_some_and(|work| work.session.script.name_rivals);
                self.change(Edit::NameRivals(!named));
                let words =
                    if named { "The script no longer names them." } else { "The script names them now." };
                self.notice = Some(words.to_owned());
            }
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

    /// The passage being edited, and its text before.
    pub(super) fn editing_id(&self) -> Option<(String, String)> {
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
        let key = FieldId::Passage(passage.id.clone()).to_string();
        let draft = self.work.as_ref().and_then(|work| work.drafts.get(&key).cloned());
        self.editor = Editor::with(draft.unwrap_or_else(|| passage.text.clone()));
        self.editing = true;
    }

    fn passage_command(&mut self, command: Command) -> Vec<Effect> {
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
            Command::Back => {
                self.editing = false;
                if self.has_passage_draft() {
                    self.notice = Some("Your words are kept as a draft; e goes on with them.".to_owned());
                }
            }
            _ => {}
        }
        Vec::new()
    }

    fn has_passage_draft(&self) -> bool {
        let key = self.passage_id().map(|id| FieldId::Passage(id).to_string());
        self.work.as_ref().zip(key).is_some_and(|(work, key)| work.drafts.contains_key(&key))
    }

    /// The spoken part alone, as it is copied.
    fn spoken(&self) -> Option<String> {
        let script = self.script.as_ref()?;
        let passages: Vec<&str> = script.part(Part::Spoken).map(|passage| passage.text.as_str()).collect();
        Some(passages.join("\n\n"))
    }
}
