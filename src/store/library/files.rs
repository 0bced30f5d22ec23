//! The user's playbook files as they look from outside.

use std::fs::{self, DirEntry, FileType, Metadata};
use std::io;
use std::path::{Path, PathBuf};
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
    pub path: PathBuf,
    /// Its name from the playbooks' folder on; `None` where that is no text, and cannot be kept.
    pub name: Option<String>,
    /// The id that its place gives it.
    pub place: String,
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
        let path = entry.path();
        if kind.is_dir() {
            let company = text::line(&entry.file_name().to_string_lossy()).into_owned();
            for entry in entries(&path)? {
                let path = entry.path();
                if name::is_yaml(&path)
                    && let Some((_, metadata)) = look(&entry)
                {
                    found.push(Found::new(folder, path, Some(&company), metadata.as_ref()));
                }
            }
        } else if name::is_yaml(&path) {
            found.push(Found::new(folder, path, None, metadata.as_ref()));
        }
    }
    found.sort_unstable_by(|a, b| (&a.name, &a.path).cmp(&(&b.name, &b.path)));
    Ok(found)
}

impl Found {
    fn new(folder: &Path, path: PathBuf, company: Option<&str>, metadata: Option<&Metadata>) -> Self {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let stem = text::line(&stem);
        let place = company.map_or_else(|| stem.to_string(), |company| format!("{company}/{stem}"));
        let stamp = metadata.filter(|metadata| metadata.is_file()).map(Stamp::of);
        let name = path.strip_prefix(folder).ok().and_then(Path::to_str).map(str::to_owned);
        Self { path, name, place, stamp }
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
        let names: Vec<_> = found.iter().map(|found| found.name.as_deref().unwrap()).collect();
        assert_eq!(names, ["a.yaml", "b/one.yaml", "b/two.yaml"]);
        assert_eq!(found[1].place, "b/one");
        assert_eq!(found[1].stamp.unwrap().size, 1);
    }
}
