//! The user's editor: the terminal is lent to it until it ends.

use std::env;
use std::io::ErrorKind;
use std::path::Path;
use std::process::Command;

use super::terminal;

/// What is tried where the user named no editor.
const USUAL: [&str; 2] = ["vi", "nano"];

/// Lets the user edit a file; where that did not work, the sentence why, with the file's place.
pub fn edit(path: &Path) -> Option<String> {
    let named = ["VISUAL", "EDITOR"].into_iter().filter_map(|name| env::var(name).ok());
    let named = named.map(|value| words(&value)).find(|words| !words.is_empty());
    let Some(editor) = named.or_else(usual) else {
        return Some(format!(
            "No editor was found: name yours in the variable EDITOR, such as nano. The file: {}",
            path.display()
        ));
    };
    let (program, arguments) = editor.split_first()?;
    let outcome = terminal::lend(|| Command::new(program).args(arguments).arg(path).status());
    match outcome {
        Ok(status) if status.success() => None,
        Ok(status) => Some(format!("{program} ended with {status}. The file is kept: {}", path.display())),
        Err(error) => {
            let why = match error.kind() {
                ErrorKind::NotFound => "there is no such program".to_owned(),
                _ => error.to_string().to_lowercase(),
            };
            Some(format!("{program} could not be started: {why}. The file is kept: {}", path.display()))
        }
    }
}

/// An editor with its arguments, as it stands in a variable.
fn words(value: &str) -> Vec<String> {
    value.split_whitespace().map(str::to_owned).collect()
}

fn usual() -> Option<Vec<String>> {
    let folders = env::var_os("PATH")?;
    let is_there = |name: &&str| env::split_paths(&folders).any(|folder| folder.join(name).is_file());
    USUAL.into_iter().find(is_there).map(words)
}
