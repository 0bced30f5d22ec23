//! What each year of a package brings, as a stacked bar; all bars are to one scale.

use ratatui::text::{Line, Span};

use crate::domain::compare::{Column, SideBySide};
use crate::domain::money::{Decimal, show};
use crate::export::cut;
use crate::tui::page::Page;
use crate::tui::theme::Theme;

/// ```text
/// Year by year, at face    █ base  ▓ bonus, other  ▒ signing  ░ listed stock  · private paper
/// Google L4
///   year 1 ████████████████▓▓░░░░░░  $275,000
/// ```
pub fn draw(page: &mut Page, table: &SideBySide, theme: Theme, width: u16) {
    let highest = table.highest_year();
    if highest.is_zero() {
        return;
    }
    page.blank();
    page.line(Span::styled("Year by year, at face", theme.heading()));
    page.words(
        "█ base  ▓ bonus and other pay  ▒ signing  ░ listed stock  : private paper",
        theme.quiet(),
        width,
        0,
    );
    let room = usize::from(width).saturating_sub(9 + 14).max(5);
    for column in &table.columns {
        page.line(Span::styled(cut(&column.label, usize::from(width)), theme.strong()));
        for year in 0..table.years {
            let total = column.face.by_year.get(year).copied().unwrap_or_default();
            let bar = bar(column, year, highest, room, theme);
            let mut spans = vec![Span::raw(format!("  year {:<2}", year + 1))];
            spans.extend(bar);
            spans.push(Span::raw(format!(" {}", show::full(table.currency, total.round()))));
            page.line(Line::from(spans));
        }
    }
}

/// One bar of at most `room` cells.
fn bar(column: &Column, year: usize, highest: Decimal, room: usize, theme: Theme) -> Vec<Span<'static>> {
    let of = |figures: &[Decimal]| figures.get(year).copied().unwrap_or_default();
    let paper = of(&column.equity).checked_add(of(&column.refreshers)).unwrap_or_default();
    let once = if year == 0 { column.once } else { Decimal::ZERO };
    let more = column.bonus.unwrap_or_default().checked_add(column.other_annual).unwrap_or_default();
    let (sign, style) = if column.kind.is_liquid() { ("░", theme.good()) } else { (":", theme.careful()) };
    let parts = [
        ("█", theme.text(), column.base),
        ("▓", theme.text(), more),
        ("▒", theme.key(), once),
        (sign, style, paper),
    ];
    let (mut sum, mut cells) = (Decimal::ZERO, 0);
    let spans = parts.into_iter().map(|(sign, style, part)| {
        sum = sum.checked_add(part).unwrap_or(sum);
        let until = share_of(sum, highest, room).max(cells);
        let length = until - cells;
        cells = until;
        Span::styled(sign.repeat(length), style)
    });
    spans.collect()
}

/// How many of `room` cells an amount takes.
fn share_of(amount: Decimal, highest: Decimal, room: usize) -> usize {
    let share = amount.checked_div(highest).and_then(|share| share.checked_mul(Decimal::from(room)));
    share.and_then(|cells| usize::try_from(cells.round()).ok()).unwrap_or(0).min(room)
}
