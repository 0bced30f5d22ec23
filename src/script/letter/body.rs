//! What the letters say: thanks, the constraint, one ask with a date, a way to agree.

use jiff::civil::Date;

use super::field::{Addressee, Field};
use super::timing::{due, in_time, reply_days, working_on_or_after};
use super::{reason, terms};
use crate::domain::board::working_days_after;
use crate::script::words;

/// The words of one letter.
pub(super) struct Words {
    pub subject: String,
    pub body: String,
    pub send_by: Option<Date>,
    pub why: String,
}

/// Working days between their date and the one asked for, where nothing else decides.
const MORE: u16 = 5;
/// The most that is asked for.
const MOST: u16 = 10;

/// Asks for a later date; `None` for a side that set none.
pub(super) fn more_time(field: &Field, to: &Addressee) -> Option<Words> {
    let end = to.expires?;
    let of_target = field.target_deadline().filter(|_| to.status.is_some());
    let after_target = of_target
        .map(|day| working_on_or_after(working_days_after(day, reply_days(field))))
        .filter(|day| *day > end)
        .map(|day| day.min(working_days_after(end, MOST)));
    let until = after_target.unwrap_or_else(|| working_days_after(end, MORE));
    let asked_by = of_target.filter(|day| after_target.is_some() && *day <= until);
    let reason = reason::for_more_time(field, to, asked_by, (end, until));
    let thanks = thanks(to);
    let (old, new) = (words::date(end, field.today), words::date(until, field.today));
    let body = format!(
        "Hello,\n\n{thanks}\nI want to give it the decision it deserves.\n{reason}\n\n\
         Could you move the date for my answer from {old} to {new}?\nYou will have a clear answer from me \
         by then.\nIf that date is difficult, please tell me which one would work, or let us talk it over \
         in a short call."
    );
    let (send_by, why) = in_time(field, end, "their date is");
    let subject = "The date for my answer to your offer".to_owned();
    Some(Words { subject, body: signed(field, &body), send_by: Some(send_by), why })
}

/// Asks the target to answer before another offer ends; `None` where none has an end.
pub(super) fn answer_before(field: &Field, to: &Addressee) -> Option<Words> {
    let others = field.others(to);
    let first = others.first().filter(|other| other.expires.is_some())?;
    let end = first.expires?;
    let by = words::date(due(field, end), field.today);
    let offered = field.session.target.as_ref().is_some_and(|target| target.base.is_some());
    let (thanks, ask) = if offered {
        (thanks(to), format!("Could we settle the open points of your offer by {by}?"))
    } else {
        (thanks_for_interest(to), format!("Could you let me have your offer in writing by {by}?"))
    };
    let reason = reason::held(field, first, others.len(), true);
    let body = format!(
        "Hello,\n\n{thanks}\nI would like to bring our talks to a good end.\n{reason}\n\n{ask}\nThat would \
         let me weigh yours with care, and give you a clear answer.\nIf that is too soon, please tell me \
         what you can say by then, or let us talk it over in a short call."
    );
    let (send_by, why) = in_time(field, end, "another offer of yours ends");
    let subject = "The timing of my decision".to_owned();
    Some(Words { subject, body: signed(field, &body), send_by: Some(send_by), why })
}

/// Asks a side that has made no offer yet when it will decide.
pub(super) fn when_to_expect(field: &Field, to: &Addressee) -> Words {
    let others = field.others(to);
    let held_until = others.first().and_then(|other| other.expires);
    let of_target = field.target_deadline();
    let end = held_until.into_iter().chain(of_target).min();
    let reason = match (others.first(), of_target) {
        (Some(other), _) if end.is_none() || held_until == end => {
            reason::held(field, other, others.len(), true)
        }
        (_, Some(day)) => reason::asked_elsewhere(field, day),
        _ => "I am planning my next steps, and your decision matters to them.".to_owned(),
    };
    let by = match end {
        Some(end) => due(field, end),
        None => working_days_after(field.today, MORE),
    };
    let by = words::date(by, field.today);
    let ask = match end {
        Some(_) => format!("Could you tell me by {by} whether I can expect an offer from you?"),
        None => format!("Could you tell me by {by} when I can expect your decision?"),
    };
    let thanks = thanks_for_interest(to);
    let body = format!(
        "Hello,\n\n{thanks}\n{reason}\n\n{ask}\nI want to \
         include your answer in my decision.\nIf it helps to move faster, I am glad to talk in a short call."
    );
    let (send_by, why) = match end {
        Some(end) => {
            let (send_by, why) = in_time(field, end, "you owe an answer elsewhere by");
            (Some(send_by), why)
        }
        None => (None, "Send it soon: the earlier they decide, the more you have to compare.".to_owned()),
    };
    Words { subject: "The timing of your decision".to_owned(), body: signed(field, &body), send_by, why }
}

/// Asks for the terms in writing; `None` where no base is known.
pub(super) fn confirm(field: &Field, to: &Addressee) -> Option<Words> {
    let terms = terms::lines(field, to);
    if terms.is_empty() {
        return None;
    }
    let live = to.expires.filter(|day| *day >= field.today);
    let by = match live {
        Some(end) => due(field, end),
        None => working_days_after(field.today, reply_days(field).max(1)),
    };
    let by = words::date(by, field.today);
    let lapsed = to.expires.is_some() && live.is_none();
    let ask = if lapsed {
        format!(
            "Could you tell me by {by} whether it still stands, and confirm or correct these terms in writing?"
        )
    } else {
        format!("Could you confirm these terms in writing by {by}, or tell me what I should correct?")
    };
    let thanks = thanks(to);
    let body = format!(
        "Hello,\n\n{thanks}\nBefore I decide, I want to be sure that I understood it. These are the terms \
         as I have them:\n{}\n\n{ask}\nWith them in writing I can give you a clear answer.",
        terms.join("\n")
    );
    let (send_by, why) = match live {
        Some(end) => {
            let (send_by, why) = in_time(field, end, "their date is");
            (Some(send_by), why)
        }
        None if lapsed => {
            (None, "Send it now: their date has passed, so ask whether it still stands.".to_owned())
        }
        None => (None, "Send it before you agree: only what is in writing is sure.".to_owned()),
    };
    Some(Words {
        subject: "The terms of your offer in writing".to_owned(),
        body: signed(field, &body),
        send_by,
        why,
    })
}

fn thanks(to: &Addressee) -> String {
    match &to.company {
        Some(company) => format!("Thank you for the offer to join {company}."),
        None => "Thank you for your offer.".to_owned(),
    }
}

fn thanks_for_interest(to: &Addressee) -> String {
    match &to.company {
        Some(company) => format!("Thank you for considering me for the role at {company}."),
        None => "Thank you for considering me for the role.".to_owned(),
    }
}

fn signed(field: &Field, body: &str) -> String {
    match &field.name {
        Some(name) => format!("{body}\n\nKind regards,\n{name}"),
        None => format!("{body}\n\nKind regards"),
    }
}
