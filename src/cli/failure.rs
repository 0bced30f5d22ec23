//! What a command can end with, and the exit code of each kind.

use std::io::{self, IsTerminal};
use std::process::ExitCode;

use super::shell::note;
use crate::store::{Failure, Kind};

/// Why a command did not do its work.
#[derive(Debug, thiserror::Error)]
pub enum CliFailure {
    #[error(transparent)]
    Store(#[from] Failure),
    /// Standard output could not be written.
    #[error("Could not write the result: {0}.")]
    Output(#[from] io::Error),
    /// The call asks for something that cannot be; the sentence says what can.
    #[error("{0}")]
    Usage(String),
}

impl CliFailure {
    /// Prints the failure, once, and gives the exit code. A reader that went away is no failure.
    pub fn report(&self) -> ExitCode {
        if let Self::Output(error) = self
            && error.kind() == io::ErrorKind::BrokenPipe
        {
            return ExitCode::SUCCESS;
        }
        note(&self.words());
        ExitCode::from(self.code())
    }

    fn words(&self) -> String {
        match self {
            Self::Store(failure @ Failure::Exists { .. }) => {
                format!("{failure}\nChoose another name, or replace it with --force.")
            }
            Self::Store(failure) => failure.render(),
            Self::Output(_) | Self::Usage(_) => self.to_string(),
        }
    }

    /// 1 the work failed, 2 wrong usage, 3 the input is invalid.
    pub fn code(&self) -> u8 {
        match self {
            Self::Store(failure) => match failure.kind() {
                Kind::Work => 1,
                Kind::Usage => 2,
                Kind::Input => 3,
            },
            Self::Output(_) => 1,
            Self::Usage(_) => 2,
        }
    }
}

/// Whether both ends of the terminal are there.
pub fn has_terminal() -> bool {
    io::stdin().is_terminal() && io::stdout().is_terminal()
}
