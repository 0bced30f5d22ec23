//! The Plan screen: the ruler, and rows of figures that can be asked why.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Padding;
use unicode_width::UnicodeWidthStr;

use super::{ruler, titled};
use crate::app::App;
use crate::app::plan_page::PlanRow;
use crate::export::{cut, fit};
use crate::tui::page::{Page, Shown};
use crate::tui::theme::Theme;

/// ```text
/// ┌ Plan ─────────────────────────────────────────┐
/// │ $170K ├──────────────●────────────◐◆─◇┤ $220K │
/// │ ● floor   ◐ accept from   ◆ ask   ◇ open with │
/// │ What to ask for                               │
/// │ ▸ Ask, base        $215,000                   │
/// └───────────────────────────────────────────────┘
/// ```
pub fn draw(app: &App, theme: Theme, area: Rect, buffer: &mut Buffer) -> Shown {
    let width = area.width.saturating_sub(4);
    let mut page = Page::default();
    let Some(work) = &app.work else { return Shown::default() };
    match &work.plan {
        Ok(plan) => {
            if let Some(line) = ruler::line(plan, theme, width) {
                page.line(line);
                page.line(Span::styled(ruler::LEGEND, theme.quiet()));
            }
            rows(&mut page, app, theme, width);
        }
        Err(problem) => {
            page.words(&problem.message, theme.careful(), width, 0);
            page.words(problem.hint.as_deref().unwrap_or_default(), theme.quiet(), width, 0);
        }
    }
    let block = titled("Plan", theme).padding(Padding::horizontal(1));
    page.show(block, area, buffer, app.scroll)
}

fn rows(page: &mut Page, app: &App, theme: Theme, width: u16) {
    let mut figure = 0;
    for row in &app.plan_page.rows {
        match row {
            PlanRow::Heading(heading) => {
                page.blank();
                page.line(Span::styled(*heading, theme.heading()));
            }
            PlanRow::Figure { label, value, note, .. } => {
                let is_selected = figure == app.focus;
                figure += 1;
                let line = |sign| figure_line(sign, label, value, note, is_selected, theme, width);
                if is_selected {
                    page.focused(|page| page.line(line("▸ ")));
                } else {
                    page.line(line("  "));
                }
            }
            PlanRow::Line { label, value } => {
                let wide = 43.min(usize::from(width) / 2 + 6);
                let room = usize::from(width).saturating_sub(wide + 4);
                if value.width() > room {
                    page.line(format!("  {label}"));
                    page.words(value, theme.text(), width, 6);
                } else {
                    page.line(Line::from(vec![
                        Span::raw(format!("  {} ", fit(label, wide))),
                        Span::raw(value.clone()),
                    ]));
                }
            }
            PlanRow::Words(words) => page.words(words, theme.text(), width, 2),
            PlanRow::Warning(words) => page.item("! ", words, theme.careful(), width),
        }
    }
}

fn figure_line(
    sign: &'static str,
    label: &str,
    value: &str,
    note: &str,
    is_selected: bool,
    theme: Theme,
    width: u16,
) -> Line<'static> {
    let style = if is_selected { theme.selected() } else { theme.text() };
    let note_room = usize::from(width).saturating_sub(38);
    Line::from(vec![
        Span::styled(format!("{sign}{}", fit(label, 17)), style),
        Span::styled(format!(" {}", fit(value, 17)), style.patch(theme.strong())),
        Span::styled(format!(" {}", cut(note, note_room)), theme.quiet()),
    ])
}
