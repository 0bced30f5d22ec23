//! Letters for time: the list, and the chosen one to read, copy or put in one's own words.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::App;
use crate::domain::day;
use crate::export::{cut, fit};
use crate::tui::draw::own_words;
use crate::tui::page::{Page, Shown};
use crate::tui::theme::Theme;

/// ```text
/// ▸ Ask for more time     Google L4      send by Wed 25 Nov, in 2 days
///   Ask for an answer     Hugging Face   …
///
/// Subject  …
/// Dear …
/// ```
pub fn draw(app: &App, theme: Theme, area: Rect, buffer: &mut Buffer) -> Shown {
    let width = area.width;
    let mut page = Page::default();
    if app.desk.letters.is_empty() {
        page.words(
            "No letter yet: enter an offer with its date, or what they have offered, and the letters fill themselves.",
            theme.text(),
            width,
            0,
        );
        return page.show_bare(area, buffer, 0);
    }
    let listed = usize::from(area.height / 3).max(3);
    let first = (app.focus + 1).saturating_sub(listed);
    for (at, letter) in app.desk.letters.iter().enumerate().skip(first).take(listed) {
        let (sign, style) = if at == app.focus { ("▸ ", theme.selected()) } else { ("  ", theme.text()) };
        let when = |by| if width < 72 { day::show(by, app.today) } else { day::with_distance(by, app.today) };
        let by = letter.send_by.map_or_else(String::new, |by| format!("by {}", when(by)));
        let own = if letter.is_own { "  own words" } else { "" };
        page.line(Line::from(vec![
            Span::styled(format!("{sign}{}", fit(letter.kind.title(), 24)), style),
            Span::raw(format!(" {}", fit(&letter.to, 18))),
            Span::styled(cut(&format!(" {by}{own}"), usize::from(width).saturating_sub(46)), theme.quiet()),
        ]));
    }
    let Some(letter) = app.desk.letters.get(app.focus) else { return page.show_bare(area, buffer, 0) };
    page.blank();
    page.words(&letter.why, theme.quiet(), width, 0);
    page.line(Line::from(vec![
        Span::styled("Subject  ", theme.quiet()),
        Span::styled(letter.subject.clone(), theme.strong()),
    ]));
    page.blank();
    if app.editing {
        page.focused(|page| own_words::draw(page, &app.editor, theme, width));
    } else {
        for line in letter.body.lines() {
            if line.is_empty() { page.blank() } else { page.words(line, theme.text(), width, 0) }
        }
    }
    page.show_bare(area, buffer, app.scroll)
}
