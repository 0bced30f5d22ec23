//! A passage or a letter while it is put in one's own words.

use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::app::editor::Editor;
use crate::tui::page::Page;
use crate::tui::theme::Theme;
use crate::tui::wrap::wrap;

/// The text wrapped, with the cursor in it.
pub fn draw(page: &mut Page, editor: &Editor, theme: Theme, width: u16) {
    let room = usize::from(width.saturating_sub(2)).max(1);
    let (before, after) = editor.halves();
    let mark = '\u{2060}';
    for line in wrap(&format!("{before}{mark}{after}"), room) {
        let column = line.find(mark).map(|at| line[..at].width());
        if let Some(column) = column {
            page.cursor = Some((page.lines.len(), 2 + u16::try_from(column).unwrap_or(0)));
        }
        let text = line.replace(mark, "");
        page.line(Line::from(vec![Span::raw("  "), Span::styled(text, theme.own_words())]));
    }
}
