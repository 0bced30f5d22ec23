//! The program on the screen: Home, a new session, or a saved one.

use super::failure::{CliFailure, has_terminal};
use super::shell::Shell;
use crate::tui::theme::Theme;
use crate::tui::{self, Options, Start};

/// What to run where the screens cannot be.
const WORDS: &str = "\
negotiate-up draws screens, for which it needs a terminal on both ends; a mode that asks line by line is
not there yet. Every result has a command, and a session is a file that can be written by hand:
  negotiate-up sessions list
  negotiate-up plan SESSION
  negotiate-up script SESSION
  negotiate-up compare SESSION
  negotiate-up --help";

pub fn home(shell: Shell) -> Result<u8, CliFailure> {
    run(shell, Start::Home)
}

pub fn new(shell: Shell, playbook: Option<String>, region: Option<String>) -> Result<u8, CliFailure> {
    run(shell, Start::New { playbook, region })
}

/// Opens a session; without a name, the one that was worked on last.
pub fn open(shell: Shell, session: Option<String>) -> Result<u8, CliFailure> {
    let name = match session {
        Some(name) => name,
        None => match shell.sessions.list()?.into_iter().next() {
            Some(latest) => latest.name,
            None => return run(shell, Start::Home),
        },
    };
    run(shell, Start::Open(name))
}

fn run(shell: Shell, start: Start) -> Result<u8, CliFailure> {
    if shell.is_plain || !has_terminal() || is_dumb() {
        return Err(CliFailure::Usage(WORDS.to_owned()));
    }
    let color = !shell.no_color && variable("NO_COLOR").is_none();
    let folder = std::env::current_dir().unwrap_or_else(|_| ".".into());
    Ok(tui::run(Options {
        today: shell.today,
        theme: Theme::new(color, is_ascii()),
        sessions: shell.sessions,
        library: shell.library,
        folder: folder.display().to_string(),
        start,
    })?)
}

fn is_dumb() -> bool {
    variable("TERM").is_none_or(|term| term == "dumb")
}

/// Whether the locale is known to have ASCII only.
fn is_ascii() -> bool {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(variable).unwrap_or_default();
    matches!(locale.as_str(), "C" | "POSIX")
}

fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}
