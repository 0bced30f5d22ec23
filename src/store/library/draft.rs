//! A new index while it is written: into a file beside the old one, or into memory.

use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::index::{self, Entry, Span, Texts};
use super::refresh::Trouble;
use crate::store::atomic;
use crate::store::home::DataDir;

/// Begun only when there is something to write.
#[derive(Debug)]
pub(super) struct Draft<'a> {
    data: &'a DataDir,
    path: PathBuf,
    may_write: bool,
    writer: Option<index::Writer<Out>>,
}

#[derive(Debug)]
enum Out {
    File(BufWriter<NamedTempFile>),
    Memory(Vec<u8>),
}

impl<'a> Draft<'a> {
    /// A draft of the index at a path.
    pub fn new(data: &'a DataDir, path: &Path, may_write: bool) -> Self {
        Self { data, path: path.to_owned(), may_write, writer: None }
    }

    pub fn text(&mut self, text: &str) -> Result<Span, Trouble> {
        Ok(self.writer()?.text(text)?)
    }

    /// Takes over the words of entries that stay as they are.
    pub fn take_over(&mut self, kept: &mut [Entry], texts: &mut Texts) -> Result<(), Trouble> {
        kept.sort_unstable_by_key(|entry| entry.text.start);
        let spans: Vec<Span> = kept.iter().map(|entry| entry.text).collect();
        let writer = self.writer()?;
        let mut written = Ok(());
        texts.each(&spans, |at, text| {
            if written.is_ok() {
                written = writer.text(text).map(|span| kept[at].text = span);
            }
        })?;
        Ok(written?)
    }

    /// Ends the index and puts it in its place. Where that fails it is still read, without a name.
    pub fn finish(mut self, entries: &[Entry], looked: i64) -> Result<Texts, Trouble> {
        self.writer()?;
        let Some(writer) = self.writer else { return Err(Trouble::Unwritable) };
        Ok(match writer.finish(entries, looked)? {
            Out::Memory(bytes) => Texts::memory(bytes),
            Out::File(file) => {
                let file = file.into_inner().map_err(io::IntoInnerError::into_error)?;
                Texts::File(file.persist(&self.path).unwrap_or_else(|error| error.file.into_file()))
            }
        })
    }

    fn writer(&mut self) -> Result<&mut index::Writer<Out>, Trouble> {
        if self.writer.is_none() {
            let out = if self.may_write {
                Out::File(BufWriter::new(self.begin()?))
            } else {
                Out::Memory(Vec::new())
            };
            self.writer = Some(index::Writer::new(out)?);
        }
        self.writer.as_mut().ok_or(Trouble::Unwritable)
    }

    /// What a crash left of an earlier draft goes: it holds what the playbooks say.
    fn begin(&self) -> Result<NamedTempFile, Trouble> {
        let folder = self.data.playbooks();
        self.data.prepare(&folder).map_err(|_| Trouble::Unwritable)?;
        atomic::sweep(&folder);
        Ok(atomic::begin(&folder)?)
    }
}

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::File(file) => file.write(bytes),
            Self::Memory(memory) => memory.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::File(file) => file.flush(),
            Self::Memory(_) => Ok(()),
        }
    }
}

impl From<io::Error> for Trouble {
    fn from(_: io::Error) -> Self {
        Self::Unwritable
    }
}
