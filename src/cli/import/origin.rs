//! Where a guide comes from.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use super::refused::Refused;
use crate::domain::text;
use crate::store::Outcome;
use crate::store::guides::{self, Guide};

/// A guide that was named, or found in a folder that was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    File(PathBuf),
    /// Standard input.
    Input,
}

impl Origin {
    /// The guides under the paths, in their order; what cannot be looked into is refused.
    pub fn find(paths: &[PathBuf]) -> Vec<Result<Self, Box<Refused>>> {
        let origin = |path: PathBuf| if is_input(&path) { Self::Input } else { Self::File(path) };
        let found = guides::find(paths).into_iter();
        found
            .map(|found| match found {
                Ok(path) => Ok(origin(path)),
                Err(unreachable) => Err(Refused::of_failure(&unreachable.path, &unreachable.failure).into()),
            })
            .collect()
    }

    pub fn read(&self) -> Outcome<Guide> {
        match self {
            Self::File(path) => guides::read(path),
            Self::Input => guides::read_from(io::stdin().lock(), self.path()),
        }
    }

    /// The file, or what stands for one in words about it.
    pub fn path(&self) -> &Path {
        match self {
            Self::File(path) => path,
            Self::Input => Path::new("standard input"),
        }
    }

    /// The file, where there is one.
    pub fn file(&self) -> Option<&Path> {
        match self {
            Self::File(path) => Some(path),
            Self::Input => None,
        }
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&text::line(&self.path().to_string_lossy()))
    }
}

/// Whether an argument means standard input.
pub fn is_input(path: &Path) -> bool {
    path.as_os_str() == "-"
}
