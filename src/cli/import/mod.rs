//! `playbooks import`: guides in Markdown become playbooks, each on its own.

mod ask;
mod convert;
mod each;
#[cfg(test)]
mod fake;
mod many;
mod origin;
mod page;
mod progress;
mod put;
mod refused;
mod single;
mod tally;

use std::path::Path;

use self::origin::Origin;
use super::args::ImportArgs;
use super::failure::CliFailure;
use super::shell::Shell;
use crate::import;
use crate::store::Binder;

/// Where the playbooks go.
#[derive(Debug)]
enum Output {
    Json,
    /// One playbook's file on standard output.
    Text,
    Binder(Binder),
}

pub fn run(shell: &Shell, args: &ImportArgs) -> Result<u8, CliFailure> {
    let is_single = matches!(&args.paths[..], [path] if !path.is_dir());
    let output = Output::of(shell, args, is_single)?;
    let mut origins = Origin::find(&args.paths);
    match origins.pop() {
        Some(origin) if is_single => single::run(shell, origin, &output, args.replace, import::read),
        last => {
            origins.extend(last);
            many::run(shell, &origins, &output, args.replace, import::read)
        }
    }
}

impl Output {
    fn of(shell: &Shell, args: &ImportArgs, is_single: bool) -> Result<Self, CliFailure> {
        let usage = |words: &str| Err(CliFailure::Usage(words.to_owned()));
        match &args.output {
            _ if args.json => Ok(Self::Json),
            None => Ok(Self::Binder(shell.library.binder())),
            Some(path) if origin::is_input(path) && is_single => Ok(Self::Text),
            Some(path) if origin::is_input(path) => {
                usage("Standard output holds one playbook: name one guide, or use --json for several.")
            }
            Some(path) if is_folder(path) => Ok(Self::Binder(Binder::Folder(path.clone()))),
            Some(path) if is_single => Ok(Self::Binder(Binder::File(path.clone()))),
            Some(_) => usage(
                "A file holds one playbook: name one guide, or a folder for several, with a slash at its \
                 end, such as -o playbooks/.",
            ),
        }
    }
}

/// Whether an output is meant as a folder: by its last character, or because it is one.
fn is_folder(path: &Path) -> bool {
    path.is_dir() || path.to_string_lossy().ends_with(std::path::is_separator)
}
