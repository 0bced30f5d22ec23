//! A session with its playbook, read and checked, for the commands that only look.

use std::path::PathBuf;

use super::failure::CliFailure;
use super::shell::{Shell, note};
use crate::domain::check;
use crate::domain::plan::Plan;
use crate::domain::playbook::Playbook;
use crate::domain::problem::Problem;
use crate::domain::session::Session;
use crate::store::library::Loaded;
use crate::store::sessions::Snapshot;
use crate::store::{Failure, Invalid};

/// What a command about one session works on.
#[derive(Debug)]
pub struct Desk {
    pub session: Session,
    pub playbook: Playbook,
    session_file: Input,
    playbook_file: Input,
}

/// A file that was read, with what it says.
#[derive(Debug)]
struct Input {
    path: PathBuf,
    text: String,
}

impl Desk {
    /// Reads a session by its name or path, and the playbook it names.
    pub fn load(shell: &Shell, name: &str) -> Result<Self, CliFailure> {
        let Snapshot { session, path, text, newer } = shell.sessions.read(name)?;
        let session_file = Input { path, text };
        if let Some(format) = newer {
            note(&format!(
                "Note: {} is of format {format}; what this program does not know is left out.",
                session_file.path.display()
            ));
        }
        let Loaded { playbook, path, text, .. } = shell
            .library
            .load(&session.playbook, session_file.path.parent())
            .map_err(|failure| gone(failure, &session_file))?;
        let desk = Self { session, playbook, session_file, playbook_file: Input { path, text } };
        let problems = check::session(&desk.session, &desk.playbook);
        if !problems.is_empty() {
            return Err(desk.session_file.invalid(problems).into());
        }
        for warning in check::session_warnings(&desk.session, &desk.playbook) {
            note(&format!("Note: {warning}"));
        }
        Ok(desk)
    }

    pub fn plan(&self, shell: &Shell) -> Result<Plan, CliFailure> {
        Plan::compute(&self.playbook, &self.session, shell.today).map_err(|problem| self.locate(problem))
    }

    /// A problem of the computation at its place in the session's file.
    pub fn locate(&self, problem: Problem) -> CliFailure {
        self.session_file.invalid(vec![problem]).into()
    }

    /// A problem of the words at its place in the playbook's file.
    pub fn locate_in_playbook(&self, problem: Problem) -> CliFailure {
        self.playbook_file.invalid(vec![problem]).into()
    }

    /// The files that were read; no result may overwrite them.
    pub fn files(&self) -> [&std::path::Path; 2] {
        [&self.session_file.path, &self.playbook_file.path]
    }
}

impl Input {
    fn invalid(&self, problems: Vec<Problem>) -> Failure {
        Invalid::of_problems(&self.path, &self.text, problems).into()
    }
}

/// A playbook that is not there, at the place in the session's file that names it.
fn gone(failure: Failure, session: &Input) -> Failure {
    let Failure::NotFound { .. } = failure else { return failure };
    let hint = failure.hint().unwrap_or_else(|| {
        "Write a playbook's id, or a path to its file from the session's folder. The ids: negotiate-up \
         playbooks list."
            .to_owned()
    });
    session.invalid(vec![Problem::new("playbook-gone", failure.to_string()).at("playbook").hint(hint)])
}
