//! One guide: read, understood, and made into the text of a playbook's file.

use std::panic;
use std::path::Path;

use serde_json::{Value, json};

use super::origin::Origin;
use super::refused::Refused;
use crate::import::{Import, Refusal, Report};
use crate::store::binder::Sheet;
use crate::store::{Binder, Failure};

/// Reads a guide's text; the second argument is its file's name.
pub type Importer = fn(&str) -> Result<Import, Refusal>;

/// A guide that became a playbook.
#[derive(Debug)]
pub struct Converted {
    /// The guide's text, in whose lines the report counts.
    pub guide: String,
    pub import: Import,
    pub sheet: Sheet,
}

/// Reads a guide and makes the playbook that would go into the binder; nothing is written.
pub fn convert(origin: &Origin, binder: &Binder, importer: Importer) -> Result<Converted, Box<Refused>> {
    let path = origin.path();
    let guide = origin.read().map_err(|failure| Refused::of_failure(path, &failure))?;
    let read = panic::catch_unwind(|| importer(&guide.text));
    let mut import = read
        .unwrap_or_else(|_| Err(broken()))
        .map_err(|refusal| Refused::of_refusal(path, &guide.text, refusal))?;
    for note in guide.notes {
        import.report.warn(note.code, note.line, note.message);
    }
    import.report.warnings.sort_by_key(|warning| warning.line);
    match binder.sheet(&import.playbook) {
        Ok(sheet) => Ok(Converted { guide: guide.text, import, sheet }),
        Err(failure) => Err(unsound(path, &guide.text, &failure, &import.report).into()),
    }
}

impl Converted {
    /// How many things the reader of the guide should look at.
    pub fn doubts(&self) -> usize {
        self.import.report.warnings.len() + self.import.report.not_understood.len()
    }

    /// The playbook with how it was read.
    pub fn json(&self, origin: &Origin) -> Result<Value, serde_json::Error> {
        let Report { warnings, not_understood, lines } = &self.import.report;
        let warnings: Vec<Value> = warnings
            .iter()
            .map(|warning| json!({"code": warning.code, "line": warning.line, "message": warning.message}))
            .collect();
        let unread: Vec<Value> =
            not_understood.iter().map(|unread| json!({"line": unread.line, "text": unread.text})).collect();
        let mut value = serde_json::to_value(&self.import.playbook)?;
        value["import"] = json!({
            "path": origin.to_string(),
            "warnings": warnings,
            "not_understood": unread,
            "lines": lines,
        });
        Ok(value)
    }
}

/// A guide that our own reader stumbled over must not take the others down.
fn broken() -> Refusal {
    Refusal {
        code: "reader-failed",
        line: 1,
        message: "This program failed at reading the guide.".to_owned(),
        hint: Some("That is a fault of the program, not of the guide: please report it.".to_owned()),
    }
}

/// A playbook that could not be read again, told at the guide's line that its value came from.
fn unsound(path: &Path, guide: &str, failure: &Failure, report: &Report) -> Refused {
    let Failure::Invalid(invalid) = failure else { return Refused::of_failure(path, failure) };
    let Some(fault) = invalid.faults.first() else { return Refused::of_failure(path, failure) };
    let problem = &fault.problem;
    let place = if problem.at.is_empty() { String::new() } else { format!(" at {}", problem.at) };
    let refusal = Refusal {
        code: problem.code,
        line: line_of(&problem.at, report),
        message: format!("What was understood is no sound playbook{place}: {}", problem.message),
        hint: problem.hint.clone(),
    };
    Refused::of_refusal(path, guide, refusal)
}

/// The guide's line of a value, or of the nearest thing around it; else the first.
fn line_of(at: &str, report: &Report) -> usize {
    let ends = at.match_indices(['.', '[']).map(|(end, _)| &at[..end]);
    let mut around: Vec<&str> = ends.chain([at]).collect();
    around.reverse();
    around.into_iter().find_map(|path| report.lines.get(path).copied()).unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;
    use crate::cli::import::fake;

    fn converted(text: impl AsRef<[u8]>) -> Result<Converted, Box<Refused>> {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("guide.md");
        std::fs::write(&path, text).unwrap();
        convert(&Origin::File(path), &Binder::Folder(PathBuf::from("out")), fake::read)
    }

    #[test]
    fn a_guide_becomes_a_sheet_and_what_was_changed_is_told() {
        let converted = converted(fake::utf16("acme/engineer\nAcme\n?odd")).unwrap();
        assert_eq!(converted.sheet.path, PathBuf::from("out/acme/engineer.yaml"));
        let codes: Vec<_> = converted.import.report.warnings.iter().map(|warning| warning.code).collect();
        assert_eq!((codes, converted.doubts()), (vec!["utf-16", "odd"], 2));
        let json = converted.json(&Origin::Input).unwrap();
        assert_eq!(
            (&json["id"], &json["import"]["path"]),
            (&json!("acme/engineer"), &json!("standard input"))
        );
        assert_eq!(json["import"]["warnings"][1], json!({"code": "odd", "line": 3, "message": "?odd"}));
        assert_eq!(json["import"]["lines"], json!({"company": 2, "id": 1}));
        assert_eq!(json["import"]["not_understood"], json!([]));
    }

    #[test]
    fn what_the_store_would_refuse_is_told_at_the_guides_line() {
        let refused = converted("acme/engineer\n\u{20}\n").unwrap_err();
        assert_eq!((refused.code, refused.line), ("empty", Some(2)));
        assert!(refused.message.contains("at company: "), "{}", refused.message);
        let refused = converted("../acme\nAcme\n").unwrap_err();
        assert_eq!((refused.code, refused.line), ("id-invalid", Some(1)));
        assert!(refused.page.contains("guide.md:1:1"), "{}", refused.page);
    }

    #[test]
    fn refusals_and_failures_of_the_importer_are_told() {
        let refused = converted("no guide").unwrap_err();
        assert_eq!((refused.code, refused.line), ("not-a-guide", Some(1)));
        assert!(refused.in_a_line().ends_with("guide.md:1: This is no guide. Try another."), "{refused:?}");
        assert_eq!(converted("panic").unwrap_err().code, "reader-failed");
        assert_eq!(converted("").unwrap_err().code, "empty");
    }

    #[test]
    fn the_nearest_line_around_a_value_counts() {
        let mut report = Report::default();
        report.place("bands[0]", 5);
        report.place("bands[0].base", 6);
        for (at, line) in
            [("bands[0].base.low", 6), ("bands[0].total", 5), ("bands[0]", 5), ("levers[1].id", 1), ("", 1)]
        {
            assert_eq!(line_of(at, &report), line, "{at}");
        }
    }
}
