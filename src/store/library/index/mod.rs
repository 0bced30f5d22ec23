//! What is known of the user's playbook files, kept in one file beside them so that thousands need
//! not be read to be listed.
//!
//! The file: its name and version, every playbook's words one behind the other, the entries, and a
//! foot that tells where those are. Each part has its checksum, and what does not fit is no index:
//! it is made anew from the playbooks, which alone count.

mod bytes;
mod card;
mod checksum;
#[cfg(test)]
mod tests;
mod texts;

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::Path;

use self::bytes::{Fields, Reader};
pub(super) use self::checksum::checksum;
pub(super) use self::texts::{Damaged, Span, Texts};
use super::files::Stamp;
use crate::domain::catalog::Card;
use crate::store::read;

/// The name and the version of the format.
const HEAD: [u8; 16] = *b"negotiate-up idx";
const VERSION: u64 = 1;
/// Where the texts begin.
const START: u64 = HEAD_LENGTH as u64;
const HEAD_LENGTH: usize = HEAD.len() + 8;
/// The foot: where the entries begin, how long they are, their checksum, when the files were looked
/// at, the foot's own checksum.
const FOOT: usize = 5 * 8;
/// No library's entries are larger.
const MOST: u64 = 1 << 28;

/// One playbook file as it was when it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    /// From the playbooks' folder on.
    pub name: String,
    pub stamp: Stamp,
    /// The checksum of what it says.
    pub content: u64,
    /// Its words among the texts.
    pub text: Span,
    pub card: Card,
}

/// An index that was read.
#[derive(Debug)]
pub(super) struct Index {
    /// By name.
    pub entries: Vec<Entry>,
    /// When its files were looked at.
    pub looked: i64,
    pub texts: Texts,
}

impl Index {
    /// Reads an index; `None` without one that is whole and of this version.
    pub fn open(path: &Path) -> Option<Self> {
        read::regular(path).ok()?;
        let mut file = File::open(path).ok()?;
        let length = file.metadata().ok()?.len();
        let mut head = [0; HEAD_LENGTH];
        file.read_exact(&mut head).ok()?;
        file.seek(SeekFrom::Start(length.checked_sub(FOOT as u64)?)).ok()?;
        let mut foot = [0; FOOT];
        file.read_exact(&mut foot).ok()?;
        let foot = Foot::of(&head, &foot, length)?;
        file.seek(SeekFrom::Start(foot.start)).ok()?;
        let mut entries = vec![0; usize::try_from(foot.length).ok()?];
        file.read_exact(&mut entries).ok()?;
        if checksum(&entries) != foot.sum {
            return None;
        }
        let mut reader = Reader(&entries);
        let entries = reader.list(Entry::read)?;
        let is_whole = reader.0.is_empty() && entries.is_sorted_by(|a, b| a.name < b.name);
        is_whole.then(|| Self { entries, looked: foot.looked, texts: Texts::file(file) })
    }
}

/// An index that is being written: the texts in any order, then the entries. It is not synced: what
/// a crash damages is made anew.
#[derive(Debug)]
pub(super) struct Writer<W> {
    out: W,
    at: u64,
}

impl<W: Write> Writer<W> {
    pub fn new(mut out: W) -> io::Result<Self> {
        out.write_all(&HEAD)?;
        out.write_all(&VERSION.to_le_bytes())?;
        Ok(Self { out, at: START })
    }

    /// Takes a playbook's words in.
    pub fn text(&mut self, text: &str) -> io::Result<Span> {
        let span = Span { start: self.at, length: text.len() as u64, sum: checksum(text.as_bytes()) };
        self.out.write_all(text.as_bytes())?;
        self.at += span.length;
        Ok(span)
    }

    /// Ends the index with its entries, which stand by name.
    pub fn finish(mut self, entries: &[Entry], looked: i64) -> io::Result<W> {
        let mut bytes = Fields::default();
        bytes.list(entries, |out, entry| entry.write(out));
        self.out.write_all(&bytes.0)?;
        let foot = Foot { start: self.at, length: bytes.0.len() as u64, sum: checksum(&bytes.0), looked };
        self.out.write_all(&foot.written())?;
        self.out.flush()?;
        Ok(self.out)
    }
}

struct Foot {
    start: u64,
    length: u64,
    sum: u64,
    looked: i64,
}

impl Foot {
    fn written(&self) -> Vec<u8> {
        let mut out = Fields::default();
        for number in [self.start, self.length, self.sum, self.looked.cast_unsigned()] {
            out.number(number);
        }
        let sum = checksum(&out.0);
        out.number(sum);
        out.0
    }

    fn of(head: &[u8], foot: &[u8], length: u64) -> Option<Self> {
        let mut reader = Reader(foot);
        let (start, entries, sum) = (reader.number()?, reader.number()?, reader.number()?);
        let looked = reader.number()?.cast_signed();
        let is_sound = reader.number()? == checksum(&foot[..FOOT - 8])
            && head.starts_with(&HEAD)
            && head.ends_with(&VERSION.to_le_bytes())
            && entries <= MOST
            && start >= START
            && start.checked_add(entries)?.checked_add(FOOT as u64)? == length;
        is_sound.then_some(Self { start, length: entries, sum, looked })
    }
}

impl Entry {
    fn write(&self, out: &mut Fields) {
        out.text(&self.name);
        out.number(self.stamp.size);
        out.number(self.stamp.modified.cast_unsigned());
        out.number(self.stamp.changed.cast_unsigned());
        out.number(self.content);
        out.number(self.text.start);
        out.number(self.text.length);
        out.number(self.text.sum);
        card::write(out, &self.card);
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        Some(Self {
            name: from.text()?,
            stamp: Stamp {
                size: from.number()?,
                modified: from.number()?.cast_signed(),
                changed: from.number()?.cast_signed(),
            },
            content: from.number()?,
            text: Span { start: from.number()?, length: from.number()?, sum: from.number()? },
            card: card::read(from)?,
        })
    }
}
