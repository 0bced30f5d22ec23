//! The rows of the table, the same in every form.

use super::view::OffersView;
use crate::domain::compare::{Column, Difference, Total};
use crate::domain::money::{Currency, Decimal, show};

/// A line of the table: its name, and a cell for each package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    pub name: String,
    pub cells: Vec<String>,
    /// Whether it is what one looks at first.
    pub is_strong: bool,
}

/// The rows for some columns of the table, by their places.
///
/// The first year and the average a year stand under each other wherever either stands.
pub(super) fn rows(view: &OffersView, places: std::ops::Range<usize>) -> Vec<Row> {
    let columns = view.table.columns.get(places.clone()).unwrap_or_default();
    let differences = view.differences.get(places).unwrap_or_default();
    let mut sheet = Sheet { currency: view.table.currency, columns, rows: Vec::new() };
    sheet.pair("bankable", |column| &column.bankable);
    if view.table.columns.iter().any(Column::is_adjusted) {
        let first = |column: &Column| column.first_year_there().unwrap_or_default();
        sheet.put("First year, comparable", |sheet, column| sheet.amount(first(column)));
        sheet.put("Average a year, comparable", |sheet, column| sheet.amount(column.value));
    }
    sheet.pair("at face", |column| &column.face);
    let differs = |of: fn(&Difference) -> Decimal| {
        let cell = |one: &Option<Difference>| {
            one.as_ref().map_or_else(|| "reference".to_owned(), |one| signed(view.table.currency, of(one)))
        };
        differences.iter().map(cell).collect::<Vec<_>>()
    };
    sheet.add("First year, difference", differs(|one| one.first_year), false);
    sheet.add("Average a year, difference", differs(|one| one.average), false);
    sheet.put("Liquid share", |_, column| column.liquid.map_or_else(|| "no pay".to_owned(), percent));
    sheet.put("Base", |sheet, column| sheet.amount(column.base));
    sheet.put("Target bonus", |sheet, column| {
        column.bonus.map_or_else(|| "not stated".to_owned(), |bonus| sheet.amount(bonus))
    });
    if columns.iter().any(|column| !column.other_annual.is_zero()) {
        sheet.put("Other pay", |sheet, column| sheet.amount(column.other_annual));
    }
    sheet.put("Signing and relocation", |sheet, column| sheet.amount(column.once));
    sheet.put("First-year cash", |sheet, column| sheet.amount(column.first_year_cash));
    sheet.equity(view.table.years);
    for year in 0..view.table.years {
        sheet.put(&format!("Year {} in all, at face", year + 1), |sheet, column| {
            sheet.amount(at(&column.face.by_year, year))
        });
    }
    let years = view.table.years;
    sheet.put(&format!("{years} years at face"), |sheet, column| sheet.amount(column.face.sum));
    sheet.put(&format!("{years} years bankable"), |sheet, column| sheet.amount(column.bankable.sum));
    if columns.iter().any(|column| column.expires.is_some()) {
        sheet.put("Answer by", |_, column| {
            column.expires.map_or_else(|| "no date".to_owned(), |day| day.to_string())
        });
    }
    sheet.rows
}

struct Sheet<'a> {
    currency: Currency,
    columns: &'a [Column],
    rows: Vec<Row>,
}

impl Sheet<'_> {
    fn amount(&self, amount: Decimal) -> String {
        figure(self.currency, amount)
    }

    fn add(&mut self, name: &str, cells: Vec<String>, is_strong: bool) {
        self.rows.push(Row { name: name.to_owned(), cells, is_strong });
    }

    fn put(&mut self, name: &str, cell: impl Fn(&Self, &Column) -> String) {
        let cells = self.columns.iter().map(|column| cell(self, column)).collect();
        self.add(name, cells, false);
    }

    /// The first year with the average under it.
    fn pair(&mut self, how: &str, total: impl Fn(&Column) -> &Total) {
        let first = self.columns.iter().map(|column| self.amount(at(&total(column).by_year, 0))).collect();
        let average = self.columns.iter().map(|column| self.amount(total(column).average)).collect();
        self.add(&format!("First year, {how}"), first, true);
        self.add(&format!("Average a year, {how}"), average, true);
    }

    fn equity(&mut self, years: usize) {
        self.put("Equity grant", |sheet, column| sheet.amount(column.grant));
        self.put("  made of", |_, column| {
            if column.has_paper() { column.kind.words().to_owned() } else { "none".to_owned() }
        });
        self.put("  marked down by", |_, column| percent(column.haircut.share()));
        for year in 0..years {
            let name = format!("  vesting in year {}", year + 1);
            self.put(&name, |sheet, column| sheet.amount(at(&column.equity, year)));
        }
        if self.columns.iter().all(|column| column.refreshers.is_empty()) {
            return;
        }
        for year in 0..years {
            let name = format!("  refreshers in year {}", year + 1);
            self.put(&name, |sheet, column| sheet.amount(at(&column.refreshers, year)));
        }
    }
}

fn at(years: &[Decimal], year: usize) -> Decimal {
    years.get(year).copied().unwrap_or_default()
}

/// An amount in whole units of its currency.
pub(super) fn figure(currency: Currency, amount: Decimal) -> String {
    show::full(currency, amount.round_dp(0))
}

/// An amount with its sign.
pub(super) fn signed(currency: Currency, amount: Decimal) -> String {
    let shown = figure(currency, amount);
    if amount.round_dp(0) > Decimal::ZERO { format!("+{shown}") } else { shown }
}

/// A share as a percentage with one decimal at most.
pub(super) fn percent(share: Decimal) -> String {
    let percent = share.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(share);
    format!("{}%", percent.round_dp(1).normalize())
}
