//! The desk as Markdown; nothing that anybody entered is read as markup.

use super::bars::{Part, bars};
use super::rows::{figure, rows};
use super::sections::{Group, Section, private, sections};
use super::view::OffersView;
use crate::domain::compare::Measure;
use crate::export::markdown::escape;

/// Packages in one table; more stand in the next.
const ACROSS: usize = 4;

/// The desk as Markdown.
pub fn offers_markdown(view: &OffersView) -> String {
    let mut blocks = vec![
        format!("# {}", escape(&view.head.title())),
        format!("*{}*", escape(&view.head.dates())),
        "## The packages side by side".to_owned(),
    ];
    if view.sort != Measure::Entered {
        blocks.push(format!("By {}, the highest first.", view.sort.words()));
    }
    let count = view.table.columns.len();
    blocks.extend((0..count).step_by(ACROSS).map(|from| block(view, from..count.min(from + ACROSS))));
    blocks.push("## Year by year, at face".to_owned());
    blocks.push(years(view));
    for one in sections(view) {
        blocks.extend(section(&one));
    }
    if let Some(own) = private(view) {
        blocks.push("---".to_owned());
        blocks.extend(section(&own));
    }
    blocks.join("\n\n") + "\n"
}

fn block(view: &OffersView, places: std::ops::Range<usize>) -> String {
    let columns = view.table.columns.get(places.clone()).unwrap_or_default();
    let labels: Vec<String> = columns.iter().map(|column| escape(&column.label)).collect();
    let mut lines = vec![line("", &labels), line("---", &vec!["---:".to_owned(); labels.len()])];
    for row in rows(view, places) {
        let cells: Vec<String> = row.cells.iter().map(|cell| escape(cell)).collect();
        let name = escape(row.name.trim_start());
        lines.push(if row.is_strong { line(&format!("**{name}**"), &cells) } else { line(&name, &cells) });
    }
    lines.join("\n")
}

/// What each year is made of, a line a year.
fn years(view: &OffersView) -> String {
    let say = |amount| escape(&figure(view.table.currency, amount));
    let parts: Vec<String> =
        Part::ALL.iter().map(|part| part.words().to_owned()).chain(["in all".to_owned()]).collect();
    let mut lines = vec![line("", &parts), line("---", &vec!["---:".to_owned(); parts.len()])];
    for column in &view.table.columns {
        for bar in bars(&view.table, column) {
            let cells = Part::ALL.iter().map(|part| {
                let own = bar.parts.iter().find(|(other, _)| other == part);
                own.map_or_else(String::new, |(_, amount)| say(*amount))
            });
            let cells: Vec<String> = cells.chain([say(bar.total)]).collect();
            lines.push(line(&format!("{}, year {}", escape(&column.label), bar.year), &cells));
        }
    }
    lines.join("\n")
}

fn line(name: &str, cells: &[String]) -> String {
    format!("| {name} | {} |", cells.join(" | "))
}

fn section(section: &Section) -> Vec<String> {
    let mut blocks = vec![format!("## {}", section.heading)];
    blocks.extend(section.intro.iter().map(|line| escape(line)));
    blocks.extend(section.groups.iter().flat_map(group));
    blocks
}

fn group(group: &Group) -> Vec<String> {
    let mut blocks: Vec<String> = group.title.iter().map(|title| format!("### {}", escape(title))).collect();
    blocks.extend(group.spoken.iter().map(|said| quote(said)));
    if !group.lines.is_empty() {
        let lines: Vec<String> = group.lines.iter().map(|line| format!("- {}", escape(line))).collect();
        blocks.push(lines.join("\n"));
    }
    blocks
}

fn quote(said: &str) -> String {
    let line = |line: &str| if line.is_empty() { ">".to_owned() } else { format!("> {}", escape(line)) };
    said.lines().map(line).collect::<Vec<_>>().join("\n")
}
