//! The words of the letters.

use jiff::civil::Date;

use super::super::words;
use crate::domain::board::working_days_before;
use crate::domain::money::Currency;
use crate::domain::offer::EquityKind;
use crate::domain::plan;
use crate::domain::playbook::Playbook;
use crate::domain::session::Session;

/// What every letter is written with.
pub(super) struct Sheet<'a> {
    session: &'a Session,
    /// The plan's currency.
    pub currency: Currency,
    /// What the target's grants are made of.
    pub kind: EquityKind,
    today: Date,
}

impl<'a> Sheet<'a> {
    pub fn new(playbook: &'a Playbook, session: &'a Session, today: Date) -> Self {
        let own = session.band.as_ref().map(|band| band.currency);
        let band = plan::band_of(playbook, session).ok().map(|(_, band)| band.currency);
        Self { session, currency: own.or(band).unwrap_or(Currency::USD), kind: playbook.equity.kind, today }
    }

    /// Asks for a later date: subject and body.
    pub fn more_time(&self, day: Date, later: Date, has_other: bool) -> (String, String) {
        let reason = if has_other {
            "I want to give it the decision it deserves, and I am still in conversation with another company. I \
             would rather compare the two once, with care, than decide in a hurry."
        } else {
            "I want to give it the decision it deserves, and that takes me a few days more than we have."
        };
        let body = self.signed(&[
            "Thank you again for your offer.".to_owned(),
            reason.to_owned(),
            format!("You asked for my answer by {}. Could we make that {}?", self.day(day), self.day(later)),
            "If that date does not work for you, please tell me the latest one that does, and I will keep to it."
                .to_owned(),
        ]);
        ("Could I have a little more time?".to_owned(), body)
    }

    /// Asks the target to answer before another offer ends.
    pub fn early_answer(&self, has_offered: bool, day: Date, rival: &str) -> (String, String) {
        let other = if self.session.script.name_rivals {
            format!(
                "I hold an offer from {} that I have to answer by {}.",
                words::one_line(rival),
                self.day(day)
            )
        } else {
            format!("I hold another offer that I have to answer by {}.", self.day(day))
        };
        let needed = self.day(working_days_before(day, 1).max(self.today));
        let ask = if has_offered {
            format!("Could we settle the open points of your offer by {needed}?")
        } else {
            format!("Could you let me have your offer by {needed}?")
        };
        let body = self.signed(&[
            "Thank you for the conversations so far.".to_owned(),
            format!("I am writing because of a date on my side. {other}"),
            format!("I do not want to answer it without knowing where we stand. {ask}"),
            "If you need anything from me for that, tell me, and I will see to it at once.".to_owned(),
        ]);
        ("A date on my side".to_owned(), body)
    }

    /// Asks when an expected offer comes.
    pub fn when_it_comes(&self, pressed: Option<Date>) -> (String, String) {
        let reason = match pressed {
            Some(day) => {
                format!(
                    "I have another answer to give by {}, and I would not like to give it without knowing yours.",
                    self.day(day)
                )
            }
            None => "I am planning the coming weeks, and your answer is a part of them.".to_owned(),
        };
        let body = self.signed(&[
            "Thank you for the conversations so far.".to_owned(),
            reason,
            "When can I expect to hear from you, and is there anything you still need from me?".to_owned(),
        ]);
        ("When can I expect to hear from you?".to_owned(), body)
    }

    /// Puts what was said into writing, a line for each term.
    pub fn confirm(&self, lines: &[String], from_target: bool) -> (String, String) {
        let thanks = if from_target {
            "Thank you for the offer."
        } else {
            "Thank you for the call and for the offer."
        };
        let body = self.signed(&[
            thanks.to_owned(),
            format!(
                "So that I decide on the right terms, this is how I understood them:\n{}",
                lines.join("\n")
            ),
            "Could you confirm this in writing, or correct me where I misheard?".to_owned(),
        ]);
        ("The terms as I understood them".to_owned(), body)
    }

    /// The paragraphs with a greeting and the user's name, where it is known.
    fn signed(&self, paragraphs: &[String]) -> String {
        let name = self
            .session
            .answers
            .get("name")
            .map(|name| words::one_line(name))
            .filter(|name| !name.is_empty());
        let close = name.map_or_else(|| "Kind regards".to_owned(), |name| format!("Kind regards,\n{name}"));
        format!("Hello,\n\n{}\n\n{close}", paragraphs.join("\n\n"))
    }

    /// A day with its date: a letter is read later than it is written.
    fn day(&self, day: Date) -> String {
        words::date(day, self.today)
    }
}
