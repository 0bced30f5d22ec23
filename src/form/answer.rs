//! What an answer to a field does: an edit of the session, a question back, or a refusal.

use super::read::{self, Read};
use super::relabel::keeping_currency;
use super::{BandField, Desk, FieldId};
use super::{exchange, offer_answer, setting_answer, target_answer};
use crate::domain::edit::Edit;
use crate::domain::money::{Currency, Mark, Range, Rate, show};
use crate::domain::playbook::{OwnBand, QuestionKind};
use crate::domain::problem::Problem;
use crate::domain::session::Backing;

/// What follows from an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    Edit(Edit),
    /// The text can be read two ways: what to show for each, and the text that means it alone.
    Which([(String, String); 2]),
    Refused(Problem),
}

/// Takes the text of a field. Empty text takes an optional answer back.
pub fn answer(desk: &Desk, id: &FieldId, text: &str) -> Answer {
    take(desk, id, text.trim()).unwrap_or_else(Answer::Refused)
}

fn take(desk: &Desk, id: &FieldId, text: &str) -> Result<Answer, Problem> {
    let words = (!text.is_empty()).then(|| text.to_owned());
    Ok(match id {
        FieldId::Company => Answer::Edit(Edit::Company(words)),
        FieldId::Role => Answer::Edit(Edit::Role(words)),
        FieldId::Region => Answer::Edit(keeping_currency(desk, region(desk, text))),
        FieldId::Band(field) => Answer::Edit(keeping_currency(desk, Edit::Band(band(desk, *field, text)?))),
        FieldId::Target(field) => return target_answer::take(desk, *field, text),
        FieldId::Answer(question) => return question_answer(desk, question, text),
        FieldId::Offer(index, field) => return offer_answer::take(desk, *index, *field, text),
        FieldId::Backing(lever) => {
            let backing = Backing::ALL.into_iter().find(|backing| backing.name() == text).unwrap_or_default();
            Answer::Edit(Edit::Backing { lever: lever.clone(), backing })
        }
        FieldId::Setting(field) => return setting_answer::take(desk, *field, text),
        FieldId::ExchangeRate(currency) => return exchange::rate(desk, *currency, text),
        FieldId::ExchangeDay(currency) => return exchange::day(desk, *currency, text),
        FieldId::ExchangeSource(currency) => return exchange::source(desk, *currency, text),
        FieldId::Passage(id) => Answer::Edit(Edit::Passage { id: id.clone(), text: words }),
        FieldId::QuickLine => Answer::Edit(Edit::All(Vec::new())),
    })
}

fn region(desk: &Desk, text: &str) -> Edit {
    let row = desk.playbook.bands.iter().find(|band| band.label() == text);
    let (region, level) = match row {
        Some(band) => (band.region.clone(), band.level.clone()),
        None => (text.to_owned(), None),
    };
    Edit::Region { region, level }
}

fn band(desk: &Desk, field: BandField, text: &str) -> Result<Option<OwnBand>, Problem> {
    let playbooks = || {
        let mut plain = desk.session.clone();
        plain.band = None;
        Desk { session: &plain, ..*desk }.band()
    };
    let empty = OwnBand {
        currency: desk.currency(),
        base: None,
        equity: None,
        bonus: None,
        bonus_amount: None,
        total: None,
    };
    let mut own = desk.session.band.clone().or_else(playbooks).unwrap_or(empty);
    match field {
        BandField::Source if text == "playbook" => return Ok(None),
        BandField::Source => {}
        BandField::Currency => own.currency = read_currency(text)?,
        BandField::Base if text.is_empty() => own.base = None,
        BandField::Base => own.base = Some(span(&mut own, text)?),
        BandField::Equity if text.is_empty() => own.equity = None,
        BandField::Equity => own.equity = Some(span(&mut own, text)?),
        BandField::Bonus if text.is_empty() => own.bonus = None,
        BandField::Bonus => {
            own.bonus = Some(read::rates(text)?);
            own.bonus_amount = None;
        }
    }
    Ok(Some(own))
}

/// A span of a band. Its mark settles the currency of a band that is still empty, and must not
/// contradict the one of a band that is not.
fn span(band: &mut OwnBand, text: &str) -> Result<Range, Problem> {
    let (range, mark) = read::span(text)?;
    let is_empty = band.base.is_none() && band.equity.is_none();
    match mark {
        Some(Mark::Currency(marked)) if is_empty => band.currency = marked,
        Some(mark) if !mark.fits(band.currency) => {
            let message = format!("This is marked {mark}; the band is in {}.", band.currency);
            return Err(
                Problem::new("currency-conflict", message).hint("Change the currency of the band first.")
            );
        }
        _ => {}
    }
    Ok(range)
}

pub(super) fn read_currency(text: &str) -> Result<Currency, Problem> {
    text.parse().map_err(|_| {
        Problem::new("currency-unknown", format!("`{text}` is no currency code."))
            .hint("Write a code such as USD, EUR or INR.")
    })
}

fn question_answer(desk: &Desk, question: &str, text: &str) -> Result<Answer, Problem> {
    let kind = desk.playbook.question(question).map_or(QuestionKind::Text, |question| question.kind);
    let edit = |text: &str| Edit::Answer {
        question: question.to_owned(),
        answer: (!text.is_empty()).then(|| text.to_owned()),
    };
    if text.is_empty() {
        return Ok(Answer::Edit(edit(text)));
    }
    match kind {
        QuestionKind::Text | QuestionKind::Choice => Ok(Answer::Edit(edit(text))),
        QuestionKind::Number => match read::number(text) {
            Ok(Read::Sure(number)) => Ok(Answer::Edit(edit(&number.amount().normalize().to_string()))),
            Ok(Read::Either(readings)) => Ok(Answer::Which(readings)),
            Err(_) => Err(Problem::new("number-unreadable", format!("`{text}` is no number."))
                .hint("Write one such as 5 or 1,200.")),
        },
        QuestionKind::Money => {
            let currency = desk.currency();
            Ok(read::pay(text, currency)?.into_answer(|money| edit(&show::understood(money, currency))))
        }
    }
}

/// A rate that is a part of a whole: at most 100%.
pub(super) fn part(text: &str) -> Result<Rate, Problem> {
    let rate: Rate = text.parse()?;
    if rate > Rate::ONE {
        return Err(
            Problem::new("rate-range", format!("{rate} is more than the whole.")).hint("At most 100%.")
        );
    }
    Ok(rate)
}
