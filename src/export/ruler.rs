//! The band as a line of text, with the plan's figures marked on it.

use crate::domain::money::{Currency, Decimal, show};
use crate::domain::plan::Plan;

/// Columns between the ends of the band.
const LENGTH: usize = 48;

/// An amount on the line, by its letter.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sign {
    pub letter: char,
    pub amount: Decimal,
}

/// The ruler over the base's band: letters above, the line, what the letters mean.
///
/// `None` without a band for the base.
pub(super) fn ruler(plan: &Plan) -> Option<String> {
    let band = plan.band.base?;
    let (low, high) = (band.low.amount(), band.high.amount());
    let marks: Vec<(char, &str, Decimal)> = [
        ('F', "floor", plan.floor.base),
        ('C', "cautious floor", plan.floor.cautious_base.filter(|base| Some(*base) != plan.floor.base)),
        ('A', "ask", Some(plan.ask.base)),
        ('O', "opening", Some(plan.opening.base).filter(|base| *base != plan.ask.base)),
    ]
    .into_iter()
    .filter_map(|(letter, name, amount)| Some((letter, name, amount?)))
    .collect();
    let signs: Vec<Sign> =
        marks.iter().map(|(letter, _, amount)| Sign { letter: *letter, amount: *amount }).collect();
    let legend: Vec<String> = marks
        .iter()
        .map(|(letter, name, amount)| format!("{letter} {name} {}", show::short(plan.currency, *amount)))
        .collect();
    Some(format!("{}\n  {}", scale(plan.currency, low, high, &signs), legend.join("   ")))
}

/// A band from end to end, with letters above it where they stand; no line for none.
pub(super) fn scale(currency: Currency, low: Decimal, high: Decimal, signs: &[Sign]) -> String {
    let mut letters = vec![' '; LENGTH + signs.len().max(4)];
    let mut line = vec!['-'; LENGTH];
    for Sign { letter, amount } in signs {
        let (column, inside) = place(*amount, low, high);
        if inside {
            line[column] = '|';
        }
        let wanted = if inside {
            column + 1
        } else if *amount < low {
            0
        } else {
            LENGTH + 1
        };
        let free = (wanted..letters.len()).find(|at| letters[*at] == ' ');
        if let Some(at) = free {
            letters[at] = *letter;
        }
    }
    let ends = (show::short(currency, low), show::short(currency, high));
    let indent = " ".repeat(ends.0.chars().count() + 3);
    let letters: String = letters.into_iter().collect();
    let line: String = line.into_iter().collect();
    let end = if signs.iter().any(|sign| sign.amount > high) { '>' } else { ']' };
    let above = if signs.is_empty() { String::new() } else { format!("{indent}{}\n", letters.trim_end()) };
    format!("{above}  {} [{line}{end} {}", ends.0, ends.1)
}

/// The column of an amount on the line, and whether it lies inside the band at all.
fn place(amount: Decimal, low: Decimal, high: Decimal) -> (usize, bool) {
    let inside = (low..=high).contains(&amount);
    let last = LENGTH - 1;
    let way = amount.checked_sub(low).zip(high.checked_sub(low)).and_then(|(a, b)| a.checked_div(b));
    let column = way.and_then(|way| way.checked_mul(Decimal::from(last))).map(|column| column.round());
    let column = column.and_then(|column| usize::try_from(column).ok()).unwrap_or(0);
    (column.min(last), inside)
}
