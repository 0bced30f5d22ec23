//! Many files written as safely as one, without waiting for the disk at each of them.
//!
//! Texts go into new files beside their targets, a sync covers a group of them at once, and only
//! then do they take their targets' names: after a crash each target is whole, old or new.

use std::collections::BTreeSet;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::atomic::{self, Overwrite};
use super::failure::{Failure, Outcome};

/// How many files are open at once: few enough for any system's limit.
const GROUP: usize = 64;

/// A file to be written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Write<'a> {
    pub path: &'a Path,
    pub bytes: &'a [u8],
    pub overwrite: Overwrite,
    /// The file that the text was made from, which it must not replace.
    pub input: Option<&'a Path>,
}

/// Writes each file, or says why not; one that fails does not stop the others.
pub(super) fn write_all(writes: &[Write<'_>]) -> Vec<Outcome<()>> {
    let mut outcomes = Vec::with_capacity(writes.len());
    let mut folders = BTreeSet::new();
    for group in writes.chunks(GROUP) {
        let staged: Vec<Outcome<Staged>> = group.iter().map(Staged::new).collect();
        let synced = sync_files(staged.iter().flatten().map(|staged| staged.file.as_file()));
        for (write, staged) in group.iter().zip(staged) {
            let written = match &synced {
                Ok(()) => staged.and_then(|staged| staged.name(write, &mut folders)),
                Err(error) => staged.and_then(|_| Err(Failure::io("save", write.path)(again(error)))),
            };
            outcomes.push(written);
        }
    }
    if let Err(error) = sync_folders(&folders) {
        for (write, outcome) in writes.iter().zip(&mut outcomes).filter(|(_, outcome)| outcome.is_ok()) {
            *outcome = Err(Failure::io("make sure of", write.path)(again(&error)));
        }
    }
    outcomes
}

/// A text that lies beside its target and has not its name yet.
struct Staged {
    file: NamedTempFile,
    target: PathBuf,
}

impl Staged {
    fn new(write: &Write<'_>) -> Outcome<Self> {
        let inputs: Vec<&Path> = write.input.into_iter().collect();
        let target = atomic::target(write.path, write.overwrite, &inputs)?;
        let file = atomic::stage(&atomic::folder_of(&target), write.bytes);
        Ok(Self { file: file.map_err(Failure::io("save", write.path))?, target })
    }

    fn name(self, write: &Write<'_>, folders: &mut BTreeSet<PathBuf>) -> Outcome<()> {
        let named = match write.overwrite {
            Overwrite::Replace => self.file.persist(&self.target),
            Overwrite::Refuse => self.file.persist_noclobber(&self.target),
        };
        match named.map_err(|error| error.error) {
            Ok(_file) => {
                folders.insert(atomic::folder_of(&self.target));
                Ok(())
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                Err(Failure::Exists { path: write.path.to_owned() })
            }
            Err(error) => Err(Failure::io("save", write.path)(error)),
        }
    }
}

/// Makes sure of files, with one call for each disk that they lie on.
#[cfg(target_os = "linux")]
fn sync_files<'a>(files: impl Iterator<Item = &'a File>) -> io::Result<()> {
    use std::os::unix::fs::MetadataExt;
    let mut disks = BTreeSet::new();
    for file in files {
        if disks.insert(file.metadata()?.dev()) {
            atomic::tolerate(rustix::fs::syncfs(file).map_err(io::Error::from))?;
        }
    }
    Ok(())
}

#[cfg(not(target_os = "linux"))]
fn sync_files<'a>(mut files: impl Iterator<Item = &'a File>) -> io::Result<()> {
    files.try_for_each(|file| atomic::tolerate(file.sync_all()))
}

#[cfg(unix)]
fn sync_folders(folders: &BTreeSet<PathBuf>) -> io::Result<()> {
    for group in folders.iter().collect::<Vec<_>>().chunks(GROUP) {
        let open: Vec<File> = group.iter().map(File::open).collect::<io::Result<_>>()?;
        sync_files(open.iter())?;
    }
    Ok(())
}

#[cfg(not(unix))]
fn sync_folders(_: &BTreeSet<PathBuf>) -> io::Result<()> {
    Ok(())
}

/// The same error once more, for the next file that it befell.
fn again(error: &io::Error) -> io::Error {
    error.raw_os_error().map_or_else(|| error.kind().into(), io::Error::from_raw_os_error)
}

#[cfg(all(test, unix))]
mod tests {
    use std::fs;
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    fn write(path: &Path, overwrite: Overwrite) -> Write<'_> {
        Write { path, bytes: b"new", overwrite, input: None }
    }

    #[test]
    fn each_file_is_written_or_left_whole() {
        let dir = tempfile::tempdir().unwrap();
        let path = |name: &str| dir.path().join(name);
        let new: Vec<PathBuf> = (0..=GROUP * 2).map(|n| path(&format!("{n}.yaml"))).collect();
        fs::write(path("old"), "old").unwrap();
        fs::write(path("other"), "old").unwrap();
        fs::create_dir(path("folder")).unwrap();
        let [old, other, folder, nowhere] = ["old", "other", "folder", "none/x"].map(path);
        let mut writes: Vec<Write> = new.iter().map(|path| write(path, Overwrite::Refuse)).collect();
        writes.extend([
            write(&old, Overwrite::Refuse),
            write(&other, Overwrite::Replace),
            write(&folder, Overwrite::Replace),
            write(&nowhere, Overwrite::Refuse),
            Write { input: Some(&other), ..write(&other, Overwrite::Replace) },
        ]);
        let outcomes = write_all(&writes);
        let (many, rest) = outcomes.split_at(new.len());
        assert!(many.iter().all(Result::is_ok), "{many:?}");
        assert!(matches!(
            rest,
            [
                Err(Failure::Exists { .. }),
                Ok(()),
                Err(Failure::NotRegular { .. }),
                Err(Failure::Io { .. }),
                Err(Failure::SameFile { .. })
            ]
        ));
        for path in new.iter().chain([&other]) {
            assert_eq!(fs::read(path).unwrap(), b"new");
            assert_eq!(fs::metadata(path).unwrap().permissions().mode() & 0o777, 0o600);
        }
        assert_eq!(fs::read(&old).unwrap(), b"old");
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), new.len() + 3);
    }

    #[test]
    fn two_texts_for_one_place_do_not_mix() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a");
        let outcomes = write_all(&[write(&path, Overwrite::Refuse), write(&path, Overwrite::Refuse)]);
        assert!(matches!(outcomes[..], [Ok(()), Err(Failure::Exists { .. })]), "{outcomes:?}");
    }
}
