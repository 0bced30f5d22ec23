//! Tables of levels by place that do not say what they measure.
//!
//! One row is the role's own: the one whose name carries the role's seniority, else the one that
//! holds the base the strategy opens with, else the middle level, else the first. The cells are
//! taken for base pay where that opening lies in the row and the total to stop at does not, else for
//! the total.

use super::super::document::{Row, Table};
use super::Report;
use super::cell;
use super::head::{self, Head};
use super::measure;
use super::row::{self, Label, Printed};
use crate::domain::money::{Currency, Decimal};
use crate::domain::playbook::Band;

/// Words of a role that name its level, the higher first.
const SENIORITY: [&str; 9] =
    ["distinguished", "director", "principal", "staff", "lead", "senior", "junior", "entry", "intern"];
/// Words for the level of a role that names none.
const MIDDLE: [&str; 3] = ["mid", "intermediate", "mid-level"];

/// What the rest of the guide says of the role.
#[derive(Debug, Clone, Copy)]
pub struct Hints<'g> {
    pub role: &'g str,
    /// The base that the strategy opens with.
    pub opening: Option<(Currency, Decimal)>,
    /// The total that it stops at.
    pub floor: Option<(Currency, Decimal)>,
}

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
    let what_for = if is_base { Head::Base } else { Head::Total };
    let columns = table.head.iter().zip(&own.cells).skip(1);
    let bands = columns.filter_map(|(raw, text)| {
        let name = head::region(raw);
        let label = Label { region: &name, level, head: raw, line: own.line, years: 4 };
        let cells = [Printed { head: what_for, measure: measure::read(raw), text, line: own.line }];
        row::band(&label, &cells, report).map(|band| (band, own.line))
    });
    bands.collect()
}

/// The role's row, and whether its figures are base pay.
fn own_row<'t>(table: &'t Table, hints: &Hints<'_>) -> Option<(&'t Row, bool)> {
    let name = |row: &Row| row.cells.first().cloned().unwrap_or_default();
    let has_opening = |row: &&Row| hints.opening.is_some_and(|opening| holds(row, opening));
    let own = best_named(&table.rows, name, seniority(hints.role))
        .or_else(|| table.rows.iter().find(has_opening))
        .or_else(|| best_named(&table.rows, name, Some(&MIDDLE)))
        .or_else(|| table.rows.first())?;
    let has_floor = hints.floor.is_some_and(|floor| holds(own, floor));
    Some((own, hints.opening.is_none() || (has_opening(&own) && !has_floor)))
}

/// The words for the level that a role names.
fn seniority(role: &str) -> Option<&'static [&'static str]> {
    SENIORITY.iter().position(|word| words(role).any(|own| own == *word)).map(|at| &SENIORITY[at..=at])
}

/// The thing whose name starts with one of the words, else the first that has one in it.
fn best_named<'t, T>(of: &'t [T], name: impl Fn(&T) -> String, known: Option<&[&str]>) -> Option<&'t T> {
    let known = known?;
    let starts = |thing: &&T| words(&name(thing)).next().is_some_and(|word| known.contains(&word.as_str()));
    let holds = |thing: &&T| words(&name(thing)).any(|word| known.contains(&word.as_str()));
    of.iter().find(starts).or_else(|| of.iter().find(holds))
}

fn words(text: &str) -> impl Iterator<Item = String> {
    let lower = text.to_lowercase();
    let words: Vec<String> = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    words.into_iter()
}

/// Puts the level of the role first, as the first band is the one that amounts are written for.
pub fn own_first(bands: &mut [(Band, usize)], role: &str) {
    let name = |(band, _): &(Band, usize)| band.level.clone().unwrap_or_default();
    let known = seniority(role).unwrap_or(&MIDDLE);
    let Some(own) = best_named(bands, name, Some(known)).cloned() else { return };
    if let Some(at) = bands.iter().position(|band| *band == own) {
        bands[..=at].rotate_right(1);
    }
}

/// Whether a cell in the amount's currency has it inside.
fn holds(row: &Row, (currency, amount): (Currency, Decimal)) -> bool {
    row.cells.iter().skip(1).filter_map(|text| cell::read(text, None).span).any(|span| {
        span.currency.is_none_or(|own| own == currency) && (span.low..=span.high).contains(&amount)
    })
}
