//! The file of the open session: made at the first save, followed through every later one.

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::domain::session::Session;
use crate::store::draft::Draft;
use crate::store::sessions::{Save, SessionFile};
use crate::store::{Failure, Sessions};

/// Puts sessions and drafts on disk; shared with whatever rescues them.
#[derive(Debug)]
pub struct Shelf {
    sessions: Sessions,
    file: Option<SessionFile>,
    /// The title that was given to a session which has none of its own.
    title: Option<String>,
    /// The user was told that the file is gone: the next save writes it anew.
    told_gone: bool,
}

/// How a save went.
#[derive(Debug)]
pub struct Kept {
    pub name: String,
    /// What the user should know of it.
    pub notice: Option<String>,
}

impl Shelf {
    pub fn new(sessions: Sessions) -> Self {
        Self { sessions, file: None, title: None, told_gone: false }
    }

    /// Takes up the file of an opened session, or none for a session that has no file yet.
    pub fn take(&mut self, file: Option<SessionFile>) {
        self.file = file;
        self.title = None;
        self.told_gone = false;
    }

    /// Where the session's file is, once it has one.
    pub fn path(&self) -> Option<PathBuf> {
        self.file.as_ref().map(|file| file.path().to_owned())
    }

    /// Saves a session, and beside it the text that was typed but not taken.
    ///
    /// A file that something else changed is left as it is: the work goes on under another name.
    pub fn save(&mut self, session: &Session, drafts: &BTreeMap<String, String>) -> Result<Kept, Failure> {
        let mut session = session.clone();
        session.title = session.title.or_else(|| self.title.clone());
        self.write(&session, drafts)
    }

    fn write(&mut self, session: &Session, drafts: &BTreeMap<String, String>) -> Result<Kept, Failure> {
        let notice = match &mut self.file {
            None => {
                self.create(session)?;
                None
            }
            Some(file) => match file.save(session, Save::Careful) {
                Ok(()) => None,
                Err(Failure::ChangedOnDisk { .. }) => {
                    let old = file.name();
                    self.create(session)?;
                    Some(format!(
                        "Something else changed {old}; it is left as it is, and your work goes on here."
                    ))
                }
                Err(Failure::Vanished { .. }) if self.told_gone => {
                    file.save(session, Save::Forced)?;
                    Some("The file was gone; it was written anew.".to_owned())
                }
                Err(failure) => {
                    self.told_gone = matches!(failure, Failure::Vanished { .. });
                    return Err(failure);
                }
            },
        };
        let Some(file) = &self.file else { return Ok(Kept { name: String::new(), notice }) };
        file.draft().save(&Draft { step: session.step, fields: drafts.clone() })?;
        Ok(Kept { name: file.name(), notice })
    }

    fn create(&mut self, session: &Session) -> Result<(), Failure> {
        let opened = self.sessions.create(&title_of(session), session.clone())?;
        self.take(Some(opened.file));
        self.title = opened.session.title;
        Ok(())
    }
}

/// The session's title; for one without, its company and role.
fn title_of(session: &Session) -> String {
    let named = || {
        let company = session.company.clone()?;
        Some(match &session.role {
            Some(role) => format!("{company}, {role}"),
            None => company,
        })
    };
    session.title.clone().or_else(named).unwrap_or_else(|| "Negotiation".to_owned())
}
