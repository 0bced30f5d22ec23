//! The band as a line of text, with the plan's figures marked on it.

use crate::domain::money::{Decimal, show};
use crate::domain::plan::Plan;

/// Columns between the ends of the band.
const LENGTH: usize = 48;

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
    let mut letters = vec![' '; LENGTH + 4];
    let mut line = vec!['-'; LENGTH];
    for (letter, _, amount) in &marks {
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
    let ends = (show::short(plan.currency, low), show::short(plan.currency, high));
    let indent = " ".repeat(ends.0.chars().count() + 3);
    let letters: String = letters.into_iter().collect();
    let line: String = line.into_iter().collect();
    let legend: Vec<String> = marks
        .iter()
        .map(|(letter, name, amount)| format!("{letter} {name} {}", show::short(plan.currency, *amount)))
        .collect();
    Some(format!(
        "{indent}{}\n  {} [{line}{} {}\n  {}",
        letters.trim_end(),
        ends.0,
        if marks.iter().any(|(_, _, amount)| *amount > high) { '>' } else { ']' },
        ends.1,
        legend.join("   ")
    ))
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
