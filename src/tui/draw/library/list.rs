//! The playbooks that were found; only the rows in sight are made.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Padding, Widget};
use unicode_width::UnicodeWidthStr;

use super::{count, filters, window};
use crate::app::App;
use crate::app::library::Library;
use crate::domain::catalog::{Card, Origin, Place};
use crate::domain::money::{Currency, Range, show};
use crate::export::{cut, fit};
use crate::tui::draw::titled;
use crate::tui::page::{Page, Shown};
use crate::tui::theme::Theme;

/// Lines above the rows: the search, the filters, the names of the columns.
const ABOVE: u16 = 3;
const NO_PAY: &str = "not stated";

/// ```text
/// ┌ Playbooks ───────────────────────────────────────────┐
/// │ Search: google                           12 of 4,470 │
/// │   Region: any     Currency: any                      │
/// │   Company       Role               Base      Region  │
/// │   Another company: …                                 │
/// │ ▸ Google        Data Engineer      $150K to  London  │
/// └──────────────────────────────────────────────────────┘
/// ```
pub fn draw(app: &App, theme: Theme, area: Rect, buffer: &mut Buffer) -> Shown {
    let library = &app.library;
    let block = titled("Playbooks", theme).padding(Padding::horizontal(1));
    let inner = block.inner(area);
    block.render(area, buffer);
    let cursor = filters::draw(library, theme, inner, buffer);
    let body = Rect { y: inner.y + ABOVE, height: inner.height.saturating_sub(ABOVE), ..inner };
    if library.catalog.is_none() {
        buffer.set_line(body.x, body.y, &Line::from("Reading the playbooks …"), body.width);
        return Shown { cursor, ..Shown::default() };
    }
    let setting = Columns::of(library, inner.width);
    let line = |y: u16| Rect { y, height: 1, ..inner };
    if !library.found.is_empty() {
        draw_line(&setting.heading(theme), line(inner.y + ABOVE - 1), buffer);
    }
    let rows = library.rows();
    let top = window::start(library.top, library.selected, rows, usize::from(body.height), |_| 1);
    let mut y = body.y;
    for at in (top..rows).take(usize::from(body.height)) {
        let Some(card) = library.row(at) else { continue };
        let is_selected = at == library.selected;
        let row = if library.general().is_some_and(|general| general.id == card.id) {
            general(library, is_selected, theme, inner.width)
        } else {
            setting.row(library, card, is_selected, theme)
        };
        draw_line(&row, line(y), buffer);
        y += 1;
    }
    if library.found.is_empty() {
        let mut page = Page::default();
        nothing(&mut page, library, theme, inner.width);
        let below = Rect { y, height: body.bottom().saturating_sub(y), ..inner };
        page.show_bare(below, buffer, 0);
    }
    if let Some(card) = library.current().filter(|card| setting.cuts(card)) {
        let names = cut(&format!(" {} · {} ", card.company, card.role), usize::from(area.width) - 14);
        let y = area.bottom().saturating_sub(1);
        buffer.set_stringn(area.x + 2, y, names, usize::from(area.width), theme.quiet());
    }
    if top + usize::from(body.height) < rows {
        let x = area.right().saturating_sub(10);
        buffer.set_stringn(x, area.bottom().saturating_sub(1), " ↓ more ", 8, theme.text());
    }
    Shown { cursor, top, ..Shown::default() }
}

fn draw_line(line: &Line, area: Rect, buffer: &mut Buffer) {
    buffer.set_line(area.x, area.y, line, area.width);
}

/// How the rows are divided.
struct Columns {
    company: usize,
    role: usize,
    /// 0 where there is no room for it.
    base: usize,
    region: usize,
}

impl Columns {
    fn of(library: &Library, width: u16) -> Self {
        let width = usize::from(width);
        let (base, region) = match width {
            72.. => (17, 13),
            54.. => (17, 0),
            _ => (0, 0),
        };
        // The region stands above the list where all rows have the same.
        let region = if library.region.chosen().is_some() { 0 } else { region };
        let names = width.saturating_sub(2 + base + region + 4 + 4);
        let company = names * 9 / 20;
        Self { company, role: names - company, base, region }
    }

    /// Whether a card's names do not fit: the selected one's then stand below the list.
    fn cuts(&self, card: &Card) -> bool {
        !card.is_general() && (card.company.width() > self.company || card.role.width() > self.role)
    }

    fn heading(&self, theme: Theme) -> Line<'static> {
        let mut text = format!("  {} {}", fit("Company", self.company), fit("Role", self.role));
        for (name, width) in [("Base", self.base), ("Region", self.region)] {
            if width > 0 {
                text.push_str(&format!(" {}", fit(name, width)));
            }
        }
        Line::from(Span::styled(text, theme.quiet()))
    }

    fn row(&self, library: &Library, card: &Card, is_selected: bool, theme: Theme) -> Line<'static> {
        let (sign, style) = if is_selected { ("▸ ", theme.selected()) } else { ("  ", theme.text()) };
        let name = format!("{sign}{} {} ", fit(&card.company, self.company), fit(&card.role, self.role));
        let mut spans = vec![Span::styled(name, style)];
        let place = library.place(card);
        if card.damaged.is_some() {
            let width = self.base + self.region + 2;
            spans.push(Span::styled(fit("! damaged", width.max(9)), theme.bad()));
        } else {
            if self.base > 0 {
                spans.push(Span::raw(format!(
                    "{} ",
                    fit(&place.map_or_else(|| NO_PAY.to_owned(), base), self.base)
                )));
            }
            if self.region > 0 {
                let region = place.map(|place| place.region.as_str()).unwrap_or_default();
                spans.push(Span::styled(format!("{} ", fit(region, self.region)), theme.quiet()));
            }
            if card.origin == Origin::Own {
                spans.push(Span::styled("own", theme.quiet()));
            }
        }
        Line::from(spans)
    }
}

/// A band's base in a table's cell.
pub fn base(place: &Place) -> String {
    place.base.map_or_else(|| NO_PAY.to_owned(), |base| cell(place.currency, base))
}

/// `$170K–$220K`.
pub fn cell(currency: Currency, range: Range) -> String {
    let (low, high) = (range.low.amount(), range.high.amount());
    if low == high {
        show::short(currency, low)
    } else {
        format!("{}–{}", show::short(currency, low), show::short(currency, high))
    }
}

/// The way on for a company without a playbook; it stands above what was found, whatever that is.
fn general(library: &Library, is_selected: bool, theme: Theme, width: u16) -> Line<'static> {
    let (sign, style) = if is_selected { ("▸ ", theme.selected()) } else { ("  ", theme.text()) };
    let advice = library.advice.as_ref();
    let company = advice.and_then(|advice| advice.unknown_company.as_ref().or(advice.known_company.as_ref()));
    let whom = company.map_or_else(|| "Another company".to_owned(), |company| format!("“{company}”"));
    let words = format!("{sign}{whom}: general playbook, with the band from your posting ");
    Line::from(Span::styled(cut(&words, usize::from(width)), style))
}

/// What to do where nothing was found.
fn nothing(page: &mut Page, library: &Library, theme: Theme, width: u16) {
    page.blank();
    let words = library.words.text().trim();
    match (words.is_empty(), library.is_filtered()) {
        (true, false) => {
            page.words(
                "There are no other playbooks. Ctrl-O takes one in from a guide.",
                theme.text(),
                width,
                0,
            );
            return;
        }
        (true, true) => page.words("No playbook has a band there.", theme.text(), width, 0),
        (false, false) => page.words(&format!("No playbook for “{words}”."), theme.text(), width, 0),
        (false, true) => {
            page.words(&format!("No playbook for “{words}” with these filters."), theme.text(), width, 0);
        }
    }
    page.blank();
    let mut ways = Vec::new();
    if library.general().is_some() {
        ways.push((
            "Enter",
            "start with the general playbook: you type the band in from the posting".to_owned(),
        ));
    }
    if let Some(advice) = &library.advice {
        let (elsewhere, here) = (advice.same_role_elsewhere.len(), advice.same_family_here.len());
        let role = advice.role.as_deref().unwrap_or("the role");
        let company = advice.known_company.as_deref().unwrap_or("the company");
        let words = match (elsewhere, here) {
            (0, 0) => None,
            (0, here) => Some(format!("roles at {company}: {}", count(here))),
            (elsewhere, 0) => Some(format!("“{role}” at other companies: {}", count(elsewhere))),
            (elsewhere, here) => Some(format!(
                "“{role}” at other companies: {}; then Tab: roles at {company}: {}",
                count(elsewhere),
                count(here)
            )),
        };
        ways.extend(words.map(|words| ("Ctrl-T", words)));
    }
    ways.push(("Ctrl-O", "take in a guide of your own".to_owned()));
    let wider = if words.is_empty() { "clear the filters" } else { "clear the search" };
    ways.push(("Esc", wider.to_owned()));
    for (key, words) in ways {
        let room = usize::from(width.saturating_sub(9)).max(1);
        for (at, line) in crate::tui::wrap::wrap(&words, room).into_iter().enumerate() {
            let key = if at == 0 { key } else { "" };
            page.line(Line::from(vec![Span::styled(format!("{key:<9}"), theme.key()), Span::raw(line)]));
        }
    }
}
