//! The ruler: floor, cautious floor, ask and opening over the band.

use ratatui::text::{Line, Span};

use crate::domain::money::{Decimal, show};
use crate::domain::plan::Plan;
use crate::tui::theme::Theme;

/// `170 ├─────●────◐◆┤ 220`, in `width` columns; `None` without a base band.
pub fn line(plan: &Plan, theme: Theme, width: u16) -> Option<Line<'static>> {
    let band = plan.band.base?;
    let (low, high) = (band.low.amount(), band.high.amount());
    let (left, right) = (show::short(plan.currency, low), show::short(plan.currency, high));
    let ends = u16::try_from(left.chars().count() + right.chars().count() + 4).ok()?;
    let cells = usize::from(width.checked_sub(ends).filter(|cells| *cells >= 5)?);
    let mut marks: Vec<(char, bool)> = vec![('─', false); cells];
    // Where ask and opening fall into one cell, the opening moves on to the next.
    let same = place(plan.opening.base, low, high, cells) == place(plan.ask.base, low, high, cells);
    if same && plan.opening.base > plan.ask.base {
        let next = place(plan.ask.base, low, high, cells).map(|at| at + 1);
        if let Some(cell) = next.and_then(|at| marks.get_mut(at)) {
            *cell = ('◇', true);
        }
    }
    let figures = [
        (plan.opening.base, '◇'),
        (plan.ask.base, '◆'),
        (plan.floor.cautious_base.unwrap_or(low), '◐'),
        (plan.floor.base.unwrap_or(low), '●'),
    ];
    let mut over = false;
    for (figure, sign) in figures {
        over |= figure > high;
        if let Some(cell) = place(figure, low, high, cells).and_then(|at| marks.get_mut(at)) {
            *cell = (sign, true);
        }
    }
    let mut spans = vec![Span::styled(format!("{left} ├"), theme.quiet())];
    for (sign, is_mark) in marks {
        let style = match sign {
            '●' => theme.bad(),
            '◐' => theme.careful(),
            '◆' | '◇' => theme.good(),
            _ => theme.quiet(),
        };
        spans.push(Span::styled(sign.to_string(), if is_mark { style } else { theme.quiet() }));
    }
    let end = if over { "›" } else { "┤" };
    spans.push(Span::styled(format!("{end} {right}"), theme.quiet()));
    Some(Line::from(spans))
}

/// What the signs mean.
pub const LEGEND: &str = "● floor   ◐ accept from   ◆ ask   ◇ open with";

/// The cell of a figure; beyond the ends it stands at the end.
fn place(figure: Decimal, low: Decimal, high: Decimal, cells: usize) -> Option<usize> {
    let last = Decimal::from(cells.checked_sub(1)?);
    let width = high.checked_sub(low)?;
    if width.is_zero() {
        return Some(0);
    }
    let way = figure.checked_sub(low)?.checked_mul(last)?.checked_div(width)?;
    let at = way.round().max(Decimal::ZERO).min(last);
    usize::try_from(at).ok()
}
