//! The names and figures that dates are written with.

use jiff::civil::Weekday;

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Monday),
    ("tuesday", Weekday::Tuesday),
    ("wednesday", Weekday::Wednesday),
    ("thursday", Weekday::Thursday),
    ("friday", Weekday::Friday),
    ("saturday", Weekday::Saturday),
    ("sunday", Weekday::Sunday),
];
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Up to four plain digits.
pub(super) fn number(text: &str) -> Option<i16> {
    let plain = (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if plain { text.parse().ok() } else { None }
}

/// A day of the month: `27`, `27th`.
pub(super) fn ordinal(word: &str) -> Option<i16> {
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
    if digits.len() <= 2 { number(digits) } else { None }
}

/// A name in full or cut to three letters or more: `fri`, `thurs`.
fn begins(name: &str, word: &str) -> bool {
    word.len() >= 3 && name.starts_with(word)
}

pub(super) fn weekday(word: &str) -> Option<Weekday> {
    let word = word.trim_end_matches('.');
    WEEKDAYS.iter().find(|(name, _)| begins(name, word)).map(|(_, weekday)| *weekday)
}

pub(super) fn month_of(word: &str) -> Option<i16> {
    let at = MONTHS.iter().position(|name| begins(name, word))?;
    i16::try_from(at.saturating_add(1)).ok()
}
