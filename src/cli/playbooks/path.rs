//! `playbooks path`: where playbooks are.

use crate::cli::failure::CliFailure;
use crate::cli::shell::{Shell, note, print};
use crate::store::library::{Loaded, Source};

pub fn run(shell: &Shell, playbook: Option<&str>) -> Result<(), CliFailure> {
    let Some(id) = playbook else { return print(&shell.data.playbooks().display().to_string()) };
    match shell.library.load(id, None)? {
        Loaded { source: Source::Own(path), .. } => print(&path.display().to_string()),
        Loaded { source: Source::BuiltIn, .. } => {
            note("It is built in. A file of your own at this path takes its place:");
            print(&shell.library.place(id).display().to_string())
        }
    }
}
