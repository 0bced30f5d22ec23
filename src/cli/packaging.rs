//! Completions and the manual page, from the one definition of the command line.

use std::io;

use clap::CommandFactory;
use clap_complete::Shell;

use super::args::Cli;
use super::failure::CliFailure;

pub fn completions(shell: Shell) -> Result<u8, CliFailure> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "negotiate-up", &mut script);
    io::Write::write_all(&mut io::stdout().lock(), &script)?;
    Ok(0)
}

pub fn man() -> Result<u8, CliFailure> {
    let mut page = Vec::new();
    clap_mangen::Man::new(Cli::command()).render(&mut page)?;
    io::Write::write_all(&mut io::stdout().lock(), &page)?;
    Ok(0)
}
