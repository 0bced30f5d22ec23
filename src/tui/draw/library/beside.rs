//! Playbooks side by side, their bands on one scale.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Padding, Widget};

use super::{counted, list, window};
use crate::app::App;
use crate::app::library::{Beside, BesideRow, Turned};
use crate::domain::catalog::{Card, Place, age};
use crate::domain::money::{Range, show};
use crate::export::fit;
use crate::tui::draw::{ruler, titled};
use crate::tui::page::{Page, Shown};
use crate::tui::theme::Theme;

/// ```text
/// ┌ Software Engineer elsewhere ─────────────────────────────┐
/// │   Company     Region          $150K       $320K   Base   │
/// │ ▸ Acme        San Francisco   ├──────────┤        …      │
/// │                                                          │
/// │ Acme · Software Engineer: in all …, figures of …         │
/// └──────────────────────────────────────────────────────────┘
/// ```
pub fn draw(app: &App, beside: &Beside, theme: Theme, area: Rect, buffer: &mut Buffer) -> Shown {
    let block = titled(beside.title.clone(), theme).padding(Padding::horizontal(1));
    let inner = block.inner(area);
    block.render(area, buffer);
    let cards = app.library.cards();
    let columns = Columns::of(inner.width, beside.turned);
    let line = |y: u16| Rect { y, height: 1, ..inner };
    set(&columns.heading(beside, theme), line(inner.y), buffer);
    let details = 3;
    let body = Rect { y: inner.y + 1, height: inner.height.saturating_sub(1 + details), ..inner };
    let rows = beside.rows.len();
    let top = window::start(beside.top, beside.selected, rows, usize::from(body.height), |_| 1);
    for (y, at) in (body.y..body.bottom()).zip(top..rows) {
        let row = &beside.rows[at];
        let Some(card) = cards.get(row.card) else { continue };
        let is_subject = beside.subject.as_ref() == Some(&card.id);
        let look = Look { is_selected: at == beside.selected, is_subject, theme };
        set(&columns.row(beside, card, row.place(cards), look), line(y), buffer);
    }
    let selected = beside.rows.get(beside.selected);
    let mut page = Page::default();
    page.blank();
    if let Some((row, card)) = selected.and_then(|row| Some((row, cards.get(row.card)?))) {
        page.words(&detail(app, row, card), theme.quiet(), inner.width, 0);
    }
    page.show_bare(Rect { y: body.bottom(), height: details, ..inner }, buffer, 0);
    let shown = counted(rows, "playbook", "playbooks");
    let x = area.right().saturating_sub(u16::try_from(shown.len() + 4).unwrap_or(0));
    buffer.set_stringn(x, area.bottom().saturating_sub(1), format!(" {shown} "), 30, theme.quiet());
    Shown { top, ..Shown::default() }
}

fn set(line: &Line, area: Rect, buffer: &mut Buffer) {
    buffer.set_line(area.x, area.y, line, area.width);
}

#[derive(Clone, Copy)]
struct Look {
    is_selected: bool,
    is_subject: bool,
    theme: Theme,
}

/// How the rows are divided; 0 where there is no room.
struct Columns {
    turned: Turned,
    name: usize,
    region: usize,
    ruler: usize,
    base: usize,
    total: usize,
    month: usize,
}

impl Columns {
    fn of(width: u16, turned: Turned) -> Self {
        let width = usize::from(width);
        let (name, region, total, month) = match width {
            96.. => (26, 16, 18, 8),
            70.. => (20, 13, 0, 0),
            _ => (17, 0, 0, 0),
        };
        let name = if turned == Turned::Roles { name + 4 } else { name };
        let base = 17;
        let gaps = 2 + [name, region, base, total, month].iter().filter(|width| **width > 0).count();
        let ruler = width.saturating_sub(name + region + base + total + month + gaps);
        Self { turned, name, region, ruler, base, total, month }
    }

    fn heading(&self, beside: &Beside, theme: Theme) -> Line<'static> {
        let name = match self.turned {
            Turned::Companies => "Company",
            Turned::Roles => "Role",
        };
        let ends = beside.scale.map(|scale| {
            let (low, high) =
                (show::short(scale.currency, scale.low), show::short(scale.currency, scale.high));
            let room = self.ruler.saturating_sub(low.chars().count());
            format!("{low}{high:>room$}")
        });
        let cells = [
            (name.to_owned(), self.name),
            ("Region".to_owned(), self.region),
            (ends.unwrap_or_default(), self.ruler),
            ("Base".to_owned(), self.base),
            ("In all".to_owned(), self.total),
            ("As of".to_owned(), self.month),
        ];
        let cells = cells.into_iter().filter(|(_, width)| *width > 0);
        let text: Vec<String> = cells.map(|(text, width)| fit(&text, width)).collect();
        Line::from(Span::styled(format!("  {}", text.join(" ")), theme.quiet()))
    }

    fn row(&self, beside: &Beside, card: &Card, place: Option<&Place>, look: Look) -> Line<'static> {
        let Look { is_selected, is_subject, theme } = look;
        let (sign, style) = if is_selected { ("▸ ", theme.selected()) } else { ("  ", theme.text()) };
        let name = match self.turned {
            Turned::Companies => &card.company,
            Turned::Roles => &card.role,
        };
        let name = if is_subject { format!("{name} (this)") } else { name.clone() };
        let mut spans = vec![Span::styled(format!("{sign}{} ", fit(&name, self.name)), style)];
        let mut cell = |text: &str, width: usize, style| {
            if width > 0 {
                spans.push(Span::styled(format!("{} ", fit(text, width)), style));
            }
        };
        cell(place.map_or("", |place| place.region.as_str()), self.region, theme.quiet());
        let scale = beside.scale.filter(|scale| place.is_some_and(|place| place.currency == scale.currency));
        let bar = scale.zip(place.and_then(|place| place.base)).and_then(|(scale, base)| {
            ruler::bar(base.low.amount(), base.high.amount(), (scale.low, scale.high), self.ruler)
        });
        let bar = match (&bar, place) {
            (Some(bar), _) => bar.as_str(),
            (None, Some(place)) if place.base.is_some() => "other currency",
            (None, _) => "",
        };
        cell(bar, self.ruler, if is_subject { theme.strong() } else { theme.good() });
        cell(&place.map(list::base).unwrap_or_default(), self.base, theme.text());
        cell(
            &place.and_then(|place| Some(list::cell(place.currency, place.total?))).unwrap_or_default(),
            self.total,
            theme.text(),
        );
        cell(card.as_of.as_deref().unwrap_or("–"), self.month, theme.quiet());
        Line::from(spans)
    }
}

/// What the row has no room for.
fn detail(app: &App, row: &BesideRow, card: &Card) -> String {
    let mut words = format!("{} · {}", card.company, card.role);
    if let Some(place) = row.place(app.library.cards()) {
        let level = place.level.as_ref().map(|level| format!(" · {level}")).unwrap_or_default();
        let span = |range: Range| show::span(place.currency, range.low.amount(), range.high.amount());
        let terms = [("base", place.base), ("in all", place.total)];
        let terms = terms.into_iter().filter_map(|(name, range)| Some(format!("{name} {}", span(range?))));
        let terms: Vec<String> = terms.collect();
        words.push_str(&format!(" · {}{level}: {}", place.region, terms.join(", ")));
    }
    if let Some(as_of) = &card.as_of {
        let old = age::words(as_of, app.today);
        let old = old.as_deref().and_then(|words| words.split(':').next()).map(|words| format!("! {words}"));
        words.push_str(&format!("; {}", old.unwrap_or_else(|| format!("figures of {}", age::of(as_of)))));
    }
    words
}
