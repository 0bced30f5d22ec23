//! The plan as it stands, beside the screen from 100 columns on.

use jiff::civil::Date;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Padding;

use super::{ruler, titled};
use crate::app::work::Work;
use crate::domain::day;
use crate::domain::money::{Decimal, show};
use crate::domain::plan::{FloorSource, Plan, Status};
use crate::export::{cut, fit};
use crate::tui::page::Page;
use crate::tui::theme::Theme;

pub fn draw(work: &Work, today: Date, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let width = area.width.saturating_sub(4);
    let mut page = Page::default();
    match &work.plan {
        Ok(plan) => figures(&mut page, plan, theme, width),
        Err(problem) => {
            page.words(&problem.message, theme.careful(), width, 0);
            page.words(problem.hint.as_deref().unwrap_or_default(), theme.quiet(), width, 0);
        }
    }
    if let Some(deadline) = work.session.next_deadline(today) {
        page.blank();
        page.line(Span::styled("Next deadline", theme.quiet()));
        page.line(day::with_distance(deadline, today));
    }
    let block = titled("Your plan", theme).padding(Padding::horizontal(1));
    page.show(block, area, buffer, 0);
}

fn figures(page: &mut Page, plan: &Plan, theme: Theme, width: u16) {
    let money = |amount: Decimal| show::short(plan.currency, amount);
    let mut row = |label: &str, value: String, note: &str, style| {
        page.line(Line::from(vec![
            Span::styled(fit(label, 8), theme.quiet()),
            Span::styled(fit(&value, 10), style),
            Span::styled(note.to_owned(), theme.quiet()),
        ]));
    };
    row("Ask", money(plan.ask.base), "base", theme.strong());
    row("Open", money(plan.opening.base), "say first", theme.good());
    let floor_note = match plan.floor.source {
        FloorSource::BestAlternative => "walk below",
        FloorSource::PersonalMinimum => "your minimum",
        FloorSource::Band => "band's low",
    };
    if let Some(floor) = plan.floor.base {
        row("Floor", money(floor), floor_note, theme.bad());
    }
    if let Some(cautious) = plan.floor.cautious_base.filter(|_| plan.floor.source != FloorSource::Band) {
        row("Accept", money(cautious), "from here up", theme.careful());
    }
    for (label, figure) in [("Equity", plan.ask.equity), ("Signing", plan.ask.signing)] {
        if !figure.is_zero() {
            row(label, money(figure), "ask", theme.text());
        }
    }
    page.blank();
    if let Some(line) = ruler::line(plan, theme, width) {
        page.line(line);
        page.line(Span::styled("● floor ◐ accept ◆ ask ◇ open", theme.quiet()));
        page.blank();
    }
    page.line(Span::styled("Best alternative", theme.quiet()));
    match &plan.batna {
        Some(batna) => {
            page.line(cut(&batna.label, usize::from(width)));
            page.line(format!("{} a year", show::full(plan.currency, batna.value.round())));
        }
        None => page.line("none entered yet"),
    }
    let status = match plan.status {
        Status::Ok => "",
        Status::NoZone => "No base in the band beats it: see Plan.",
        Status::AskRaised => "It lifted your ask to your floor.",
        Status::FloorBelowBand => "It is worth less than the band's low.",
        Status::NoAlternative => "Without one there is no walk-away value.",
    };
    if !status.is_empty() {
        page.words(&format!("! {status}"), theme.careful(), width, 0);
    }
    if !plan.warnings.is_empty() {
        page.words(&format!("! {} to check, see Plan", plan.warnings.len()), theme.careful(), width, 0);
    }
}
