//! Tables of levels by place that do not say what they measure.
//!
//! One row is the role's own: the one whose name carries the role's seniority, else the one that
//! holds the base the strategy opens with, else the lowest. The cells are taken for base pay where
//! that opening lies in the row, else for the total.

use super::super::document::{Row, Table};
use super::cell;
use super::head::{self, Head};
use super::row::{self, Label, Printed};
use super::{Hints, Report};
use crate::domain::money::{Currency, Decimal};
use crate::domain::playbook::Band;

/// Words of a role that name its level, the higher first.
const SENIORITY: [&str; 6] = ["distinguished", "principal", "staff", "lead", "senior", "junior"];

/// A band for each place, from the role's own row.
pub fn read(table: &Table, hints: &Hints<'_>, report: &mut Report) -> Vec<(Band, usize)> {
    let Some((own, is_base)) = own_row(table, hints) else { return Vec::new() };
    let level = own.cells.first().map(|text| text.trim()).filter(|text| !text.is_empty());
    let what = if is_base { "base pay" } else { "the total a year" };
    let message = format!(
        "The table does not say what it measures. “{}” was taken for this role, its figures for {what}.",
        level.unwrap_or("the first row")
    );
    report.warn("measure-unnamed", own.line, message);
    for other in table.rows.iter().filter(|row| row.line != own.line) {
        let name = other.cells.first().map_or("", |text| text.trim());
        report.warn("other-level", other.line, format!("“{name}” is another level and was left out."));
    }
    let measure = if is_base { Head::Base } else { Head::Total };
    let columns = table.head.iter().zip(&own.cells).skip(1);
    let bands = columns.filter_map(|(raw, text)| {
        let name = head::region(raw);
        let label = Label { region: &name, level, head: raw, line: own.line, years: 4 };
        let cells = [Printed { head: measure, text, line: own.line }];
        row::band(&label, &cells, report).map(|band| (band, own.line))
    });
    bands.collect()
}

/// The role's row, and whether its figures are base pay.
fn own_row<'t>(table: &'t Table, hints: &Hints<'_>) -> Option<(&'t Row, bool)> {
    let role = hints.role.to_lowercase();
    let named = SENIORITY.iter().find(|word| role.contains(**word)).and_then(|word| {
        table.rows.iter().find(|row| row.cells.first().is_some_and(|name| name.to_lowercase().contains(word)))
    });
    let holds = |row: &&Row| hints.opening.is_some_and(|opening| holds(row, opening));
    let own = named.or_else(|| table.rows.iter().find(holds)).or_else(|| table.rows.first())?;
    Some((own, hints.opening.is_none() || holds(&own)))
}

/// Whether a cell in the opening's currency has it inside.
fn holds(row: &Row, (currency, amount): (Currency, Decimal)) -> bool {
    row.cells.iter().skip(1).filter_map(|text| cell::read(text).span).any(|span| {
        span.currency.is_none_or(|own| own == currency) && (span.low..=span.high).contains(&amount)
    })
}
