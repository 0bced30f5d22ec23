//! What happens to the program, and what it wants done: the two ends of the state machine.

use std::collections::BTreeMap;
use std::path::PathBuf;

use jiff::civil::Date;

use super::key::Key;
use super::library::{Beginning, Errand, News};
use crate::domain::playbook::Playbook;
use crate::domain::session::{Session, Step};

/// Something that happened: a key, or the outcome of an effect.
#[derive(Debug)]
pub enum Msg {
    Key(Key),
    Paste(String),
    Sessions(Vec<SessionRow>),
    /// What came of an errand for the library.
    Library(News),
    Opened(Box<Opened>),
    Saved {
        name: String,
        /// The time of day.
        at: String,
        notice: Option<String>,
    },
    /// The work is not on disk; the sentence says why. It stays in memory.
    NotSaved(String),
    Exported(PathBuf),
    /// There is a file of that name already.
    ExportExists(PathBuf),
    ExportFailed(String),
    Copied,
    /// A session was deleted and can be brought back within this run.
    Deleted {
        title: String,
    },
    /// Something did not work; the sentence says what and what to do.
    Failed(String),
    /// What the last drawing learned: how far its text can be scrolled, and the first row of its list.
    Drawn {
        scroll_limit: u16,
        top: usize,
    },
}

/// Something the shell is to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    ListSessions,
    Library(Errand),
    /// Begin a session with a playbook.
    Start(Beginning),
    StartSample,
    Open(String),
    /// Let go of the open session, so that another program may have it.
    Close,
    /// Put the open session and its drafts on disk.
    Save,
    Export {
        paper: Paper,
        path: PathBuf,
        replace: bool,
    },
    Copy(String),
    Rename {
        name: String,
        title: String,
    },
    Duplicate(String),
    /// Put the backup of a damaged session in its place; the damaged file is kept aside.
    Restore(String),
    Delete(String),
    Undelete,
    Suspend,
    /// Leave with an exit code.
    Quit(u8),
}

/// What is exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paper {
    Script,
    /// The packages side by side with everything the desk shows.
    Offers,
    /// Deadlines and moves, for a calendar.
    Calendar,
}

/// A saved session as Home lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionRow {
    pub name: String,
    pub title: String,
    /// Company and role.
    pub subject: String,
    pub step: Option<Step>,
    pub deadline: Option<Date>,
    /// Typing that was not taken yet is kept beside it.
    pub has_draft: bool,
    /// Why it cannot be opened, or only to read.
    pub trouble: Option<String>,
    /// Whether it is damaged and its backup can take its place.
    pub can_restore: bool,
}

/// A session brought to the desk.
#[derive(Debug)]
pub struct Opened {
    /// Its name on disk; `None` while it was never saved.
    pub name: Option<String>,
    pub session: Session,
    pub playbook: Playbook,
    /// Text typed but not taken, by field.
    pub drafts: BTreeMap<String, String>,
    pub read_only: bool,
    pub notice: Option<String>,
}
