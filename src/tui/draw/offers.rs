//! The Offers screen: the quick line with what it was understood as, and the table.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Padding;

use super::field::{example, input, input_cursor, problem};
use super::titled;
use crate::app::App;
use crate::app::work::Work;
use crate::domain::day;
use crate::domain::money::show;
use crate::domain::offer::{Alternative, OfferStatus};
use crate::export::{cut, fit};
use crate::form::quick::{Meaning, Understood};
use crate::form::{self, FieldId};
use crate::tui::page::{Page, Shown};
use crate::tui::theme::Theme;

const EXAMPLE: &str = "Google L4 210k base 260k rsu/4y 15% bonus 25k sign-on by Fri";

/// ```text
/// ┌ Offers ───────────────────────────────────┐
/// │ ▸ [ Google L4 210k base …               ] │
/// │   = Google, level L4, base $210,000 …     │
/// │   Google L4   $210K base, …    $275,000   │
/// └───────────────────────────────────────────┘
/// ```
pub fn draw(app: &App, theme: Theme, area: Rect, buffer: &mut Buffer) -> Shown {
    let width = area.width.saturating_sub(4);
    let mut page = Page::default();
    let Some(work) = &app.work else { return Shown::default() };
    page.words(
        "What else could you do? Type an offer, or “stay at Acme 180k 10% bonus” for the job you have. The best \
         of them is your BATNA (best alternative to a negotiated agreement): it sets your floor.",
        theme.quiet(),
        width,
        0,
    );
    page.blank();
    quick_line(&mut page, app, theme, width);
    page.blank();
    table(&mut page, app, work, theme, width);
    let block = titled("Offers", theme).padding(Padding::horizontal(1));
    page.show(block, area, buffer, 0)
}

fn quick_line(page: &mut Page, app: &App, theme: Theme, width: u16) {
    let room = usize::from(width.saturating_sub(6));
    let is_focused = app.focus == 0;
    let draft = app.work.as_ref().and_then(|work| work.drafts.get(&FieldId::QuickLine.to_string()));
    let (before, after) =
        if is_focused { app.editor.halves() } else { (draft.map_or("", String::as_str), "") };
    let sign = if is_focused { "▸ [ " } else { "  [ " };
    let text = if before.is_empty() && after.is_empty() {
        Span::styled(fit(&example(EXAMPLE), room), theme.quiet())
    } else {
        Span::styled(input(before, after, room), theme.own_words())
    };
    if is_focused {
        page.focus = Some(page.lines.len()..page.lines.len() + 1);
        page.cursor = Some((page.lines.len(), 4 + input_cursor(before, room)));
    }
    page.line(Line::from(vec![Span::styled(sign, theme.strong()), text, Span::raw(" ]")]));
    if let Some(understood) = app.understood() {
        echo(page, &understood, theme, width);
    } else if is_focused {
        page.words("Enter adds it; Enter on the empty line goes on to the levers.", theme.quiet(), width, 4);
    }
    if is_focused {
        problem(page, app, &FieldId::QuickLine.to_string(), 4, theme, width);
    }
}

/// What each part of the line means; what is not understood or can be read two ways stands apart.
fn echo(page: &mut Page, understood: &Understood, theme: Theme, width: u16) {
    let mut meant = Vec::new();
    let mut asked = Vec::new();
    let mut unknown = Vec::new();
    for piece in understood.pieces() {
        let list = match piece.meaning {
            Meaning::Unknown => &mut unknown,
            Meaning::Ambiguous => &mut asked,
            _ => &mut meant,
        };
        if !list.contains(&piece.shown) {
            list.push(piece.shown.clone());
        }
    }
    if !meant.is_empty() {
        page.words(&format!("= {}", meant.join(", ")), theme.good(), width, 4);
    }
    for words in asked {
        page.words(&format!("? {words}"), theme.careful(), width, 4);
    }
    if !unknown.is_empty() {
        page.words(&format!("! not understood: {}", unknown.join(", ")), theme.bad(), width, 4);
    }
}

fn table(page: &mut Page, app: &App, work: &Work, theme: Theme, width: u16) {
    if work.session.alternatives.is_empty() && app.focus > 0 {
        page.focused(|page| page.line(Span::styled("▸ c adds the job you have now", theme.selected())));
    }
    if work.session.alternatives.is_empty() {
        page.words(
            "No alternative yet. Without one the plan works, but there is no walk-away value.",
            theme.text(),
            width,
            2,
        );
        return;
    }
    for (index, alternative) in work.session.alternatives.iter().enumerate() {
        let is_selected = app.focus == index + 1;
        let write = |page: &mut Page| row(page, app, work, index, alternative, is_selected, theme, width);
        if is_selected { page.focused(write) } else { write(page) }
    }
}

#[expect(clippy::too_many_arguments, reason = "one row, its place and how it is drawn")]
fn row(
    page: &mut Page,
    app: &App,
    work: &Work,
    index: usize,
    alternative: &Alternative,
    is_selected: bool,
    theme: Theme,
    width: u16,
) {
    let desk = work.desk(app.today);
    let (sign, style) = if is_selected { ("▸ ", theme.selected()) } else { ("  ", theme.strong()) };
    let standing =
        work.plan.as_ref().ok().and_then(|plan| {
            Some((plan, plan.alternatives.iter().find(|standing| standing.index == index)?))
        });
    let value = match standing {
        Some((plan, standing)) => {
            let best = plan.batna.as_ref().is_some_and(|batna| batna.index == index);
            let best = if best { "  best" } else { "" };
            format!("{} a year{best}", show::full(plan.currency, standing.value.round()))
        }
        None if work.plan.is_err() => "no plan yet".to_owned(),
        None => "does not count".to_owned(),
    };
    let expires = alternative.expires.map(|expires| day::with_distance(expires, app.today));
    let status = match alternative.status {
        OfferStatus::Written => None,
        OfferStatus::Verbal => Some("verbal".to_owned()),
        OfferStatus::Expected => Some("expected".to_owned()),
        OfferStatus::Current => Some("current job".to_owned()),
    };
    let state = [status, expires].into_iter().flatten().collect::<Vec<_>>().join(", ");
    let name = usize::from(width / 3).max(18);
    page.line(Line::from(vec![
        Span::styled(format!("{sign}{}", fit(&alternative.label(), name)), style),
        Span::raw(format!(" {}", fit(&value, 23))),
        Span::styled(format!(" {state}"), theme.quiet()),
    ]));
    if let Err(problem) = &work.plan
        && problem.at.starts_with(&format!("alternatives[{index}]"))
    {
        page.words(&format!("! {} Enter opens the offer.", problem.in_words()), theme.bad(), width, 4);
    }
    let terms = form::offer_row(&desk, alternative);
    page.line(Span::styled(
        format!("    {}", cut(&terms, usize::from(width).saturating_sub(5))),
        theme.quiet(),
    ));
}
