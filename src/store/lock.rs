//! Keeps two windows from writing the same session.
//!
//! The system's own file lock decides, and it goes with the process: nothing is left to clean up
//! after a crash. The number and the time in the file only serve the message.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::failure::{Failure, Outcome};
use super::owner;

/// A session's lock, held until it is dropped.
#[derive(Debug)]
pub struct Lock {
    path: PathBuf,
    file: File,
}

impl Lock {
    /// Takes the lock file at `path`; `None` where the file system knows no locks.
    ///
    /// # Errors
    /// [`Failure::Locked`] when another process, or another part of this one, holds it.
    pub(super) fn take(path: &Path) -> Outcome<Option<Self>> {
        // Whoever held the lock before us may have removed the file that we opened: look again.
        for _ in 0..20 {
            if fs::symlink_metadata(path).is_ok_and(|there| !there.is_file()) {
                return Err(Failure::NotRegular { path: path.to_owned(), found: "no lock of ours" });
            }
            let mut file = owner::private_file(OpenOptions::new().read(true).write(true).create(true))
                .truncate(false)
                .open(path)
                .map_err(Failure::io("lock", path))?;
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Err(held(path, &mut file)),
                Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {
                    return Ok(None);
                }
                Err(TryLockError::Error(error)) => return Err(Failure::io("lock", path)(error)),
            }
            if is_at(&file, path) {
                let sign = format!("{}\n{}\n", std::process::id(), Timestamp::now().as_second());
                // On a full disk the lock holds all the same, only namelessly.
                let _signed = file.set_len(0).and_then(|()| file.write_all(sign.as_bytes()));
                return Ok(Some(Self { path: path.to_owned(), file }));
            }
        }
        Err(Failure::Locked { path: path.to_owned(), pid: None, since: None })
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        if is_at(&self.file, &self.path) {
            let _stays_unlocked_at_worst = fs::remove_file(&self.path);
        }
    }
}

fn is_at(file: &File, path: &Path) -> bool {
    match (file.metadata(), fs::symlink_metadata(path)) {
        (Ok(open), Ok(there)) => owner::is_same(&open, &there) || cfg!(not(unix)),
        _ => false,
    }
}

fn held(path: &Path, file: &mut File) -> Failure {
    let mut sign = String::new();
    let _unreadable_is_unknown = file.take(100).read_to_string(&mut sign);
    let mut lines = sign.lines();
    let pid = lines.next().and_then(|line| line.parse().ok());
    let since = lines.next().and_then(|line| Timestamp::from_second(line.parse().ok()?).ok());
    Failure::Locked { path: path.to_owned(), pid, since }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_is_told_who_holds_it() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join(".a.lock");
        let lock = Lock::take(&path).unwrap();
        match Lock::take(&path) {
            Err(Failure::Locked { pid, since, .. }) => {
                assert_eq!(pid, Some(std::process::id()));
                assert!(since.is_some());
            }
            other => panic!("{other:?}"),
        }
        drop(lock);
        assert!(!path.exists());
        assert!(Lock::take(&path).is_ok());
    }

    #[test]
    fn a_lock_file_left_by_a_crash_does_not_count() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join(".a.lock");
        fs::write(&path, "1\n1700000000\n").unwrap();
        let lock = Lock::take(&path).unwrap();
        let sign = fs::read_to_string(&path).unwrap();
        assert!(sign.starts_with(&std::process::id().to_string()), "{sign}");
        drop(lock);
    }

    #[test]
    fn a_lock_whose_file_was_taken_away_removes_nothing() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join(".a.lock");
        let first = Lock::take(&path).unwrap();
        fs::remove_file(&path).unwrap();
        let second = Lock::take(&path).unwrap();
        drop(first);
        assert!(path.exists());
        assert!(matches!(Lock::take(&path), Err(Failure::Locked { .. })));
        drop(second);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_in_the_place_of_the_lock_is_not_followed() {
        let dir = tempfile::tempdir().unwrap();
        let (victim, path) = (dir.path().join("victim"), dir.path().join(".a.lock"));
        fs::write(&victim, "precious").unwrap();
        std::os::unix::fs::symlink(&victim, &path).unwrap();
        assert!(matches!(Lock::take(&path), Err(Failure::NotRegular { .. })));
        assert_eq!(fs::read_to_string(&victim).unwrap(), "precious");
    }
}
