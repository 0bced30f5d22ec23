//! Letters for time: more of it, an answer sooner, and the spoken word in writing.
//!
//! They hold what the user entered and no figure of the plan, so none can tell the floor or the ask.

mod body;
mod field;
mod reason;
mod terms;
mod timing;

use std::collections::HashSet;

use jiff::civil::Date;

use crate::domain::compare::Whose;
use crate::domain::offer::OfferStatus;
use crate::domain::playbook::Playbook;
use crate::domain::session::Session;
use body::Words;
use field::{Addressee, Field};

/// What a letter is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LetterKind {
    MoreTime,
    SpeedUp,
    Confirm,
}

impl LetterKind {
    pub const ALL: [Self; 3] = [Self::MoreTime, Self::SpeedUp, Self::Confirm];

    pub fn name(self) -> &'static str {
        match self {
            Self::MoreTime => "more-time",
            Self::SpeedUp => "speed-up",
            Self::Confirm => "confirm",
        }
    }

    pub fn title(self) -> &'static str {
        match self {
            Self::MoreTime => "Ask for more time",
            Self::SpeedUp => "Ask for an early answer",
            Self::Confirm => "Get it in writing",
        }
    }
}

/// One letter, ready to be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// Stable, such as `letter-more-time-target`; the user's own words are kept under it.
    pub id: String,
    pub kind: LetterKind,
    /// Who it goes to.
    pub whose: Whose,
    /// The company it goes to.
    pub to: String,
    pub subject: String,
    /// Its lines, a blank one between its parts.
    pub body: String,
    /// The last day on which it is of use; `None` where nothing presses.
    pub send_by: Option<Date>,
    /// When to send it, for the user's eyes.
    pub why: String,
    /// Whether the body is the user's own.
    pub is_own: bool,
}

/// The letters that this session has a use for: more time first, then answers sooner, then what
/// was said in writing.
pub fn letters(playbook: &Playbook, session: &Session, today: Date) -> Vec<Letter> {
    let field = Field::new(playbook, session, today);
    let slugs = slugs(session);
    let mut letters = Vec::new();
    for kind in LetterKind::ALL {
        for whose in recipients(session) {
            let addressee = field.addressee(whose);
            let Some(words) = words(kind, &field, &addressee) else { continue };
            let slug = match whose {
                Whose::Alternative(index) => slugs.get(index).map_or("", String::as_str),
                Whose::Target | Whose::Ask => TARGET,
            };
            letters.push(letter(format!("letter-{}-{slug}", kind.name()), kind, addressee, words, session));
        }
    }
    letters
}

const TARGET: &str = "target";

fn recipients(session: &Session) -> impl Iterator<Item = Whose> {
    std::iter::once(Whose::Target).chain((0..session.alternatives.len()).map(Whose::Alternative))
}

/// What a letter says; `None` where there is no use for it.
fn words(kind: LetterKind, field: &Field, to: &Addressee) -> Option<Words> {
    let live = to.expires.is_none_or(|day| day >= field.today);
    match (kind, to.status) {
        (_, Some(OfferStatus::Current)) | (LetterKind::MoreTime, Some(OfferStatus::Expected)) => None,
        (LetterKind::MoreTime, _) if live => body::more_time(field, to),
        (LetterKind::SpeedUp, None) => body::answer_before(field, to),
        (LetterKind::SpeedUp, Some(OfferStatus::Expected)) if live => Some(body::when_to_expect(field, to)),
        (LetterKind::Confirm, None) => body::confirm(field, to),
        (LetterKind::Confirm, Some(OfferStatus::Verbal)) if live => body::confirm(field, to),
        _ => None,
    }
}

fn letter(id: String, kind: LetterKind, to: Addressee, words: Words, session: &Session) -> Letter {
    let own = session.script.edits.get(&id).map(|text| tidy(text)).filter(|own| !own.is_empty());
    Letter {
        kind,
        whose: to.whose,
        to: to.name,
        subject: words.subject,
        is_own: own.is_some(),
        body: own.unwrap_or(words.body),
        send_by: words.send_by,
        why: words.why,
        id,
    }
}

/// The user's own lines, each tidied; blank lines stay, one at a time.
fn tidy(text: &str) -> String {
    let mut tidied = String::with_capacity(text.len());
    for line in text.lines().map(super::words::one_line) {
        if !line.is_empty() || !tidied.ends_with("\n\n") {
            tidied.push_str(&line);
            tidied.push('\n');
        }
    }
    tidied.trim().to_owned()
}

/// A short name for each alternative, no two alike; where two would be, the later one has its place.
fn slugs(session: &Session) -> Vec<String> {
    let mut used = HashSet::from([TARGET.to_owned()]);
    let mut slugs = Vec::with_capacity(session.alternatives.len());
    for (index, alternative) in session.alternatives.iter().enumerate() {
        let mut slug = slug(&alternative.label());
        while !used.insert(slug.clone()) {
            slug = format!("{slug}-{}", index + 1);
        }
        slugs.push(slug);
    }
    slugs
}

/// Letters and digits in lower case, a dash for each run of anything else.
fn slug(label: &str) -> String {
    let lower = label.to_lowercase();
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if words.is_empty() { "offer".to_owned() } else { words.join("-") }
}

#[cfg(test)]
mod tests;
