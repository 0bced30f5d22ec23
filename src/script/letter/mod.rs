//! Letters for time: more of it, an earlier answer, and what was said on the phone in writing.
//!
//! They say what the user entered and nothing else: never a floor, never an ask; a rival by name only
//! where the user allows it.

mod sheet;
mod terms;
#[cfg(test)]
mod tests;

use jiff::civil::Date;

use crate::domain::board::working_days_before;
use crate::domain::compare::Whose;
use crate::domain::offer::{Alternative, OfferStatus};
use crate::domain::playbook::Playbook;
use crate::domain::session::Session;
use sheet::Sheet;

/// What a letter asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LetterKind {
    MoreTime,
    SpeedUp,
    Confirm,
}

impl LetterKind {
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

/// A letter to one company.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// Stays the same as long as its kind and its company do.
    pub id: String,
    pub kind: LetterKind,
    pub whose: Whose,
    /// The company.
    pub to: String,
    pub subject: String,
    pub body: String,
    /// The last day to send it so that an answer can come in time; `None` where nothing ends.
    pub send_by: Option<Date>,
    /// What it is for, to the user.
    pub why: String,
    /// Whether the body is the user's own.
    pub is_own: bool,
}

/// Every letter that makes sense with what is entered: to the target first, then as entered.
pub fn letters(playbook: &Playbook, session: &Session, today: Date) -> Vec<Letter> {
    let desk = LetterDesk::new(playbook, session, today);
    let mut letters = desk.to_target();
    for (index, alternative) in session.alternatives.iter().enumerate() {
        letters.extend(desk.to_alternative(index, alternative));
    }
    for letter in &mut letters {
        if let Some(own) = session.script.edits.get(&letter.id) {
            own.clone_into(&mut letter.body);
            letter.is_own = true;
        }
    }
    letters
}

/// What the letters are written from.
struct LetterDesk<'a> {
    session: &'a Session,
    /// The target company's name.
    target: &'a str,
    sheet: Sheet<'a>,
    today: Date,
}

/// A day before which an answer is needed, and of whose offer it is.
struct Pressing<'a> {
    day: Date,
    offer: &'a Alternative,
}

impl<'a> LetterDesk<'a> {
    fn new(playbook: &'a Playbook, session: &'a Session, today: Date) -> Self {
        let target = session.company.as_ref().unwrap_or(&playbook.company);
        Self { session, target, sheet: Sheet::new(playbook, session, today), today }
    }

    fn to_target(&self) -> Vec<Letter> {
        let mut letters = Vec::new();
        let offer = self.session.target.as_ref();
        let day = offer.and_then(|offer| offer.expires).filter(|day| *day >= self.today);
        let base = offer.and_then(|offer| offer.base);
        if let Some(first) = self.first_to_end() {
            let (subject, body) = self.sheet.early_answer(base.is_some(), first.day, &first.offer.company);
            let why = "An offer of yours ends; without their answer before it you decide blind.";
            letters.push(self.letter(
                LetterKind::SpeedUp,
                Whose::Target,
                subject,
                body,
                Some(first.day),
                why,
            ));
        }
        if let Some(day) = day {
            let (subject, body) = self.sheet.more_time(day, self.later(day, None), self.has_other(None));
            let why = "Dates are usually set to be kept, and usually moved when one asks once and early.";
            letters.push(self.letter(LetterKind::MoreTime, Whose::Target, subject, body, Some(day), why));
        }
        if let (Some(offer), Some(_)) = (offer, base) {
            let lines = terms::of_target(offer, self.sheet.currency, self.sheet.kind, self.today);
            let (subject, body) = self.sheet.confirm(&lines, true);
            let why = "What was said on the phone is what one remembers; what is written is what one gets.";
            letters.push(self.letter(LetterKind::Confirm, Whose::Target, subject, body, day, why));
        }
        letters
    }

    fn to_alternative(&self, index: usize, offer: &Alternative) -> Vec<Letter> {
        let whose = Whose::Alternative(index);
        let day = offer.expires;
        if offer.status == OfferStatus::Current || day.is_some_and(|day| day < self.today) {
            return Vec::new();
        }
        let mut letters = Vec::new();
        if offer.status == OfferStatus::Expected {
            let pressed = self.first_to_end().map(|first| first.day);
            let (subject, body) = self.sheet.when_it_comes(pressed);
            let why = "An offer that is only expected counts for nothing until it comes.";
            letters.push(self.letter(LetterKind::SpeedUp, whose, subject, body, pressed.or(day), why));
            return letters;
        }
        if offer.status == OfferStatus::Verbal {
            let lines = terms::of_alternative(offer, self.sheet.currency, self.today);
            let (subject, body) = self.sheet.confirm(&lines, false);
            let why = "A verbal offer counts for less until it is written.";
            letters.push(self.letter(LetterKind::Confirm, whose, subject, body, day, why));
        }
        if let Some(day) = day {
            let (subject, body) = self.sheet.more_time(day, self.later(day, Some(index)), true);
            let why = "So that the target can answer before this offer ends.";
            letters.push(self.letter(LetterKind::MoreTime, whose, subject, body, Some(day), why));
        }
        letters
    }

    /// The live offer that ends first.
    fn first_to_end(&self) -> Option<Pressing<'a>> {
        let dated = self.live().filter_map(|(_, offer)| Some(Pressing { day: offer.expires?, offer }));
        dated.min_by_key(|pressing| pressing.day)
    }

    /// Offers in hand: neither the current job, nor hoped for, nor ended.
    fn live(&self) -> impl Iterator<Item = (usize, &'a Alternative)> {
        let today = self.today;
        self.session.alternatives.iter().enumerate().filter(move |(_, offer)| {
            matches!(offer.status, OfferStatus::Written | OfferStatus::Verbal)
                && offer.expires.is_none_or(|day| day >= today)
        })
    }

    /// Whether there is an offer in hand beside the one at `but`.
    fn has_other(&self, but: Option<usize>) -> bool {
        self.live().any(|(index, _)| Some(index) != but)
    }

    /// The day to propose instead of `day`: after the target's own where that is what one waits for,
    /// a week later at least and two at most.
    fn later(&self, day: Date, alternative: Option<usize>) -> Date {
        use crate::domain::board::working_days_after;
        let week = working_days_after(day, 5);
        let target = self.session.target.as_ref().and_then(|target| target.expires);
        let decided = target
            .filter(|_| alternative.is_some())
            .map(|target| working_days_after(target, u16::from(self.session.settings.reply_days)));
        decided.map_or(week, |decided| decided.max(week)).min(working_days_after(day, 10))
    }

    fn letter(
        &self,
        kind: LetterKind,
        whose: Whose,
        subject: String,
        body: String,
        day: Option<Date>,
        why: &str,
    ) -> Letter {
        let reply = u16::from(self.session.settings.reply_days);
        let to = match whose {
            Whose::Alternative(index) => {
                self.session.alternatives.get(index).map(|offer| offer.company.clone()).unwrap_or_default()
            }
            Whose::Target | Whose::Ask => self.target.to_owned(),
        };
        Letter {
            id: self.id(kind, whose),
            kind,
            whose,
            to,
            subject,
            body,
            send_by: day.map(|day| working_days_before(day, reply).max(self.today)),
            why: why.to_owned(),
            is_own: false,
        }
    }

    /// The kind and the company; with the place where two offers are of one company.
    fn id(&self, kind: LetterKind, whose: Whose) -> String {
        let Whose::Alternative(index) = whose else { return format!("letter-{}-target", kind.name()) };
        let label = |offer: &Alternative| slug(&offer.label());
        let own = self.session.alternatives.get(index).map(label).unwrap_or_default();
        let twins = self.session.alternatives.iter().filter(|offer| label(offer) == own).count();
        let place = if twins > 1 || own.is_empty() { format!("-{}", index + 1) } else { String::new() };
        format!("letter-{}-offer-{own}{place}", kind.name())
    }
}

/// Letters and digits, dashes between them.
fn slug(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join("-")
}
