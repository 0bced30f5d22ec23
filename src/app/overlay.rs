//! Dialogs: each a value on a stack that holds what it is about.

use std::path::PathBuf;

use super::command::Context;
use super::editor::Editor;
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
}

impl Overlay {
    pub fn context(&self) -> Context {
        match self {
            Self::Help(_) | Self::Why { .. } => Context::Reading,
            Self::GoTo { .. } | Self::Which { .. } => Context::Menu,
            Self::Export { exists: Some(_), .. } | Self::Delete { .. } => Context::Confirm,
            Self::Export { .. } | Self::Rename { .. } => Context::Prompt,
        }
    }

    /// The text being typed, if the overlay asks for one.
    pub fn editor(&mut self) -> Option<&mut Editor> {
        match self {
            Self::Export { path, .. } => Some(path),
            Self::Rename { title, .. } => Some(title),
            _ => None,
        }
    }
}
