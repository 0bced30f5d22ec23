//! The user's playbook files as they look from outside.

use std::ffi::OsString;
use std::fs::{self, DirEntry, FileType, Metadata};
use std::io;
use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use crate::domain::text;
use crate::store::failure::{Failure, Outcome};
use crate::store::{name, owner};

/// How coarse a file system's clock may be: a file changed so short a time before it was looked at
/// may have been changed again without looking different.
const COARSE: Duration = Duration::from_secs(2);

/// A playbook file that was found, not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    /// From the playbooks' folder on, with `/` between the parts.
    pub name: OsString,
    /// What it looked like; `None` for what is no file.
    pub stamp: Option<Stamp>,
}

/// What tells that a file was changed; times in nanoseconds since 1970.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stamp {
    pub size: u64,
    pub modified: i64,
    /// When anything about the file changed, where the system says so: no program can set it back.
    pub changed: i64,
}

impl Stamp {
    fn of(metadata: &Metadata) -> Self {
        let modified = metadata.modified().map_or(0, nanoseconds);
        Self { size: metadata.len(), modified, changed: owner::changed_at(metadata).unwrap_or(modified) }
    }

    /// Whether the file cannot have changed unseen since `looked`: it was at rest by then.
    pub fn is_settled(self, looked: i64) -> bool {
        let coarse = i64::try_from(COARSE.as_nanos()).unwrap_or(i64::MAX);
        self.modified.max(self.changed).saturating_add(coarse) <= looked
    }
}

/// The time now, as stamps tell it.
pub(super) fn now() -> i64 {
    nanoseconds(SystemTime::now())
}

fn nanoseconds(time: SystemTime) -> i64 {
    let since = time.duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_nanos()).unwrap_or(i64::MAX)
}

/// Every playbook file in a folder and the folders in it, by name. A folder that is not there holds
/// none.
pub(super) fn list(folder: &Path) -> Outcome<Vec<Found>> {
    let mut found = Vec::new();
    for entry in entries(folder)? {
        let Some((kind, metadata)) = look(&entry) else { continue };
        let name = entry.file_name();
        if kind.is_dir() {
            for entry in entries(&entry.path())? {
                let file = entry.file_name();
                if name::is_yaml(Path::new(&file))
                    && let Some((_, metadata)) = look(&entry)
                {
                    let mut whole = OsString::with_capacity(name.len() + 1 + file.len());
                    whole.push(&name);
                    whole.push("/");
                    whole.push(&file);
                    found.push(Found::new(whole, metadata.as_ref()));
                }
            }
        } else if name::is_yaml(Path::new(&name)) {
            found.push(Found::new(name, metadata.as_ref()));
        }
    }
    found.sort_unstable_by(|a, b| a.name.cmp(&b.name));
    Ok(found)
}

impl Found {
    fn new(name: OsString, metadata: Option<&Metadata>) -> Self {
        Self { name, stamp: metadata.filter(|metadata| metadata.is_file()).map(Stamp::of) }
    }

    /// The id that its place gives it.
    pub fn place(&self) -> String {
        let name = self.name.to_string_lossy();
        text::line(name::without_yaml(&name)).into_owned()
    }
}

/// The kind of a folder's entry, and more than that of a file; `None` when it went away meanwhile.
fn look(entry: &DirEntry) -> Option<(FileType, Option<Metadata>)> {
    let kind = entry.file_type().ok()?;
    if kind.is_dir() {
        return Some((kind, None));
    }
    if kind.is_symlink() {
        let metadata = fs::metadata(entry.path());
        return Some(metadata.map_or((kind, None), |metadata| (metadata.file_type(), Some(metadata))));
    }
    Some((kind, Some(entry.metadata().ok()?)))
}

fn entries(folder: &Path) -> Outcome<impl Iterator<Item = DirEntry>> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => Some(entries),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(Failure::io("list", folder)(error)),
    };
    let entries = entries.into_iter().flatten().flatten();
    Ok(entries.filter(|entry| !entry.file_name().as_encoded_bytes().starts_with(b".")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_settled_once_its_clock_has_moved_on() {
        let second = 1_000_000_000;
        for (modified, changed, looked, settled) in [
            (10, 10, 12, true),
            (10, 10, 11, false),
            (1, 10, 11, false),
            (20, 10, 12, false),
            (i64::MAX / second, 10, 12, false),
        ] {
            let stamp = Stamp { size: 1, modified: modified * second, changed: changed * second };
            assert_eq!(stamp.is_settled(looked * second), settled, "{modified} {changed} {looked}");
        }
    }

    #[test]
    fn files_stand_in_a_folder_or_in_one_of_its_folders() {
        let dir = tempfile::tempdir().unwrap();
        assert_eq!(list(&dir.path().join("none")).unwrap(), []);
        for place in ["b/two.yaml", "a.yaml", "b/one.yaml", "b/c/deep.yaml", "b/.hidden.yaml", "note.txt"] {
            let path = dir.path().join(place);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "x").unwrap();
        }
        let found = list(dir.path()).unwrap();
        let names: Vec<_> = found.iter().map(|found| found.name.to_str().unwrap()).collect();
        assert_eq!(names, ["a.yaml", "b/one.yaml", "b/two.yaml"]);
        assert_eq!(found[1].place(), "b/one");
        assert_eq!(found[1].stamp.unwrap().size, 1);
    }
}
