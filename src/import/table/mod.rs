//! Pay tables, in every shape guides print them: to bands.
//!
//! | shape | rows | columns |
//! |---|---|---|
//! | by region | regions, or levels | base, equity, bonus, total |
//! | by part | base, equity, bonus, total | regions |
//! | by level | levels, the measure unnamed | regions |

mod cell;
mod currency;
mod head;
mod ladder;
mod row;

use self::head::{Grant, Head};
use self::row::{Label, Printed};
use super::Report;
use super::document::{Document, Kind, Row, Table};
use crate::domain::money::{Currency, Decimal};
use crate::domain::playbook::{Band, EquityTerms};

/// The most bands of one guide.
const MOST: usize = 200;

/// What a guide's tables say of pay.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pay {
    pub bands: Vec<Band>,
    pub equity: EquityTerms,
    /// The line of each band.
    pub lines: Vec<usize>,
}

/// What the rest of the guide says that helps to read a table.
#[derive(Debug, Clone, Copy)]
pub struct Hints<'g> {
    pub role: &'g str,
    /// The base that the strategy opens with.
    pub opening: Option<(Currency, Decimal)>,
}

/// Reads every pay table of a guide.
pub fn read(document: &Document, hints: &Hints<'_>, report: &mut Report) -> Pay {
    let mut pay = Pay::default();
    let mut grant: Option<Grant> = None;
    for (at, block) in document.blocks.iter().enumerate() {
        let Kind::Table(table) = &block.kind else { continue };
        let heading = document.blocks[..at].iter().rev().find(|block| matches!(block.kind, Kind::Heading(_)));
        let heading = heading.map_or("", |heading| heading.prose.text.trim());
        let heads: Vec<Head> = table.head.iter().map(|head| head::read(head)).collect();
        for row in table.rows.iter().filter(|row| row.odd_width.is_some()) {
            let (wide, own) = (table.head.len(), row.odd_width.unwrap_or_default());
            report.warn(
                "row-width",
                row.line,
                format!("This row has {own} cells where its table has {wide}."),
            );
        }
        let found = match shape(table, &heads) {
            Some(Shape::Regions) => by_region(table, &heads, heading, report),
            Some(Shape::Parts) => by_part(table, report),
            Some(Shape::Levels) => ladder::read(table, hints, report),
            None => continue,
        };
        grant = grant.or_else(|| grant_of(&heads).or_else(|| grant_of(&first_cells(table))));
        for (band, line) in found {
            if pay.bands.len() < MOST {
                pay.take(band, line);
            } else {
                report.unread(line, &band.region);
            }
        }
    }
    if let Some(grant) = grant {
        pay.equity = EquityTerms { kind: grant.kind, years: grant.years.unwrap_or(4).max(1), vesting: None };
    }
    pay
}

/// Notes the line of every band.
pub fn place(pay: &Pay, report: &mut Report) {
    for (at, (band, line)) in pay.bands.iter().zip(&pay.lines).enumerate() {
        let named = [
            ("region", true),
            ("base", band.base.is_some()),
            ("equity", band.equity.is_some()),
            ("bonus", band.bonus.is_some()),
            ("bonus_amount", band.bonus_amount.is_some()),
            ("total", band.total.is_some()),
            ("also", band.also.is_some()),
        ];
        for (key, _) in named.into_iter().filter(|(_, is_there)| *is_there) {
            report.place(format!("bands[{at}].{key}"), *line);
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    Regions,
    Parts,
    Levels,
}

/// The shape of a pay table; `None` for a table of anything else.
fn shape(table: &Table, heads: &[Head]) -> Option<Shape> {
    let first = *heads.first()?;
    let parts = heads.iter().skip(1).filter(|head| head.is_pay()).count();
    let names_rows = matches!(first, Head::Region | Head::Level);
    let names_measure = heads.iter().any(|head| matches!(head, Head::Base | Head::Total | Head::Equity(_)));
    if names_rows && parts > 0 && names_measure && share_of_money(table, heads) > 0 {
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
    let is_ladder = matches!(first, Head::Level | Head::Region | Head::Component) && parts == 0;
    (is_ladder && money * 4 >= all * 3 && all > 0).then_some(Shape::Levels)
}

/// How many cells under the heads of pay hold an amount.
fn share_of_money(table: &Table, heads: &[Head]) -> usize {
    let rows = table.rows.iter().flat_map(|row| row.cells.iter().zip(heads));
    rows.filter(|(text, head)| head.is_pay() && holds_span(text)).count()
}

fn holds_span(text: &str) -> bool {
    cell::read(text).span.is_some()
}

fn first_cells(table: &Table) -> Vec<Head> {
    table.rows.iter().map(|row| row.cells.first().map_or(Head::Other, |text| head::read(text))).collect()
}

fn grant_of(heads: &[Head]) -> Option<Grant> {
    heads.iter().find_map(|head| match head {
        Head::Equity(grant) => Some(*grant),
        _ => None,
    })
}

/// Regions (or levels) down the side, the parts of pay across.
fn by_region(table: &Table, heads: &[Head], heading: &str, report: &mut Report) -> Vec<(Band, usize)> {
    let column = |wanted: Head| heads.iter().position(|head| *head == wanted);
    let (region, level) = (column(Head::Region), column(Head::Level));
    let years = grant_of(heads).and_then(|grant| grant.years).unwrap_or(4);
    let bands = table.rows.iter().filter_map(|row| {
        let text = |at: Option<usize>| {
            at.and_then(|at| row.cells.get(at)).map(|text| text.trim()).filter(|text| !text.is_empty())
        };
        let name = text(region).or(Some(heading).filter(|heading| region.is_none() && !heading.is_empty()));
        let raw = name.or(text(level))?;
        let cells: Vec<Printed<'_>> = heads
            .iter()
            .zip(&row.cells)
            .filter(|(head, _)| head.is_pay())
            .map(|(head, text)| Printed { head: *head, text, line: row.line })
            .collect();
        let name = head::region(raw);
        let label = Label {
            region: &name,
            level: text(level).filter(|_| region.is_some() || !heading.is_empty()),
            head: raw,
            line: row.line,
            years,
        };
        row::band(&label, &cells, report).map(|band| (band, row.line))
    });
    bands.collect()
}

/// The parts of pay down the side, regions across.
fn by_part(table: &Table, report: &mut Report) -> Vec<(Band, usize)> {
    let heads = first_cells(table);
    let years = grant_of(&heads).and_then(|grant| grant.years).unwrap_or(4);
    let columns = table.head.iter().enumerate().skip(1);
    let bands = columns.filter_map(|(at, raw)| {
        let printed = |(row, head): (&'_ Row, Head)| (row.line, head);
        let rows = table.rows.iter().zip(heads.iter().copied());
        let cells: Vec<Printed<'_>> = rows
            .filter(|(_, head)| head.is_pay())
            .filter_map(|(row, head)| {
                let (line, head) = printed((row, head));
                Some(Printed { head, text: row.cells.get(at)?, line })
            })
            .collect();
        let name = head::region(raw);
        let label = Label { region: &name, level: None, head: raw, line: table.line, years };
        row::band(&label, &cells, report).map(|band| (band, table.line))
    });
    bands.collect()
}

impl Pay {
    /// Adds a band; one for the same place and level fills what is missing of it.
    fn take(&mut self, band: Band, line: usize) {
        let same = |known: &&mut Band| {
            known.region == band.region && known.level == band.level && known.currency == band.currency
        };
        if let Some(known) = self.bands.iter_mut().find(same) {
            known.base = known.base.or(band.base);
            known.equity = known.equity.or(band.equity);
            known.bonus = known.bonus.or(band.bonus);
            known.bonus_amount = known.bonus_amount.or(band.bonus_amount);
            known.total = known.total.or(band.total);
            return;
        }
        self.bands.push(band);
        self.lines.push(line);
    }
}
