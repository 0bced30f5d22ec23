//! What every command needs: where data lies, what day it is, how to print.

use std::io::{self, Write};

use jiff::Zoned;
use jiff::civil::Date;

use super::args::Global;
use super::failure::CliFailure;
use crate::domain::text;
use crate::store::{DataDir, Library, Sessions};

/// The surroundings of a command.
#[derive(Debug)]
pub struct Shell {
    pub data: DataDir,
    pub sessions: Sessions,
    pub library: Library,
    pub today: Date,
    pub is_plain: bool,
    pub no_color: bool,
}

impl Shell {
    pub fn new(global: &Global) -> Result<Self, CliFailure> {
        let data = DataDir::resolve(global.data_dir.as_deref())?;
        Ok(Self {
            sessions: Sessions::new(data.clone()),
            library: Library::new(data.clone()),
            data,
            today: global.today.unwrap_or_else(|| Zoned::now().date()),
            is_plain: global.plain,
            no_color: global.no_color,
        })
    }
}

/// Prints a result.
pub fn print(text: &str) -> Result<(), CliFailure> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    if !text.ends_with('\n') {
        out.write_all(b"\n")?;
    }
    Ok(out.flush()?)
}

pub fn print_json(value: &serde_json::Value) -> Result<(), CliFailure> {
    print(&format!("{value:#}"))
}

/// Says something about the work; names of files in it must not drive the terminal.
pub fn note(text: &str) {
    let _ = writeln!(io::stderr().lock(), "{}", text::clean(text));
}
