//! What a column or a row of a pay table holds, by the words of its head.

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

const TOTAL: [&str; 6] = ["total", "all-in", "ote", "tc", "ctc", "first-year"];
const SIGNING: [&str; 4] = ["sign-on", "signing", "sign on", "joining"];
const EQUITY: [&str; 22] = [
    "stock", "equity", "rsu", "rsus", "option", "options", "ppu", "ppus", "units", "tokens", "token",
    "profit", "carry", "phantom", "shares", "share", "grant", "ltip", "lti", "deferred", "psu", "sars",
];
const BONUS: [&str; 8] = ["bonus", "variable", "incentive", "commission", "pnl", "p&l", "sti", "performance"];
const BASE: [&str; 7] = ["base", "salary", "fixed", "base salary", "cash", "pay", "basic"];
const REGION: [&str; 13] = [
    "region",
    "location",
    "city",
    "market",
    "office",
    "hub",
    "geography",
    "geo",
    "site",
    "country",
    "metro",
    "place",
    "area",
];
const LEVEL: [&str; 8] = ["level", "grade", "seniority", "tier", "title", "band", "role", "experience"];
const COMPONENT: [&str; 5] = ["component", "element", "item", "compensation", "category"];

/// Reads a head.
pub fn read(text: &str) -> Head {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '&')))
        .filter(|word| !word.is_empty())
        .collect();
    let has = |known: &[&str]| {
        known
            .iter()
            .any(|known| if known.contains(' ') { lower.contains(known) } else { words.contains(known) })
    };
    if has(&TOTAL) {
        Head::Total
    } else if has(&SIGNING) {
        Head::Signing
    } else if has(&EQUITY) {
        Head::Equity(grant(&lower, &words))
    } else if has(&BONUS) {
        Head::Bonus
    } else if has(&BASE) {
        Head::Base
    } else if has(&REGION) {
        Head::Region
    } else if has(&COMPONENT) {
        Head::Component
    } else if has(&LEVEL) {
        Head::Level
    } else {
        Head::Other
    }
}

fn grant(lower: &str, words: &[&str]) -> Grant {
    let has = |known: &[&str]| known.iter().any(|known| words.contains(known));
    let kind = if has(&[
        "private",
        "pre-ipo",
        "ppu",
        "ppus",
        "profit",
        "profit-sharing",
        "phantom",
        "carry",
        "units",
    ]) {
        EquityKind::Private
    } else if has(&["option", "options", "sars"]) {
        EquityKind::Options
    } else if has(&["rsu", "rsus", "stock", "shares", "deferred", "grant", "psu"]) {
        EquityKind::Rsu
    } else {
        EquityKind::Private
    };
    Grant { kind, years: years(lower), is_yearly: is_yearly(lower) }
}

/// `RSU/4yr`, `RSU (3 years)`, `4-Year Vest`.
fn years(lower: &str) -> Option<u8> {
    let at = lower.find("yr").or_else(|| lower.find("year"))?;
    let before = lower[..at].trim_end_matches([' ', '-']);
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
