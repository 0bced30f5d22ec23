//! The backup in the place of a session that cannot be read.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use super::{Sessions, snapshot};
use crate::store::failure::{Failure, Outcome, shown};
use crate::store::lock::Lock;
use crate::store::name::Siblings;
use crate::store::{atomic, read};

impl Sessions {
    /// The backup of a session, where there is one that can be read.
    pub fn backup(&self, session: impl AsRef<OsStr>) -> Outcome<Option<PathBuf>> {
        let backup = Siblings::of(&self.find(session)?).backup;
        Ok(snapshot(&backup).is_ok().then_some(backup))
    }

    /// Puts the backup in a session's place. What stood there is kept; returns where.
    ///
    /// # Errors
    /// When the backup cannot be read either; then nothing is moved.
    pub fn restore(&self, session: impl AsRef<OsStr>) -> Outcome<PathBuf> {
        let path = self.find(session)?;
        let Siblings { backup, damaged, lock, .. } = Siblings::of(&path);
        let _lock = Lock::take(&lock)?;
        snapshot(&backup)?;
        let bytes = read::bytes(&backup, read::SESSION)?;
        // A link keeps the damaged bytes under their new name while the old one is replaced at once.
        let _earlier = fs::remove_file(&damaged);
        fs::hard_link(&path, &damaged)
            .or_else(|_| fs::copy(&path, &damaged).map(drop))
            .map_err(Failure::io("keep", &path))?;
        atomic::replace(&path, &bytes)?;
        Ok(damaged)
    }
}

/// A failure to read a session, with its backup named where there is one.
pub(super) fn offered(mut failure: Failure, path: &Path) -> Failure {
    let backup = Siblings::of(path).backup;
    if let Failure::Invalid(invalid) = &mut failure
        && backup.is_file()
        && let Some(fault) = invalid.faults.first_mut()
    {
        let before = fault.problem.hint.take().map(|hint| format!("{hint} ")).unwrap_or_default();
        fault.problem.hint = Some(format!("{before}The version before is kept as {}.", shown(&backup)));
    }
    failure
}
