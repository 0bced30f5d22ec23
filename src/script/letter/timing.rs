//! When to send a letter, and by when to ask for an answer.

use jiff::civil::Date;

use super::field::Field;
use crate::domain::board::{is_working_day, working_days_after, working_days_before};
use crate::domain::day;

/// Working days that an answer to a letter takes.
pub(super) fn reply_days(field: &Field) -> u16 {
    field.session.settings.reply_days.into()
}

/// The last day to send a letter that must be answered before `end`.
fn send_by(field: &Field, end: Date) -> Date {
    working_days_before(end, reply_days(field)).max(field.today)
}

/// The day to ask for an answer by: a working day before `end`, or `end` where time is short.
pub(super) fn due(field: &Field, end: Date) -> Date {
    let sent = send_by(field, end);
    Some(working_days_before(end, 1)).filter(|day| *day > sent).unwrap_or(end)
}

/// The last day to send it, and why.
pub(super) fn in_time(field: &Field, end: Date, what: &str) -> (Date, String) {
    let send_by = send_by(field, end);
    let when = if send_by == field.today {
        "today".to_owned()
    } else {
        format!("by {}", day::show(send_by, field.today))
    };
    let takes = match field.session.settings.reply_days {
        0 => "may come the same day".to_owned(),
        1 => "may take 1 working day".to_owned(),
        days => format!("may take {days} working days"),
    };
    let late = working_days_before(end, reply_days(field)) < field.today;
    let call = if late { " Call them as well." } else { "" };
    let why = format!("Send it {when}: {what} {}, and an answer {takes}.{call}", day::show(end, field.today));
    (send_by, why)
}

/// The day itself, or the Monday after its weekend.
pub(super) fn working_on_or_after(day: Date) -> Date {
    if is_working_day(day) { day } else { working_days_after(day, 1) }
}
