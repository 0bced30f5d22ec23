//! Bytes of a guide as text: UTF-8, or UTF-16 where a mark in front says so; lines end in `\n`.

use std::path::Path;

use super::Note;
use crate::domain::problem::Problem;
use crate::store::failure::{Failure, Outcome};
use crate::store::invalid::Invalid;
use crate::store::read;

/// A text has at most one zero byte in so many characters; more, and it is none.
const STRAY: usize = 100;

/// The text, with a note for what was changed.
pub(super) fn decode(path: &Path, bytes: Vec<u8>) -> Outcome<(String, Vec<Note>)> {
    let mut notes = Vec::new();
    let text = match &bytes[..] {
        [0xFF, 0xFE, rest @ ..] => utf16(path, rest, u16::from_le_bytes, &mut notes)?,
        [0xFE, 0xFF, rest @ ..] => utf16(path, rest, u16::from_be_bytes, &mut notes)?,
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8(path, rest.to_vec())?,
        _ => utf8(path, bytes)?,
    };
    if text.trim().is_empty() {
        let problem = Problem::new("empty", "This file is empty.").hint("Name a guide with text in it.");
        return Err(Invalid::at_line(path, &text, 1, problem).into());
    }
    let text = without_zeros(path, text, &mut notes)?;
    let text = if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text };
    Ok((text, notes))
}

fn utf8(path: &Path, bytes: Vec<u8>) -> Outcome<String> {
    match bytes.iter().position(|byte| *byte == 0) {
        Some(zero) if std::str::from_utf8(&bytes).is_err() => {
            Err(binary(path, bytes[..zero].split(|byte| *byte == b'\n').count()))
        }
        _ => read::utf8(path, bytes),
    }
}

fn utf16(path: &Path, bytes: &[u8], unit: fn([u8; 2]) -> u16, notes: &mut Vec<Note>) -> Outcome<String> {
    let (pairs, odd) = bytes.as_chunks::<2>();
    let mut text = String::with_capacity(bytes.len());
    for read in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
        match read {
            Ok(c) => text.push(c),
            Err(half) => {
                let unit = half.unpaired_surrogate();
                return Err(malformed(path, &text, &format!("half a character, 0x{unit:04X}")));
            }
        }
    }
    if !odd.is_empty() {
        return Err(malformed(path, &text, "half a character at the end"));
    }
    let message = "The file is UTF-16; it was read as such.".to_owned();
    notes.push(Note { code: "utf-16", line: 1, message });
    Ok(text)
}

fn malformed(path: &Path, before: &str, found: &str) -> Failure {
    let line = before.matches('\n').count() + 1;
    let problem = Problem::new("not-utf16", format!("This line is no UTF-16 text: it holds {found}."))
        .hint("Save the file as UTF-8; if it opens nowhere, it is damaged.");
    Invalid::at_line(path, before, line, problem).into()
}

/// Drops zero bytes that strayed into a text; refuses a file that is made of them.
fn without_zeros(path: &Path, text: String, notes: &mut Vec<Note>) -> Outcome<String> {
    let Some(first) = text.find('\0') else { return Ok(text) };
    let line = text[..first].matches('\n').count() + 1;
    let count = text.matches('\0').count();
    if count * STRAY > text.chars().count() {
        return Err(binary(path, line));
    }
    let message = if count == 1 {
        "A zero byte was left out.".to_owned()
    } else {
        format!("{count} zero bytes were left out, the first one here.")
    };
    notes.push(Note { code: "zero-bytes", line, message });
    Ok(text.replace('\0', ""))
}

/// The line is told and not shown: there is nothing to read in it.
fn binary(path: &Path, line: usize) -> Failure {
    let problem = Problem::new("binary", "This is no text: there are zero bytes in this line.")
        .hint("Name a guide in Markdown, saved as UTF-8.");
    Invalid::at_line(path, &"\n".repeat(line - 1), line, problem).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: impl Into<Vec<u8>>) -> Result<(String, Vec<&'static str>), String> {
        match decode(Path::new("g.md"), bytes.into()) {
            Ok((text, notes)) => Ok((text, notes.into_iter().map(|note| note.code).collect())),
            Err(Failure::Invalid(invalid)) => {
                let fault = &invalid.faults[0];
                let place = fault.place.as_ref().unwrap();
                Err(format!("{} {}:{}", fault.problem.code, place.line, place.column))
            }
            Err(other) => panic!("{other:?}"),
        }
    }

    fn utf16_of(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn marks_in_front_are_understood_and_left_out() {
        let text = "# Zürich 💶\n";
        assert_eq!(read(format!("\u{feff}{text}")), Ok((text.to_owned(), vec![])));
        let marked = format!("\u{feff}{text}");
        for bytes in [utf16_of(&marked, u16::to_le_bytes), utf16_of(&marked, u16::to_be_bytes)] {
            assert_eq!(read(bytes), Ok((text.to_owned(), vec!["utf-16"])));
        }
    }

    #[test]
    fn every_kind_of_line_end_is_one() {
        assert_eq!(read("a\r\nb\rc\n\r\n"), Ok(("a\nb\nc\n\n".to_owned(), vec![])));
    }

    #[test]
    fn what_is_no_text_is_refused_with_its_line() {
        let mut odd = utf16_of("\u{feff}# A\nb", u16::to_le_bytes);
        odd.push(b'x');
        let half = [utf16_of("\u{feff}a\n", u16::to_be_bytes), vec![0xD8, 0x00, 0x00, 0x41]].concat();
        let cases: [(&[u8], &str); 9] = [
            (b"", "empty 1:1"),
            (b" \r\n\n", "empty 1:1"),
            (b"\xff\xfe", "empty 1:1"),
            (b"# A\nZ\xfcrich\n", "not-utf8 2:2"),
            (b"\x7fELF\x02\n\x00\x00\xff\xfe", "binary 2:1"),
            (b"#\x00 \x00A\x00", "binary 1:1"),
            (b"\xff\xfe\x00\x00#\x00\x00\x00", "binary 1:1"),
            (&odd, "not-utf16 2:1"),
            (&half, "not-utf16 2:1"),
        ];
        for (bytes, want) in cases {
            assert_eq!(read(bytes), Err(want.to_owned()), "{bytes:?}");
        }
    }

    #[test]
    fn a_stray_zero_byte_is_dropped_and_said() {
        let text = format!("# A guide\n\n```\nx\0y\n```\n{}", "words ".repeat(40));
        let (text, notes) = decode(Path::new("g.md"), text.into_bytes()).unwrap();
        assert!(text.contains("\nxy\n"));
        assert_eq!((notes[0].code, notes[0].line), ("zero-bytes", 4));
    }
}
