//! What can go wrong with files, as a sentence, a cause and a hint.

use std::io;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::invalid::Invalid;
use crate::domain::text;

/// The result of anything that touches files.
pub type Outcome<T> = Result<T, Failure>;

/// Why an operation on files did not happen.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The system refused: `doing` is an infinitive such as `read`.
    #[error("Could not {doing} {}: {}.", shown(path), cause(source))]
    Io { path: PathBuf, doing: &'static str, source: io::Error },
    /// A file that was read says something wrong; the places are in it.
    #[error("{0}")]
    Invalid(Box<Invalid>),
    /// `what` names it in full: "a session named `acme`".
    #[error("There is no {what}.")]
    NotFound { what: String, near: Vec<String> },
    #[error("{} is open in another window{}.", shown(path), holder(*pid, *since))]
    Locked { path: PathBuf, pid: Option<u32>, since: Option<Timestamp> },
    #[error(
        "{} is written in format {found} of a newer negotiate-up; this one knows format {known}.",
        shown(path)
    )]
    NewerFormat { path: PathBuf, found: u32, known: u32 },
    #[error("{} exists already.", shown(path))]
    Exists { path: PathBuf },
    /// `found` says what it is instead: "a folder".
    #[error("{} is {found}, not a file.", shown(path))]
    NotRegular { path: PathBuf, found: &'static str },
    #[error("{} is larger than {} MiB.", shown(path), limit >> 20)]
    TooLarge { path: PathBuf, limit: u64 },
    #[error("{} belongs to another user.", shown(path))]
    NotYours { path: PathBuf },
    #[error("The input and the output are the same file: {}.", shown(path))]
    SameFile { path: PathBuf },
    #[error("{} was changed by something else since it was opened.", shown(path))]
    ChangedOnDisk { path: PathBuf },
    #[error("{} is no longer there.", shown(path))]
    Vanished { path: PathBuf },
    #[error("{} was opened for reading only.", shown(path))]
    ReadOnly { path: PathBuf },
    #[error("`{}` is no usable name for a session.", text::excerpt(name, 60))]
    BadName { name: String },
    #[error("Several sessions are called `{}`.", text::excerpt(name, 60))]
    Ambiguous { name: String, names: Vec<String> },
    #[error("No folder for your data could be found: {why}.")]
    NoHome { why: String },
}

/// What a failure means to whoever called the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The work failed: exit code 1.
    Work,
    /// Wrong usage: exit code 2.
    Usage,
    /// The input is invalid: exit code 3.
    Input,
}

impl Failure {
    /// An I/O failure with its path, ready for `map_err`.
    pub(super) fn io(doing: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::Io { path: path.to_owned(), doing, source }
    }

    pub fn kind(&self) -> Kind {
        match self {
            Self::Invalid(_) | Self::NewerFormat { .. } | Self::NotRegular { .. } | Self::TooLarge { .. } => {
                Kind::Input
            }
            Self::BadName { .. } | Self::Ambiguous { .. } => Kind::Usage,
            _ => Kind::Work,
        }
    }

    /// What to do about it.
    pub fn hint(&self) -> Option<String> {
        Some(match self {
            Self::Io { source, .. } => remedy(source)?.to_owned(),
            Self::Invalid(invalid) => return invalid.faults.first()?.problem.hint.clone(),
            Self::NotFound { near, .. } if near.is_empty() => return None,
            Self::NotFound { near, .. } => format!("Near it: {}.", near.join(", ")),
            Self::Locked { .. } => {
                "Close it there first. Nothing was changed here; a lock left by a crash goes by itself."
                    .into()
            }
            Self::NewerFormat { .. } => "Install the newer negotiate-up to work with it.".into(),
            Self::Exists { .. } => "Choose another name, or say that it may be replaced.".into(),
            Self::NotRegular { .. } => "Name an ordinary file.".into(),
            Self::TooLarge { .. } => "A file of this kind is a few KiB; this must be something else.".into(),
            Self::NotYours { .. } => {
                "Copy it to a folder of yours, or choose another folder with --data-dir.".into()
            }
            Self::SameFile { .. } => "Choose another name for the output.".into(),
            Self::ChangedOnDisk { .. } => {
                "Your work is kept here: save it under another name, overwrite, or open the file anew.".into()
            }
            Self::Vanished { .. } => "Your work is kept here: save again to write the file anew.".into(),
            Self::ReadOnly { .. } => "Save it under another name to change it.".into(),
            Self::BadName { .. } => {
                "Use a saved session's name, or a path to a session file such as ./acme.yaml.".into()
            }
            Self::Ambiguous { names, .. } => {
                format!("Use the name of the one you mean: {}.", names.join(", "))
            }
            Self::NoHome { .. } => {
                "Name a folder with --data-dir DIR, or in the variable NEGOTIATE_UP_DATA.".into()
            }
        })
    }

    /// The whole message for a terminal: the sentence with its hint, or the places in the file.
    pub fn render(&self) -> String {
        match (self, self.hint()) {
            (Self::Invalid(invalid), _) => invalid.render(),
            (_, Some(hint)) => format!("{self}\n{hint}"),
            (_, None) => self.to_string(),
        }
    }
}

impl From<Invalid> for Failure {
    fn from(invalid: Invalid) -> Self {
        Self::Invalid(Box::new(invalid))
    }
}

/// A path as it can be printed on any terminal.
pub(super) fn shown(path: &Path) -> String {
    text::line(&path.to_string_lossy()).into_owned()
}

fn cause(error: &io::Error) -> String {
    use io::ErrorKind as Kind;
    match error.kind() {
        Kind::NotFound => "it is not there".into(),
        Kind::PermissionDenied => "permission denied".into(),
        Kind::StorageFull => "the disk is full".into(),
        Kind::QuotaExceeded => "your disk quota is used up".into(),
        Kind::FileTooLarge => "the system does not allow a file of that size".into(),
        Kind::ReadOnlyFilesystem => "the disk can only be read".into(),
        Kind::NotADirectory => "a part of the path is no folder".into(),
        Kind::InvalidFilename => "the system does not allow that name".into(),
        _ => error.to_string().to_lowercase(),
    }
}

fn remedy(error: &io::Error) -> Option<&'static str> {
    use io::ErrorKind as Kind;
    match error.kind() {
        Kind::StorageFull | Kind::QuotaExceeded | Kind::FileTooLarge => {
            Some("What was there before is unchanged. Make room, or save to another place.")
        }
        Kind::PermissionDenied | Kind::ReadOnlyFilesystem | Kind::NotADirectory => {
            Some("Choose another folder with --data-dir, or another file.")
        }
        _ => None,
    }
}

fn holder(pid: Option<u32>, since: Option<Timestamp>) -> String {
    let process = pid.map(|pid| format!("process {pid}"));
    let time =
        since.map(|at| format!("since {}", at.to_zoned(TimeZone::system()).strftime("%Y-%m-%d %H:%M")));
    let known: Vec<String> = process.into_iter().chain(time).collect();
    if known.is_empty() { String::new() } else { format!(" ({})", known.join(", ")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_cannot_drive_the_terminal() {
        let failure = Failure::Exists { path: PathBuf::from("a\u{1b}]52;c;x\u{7}\u{202e}.yaml") };
        assert_eq!(failure.to_string(), "a]52;c;x.yaml exists already.");
    }

    #[test]
    fn a_full_disk_is_said_in_words() {
        let source = io::Error::from(io::ErrorKind::StorageFull);
        let failure = Failure::Io { path: "x.yaml".into(), doing: "save", source };
        assert_eq!(failure.to_string(), "Could not save x.yaml: the disk is full.");
        assert!(failure.hint().unwrap().contains("unchanged"));
        assert_eq!(failure.kind(), Kind::Work);
    }
}
