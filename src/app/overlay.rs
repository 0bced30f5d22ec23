//! Dialogs: each a value on a stack that holds what it is about.

use std::path::PathBuf;

use super::command::Context;
use super::editor::Editor;
use super::library::Fault;
use super::msg::Paper;
use crate::domain::playbook::Playbook;
use crate::form::FieldId;

/// Something that lies over the screen until it is answered or closed.
#[derive(Debug)]
pub enum Overlay {
    /// The keys of the context it was opened in, and what the screen is for.
    Help(Context),
    /// A derivation.
    Why {
        title: String,
        lines: Vec<String>,
    },
    GoTo {
        selected: usize,
    },
    /// Text that can be read two ways: what each is shown as, and the text that means it alone.
    Which {
        field: FieldId,
        readings: [(String, String); 2],
        selected: usize,
    },
    Export {
        paper: Paper,
        path: Editor,
        trouble: Option<String>,
        exists: Option<PathBuf>,
    },
    Rename {
        name: String,
        title: Editor,
    },
    Delete {
        name: String,
        title: String,
    },
    /// A guide to be taken in, by its file's path.
    Import {
        path: Editor,
        trouble: Option<String>,
    },
    /// A playbook made from a guide whose id stands in the user's library already, in this file.
    Replace {
        playbook: Box<Playbook>,
        path: PathBuf,
    },
    /// What is wrong in a playbook's file.
    Faults {
        path: PathBuf,
        faults: Vec<Fault>,
    },
}

impl Overlay {
    pub fn context(&self) -> Context {
        match self {
            Self::Help(_) | Self::Why { .. } => Context::Reading,
            Self::GoTo { .. } | Self::Which { .. } => Context::Menu,
            Self::Export { exists: Some(_), .. } | Self::Delete { .. } | Self::Replace { .. } => {
                Context::Confirm
            }
            Self::Export { .. } | Self::Rename { .. } | Self::Import { .. } => Context::Prompt,
            Self::Faults { .. } => Context::Faults,
        }
    }

    /// The text being typed, if the overlay asks for one.
    pub fn editor(&mut self) -> Option<&mut Editor> {
        match self {
            Self::Export { path, .. } | Self::Import { path, .. } => Some(path),
            Self::Rename { title, .. } => Some(title),
            _ => None,
        }
    }
}
