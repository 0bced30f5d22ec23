//! A page: lines that are scrolled so that what has the focus is in sight.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Widget};

use super::wrap::wrap;

/// Lines to show, and which of them must be seen.
#[derive(Debug, Default)]
pub struct Page {
    pub lines: Vec<Line<'static>>,
    /// The lines that have the focus.
    pub focus: Option<Range<usize>>,
    /// Where typing happens: line and column.
    pub cursor: Option<(usize, u16)>,
}

/// What a page looked like once it was shown.
#[derive(Debug, Clone, Copy, Default)]
pub struct Shown {
    pub cursor: Option<(u16, u16)>,
    /// How many lines the page can be scrolled beyond where it stands of itself.
    pub scroll_limit: u16,
    /// Whether there is more of it below.
    pub lines_below: bool,
    /// The first row of a list that keeps its place.
    pub top: usize,
}

impl Page {
    pub fn line(&mut self, line: impl Into<Line<'static>>) {
        self.lines.push(line.into());
    }

    pub fn blank(&mut self) {
        self.lines.push(Line::default());
    }

    /// Wraps a text, each line behind `indent` blanks.
    pub fn words(&mut self, text: &str, style: Style, width: u16, indent: u16) {
        let room = usize::from(width.saturating_sub(indent)).max(1);
        for line in wrap(text, room) {
            let indent = " ".repeat(usize::from(indent));
            self.lines.push(Line::from(vec![Span::raw(indent), Span::styled(line, style)]));
        }
    }

    /// Wraps a text behind a sign that stands on its first line only.
    pub fn item(&mut self, sign: &'static str, text: &str, style: Style, width: u16) {
        let room = usize::from(width.saturating_sub(2)).max(1);
        for (at, line) in wrap(text, room).into_iter().enumerate() {
            let sign = if at == 0 { sign } else { "  " };
            self.lines.push(Line::from(vec![Span::styled(sign, style), Span::styled(line, style)]));
        }
    }

    /// Runs the writer and makes the lines it adds the focus.
    pub fn focused(&mut self, write: impl FnOnce(&mut Self)) {
        let start = self.lines.len();
        write(self);
        self.focus = Some(start..self.lines.len());
    }

    /// Adds another page below, with its focus and cursor.
    pub fn append(&mut self, other: Self) {
        let start = self.lines.len();
        if let Some(focus) = other.focus {
            self.focus = Some(focus.start + start..focus.end + start);
        }
        if let Some((line, column)) = other.cursor {
            self.cursor = Some((line + start, column));
        }
        self.lines.extend(other.lines);
    }

    /// Draws the page inside a block, scrolled to the focus and then by `scroll` more lines.
    pub fn show(self, block: Block, area: Rect, buffer: &mut Buffer, scroll: u16) -> Shown {
        let inner = block.inner(area);
        block.render(area, buffer);
        let shown = self.show_bare(inner, buffer, scroll);
        if shown.lines_below {
            let sign = " ↓ more ";
            let x = area.right().saturating_sub(10).max(area.x);
            buffer.set_stringn(x, area.bottom().saturating_sub(1), sign, 8, Style::new());
        }
        shown
    }

    /// Draws the page without a block.
    pub fn show_bare(self, area: Rect, buffer: &mut Buffer, scroll: u16) -> Shown {
        let height = usize::from(area.height);
        let lines = self.lines.len();
        let furthest = lines.saturating_sub(height);
        let own = match &self.focus {
            Some(focus) if focus.end + 1 > height => (focus.end + 1 - height).min(focus.start),
            _ => 0,
        };
        let own = own.min(furthest);
        let scroll_limit = u16::try_from(furthest - own).unwrap_or(u16::MAX);
        let offset = own + usize::from(scroll.min(scroll_limit));
        for (row, line) in self.lines.into_iter().skip(offset).take(height).enumerate() {
            let y = area.y + u16::try_from(row).unwrap_or(u16::MAX);
            buffer.set_line(area.x, y, &line, area.width);
        }
        let cursor = self.cursor.and_then(|(line, column)| {
            let row = line.checked_sub(offset).filter(|row| *row < height)?;
            let x = area.x + column.min(area.width.saturating_sub(1));
            Some((x, area.y + u16::try_from(row).ok()?))
        });
        Shown { cursor, scroll_limit, lines_below: offset + height < lines, top: 0 }
    }
}
