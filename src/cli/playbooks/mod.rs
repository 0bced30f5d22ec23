//! `playbooks`: list, search, show, check, import, path, schema.

mod advice;
mod check;
mod list;
mod path;
mod row;
mod search;
mod show;

use super::args::{Narrow, PlaybooksCommand};
use super::failure::CliFailure;
use super::shell::{Shell, print_json};

pub fn run(shell: &Shell, command: Option<PlaybooksCommand>) -> Result<u8, CliFailure> {
    match command.unwrap_or(PlaybooksCommand::List { narrow: Narrow::default(), json: false }) {
        PlaybooksCommand::List { narrow, json } => list::run(shell, narrow, json)?,
        PlaybooksCommand::Search(args) => search::run(shell, args)?,
        PlaybooksCommand::Show { playbook, json } => show::run(shell, &playbook, json)?,
        PlaybooksCommand::Check { playbooks, json } => return check::run(shell, &playbooks, json),
        PlaybooksCommand::Import(args) => return super::import::run(shell, &args),
        PlaybooksCommand::Path { playbook } => path::run(shell, playbook.as_deref())?,
        PlaybooksCommand::Schema => print_json(&crate::store::schema::playbook())?,
    }
    Ok(0)
}
