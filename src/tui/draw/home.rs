//! Home: the saved sessions, and how to begin.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Padding;

use super::{columns, titled};
use crate::app::App;
use crate::app::msg::SessionRow;
use crate::domain::day;
use crate::export::{cut, fit};
use crate::tui::page::{Page, Shown};
use crate::tui::theme::Theme;
use crate::tui::wrap::wrap;

/// ```text
/// ┌ Your negotiations ────────────────────────────────────┐
/// │ ▸ Title          company · role     Levers   Fri 27 N │
/// └───────────────────────────────────────────────────────┘
/// ```
pub fn draw(app: &App, theme: Theme, area: Rect, buffer: &mut Buffer) -> Shown {
    let width = area.width.saturating_sub(4);
    let mut page = Page::default();
    let list = &app.sessions;
    match &list.rows {
        None => {}
        Some(rows) if rows.is_empty() => first_run(&mut page, theme, width),
        Some(_) => sessions(&mut page, app, theme, width),
    }
    let block = titled("Your negotiations", theme).padding(Padding::horizontal(1));
    page.show(block, area, buffer, 0)
}

fn first_run(page: &mut Page, theme: Theme, width: u16) {
    page.blank();
    let what = "You hold an offer. In ten minutes you will know what to ask for, what to open with, where to \
                walk away, and have the sentences to say it.";
    page.words(what, theme.text(), width, 0);
    page.blank();
    for (key, words) in [
        ("n", "start your negotiation, with a playbook or for any company"),
        ("s", "try the sample first: filled in, with two rival offers"),
        ("l", "look through the playbooks"),
    ] {
        let room = usize::from(width.saturating_sub(5)).max(1);
        for (at, line) in wrap(words, room).into_iter().enumerate() {
            let key = if at == 0 { key } else { " " };
            page.line(Line::from(vec![Span::styled(format!("  {key}  "), theme.key()), Span::raw(line)]));
        }
    }
    page.blank();
    let privacy = "Everything stays on this machine, in files only you can read. The program has no network code. \
                   Nothing is written before you enter something.";
    page.words(privacy, theme.quiet(), width, 0);
}

fn sessions(page: &mut Page, app: &App, theme: Theme, width: u16) {
    let list = &app.sessions;
    if app.filtering || !list.filter.text().is_empty() {
        let filter = list.filter.text();
        page.cursor = app.filtering.then(|| (page.lines.len(), 8 + columns(list.filter.halves().0)));
        page.line(Line::from(vec![Span::styled("Filter: ", theme.quiet()), Span::raw(filter.to_owned())]));
        page.blank();
    }
    let visible = list.visible();
    if visible.is_empty() {
        page.line("No session matches. Esc clears the filter.");
    }
    let dates: Vec<String> = visible.iter().map(|row| dates(row, app)).collect();
    let end = dates.iter().map(|dates| columns(dates)).max().unwrap_or(0).min(width / 3);
    for (at, (row, dates)) in visible.into_iter().zip(dates).enumerate() {
        let is_selected = at == list.selected;
        let line =
            session(row, &cut(&dates, usize::from(end)), is_selected, theme, width.saturating_sub(end));
        if is_selected {
            page.focused(|page| {
                page.line(line);
                if let Some(trouble) = &row.trouble {
                    page.words(&format!("! {trouble}"), theme.bad(), width, 2);
                }
            });
        } else {
            page.line(line);
        }
    }
}

/// The next deadline, and whether typing is kept.
fn dates(row: &SessionRow, app: &App) -> String {
    let deadline = row.deadline.map_or_else(String::new, |day| day::with_distance(day, app.today));
    let draft = if row.has_draft { " (typing kept)" } else { "" };
    format!("{deadline}{draft}")
}

/// A row in `width` columns, and its dates behind it.
fn session(row: &SessionRow, dates: &str, is_selected: bool, theme: Theme, width: u16) -> Line<'static> {
    let sign = if is_selected { "▸ " } else { "  " };
    let style = if is_selected { theme.selected() } else { theme.text() };
    let state = match (&row.trouble, row.step) {
        (Some(_), _) => "cannot be opened",
        (None, Some(step)) => step.title(),
        (None, None) => "not begun",
    };
    let company = row.subject.split(" · ").next().unwrap_or_default();
    let title = if row.title.contains(company) {
        row.title.clone()
    } else {
        format!("{} · {}", row.title, row.subject)
    };
    let room = usize::from(width).saturating_sub(15);
    Line::from(vec![
        Span::styled(format!("{sign}{} ", fit(&title, room)), style),
        Span::styled(format!("{} ", fit(state, 11)), theme.quiet()),
        Span::raw(dates.to_owned()),
    ])
}
