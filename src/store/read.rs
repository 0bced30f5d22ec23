//! Reading that never blocks and never swallows what is too large.

use std::fs::{self, File, Metadata};
use std::io::{self, Read};
use std::path::Path;

use super::failure::{Failure, Outcome, shown};
use super::invalid::{Invalid, Located, Place};
use super::owner;
use crate::domain::problem::Problem;

/// The largest playbook.
pub(super) const PLAYBOOK: u64 = 1 << 20;
/// The largest session, and the largest draft.
pub(super) const SESSION: u64 = 4 << 20;

/// Makes sure of an ordinary file before it is opened: opening a pipe would wait for a writer.
pub(super) fn regular(path: &Path) -> Outcome<Metadata> {
    let metadata = fs::metadata(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => {
            let behind = if fs::symlink_metadata(path).is_ok() { "behind the link " } else { "" };
            Failure::NotFound { what: format!("file {behind}{}", shown(path)), near: Vec::new() }
        }
        _ => Failure::io("read", path)(error),
    })?;
    if metadata.is_file() {
        Ok(metadata)
    } else {
        Err(Failure::NotRegular { path: path.to_owned(), found: owner::kind(&metadata) })
    }
}

/// Reads an ordinary file of at most `limit` bytes.
pub(super) fn bytes(path: &Path, limit: u64) -> Outcome<Vec<u8>> {
    if regular(path)?.len() > limit {
        return Err(Failure::TooLarge { path: path.to_owned(), limit });
    }
    let file = File::open(path).map_err(Failure::io("read", path))?;
    capped(file, path, limit)
}

/// Reads at most `limit` bytes of what may never end; `path` names it.
pub(super) fn capped(input: impl Read, path: &Path, limit: u64) -> Outcome<Vec<u8>> {
    let mut bytes = Vec::new();
    input.take(limit + 1).read_to_end(&mut bytes).map_err(Failure::io("read", path))?;
    if bytes.len() as u64 > limit {
        return Err(Failure::TooLarge { path: path.to_owned(), limit });
    }
    Ok(bytes)
}

/// Takes bytes as UTF-8.
///
/// # Errors
/// With the place of the first byte that is not.
pub(super) fn utf8(path: &Path, bytes: Vec<u8>) -> Outcome<String> {
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
        let byte = error.as_bytes().get(at).copied().unwrap_or_default();
        let problem = Problem::new("not-utf8", format!("The byte 0x{byte:02X} here is no UTF-8 text."))
            .hint("Save the file as UTF-8; if it once was, it is damaged.");
        let place = Some(Place::of(&text, at..at));
        Invalid::new(path, text, vec![Located { problem, place }]).into()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_ordinary_files_of_bearable_size_are_read() {
        let dir = tempfile::tempdir().unwrap();
        let large = dir.path().join("large.yaml");
        File::create(&large).unwrap().set_len(2 << 30).unwrap();
        assert!(matches!(bytes(&large, SESSION), Err(Failure::TooLarge { .. })));
        assert!(matches!(bytes(dir.path(), SESSION), Err(Failure::NotRegular { found: "a folder", .. })));
        assert!(matches!(bytes(&dir.path().join("none"), SESSION), Err(Failure::NotFound { .. })));
    }

    #[cfg(unix)]
    #[test]
    fn devices_sockets_and_dangling_links_do_not_block() {
        let dir = tempfile::tempdir().unwrap();
        let socket = dir.path().join("s.yaml");
        let _listening = std::os::unix::net::UnixListener::bind(&socket).unwrap();
        let dangling = dir.path().join("d.yaml");
        std::os::unix::fs::symlink("nowhere", &dangling).unwrap();
        assert!(matches!(bytes(&socket, 10), Err(Failure::NotRegular { found: "a socket", .. })));
        assert!(matches!(
            bytes(Path::new("/dev/zero"), 10),
            Err(Failure::NotRegular { found: "a device", .. })
        ));
        assert!(matches!(bytes(&dangling, 10), Err(Failure::NotFound { .. })));
    }

    #[test]
    fn text_that_is_not_utf8_is_placed() {
        let failure = utf8(Path::new("x.yaml"), b"a: 1\nb: \xff\xfe".to_vec()).unwrap_err();
        let Failure::Invalid(invalid) = failure else { panic!("{failure:?}") };
        let place = invalid.faults[0].place.as_ref().unwrap();
        assert_eq!((place.line, place.column), (2, 4));
        let said = invalid.render();
        assert!(said.contains("x.yaml:2:4") && said.contains("0xFF"), "{said}");
    }
}
