//! The packages side by side, as a table and for other programs.

use serde_json::{Value, json};

use super::WIDTH;
use super::wrap::{fit, wrap};
use crate::domain::compare::{Column, SideBySide, Total, Whose};
use crate::domain::money::{Decimal, show};

/// Width of the rows' names, and of each package.
const NAME: usize = 26;
const CELL: usize = 17;
/// Packages beside each other; more stand below.
const ACROSS: usize = 3;

/// The packages in a table of at most 80 columns.
pub fn compare_text(table: &SideBySide) -> String {
    let blocks: Vec<String> = table.columns.chunks(ACROSS).map(|columns| block(table, columns)).collect();
    let note = format!(
        "{}, over {} years. Bankable: private equity marked down. Nothing is discounted, and an offer counts \
         here as it was said, firm or not.",
        table.currency, table.years
    );
    format!("{}\n\n{}\n", blocks.join("\n\n"), wrap(&note, WIDTH, "", ""))
}

fn block(table: &SideBySide, columns: &[Column]) -> String {
    let line = |name: &str, cells: Vec<String>| format!("{} {}", fit(name, NAME), cells.join(" "));
    let titles = columns.iter().map(|column| right(&column.label)).collect();
    let amount = |amount: Decimal| right(&show::full(table.currency, amount.round_dp(0)));
    let row = |name: &str, figure: &dyn Fn(&Column) -> Decimal| {
        line(name, columns.iter().map(|column| amount(figure(column))).collect())
    };
    let bonus = |column: &Column| column.bonus.map_or_else(|| right("not stated"), amount);
    let mut lines = vec![
        line("", titles),
        row("Base", &|column| column.base),
        line("Target bonus", columns.iter().map(bonus).collect()),
    ];
    if columns.iter().any(|column| !column.other_annual.is_zero()) {
        lines.push(row("Other pay", &|column| column.other_annual));
    }
    lines.push(row("Signing and relocation", &|column| column.once));
    lines.push(row("First-year cash", &|column| column.first_year_cash));
    lines.push(row("Equity grant", &|column| column.grant));
    for year in 0..table.years {
        lines.push(row(&format!("  vesting in year {}", year + 1), &|column| at(&column.equity, year)));
    }
    for year in 0..table.years {
        lines.push(row(&format!("Year {} in all", year + 1), &|column| at(&column.face.by_year, year)));
    }
    lines.push(row(&format!("{} years at face", table.years), &|column| column.face.sum));
    lines.push(row("  a year", &|column| column.face.average));
    lines.push(row(&format!("{} years bankable", table.years), &|column| column.bankable.sum));
    lines.push(row("  a year", &|column| column.bankable.average));
    lines.join("\n")
}

fn at(years: &[Decimal], year: usize) -> Decimal {
    years.get(year).copied().unwrap_or_default()
}

/// Set to the right of its cell, cut where it is too long.
fn right(text: &str) -> String {
    let cell = fit(text, CELL);
    let kept = cell.trim_end();
    let room = " ".repeat(cell.len() - kept.len());
    room + kept
}

/// The packages as a JSON object; amounts are strings.
pub fn compare_json(table: &SideBySide) -> Value {
    json!({
        "compare": 1,
        "currency": table.currency.code(),
        "years": table.years,
        "packages": table.columns.iter().map(package).collect::<Vec<_>>(),
    })
}

fn package(column: &Column) -> Value {
    let (whose, index) = match column.whose {
        Whose::Target => ("target", None),
        Whose::Ask => ("ask", None),
        Whose::Alternative(index) => ("alternative", Some(index)),
    };
    let mut package = json!({
        "package": whose,
        "label": column.label,
        "base": show::plain(column.base),
        "bonus": column.bonus.map(show::plain),
        "other_annual": show::plain(column.other_annual),
        "signing": show::plain(column.once),
        "first_year_cash": show::plain(column.first_year_cash),
        "equity": {"grant": show::plain(column.grant), "by_year": plain(&column.equity)},
        "face": total(&column.face),
        "bankable": total(&column.bankable),
    });
    if let Some(index) = index {
        package["index"] = Value::from(index);
    }
    package
}

fn total(total: &Total) -> Value {
    json!({
        "by_year": plain(&total.by_year),
        "total": show::plain(total.sum),
        "average": show::plain(total.average),
    })
}

fn plain(figures: &[Decimal]) -> Vec<String> {
    figures.iter().map(|figure| show::plain(*figure)).collect()
}
