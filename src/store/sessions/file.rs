//! The file of an open session: saving, and what must not be lost by it.

use std::path::{Path, PathBuf};

use crate::domain::problem::Problem;
use crate::domain::session::Session;
use crate::domain::text;
use crate::store::draft::DraftFile;
use crate::store::failure::{Failure, Outcome};
use crate::store::home::DataDir;
use crate::store::invalid::{Invalid, Located};
use crate::store::lock::Lock;
use crate::store::name::Siblings;
use crate::store::{atomic, read, yaml};

/// Why an open session can only be looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadOnly {
    /// Written by a newer program, in this format.
    Newer(u32),
    /// The file belongs to another user.
    NotYours,
    /// Its folder cannot be written.
    Unwritable,
}

/// Whether a save may go over what somebody else did to the file meanwhile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Save {
    /// It stops when the file was changed or removed.
    Careful,
    /// The user was told, and wants it.
    Forced,
}

/// An open session's file. Dropping it gives the session free.
#[derive(Debug)]
pub struct SessionFile {
    data: DataDir,
    path: PathBuf,
    read_only: Option<ReadOnly>,
    /// What the file said when it was opened, until the first save has kept it as the backup.
    found: Option<String>,
    /// What the file says as far as we know, and the session that this is.
    known: String,
    saved: Session,
    _lock: Option<Lock>,
}

impl SessionFile {
    pub(super) fn opened(
        data: DataDir,
        path: PathBuf,
        lock: Option<Lock>,
        read_only: Option<ReadOnly>,
        session: &Session,
        text: String,
    ) -> Self {
        let found = Some(text.clone());
        Self { data, path, read_only, found, known: text, saved: session.clone(), _lock: lock }
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The name that commands take.
    pub fn name(&self) -> String {
        text::line(&self.path.file_stem().unwrap_or_default().to_string_lossy()).into_owned()
    }

    pub fn read_only(&self) -> Option<ReadOnly> {
        self.read_only
    }

    pub fn draft(&self) -> DraftFile {
        DraftFile::beside(&self.path)
    }

    /// Whether a session differs from what the file says.
    pub fn is_dirty(&self, session: &Session) -> bool {
        *session != self.saved
    }

    /// Problems of the session in their places in the file, as a failure.
    pub fn invalid(&self, problems: Vec<Problem>) -> Failure {
        Invalid::of_problems(&self.path, &self.known, problems).into()
    }

    /// Writes the session; one that says what the file says already leaves the file alone.
    ///
    /// The first save keeps the version found at opening beside it, as `NAME.yaml.bak`.
    ///
    /// # Errors
    /// [`Failure::ChangedOnDisk`] and [`Failure::Vanished`] unless forced; in every case of an error
    /// the file is as it was.
    pub fn save(&mut self, session: &Session, how: Save) -> Outcome<()> {
        self.writable()?;
        let bytes = bytes_of(session, &self.path)?;
        let change = self.change();
        match (change, how) {
            (Ok(()), _) if !self.is_dirty(session) => return Ok(()),
            (Ok(()), _) => {}
            (Err(failure), Save::Careful) => return Err(failure),
            (Err(_), Save::Forced) => {
                if self.path.starts_with(self.data.root()) {
                    self.data.prepare(&self.data.sessions())?;
                }
            }
        }
        if let Some(found) = &self.found {
            atomic::replace(&Siblings::of(&self.path).backup, found.as_bytes())?;
            self.found = None;
        }
        let saved = atomic::replace(&self.path, &bytes);
        // A failed sync of the folder comes after the change of the file: it is still our own.
        if saved.is_ok() || read::bytes(&self.path, read::SESSION).is_ok_and(|there| there == bytes) {
            self.known = String::from_utf8_lossy(&bytes).into_owned();
        }
        saved?;
        self.saved = session.clone();
        Ok(())
    }

    pub(super) fn writable(&self) -> Outcome<()> {
        match self.read_only {
            None => Ok(()),
            Some(ReadOnly::NotYours) => Err(Failure::NotYours { path: self.path.clone() }),
            Some(_) => Err(Failure::ReadOnly { path: self.path.clone() }),
        }
    }

    /// What somebody else did to the file since we last read or wrote it.
    fn change(&self) -> Outcome<()> {
        let vanished = || Failure::Vanished { path: self.path.clone() };
        match read::bytes(&self.path, read::SESSION) {
            Ok(bytes) if self.is_known(&bytes) => Ok(()),
            Ok(_) | Err(Failure::TooLarge { .. }) => Err(Failure::ChangedOnDisk { path: self.path.clone() }),
            Err(Failure::NotFound { .. }) => Err(vanished()),
            Err(other) => Err(other),
        }
    }

    fn is_known(&self, bytes: &[u8]) -> bool {
        bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes) == self.known.as_bytes()
    }
}

/// The bytes of a session's file, if they can be read back.
pub(super) fn bytes_of(session: &Session, path: &Path) -> Outcome<Vec<u8>> {
    let text = yaml::to_yaml(session)
        .map_err(|problem| Failure::from(Invalid::new(path, "", vec![Located { problem, place: None }])))?;
    if text.len() as u64 > read::SESSION {
        return Err(Failure::TooLarge { path: path.to_owned(), limit: read::SESSION });
    }
    Ok(text.into_bytes())
}
