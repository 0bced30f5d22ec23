//! The desk in lines of 78 columns.

use super::bars::{Part, bars};
use super::rows::{figure, rows};
use super::sections::{Group, Section, private, sections};
use super::view::OffersView;
use crate::domain::compare::{Column, Measure};
use crate::domain::money::{Currency, Decimal, show};
use crate::export::WIDTH;
use crate::export::wrap::{cut, fit, wrap};
use unicode_width::UnicodeWidthStr;

/// Width of the rows' names, and of each package.
const NAME: usize = 26;
const CELL: usize = 16;
/// Packages beside each other; more stand below.
const ACROSS: usize = 3;
/// The longest bar.
const BAR: u16 = 46;
/// Between what may be shown around and what may not.
const BORDER: &str = "— private: keep it to yourself —";

/// The desk as text.
pub fn offers_text(view: &OffersView) -> String {
    let mut blocks =
        vec![wrap(&view.head.title(), WIDTH, "", ""), wrap(&view.head.dates(), WIDTH, "", ""), order(view)];
    let count = view.table.columns.len();
    blocks.extend((0..count).step_by(ACROSS).map(|from| block(view, from..count.min(from + ACROSS))));
    blocks.push(format!("YEAR BY YEAR, AT FACE\n{}", wrap(&legend(), WIDTH, "  ", "  ")));
    blocks.extend(view.table.columns.iter().map(|column| chart(view, column)));
    blocks.extend(sections(view).iter().flat_map(section));
    if let Some(private) = private(view) {
        blocks.push(BORDER.to_owned());
        blocks.extend(private.groups.iter().map(group));
    }
    blocks.join("\n\n") + "\n"
}

fn order(view: &OffersView) -> String {
    match view.sort {
        Measure::Entered => "THE PACKAGES SIDE BY SIDE".to_owned(),
        by => format!("THE PACKAGES SIDE BY SIDE, by {}, the highest first", by.words()),
    }
}

fn block(view: &OffersView, places: std::ops::Range<usize>) -> String {
    let line = |name: &str, cells: Vec<String>| format!("{} {}", fit(name, NAME), cells.join(" "));
    let columns = view.table.columns.get(places.clone()).unwrap_or_default();
    let mut lines = vec![line("", columns.iter().map(|column| right(&column.label)).collect())];
    lines.extend(rows(view, places).into_iter().map(|row| {
        let cells = row.cells.iter().map(|cell| right(&short(cell, view.table.currency))).collect();
        line(&row.name, cells)
    }));
    lines.join("\n")
}

/// A figure too wide for its cell is said in short, so that no digit is cut off unseen.
fn short(cell: &str, currency: Currency) -> String {
    if cell.width() <= CELL {
        return cell.to_owned();
    }
    let digits: String = cell.chars().filter(char::is_ascii_digit).collect();
    match digits.parse::<Decimal>() {
        Ok(amount) => {
            let amount = if cell.starts_with('-') { Decimal::ZERO.saturating_sub(amount) } else { amount };
            let plus = if cell.starts_with('+') { "+" } else { "" };
            format!("{plus}{}", show::fitting(currency, amount, CELL - plus.len()))
        }
        Err(_) => cell.to_owned(),
    }
}

/// Set to the right of its cell, cut where it is too long.
fn right(text: &str) -> String {
    let kept = cut(text, CELL);
    " ".repeat(CELL.saturating_sub(kept.width())) + &kept
}

fn legend() -> String {
    let parts: Vec<String> =
        Part::ALL.iter().map(|part| format!("{} {}", part.letter(), part.words())).collect();
    format!("{}. All bars have one scale.", parts.join(", "))
}

fn chart(view: &OffersView, column: &Column) -> String {
    let highest = view.table.highest_year();
    let mut lines = vec![wrap(&column.label, WIDTH, "", "")];
    for bar in bars(&view.table, column) {
        let drawn: String = bar
            .lengths(highest, BAR)
            .into_iter()
            .map(|(part, length)| part.letter().to_string().repeat(usize::from(length)))
            .collect();
        let total = figure(view.table.currency, bar.total);
        lines.push(format!("  Year {:<2} {} {total}", bar.year, fit(&drawn, usize::from(BAR))));
    }
    lines.join("\n")
}

fn section(section: &Section) -> Vec<String> {
    let mut head = section.heading.to_uppercase();
    for line in &section.intro {
        head.push('\n');
        head.push_str(&wrap(line, WIDTH, "  ", "  "));
    }
    std::iter::once(head).chain(section.groups.iter().map(group)).collect()
}

fn group(group: &Group) -> String {
    let title = group.title.iter().map(|title| wrap(title, WIDTH, "  ", "    "));
    let said = group.spoken.iter().flat_map(|said| said.lines());
    let spoken =
        said.map(|line| if line.is_empty() { String::new() } else { wrap(line, WIDTH, "    ", "    ") });
    let lines = group.lines.iter().map(|line| wrap(line, WIDTH, "  - ", "    "));
    title.chain(spoken).chain(lines).collect::<Vec<_>>().join("\n")
}
