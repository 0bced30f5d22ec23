//! Which shape a pay table has, if it is one.

use super::super::document::{Row, Table};
use super::head::{self, Head};
use super::{cell, first_cells, measure};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Regions or levels down, the parts of pay across.
    Regions,
    /// The parts of pay down, regions across.
    Parts,
    /// Levels down, regions across, the measure unnamed.
    Levels,
    /// Regions down, levels across, the measure unnamed.
    LevelsAcross,
}

/// The shape of a pay table; `None` for a table of anything else.
pub fn of(table: &Table, heads: &[Head]) -> Option<Shape> {
    let first = *heads.first()?;
    let parts = heads.iter().skip(1).filter(|head| head.is_pay()).count();
    let names_measure = heads.iter().any(|head| matches!(head, Head::Base | Head::Total | Head::Equity(_)));
    // A table whose first head is empty may still name places; one of companies or offers may not.
    let is_bare = table.head.first().is_some_and(|head| !head.contains(char::is_alphanumeric));
    let has_base = heads.iter().skip(1).any(|head| *head == Head::Base);
    let names_rows = matches!(first, Head::Region | Head::Level) || (is_bare && has_base && parts > 1);
    if names_rows && parts > 0 && names_measure && holds_money(table, heads) {
        return Some(Shape::Regions);
    }
    let rows = first_cells(table);
    let pay_rows = rows.iter().filter(|head| head.is_pay()).count();
    if parts == 0 && pay_rows >= 2 && pay_rows * 2 >= rows.len() {
        return Some(Shape::Parts);
    }
    let cells = table.rows.iter().flat_map(|row| row.cells.iter().skip(1));
    let (money, all) =
        cells.fold((0, 0), |(money, all), text| (money + usize::from(holds_span(text)), all + 1));
    if parts > 0 || all == 0 || money * 4 < all * 3 {
        return None;
    }
    match first {
        Head::Level | Head::Component => Some(Shape::Levels),
        Head::Region => Some(Shape::LevelsAcross),
        _ => None,
    }
}

/// Whether a cell under a head of pay holds an amount.
fn holds_money(table: &Table, heads: &[Head]) -> bool {
    let columns = table.head.iter().zip(heads).enumerate().filter(|(_, (_, head))| head.is_pay());
    columns.map(|(at, (raw, _))| (at, measure::read(raw).unit)).any(|(at, unit)| {
        table
            .rows
            .iter()
            .filter_map(|row| row.cells.get(at))
            .any(|text| cell::read(text, unit).span.is_some())
    })
}

fn holds_span(text: &str) -> bool {
    cell::read(text, None).span.is_some()
}

/// The table with its columns as rows; each row stands where the table starts.
pub fn turned(table: &Table) -> Table {
    let first = table.head.first().cloned().unwrap_or_default();
    let cell = |row: &Row, at: usize| row.cells.get(at).cloned().unwrap_or_default();
    let head = std::iter::once(first).chain(table.rows.iter().map(|row| cell(row, 0))).collect();
    let columns = table.head.iter().enumerate().skip(1);
    let rows = columns.map(|(at, name)| {
        let cells = std::iter::once(name.clone()).chain(table.rows.iter().map(|row| cell(row, at)));
        Row { line: table.line, cells: cells.collect(), odd_width: None }
    });
    Table { line: table.line, head, rows: rows.collect() }
}

/// Words of a heading that names no place.
const TOPICS: [&str; 16] = [
    "compensation",
    "comp",
    "pay",
    "salary",
    "salaries",
    "benchmark",
    "benchmarks",
    "band",
    "bands",
    "level",
    "levels",
    "range",
    "ranges",
    "guide",
    "negotiation",
    "overview",
];
/// The region of a table of levels that stands under no place's name.
const EVERYWHERE: &str = "All locations";

/// The place that a table of levels is written for: its heading, unless that names a topic.
pub fn place(heading: &str) -> &str {
    let lower = heading.to_lowercase();
    let names_topic = lower.split(|c: char| !c.is_alphanumeric()).any(|word| TOPICS.contains(&word));
    if heading.is_empty() || names_topic || head::read(heading) != Head::Other { EVERYWHERE } else { heading }
}
