//! The Friday board: deadlines on one line with today, and the moves in their order.

use jiff::civil::Date;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::chart::place;
use crate::app::App;
use crate::domain::board::{Board, Move, State};
use crate::domain::day;
use crate::export::{cut, fit};
use crate::tui::page::{Page, Shown};
use crate::tui::theme::Theme;

/// ```text
/// First: Ask for more time, Google L4, today.
/// today ┼──────────────A──────────────B┤ Fri 4 Dec
/// A Google L4     Fri 27 Nov, in 4 days
/// What to do, in this order
/// ▸ today          Ask for more time      Google L4
///   It ends before …
/// ```
pub fn draw(app: &App, theme: Theme, area: Rect, buffer: &mut Buffer) -> Shown {
    let Some(board) = &app.desk.board else { return Shown::default() };
    let width = area.width;
    let mut page = Page::default();
    match board.first() {
        Some(first) => {
            let words = format!(
                "First: {}, {}, {}.",
                lower(first.kind.title()),
                first.label,
                when(first.by, app.today)
            );
            page.words(&words, style(first.state, theme).patch(theme.strong()), width, 0);
        }
        None => page.words("Nothing has to be done: no offer states a deadline.", theme.text(), width, 0),
    }
    page.blank();
    timeline(&mut page, board, theme, width);
    for (sign, deadline) in ('A'..='Z').zip(&board.deadlines) {
        page.line(Line::from(vec![
            Span::styled(format!("{sign} "), theme.strong()),
            Span::raw(fit(&deadline.label, usize::from(width / 3))),
            Span::raw(format!(" {} ", fit(&day::with_distance(deadline.day, app.today), 24))),
            Span::styled(mark(deadline.state).to_owned(), style(deadline.state, theme)),
        ]));
    }
    if !board.without_date.is_empty() {
        let names: Vec<&str> = board.without_date.iter().map(|(_, label)| label.as_str()).collect();
        page.words(
            &format!("No date stated: {}. Ask until when it stands.", names.join(", ")),
            theme.careful(),
            width,
            0,
        );
    }
    page.blank();
    page.line(Span::styled("What to do, in this order", theme.heading()));
    for (at, one) in board.moves.iter().enumerate() {
        let is_selected = at == app.focus;
        let write = |page: &mut Page| row(page, one, app.today, is_selected, theme, width);
        if is_selected { page.focused(write) } else { write(&mut page) }
    }
    page.show_bare(area, buffer, app.scroll)
}

fn row(page: &mut Page, one: &Move, today: Date, is_selected: bool, theme: Theme, width: u16) {
    let (sign, name) = if is_selected { ("▸ ", theme.selected()) } else { ("  ", theme.text()) };
    let room = usize::from(width).saturating_sub(2 + 23 + 26 + 2);
    page.line(Line::from(vec![
        Span::styled(sign, name),
        Span::styled(fit(&when(one.by, today), 23), style(one.state, theme)),
        Span::styled(fit(one.kind.title(), 25), name),
        Span::raw(format!(" {}", cut(&one.label, room))),
    ]));
    if is_selected {
        page.words(&one.why, theme.quiet(), width, 4);
    }
}

/// A line from today to the last deadline; what lies in the past stands left of today.
fn timeline(page: &mut Page, board: &Board, theme: Theme, width: u16) {
    let Some(last) = board.deadlines.iter().map(|deadline| deadline.day).max() else { return };
    let first = board.deadlines.iter().map(|deadline| deadline.day).min().unwrap_or(last).min(board.today);
    let last = last.max(board.today);
    let all = days(first, last) + 1;
    let room = usize::from(width).saturating_sub(2).max(10);
    let mut cells = vec!['─'; room];
    let mut put = |day: Date, sign: char| {
        let at = place(days(first, day), all, room);
        // Where two fall on one cell, the later moves on.
        let free = (at..room).find(|at| cells[*at] == '─').unwrap_or(at);
        if let Some(cell) = cells.get_mut(free) {
            *cell = sign;
        }
    };
    put(board.today, '┼');
    for (sign, deadline) in ('A'..='Z').zip(&board.deadlines) {
        put(deadline.day, sign);
    }
    let line: String = cells.into_iter().collect();
    page.line(Line::from(vec![
        Span::styled("├", theme.quiet()),
        Span::raw(line),
        Span::styled("┤", theme.quiet()),
    ]));
    let end = day::show(last, board.today);
    let start = if first < board.today { day::show(first, board.today) } else { "┼ today".to_owned() };
    let gap = usize::from(width).saturating_sub(end.chars().count());
    page.line(Span::styled(format!("{}{end}", fit(&start, gap)), theme.quiet()));
}

fn days(from: Date, to: Date) -> usize {
    from.until(to).ok().and_then(|span| usize::try_from(span.get_days()).ok()).unwrap_or(0)
}

/// When something is due, in words: overdue is said, not only coloured.
fn when(by: Date, today: Date) -> String {
    if by < today { format!("overdue, {}", day::show(by, today)) } else { day::with_distance(by, today) }
}

fn mark(state: State) -> &'static str {
    match state {
        State::Overdue => "! overdue",
        State::Today => "! today",
        State::Soon => "soon",
        State::Later => "",
    }
}

fn style(state: State, theme: Theme) -> Style {
    match state {
        State::Overdue | State::Today => theme.bad(),
        State::Soon => theme.careful(),
        State::Later => theme.text(),
    }
}

/// A title inside a sentence.
fn lower(title: &str) -> String {
    let mut letters = title.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
