//! Writing that leaves one whole version, the old one or the new one, whatever happens meanwhile.
//!
//! The text goes into a new file beside the target, is synced, takes the target's name in one step,
//! and the folder is synced. What a crash leaves behind carries a prefix of its own and is swept later.

use std::fs::{self, File, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use tempfile::NamedTempFile;

use super::failure::{Failure, Outcome};
use super::owner;

/// How the name of every file begins that is not whole yet.
const PREFIX: &str = ".negotiate-up-";
const SUFFIX: &str = ".tmp";
/// Where locks do not work: how old a leftover must be before it is taken for one.
const STALE: Duration = Duration::from_secs(3600);

/// Whether an export may take the place of a file that is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Overwrite {
    Refuse,
    Replace,
}

/// Writes a file, in place of any before it.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> Outcome<()> {
    put(path, bytes, Overwrite::Replace)
}

/// Writes a file that must not be there yet.
pub(super) fn create(path: &Path, bytes: &[u8]) -> Outcome<()> {
    put(path, bytes, Overwrite::Refuse)
}

fn put(path: &Path, bytes: &[u8], overwrite: Overwrite) -> Outcome<()> {
    let folder = folder_of(path);
    let mut attempts = 0;
    loop {
        let staged = stage(&folder, bytes).map_err(Failure::io("save", path))?;
        tolerate(staged.as_file().sync_all()).map_err(Failure::io("save", path))?;
        attempts += 1;
        let named = match overwrite {
            Overwrite::Replace => staged.persist(path),
            Overwrite::Refuse => staged.persist_noclobber(path),
        };
        match named.map_err(|error| error.error) {
            Ok(_file) => return sync_folder_of(path),
            // Another process's sweep can take the file in the instant before it is locked.
            Err(error) if error.kind() == io::ErrorKind::NotFound && attempts < 3 => {}
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                return Err(Failure::Exists { path: path.to_owned() });
            }
            Err(error) => return Err(Failure::io("save", path)(error)),
        }
    }
}

/// Writes a result where the user wants it, for the user's eyes alone.
///
/// `inputs` are the files that the result was made from.
///
/// # Errors
/// When something is there that must not be replaced: any file under [`Overwrite::Refuse`], an input,
/// a folder, a pipe, a device.
pub fn write_new(path: &Path, bytes: &[u8], overwrite: Overwrite, inputs: &[&Path]) -> Outcome<()> {
    put(&target(path, overwrite, inputs)?, bytes, overwrite)
}

/// The place where [`write_new`] may really write: behind a link, the file that it leads to.
pub(super) fn target(path: &Path, overwrite: Overwrite, inputs: &[&Path]) -> Outcome<PathBuf> {
    if path.file_name().is_none() {
        return Err(Failure::NotRegular { path: path.to_owned(), found: "a folder" });
    }
    let Ok(link) = fs::symlink_metadata(path) else { return Ok(path.to_owned()) };
    let target = fs::metadata(path).unwrap_or(link);
    if !target.is_file() {
        return Err(Failure::NotRegular { path: path.to_owned(), found: owner::kind(&target) });
    }
    let is_target = |input: &&Path| fs::metadata(input).is_ok_and(|input| owner::is_same(&input, &target));
    if inputs.iter().any(is_target) {
        return Err(Failure::SameFile { path: path.to_owned() });
    }
    match overwrite {
        Overwrite::Refuse => Err(Failure::Exists { path: path.to_owned() }),
        Overwrite::Replace => fs::canonicalize(path).map_err(Failure::io("save", path)),
    }
}

/// Removes what earlier runs of ours left half-written in a folder: it holds pay data.
pub fn sweep(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let is_ours = name.to_str().is_some_and(|name| name.starts_with(PREFIX) && name.ends_with(SUFFIX));
        if is_ours && entry.file_type().is_ok_and(|kind| kind.is_file()) && is_abandoned(&entry.path()) {
            let _gone_or_not_ours_to_remove = fs::remove_file(entry.path());
        }
    }
}

/// Whether nobody writes a half-written file any more: its writer would hold its lock.
fn is_abandoned(path: &Path) -> bool {
    let Ok(file) = File::open(path) else { return false };
    match file.try_lock() {
        Ok(()) => true,
        Err(TryLockError::WouldBlock) => false,
        Err(TryLockError::Error(_)) => {
            let modified = file.metadata().and_then(|metadata| metadata.modified());
            modified.is_ok_and(|at| SystemTime::now().duration_since(at).is_ok_and(|age| age > STALE))
        }
    }
}

/// A new file of the folder, for us alone; gone again unless it is given a name.
pub(super) fn begin(folder: &Path) -> io::Result<NamedTempFile> {
    let staged = tempfile::Builder::new().prefix(PREFIX).suffix(SUFFIX).tempfile_in(folder)?;
    let _where_locks_work = staged.as_file().try_lock();
    owner::make_private(staged.as_file())?;
    Ok(staged)
}

/// The bytes in a new file of the folder, not synced yet.
pub(super) fn stage(folder: &Path, bytes: &[u8]) -> io::Result<NamedTempFile> {
    let mut staged = begin(folder)?;
    staged.write_all(bytes)?;
    Ok(staged)
}

pub(super) fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    }
}

#[cfg(unix)]
pub(super) fn sync_folder_of(path: &Path) -> Outcome<()> {
    let folder = folder_of(path);
    let sync = File::open(&folder).and_then(|folder| tolerate(folder.sync_all()));
    sync.map_err(Failure::io("make sure of", path))
}

#[cfg(not(unix))]
pub(super) fn sync_folder_of(_: &Path) -> Outcome<()> {
    Ok(())
}

/// Takes a sync that the file system does not offer for done; a failed one never.
pub(super) fn tolerate(sync: io::Result<()>) -> io::Result<()> {
    match sync {
        Err(error) if matches!(error.kind(), io::ErrorKind::Unsupported | io::ErrorKind::InvalidInput) => {
            Ok(())
        }
        other => other,
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};

    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn files_are_private_and_whole_and_leave_nothing_beside_them() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.yaml");
        fs::write(&path, "old").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
        replace(&path, b"new").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(fs::metadata(&path).unwrap().mode() & 0o777, 0o600);
        assert!(matches!(create(&path, b"x"), Err(Failure::Exists { .. })));
        assert_eq!(names(dir.path()), ["a.yaml"]);
    }

    #[test]
    fn a_save_that_fails_keeps_the_old_file_and_no_leftover() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.yaml");
        fs::create_dir(&path).unwrap();
        assert!(replace(&path, b"new").is_err());
        assert_eq!(names(dir.path()), ["a.yaml"]);
        assert!(replace(&dir.path().join("none/a.yaml"), b"new").is_err());
    }

    #[test]
    fn only_syncs_that_do_not_exist_are_tolerated() {
        for (code, tolerated) in [(95, true), (22, true), (38, true), (5, false), (28, false)] {
            let sync = tolerate(Err(io::Error::from_raw_os_error(code)));
            assert_eq!(sync.is_ok(), tolerated, "{code}");
        }
    }

    #[test]
    fn exports_refuse_what_must_not_be_lost() {
        let dir = tempfile::tempdir().unwrap();
        let (there, link, folder) = (dir.path().join("there"), dir.path().join("link"), dir.path().join("d"));
        fs::write(&there, "1").unwrap();
        symlink(&there, &link).unwrap();
        fs::create_dir(&folder).unwrap();
        let write = |path: &Path, overwrite, inputs: &[&Path]| write_new(path, b"2", overwrite, inputs);
        assert!(matches!(write(&there, Overwrite::Refuse, &[]), Err(Failure::Exists { .. })));
        for same in [&there, &link] {
            assert!(matches!(write(same, Overwrite::Replace, &[&there]), Err(Failure::SameFile { .. })));
        }
        assert!(matches!(write(&folder, Overwrite::Replace, &[]), Err(Failure::NotRegular { .. })));
        assert!(matches!(
            write(Path::new("/dev/null"), Overwrite::Replace, &[]),
            Err(Failure::NotRegular { .. })
        ));
        assert_eq!(fs::read(&there).unwrap(), b"1");
        write(&link, Overwrite::Replace, &[&folder]).unwrap();
        assert_eq!(fs::read(&there).unwrap(), b"2");
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        let new = dir.path().join("new");
        write(&new, Overwrite::Refuse, &[&there]).unwrap();
        assert_eq!(fs::metadata(&new).unwrap().mode() & 0o777, 0o600);
    }

    #[test]
    fn sweeping_takes_leftovers_and_nothing_else() {
        let dir = tempfile::tempdir().unwrap();
        let busy = stage(dir.path(), b"busy").unwrap();
        fs::write(dir.path().join(".negotiate-up-x1.tmp"), "pay").unwrap();
        fs::write(dir.path().join(".negotiate-up-notes"), "mine").unwrap();
        fs::write(dir.path().join("a.yaml"), "mine").unwrap();
        symlink("a.yaml", dir.path().join(".negotiate-up-y.tmp")).unwrap();
        sweep(dir.path());
        let busy = busy.path().file_name().unwrap().to_str().unwrap();
        let mut kept = vec![busy, ".negotiate-up-notes", ".negotiate-up-y.tmp", "a.yaml"];
        kept.sort_unstable();
        assert_eq!(names(dir.path()), kept);
    }
}
