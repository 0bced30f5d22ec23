//! What each year of a package brings, as a stacked bar; all bars are to one scale.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::domain::compare::SideBySide;
use crate::domain::money::show;
use crate::export::{Part, bars, cut};
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
    let room = width.saturating_sub(9 + 14).max(5);
    for column in &table.columns {
        page.line(Span::styled(cut(&column.label, usize::from(width)), theme.strong()));
        for bar in bars(table, column) {
            let mut spans = vec![Span::raw(format!("  year {:<2}", bar.year))];
            spans.extend(bar.lengths(highest, room).into_iter().map(|(part, length)| {
                let (sign, style) = look(part, theme);
                Span::styled(sign.repeat(usize::from(length)), style)
            }));
            spans.push(Span::raw(format!(" {}", show::full(table.currency, bar.total.round()))));
            page.line(Line::from(spans));
        }
    }
}

/// The sign of a part; a colour stands beside it, never alone.
fn look(part: Part, theme: Theme) -> (&'static str, Style) {
    match part {
        Part::Base => ("█", theme.text()),
        Part::Bonus => ("▓", theme.text()),
        Part::Signing => ("▒", theme.key()),
        Part::Listed => ("░", theme.good()),
        Part::Private => (":", theme.careful()),
    }
}
