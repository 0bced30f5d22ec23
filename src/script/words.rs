//! Small words: lists, days, counts, and the user's own answers made fit for a sentence.

use jiff::civil::{Date, Weekday};

use crate::domain::money::{Currency, Decimal, read, show};
use crate::domain::playbook::QuestionKind;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const SMALL: [&str; 9] = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/// `a`, `a and b`, `a, b and c`.
pub(super) fn list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [init @ .., last] => format!("{} and {last}", init.join(", ")),
    }
}

/// A day as one says it, seen from today: `today`, `tomorrow`, `Friday 27 November`.
pub(super) fn day(day: Date, today: Date) -> String {
    if day == today {
        return "today".to_owned();
    }
    if today.tomorrow().is_ok_and(|tomorrow| tomorrow == day) {
        return "tomorrow".to_owned();
    }
    date(day, today)
}

/// A day by its date, as it is written: `Friday 27 November`, with the year where it is another.
pub(super) fn date(day: Date, today: Date) -> String {
    let weekday = match day.weekday() {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    };
    let month = usize::try_from(day.month()).ok().and_then(|month| MONTHS.get(month.checked_sub(1)?));
    let year = if day.year() == today.year() { String::new() } else { format!(" {}", day.year()) };
    format!("{weekday} {} {}{year}", day.day(), month.unwrap_or(&""))
}

/// `a year`, `over four years`: how long a grant lasts.
pub(super) fn over_years(years: usize) -> String {
    match years {
        0 => String::new(),
        1 => "over one year".to_owned(),
        _ => match SMALL.get(years - 2) {
            Some(word) => format!("over {word} years"),
            None => format!("over {years} years"),
        },
    }
}

/// `1 year`, `6 years`, from an answer.
pub(super) fn years(answer: &str) -> String {
    if answer.parse::<Decimal>().is_ok() {
        let unit = if answer == "1" { "year" } else { "years" };
        format!("{answer} {unit}")
    } else {
        answer.to_owned()
    }
}

/// An answer as it stands inside a sentence; `None` when it says nothing.
///
/// One line, single spaces, no full stop of its own; numbers and amounts as one reads them.
pub(super) fn answer(text: &str, kind: QuestionKind, currency: Option<Currency>) -> Option<String> {
    let line = one_line(text);
    let line = line.trim_end_matches(['.', ';', ',', ' ']);
    if line.is_empty() {
        return None;
    }
    let said = match (kind, read::money(line), currency) {
        (QuestionKind::Money, Ok(money), Some(currency)) if money.mark().is_none() => {
            show::short(currency, money.amount())
        }
        (QuestionKind::Number, _, _) => grouped(line),
        _ => line.to_owned(),
    };
    Some(said)
}

/// A text on one line, its spaces single, its control characters gone.
pub(super) fn one_line(text: &str) -> String {
    let clean: String = text.chars().filter(|c| c.is_whitespace() || !c.is_control()).collect();
    spaced(&clean)
}

/// A text on one line, its spaces single.
pub(super) fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text whose lines stay, each tidied as [`one_line`] does; empty lines are dropped.
pub(super) fn lines(text: &str) -> String {
    text.lines().map(one_line).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// `2400` as `2,400`; anything but plain digits stays.
fn grouped(number: &str) -> String {
    if number.len() < 4 || number.len() > 15 || !number.bytes().all(|byte| byte.is_ascii_digit()) {
        return number.to_owned();
    }
    let first = match number.len() % 3 {
        0 => 3,
        short => short,
    };
    let (head, tail) = number.split_at(first);
    let mut text = head.to_owned();
    for (at, digit) in tail.chars().enumerate() {
        if at % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_said_from_today() {
        let today: Date = "2026-11-23".parse().unwrap();
        for (date, words) in [
            ("2026-11-23", "today"),
            ("2026-11-24", "tomorrow"),
            ("2026-11-27", "Friday 27 November"),
            ("2027-01-04", "Monday 4 January 2027"),
        ] {
            assert_eq!(day(date.parse().unwrap(), today), words);
        }
    }

    #[test]
    fn answers_fit_into_a_sentence() {
        let said = |text, kind| answer(text, kind, Some(Currency::USD));
        assert_eq!(said("  a  data\nloader. ", QuestionKind::Text).as_deref(), Some("a data loader"));
        assert_eq!(said("2400", QuestionKind::Number).as_deref(), Some("2,400"));
        assert_eq!(said("123456", QuestionKind::Number).as_deref(), Some("123,456"));
        assert_eq!(said("30000", QuestionKind::Money).as_deref(), Some("$30K"));
        assert_eq!(said(" . ", QuestionKind::Text), None);
        assert_eq!(years("1"), "1 year");
        assert_eq!(years("6"), "6 years");
        assert_eq!(years("ten years"), "ten years");
    }

    #[test]
    fn spans_of_years_in_words() {
        assert_eq!(over_years(1), "over one year");
        assert_eq!(over_years(4), "over four years");
        assert_eq!(over_years(12), "over 12 years");
        assert_eq!(list(&["a".into(), "b".into(), "c".into()]), "a, b and c");
    }
}
