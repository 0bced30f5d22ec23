//! The levers' sentences: those that may be said, and why the others may not.

use super::desk::Desk;
use super::slots::Slots;
use super::template::{self, Fault};
use super::{LeftOut, Part, Passage, Source, lint, words};
use crate::domain::plan::Term;
use crate::domain::playbook::{Lever, Playbook};
use crate::domain::problem::Problem;
use crate::domain::session::Backing;

/// What the levers have to say.
pub(super) struct Spoken {
    pub passages: Vec<Passage>,
    pub left_out: Vec<LeftOut>,
    /// Whether a sentence states the offers in hand already.
    pub offers_told: bool,
}

pub(super) fn speak(desk: &Desk) -> Result<Spoken, Problem> {
    let mut spoken = Spoken { passages: Vec::new(), left_out: Vec::new(), offers_told: false };
    for (index, lever) in desk.playbook.levers.iter().enumerate() {
        let backing = desk.session.backing_of(&lever.id);
        let (key, source) = wording(lever, backing);
        let path = format!("levers[{index}].{key}");
        match one(desk, lever, backing, source).map_err(|problem| problem.at(&path))? {
            Ok(text) => {
                spoken.offers_told |= template::slots(source)?.contains("rivals");
                spoken.passages.push(Passage {
                    id: format!("lever.{}", lever.id),
                    part: Part::Spoken,
                    heading: lever.name.clone(),
                    text,
                    source: Source::Lever(lever.id.clone()),
                    note: None,
                });
            }
            Err(why) => {
                spoken.left_out.push(LeftOut { lever: lever.id.clone(), name: lever.name.clone(), why });
            }
        }
    }
    Ok(spoken)
}

/// The sentence that fits the backing, with the key it stands under.
pub(super) fn wording(lever: &Lever, backing: Backing) -> (&'static str, &str) {
    match &lever.softer {
        Some(softer) if backing == Backing::Partial => ("softer", softer),
        _ => ("script", &lever.script),
    }
}

/// A lever's text, or why it is left out.
fn one(
    desk: &Desk,
    lever: &Lever,
    backing: Backing,
    source: &str,
) -> Result<Result<String, String>, Problem> {
    if backing == Backing::None {
        return Ok(Err("You have not said that you can back it.".to_owned()));
    }
    if lever.from_offers && desk.offers.is_empty() {
        return Ok(Err("It needs an offer in hand: enter one under Offers.".to_owned()));
    }
    if lever.from_offers && desk.no_zone() {
        return Ok(Err(
            "No base in their band reaches your floor, so its promise to choose them would not hold."
                .to_owned(),
        ));
    }
    if granted(desk, lever) {
        return Ok(Err("They have offered what it asks for already.".to_owned()));
    }
    let text = match template::sentence(source, desk.slots.value(), false) {
        Ok(text) => words::one_line(&text),
        Err(Fault::Missing) => return missing(desk.playbook, &desk.slots, source).map(Err),
        Err(Fault::Broken(problem)) => return Err(problem),
    };
    Ok(match lint::forbids(desk, &text, lever.from_offers) {
        Some(why) => Err(why),
        None => Ok(text),
    })
}

/// Whether every term the lever asks for stands in their offer.
fn granted(desk: &Desk, lever: &Lever) -> bool {
    let asks = lever.asks.unwrap_or_default();
    let named = [(Term::Base, asks.base), (Term::Equity, asks.equity), (Term::Signing, asks.signing)];
    let mut named = named.into_iter().filter_map(|(term, amount)| amount.map(|_| term)).peekable();
    named.peek().is_some() && named.all(|term| desk.held(term))
}

/// What has to be entered before a sentence can be said.
pub(super) fn missing(playbook: &Playbook, slots: &Slots, source: &str) -> Result<String, Problem> {
    let empty: Vec<String> =
        template::slots(source)?.into_iter().filter(|name| slots.get(name).is_none()).collect();
    let asks: Vec<String> = playbook
        .questions
        .iter()
        .filter(|question| empty.contains(&question.id))
        .map(|question| format!("“{}”", question.ask))
        .collect();
    if !asks.is_empty() {
        return Ok(format!("It still needs an answer to {}.", words::list(&asks)));
    }
    if empty.iter().any(|name| name == "rivals") {
        return Ok("It needs an offer in hand: enter one under Offers.".to_owned());
    }
    let term = Term::ALL.into_iter().find(|term| {
        empty.iter().any(|name| name.split_once('.').is_some_and(|(_, rest)| rest == term.name()))
    });
    Ok(match (term, empty.first()) {
        (Some(term), _) => format!("Your plan has no {}.", term_words(term)),
        (None, Some(name)) => format!("Its slot {{{{ {name} }}}} is one that nothing fills."),
        (None, None) => "One of its slots has no value.".to_owned(),
    })
}

pub(super) fn term_words(term: Term) -> &'static str {
    match term {
        Term::Base => "base to ask for",
        Term::Equity => "equity to ask for",
        Term::Signing => "signing bonus to ask for",
    }
}
