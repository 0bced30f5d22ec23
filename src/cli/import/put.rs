//! Playbooks put into a binder, none over another without a yes.

use std::io::{self, BufRead, Write};

use super::ask::Asker;
use super::origin::Origin;
use super::tally::Tally;
use crate::store::atomic::Overwrite;
use crate::store::binder::{Put, Sheet, Standing};
use crate::store::{Binder, Failure};

/// A guide that became a playbook, with nothing of its text.
#[derive(Debug)]
pub struct Made {
    pub origin: Origin,
    pub sheet: Sheet,
}

/// Puts each playbook at its place and counts what happened; ids are different from one another.
pub fn put<R: BufRead, W: Write>(
    binder: &Binder,
    made: &[Made],
    asker: &mut Asker<R, W>,
    tally: &mut Tally,
) -> io::Result<()> {
    let standing: Vec<Standing> = made.iter().map(|made| made.sheet.standing()).collect();
    let taken = made.iter().zip(&standing).filter(|(_, standing)| **standing == Standing::Other);
    let ids: Vec<&str> = taken.map(|(made, _)| made.sheet.id.as_str()).collect();
    let mut may_replace = asker.decide(&ids)?.into_iter();
    let mut chosen = Vec::new();
    let mut puts = Vec::new();
    for (made, standing) in made.iter().zip(standing) {
        let overwrite = match standing {
            Standing::Same => {
                tally.unchanged += 1;
                continue;
            }
            Standing::Free => Overwrite::Refuse,
            Standing::Other if may_replace.next() == Some(true) => Overwrite::Replace,
            Standing::Other => {
                tally.left.push(left(made, &Failure::Exists { path: made.sheet.path.clone() }));
                continue;
            }
        };
        puts.push(Put { sheet: &made.sheet, overwrite, input: made.origin.file() });
        chosen.push(made);
    }
    for ((made, put), outcome) in chosen.iter().zip(&puts).zip(binder.put(&puts)) {
        match outcome {
            Ok(()) if put.overwrite == Overwrite::Replace => tally.replaced += 1,
            Ok(()) => tally.imported += 1,
            Err(failure @ Failure::Exists { .. }) => tally.left.push(left(made, &failure)),
            Err(failure) => {
                let hint = failure.hint().map(|hint| format!(" {hint}")).unwrap_or_default();
                tally.failed.push(format!("{}: {failure}{hint}", made.origin));
            }
        }
    }
    Ok(())
}

fn left(made: &Made, failure: &Failure) -> String {
    format!("{}: {failure}", made.origin)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::cli::import::{convert, fake};

    fn made(binder: &Binder, dir: &std::path::Path, id: &str, company: &str) -> Made {
        let path = dir.join(format!("{}.md", id.replace('/', "-")));
        fs::write(&path, format!("{id}\n{company}\n")).unwrap();
        let origin = Origin::File(path);
        let sheet = convert::convert(&origin, binder, fake::read).unwrap().sheet;
        Made { origin, sheet }
    }

    fn run(binder: &Binder, made: &[Made], typed: Option<&str>) -> (Tally, String) {
        let mut tally = Tally::default();
        let mut asker = match typed {
            Some(typed) => Asker::Ask { answers: typed.as_bytes(), questions: Vec::new() },
            None => Asker::Leave,
        };
        put(binder, made, &mut asker, &mut tally).unwrap();
        let said = match asker {
            Asker::Ask { questions, .. } => String::from_utf8(questions).unwrap(),
            _ => String::new(),
        };
        (tally, said)
    }

    #[test]
    fn nothing_is_replaced_without_a_yes() {
        let dir = tempfile::tempdir().unwrap();
        let binder = Binder::Folder(dir.path().join("out"));
        let mut all =
            vec![made(&binder, dir.path(), "a/x", "Acme"), made(&binder, dir.path(), "b/x", "Boku")];
        let (tally, _) = run(&binder, &all, None);
        assert_eq!((tally.imported, tally.code()), (2, 0));
        all[0] = made(&binder, dir.path(), "a/x", "Other");
        let old = fs::read(&all[0].sheet.path).unwrap();
        let (tally, _) = run(&binder, &all, None);
        assert_eq!((tally.unchanged, tally.left.len(), tally.code()), (1, 1, 1));
        assert!(
            tally.left[0].contains("a-x.md: ") && tally.left[0].ends_with("exists already."),
            "{tally:?}"
        );
        let (tally, asked) = run(&binder, &all, Some("n\n"));
        assert_eq!((tally.left.len(), asked.as_str()), (1, "a/x is there and differs. Replace it? [y/N] "));
        assert_eq!(fs::read(&all[0].sheet.path).unwrap(), old);
        let (tally, _) = run(&binder, &all, Some("y\n"));
        assert_eq!((tally.replaced, tally.unchanged, tally.code()), (1, 1, 0));
        assert_ne!(fs::read(&all[0].sheet.path).unwrap(), old);
    }

    #[test]
    fn a_playbook_that_cannot_be_written_is_told_and_the_others_go_on() {
        let dir = tempfile::tempdir().unwrap();
        let binder = Binder::Folder(dir.path().to_owned());
        fs::write(dir.path().join("a"), "in the way").unwrap();
        let all = [made(&binder, dir.path(), "a/x", "Acme"), made(&binder, dir.path(), "b/x", "Boku")];
        let (tally, _) = run(&binder, &all, None);
        assert_eq!((tally.imported, tally.failed.len(), tally.code()), (1, 1, 1));
        assert!(tally.failed[0].contains("a-x.md: Could not"), "{tally:?}");
    }

    #[test]
    fn a_guide_is_never_replaced_by_its_own_playbook() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a-x.md");
        let binder = Binder::File(path.clone());
        let made = made(&binder, dir.path(), "a/x", "Acme");
        let (tally, _) = run(&binder, &[made], Some("y\n"));
        assert!(tally.failed[0].contains("are the same file"), "{tally:?}");
        assert_eq!(fs::read(path).unwrap(), b"a/x\nAcme\n");
    }
}
