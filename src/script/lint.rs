//! A second look at what is to be said: the floor, unfilled slots, names, figures from nowhere.

use super::desk::Desk;
use super::figure::{Figure, figures};
use super::{Part, Passage, Source, words};
use crate::domain::money::{Decimal, Money};
use crate::domain::offer::OfferStatus;
use crate::domain::plan::Term;

/// Something about a spoken passage that the user should look at; shown, never enforced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lint {
    pub code: &'static str,
    /// The passage's id.
    pub passage: String,
    pub message: String,
}

/// Looks at every spoken passage.
pub(super) fn review(desk: &Desk, passages: &[Passage]) -> Vec<Lint> {
    let mut lints = Vec::new();
    for passage in passages.iter().filter(|passage| passage.part == Part::Spoken) {
        let text = passage.text.as_str();
        let mut add = |code, message| lints.push(Lint { code, passage: passage.id.clone(), message });
        if let Some(figure) = floor_figure(desk, text) {
            add(
                "floor-figure",
                format!("This says {figure}, which belongs to your floor. Keep it to yourself."),
            );
        }
        if let Some(word) = floor_word(text) {
            add("floor-word", format!("This says “{word}”: a lowest price, once said, becomes the price."));
        }
        if text.contains("{{") || text.contains("{%") {
            add("slot", "This still has a slot in it: write out what stands between the braces.".to_owned());
        }
        if let Some(company) = rival_named(desk, text) {
            add("rival-named", format!("This names {company}, and you chose not to name your other offers."));
        }
        if let Some(figure) = below_ask(desk, passage) {
            add("below-ask", format!("This says {figure}, less than the {} you ask for.", base(desk)));
        }
        if let Some(figure) = foreign(desk, passage) {
            add(
                "foreign-figure",
                format!("This says {figure}, which is in the playbook and not in your own figures."),
            );
        }
    }
    lints
}

/// Why a sentence of the playbook may not be said at all; `None` where it may.
///
/// `claims`: it speaks of the offers in hand, so every figure and name in it must be the user's.
pub(super) fn forbids(desk: &Desk, text: &str, claims: bool) -> Option<String> {
    if floor_figure(desk, text).is_some() || floor_word(text).is_some() {
        return Some("Its sentence would say your floor aloud.".to_owned());
    }
    if !claims {
        return None;
    }
    if let Some(figure) = figures(text).into_iter().find(|figure| figure.marked && !entered(desk, figure)) {
        let amount = desk.say(figure.value);
        return Some(format!("Its sentence claims {amount}, which is in none of your offers."));
    }
    rival_named(desk, text).map(|company| format!("Its sentence names {company}, and you chose not to."))
}

fn base(desk: &Desk) -> String {
    desk.say(desk.plan.ask.base)
}

/// A figure of the floor that no entered or asked figure shares.
fn floor_figure(desk: &Desk, text: &str) -> Option<String> {
    let minimum = desk.session.settings.personal_minimum.map(Money::amount);
    let secret = [desk.plan.floor.base, desk.plan.floor.cautious_base, minimum];
    let said = figures(text);
    let known = public(desk);
    let told = secret.into_iter().flatten().filter(|amount| !amount.is_zero() && !known.contains(amount));
    told.into_iter()
        .find(|amount| said.iter().any(|figure| figure.says(*amount)))
        .map(|amount| desk.say(amount))
}

const FLOOR_WORDS: [&str; 13] = [
    "my floor",
    "my minimum",
    "minimum i",
    "walk away",
    "walk-away",
    "bottom line",
    "lowest i",
    "least i",
    "my limit",
    "reservation price",
    "i would settle for",
    "i'd settle for",
    "i would accept as little",
];

fn floor_word(text: &str) -> Option<&'static str> {
    let text = words::one_line(text).to_lowercase().replace('’', "'");
    FLOOR_WORDS.into_iter().find(|word| text.contains(word))
}

/// The name of an offer's company, where names are not to be said.
fn rival_named<'a>(desk: &Desk<'a>, text: &str) -> Option<&'a str> {
    if desk.session.script.name_rivals {
        return None;
    }
    let target = desk.slots.get("company").unwrap_or_default().to_lowercase();
    let text = text.to_lowercase();
    let rivals = desk.session.alternatives.iter().filter(|one| one.status != OfferStatus::Current);
    rivals.map(|rival| rival.company.trim()).find(|company| {
        let company = company.to_lowercase();
        !company.is_empty() && !target.contains(&company) && holds_word(&text, &company)
    })
}

/// Whether `word` stands in `text` with no letter or digit beside it.
fn holds_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

/// In the user's own words: a figure near the base, but under what is asked.
fn below_ask(desk: &Desk, passage: &Passage) -> Option<String> {
    let Source::Own { .. } = passage.source else { return None };
    let ask = desk.plan.ask.base;
    let near = ask.checked_mul(Decimal::new(7, 1))?;
    let known = public(desk);
    figures(&passage.text)
        .into_iter()
        .filter(|figure| figure.is_money() && !known.contains(&figure.value))
        .find(|figure| figure.value >= near && figure.value < ask)
        .map(|figure| desk.say(figure.value))
}

/// In a playbook's words: an amount that is neither asked, offered nor answered.
fn foreign(desk: &Desk, passage: &Passage) -> Option<String> {
    let (Source::Lever(_) | Source::Strategy) = passage.source else { return None };
    figures(&passage.text)
        .into_iter()
        .find(|figure| figure.marked && !entered(desk, figure))
        .map(|figure| desk.say(figure.value))
}

fn entered(desk: &Desk, figure: &Figure) -> bool {
    let answered = || desk.session.answers.values().flat_map(|answer| figures(answer));
    public(desk).iter().any(|amount| figure.says(*amount)) || answered().any(|own| own.value == figure.value)
}

/// The amounts that may be spoken: asked, offered by them, offered by others.
fn public(desk: &Desk) -> Vec<Decimal> {
    let plan = desk.plan;
    let asked = Term::ALL.into_iter().flat_map(|term| [plan.ask.get(term), plan.opening.get(term)]);
    let offered = desk.session.target.iter().flat_map(|target| {
        [target.base, target.equity.as_ref().map(|equity| equity.grant), target.signing, target.bonus_amount]
    });
    asked.chain(offered.flatten().map(Money::amount)).chain(desk.offers.amounts()).collect()
}
