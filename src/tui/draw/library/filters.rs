//! What is looked for: the words, and below them the filters.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::{count, counted};
use crate::app::library::{Facet, Field, Library};
use crate::tui::draw::columns;
use crate::tui::draw::field::{input, input_cursor};
use crate::tui::theme::Theme;

const SEARCH: &str = "Search: ";

/// Two lines; returns where the cursor stands.
///
/// ```text
/// Search: google swe                                  12 of 4,470
/// Region: any   ▸ Currency: eu (EUR)
/// ```
pub fn draw(library: &Library, theme: Theme, area: Rect, buffer: &mut Buffer) -> Option<(u16, u16)> {
    let shown = tally(library);
    let right = area.right().saturating_sub(columns(&shown));
    buffer.set_stringn(right, area.y, &shown, usize::from(area.width), theme.quiet());
    let room = right.saturating_sub(area.x + columns(SEARCH) + 1);
    let (before, after) = library.words.halves();
    let words = if library.words.text().is_empty() {
        Span::styled("type a company, a role, a place or a level", theme.quiet())
    } else {
        Span::raw(input(before, after, usize::from(room)))
    };
    let mark = if library.field == Field::Words { theme.strong() } else { theme.quiet() };
    buffer.set_line(area.x, area.y, &Line::from(Span::styled(SEARCH, mark)), area.width);
    buffer.set_line(area.x + columns(SEARCH), area.y, &Line::from(words), room);

    let mut spans = Vec::new();
    let mut cursor = (library.field == Field::Words)
        .then(|| (area.x + columns(SEARCH) + input_cursor(before, usize::from(room)), area.y));
    for (field, name, facet) in
        [(Field::Region, "Region: ", &library.region), (Field::Currency, "Currency: ", &library.currency)]
    {
        if !spans.is_empty() {
            spans.push(Span::raw("   "));
        }
        let is_focused = library.field == field;
        spans.push(Span::styled(if is_focused { "▸ " } else { "  " }, theme.strong()));
        spans.push(Span::styled(name, if is_focused { theme.strong() } else { theme.quiet() }));
        if is_focused {
            let before: u16 = spans.iter().map(|span| columns(&span.content)).sum();
            cursor = Some((area.x + before + columns(facet.typed.halves().0), area.y + 1));
        }
        spans.extend(value(facet, is_focused, theme));
    }
    buffer.set_line(area.x, area.y + 1, &Line::from(spans), area.width);
    cursor.map(|(x, y)| (x.min(area.right().saturating_sub(1)), y))
}

/// What was typed of a filter, and what it is.
fn value(facet: &Facet, is_focused: bool, theme: Theme) -> Vec<Span<'static>> {
    let typed = facet.typed.text();
    match (facet.chosen(), is_focused) {
        (Some(chosen), false) => vec![Span::styled(chosen.to_owned(), theme.strong())],
        (Some(chosen), true) if typed.is_empty() => {
            vec![Span::styled(format!("({chosen})"), theme.selected())]
        }
        (Some(chosen), true) => {
            vec![Span::raw(format!("{typed} ")), Span::styled(format!("({chosen})"), theme.selected())]
        }
        (None, true) if typed.is_empty() => {
            vec![Span::styled("(any)", theme.selected()), Span::styled(" type, or ← →", theme.quiet())]
        }
        (None, false) if typed.is_empty() => vec![Span::styled("any", theme.quiet())],
        (None, _) => vec![Span::styled(typed.to_owned(), theme.strong())],
    }
}

/// `12 of 4,470`, or how many there are.
fn tally(library: &Library) -> String {
    match &library.catalog {
        None => String::new(),
        Some(_) if library.is_narrowed() => {
            format!("{} of {}", count(library.found.len()), count(library.total()))
        }
        Some(_) => counted(library.total(), "playbook", "playbooks"),
    }
}
