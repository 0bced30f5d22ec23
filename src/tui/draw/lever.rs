//! One lever: what it argues, why it works here, what it asks, and the sentence, live.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Padding;

use super::{field, titled};
use crate::app::App;
use crate::app::work::Work;
use crate::domain::money::{Currency, Money, show};
use crate::domain::playbook::Lever;
use crate::domain::session::Backing;
use crate::export::cut;
use crate::script::{self, Segment};
use crate::tui::page::{Page, Shown};
use crate::tui::theme::Theme;
use crate::tui::wrap::wrap;

/// ```text
/// ┌ Lever 2 of 5 · Enterprise infrastructure ─┐
/// │ Why it works here                         │
/// │ ▸ Can you back it?    no  (partly) fully  │
/// │ You would say                             │
/// │ “…”                                       │
/// └───────────────────────────────────────────┘
/// ```
pub fn draw(app: &App, index: usize, theme: Theme, area: Rect, buffer: &mut Buffer) -> Shown {
    let Some(work) = &app.work else { return Shown::default() };
    let levers = &work.playbook.levers;
    let Some(lever) = levers.get(index) else { return Shown::default() };
    let width = area.width.saturating_sub(4);
    let mut answers = Page::default();
    answers.blank();
    field::form(&mut answers, app, &app.fields(), theme, width);
    answers.blank();
    sentence(&mut answers, work, lever, theme, width);
    let mut page = Page::default();
    let room = usize::from(area.height).saturating_sub(answers.lines.len() + 4).max(2);
    about(&mut page, lever, theme, width, room);
    page.words(&asks(work, lever), theme.quiet(), width, 0);
    page.append(answers);
    let title = format!("Lever {} of {} · {}", index + 1, levers.len(), lever.name);
    page.show(titled(title, theme).padding(Padding::horizontal(1)), area, buffer, app.scroll)
}

/// Why the lever works here, in as many lines as there is room for; the help has the whole text.
fn about(page: &mut Page, lever: &Lever, theme: Theme, width: u16, room: usize) {
    let Some(about) = &lever.about else { return };
    let mut lines = wrap(about, usize::from(width).max(1));
    if lines.len() > room {
        lines.truncate(room);
        if let Some(last) = lines.last_mut() {
            *last = cut(&format!("{last} … (F1: all)"), usize::from(width));
            if !last.ends_with(')') {
                *last = cut(last, usize::from(width).saturating_sub(12)) + " (F1: all)";
            }
        }
    }
    for line in lines {
        page.line(Span::styled(line, theme.text()));
    }
}

/// What the lever asks for, in the region it was written for.
fn asks(work: &Work, lever: &Lever) -> String {
    let currency = work.playbook.bands.first().map_or(Currency::USD, |band| band.currency);
    let asks = lever.asks.unwrap_or_default();
    let amount = |money: Option<Money>, term: &str| {
        money.map(|money| format!("{} {term}", show::short(currency, money.amount())))
    };
    let parts: Vec<String> =
        [amount(asks.base, "base"), amount(asks.equity, "equity"), amount(asks.signing, "signing")]
            .into_iter()
            .flatten()
            .collect();
    let place = work.playbook.bands.first().map(|band| band.region.as_str()).unwrap_or_default();
    match (parts.is_empty(), lever.from_offers) {
        (true, true) => "It takes its amounts from your offers.".to_owned(),
        (false, true) => {
            format!(
                "The guide asks {} ({place}); with offers in hand, yours set the amounts.",
                parts.join(" and ")
            )
        }
        (false, false) => format!("The guide asks {} ({place}).", parts.join(" and ")),
        (true, false) => "It asks for no amount: it makes the others weigh more.".to_owned(),
    }
}

fn sentence(page: &mut Page, work: &Work, lever: &Lever, theme: Theme, width: u16) {
    let backing = work.session.backing_of(&lever.id);
    let heading =
        if backing == Backing::None { "If you could back it, you would say" } else { "You would say" };
    page.line(Span::styled(heading, theme.heading()));
    let plan = work.plan.as_ref().ok();
    let said = script::lever_sentence(lever, backing, &work.playbook, &work.session, plan);
    segments(page, &said.segments, theme, width);
}

/// Wraps a sentence of which some parts are the user's own and some are still missing.
fn segments(page: &mut Page, segments: &[Segment], theme: Theme, width: u16) {
    let mut text = String::from("“");
    let mut styles = vec![theme.text()];
    for segment in segments {
        let (words, style) = match segment {
            Segment::Plain(words) => (words.clone(), theme.text()),
            Segment::Filled(words) => (words.clone(), theme.own_words()),
            Segment::Gap(words) => (words.clone(), theme.careful()),
        };
        styles.extend(words.chars().map(|_| style));
        text.push_str(&words);
    }
    text.push('”');
    styles.push(theme.text());
    let mut rest = text.chars().zip(styles).peekable();
    for line in wrap(&text, usize::from(width).max(1)) {
        let mut spans: Vec<Span<'static>> = Vec::new();
        for c in line.chars() {
            while rest.peek().is_some_and(|(next, _)| *next != c) {
                rest.next();
            }
            let style = rest.next().map_or(theme.text(), |(_, style)| style);
            match spans.last_mut().filter(|span| span.style == style) {
                Some(span) => span.content.to_mut().push(c),
                None => spans.push(Span::styled(c.to_string(), style)),
            }
        }
        page.line(Line::from(spans));
    }
}
