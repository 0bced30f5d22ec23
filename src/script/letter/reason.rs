//! Why a letter asks: a constraint that holds, and no more than the user entered.

use jiff::civil::Date;

use super::field::{Addressee, Field, Other};
use crate::script::words;

/// Why the answer takes from one date to another; `asked_by`: the target's date, where it decides.
///
/// An offer's end is told only where it lies between both dates: any other would not explain them.
pub(super) fn for_more_time(
    field: &Field,
    to: &Addressee,
    asked_by: Option<Date>,
    (end, until): (Date, Date),
) -> String {
    if let Some(day) = asked_by {
        return asked_elsewhere(field, day);
    }
    let others = field.others(to);
    let between = |other: &&Other| other.expires.is_some_and(|day| end < day && day <= until);
    let dated = others.iter().find(between);
    if let Some(other) = dated.or(others.first()) {
        return held(field, other, others.len(), dated.is_some());
    }
    let reason = if field.is_another_expected(to) {
        "There is another process I expect to hear from, and I would like to know where it stands."
    } else if to.status.is_some() {
        "I am also talking with another company, and I would like to see that through first."
    } else {
        "It is a big step, and I would like to think every part of it through."
    };
    reason.to_owned()
}

/// An offer in hand as a reason, with its end where that is part of it.
pub(super) fn held(field: &Field, other: &Other, count: usize, with_end: bool) -> String {
    let end = other.expires.filter(|_| with_end);
    let until = end.map(|end| words::date(end, field.today));
    match (&other.company, until, count) {
        (Some(company), Some(until), _) => {
            format!("I have an offer from {company}, which runs until {until}.")
        }
        (None, Some(until), 0 | 1) => format!("I have another offer, which runs until {until}."),
        (None, Some(until), _) => format!("I have other offers, one of which runs until {until}."),
        (Some(company), None, _) => format!("I also have an offer from {company} to weigh."),
        (None, None, 0 | 1) => "I also have another offer to weigh.".to_owned(),
        (None, None, _) => "I also have other offers to weigh.".to_owned(),
    }
}

/// The target's date as a reason for somebody else.
pub(super) fn asked_elsewhere(field: &Field, day: Date) -> String {
    let day = words::date(day, field.today);
    format!("I am also talking with another company, which has asked for my answer by {day}.")
}
