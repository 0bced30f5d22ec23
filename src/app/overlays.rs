//! What the dialogs do.

use std::path::PathBuf;

use super::command::Command;
use super::desk::DeskPage;
use super::editor::Editor;
use super::library::Errand;
use super::lists::step_of;
use super::msg::{Effect, Paper};
use super::overlay::Overlay;
use super::{App, Screen};
use crate::domain::plan::{Figure, Term};
use crate::domain::session::Step;
use crate::form::FieldId;

impl App {
    pub(super) fn overlay_command(&mut self, command: Command) -> Vec<Effect> {
        if let Some(by) = step_of(command) {
            self.move_in_overlay(by);
            return Vec::new();
        }
        match (command, self.overlays.last()) {
            (Command::Back, Some(Overlay::Export { exists: Some(_), .. })) => {
                if let Some(Overlay::Export { exists, .. }) = self.overlays.last_mut() {
                    *exists = None;
                }
                Vec::new()
            }
            (Command::Back, _) => {
                self.overlays.pop();
                self.scroll = 0;
                Vec::new()
            }
            (Command::Step(digit), _) => self.pick(usize::from(digit)),
            (Command::MakeOwn, Some(Overlay::Faults { path, .. })) => {
                vec![Effect::Library(Errand::Edit(path.clone()))]
            }
            (Command::Accept | Command::Yes, _) => self.answer_overlay(),
            _ => Vec::new(),
        }
    }

    fn move_in_overlay(&mut self, by: isize) {
        match self.overlays.last_mut() {
            Some(Overlay::GoTo { selected }) => {
                *selected = selected.saturating_add_signed(by).min(Step::ALL.len() - 1);
            }
            Some(Overlay::Which { selected, .. }) => *selected = selected.saturating_add_signed(by).min(1),
            _ => self.scroll_by(by),
        }
    }

    /// Chooses an entry of a menu by its number.
    fn pick(&mut self, entry: usize) -> Vec<Effect> {
        match self.overlays.last_mut() {
            Some(Overlay::GoTo { selected }) => *selected = entry.min(Step::ALL.len() - 1),
            Some(Overlay::Which { selected, .. }) if entry < 2 => *selected = entry,
            _ => return Vec::new(),
        }
        self.answer_overlay()
    }

    fn answer_overlay(&mut self) -> Vec<Effect> {
        let Some(overlay) = self.overlays.last() else { return Vec::new() };
        match overlay {
            Overlay::GoTo { selected } => {
                let step = Step::ALL[*selected];
                self.overlays.pop();
                self.jump(step)
            }
            Overlay::Which { field, readings, selected } => {
                let (field, text) = (field.clone(), readings[*selected].1.clone());
                self.overlays.pop();
                if field == FieldId::QuickLine {
                    self.settle_quick(&text);
                } else {
                    self.take(&field, &text);
                }
                Vec::new()
            }
            Overlay::Export { paper, exists: Some(path), .. } => {
                vec![Effect::Export { paper: *paper, path: path.clone(), replace: true }]
            }
            Overlay::Export { paper, path, .. } => {
                let path = PathBuf::from(path.text().trim());
                vec![Effect::Export { paper: *paper, path, replace: false }]
            }
            Overlay::Rename { name, title } => {
                let effect = Effect::Rename { name: name.clone(), title: title.text().trim().to_owned() };
                self.overlays.pop();
                vec![effect, Effect::ListSessions]
            }
            Overlay::Delete { name, .. } => {
                let effect = Effect::Delete(name.clone());
                self.overlays.pop();
                vec![effect]
            }
            Overlay::Import { path, .. } => {
                vec![Effect::Library(Errand::ReadGuide(PathBuf::from(unquoted(path.text()))))]
            }
            Overlay::Replace { playbook, .. } => {
                let effect = Effect::Library(Errand::Keep { playbook: playbook.clone(), replace: true });
                self.overlays.pop();
                vec![effect]
            }
            Overlay::Help(_) | Overlay::Why { .. } | Overlay::Faults { .. } => {
                self.overlays.pop();
                Vec::new()
            }
        }
    }

    /// Opens the derivation: of the selected figure on the Plan screen, else of the whole plan.
    pub(super) fn why(&mut self) {
        self.scroll = 0;
        let Some(work) = &self.work else { return };
        let plan = match &work.plan {
            Ok(plan) => plan,
            Err(problem) => {
                let lines = std::iter::once(problem.message.clone()).chain(problem.hint.clone()).collect();
                self.overlays.push(Overlay::Why { title: "There is no plan yet".to_owned(), lines });
                return;
            }
        };
        let selected = match self.screen {
            Screen::Plan => self.plan_page.figure(self.focus),
            Screen::Desk(DeskPage::SideBySide) => self.desk.figure(),
            _ => None,
        };
        let (title, lines) = match selected {
            Some(figure) => {
                let lines = plan.trace.of(figure).map(str::to_owned).collect();
                (figure.title(), lines)
            }
            None => ("How the plan comes about".to_owned(), whole_trace(plan.trace.lines())),
        };
        self.overlays.push(Overlay::Why { title, lines });
    }

    /// Asks where a paper shall go.
    pub(super) fn export(&mut self, paper: Paper) -> Vec<Effect> {
        self.settle();
        let path = Editor::with(self.export_path(paper));
        self.overlays.push(Overlay::Export { paper, path, trouble: None, exists: None });
        vec![Effect::Save]
    }

    /// The file an export goes to unless the user says otherwise.
    fn export_path(&self, paper: Paper) -> String {
        let ending = match paper {
            Paper::Script => "script.txt",
            Paper::Offers => "offers.html",
            Paper::Calendar => "deadlines.ics",
        };
        let work = self.work.as_ref();
        let title = work.and_then(|work| work.name.clone().or_else(|| work.session.title.clone()));
        let name = file_name(&title.unwrap_or_else(|| "negotiation".to_owned()));
        let folder = self.folder.trim_end_matches('/');
        format!("{folder}/{name}-{ending}")
    }
}

/// A path without the quotes that a file manager or a shell puts around it.
fn unquoted(path: &str) -> &str {
    let path = path.trim();
    let inside = |quote: char| path.strip_prefix(quote)?.strip_suffix(quote);
    inside('\'').or_else(|| inside('"')).unwrap_or(path)
}

/// A title as part of a file's name: letters and digits, dashes between them.
fn file_name(title: &str) -> String {
    let words = title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join("-")
}

/// Every line under the title of its figure, in the order one would ask.
fn whole_trace(lines: &[crate::domain::plan::TraceLine]) -> Vec<String> {
    let mut figures: Vec<Figure> = Vec::new();
    for line in lines {
        if !figures.contains(&line.figure) {
            figures.push(line.figure);
        }
    }
    figures.sort_by_key(|figure| match figure {
        Figure::Ask(Term::Base) => 0,
        Figure::Opening(Term::Base) => 1,
        Figure::Floor => 2,
        Figure::Cautious => 3,
        Figure::Batna => 4,
        Figure::Alternative(_) => 5,
        Figure::Ask(_) | Figure::Opening(_) => 6,
        Figure::Value | Figure::BreakEven => 7,
    });
    let mut text = Vec::new();
    for figure in figures {
        if !text.is_empty() {
            text.push(String::new());
        }
        text.push(figure.title());
        let of = lines.iter().filter(|line| line.figure == figure);
        text.extend(of.map(|line| format!("  {}", line.text)));
    }
    text
}
