//! The screens that are nothing but a form.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{band, field, titled};
use crate::app::{App, Screen};
use crate::tui::page::{Page, Shown};
use crate::tui::theme::Theme;

/// ```text
/// ┌ Title ────────────────────────────┐
/// │ what this screen is for           │
/// │ ▸ Label        [ answer         ] │
/// │                = what it means    │
/// │   Label        answer             │
/// └───────────────────────────────────┘
/// ```
pub fn draw(app: &App, theme: Theme, area: Rect, buffer: &mut Buffer) -> Shown {
    let (title, words) = words(app);
    let width = area.width.saturating_sub(4);
    let mut page = Page::default();
    if app.focus == 0 || area.height > 20 {
        page.words(&words, theme.quiet(), width, 0);
        page.blank();
    }
    field::form(&mut page, app, &app.fields(), theme, width);
    if let (Screen::Target, Some(work)) = (app.screen, &app.work) {
        band::add(&mut page, &work.playbook, &work.session, theme, width);
    }
    let block = titled(title, theme).padding(ratatui::widgets::Padding::horizontal(1));
    page.show(block, area, buffer, app.scroll)
}

fn words(app: &App) -> (String, String) {
    let Some(work) = &app.work else { return Default::default() };
    let playbook = &work.playbook;
    let text = |title: &str, words: &str| (title.to_owned(), words.to_owned());
    match app.screen {
        Screen::Target => {
            let dna = playbook.summary.join(" · ");
            if playbook.is_general() {
                return text(
                    "Target",
                    "Whom you negotiate with, and the pay range that their posting names.",
                );
            }
            (format!("Target · {} at {}", playbook.role, playbook.company), dna)
        }
        Screen::Background => text(
            "Background",
            "Only what you enter here is ever claimed in the script. Leave empty what does not apply.",
        ),
        Screen::Offer(index) => {
            let label = work.session.alternatives.get(index).map(crate::domain::offer::Alternative::label);
            text(
                &format!("Offer · {}", label.unwrap_or_default()),
                "Enter what is stated; leave empty what is not.",
            )
        }
        Screen::Settings => {
            text("Settings", "The assumptions behind the floor. The plan follows each change.")
        }
        _ => Default::default(),
    }
}
