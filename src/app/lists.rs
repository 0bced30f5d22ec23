//! The commands of Home.

use super::App;
use super::command::Command;
use super::editor::Editor;
use super::msg::Effect;
use super::overlay::Overlay;

/// Rows that a page key moves by.
pub(super) const PAGE: isize = 10;

impl App {
    pub(super) fn home_command(&mut self, command: Command) -> Vec<Effect> {
        if let Some(by) = step_of(command) {
            self.sessions.step(by);
            return Vec::new();
        }
        let current = self.sessions.current().cloned();
        match (command, current) {
            (Command::Back, _) => {
                self.filtering = false;
                self.sessions.filter = Editor::default();
                Vec::new()
            }
            (Command::Filter, _) => {
                self.filtering = true;
                Vec::new()
            }
            (Command::New | Command::Library, _) => self.open_library(),
            (Command::Sample, _) => vec![Effect::StartSample],
            (Command::Undo, _) => vec![Effect::Undelete, Effect::ListSessions],
            (Command::Accept, Some(row)) => {
                self.filtering = false;
                self.sessions.filter = Editor::default();
                vec![Effect::Open(row.name)]
            }
            (Command::Accept, None) if !self.filtering => self.open_library(),
            (Command::Rename, Some(row)) => {
                self.overlays.push(Overlay::Rename { name: row.name, title: Editor::with(row.title) });
                Vec::new()
            }
            (Command::Duplicate, Some(row)) => vec![Effect::Duplicate(row.name), Effect::ListSessions],
            (Command::Restore, Some(row)) if row.can_restore => {
                vec![Effect::Restore(row.name), Effect::ListSessions]
            }
            (Command::Delete, Some(row)) => {
                self.overlays.push(Overlay::Delete { name: row.name, title: row.title });
                Vec::new()
            }
            _ => Vec::new(),
        }
    }
}

/// By how many rows a command moves a selection.
pub(super) fn step_of(command: Command) -> Option<isize> {
    Some(match command {
        Command::Next => 1,
        Command::Previous => -1,
        Command::PageDown => PAGE,
        Command::PageUp => -PAGE,
        Command::First => isize::MIN,
        Command::Last => isize::MAX,
        _ => return None,
    })
}
