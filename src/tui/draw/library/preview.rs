//! A playbook to look at: what it pays where, what its levers ask, what it wants to know.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Padding;

use super::counted;
use crate::app::App;
use crate::app::library::Looked;
use crate::domain::catalog::{Card, Origin, age};
use crate::domain::money::{Currency, Decimal, Money, Range, show};
use crate::domain::offer::EquityKind;
use crate::domain::playbook::{ANY_COMPANY, Asks, Band, Lever, Playbook};
use crate::export::{cut, fit};
use crate::tui::draw::{columns, ruler, titled};
use crate::tui::page::{Page, Shown};
use crate::tui::theme::Theme;

/// The widest ruler with its figures.
const WIDEST: u16 = 46;

/// The selected playbook, beside the list.
pub fn pane(app: &App, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let page = app.library.current().map(|card| page(app, card, theme, area.width.saturating_sub(4)));
    let block = titled("Playbook", theme).padding(Padding::horizontal(1));
    page.unwrap_or_default().show(block, area, buffer, 0);
}

/// A playbook as a page of its own, to scroll.
pub fn whole(app: &App, id: &str, theme: Theme, area: Rect, buffer: &mut Buffer) -> Shown {
    let width = area.width.saturating_sub(4).min(100);
    let page = app.library.card(id).map(|card| page(app, card, theme, width));
    let block = titled("Playbook", theme).padding(Padding::horizontal(1));
    page.unwrap_or_default().show(block, area, buffer, app.scroll)
}

fn page(app: &App, card: &Card, theme: Theme, width: u16) -> Page {
    let mut page = Page::default();
    page.words(&format!("{} · {}", card.company, card.role), theme.strong(), width, 0);
    let whose = match card.origin {
        Origin::Own => "your own",
        Origin::BuiltIn => "built in",
    };
    let old = card.as_of.as_deref().and_then(|as_of| age::words(as_of, app.today));
    match (&card.as_of, &old) {
        (Some(as_of), None) => {
            page.words(&format!("{whose} · figures of {}", age::of(as_of)), theme.quiet(), width, 0);
        }
        _ => page.words(whose, theme.quiet(), width, 0),
    }
    if let Some(old) = old.filter(|_| !card.is_general()) {
        page.item("! ", &capital(&old), theme.careful(), width);
    }
    let looked = app.library.looked.as_ref().filter(|looked| looked.id == card.id);
    match (&card.damaged, looked) {
        (Some(why), _) | (None, Some(Looked { playbook: Err(why), .. })) => {
            page.blank();
            page.item("! ", &format!("It cannot be used: {why}"), theme.bad(), width);
        }
        (None, Some(Looked { playbook: Ok(playbook), .. })) => contents(&mut page, playbook, theme, width),
        (None, None) => {}
    }
    page
}

fn contents(page: &mut Page, playbook: &Playbook, theme: Theme, width: u16) {
    page.blank();
    if playbook.is_general() {
        let words = if playbook.id.starts_with(ANY_COMPANY) {
            "It serves any company: you type the pay range in from the job posting."
        } else {
            "It states no pay: you type the range in from the job posting."
        };
        page.words(words, theme.text(), width, 0);
    } else {
        pay(page, playbook, theme, width);
    }
    if !playbook.level_mapping.is_empty() {
        page.blank();
        let levels = format!("The same level elsewhere: {}", playbook.level_mapping.join(" = "));
        page.words(&levels, theme.text(), width, 0);
    }
    page.blank();
    let levers = counted(playbook.levers.len(), "lever", "levers");
    page.line(Line::from(vec![
        Span::styled(levers, theme.heading()),
        Span::styled("   arguments that work there", theme.quiet()),
    ]));
    let currency = playbook.bands.first().map_or(Currency::USD, |band| band.currency);
    for lever in &playbook.levers {
        page.item("- ", &asks(lever, currency), theme.text(), width);
    }
    if !playbook.questions.is_empty() {
        page.blank();
        let questions = counted(playbook.questions.len(), "question", "questions");
        page.words(&format!("{questions} to you, for the levers' sentences"), theme.quiet(), width, 0);
    }
}

/// The bands, those in one currency on one scale, and what the equity is.
fn pay(page: &mut Page, playbook: &Playbook, theme: Theme, width: u16) {
    page.line(Line::from(vec![
        Span::styled("Pay", theme.heading()),
        Span::styled("   base a year; equity is the whole grant", theme.quiet()),
    ]));
    let label = playbook.bands.iter().map(|band| columns(&band.label())).max().unwrap_or(0);
    let label = label.min(width * 2 / 5).max(8);
    for band in &playbook.bands {
        let name = fit(&cut(&band.label(), usize::from(label)), usize::from(label));
        let scale = scale(playbook, band.currency);
        let ruler = band.base.zip(scale).and_then(|(base, scale)| {
            ruler::span(base, scale, band.currency, width.saturating_sub(label + 2).min(WIDEST), theme)
        });
        let mut spans = vec![Span::styled(format!("{name}  "), theme.strong())];
        match (ruler, band.base) {
            (Some(ruler), _) => spans.extend(ruler.spans),
            (None, Some(base)) => spans.push(Span::raw(format!("base {}", span(band, base)))),
            (None, None) => spans.push(Span::styled("no base stated", theme.quiet())),
        }
        page.line(Line::from(spans));
        page.words(&rest(band), theme.quiet(), width, 2);
    }
    if playbook.bands.iter().any(|band| band.equity.is_some()) {
        let years = playbook.equity.years;
        page.words(
            &format!("Equity, over {years} years: {}", paper(playbook.equity.kind)),
            theme.quiet(),
            width,
            0,
        );
    }
}

/// The lowest and the highest base in a currency.
fn scale(playbook: &Playbook, currency: Currency) -> Option<(Decimal, Decimal)> {
    let bases =
        || playbook.bands.iter().filter(|band| band.currency == currency).filter_map(|band| band.base);
    Some((bases().map(|base| base.low.amount()).min()?, bases().map(|base| base.high.amount()).max()?))
}

fn span(band: &Band, range: Range) -> String {
    show::span(band.currency, range.low.amount(), range.high.amount())
}

/// What comes on top of the base.
fn rest(band: &Band) -> String {
    let bonus = band.bonus.map(|rates| rates.to_string());
    let parts = [
        ("equity", band.equity.map(|range| span(band, range))),
        ("bonus", bonus.or(band.bonus_amount.map(|range| span(band, range)))),
        ("in all", band.total.map(|range| span(band, range))),
    ];
    let parts = parts.into_iter().filter_map(|(name, words)| Some(format!("{name} {}", words?)));
    parts.collect::<Vec<_>>().join(", ")
}

/// What the equity means, where it first appears.
fn paper(kind: EquityKind) -> &'static str {
    match kind {
        EquityKind::Rsu => "listed stock (RSU), which can be sold on the day it vests",
        EquityKind::Private => "private stock, which cannot be sold before the company is listed or sold",
        EquityKind::Options => {
            "options, the right to buy stock at a fixed price: worth only what it rises above that price"
        }
    }
}

fn asks(lever: &Lever, currency: Currency) -> String {
    match &lever.asks {
        _ if lever.from_offers => format!("{}: asks what your other offers bear out", lever.name),
        Some(Asks { base, equity, signing, total }) => {
            let terms = [("base", base), ("equity", equity), ("signing", signing), ("in all", total)];
            let amount = |money: &Money| show::short(currency, money.amount());
            let terms = terms.into_iter();
            let terms: Vec<String> =
                terms.filter_map(|(name, term)| Some(format!("{name} {}", amount(term.as_ref()?)))).collect();
            format!("{}: asks {}", lever.name, terms.join(", "))
        }
        None => format!("{}: names no figure", lever.name),
    }
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
