//! The days on which offers end.

use jiff::civil::Date;

use crate::domain::compare::Whose;
use crate::domain::offer::OfferStatus;
use crate::domain::session::Session;

/// Days from today within which a day is soon.
const SOON: i32 = 3;

/// The day on which an offer ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadline {
    pub whose: Whose,
    /// The company, for an alternative with its level.
    pub label: String,
    pub day: Date,
    pub state: State,
}

/// How near a day is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    Overdue,
    Today,
    /// Within three days.
    Soon,
    Later,
}

impl State {
    pub fn of(day: Date, today: Date) -> Self {
        let days = day.duration_since(today).as_hours().div_euclid(24);
        match days {
            ..0 => Self::Overdue,
            0 => Self::Today,
            _ if days <= i64::from(SOON) => Self::Soon,
            _ => Self::Later,
        }
    }

    pub fn words(self) -> &'static str {
        match self {
            Self::Overdue => "overdue",
            Self::Today => "today",
            Self::Soon => "soon",
            Self::Later => "later",
        }
    }
}

/// The offers with a day, by day and then as entered, and those without. The current job never ends.
pub(super) fn deadlines(
    session: &Session,
    target: &str,
    today: Date,
) -> (Vec<Deadline>, Vec<(Whose, String)>) {
    let (mut dated, mut undated) = (Vec::new(), Vec::new());
    let mut sort = |whose, label: String, expires: Option<Date>| match expires {
        Some(day) => dated.push(Deadline { whose, label, day, state: State::of(day, today) }),
        None => undated.push((whose, label)),
    };
    sort(Whose::Target, target.to_owned(), session.target.as_ref().and_then(|target| target.expires));
    for (index, alternative) in session.alternatives.iter().enumerate() {
        if alternative.status != OfferStatus::Current {
            sort(Whose::Alternative(index), alternative.label(), alternative.expires);
        }
    }
    dated.sort_by_key(|deadline| deadline.day);
    (dated, undated)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn three_days_are_soon() {
        let today = date(2026, 11, 27);
        let rows = [
            (date(2026, 11, 26), "overdue"),
            (today, "today"),
            (date(2026, 11, 28), "soon"),
            (date(2026, 11, 30), "soon"),
            (date(2026, 12, 1), "later"),
            (Date::MIN, "overdue"),
            (Date::MAX, "later"),
        ];
        for (day, words) in rows {
            assert_eq!(State::of(day, today).words(), words, "{day}");
        }
    }
}
