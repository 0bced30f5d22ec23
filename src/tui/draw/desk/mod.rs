//! The offers desk: one page at a time under a line of their names.

mod bars;
mod chart;
mod deadlines;
mod letters;
mod packages;
mod side_by_side;
mod what_if;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Padding, Widget};

use crate::app::App;
use crate::app::desk::DeskPage;
use crate::tui::page::{Page, Shown};
use crate::tui::theme::Theme;

/// ```text
/// ┌ Offers desk · [Side by side]  What if  Packages ──────┐
/// │ …                                                     │
/// └───────────────────────────────────────────────────────┘
/// ```
pub fn draw(app: &App, page: DeskPage, theme: Theme, area: Rect, buffer: &mut Buffer) -> Shown {
    let block = Block::bordered().title(titles(page, theme)).padding(Padding::horizontal(1));
    let inner = block.inner(area);
    block.render(area, buffer);
    if let Some(problem) = &app.desk.problem {
        let mut words = Page::default();
        words.words(&problem.message, theme.careful(), inner.width, 0);
        words.words(problem.hint.as_deref().unwrap_or_default(), theme.quiet(), inner.width, 0);
        return words.show_bare(inner, buffer, app.scroll);
    }
    let shown = match page {
        DeskPage::SideBySide => side_by_side::draw(app, theme, inner, buffer),
        DeskPage::WhatIf => what_if::draw(app, theme, inner, buffer),
        DeskPage::Packages => packages::draw(app, theme, inner, buffer),
        DeskPage::Deadlines => deadlines::draw(app, theme, inner, buffer),
        DeskPage::Letters => letters::draw(app, theme, inner, buffer),
    };
    if shown.lines_below {
        let x = area.right().saturating_sub(10).max(area.x);
        buffer.set_stringn(x, area.bottom().saturating_sub(1), " ↓ more ", 8, theme.text());
    }
    shown
}

fn titles(current: DeskPage, theme: Theme) -> Line<'static> {
    let mut spans = vec![Span::raw(" ")];
    for page in DeskPage::ALL {
        spans.push(if page == current {
            Span::styled(format!("[{}]", page.title()), theme.heading())
        } else {
            Span::styled(format!(" {} ", page.title()), theme.quiet())
        });
    }
    spans.push(Span::raw(" "));
    Line::from(spans)
}
