//! Guides as files: found in folders, and read as text whoever saved them.

mod decode;
mod walk;

use std::io::Read;
use std::path::Path;

pub use self::walk::{Unreachable, find};
use super::failure::Outcome;
use super::read;

/// The largest guide; one is a few KiB.
pub const LARGEST: u64 = 4 << 20;

/// A guide's text, without a byte order mark, its lines ending in `\n`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guide {
    /// The file's name without its folder; empty where there is no file.
    pub name: String,
    pub text: String,
    /// What was changed so that it could be read.
    pub notes: Vec<Note>,
}

/// Something that was changed on the way from bytes to text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// A stable name for scripts and tests, such as `utf-16`.
    pub code: &'static str,
    pub line: usize,
    pub message: String,
}

/// Reads a guide from an ordinary file.
///
/// # Errors
/// When it cannot be read, is larger than [`LARGEST`], empty, or no text.
pub fn read(path: &Path) -> Outcome<Guide> {
    let bytes = read::bytes(path, LARGEST)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let (text, notes) = decode::decode(path, bytes)?;
    Ok(Guide { name, text, notes })
}

/// Reads a guide from a stream; `named` stands for its path in what is said about it.
///
/// # Errors
/// As [`read()`].
pub fn read_from(input: impl Read, named: &Path) -> Outcome<Guide> {
    let (text, notes) = decode::decode(named, read::capped(input, named, LARGEST)?)?;
    Ok(Guide { name: String::new(), text, notes })
}

#[cfg(test)]
mod tests {
    use std::io;

    use super::*;
    use crate::store::Failure;

    #[test]
    fn a_stream_without_an_end_is_given_up() {
        let failure = read_from(io::repeat(b'a'), Path::new("standard input")).unwrap_err();
        assert_eq!(failure.to_string(), "standard input is larger than 4 MiB.");
    }

    #[test]
    fn a_large_file_is_refused_unread_and_a_small_one_keeps_its_name() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("data engineer.md");
        std::fs::File::create(&path).unwrap().set_len(2 << 30).unwrap();
        assert!(matches!(read(&path), Err(Failure::TooLarge { .. })));
        std::fs::write(&path, "# A\r\n").unwrap();
        let guide = read(&path).unwrap();
        assert_eq!((guide.name.as_str(), guide.text.as_str()), ("data engineer.md", "# A\n"));
        assert!(guide.notes.is_empty());
    }
}
