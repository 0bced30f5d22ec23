//! `sessions`: list, show, rename, copy, delete, path.

use std::io::{self, BufRead, IsTerminal, Write};

use serde_json::json;

use super::args::SessionsCommand;
use super::failure::CliFailure;
use super::shell::{Shell, note, print, print_json};
use crate::domain::{day, text};
use crate::store::sessions::{Entry, State};

pub fn run(shell: &Shell, command: Option<SessionsCommand>) -> Result<u8, CliFailure> {
    match command.unwrap_or(SessionsCommand::List { json: false }) {
        SessionsCommand::List { json } => list(shell, json)?,
        SessionsCommand::Show { session, json } => {
            let read = shell.sessions.read(session)?;
            if json {
                print_json(&serde_json::to_value(&read.session).map_err(io::Error::other)?)?;
            } else {
                print(&text::clean(&read.text))?;
            }
        }
        SessionsCommand::Rename { session, name } => {
            let name = shell.sessions.rename(session, &name)?;
            note(&format!("Renamed to {name}."));
        }
        SessionsCommand::Copy { session, name } => {
            let name = shell.sessions.copy(session, &name)?;
            note(&format!("Copied to {name}."));
        }
        SessionsCommand::Delete { session, yes } => return delete(shell, &session, yes),
        SessionsCommand::Path { session: Some(session) } => {
            print(&shell.sessions.find(session)?.display().to_string())?;
        }
        SessionsCommand::Path { session: None } => print(&shell.data.sessions().display().to_string())?,
    }
    Ok(0)
}

fn list(shell: &Shell, json: bool) -> Result<(), CliFailure> {
    let entries = shell.sessions.list()?;
    if json {
        let rows: Vec<_> = entries.iter().map(|entry| row(shell, entry)).collect();
        return print_json(&json!(rows));
    }
    if entries.is_empty() {
        note("No saved sessions yet. Start one with: negotiate-up new");
        return Ok(());
    }
    for entry in entries {
        let step = entry.step.map_or("not begun", crate::domain::session::Step::title);
        let deadline = entry
            .next_deadline(shell.today)
            .map_or_else(String::new, |deadline| format!("  {}", day::with_distance(deadline, shell.today)));
        let state = match &entry.state {
            State::Sound => step.to_owned(),
            State::Newer(format) => format!("format {format}, read only"),
            State::Damaged(why) => format!("damaged: {why}"),
        };
        print(&format!("{:<32} {}  {state}{deadline}", entry.name, entry.subject()))?;
    }
    Ok(())
}

fn row(shell: &Shell, entry: &Entry) -> serde_json::Value {
    let state = match &entry.state {
        State::Sound => "sound",
        State::Newer(_) => "newer",
        State::Damaged(_) => "damaged",
    };
    json!({
        "name": entry.name,
        "title": entry.title,
        "company": entry.company,
        "role": entry.role,
        "playbook": entry.playbook,
        "region": entry.region,
        "step": entry.step,
        "next_deadline": entry.next_deadline(shell.today),
        "path": entry.path.display().to_string(),
        "state": state,
    })
}

/// Deletes after a yes: given as a flag, or typed at a terminal as the session's name.
fn delete(shell: &Shell, session: &str, yes: bool) -> Result<u8, CliFailure> {
    let files = shell.sessions.copies(session)?;
    if !yes {
        if !io::stdin().is_terminal() {
            return Err(CliFailure::Usage("To delete without being asked, say so: --yes.".to_owned()));
        }
        note("These files go:");
        for file in &files {
            note(&format!("  {}", file.display()));
        }
        let _ = write!(io::stderr(), "Type the session's name to delete it: ");
        let mut typed = String::new();
        io::stdin().lock().read_line(&mut typed)?;
        if typed.trim() != session {
            note("Nothing was deleted.");
            return Ok(1);
        }
    }
    shell.sessions.delete(session)?;
    note("Deleted. Copies in backups, snapshots or a synchronised folder are not reached from here.");
    Ok(0)
}
