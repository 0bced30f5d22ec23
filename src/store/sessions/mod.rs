//! Saved sessions: finding them, opening one, and everything that moves or removes one.

mod delete;
mod entry;
mod file;
mod restore;
#[cfg(test)]
mod tests;

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

pub use delete::Deleted;
pub use entry::{Entry, State};
pub use file::{ReadOnly, Save, SessionFile};

use super::draft::Found;
use super::failure::{Failure, Outcome};
use super::home::DataDir;
use super::lock::Lock;
use super::name::{self, Siblings};
use super::{atomic, owner, read, yaml};
use crate::domain::session::Session;
use crate::domain::text;

/// The sessions of a data folder, and session files anywhere else by their path.
#[derive(Debug, Clone)]
pub struct Sessions {
    data: DataDir,
}

/// A session as it stands in its file, for commands that only look.
#[derive(Debug)]
pub struct Snapshot {
    pub session: Session,
    pub path: PathBuf,
    /// What the file says, for the places of problems found later.
    pub text: String,
    /// Of a newer format: some of what it says is not shown.
    pub newer: Option<u32>,
}

/// A session that is open for work, with its file and what was typed when it was last left.
#[derive(Debug)]
pub struct Opened {
    pub session: Session,
    pub file: SessionFile,
    pub draft: Found,
}

impl Sessions {
    pub fn new(data: DataDir) -> Self {
        Self { data }
    }

    pub fn data(&self) -> &DataDir {
        &self.data
    }

    /// All saved sessions, the one changed last first; damaged ones among them, untouched.
    pub fn list(&self) -> Outcome<Vec<Entry>> {
        let mut entries: Vec<Entry> = self.files()?.iter().map(|path| Entry::of(path)).collect();
        entries.sort_by(|a, b| b.modified.cmp(&a.modified).then_with(|| a.name.cmp(&b.name)));
        Ok(entries)
    }

    /// The file that a name, a title or a path stands for.
    ///
    /// # Errors
    /// When there is none, or when a title belongs to several.
    pub fn find(&self, session: impl AsRef<OsStr>) -> Outcome<PathBuf> {
        let given = session.as_ref();
        let path = Path::new(given);
        if path.is_absolute() || path.components().count() > 1 || given.as_encoded_bytes().contains(&b'/') {
            return Ok(path.to_owned());
        }
        let name = given.to_string_lossy();
        if name.starts_with('.') || name.trim().is_empty() || name.contains('\\') {
            return Err(Failure::BadName { name: name.into_owned() });
        }
        let saved = self.data.sessions().join(given);
        let named = self.saved(&name);
        if let Some(found) = [named, saved].into_iter().find(|path| name::is_yaml(path) && path.exists()) {
            return Ok(found);
        }
        let entries = self.list()?;
        let titled: Vec<&Entry> = entries.iter().filter(|entry| entry.is_called(&name)).collect();
        match titled.as_slice() {
            [one] => Ok(one.path.clone()),
            [] if path.exists() => Ok(path.to_owned()),
            [] => Err(Failure::NotFound {
                what: format!("session `{}`", text::excerpt(&name, 60)),
                near: near(&name, &entries),
            }),
            several => Err(Failure::Ambiguous {
                name: name.into_owned(),
                names: several.iter().map(|entry| entry.name.clone()).collect(),
            }),
        }
    }

    /// Reads a session without touching anything.
    pub fn read(&self, session: impl AsRef<OsStr>) -> Outcome<Snapshot> {
        let path = self.find(session)?;
        snapshot(&path).map_err(|failure| restore::offered(failure, &path))
    }

    /// Opens a session for work: it is locked until [`Opened::file`] is dropped.
    ///
    /// # Errors
    /// [`Failure::Locked`] when another window has it; and when it cannot be read.
    pub fn open(&self, session: impl AsRef<OsStr>) -> Outcome<Opened> {
        let found = self.find(session)?;
        read::regular(&found)?;
        // A save must replace the file itself, not a link to it.
        let path = fs::canonicalize(&found).map_err(Failure::io("open", &found))?;
        let lock = lock_for_work(&path)?;
        let Snapshot { session, text, newer, .. } =
            snapshot(&path).map_err(|failure| restore::offered(failure, &path))?;
        let read_only = newer.map(ReadOnly::Newer).or_else(|| lock.as_ref().err().copied());
        if read_only.is_none() {
            atomic::sweep(path.parent().unwrap_or(Path::new(".")));
        }
        let file =
            SessionFile::opened(self.data.clone(), path, lock.ok().flatten(), read_only, &session, text);
        let draft = if read_only.is_none() { file.draft().load()? } else { Found::Nothing };
        Ok(Opened { session, file, draft })
    }

    /// Saves a new session under a title and opens it; the file is named after the title.
    pub fn create(&self, title: &str, session: Session) -> Outcome<Opened> {
        let session = titled(session, title);
        let slug = name::slug(title);
        let bytes = file::bytes_of(&session, &self.saved(&slug))?;
        self.data.prepare(&self.data.sessions())?;
        atomic::sweep(&self.data.sessions());
        let mut n = 1;
        loop {
            let path = self.saved(&name::numbered(&slug, n));
            n += 1;
            let beside = Siblings::of(&path);
            if [path.as_path()]
                .into_iter()
                .chain(beside.contents())
                .any(|path| path.symlink_metadata().is_ok())
            {
                continue;
            }
            let lock = match Lock::take(&beside.lock) {
                Err(Failure::Locked { .. }) => continue,
                lock => lock?,
            };
            match atomic::create(&path, &bytes) {
                Err(Failure::Exists { .. }) => continue,
                created => created?,
            }
            let text = String::from_utf8_lossy(&bytes).into_owned();
            let file = SessionFile::opened(self.data.clone(), path, lock, None, &session, text);
            return Ok(Opened { session, file, draft: Found::Nothing });
        }
    }

    /// Gives a session another title, and its file the name that goes with it. Returns that name.
    pub fn rename(&self, session: impl AsRef<OsStr>, title: &str) -> Outcome<String> {
        let mut opened = self.open(session)?;
        opened.file.writable()?;
        let old = opened.file.path().to_owned();
        if name::is_numbered(&opened.file.name(), &name::slug(title)) {
            opened.file.save(&titled(opened.session, title), Save::Careful)?;
            return Ok(opened.file.name());
        }
        let created = self.create(title, opened.session)?;
        let (from, to) = (Siblings::of(&old), Siblings::of(created.file.path()));
        for (from, to) in from.contents().into_iter().zip(to.contents()) {
            match fs::rename(from, to) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => {
                    return Err(Failure::io("move", from)(error));
                }
                _ => {}
            }
        }
        fs::remove_file(&old).map_err(Failure::io("remove", &old))?;
        atomic::sync_folder_of(&old)?;
        Ok(created.file.name())
    }

    /// Saves a copy under another title. Returns the copy's name.
    pub fn copy(&self, session: impl AsRef<OsStr>, title: &str) -> Outcome<String> {
        let Snapshot { session, newer, path, .. } = self.read(session)?;
        if newer.is_some() {
            return Err(Failure::ReadOnly { path });
        }
        Ok(self.create(title, session)?.file.name())
    }

    /// The file of a name in the data folder.
    fn saved(&self, name: &str) -> PathBuf {
        self.data.sessions().join(format!("{name}.yaml"))
    }

    fn files(&self) -> Outcome<Vec<PathBuf>> {
        let folder = self.data.sessions();
        let entries = match fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(Failure::io("list", &folder)(error)),
        };
        let paths = entries.flatten().map(|entry| entry.path());
        Ok(paths.filter(|path| name::is_yaml(path) && !is_hidden(path)).collect())
    }
}

fn titled(session: Session, title: &str) -> Session {
    let title = text::line(title).trim().to_owned();
    Session { title: Some(title).filter(|title| !title.is_empty()), ..session }
}

fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."))
}

fn snapshot(path: &Path) -> Outcome<Snapshot> {
    let text = read::utf8(path, read::bytes(path, read::SESSION)?)?;
    let text = yaml::bare(&text).to_owned();
    let yaml::SessionRead { session, newer } =
        yaml::parse_session(&text).map_err(|unread| unread.in_file(path, &text))?;
    Ok(Snapshot { session, path: path.to_owned(), text, newer })
}

/// The lock for writing at `path`, or why it can only be read.
fn lock_for_work(path: &Path) -> Outcome<Result<Option<Lock>, ReadOnly>> {
    let metadata = fs::metadata(path).map_err(Failure::io("open", path))?;
    if owner::is_foreign(&metadata) {
        return Ok(Err(ReadOnly::NotYours));
    }
    match Lock::take(&Siblings::of(path).lock) {
        Ok(lock) => Ok(Ok(lock)),
        Err(Failure::Locked { pid, since, .. }) => Err(Failure::Locked { path: path.to_owned(), pid, since }),
        Err(Failure::Io { source, .. })
            if matches!(
                source.kind(),
                io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem
            ) =>
        {
            Ok(Err(ReadOnly::Unwritable))
        }
        Err(other) => Err(other),
    }
}

fn near(name: &str, entries: &[Entry]) -> Vec<String> {
    let known = entries.iter().map(|entry| entry.name.as_str());
    let near: Vec<String> = super::near::nearest(name, known).into_iter().map(str::to_owned).collect();
    if near.is_empty() { entries.iter().take(5).map(|entry| entry.name.clone()).collect() } else { near }
}
