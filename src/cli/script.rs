//! `script`: the personalised script, on standard output or in a file.

use super::args::{Format, ScriptArgs};
use super::desk::Desk;
use super::failure::CliFailure;
use super::shell::{Shell, note, print};
use crate::export::{self, ExportHead};
use crate::script;
use crate::store::atomic::{Overwrite, write_new};

pub fn run(shell: &Shell, args: &ScriptArgs) -> Result<u8, CliFailure> {
    let desk = Desk::load(shell, &args.session)?;
    let plan = desk.plan(shell)?;
    let script = script::assemble(&desk.playbook, &desk.session, &plan, shell.today)
        .map_err(|problem| desk.locate_in_playbook(problem))?;
    let head = ExportHead::of(&desk.playbook, &desk.session, &plan, shell.today);
    let text = match args.format {
        Format::Text => export::text(&script, &head),
        Format::Markdown => export::markdown(&script, &head),
        Format::Html => export::html(&script, &head),
        Format::Json => format!("{:#}\n", export::json(&script, &head)),
    };
    match &args.output {
        None => print(&text)?,
        Some(path) => {
            let overwrite = if args.force { Overwrite::Replace } else { Overwrite::Refuse };
            write_new(path, text.as_bytes(), overwrite, &desk.files())?;
            note(&format!("Written to {}; only you can read it.", path.display()));
        }
    }
    for left in &script.left_out {
        note(&format!("Left out: {}: {}", left.name, left.why));
    }
    for lint in &script.lints {
        note(&format!("Look again at {}: {}", lint.passage, lint.message));
    }
    Ok(0)
}
