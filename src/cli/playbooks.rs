//! `playbooks`: list, show, check, import, path, schema.

use serde_json::json;

use super::args::PlaybooksCommand;
use super::failure::CliFailure;
use super::shell::{Shell, note, print, print_json};
use crate::domain::check;
use crate::domain::money::{Range, RateRange, show};
use crate::domain::playbook::{Band, Playbook};
use crate::domain::problem::Problem;
use crate::script::{self, Severity};
use crate::store::library::{Loaded, Source};
use crate::store::yaml::place_all;
use crate::store::{Failure, Invalid};

pub fn run(shell: &Shell, command: Option<PlaybooksCommand>) -> Result<u8, CliFailure> {
    match command.unwrap_or(PlaybooksCommand::List { json: false }) {
        PlaybooksCommand::List { json } => list(shell, json)?,
        PlaybooksCommand::Show { playbook, json } => {
            let playbook = shell.library.load(&playbook, None)?.playbook;
            if json {
                let value = serde_json::to_value(&playbook).map_err(std::io::Error::other)?;
                print_json(&value)?;
            } else {
                print(&page(&playbook))?;
            }
        }
        PlaybooksCommand::Import(args) => return super::import::run(shell, &args),
        PlaybooksCommand::Check { playbooks } => return check_all(shell, &playbooks),
        PlaybooksCommand::Path { playbook: Some(id) } => match shell.library.load(&id, None)? {
            Loaded { source: Source::Own(path), .. } => print(&path.display().to_string())?,
            Loaded { source: Source::BuiltIn, .. } => {
                note("It is built in. A file of your own at this path takes its place:");
                print(&shell.library.place(&id).display().to_string())?;
            }
        },
        PlaybooksCommand::Path { playbook: None } => print(&shell.data.playbooks().display().to_string())?,
        PlaybooksCommand::Schema => print_json(&crate::store::schema::playbook())?,
    }
    Ok(0)
}

fn list(shell: &Shell, json: bool) -> Result<(), CliFailure> {
    let entries = shell.library.entries()?;
    let place = |source: &Source| match source {
        Source::BuiltIn => "built in".to_owned(),
        Source::Own(path) => path.display().to_string(),
    };
    if json {
        let rows: Vec<_> = entries
            .iter()
            .map(|entry| {
                json!({"id": entry.id, "company": entry.company, "role": entry.role,
                       "source": place(&entry.source), "damaged": entry.damaged})
            })
            .collect();
        return print_json(&json!(rows));
    }
    for entry in entries {
        let damaged = entry.damaged.map(|why| format!("  damaged: {why}")).unwrap_or_default();
        let source = if entry.source == Source::BuiltIn { "built in" } else { "your own" };
        print(&format!("{:<44} {}, {}  ({source}){damaged}", entry.id, entry.company, entry.role))?;
    }
    Ok(())
}

/// Checks each on its own; the worst decides the exit code.
fn check_all(shell: &Shell, playbooks: &[String]) -> Result<u8, CliFailure> {
    let mut worst = 0;
    for name in playbooks {
        match check(shell, name) {
            Ok(warnings) => {
                let words =
                    if warnings == 0 { "sound".to_owned() } else { format!("sound, {warnings} to look at") };
                print(&format!("{name}: {words}"))?;
            }
            Err(failure) => {
                note(&failure.render());
                worst = worst.max(CliFailure::Store(failure).code());
            }
        }
    }
    Ok(worst)
}

/// The number of warnings of a sound playbook; each is shown in its place.
fn check(shell: &Shell, name: &str) -> Result<usize, Failure> {
    let Loaded { playbook, text, path, .. } = shell.library.load(name, None)?;
    let findings = script::check(&playbook);
    let (errors, warnings): (Vec<_>, Vec<_>) =
        findings.into_iter().partition(|finding| finding.severity == Severity::Error);
    let problems = |findings: Vec<script::Finding>| findings.into_iter().map(|finding| finding.problem);
    if !errors.is_empty() {
        let faults = place_all(&text, problems(errors).collect());
        return Err(Invalid::new(&path, &text, faults).into());
    }
    let warnings: Vec<Problem> =
        check::playbook_warnings(&playbook).into_iter().chain(problems(warnings)).collect();
    let count = warnings.len();
    for located in place_all(&text, warnings) {
        let place =
            located.place.map(|place| format!(":{}:{}", place.line, place.column)).unwrap_or_default();
        note(&format!("{}{place}: {}", path.display(), located.problem));
    }
    Ok(count)
}

/// A playbook as a page to read.
fn page(playbook: &Playbook) -> String {
    let mut lines = vec![format!("{} · {}", playbook.company, playbook.role), format!("id: {}", playbook.id)];
    lines.extend(playbook.as_of.iter().map(|as_of| format!("figures as of {as_of}")));
    lines.extend(playbook.summary.iter().map(|phrase| format!("- {phrase}")));
    if !playbook.bands.is_empty() {
        lines.push(format!(
            "\nBands (equity: {} over {} years)",
            playbook.equity.kind.words(),
            playbook.equity.years
        ));
        lines.extend(playbook.bands.iter().map(band));
    }
    if !playbook.level_mapping.is_empty() {
        lines.push(format!("\nLevels: {}", playbook.level_mapping.join(" = ")));
    }
    lines.push("\nLevers".to_owned());
    for lever in &playbook.levers {
        lines.push(format!("- {} ({})", lever.name, lever.id));
        lines.extend(lever.about.iter().map(|about| crate::export::wrap(about, 78, "  ", "  ")));
    }
    if !playbook.evidence.is_empty() {
        lines.push("\nEvidence".to_owned());
        lines.extend(playbook.evidence.iter().map(|source| format!("- {source}")));
    }
    for warning in check::playbook_warnings(playbook) {
        lines.push(format!("\nNote: {warning}"));
    }
    lines.join("\n")
}

fn band(band: &Band) -> String {
    let span = |range: Option<Range>| {
        range.map(|range| show::span(band.currency, range.low.amount(), range.high.amount()))
    };
    let rates = |rates: Option<RateRange>| rates.map(|rates| rates.to_string());
    let parts = [
        ("base", span(band.base)),
        ("equity", span(band.equity)),
        ("bonus", rates(band.bonus).or(span(band.bonus_amount))),
        ("published total", span(band.total)),
    ];
    let words: Vec<String> =
        parts.into_iter().filter_map(|(name, value)| Some(format!("{name} {}", value?))).collect();
    format!("- {}: {}", band.label(), words.join(", "))
}
