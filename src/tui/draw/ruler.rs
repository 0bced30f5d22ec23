//! The ruler: floor, cautious floor, ask and opening over the band.

use ratatui::text::{Line, Span};

use crate::domain::money::{Currency, Decimal, Range, show};
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

/// A band on a scale that several share: `$165K    ├─────────┤ $215K`; `None` where there is no room.
pub fn span(
    range: Range,
    scale: (Decimal, Decimal),
    currency: Currency,
    width: u16,
    theme: Theme,
) -> Option<Line<'static>> {
    let (low, high) = (range.low.amount(), range.high.amount());
    let (left, right) = (show::short(currency, low), show::short(currency, high));
    let ends = u16::try_from(left.chars().count().max(7) + right.chars().count().max(6) + 1).ok()?;
    let cells = usize::from(width.checked_sub(ends).filter(|cells| *cells >= 5)?);
    Some(Line::from(vec![
        Span::raw(format!("{left:<7}")),
        Span::styled(bar(low, high, scale, cells)?, theme.good()),
        Span::raw(format!(" {right}")),
    ]))
}

/// The bar of a band, in a field of so many cells for the whole scale.
pub fn bar(low: Decimal, high: Decimal, scale: (Decimal, Decimal), cells: usize) -> Option<String> {
    let at = |figure| place(figure, scale.0, scale.1, cells);
    let (start, end) = (at(low)?, at(high)?);
    let sign = |cell: usize| match cell {
        _ if cell == start && cell == end => '│',
        _ if cell == start => '├',
        _ if cell == end => '┤',
        _ if cell > start && cell < end => '─',
        _ => ' ',
    };
    Some((0..cells).map(sign).collect())
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

#[cfg(test)]
mod tests {
    use super::bar;

    #[test]
    fn a_bar_stands_where_its_band_lies_on_the_scale() {
        for (low, high, scale, want) in [
            (0, 100, (0, 100), "├────────┤"),
            (0, 50, (0, 100), "├───┤     "),
            (50, 50, (0, 100), "    │     "),
            (170, 170, (170, 170), "│         "),
            (-50, 500, (0, 100), "├────────┤"),
        ] {
            let scale = (scale.0.into(), scale.1.into());
            assert_eq!(bar(low.into(), high.into(), scale, 10).as_deref(), Some(want), "{low} {high}");
        }
        assert_eq!(bar(0.into(), 1.into(), (0.into(), 1.into()), 0), None);
    }
}
