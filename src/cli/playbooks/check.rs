//! `playbooks check`: what is wrong in playbooks, and what is odd, each in its place.

use std::path::PathBuf;

use serde_json::{Value, json};

use crate::cli::failure::CliFailure;
use crate::cli::shell::{Shell, note, print, print_json};
use crate::domain::catalog::age;
use crate::domain::check;
use crate::domain::problem::Problem;
use crate::script::{self, Severity};
use crate::store::library::Loaded;
use crate::store::{Failure, Invalid, Located};

/// What a check of one playbook came to.
#[derive(Debug)]
enum Report {
    /// What is odd about a sound one.
    Sound(Invalid),
    /// The errors, and what else is odd.
    Wrong(Failure, Option<Invalid>),
}

/// Checks each on its own; the worst decides the exit code.
pub fn run(shell: &Shell, playbooks: &[String], json: bool) -> Result<u8, CliFailure> {
    let mut worst = 0;
    let mut rows = Vec::new();
    for name in playbooks {
        let report = Report::of(shell, name);
        if json {
            rows.extend(report.rows(name));
        } else {
            report.tell(name)?;
        }
        if let Report::Wrong(failure, _) = report {
            worst = worst.max(CliFailure::Store(failure).code());
        }
    }
    if json {
        print_json(&Value::Array(rows))?;
    }
    Ok(worst)
}

impl Report {
    fn of(shell: &Shell, name: &str) -> Self {
        let Loaded { playbook, text, path, .. } = match shell.library.load(name, None) {
            Ok(loaded) => loaded,
            Err(failure) => return Self::Wrong(failure, None),
        };
        let (errors, idle): (Vec<_>, Vec<_>) =
            script::check(&playbook).into_iter().partition(|finding| finding.severity == Severity::Error);
        let problems = |found: Vec<script::Finding>| found.into_iter().map(|finding| finding.problem);
        let odd: Vec<Problem> = check::playbook_warnings(&playbook)
            .into_iter()
            .chain(problems(idle))
            .chain(age::warning(&playbook, shell.today))
            .collect();
        let odd = Invalid::of_problems(&path, &text, odd);
        if errors.is_empty() {
            Self::Sound(odd)
        } else {
            let wrong = Invalid::of_problems(&path, &text, problems(errors).collect());
            Self::Wrong(wrong.into(), Some(odd))
        }
    }

    fn odd(&self) -> Option<&Invalid> {
        match self {
            Self::Sound(odd) | Self::Wrong(_, Some(odd)) => Some(odd),
            Self::Wrong(_, None) => None,
        }
    }

    /// The result on standard output, the places on standard error.
    fn tell(&self, name: &str) -> Result<(), CliFailure> {
        if let Self::Wrong(failure, _) = self {
            note(&failure.render());
        }
        let odd = self.odd().filter(|odd| !odd.faults.is_empty());
        if let Some(odd) = odd {
            note(&odd.render_warnings());
        }
        match (self, odd.map_or(0, |odd| odd.faults.len())) {
            (Self::Wrong(..), _) => Ok(()),
            (Self::Sound(_), 0) => print(&format!("{name}: sound")),
            (Self::Sound(_), count) => print(&format!("{name}: sound, {count} to look at")),
        }
    }

    /// Every finding as an object.
    fn rows(&self, name: &str) -> Vec<Value> {
        let mut rows = Vec::new();
        match self {
            Self::Wrong(Failure::Invalid(wrong), _) => rows.extend(findings(wrong, "error")),
            Self::Wrong(failure, _) => rows.push(json!({
                "file": name, "line": null, "column": null, "severity": "error", "code": "unreadable",
                "message": failure.to_string(), "hint": failure.hint(),
            })),
            Self::Sound(_) => {}
        }
        rows.extend(self.odd().into_iter().flat_map(|odd| findings(odd, "warning")));
        rows
    }
}

fn findings<'a>(invalid: &'a Invalid, severity: &'static str) -> impl Iterator<Item = Value> + use<'a> {
    let file: &PathBuf = &invalid.path;
    invalid.faults.iter().map(move |Located { problem, place }| {
        json!({
            "file": file.display().to_string(),
            "line": place.as_ref().map(|place| place.line),
            "column": place.as_ref().map(|place| place.column),
            "severity": severity,
            "code": problem.code,
            "message": problem.message,
            "hint": problem.hint,
        })
    })
}
