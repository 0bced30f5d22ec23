//! One assumption moved: each package's worth as a line, and the floor that follows on the ruler.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::chart::{Chart, place};
use crate::app::App;
use crate::app::desk::WhatIf;
use crate::app::work::Work;
use crate::domain::compare::{Assumption, Point, Sweep};
use crate::domain::money::{Decimal, show};
use crate::domain::plan::Plan;
use crate::domain::problem::Problem;
use crate::export::{cut, fit};
use crate::tui::draw::ruler;
use crate::tui::page::{Page, Shown};
use crate::tui::theme::Theme;

/// Columns left of the chart, for its scale.
const SCALE: usize = 8;

/// ```text
/// ▸ Private paper marked down        ‹ marked down by 25% ›  as today
///   Google L4: stock price
/// $320K a a a
///                 b b b b
/// $200K             ^
/// a Your ask $282,750   b Google L4 $275,000
/// $170K ├─────●────◐◆┤ $220K
/// With private paper marked down by 4%: Google L4 overtakes Anthropic.
/// ```
pub fn draw(app: &App, theme: Theme, area: Rect, buffer: &mut Buffer) -> Shown {
    let (Some(work), what_if) = (&app.work, &app.desk.what_if) else { return Shown::default() };
    let width = area.width;
    let mut page = Page::default();
    let (Ok(plan), Some(sweep), Some(point)) = (&work.plan, &what_if.sweep, what_if.point()) else {
        if let Some(assumption) = what_if.assumptions.get(what_if.chosen) {
            page.line(Span::styled(format!("▸ {}", assumption.title(&work.session)), theme.strong()));
        }
        let why = what_if.problem.as_ref().map(Problem::in_words).unwrap_or_default();
        page.words(
            &format!("This one cannot be moved: {why} ↓ goes to the next."),
            theme.careful(),
            width,
            2,
        );
        return page.show_bare(area, buffer, 0);
    };
    assumptions(&mut page, work, what_if, sweep, point, theme, area);
    let list = listed(what_if, area.height);
    let below = 7 + sweep.packages.len().div_ceil(per_line(width));
    let height = usize::from(area.height).saturating_sub(list + below).clamp(4, 14);
    chart(&mut page, what_if, sweep, plan, height, theme, width);
    legend(&mut page, sweep, point, plan, theme, width);
    floor(&mut page, point, plan, theme, width);
    findings(&mut page, app, work, theme, width);
    page.show_bare(area, buffer, app.scroll)
}

/// How many assumptions are shown at once: on a low screen only the chosen one.
fn listed(what_if: &WhatIf, height: u16) -> usize {
    what_if.assumptions.len().min(if height < 24 { 1 } else { 6 })
}

fn assumptions(
    page: &mut Page,
    work: &Work,
    what_if: &WhatIf,
    sweep: &Sweep,
    point: &Point,
    theme: Theme,
    area: Rect,
) {
    let (width, all) = (area.width, what_if.assumptions.len());
    let list = listed(what_if, area.height);
    let first = (what_if.chosen + 1).saturating_sub(list);
    let name = usize::from(width * 2 / 5).min(36);
    for (at, assumption) in what_if.assumptions.iter().enumerate().skip(first).take(list) {
        let title = fit(&assumption.title(&work.session), name);
        if at != what_if.chosen {
            page.line(Span::styled(format!("  {title}"), theme.quiet()));
            continue;
        }
        let place = if list < all { format!("  {} of {all} ↑↓", at + 1) } else { String::new() };
        let today = if what_if.is_today() {
            format!("  as today{place}")
        } else {
            format!("  today {}", assumption.figure(sweep.today)) + &place
        };
        let room = usize::from(width).saturating_sub(name + 7 + assumption.show(point.at).chars().count());
        page.line(Line::from(vec![
            Span::styled(format!("▸ {title}"), theme.strong()),
            Span::raw(" ‹ "),
            Span::styled(assumption.show(point.at), theme.selected()),
            Span::raw(" ›"),
            Span::styled(cut(&today, room), theme.quiet()),
        ]));
    }
}

fn chart(
    page: &mut Page,
    what_if: &WhatIf,
    sweep: &Sweep,
    plan: &Plan,
    height: usize,
    theme: Theme,
    width: u16,
) {
    let room = usize::from(width).saturating_sub(SCALE + 1).max(10);
    let lines: Vec<Vec<Decimal>> = (0..sweep.packages.len()).map(|at| line(sweep, at)).collect();
    // The first months of a package with signing money would press all the others flat.
    let skipped = if sweep.assumption == Assumption::Leaving { 5 } else { 0 };
    let all = lines.iter().flat_map(|line| line.iter().skip(skipped)).copied();
    let (low, high) = (all.clone().min().unwrap_or_default(), all.max().unwrap_or_default());
    let mut chart = Chart::new(room, height, low, high);
    chart.lines(&lines);
    let cursor = place(what_if.at(), sweep.points.len(), room);
    for (row, cells) in chart.rows().enumerate() {
        let scale = match row {
            0 => show::fitting(plan.currency, high, SCALE),
            row if row + 1 == height => show::fitting(plan.currency, low, SCALE),
            _ => String::new(),
        };
        let split = cells.char_indices().nth(cursor).map_or(cells.len(), |(at, _)| at);
        let (before, rest) = cells.split_at(split);
        let mut rest = rest.chars();
        let under = match rest.next() {
            Some(' ') | None => '│',
            Some(sign) => sign,
        };
        page.line(Line::from(vec![
            Span::styled(format!("{} ", fit(&cut(&scale, SCALE), SCALE)), theme.quiet()),
            Span::raw(before.to_owned()),
            Span::styled(under.to_string(), theme.key()),
            Span::raw(rest.collect::<String>()),
        ]));
    }
    let ends = [sweep.points.first(), sweep.points.last()]
        .map(|point| point.map_or_else(String::new, |point| sweep.assumption.show(point.at)));
    let gap = room.saturating_sub(ends[1].chars().count());
    page.line(Span::styled(
        format!("{}{}{}", " ".repeat(SCALE + 1), fit(&ends[0], gap), ends[1]),
        theme.quiet(),
    ));
}

/// The heights of a package's line: its worth a year, or what it has paid a month on average by then.
fn line(sweep: &Sweep, package: usize) -> Vec<Decimal> {
    let height = |point: &Point| {
        let value = point.values.get(package).copied().unwrap_or_default();
        if sweep.assumption == Assumption::Leaving {
            value.checked_div(point.at).unwrap_or(value)
        } else {
            value
        }
    };
    sweep.points.iter().map(height).collect()
}

/// Packages named on one line of the legend.
fn per_line(width: u16) -> usize {
    usize::from(width / 36).max(1)
}

fn legend(page: &mut Page, sweep: &Sweep, point: &Point, plan: &Plan, theme: Theme, width: u16) {
    let best = point.values.iter().max();
    let mut entries = Vec::new();
    for ((sign, (_, label)), value) in ('a'..='z').zip(&sweep.packages).zip(&point.values) {
        let is_best = Some(value) == best;
        let text = format!("{sign} {} {}", fit(label, 14), show::fitting(plan.currency, *value, 12));
        let style = if is_best { theme.good() } else { theme.text() };
        entries.push(Span::styled(fit(&format!("{text}{}", if is_best { " most" } else { "" }), 35), style));
    }
    for line in entries.chunks(per_line(width)) {
        page.line(Line::from(line.to_vec()));
    }
}

/// The floor as it would then be.
fn floor(page: &mut Page, point: &Point, plan: &Plan, theme: Theme, width: u16) {
    let Some(floor) = &point.floor else {
        page.words(
            "What each would have paid you by then, bankable: vested stock, the bonus of full years, signing money \
             less what must be given back. The lines show it a month.",
            theme.quiet(),
            width,
            0,
        );
        return;
    };
    let moved = Plan { floor: floor.clone(), ..plan.clone() };
    if let Some(line) = ruler::line(&moved, theme, width) {
        page.line(line);
    }
    let shown =
        |base: Option<Decimal>| base.map_or_else(|| "–".to_owned(), |base| show::full(plan.currency, base));
    let beyond = match (floor.base, plan.band.base) {
        (Some(base), Some(band)) if base > band.high.amount() => ", above their band",
        _ => "",
    };
    page.words(
        &format!(
            "● floor {}{beyond}   ◐ accept from {}   ◆ ask {}",
            shown(floor.base),
            shown(floor.cautious_base),
            shown(Some(plan.ask.base))
        ),
        theme.text(),
        width,
        0,
    );
}

fn findings(page: &mut Page, app: &App, work: &Work, theme: Theme, width: u16) {
    let what_if = &app.desk.what_if;
    let Some(sweep) = &what_if.sweep else { return };
    page.blank();
    if what_if.break_evens.is_empty() {
        let words = match sweep.assumption {
            Assumption::Leaving => "No package overtakes another in any month.",
            _ => "No package overtakes another anywhere in this range.",
        };
        page.words(words, theme.text(), width, 0);
    }
    for found in what_if.break_evens.iter().take(6) {
        page.item("▸ ", &found.words(&work.session), theme.text(), width);
    }
    if let Some(at) = what_if.floor_meets_ask {
        let shown = sweep.assumption.with(&work.session, at);
        page.item(
            "! ",
            &format!("{shown} the cautious floor stands at the base you ask for, signing money left out."),
            theme.careful(),
            width,
        );
    }
}
