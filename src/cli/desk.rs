//! A session with its playbook, read and checked, for the commands that only look.

use std::path::{Path, PathBuf};

use super::failure::CliFailure;
use super::shell::{Shell, note};
use crate::domain::check;
use crate::domain::plan::Plan;
use crate::domain::playbook::Playbook;
use crate::domain::problem::Problem;
use crate::domain::session::Session;
use crate::store::yaml::place_all;
use crate::store::{Failure, Invalid};

/// What a command about one session works on.
#[derive(Debug)]
pub struct Desk {
    pub session: Session,
    pub playbook: Playbook,
    /// The files that were read; no result may overwrite them.
    pub files: Vec<PathBuf>,
    path: PathBuf,
    text: String,
}

impl Desk {
    /// Reads a session by its name or path, and the playbook it names.
    pub fn load(shell: &Shell, name: &str) -> Result<Self, CliFailure> {
        let read = shell.sessions.read(name)?;
        if let Some(format) = read.newer {
            note(&format!(
                "Note: {} is of format {format}; what this program does not know is left out.",
                read.path.display()
            ));
        }
        let loaded = shell
            .library
            .load(&read.session.playbook, read.path.parent())
            .map_err(|failure| gone(failure, &read.path, &read.text))?;
        let files = vec![read.path.clone(), loaded.path];
        let desk = Self {
            session: read.session,
            playbook: loaded.playbook,
            files,
            path: read.path,
            text: read.text,
        };
        let problems = check::session(&desk.session, &desk.playbook);
        if !problems.is_empty() {
            return Err(desk.invalid(problems));
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
        self.invalid(vec![problem])
    }

    fn invalid(&self, problems: Vec<Problem>) -> CliFailure {
        let located = place_all(&self.text, problems);
        CliFailure::Store(Invalid::new(&self.path, &self.text, located).into())
    }
}

/// A playbook that is not there, at the place in the session's file that names it.
fn gone(failure: Failure, path: &Path, text: &str) -> Failure {
    let Failure::NotFound { .. } = failure else { return failure };
    let mut problem = Problem::new("playbook-gone", failure.to_string()).at("playbook");
    problem.hint = failure.hint();
    Invalid::new(path, text, place_all(text, vec![problem])).into()
}
