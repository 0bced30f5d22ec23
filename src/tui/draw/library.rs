//! The library: playbooks, narrowed as one types.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Padding;

use super::{columns, titled};
use crate::app::App;
use crate::export::fit;
use crate::tui::page::{Page, Shown};
use crate::tui::theme::Theme;

pub fn draw(app: &App, theme: Theme, area: Rect, buffer: &mut Buffer) -> Shown {
    let width = area.width.saturating_sub(4);
    let list = &app.playbooks;
    let mut page = Page::default();
    let (before, _) = list.filter.halves();
    page.cursor = Some((0, 8 + columns(before)));
    let typed = list.filter.text();
    let filter = if typed.is_empty() {
        Span::styled("type a company or a role", theme.quiet())
    } else {
        Span::raw(typed.to_owned())
    };
    page.line(Line::from(vec![Span::styled("Search: ", theme.strong()), filter]));
    page.blank();
    let visible = list.visible();
    if visible.is_empty() && list.rows.is_some() {
        page.words(
            "No playbook matches. Esc clears the search; “Any company” serves every other one, with the band typed \
             in from the posting.",
            theme.text(),
            width,
            0,
        );
    }
    for (at, row) in visible.into_iter().enumerate() {
        let is_selected = at == list.selected;
        let (sign, style) = if is_selected { ("▸ ", theme.selected()) } else { ("  ", theme.text()) };
        let kind = match (&row.trouble, row.is_own) {
            (Some(_), _) => "damaged",
            (None, true) => "your own",
            (None, false) => "built in",
        };
        let company = usize::from(width / 2).min(40);
        let role = usize::from(width).saturating_sub(company + 14);
        let line = Line::from(vec![
            Span::styled(format!("{sign}{} ", fit(&row.company, company)), style),
            Span::raw(format!("{} ", fit(&row.role, role))),
            Span::styled(kind, theme.quiet()),
        ]);
        if is_selected {
            page.focused(|page| page.line(line));
        } else {
            page.line(line);
        }
    }
    let block = titled("Playbooks", theme).padding(Padding::horizontal(1));
    let mut shown = page.show(block, area, buffer, 0);
    shown.scroll_limit = 0;
    shown
}
