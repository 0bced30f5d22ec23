//! One guide, for someone who looks at it.

use std::io;

use super::ask::Asker;
use super::convert::{Importer, convert};
use super::origin::Origin;
use super::put::{Made, put};
use super::refused::Refused;
use super::tally::Tally;
use super::{Output, page};
use crate::cli::failure::CliFailure;
use crate::cli::shell::{Shell, note, print, print_json};
use crate::store::Binder;
use crate::store::binder::Sheet;

pub fn run(
    shell: &Shell,
    origin: Result<Origin, Box<Refused>>,
    output: &Output,
    replace: bool,
    importer: Importer,
) -> Result<u8, CliFailure> {
    let library = shell.library.binder();
    let binder = if let Output::Binder(binder) = output { binder } else { &library };
    let converted = origin.and_then(|origin| Ok((convert(&origin, binder, importer)?, origin)));
    let (converted, origin) = match converted {
        Ok(converted) => converted,
        Err(refused) => {
            note(&refused.page);
            return Ok(3);
        }
    };
    if let Output::Json = output {
        print_json(&converted.json(&origin).map_err(io::Error::other)?)?;
        return Ok(0);
    }
    let page = page::page(&converted, page::width());
    if !page.is_empty() {
        note(&format!("{page}\n"));
    }
    if let Output::Text = output {
        print(&converted.sheet.text)?;
        return Ok(0);
    }
    let mut tally = Tally::default();
    let made = [Made { origin, sheet: converted.sheet }];
    put(binder, &made, &mut Asker::new(replace), &mut tally)?;
    let [Made { sheet, .. }] = &made;
    note(&words(shell, binder, sheet, &tally));
    Ok(tally.code())
}

fn words(shell: &Shell, binder: &Binder, sheet: &Sheet, tally: &Tally) -> String {
    let Sheet { id, path, .. } = sheet;
    let path = path.display();
    if let Some(failed) = tally.failed.first() {
        return failed.clone();
    }
    if !tally.left.is_empty() {
        return format!("{path} exists already and differs; it was left.\nReplace it with --replace.");
    }
    if tally.unchanged > 0 {
        return format!("{path} says the same already.");
    }
    let done = if tally.replaced > 0 { "Replaced" } else { "Imported as" };
    let built_in = matches!(binder, Binder::Library(_)) && shell.library.is_built_in(id);
    let stands_in = if built_in { " It takes the place of the built-in one." } else { "" };
    format!("{done} {id}: {path}.{stands_in}")
}
