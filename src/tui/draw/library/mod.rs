//! The library: the list, and what lies over it.

mod beside;
pub mod dialogs;
mod filters;
mod list;
mod preview;
mod review;
mod window;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::App;
use crate::app::library::Page;
use crate::domain::money::{Decimal, show};
use crate::tui::page::Shown;
use crate::tui::theme::Theme;

/// From this width on, the selected playbook stands beside the list.
const WITH_PREVIEW: u16 = 100;

/// ```text
/// list                          preview (from 100 columns)
/// ```
/// or one page over both: a playbook, a comparison, a guide's review.
pub fn draw(app: &App, theme: Theme, area: Rect, buffer: &mut Buffer) -> Shown {
    match app.library.pages.last() {
        Some(Page::Playbook(id)) => preview::whole(app, id, theme, area, buffer),
        Some(Page::Beside(beside)) => beside::draw(app, beside, theme, area, buffer),
        Some(Page::Review(review)) => review::draw(review, theme, area, buffer),
        None if area.width >= WITH_PREVIEW => {
            let preview = (area.width * 9 / 20).clamp(46, 66);
            let list = Rect { width: area.width - preview, ..area };
            let beside = Rect { x: list.right(), width: preview, ..area };
            preview::pane(app, theme, beside, buffer);
            list::draw(app, theme, list, buffer)
        }
        None => list::draw(app, theme, area, buffer),
    }
}

/// A number of things, grouped: `4,470`.
fn count(of: usize) -> String {
    show::grouped(Decimal::from(of))
}

/// `1 lever`, `4 levers`.
fn counted(of: usize, one: &str, many: &str) -> String {
    format!("{} {}", count(of), if of == 1 { one } else { many })
}
