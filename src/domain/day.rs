//! Dates as people write them, and as people read them.

mod names;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use self::names::{month_of, number, ordinal, weekday};
use super::problem::Problem;
use super::quote::quoted;

/// What a text can be read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Day {
    Sure(Date),
    /// For `12/11/2026` first with the day before the month, then the month before the day; for
    /// `next friday` first the coming one, then the one after.
    Either(Date, Date),
}

const YEARS: std::ops::RangeInclusive<i16> = 2000..=2100;
/// Days from today within which a date is shown without its year, and read without it backwards.
const NEAR: i32 = 300;

/// Reads one date: `2026-11-27`, `27 Nov`, `Nov 27 2026`, `Fri`, `next friday`, `tomorrow`,
/// `in 5 days`, `31/12/2026`.
///
/// A weekday is the next such day, today counting; a day without a year is the next such day, or,
/// with a weekday that only fits the last one, that.
///
/// # Errors
/// `day-missing`, `day-unreadable`, `day-impossible` such as 30 February, `day-range` outside the
/// years 2000 to 2100, and `day-mismatch` where the weekday is another's.
pub fn read(text: &str, today: Date) -> Result<Day, Problem> {
    let lower = text.trim().to_lowercase();
    if lower.is_empty() {
        return Err(Problem::new("day-missing", "There is no date here.").hint(EXAMPLE));
    }
    let reader = Reader { text, today };
    let words: Vec<&str> =
        lower.split(|c: char| c.is_whitespace() || c == ',').filter(|word| !word.is_empty()).collect();
    let words = match words.split_first() {
        Some((&("by" | "on" | "until"), rest)) => rest,
        _ => &words[..],
    };
    match words {
        ["today"] => reader.after(0),
        ["tomorrow"] => reader.after(1),
        ["yesterday"] => reader.after(-1),
        ["in", count, unit] => reader.after_count(count, unit),
        ["this", name] => weekday(name).map_or_else(|| reader.unreadable(), |day| reader.coming(day)),
        ["next", name] => weekday(name).map_or_else(|| reader.unreadable(), |day| reader.next(day)),
        [name] if weekday(name).is_some() => {
            weekday(name).map_or_else(|| reader.unreadable(), |d| reader.coming(d))
        }
        [figures] if figures.starts_with(|c: char| c.is_ascii_digit()) && !has_letter(figures) => {
            reader.figures(figures)
        }
        words => reader.named(words),
    }
}

const EXAMPLE: &str = "Write one such as 2026-11-27, 27 Nov or Friday.";

struct Reader<'a> {
    text: &'a str,
    today: Date,
}

impl Reader<'_> {
    fn unreadable(&self) -> Result<Day, Problem> {
        let message = format!("{} is no date.", quoted(self.text));
        Err(Problem::new("day-unreadable", message).hint(EXAMPLE))
    }

    fn impossible(&self) -> Problem {
        Problem::new("day-impossible", format!("There is no day {}.", quoted(self.text))).hint(EXAMPLE)
    }

    fn range(&self) -> Problem {
        let message = format!("{} is too far away.", quoted(self.text));
        Problem::new("day-range", message).hint("Write a date in the years 2000 to 2100, such as 2026-11-27.")
    }

    fn checked(&self, date: Date) -> Result<Date, Problem> {
        if YEARS.contains(&date.year()) { Ok(date) } else { Err(self.range()) }
    }

    fn after(&self, days: i32) -> Result<Day, Problem> {
        let date = self.today.checked_add(days.days()).map_err(|_| self.range())?;
        self.checked(date).map(Day::Sure)
    }

    fn after_count(&self, count: &str, unit: &str) -> Result<Day, Problem> {
        let count = if matches!(count, "a" | "an" | "one") { Some(1) } else { number(count) };
        let length = match unit.trim_end_matches('s') {
            "day" => 1,
            "week" => 7,
            _ => return self.unreadable(),
        };
        let Some(count) = count else { return self.unreadable() };
        self.after(i32::from(count).saturating_mul(length))
    }

    fn coming(&self, weekday: Weekday) -> Result<Day, Problem> {
        self.after(self.today.weekday().until(weekday).into())
    }

    /// Some mean the coming one and some the one of next week; where the week turns before it,
    /// both are the same.
    fn next(&self, weekday: Weekday) -> Result<Day, Problem> {
        let ahead = i32::from(self.today.weekday().until(weekday));
        let later = ahead.saturating_add(7);
        if ahead == 0 {
            return self.after(later);
        }
        let from_monday = self.today.weekday().to_monday_zero_offset() < weekday.to_monday_zero_offset();
        let from_sunday = self.today.weekday().to_sunday_zero_offset() < weekday.to_sunday_zero_offset();
        match (self.after(ahead)?, self.after(later)?) {
            (Day::Sure(coming), Day::Sure(later)) if from_monday || from_sunday => {
                Ok(Day::Either(coming, later))
            }
            (coming, _) => Ok(coming),
        }
    }

    /// Three figures, or two for a day without a year.
    fn figures(&self, text: &str) -> Result<Day, Problem> {
        let Some(mark) = text.chars().find(|c| matches!(c, '-' | '/' | '.')) else {
            return self.unreadable();
        };
        let parts: Vec<&str> = text.trim_end_matches('.').split(mark).collect();
        let figures: Option<Vec<i16>> = parts.iter().map(|part| number(part)).collect();
        let (parts, figures) = match (parts.as_slice(), figures.as_deref()) {
            ([year, ..], Some(&[y, m, d])) if year.len() == 4 => return self.whole(y, m, d).map(Day::Sure),
            (parts, Some(figures)) => (parts, figures.to_vec()),
            _ => return self.unreadable(),
        };
        let (first, second, year) = match (parts, figures.as_slice()) {
            ([_, _, year], &[first, second, y]) if year.len() == 4 => (first, second, Some(y)),
            ([_, _], &[first, second]) => (first, second, None),
            ([_, _, _], _) => {
                let message = format!("The year of {} needs four digits.", quoted(self.text));
                return Err(Problem::new("day-unreadable", message).hint(EXAMPLE));
            }
            _ => return self.unreadable(),
        };
        let one = |month: i16, day: i16| match year {
            Some(year) => self.whole(year, month, day),
            None => self.without_year(None, month, day),
        };
        match (one(second, first), one(first, second)) {
            (Ok(by_day), Ok(by_month)) if by_day != by_month && mark != '.' => {
                Ok(Day::Either(by_day, by_month))
            }
            (Ok(date), _) => Ok(Day::Sure(date)),
            (Err(_), Ok(date)) if mark != '.' => Ok(Day::Sure(date)),
            (Err(problem), _) => Err(problem),
        }
    }

    /// A month by its name, a day, and perhaps a weekday and a year.
    fn named(&self, words: &[&str]) -> Result<Day, Problem> {
        let (mut name, mut month, mut day, mut year) = (None, None, None, None);
        for word in words.iter().flat_map(|word| word.split('-')) {
            let word = word.trim_end_matches('.');
            let fresh = if let Some(found) = weekday(word) {
                name.replace(found).is_none()
            } else if let Some(found) = month_of(word) {
                month.replace(found).is_none()
            } else if word.len() == 4 && number(word).is_some() {
                year.replace(number(word)).is_none()
            } else if let Some(found) = ordinal(word) {
                day.replace(found).is_none()
            } else {
                word == "of" || word == "the"
            };
            if !fresh {
                return self.unreadable();
            }
        }
        let (Some(month), Some(day)) = (month, day) else { return self.unreadable() };
        let Some(Some(year)) = year else { return self.without_year(name, month, day).map(Day::Sure) };
        let date = self.whole(year, month, day)?;
        if name.is_some_and(|name| name != date.weekday()) {
            Err(self.mismatch(date))
        } else {
            Ok(Day::Sure(date))
        }
    }

    fn mismatch(&self, date: Date) -> Problem {
        let message = format!("{} is a {}.", date.strftime("%-d %B %Y"), date.strftime("%A"));
        Problem::new("day-mismatch", message)
            .hint(format!("Write {}, or the day you mean.", show(date, self.today)))
    }

    fn whole(&self, year: i16, month: i16, day: i16) -> Result<Date, Problem> {
        if !YEARS.contains(&year) {
            return Err(self.range());
        }
        calendar(year, month, day).ok_or_else(|| self.impossible())
    }

    /// The next such day; 29 February may be years away.
    fn without_year(&self, name: Option<Weekday>, month: i16, day: i16) -> Result<Date, Problem> {
        let this = self.today.year();
        let mut ahead = (0..=8).filter_map(|years| calendar(this.saturating_add(years), month, day));
        let next = ahead.find(|date| *date >= self.today).ok_or_else(|| self.impossible())?;
        let next = self.checked(next)?;
        let Some(name) = name.filter(|name| *name != next.weekday()) else { return Ok(next) };
        let mut back = (0..=1).filter_map(|years| calendar(this.saturating_sub(years), month, day));
        let last = back.find(|date| *date < self.today && days_between(self.today, *date) >= -NEAR);
        last.filter(|last| last.weekday() == name).ok_or_else(|| self.mismatch(next))
    }
}

/// The day as a reader wants it: `Fri 27 Nov`, with the year where it is not near.
pub fn show(date: Date, today: Date) -> String {
    let near = days_between(today, date).abs() <= NEAR;
    date.strftime(if near { "%a %-d %b" } else { "%a %-d %b %Y" }).to_string()
}

/// How far away a day is: `today`, `tomorrow`, `in 4 days`, `3 days ago`.
pub fn distance(date: Date, today: Date) -> String {
    match days_between(today, date) {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        -1 => "yesterday".to_owned(),
        days if days > 0 => format!("in {days} days"),
        days => format!("{} days ago", days.unsigned_abs()),
    }
}

/// The day with how far away it is: `Fri 27 Nov, in 4 days`.
pub fn with_distance(date: Date, today: Date) -> String {
    format!("{}, {}", show(date, today), distance(date, today))
}

fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(i32::MAX, |span| span.get_days())
}

fn calendar(year: i16, month: i16, day: i16) -> Option<Date> {
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

fn has_letter(text: &str) -> bool {
    text.chars().any(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    /// A Monday.
    const TODAY: Date = date(2026, 11, 23);

    #[test]
    fn days_as_people_write_them() {
        for (text, expected) in [
            ("2026-11-27", date(2026, 11, 27)),
            ("2026/11/27", date(2026, 11, 27)),
            ("Fri", date(2026, 11, 27)),
            ("by Friday", date(2026, 11, 27)),
            ("this friday", date(2026, 11, 27)),
            ("Mon", TODAY),
            ("next monday", date(2026, 11, 30)),
            ("today", TODAY),
            ("Tomorrow", date(2026, 11, 24)),
            ("yesterday", date(2026, 11, 22)),
            ("27 Nov", date(2026, 11, 27)),
            ("Nov 27", date(2026, 11, 27)),
            ("27th of November", date(2026, 11, 27)),
            ("Nov. 27th, 2027", date(2027, 11, 27)),
            ("27 November 2026", date(2026, 11, 27)),
            ("27-Nov-2026", date(2026, 11, 27)),
            ("Fri 27 Nov", date(2026, 11, 27)),
            ("22 Nov", date(2027, 11, 22)),
            ("Sun 22 Nov", date(2026, 11, 22)),
            ("23 Nov", TODAY),
            ("29 Feb", date(2028, 2, 29)),
            ("1 Dec 2020", date(2020, 12, 1)),
            ("in 5 days", date(2026, 11, 28)),
            ("in 2 weeks", date(2026, 12, 7)),
            ("in a week", date(2026, 11, 30)),
            ("31/12/2026", date(2026, 12, 31)),
            ("12/31/2026", date(2026, 12, 31)),
            ("31/12", date(2026, 12, 31)),
            ("11/11/2026", date(2026, 11, 11)),
            ("12.11.2026", date(2026, 11, 12)),
        ] {
            assert_eq!(read(text, TODAY), Ok(Day::Sure(expected)), "{text}");
        }
    }

    #[test]
    fn what_can_be_read_two_ways_keeps_both() {
        for (text, one, other) in [
            ("12/11/2026", date(2026, 11, 12), date(2026, 12, 11)),
            ("5-6-2027", date(2027, 6, 5), date(2027, 5, 6)),
            ("12/11", date(2027, 11, 12), date(2026, 12, 11)),
            ("next friday", date(2026, 11, 27), date(2026, 12, 4)),
        ] {
            assert_eq!(read(text, TODAY), Ok(Day::Either(one, other)), "{text}");
        }
        let saturday = date(2026, 11, 28);
        assert_eq!(read("next friday", saturday), Ok(Day::Sure(date(2026, 12, 4))));
    }

    #[test]
    fn what_is_no_date_is_refused_by_its_reason() {
        for (text, code) in [
            ("", "day-missing"),
            ("soon", "day-unreadable"),
            ("next week", "day-unreadable"),
            ("27", "day-unreadable"),
            ("Nov", "day-unreadable"),
            ("Nov 2026", "day-unreadable"),
            ("27 27 Nov", "day-unreadable"),
            ("31/12/26", "day-unreadable"),
            ("99-1-1", "day-unreadable"),
            ("1/2/3/4", "day-unreadable"),
            ("2026-11-27T10:00", "day-unreadable"),
            ("2026-\u{200b}11-27", "day-unreadable"),
            ("in -5 days", "day-unreadable"),
            ("2025-02-30", "day-impossible"),
            ("13/13/2026", "day-impossible"),
            ("31.31.2026", "day-impossible"),
            ("31 Feb", "day-impossible"),
            ("9999-12-31", "day-range"),
            ("1999-12-31", "day-range"),
            ("in 9999 weeks", "day-range"),
            ("Thu 27 Nov", "day-mismatch"),
            ("Thu 27 Nov 2026", "day-mismatch"),
        ] {
            assert_eq!(read(text, TODAY).unwrap_err().code, code, "{text}");
        }
    }

    #[test]
    fn near_days_are_shown_without_their_year() {
        assert_eq!(show(date(2026, 11, 27), TODAY), "Fri 27 Nov");
        assert_eq!(show(date(2027, 11, 27), TODAY), "Sat 27 Nov 2027");
        for (days, words) in
            [(0, "today"), (1, "tomorrow"), (-1, "yesterday"), (4, "in 4 days"), (-3, "3 days ago")]
        {
            assert_eq!(distance(TODAY.checked_add(days.days()).unwrap(), TODAY), words);
        }
    }

    proptest! {
        #[test]
        fn what_is_shown_is_read_back(days in -2000_i32..=2000, from in 0_i32..=1500) {
            let today = TODAY.checked_add(from.days()).unwrap();
            let date = today.checked_add(days.days()).unwrap();
            prop_assert_eq!(read(&show(date, today), today), Ok(Day::Sure(date)));
            prop_assert_eq!(read(&date.to_string(), today), Ok(Day::Sure(date)));
        }

        #[test]
        fn no_text_panics(text in "\\PC*", near in "(in |next |by )?[0-9/. -]{0,12}[a-z]{0,6} ?[0-9]{0,4}") {
            let _ = (read(&text, TODAY), read(&near, TODAY), read(&near, Date::MAX), read(&near, Date::MIN));
        }
    }
}
