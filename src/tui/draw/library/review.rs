//! A guide at the left, what was understood of it at the right.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Padding, Widget};

use super::{counted, window};
use crate::app::library::{Review, ReviewRow};
use crate::export::{cut, fit};
use crate::tui::draw::titled;
use crate::tui::page::Shown;
use crate::tui::theme::Theme;
use crate::tui::wrap::wrap;

/// Lines above the rows.
const ABOVE: u16 = 3;
/// Signs, line number and the blank behind it.
const MARGIN: usize = 8;

/// ```text
/// ┌ A guide: acme.md ────────────────────────────────────────┐
/// │ Acme · Data Engineer: 3 regions, 4 levers                │
/// │ ! 2 to check   ? 1 line not understood                   │
/// │        The guide                Understood               │
/// │ ▸!  12 | SF | $170K-$220K |     San Francisco: base …    │
/// │                                 ! A year was read as …   │
/// └──────────────────────────────────────────────────────────┘
/// ```
pub fn draw(review: &Review, theme: Theme, area: Rect, buffer: &mut Buffer) -> Shown {
    let file = review.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let title = format!("A guide: {}", cut(&file, usize::from(area.width.saturating_sub(16))));
    let block = titled(title, theme).padding(Padding::horizontal(1));
    let inner = block.inner(area);
    block.render(area, buffer);
    let room = usize::from(inner.width).saturating_sub(MARGIN + 2);
    let sides = Sides { left: room / 2, right: room - room / 2 };
    for (y, line) in (inner.y..).zip(above(review, &sides, theme)) {
        buffer.set_line(inner.x, y, &line, inner.width);
    }
    let height = usize::from(inner.height.saturating_sub(ABOVE));
    let rows = review.rows.len();
    let high = |at: usize| {
        let is_selected = at == review.selected;
        review.rows.get(at).map_or(0, |row| sides.lines(row, is_selected, theme).len())
    };
    let top = window::start(review.top, review.selected, rows, height, high);
    let mut y = inner.y + ABOVE;
    'rows: for (at, row) in review.rows.iter().enumerate().skip(top) {
        for line in sides.lines(row, at == review.selected, theme) {
            if y >= inner.bottom() {
                let x = area.right().saturating_sub(10);
                buffer.set_stringn(x, area.bottom().saturating_sub(1), " ↓ more ", 8, theme.text());
                break 'rows;
            }
            buffer.set_line(inner.x, y, &line, inner.width);
            y += 1;
        }
    }
    Shown { top, ..Shown::default() }
}

fn above(review: &Review, sides: &Sides, theme: Theme) -> [Line<'static>; 3] {
    let playbook = &review.import.playbook;
    let what = format!(
        "{} · {}: {}, {}",
        playbook.company,
        playbook.role,
        counted(playbook.bands.len(), "region", "regions"),
        counted(playbook.levers.len(), "lever", "levers")
    );
    let (doubts, unread) = review.to_check();
    let mut state = Vec::new();
    if doubts > 0 {
        state.push(Span::styled(format!("! {doubts} to check   "), theme.careful()));
    }
    if unread > 0 {
        let lines = counted(unread, "line", "lines");
        state.push(Span::styled(format!("? {lines} not understood"), theme.bad()));
    }
    if state.is_empty() {
        state.push(Span::styled("Everything was understood without a doubt.", theme.good()));
    }
    let heads = format!("{}{}  Understood", " ".repeat(MARGIN), fit("The guide", sides.left));
    [
        Line::from(Span::styled(what, theme.strong())),
        Line::from(state),
        Line::from(Span::styled(heads, theme.quiet())),
    ]
}

/// The widths of the guide and of what was understood.
struct Sides {
    left: usize,
    right: usize,
}

impl Sides {
    /// A row as lines: the selected one in full, the others cut short.
    fn lines(&self, row: &ReviewRow, is_selected: bool, theme: Theme) -> Vec<Line<'static>> {
        let most = if is_selected { 5 } else { 1 };
        let mut said: Vec<String> = wrap(&row.text, self.left.max(1));
        if said.len() > most {
            said.truncate(most);
            if let Some(last) = said.last_mut() {
                *last = cut(&format!("{last}…"), self.left);
            }
        }
        let mut understood: Vec<Span<'static>> = Vec::new();
        let mut add = |text: &str, most: usize, style| {
            let mut lines = wrap(text, self.right.max(1));
            if lines.len() > most {
                lines.truncate(most);
                if let Some(last) = lines.last_mut() {
                    *last = cut(&format!("{last}…"), self.right);
                }
            }
            understood.extend(lines.into_iter().map(|line| Span::styled(line, style)));
        };
        let short = if is_selected { usize::MAX } else { 2 };
        if !row.understood.is_empty() {
            add(&row.understood, short, theme.text());
        }
        for doubt in &row.doubts {
            add(&format!("! {doubt}"), short, theme.careful());
        }
        if row.is_unread {
            add("? not understood", short, theme.bad());
        }
        let style = match (is_selected, row.understood.is_empty() && !row.is_marked()) {
            (true, _) => theme.selected(),
            (false, true) => theme.quiet(),
            (false, false) => theme.text(),
        };
        let lines = said.len().max(understood.len()).max(1);
        let mut said = said.into_iter();
        let mut understood = understood.into_iter();
        (0..lines)
            .map(|at| {
                let margin = if at == 0 { Self::margin(row, is_selected) } else { " ".repeat(MARGIN) };
                let text = said.next();
                let style = if text.is_some() { style } else { theme.text() };
                let text = fit(&text.unwrap_or_default(), self.left);
                let right = understood.next().unwrap_or_default();
                Line::from(vec![Span::raw(margin), Span::styled(text, style), Span::raw("  "), right])
            })
            .collect()
    }

    fn margin(row: &ReviewRow, is_selected: bool) -> String {
        let sign = if is_selected { '▸' } else { ' ' };
        let mark = match (row.is_unread, row.doubts.is_empty()) {
            (true, _) => '?',
            (false, false) => '!',
            (false, true) => ' ',
        };
        format!("{sign}{mark}{:>5} ", row.line)
    }
}
