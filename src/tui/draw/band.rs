//! What the playbook publishes for the region, in a few lines.

use ratatui::text::{Line, Span};

use crate::domain::money::{Range, RateRange, show};
use crate::domain::plan;
use crate::domain::playbook::{Band, OwnBand, Playbook};
use crate::domain::session::Session;
use crate::domain::total::{self, TotalEnd};
use crate::tui::page::Page;
use crate::tui::theme::Theme;

/// Adds the band that rules; for a playbook's band also its published total against its parts.
pub fn add(page: &mut Page, playbook: &Playbook, session: &Session, theme: Theme, width: u16) {
    let Ok((region, band)) = plan::band_of(playbook, session) else { return };
    let whose = if session.band.is_some() { "Your band" } else { "The band" };
    page.blank();
    page.line(Line::from(vec![
        Span::styled(whose, theme.heading()),
        Span::styled(format!("   {region} · {}", band.currency), theme.quiet()),
    ]));
    page.words(&parts(&band, playbook), theme.text(), width, 2);
    let published = playbook.bands.iter().find(|band| band.label() == region && session.band.is_none());
    if let Some(words) = published.and_then(published_total) {
        page.words(&words, theme.quiet(), width, 2);
    }
    let levels = &playbook.level_mapping;
    if !levels.is_empty() {
        page.words(&format!("Levels: {}", levels.join(" = ")), theme.quiet(), width, 2);
    }
}

fn parts(band: &OwnBand, playbook: &Playbook) -> String {
    let span = |range: Range| show::span(band.currency, range.low.amount(), range.high.amount());
    let rates = |rates: RateRange| rates.to_string();
    let terms = &playbook.equity;
    let equity = band
        .equity
        .map(|range| format!("equity {} of {} over {} years", span(range), terms.kind.words(), terms.years));
    let bonus = band.bonus.map(rates).or(band.bonus_amount.map(span)).map(|bonus| format!("bonus {bonus}"));
    let base = band.base.map(|range| format!("base {}", span(range)));
    [base, equity, bonus].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// The published total, and by how much it differs from its parts.
fn published_total(band: &Band) -> Option<String> {
    let [low, high] = total::of(band).ok()??;
    let money = |amount| show::short(band.currency, amount);
    let gap = |end: TotalEnd| end.difference().ok();
    let (low_gap, high_gap) = (gap(low)?, gap(high)?);
    let published = show::span(band.currency, low.published, high.published);
    if low_gap.is_zero() && high_gap.is_zero() {
        return Some(format!("Published total {published}, as its parts add up."));
    }
    Some(format!(
        "Published total {published}; its parts make {} to {}, {} and {} off. The parts count here.",
        money(low.parts),
        money(high.parts),
        money(low_gap),
        money(high_gap)
    ))
}
