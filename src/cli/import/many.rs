//! Folders and rows of guides: a bad one never stops the others, and a sum ends the run.

use std::collections::HashMap;
use std::io;

use super::Output;
use super::ask::Asker;
use super::convert::{Converted, Importer, convert};
use super::each::each;
use super::origin::Origin;
use super::progress::Progress;
use super::put::{Made, put};
use super::refused::Refused;
use super::tally::Tally;
use crate::cli::failure::CliFailure;
use crate::cli::shell::{Shell, note, print};
use crate::store::Binder;

/// A guide that was found, or why it was not.
type Named = Result<Origin, Box<Refused>>;

pub fn run(
    shell: &Shell,
    named: &[Named],
    output: &Output,
    replace: bool,
    importer: Importer,
) -> Result<u8, CliFailure> {
    let Output::Binder(binder) = output else { return json_lines(shell, named, importer) };
    let mut progress = Progress::new(shell, named.len());
    let mut tally = Tally::default();
    let mut made: Vec<Made> = Vec::new();
    let mut by_id: HashMap<String, usize> = HashMap::new();
    let work = |named: &Named| {
        let origin = named.clone()?;
        let converted = convert(&origin, binder, importer)?;
        Ok((converted.doubts(), Made { origin, sheet: converted.sheet }))
    };
    let take = |result: Result<(usize, Made), Box<Refused>>| {
        progress.advance();
        match result {
            Err(refused) => tally.refused.push(*refused),
            Ok((doubts, one)) => {
                if let Some(&first) = by_id.get(&one.sheet.id) {
                    tally.refused.push(twice(&one, &made[first]));
                } else {
                    by_id.insert(one.sheet.id.clone(), made.len());
                    made.push(one);
                    tally.doubtful += usize::from(doubts > 0);
                }
            }
        }
        Ok(())
    };
    each(named, work, take)?;
    progress.end();
    put(binder, &made, &mut Asker::new(replace), &mut tally)?;
    note(&tally.words());
    Ok(tally.code())
}

/// Prints an object for each guide, as soon as those before it are told.
fn json_lines(shell: &Shell, named: &[Named], importer: Importer) -> Result<u8, CliFailure> {
    let binder: Binder = shell.library.binder();
    let mut code = 0;
    let work = |named: &Named| {
        let origin = named.clone()?;
        let converted: Converted = convert(&origin, &binder, importer)?;
        Ok(converted.json(&origin).map(|json| json.to_string()))
    };
    let take = |result: Result<Result<String, serde_json::Error>, Box<Refused>>| match result {
        Ok(json) => print(&json.map_err(io::Error::other)?),
        Err(refused) => {
            code = 3;
            print(&refused.json().to_string())
        }
    };
    each(named, work, take)?;
    Ok(code)
}

/// A guide whose id another guide of the same run has taken.
fn twice(second: &Made, first: &Made) -> Refused {
    let message = format!("It gives the id {}, as {} does.", second.sheet.id, first.origin);
    let hint =
        "Only the first is taken in: change the title of one of them, or import them apart.".to_owned();
    Refused {
        path: second.origin.to_string(),
        code: "id-twice",
        line: Some(1),
        page: format!("{message}\n{hint}"),
        message,
        hint: Some(hint),
    }
}
