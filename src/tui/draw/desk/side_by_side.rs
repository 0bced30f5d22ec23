//! The packages as columns; what each year brings as bars below.

use std::cmp::Ordering;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::bars;
use crate::app::App;
use crate::domain::compare::{Column, Inputs, SideBySide, Whose};
use crate::domain::day;
use crate::domain::money::{Decimal, Rate, show};
use crate::export::{before_trust, cut, fit, option_cases};
use crate::tui::page::{Page, Shown};
use crate::tui::theme::Theme;

/// Width of the rows' names, and of each package.
const NAME: usize = 20;
const CELL: usize = 14;

/// ```text
///                        Your ask       Google L4      Anthropic
/// First year             $319,875  ▸     $275,000       $261,875
/// Average a year         $282,750        $275,000       $261,875
///   against theirs              …               …              …
/// Base                   $215,000        $210,000       $215,000
/// …
/// ```
/// First year and average stay on top however far the rest is scrolled.
pub fn draw(app: &App, theme: Theme, area: Rect, buffer: &mut Buffer) -> Shown {
    let Some(table) = &app.desk.table else { return Shown::default() };
    let across = usize::from(area.width).saturating_sub(NAME).checked_div(CELL).unwrap_or(1).max(1);
    let selected = app.desk.column_at();
    let first =
        selected.saturating_sub(across.saturating_sub(1)).min(table.columns.len().saturating_sub(across));
    let first = if selected < across { 0 } else { first };
    let columns: Vec<&Column> = table.columns.iter().skip(first).take(across).collect();
    let grid = Grid { table, columns, selected: selected - first, theme };
    let head = grid.head(app);
    let height = u16::try_from(head.len()).unwrap_or(u16::MAX).min(area.height);
    for (y, line) in (area.y..area.y + height).zip(&head) {
        buffer.set_line(area.x, y, line, area.width);
    }
    let hidden = table.columns.len() - grid.columns.len();
    if hidden > 0 {
        let more = format!("{hidden} more ←→");
        let x = area.right().saturating_sub(u16::try_from(more.width()).unwrap_or(0));
        buffer.set_stringn(x, area.y + height.saturating_sub(1), &more, 12, theme.quiet());
    }
    let mut page = Page::default();
    grid.details(&mut page, app);
    bars::draw(&mut page, table, theme, area.width);
    notes(&mut page, app, table, theme, area.width);
    let rest = Rect { y: area.y + height, height: area.height - height, ..area };
    page.show_bare(rest, buffer, app.scroll)
}

struct Grid<'a> {
    table: &'a SideBySide,
    columns: Vec<&'a Column>,
    selected: usize,
    theme: Theme,
}

impl Grid<'_> {
    /// What stands above everything that scrolls.
    fn head(&self, app: &App) -> Vec<Line<'static>> {
        let mut names =
            vec![Span::styled(fit(&format!("by {}", app.desk.measure.words()), NAME), self.theme.quiet())];
        for (at, column) in self.columns.iter().enumerate() {
            let style = if at == self.selected { self.theme.selected() } else { self.theme.strong() };
            let name = cut(&column.label, CELL - 2);
            names.push(Span::raw(" ".repeat(CELL - name.width())));
            names.push(Span::styled(name, style));
        }
        let mut lines = vec![
            Line::from(names),
            self.row("First year", self.theme.strong(), |column| self.money(column.first_year())),
            self.row("Average a year", self.theme.strong(), |column| self.money(column.bankable.average)),
        ];
        if self.table.columns.iter().any(Column::is_adjusted) {
            let first = |column: &Column| column.first_year_there().unwrap_or_default();
            lines.push(
                self.row("  first, comparable", self.theme.strong(), |column| self.money(first(column))),
            );
            lines
                .push(self.row("  avg., comparable", self.theme.strong(), |column| self.money(column.value)));
        }
        if self.table.columns.len() > 1 {
            let to = match self.table.reference().map(|column| column.whose) {
                Some(Whose::Target) => "theirs",
                _ => "the ask",
            };
            lines.push(self.difference(&format!("  first, to {to}"), |difference| difference.first_year));
            lines.push(self.difference(&format!("  avg., to {to}"), |difference| difference.average));
        }
        lines.push(Line::default());
        lines
    }

    fn details(&self, page: &mut Page, app: &App) {
        let columns = &self.table.columns;
        let plain = self.theme.text();
        let money = |figure: fn(&Column) -> Decimal| move |column: &Column| self.money(figure(column));
        page.line(self.row("Base", plain, money(|column| column.base)));
        page.line(self.row("Target bonus", plain, |column| {
            column.bonus.map_or_else(|| "not stated".to_owned(), |bonus| self.money(bonus))
        }));
        if columns.iter().any(|column| !column.other_annual.is_zero()) {
            page.line(self.row("Other pay", plain, money(|column| column.other_annual)));
        }
        page.line(self.row("Signing, relocation", plain, money(|column| column.once)));
        page.line(self.row("First-year cash", plain, money(|column| column.first_year_cash)));
        page.line(self.row("Equity grant", plain, money(|column| column.grant)));
        page.line(self.row("  kind", plain, |column| Self::of_paper(column, column.kind.short().to_owned())));
        if columns.iter().any(|column| column.haircut != Rate::ZERO) {
            page.line(self.row("  marked down by", plain, |column| {
                Self::of_paper(column, rounded(column.haircut.share()))
            }));
        }
        for year in 0..self.table.years {
            page.line(self.row(&format!("  vests in year {}", year + 1), plain, |column| {
                self.money(column.equity.get(year).copied().unwrap_or_default())
            }));
        }
        if columns.iter().any(|column| !column.refreshers.is_empty()) {
            for year in 0..self.table.years {
                page.line(self.row(&format!("  refreshers, year {}", year + 1), plain, |column| {
                    self.money(column.refreshers.get(year).copied().unwrap_or_default())
                }));
            }
        }
        page.line(Line::from(Span::styled("Bankable: private paper marked down", self.theme.heading())));
        for year in 0..self.table.years {
            page.line(self.row(&format!("  year {}", year + 1), plain, |column| {
                self.money(column.bankable.by_year.get(year).copied().unwrap_or_default())
            }));
        }
        page.line(self.row(
            &format!("  {} years", self.table.years),
            plain,
            money(|column| column.bankable.sum),
        ));
        page.line(Line::from(Span::styled("At face: paper at its full price", self.theme.heading())));
        page.line(self.row("  first year", plain, |column| {
            self.money(column.face.by_year.first().copied().unwrap_or_default())
        }));
        page.line(self.row("  average a year", plain, money(|column| column.face.average)));
        page.line(self.row(&format!("  {} years", self.table.years), plain, money(|column| column.face.sum)));
        page.line(
            self.row("Liquid share", plain, |column| column.liquid.map_or_else(|| "–".to_owned(), rounded)),
        );
        page.line(self.row("Answer by", plain, |column| {
            column.expires.map_or_else(|| "no date".to_owned(), |day| day::show(day, app.today))
        }));
    }

    fn row(&self, name: &str, style: Style, cell: impl Fn(&Column) -> String) -> Line<'static> {
        let mut spans = vec![Span::styled(fit(name, NAME), style)];
        for (at, column) in self.columns.iter().enumerate() {
            let figure = cut(&cell(column), CELL - 1);
            let style = if at == self.selected { style.patch(self.theme.strong()) } else { style };
            spans.push(Span::raw(" ".repeat(CELL.saturating_sub(figure.width()))));
            spans.push(Span::styled(figure, style));
        }
        Line::from(spans)
    }

    fn difference(
        &self,
        name: &str,
        of: impl Fn(crate::domain::compare::Difference) -> Decimal,
    ) -> Line<'static> {
        self.row(name, self.theme.quiet(), |column| match self.table.difference(column) {
            Ok(Some(difference)) => {
                let by = of(difference).round();
                let sign = match by.cmp(&Decimal::ZERO) {
                    Ordering::Greater => "+",
                    Ordering::Less => "−",
                    Ordering::Equal => "",
                };
                format!("{sign}{}", self.money(by.abs()))
            }
            _ => "–".to_owned(),
        })
    }

    /// What only a package with equity has.
    fn of_paper(column: &Column, text: String) -> String {
        if !column.has_paper() || text == "0%" { "–".to_owned() } else { text }
    }

    /// In full, or short where the cell has no room.
    fn money(&self, amount: Decimal) -> String {
        show::fitting(self.table.currency, amount, CELL - 2)
    }
}

/// What the options may come to, and what to know before one trusts the figures.
fn notes(page: &mut Page, app: &App, table: &SideBySide, theme: Theme, width: u16) {
    for column in &table.columns {
        let Some(options) = &column.options else { continue };
        page.blank();
        page.line(Span::styled(format!("{}: what the options may come to", column.label), theme.heading()));
        for case in option_cases(table.currency, options) {
            page.item("- ", &case, theme.text(), width);
        }
    }
    let Some(work) = &app.work else { return };
    let Ok(plan) = &work.plan else { return };
    let inputs = Inputs { playbook: &work.playbook, session: &work.session, plan, today: app.today };
    page.blank();
    page.line(Span::styled("Before you trust it", theme.heading()));
    for note in before_trust(&inputs, table) {
        page.item("- ", &note, theme.quiet(), width);
    }
}

fn rounded(share: Decimal) -> String {
    let percent = share.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(share).round_dp(1).normalize();
    format!("{percent}%")
}
