//! Currency signs and codes beside an amount.

use crate::domain::money::{Currency, Mark};

/// Signs with the code they stand for, longer ones before those they end with.
/// A lone `¥` is the yen's; yuan are written `CN¥`, `元` or `RMB`.
const SIGNS: [(&str, &str); 34] = [
    ("US$", "USD"),
    ("CA$", "CAD"),
    ("AU$", "AUD"),
    ("SG$", "SGD"),
    ("HK$", "HKD"),
    ("NZ$", "NZD"),
    ("NT$", "TWD"),
    ("MX$", "MXN"),
    ("CN¥", "CNY"),
    ("C$", "CAD"),
    ("A$", "AUD"),
    ("S$", "SGD"),
    ("R$", "BRL"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("₤", "GBP"),
    ("₹", "INR"),
    ("¥", "JPY"),
    ("円", "JPY"),
    ("元", "CNY"),
    ("₩", "KRW"),
    ("₪", "ILS"),
    ("₽", "RUB"),
    ("₺", "TRY"),
    ("₱", "PHP"),
    ("฿", "THB"),
    ("₴", "UAH"),
    ("₦", "NGN"),
    ("₫", "VND"),
    ("zł", "PLN"),
    ("Kč", "CZK"),
    ("US dollars", "USD"),
    ("dollars", "$"),
    ("$", "$"),
];

/// The sign or code that a text begins with, and what follows it.
pub(super) fn leading(text: &str) -> Option<(Mark, &str)> {
    sign(text).or_else(|| code(text))
}

fn sign(text: &str) -> Option<(Mark, &str)> {
    SIGNS.iter().find_map(|(sign, code)| {
        let (head, rest) = text.split_at_checked(sign.len())?;
        let whole_word = !ends_in_letter(sign) || !begins_with_letter(rest);
        let mark = if *code == "$" { Mark::Dollar } else { Mark::Currency(code.parse().ok()?) };
        (head.eq_ignore_ascii_case(sign) && whole_word).then_some((mark, rest))
    })
}

fn code(text: &str) -> Option<(Mark, &str)> {
    let (head, rest) = text.split_at_checked(3)?;
    let is_word = head.bytes().all(|byte| byte.is_ascii_alphabetic()) && !begins_with_letter(rest);
    let head = if head.eq_ignore_ascii_case("RMB") { "CNY" } else { head };
    let currency: Currency = if is_word { head.parse().ok()? } else { return None };
    Some((Mark::Currency(currency), rest))
}

/// The mark that two marks beside the same amount come to; `None` when they contradict.
pub(super) fn both(one: Option<Mark>, other: Mark) -> Option<Mark> {
    match (one, other) {
        (None, mark) => Some(mark),
        (Some(Mark::Dollar), Mark::Currency(currency)) | (Some(Mark::Currency(currency)), Mark::Dollar) => {
            currency.is_dollar().then_some(Mark::Currency(currency))
        }
        (Some(one), other) => (one == other).then_some(one),
    }
}

fn begins_with_letter(text: &str) -> bool {
    text.chars().next().is_some_and(|c| c.is_ascii_alphabetic())
}

fn ends_in_letter(text: &str) -> bool {
    text.ends_with(|c: char| c.is_ascii_alphabetic())
}
