//! What the library wants done with files, and what came of it.

use std::path::PathBuf;

use crate::domain::catalog::Catalog;
use crate::domain::playbook::Playbook;
use crate::import::Import;

/// Something to be done for the library.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Errand {
    /// Read the whole library.
    List,
    /// Read one playbook, by its id.
    Look(String),
    /// Put a playbook, by its id, into the user's library, unless it stands there.
    MakeOwn(String),
    /// Let the user's editor have a file.
    Edit(PathBuf),
    /// Check a playbook's file.
    Check(PathBuf),
    ReadGuide(PathBuf),
    /// Put a playbook that was made from a guide into the user's library.
    Keep {
        playbook: Box<Playbook>,
        replace: bool,
    },
}

/// What came of an errand.
#[derive(Debug)]
pub enum News {
    Listed(Box<Catalog>),
    Looked(Looked),
    /// The file of a playbook that is the user's own.
    Own(PathBuf),
    /// The user is back from the editor, or never got there: the sentence says why.
    Edited {
        path: PathBuf,
        trouble: Option<String>,
    },
    Checked {
        path: PathBuf,
        /// The playbook's id, where the file can be read at all.
        id: Option<String>,
        faults: Vec<Fault>,
        warnings: usize,
    },
    Guide(Box<ReadGuide>),
    /// There is no guide to read; the sentence says why.
    NoGuide(String),
    Kept {
        id: String,
        path: PathBuf,
    },
    /// There is a playbook with that id already, in this file.
    Taken(PathBuf),
}

/// A playbook to look at, or why it cannot be used.
#[derive(Debug)]
pub struct Looked {
    pub id: String,
    pub playbook: Result<Box<Playbook>, String>,
}

/// Something wrong in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The file's name with line and column.
    pub place: String,
    pub message: String,
    pub hint: Option<String>,
}

/// A guide as it was read.
#[derive(Debug)]
pub struct ReadGuide {
    pub path: PathBuf,
    pub text: String,
    pub import: Import,
    /// What was understood of a line of the text, in words, by the line's number.
    pub understood: Vec<(usize, String)>,
}

/// How a session is to begin.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Beginning {
    /// The playbook's id.
    pub playbook: String,
    /// What the search said of a company and a role that have no playbook.
    pub company: Option<String>,
    pub role: Option<String>,
    /// The region that was filtered by.
    pub region: Option<String>,
}

impl Beginning {
    pub fn with(playbook: impl Into<String>) -> Self {
        Self { playbook: playbook.into(), ..Self::default() }
    }
}
