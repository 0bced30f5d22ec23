//! Dates as people write them.

use jiff::civil::Date;

use super::problem::Problem;

/// What a text can be read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Day {
    Sure(Date),
    Either(Date, Date),
}

/// Reads a date.
pub fn read(text: &str, _today: Date) -> Result<Day, Problem> {
    text.trim()
        .parse()
        .map(Day::Sure)
        .map_err(|_| Problem::new("day-unreadable", "no date").hint("2026-11-27"))
}

pub fn show(date: Date, _today: Date) -> String {
    date.to_string()
}

pub fn distance(_date: Date, _today: Date) -> String {
    "soon".to_owned()
}
