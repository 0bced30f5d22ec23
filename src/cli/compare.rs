//! `compare`: what each package is worth, on standard output or in a file.

use super::args::{CompareArgs, OffersFormat};
use super::desk::Desk;
use super::failure::CliFailure;
use super::shell::{Shell, note, print};
use crate::domain::compare::Inputs;
use crate::export::{self, OffersView};
use crate::store::atomic::{Overwrite, write_new};

pub fn run(shell: &Shell, args: &CompareArgs) -> Result<u8, CliFailure> {
    let desk = Desk::load(shell, &args.session)?;
    let plan = desk.plan(shell)?;
    let inputs = Inputs { playbook: &desk.playbook, session: &desk.session, plan: &plan, today: shell.today };
    let format = if args.json { OffersFormat::Json } else { args.format };
    let view = || OffersView::of(&inputs, args.sort).map_err(|problem| desk.locate(problem));
    let text = match format {
        OffersFormat::Text => export::offers_text(&view()?),
        OffersFormat::Markdown => export::offers_markdown(&view()?),
        OffersFormat::Html => export::offers_html(&view()?),
        OffersFormat::Json => format!("{:#}\n", export::offers_json(&view()?)),
        OffersFormat::Ics => export::offers_calendar(&inputs),
    };
    match &args.output {
        None => print(&text)?,
        Some(path) => {
            let overwrite = if args.force { Overwrite::Replace } else { Overwrite::Refuse };
            write_new(path, text.as_bytes(), overwrite, &desk.files())?;
            note(&format!("Written to {}; only you can read it.", path.display()));
        }
    }
    Ok(0)
}
