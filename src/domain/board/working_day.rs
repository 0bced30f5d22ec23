//! Working days: Monday to Friday.
//!
//! Holidays are not known: they differ by country and by company, so a day reckoned here can be one
//! on which nobody answers.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

pub fn is_working_day(day: Date) -> bool {
    !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

/// The day itself, or the Friday before its weekend; the first day of the calendar stays.
pub fn working_day_on_or_before(day: Date) -> Date {
    let mut day = day;
    while !is_working_day(day) {
        let Ok(before) = day.yesterday() else { break };
        day = before;
    }
    day
}

/// So many working days before a day: 1 before a Monday is the Friday before, 0 the day itself or
/// the Friday before its weekend. It stops at the first day of the calendar.
pub fn working_days_before(day: Date, n: u16) -> Date {
    let weekend = !is_working_day(day);
    let friday = working_day_on_or_before(day);
    // From a weekend, the Friday is one working day back already.
    let steps = if weekend { n.saturating_sub(1) } else { n };
    // Whole weeks first: five working days are seven days.
    let weeks = i32::from(steps.div_euclid(5)).saturating_mul(7);
    let mut day = friday.saturating_sub(weeks.days());
    for _ in 0..steps.rem_euclid(5) {
        let Ok(before) = day.yesterday() else { break };
        day = working_day_on_or_before(before);
    }
    day
}

/// So many working days after a day: 1 after a Friday is the Monday after, 0 the day itself. It stops
/// at the last day of the calendar.
pub fn working_days_after(day: Date, n: u16) -> Date {
    // From a weekend, the count starts at its Friday.
    let from = if n == 0 { day } else { working_day_on_or_before(day) };
    let weeks = i32::from(n.div_euclid(5)).saturating_mul(7);
    let mut day = from.saturating_add(weeks.days());
    for _ in 0..n.rem_euclid(5) {
        loop {
            let Ok(after) = day.tomorrow() else { return day };
            day = after;
            if is_working_day(day) {
                break;
            }
        }
    }
    day
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn weekends_do_not_count() {
        // 27 November 2026 is a Friday.
        let rows = [
            (date(2026, 11, 27), 0, date(2026, 11, 27)),
            (date(2026, 11, 27), 2, date(2026, 11, 25)),
            (date(2026, 11, 27), 5, date(2026, 11, 20)),
            (date(2026, 11, 28), 0, date(2026, 11, 27)),
            (date(2026, 11, 28), 1, date(2026, 11, 27)),
            (date(2026, 11, 29), 1, date(2026, 11, 27)),
            (date(2026, 11, 29), 2, date(2026, 11, 26)),
            (date(2026, 11, 30), 1, date(2026, 11, 27)),
            (date(2026, 11, 30), 30, date(2026, 10, 19)),
            (date(2026, 12, 1), 2, date(2026, 11, 27)),
        ];
        for (day, n, before) in rows {
            assert_eq!(working_days_before(day, n), before, "{n} before {day}");
        }
    }

    #[test]
    fn after_a_weekend_comes_monday() {
        let rows = [
            (date(2026, 11, 27), 0, date(2026, 11, 27)),
            (date(2026, 11, 27), 1, date(2026, 11, 30)),
            (date(2026, 11, 28), 0, date(2026, 11, 28)),
            (date(2026, 11, 28), 1, date(2026, 11, 30)),
            (date(2026, 11, 29), 2, date(2026, 12, 1)),
            (date(2026, 11, 23), 4, date(2026, 11, 27)),
            (date(2026, 11, 23), 60, date(2027, 2, 15)),
        ];
        for (day, n, after) in rows {
            assert_eq!(working_days_after(day, n), after, "{n} after {day}");
        }
    }

    #[test]
    fn the_ends_of_the_calendar_hold() {
        for n in [0, 1, 3, 5, 600, u16::MAX] {
            assert!(working_days_before(Date::MIN, n) >= Date::MIN);
            assert!(working_days_after(Date::MAX, n) <= Date::MAX);
        }
        assert_eq!(working_days_before(Date::MIN, u16::MAX), Date::MIN);
        assert_eq!(working_days_after(Date::MAX, u16::MAX), Date::MAX);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn what_lies_before_leads_back(days in 0_i32..=40_000, n in 0_u16..=60) {
            let day = working_day_on_or_before(date(2000, 1, 3).saturating_add(days.days()));
            prop_assert!(is_working_day(day));
            prop_assert!(is_working_day(working_days_before(day, n)));
            prop_assert_eq!(working_days_after(working_days_before(day, n), n), day);
        }
    }
}
