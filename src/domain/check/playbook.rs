//! What must hold of a playbook.

use std::collections::BTreeSet;

use super::Findings;
use crate::domain::money::{Decimal, Money, Range, show};
use crate::domain::playbook::{Band, Playbook};
use crate::domain::problem::Problem;
use crate::domain::total;

/// What is wrong with a playbook; nothing can be computed from it until this is empty.
pub fn playbook(playbook: &Playbook) -> Vec<Problem> {
    let mut found = Findings::default();
    if !is_playbook_id(&playbook.id) {
        found.hinted(
            "id-invalid",
            "id",
            "A playbook's id is made of lower-case letters, digits, `-` and `_`.",
            "Write it as company/role, such as acme-cloud/software-engineer.",
        );
    }
    found.filled(&playbook.company, "company");
    found.filled(&playbook.role, "role");
    found.years(playbook.equity.years, "equity.years");
    for (i, band) in playbook.bands.iter().enumerate() {
        let at = format!("bands[{i}]");
        found.filled(&band.region, format!("{at}.region"));
        found.band(&band.terms(), &at);
        found.range(band.total, band.currency, &format!("{at}.total"));
        if let Some(also) = &band.also {
            found.band(also, &format!("{at}.also"));
        }
    }
    let mut questions = BTreeSet::new();
    for (i, question) in playbook.questions.iter().enumerate() {
        found.identifier(&question.id, &mut questions, &format!("questions[{i}].id"), "question");
        found.filled(&question.ask, format!("questions[{i}].ask"));
    }
    let mut levers = BTreeSet::new();
    for (i, lever) in playbook.levers.iter().enumerate() {
        found.identifier(&lever.id, &mut levers, &format!("levers[{i}].id"), "lever");
        found.filled(&lever.name, format!("levers[{i}].name"));
        found.filled(&lever.script, format!("levers[{i}].script"));
    }
    found.asked(playbook);
    found.0
}

/// What looks odd in a playbook without making it unusable.
pub fn warnings(playbook: &Playbook) -> Vec<Problem> {
    let mut found = Findings::default();
    let mut seen = BTreeSet::new();
    for (i, band) in playbook.bands.iter().enumerate() {
        if !seen.insert(band.label().to_lowercase()) {
            let message = format!("{} stands here a second time: only its first row is used.", band.label());
            found.hinted("region-twice", format!("bands[{i}]"), message, "Give each row a level of its own.");
        }
        if let Ok(Some(message)) = total_off(band) {
            found.hinted(
                "total-differs",
                format!("bands[{i}].total"),
                message,
                "Check the published total, or the parts it is made of.",
            );
        }
    }
    found.asked_outside(playbook);
    found.0
}

impl Findings {
    fn identifier<'a>(&mut self, id: &'a str, seen: &mut BTreeSet<&'a str>, at: &str, what: &str) {
        if !is_identifier(id) {
            self.hinted(
                "id-invalid",
                at,
                format!("A {what}'s id is made of lower-case letters, digits, `-` and `_`."),
                "For instance ecosystem-impact.",
            );
        } else if !seen.insert(id) {
            self.hinted(
                "id-twice",
                at,
                format!("Another {what} has the id `{id}` already."),
                "Give each one an id of its own.",
            );
        }
    }

    /// Amounts asked for are written for the first region.
    fn asked(&mut self, playbook: &Playbook) {
        let Some(first) = playbook.bands.first() else { return };
        for (i, lever) in playbook.levers.iter().enumerate() {
            self.asks(lever.asks, first.currency, &format!("levers[{i}].asks"));
        }
        if let Some(strategy) = &playbook.strategy {
            self.asks(strategy.asks, first.currency, "strategy.asks");
            self.asks(strategy.floor, first.currency, "strategy.floor");
        }
    }
}

impl Findings {
    /// What a lever asks for outside the first region's bands, all of its rows together.
    fn asked_outside(&mut self, playbook: &Playbook) {
        let Some(first) = playbook.bands.first() else { return };
        let rows = || {
            playbook.bands.iter().filter(|row| row.region == first.region && row.currency == first.currency)
        };
        let span = |term: fn(&Band) -> Option<Range>| {
            let ends = || rows().filter_map(term).map(|range| (range.low.amount(), range.high.amount()));
            ends().map(|(low, _)| low).min().zip(ends().map(|(_, high)| high).max())
        };
        let terms = [("base", span(|row| row.base)), ("equity", span(|row| row.equity))];
        for (i, asks) in playbook.levers.iter().enumerate().filter_map(|(i, lever)| Some((i, lever.asks?))) {
            for ((term, span), asked) in terms.into_iter().zip([asks.base, asks.equity]) {
                let (Some((low, high)), Some(asked)) = (span, asked.map(Money::amount)) else { continue };
                if (low..=high).contains(&asked) {
                    continue;
                }
                let side = if asked < low { "below" } else { "above" };
                let message = format!(
                    "This asks for {} in {term}, which is {side} the band in {}: {}.",
                    show::short(first.currency, asked),
                    first.region,
                    show::span(first.currency, low, high)
                );
                let hint =
                    "The plan never asks for more or less than the band. Check the amount, or the band.";
                self.hinted("ask-outside-band", format!("levers[{i}].asks.{term}"), message, hint);
            }
        }
    }
}

fn is_identifier(id: &str) -> bool {
    !id.is_empty() && id.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_'))
}

fn is_playbook_id(id: &str) -> bool {
    let parts: Vec<&str> = id.split('/').collect();
    parts.len() <= 2 && parts.into_iter().all(is_identifier)
}

/// Says how far a published total is from its parts, where that is a tenth or more.
fn total_off(band: &Band) -> Result<Option<String>, Problem> {
    let Some(ends) = total::of(band)? else { return Ok(None) };
    let mut worst: Option<(Decimal, String)> = None;
    for (end, total) in ["low", "high"].into_iter().zip(ends) {
        let difference = total.difference()?;
        if total.is_far_off()? && worst.as_ref().is_none_or(|(most, _)| difference > *most) {
            let show = |amount| show::short(band.currency, amount);
            let message = format!(
                "The published total at the {end} end is {}, its parts make {}: a difference of {}.",
                show(total.published),
                show(total.parts.round()),
                show(difference.round())
            );
            worst = Some((difference, message));
        }
    }
    Ok(worst.map(|(_, message)| message))
}
