//! The command line: results on standard output, words about the work on standard error.

mod args;
mod compare;
mod desk;
mod failure;
mod import;
mod packaging;
mod picture;
mod plan;
mod playbooks;
mod script;
mod sessions;
mod shell;
mod start;

use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use clap::Parser;

use args::{Cli, Command};
pub use failure::CliFailure;
use shell::Shell;

/// Parses the command line, does the work, and prints what failed, once.
pub fn main() -> ExitCode {
    mind_file_limits();
    match run(Cli::parse()) {
        Ok(code) => ExitCode::from(code),
        Err(failure) => failure.report(),
    }
}

fn run(cli: Cli) -> Result<u8, CliFailure> {
    // Packagers call for completions and the manual where no home is.
    let shell = || Shell::new(&cli.global);
    match cli.command {
        None => start::home(shell()?),
        Some(Command::New { playbook, region }) => start::new(shell()?, playbook, region),
        Some(Command::Open { session }) => start::open(shell()?, session),
        Some(Command::Plan { session, json }) => plan::run(&shell()?, &session, json),
        Some(Command::Script(args)) => script::run(&shell()?, &args),
        Some(Command::Compare(args)) => compare::run(&shell()?, &args),
        Some(Command::Sessions { command }) => sessions::run(&shell()?, command),
        Some(Command::Playbooks { command }) => playbooks::run(&shell()?, command),
        Some(Command::Completions { shell: name }) => packaging::completions(name),
        Some(Command::Man) => packaging::man(),
        Some(Command::Picture { screen }) => picture::run(&shell()?, screen),
    }
}

/// Makes a file that outgrows its limit an error to be told, where the signal would kill the program.
fn mind_file_limits() {
    #[cfg(unix)]
    let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, Arc::new(AtomicBool::new(false)));
}
