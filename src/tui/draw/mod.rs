//! The screens, drawn from a shared reference to the state.

mod band;
mod desk;
mod field;
mod form;
mod frame;
mod home;
mod lever;
mod library;
mod offers;
mod overlay;
mod own_words;
mod panel;
mod plan;
mod ruler;
mod script;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Clear, Widget};
use unicode_width::UnicodeWidthStr;

use super::layout::{self, LEAST};
use super::page::Shown;
use super::theme::Theme;
use super::wrap;
use crate::app::{App, Screen};

/// Draws the whole screen and says where the cursor stands and how far the text scrolls.
pub fn draw(app: &App, theme: Theme, area: Rect, buffer: &mut Buffer) -> Shown {
    let in_negotiation =
        app.work.is_some() && app.screen.step().is_some() && !matches!(app.screen, Screen::Desk(_));
    let Some(regions) = layout::regions(area, in_negotiation) else {
        too_small(area, buffer);
        return Shown::default();
    };
    frame::header(app, theme, regions.header, buffer);
    frame::steps(app, theme, regions.steps, buffer);
    frame::footer(app, theme, regions.footer, buffer);
    if let (Some(rect), Some(work)) = (regions.panel, &app.work) {
        panel::draw(work, app.today, theme, rect, buffer);
    }
    let mut shown = match app.screen {
        Screen::Home => home::draw(app, theme, regions.body, buffer),
        Screen::Library => library::draw(app, theme, regions.body, buffer),
        Screen::Target | Screen::Background | Screen::Offer(_) | Screen::Settings => {
            form::draw(app, theme, regions.body, buffer)
        }
        Screen::Offers => offers::draw(app, theme, regions.body, buffer),
        Screen::Desk(page) => desk::draw(app, page, theme, regions.body, buffer),
        Screen::Lever(index) => lever::draw(app, index, theme, regions.body, buffer),
        Screen::Plan => plan::draw(app, theme, regions.body, buffer),
        Screen::Script => script::draw(app, theme, regions.body, buffer),
    };
    frame::notice(app, theme, regions.notice, buffer);
    if let Some(dialog) = app.overlays.last() {
        shown = overlay::draw(app, dialog, theme, area, buffer);
    }
    theme.settle(buffer);
    shown
}

fn too_small(area: Rect, buffer: &mut Buffer) {
    Clear.render(area, buffer);
    let text = format!(
        "Too small: {}×{} is needed, this is {}×{}. Ctrl-C leaves; nothing is lost.",
        LEAST.0, LEAST.1, area.width, area.height
    );
    let lines = wrap::wrap(&text, usize::from(area.width).max(1));
    for (y, line) in (area.top()..area.bottom()).zip(lines) {
        buffer.set_stringn(area.x, y, line, usize::from(area.width), ratatui::style::Style::new());
    }
}

/// A frame with a title.
fn titled(title: impl Into<String>, theme: Theme) -> Block<'static> {
    let title = Span::styled(format!(" {} ", title.into()), theme.heading());
    Block::bordered().title(Line::from(title))
}

fn columns(text: &str) -> u16 {
    u16::try_from(text.width()).unwrap_or(u16::MAX)
}

/// Where the terminal's cursor is to stand.
pub fn cursor(shown: Shown) -> Option<Position> {
    shown.cursor.map(Position::from)
}
