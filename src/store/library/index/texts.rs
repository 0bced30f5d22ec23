//! The words of all playbooks, read from the index only when somebody looks into them.

use std::fs::File;
use std::io::{Cursor, Read, Seek, SeekFrom};

use super::checksum::checksum;

/// How much is read at once.
const CHUNK: u64 = 512 << 10;

/// A stretch of the texts with its checksum.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Span {
    pub start: u64,
    pub length: u64,
    pub sum: u64,
}

/// Where the texts are: in the file that was opened, whatever stands at its path by now; or in
/// memory, where no file may be written.
#[derive(Debug)]
pub enum Texts {
    File(File),
    Memory(Cursor<Vec<u8>>),
}

/// The texts are not what they were.
#[derive(Debug, PartialEq, Eq)]
pub struct Damaged;

impl Texts {
    pub fn file(file: File) -> Self {
        Self::File(file)
    }

    pub fn memory(bytes: Vec<u8>) -> Self {
        Self::Memory(Cursor::new(bytes))
    }

    /// Hands over each text with the place of its span in the list. Spans that lie behind one another
    /// are read together.
    pub fn each(&mut self, spans: &[Span], mut take: impl FnMut(usize, &str)) -> Result<(), Damaged> {
        let mut bytes = Vec::new();
        let mut from = 0;
        while let Some(first) = spans.get(from) {
            let mut end = first.end()?;
            let mut until = from + 1;
            while let Some(next) = spans.get(until).filter(|next| next.start == end) {
                if next.end()? - first.start > CHUNK {
                    break;
                }
                end = next.end()?;
                until += 1;
            }
            self.read(first.start, end - first.start, &mut bytes)?;
            let mut rest = bytes.as_slice();
            for (at, span) in (from..until).zip(&spans[from..until]) {
                let length = usize::try_from(span.length).map_err(|_| Damaged)?;
                let (own, behind) = rest.split_at_checked(length).ok_or(Damaged)?;
                if checksum(own) != span.sum {
                    return Err(Damaged);
                }
                take(at, std::str::from_utf8(own).map_err(|_| Damaged)?);
                rest = behind;
            }
            from = until;
        }
        Ok(())
    }

    fn read(&mut self, start: u64, length: u64, into: &mut Vec<u8>) -> Result<(), Damaged> {
        into.clear();
        let read = match self {
            Self::File(file) => read_from(file, start, length, into),
            Self::Memory(bytes) => read_from(bytes, start, length, into),
        };
        match read {
            Ok(count) if count as u64 == length => Ok(()),
            _ => Err(Damaged),
        }
    }
}

fn read_from(
    mut from: impl Read + Seek,
    start: u64,
    length: u64,
    into: &mut Vec<u8>,
) -> std::io::Result<usize> {
    from.seek(SeekFrom::Start(start))?;
    from.take(length).read_to_end(into)
}

impl Span {
    fn end(self) -> Result<u64, Damaged> {
        self.start.checked_add(self.length).ok_or(Damaged)
    }
}
