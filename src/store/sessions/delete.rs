//! Removing a session with every copy of it that we made, and bringing it back.

use std::ffi::OsStr;
use std::fs;
use std::path::PathBuf;

use super::Sessions;
use crate::store::failure::{Failure, Outcome};
use crate::store::lock::Lock;
use crate::store::name::Siblings;
use crate::store::{atomic, read};

/// What a deletion took away, held in memory only: it goes with the program.
#[derive(Debug)]
pub struct Deleted {
    files: Vec<(PathBuf, Vec<u8>)>,
    /// Files too large to be held: these are gone for good.
    pub lost: Vec<PathBuf>,
}

impl Sessions {
    /// What a deletion would remove.
    pub fn copies(&self, session: impl AsRef<OsStr>) -> Outcome<Vec<PathBuf>> {
        let path = self.find(session)?;
        let beside = Siblings::of(&path);
        let there = beside.contents().into_iter().filter(|path| path.symlink_metadata().is_ok());
        Ok(there.map(PathBuf::from).chain([path.clone()]).collect())
    }

    /// Removes a session, its backup, its drafts, and what crashed saves left behind.
    ///
    /// # Errors
    /// [`Failure::Locked`] when it is open; then nothing is removed.
    pub fn delete(&self, session: impl AsRef<OsStr>) -> Outcome<Deleted> {
        let path = self.find(session)?;
        read::regular(&path)?;
        let _lock = Lock::take(&Siblings::of(&path).lock)?;
        let mut deleted = Deleted { files: Vec::new(), lost: Vec::new() };
        for copy in self.copies(&path)? {
            match read::bytes(&copy, read::SESSION) {
                Ok(bytes) => deleted.files.push((copy.clone(), bytes)),
                Err(_) => deleted.lost.push(copy.clone()),
            }
            fs::remove_file(&copy).map_err(Failure::io("remove", &copy))?;
        }
        if let Some(folder) = path.parent() {
            atomic::sweep(folder);
        }
        atomic::sync_folder_of(&path)?;
        Ok(deleted)
    }

    /// Brings back what was deleted.
    ///
    /// # Errors
    /// [`Failure::Exists`] when the name was taken since.
    pub fn undelete(&self, deleted: &Deleted) -> Outcome<()> {
        for (path, bytes) in deleted.files.iter().rev() {
            atomic::create(path, bytes)?;
        }
        Ok(())
    }
}
