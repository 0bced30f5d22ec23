//! What a column or a row of a pay table holds, by the words of its head.

use super::word::{
    ABOUT, BASE, BONUS, COMPONENT, CURRENCY, EQUITY, LEVEL, LONG_TERM, PROFIT_OF_DESK, REGION, SIGNING,
    TOTAL, WHOLE, Words, outside_brackets,
};
use crate::domain::offer::EquityKind;

/// A part of pay, or a way to name a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Head {
    Base,
    Equity(Grant),
    Bonus,
    Signing,
    Total,
    Region,
    Level,
    /// Names the parts of pay below it.
    Component,
    /// Names the currency of the row's amounts.
    Currency,
    Other,
}

/// What a head says of the equity under it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Grant {
    pub kind: EquityKind,
    /// Years of a grant, where the head says.
    pub years: Option<u8>,
    pub is_yearly: bool,
}

impl Head {
    pub fn is_pay(self) -> bool {
        matches!(self, Self::Base | Self::Equity(_) | Self::Bonus | Self::Signing | Self::Total)
    }
}

/// Reads a head.
pub fn read(text: &str) -> Head {
    let words = Words::of(text);
    // What stands in brackets explains: it counts where nothing before it says what the column is.
    let outside = Words::of(&outside_brackets(text));
    if outside.have(&ABOUT) {
        return Head::Other;
    }
    match outside.part(&words).or_else(|| words.part(&words)) {
        Some(part) => part,
        None if words.have(&CURRENCY) => Head::Currency,
        None if words.have(&REGION) => Head::Region,
        None if words.have(&COMPONENT) => Head::Component,
        None if words.have(&LEVEL) => Head::Level,
        None => Head::Other,
    }
}

/// Reads the heads of a table's columns. The first names the rows, whatever else it says: a
/// `Base Location` is a place, `Pay Grade` a level.
pub fn row(heads: &[String]) -> Vec<Head> {
    let first = |text: &String| {
        let words = Words::of(text);
        match read(text) {
            _ if words.have(&REGION) => Head::Region,
            _ if words.have(&COMPONENT) => Head::Component,
            _ if words.have(&LEVEL) => Head::Level,
            head => head,
        }
    };
    heads.iter().take(1).map(first).chain(heads.iter().skip(1).map(|text| part(text))).collect()
}

/// Reads a head where a part of pay is looked for: one that names pay and no part of it is all of it.
pub fn part(text: &str) -> Head {
    if is_whole(text) { Head::Total } else { read(text) }
}

/// `Estimated Comp`: all of it, as no part is named.
fn is_whole(text: &str) -> bool {
    let outside = Words::of(&outside_brackets(text));
    outside.have(&WHOLE) && !outside.have(&ABOUT) && outside.part(&outside).is_none()
}

impl Words {
    /// The part of pay that is named; `whole` are all words of the head, for what a grant is.
    fn part(&self, whole: &Self) -> Option<Head> {
        Some(if self.have(&TOTAL) {
            Head::Total
        } else if self.have(&SIGNING) {
            Head::Signing
        } else if self.have(&PROFIT_OF_DESK) {
            Head::Bonus
        } else if self.have(&EQUITY) || self.have(&LONG_TERM) {
            Head::Equity(grant(whole))
        } else if self.have(&BONUS) {
            Head::Bonus
        } else if self.have(&BASE) {
            Head::Base
        } else {
            return None;
        })
    }
}

fn grant(words: &Words) -> Grant {
    let has = |known: &[&str]| words.have(known);
    let kind = if has(&[
        "private",
        "pre-ipo",
        "ppu",
        "ppus",
        "profit",
        "profits",
        "profit-share",
        "profit-sharing",
        "phantom",
        "synthetic",
        "carry",
        "carried",
        "co-invest",
        "units",
        "token",
        "tokens",
    ]) {
        EquityKind::Private
    } else if has(&["option", "options", "sar", "sars", "iso", "nso", "vsop", "bspce", "warrants", "esop"]) {
        EquityKind::Options
    } else if has(&[
        "rsu", "rsus", "gsu", "gsus", "stock", "stocks", "shares", "deferred", "grant", "psu", "psus",
    ]) {
        EquityKind::Rsu
    } else {
        EquityKind::Private
    };
    Grant { kind, years: years(&words.lower), is_yearly: is_yearly(&words.lower) }
}

/// `RSU/4yr`, `RSU (3 years)`, `4-Year Vest`.
fn years(lower: &str) -> Option<u8> {
    let at = lower.find("yr").or_else(|| lower.find("year"))?;
    let before = lower[..at].trim_end_matches([' ', '-']);
    if let Some((_, years)) =
        [("three", 3), ("four", 4), ("five", 5)].into_iter().find(|(word, _)| before.ends_with(word))
    {
        return Some(years);
    }
    let digits: String = before.chars().rev().take_while(char::is_ascii_digit).collect();
    digits.chars().rev().collect::<String>().parse().ok().filter(|years| (1..=10).contains(years))
}

fn is_yearly(lower: &str) -> bool {
    let said = ["annual", "per year", "/yr", "/year", "yearly", "annualized"]
        .iter()
        .any(|word| lower.contains(word));
    said && years(lower).is_none_or(|years| years == 1)
}

/// A place's name without the currency in brackets behind it.
pub fn region(text: &str) -> String {
    let bare = text.trim().trim_matches(['*', '`']).trim();
    if let Some(open) = bare.rfind('(').filter(|_| bare.ends_with(')')) {
        let inside = &bare[open + 1..bare.len() - 1];
        if names_currency(inside) {
            return bare[..open].trim().to_owned();
        }
    }
    bare.to_owned()
}

/// Whether brackets hold a currency and nothing else that names a place.
fn names_currency(text: &str) -> bool {
    let mut words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).peekable();
    let has_sign = text.chars().any(|c| matches!(c, '$' | '€' | '£' | '₹' | '₪' | '¥' | '₩'));
    if words.peek().is_none() {
        return has_sign;
    }
    words.all(|word| {
        super::currency::of_code(word).is_some()
            || matches!(word, "equiv" | "equivalent" | "C" | "S" | "A" | "HK" | "RMB")
    })
}
