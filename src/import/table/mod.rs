//! Pay tables, in every shape guides print them: to bands.
//!
//! | shape | rows | columns |
//! |---|---|---|
//! | by region | regions, or levels | base, equity, bonus, total |
//! | by part | base, equity, bonus, total | regions |
//! | by level | levels, the measure unnamed | regions, or turned round |

mod cell;
mod currency;
mod head;
mod ladder;
mod measure;
mod row;
mod shape;
#[cfg(test)]
mod tests;
mod word;

use self::head::{Grant, Head};
use self::row::{Label, Printed};
use self::shape::Shape;
use super::document::{Document, Kind, Table};
use super::term::Term;
use super::{Report, strategy};
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
    let ladder = ladder::Hints { role: hints.role, opening: hints.opening, floor: floor(document) };
    for (at, block) in document.blocks.iter().enumerate() {
        let Kind::Table(table) = &block.kind else { continue };
        let heading = document.blocks[..at].iter().rev().find(|block| matches!(block.kind, Kind::Heading(_)));
        let heading = heading.map_or("", |heading| heading.prose.text.trim());
        let heads = head::row(&table.head);
        for row in table.rows.iter().filter(|row| row.odd_width.is_some()) {
            let (wide, own) = (table.head.len(), row.odd_width.unwrap_or_default());
            report.warn(
                "row-width",
                row.line,
                format!("This row has {own} cells where its table has {wide}."),
            );
        }
        let found = match shape::of(table, &heads) {
            Some(Shape::Regions) => by_region(table, &heads, heading, hints, report),
            Some(Shape::Parts) => by_part(table, report),
            Some(Shape::Levels) => ladder::read(table, &ladder, report),
            Some(Shape::LevelsAcross) => ladder::read(&shape::turned(table), &ladder, report),
            None => continue,
        };
        grant = grant.or_else(|| grant_of(&heads).or_else(|| grant_of(&first_cells(table))));
        for (band, line) in found {
            if pay.bands.len() < MOST {
                pay.take(band, line, report);
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

fn first_cells(table: &Table) -> Vec<Head> {
    table.rows.iter().map(|row| row.cells.first().map_or(Head::Other, |text| head::part(text))).collect()
}

fn grant_of(heads: &[Head]) -> Option<Grant> {
    heads.iter().find_map(|head| match head {
        Head::Equity(grant) => Some(*grant),
        _ => None,
    })
}

/// The total that the strategy stops at.
fn floor(document: &Document) -> Option<(Currency, Decimal)> {
    let floors = strategy::amounts(&strategy::read(document)?.text()).floors;
    let total = floors.iter().find(|said| said.term == Some(Term::Total))?;
    Some((total.currency()?, total.amount()))
}

/// Regions (or levels) down the side, the parts of pay across.
fn by_region(
    table: &Table,
    heads: &[Head],
    heading: &str,
    hints: &Hints<'_>,
    report: &mut Report,
) -> Vec<(Band, usize)> {
    let column = |wanted: Head| heads.iter().position(|head| *head == wanted);
    let (level, currency) = (column(Head::Level), column(Head::Currency));
    let region = column(Head::Region).or_else(|| (heads.first() == Some(&Head::Other)).then_some(0));
    let place = shape::place(heading);
    let years = grant_of(heads).and_then(|grant| grant.years).unwrap_or(4);
    let measures: Vec<_> = table.head.iter().map(|head| measure::read(head)).collect();
    let mut last = None;
    let bands = table.rows.iter().filter_map(|row| {
        let text = |at: Option<usize>| {
            at.and_then(|at| row.cells.get(at)).map(|text| text.trim()).filter(|text| !text.is_empty())
        };
        // An empty place goes on with the one above it.
        let raw = if region.is_some() { text(region).or(last)? } else { place };
        last = Some(raw);
        let cells: Vec<Printed<'_>> = (heads.iter().zip(&measures))
            .zip(&row.cells)
            .filter(|((head, _), _)| head.is_pay())
            .map(|((head, measure), text)| Printed { head: *head, measure: *measure, text, line: row.line })
            .collect();
        let name = head::region(raw);
        let named = text(currency).map_or_else(|| raw.to_owned(), |currency| format!("{currency} {raw}"));
        let label = Label { region: &name, level: text(level), head: &named, line: row.line, years };
        row::band(&label, &cells, report).map(|band| (band, row.line))
    });
    let mut bands: Vec<_> = bands.collect();
    if region.is_none() {
        ladder::own_first(&mut bands, hints.role);
    }
    bands
}

/// The parts of pay down the side, regions across.
fn by_part(table: &Table, report: &mut Report) -> Vec<(Band, usize)> {
    let heads = first_cells(table);
    let years = grant_of(&heads).and_then(|grant| grant.years).unwrap_or(4);
    let columns = table.head.iter().enumerate().skip(1);
    let bands = columns.filter_map(|(at, raw)| {
        let rows = table.rows.iter().zip(&heads).filter(|(_, head)| head.is_pay());
        let cells: Vec<Printed<'_>> = rows
            .filter_map(|(row, head)| {
                let measure = measure::read(row.cells.first()?);
                Some(Printed { head: *head, measure, text: row.cells.get(at)?, line: row.line })
            })
            .collect();
        let name = head::region(raw);
        let label = Label { region: &name, level: None, head: raw, line: table.line, years };
        row::band(&label, &cells, report).map(|band| (band, table.line))
    });
    bands.collect()
}

impl Pay {
    /// Adds a band; one for the same place and level fills what is missing of it, and is named where
    /// it says something else.
    fn take(&mut self, band: Band, line: usize, report: &mut Report) {
        let same = |known: &&mut Band| {
            known.region == band.region && known.level == band.level && known.currency == band.currency
        };
        if let Some(known) = self.bands.iter_mut().find(same) {
            if known.base.is_some() && band.base.is_some() && known.base != band.base {
                let message = format!("{} stands here once more; the first was taken.", band.label());
                report.warn("region-twice", line, message);
            }
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
