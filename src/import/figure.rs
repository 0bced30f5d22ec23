//! Figures in a guide's text: amounts and rates as guides print them, each with its place.
//!
//! Guides are looser than what a user types: `$150-210K`, `₹16,00,000`, `SGD [60K-90K]`,
//! `SEK 65K–85K/mo`. Every figure is read exactly; one that can be read two ways says so.

use std::ops::Range;

use crate::domain::money::{Currency, Decimal, exact};

/// A figure or a span of two, with everything written around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// Its bytes in the text, with currency, brackets, plus sign and period.
    pub range: Range<usize>,
    pub low: Decimal,
    /// The same as `low` for a single figure.
    pub high: Decimal,
    pub currency: Option<Currency>,
    /// The second end's currency, where it differs from the first's.
    pub other_currency: Option<Currency>,
    pub is_percent: bool,
    /// Whether `K`, `M`, `L` or the like stood with it.
    pub has_unit: bool,
    /// `145.000`: a mark between groups or a decimal one.
    pub is_ambiguous: bool,
    pub period: Option<Period>,
}

/// Over which time an amount is printed, where that is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Period {
    Year,
    Month,
}

impl Figure {
    /// Whether it is an amount of money: it names a currency and is no percentage.
    pub fn is_money(&self) -> bool {
        self.currency.is_some() && !self.is_percent
    }
}

/// Signs and codes in front of an amount, the longer before their own beginnings.
const SIGNS: [(&str, &str); 26] = [
    ("US$", "USD"),
    ("HK$", "HKD"),
    ("NZ$", "NZD"),
    ("NT$", "TWD"),
    ("MX$", "MXN"),
    ("CA$", "CAD"),
    ("AU$", "AUD"),
    ("SG$", "SGD"),
    ("C$", "CAD"),
    ("A$", "AUD"),
    ("S$", "SGD"),
    ("R$", "BRL"),
    ("CN¥", "CNY"),
    ("RMB", "CNY"),
    ("NIS", "ILS"),
    ("Rs.", "INR"),
    ("Rs", "INR"),
    ("$", "USD"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("₹", "INR"),
    ("₪", "ILS"),
    ("¥", "JPY"),
    ("₩", "KRW"),
    ("zł", "PLN"),
    ("₫", "VND"),
];

/// Codes that guides write out; other three capitals are names.
const CODES: [&str; 41] = [
    "USD", "EUR", "GBP", "INR", "SGD", "CAD", "AUD", "HKD", "CNY", "JPY", "ILS", "SEK", "NOK", "DKK", "CHF",
    "PLN", "IDR", "THB", "VND", "MYR", "PHP", "KRW", "TWD", "BRL", "MXN", "AED", "SAR", "ZAR", "TRY", "CZK",
    "HUF", "RON", "NZD", "EGP", "NGN", "KES", "PKR", "COP", "ARS", "CLP", "UAH",
];

/// Units after a number, the longer first; matched without regard to case, and never inside a word.
const UNITS: [(&str, i64); 15] = [
    ("thousand", 1_000),
    ("million", 1_000_000),
    ("billion", 1_000_000_000),
    ("lakhs", 100_000),
    ("lakh", 100_000),
    ("crore", 10_000_000),
    ("lac", 100_000),
    ("lpa", 100_000),
    ("mm", 1_000_000),
    ("bn", 1_000_000_000),
    ("cr", 10_000_000),
    ("k", 1_000),
    ("m", 1_000_000),
    ("b", 1_000_000_000),
    ("l", 100_000),
];

const PERIODS: [(&str, Period); 15] = [
    ("/year", Period::Year),
    ("/yr", Period::Year),
    ("/annum", Period::Year),
    (" per year", Period::Year),
    (" per annum", Period::Year),
    (" annually", Period::Year),
    (" annualized", Period::Year),
    (" a year", Period::Year),
    (" p.a.", Period::Year),
    ("/month", Period::Month),
    ("/mo", Period::Month),
    (" per month", Period::Month),
    (" monthly", Period::Month),
    (" a month", Period::Month),
    ("/pm", Period::Month),
];

/// Every figure of a text, in order.
pub fn find(text: &str) -> Vec<Figure> {
    let mut found: Vec<Figure> = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let follows_word = text[..at].chars().next_back().is_some_and(char::is_alphanumeric);
        if !follows_word && let Some(figure) = figure(text, at) {
            at = figure.range.end;
            found.push(figure);
        } else {
            at += c.len_utf8();
        }
    }
    found
}

/// One end of a figure.
struct End {
    to: usize,
    number: Decimal,
    unit: Option<Decimal>,
    currency: Option<Currency>,
    is_percent: bool,
    is_ambiguous: bool,
}

fn figure(text: &str, from: usize) -> Option<Figure> {
    let (currency, after) = prefix(text, from);
    let bracket = text[after..].strip_prefix('[').map(|_| after + 1);
    if bracket.is_some() && currency.is_none() {
        return None;
    }
    let mut low = end(text, bracket.unwrap_or(after), currency)?;
    let mut to = low.to;
    let mut second = None;
    if let Some(next) = separator(text, to) {
        let (own, after) = prefix(text, next);
        if let Some(end) = end(text, after, own) {
            to = end.to;
            second = Some(end);
        }
    }
    if bracket.is_some() {
        to = text[to..].strip_prefix(']').map(|_| to + 1)?;
        let unit = unit(text, to);
        if let Some((unit, after)) = unit {
            low.unit = low.unit.or(Some(unit));
            to = after;
        }
    }
    let mut high = second.unwrap_or(End { to, ..low.copy() });
    let is_percent = low.is_percent || high.is_percent;
    share_unit(&mut low, &mut high);
    let (first, other) = (low.currency.or(high.currency), high.currency);
    let mut figure = Figure {
        range: from..to,
        low: exact::mul(low.number, low.unit.unwrap_or(Decimal::ONE)).ok()?,
        high: exact::mul(high.number, high.unit.unwrap_or(Decimal::ONE)).ok()?,
        currency: first,
        other_currency: other.filter(|other| Some(*other) != first),
        is_percent,
        has_unit: low.unit.is_some() || high.unit.is_some(),
        is_ambiguous: low.is_ambiguous || high.is_ambiguous,
        period: None,
    };
    tail(text, &mut figure);
    Some(figure)
}

/// `150-210K` and `150K-210` leave a unit to the other end.
fn share_unit(low: &mut End, high: &mut End) {
    let is_short = |end: &End| end.unit.is_none() && end.number < Decimal::ONE_THOUSAND && !end.is_percent;
    if is_short(low) && low.number > Decimal::ZERO {
        low.unit = high.unit;
    } else if is_short(high) {
        high.unit = low.unit;
    }
}

/// The plus sign, the currency behind the amount and the period.
fn tail(text: &str, figure: &mut Figure) {
    let mut to = figure.range.end;
    if text[to..].starts_with('+') {
        to += 1;
    }
    if figure.currency.is_none() && !figure.is_percent {
        let gap = usize::from(text[to..].starts_with(' '));
        if let Some((currency, after)) = code(text, to + gap).or_else(|| trailing_sign(text, to + gap)) {
            figure.currency = Some(currency);
            to = after;
        }
    }
    let rest = text[to..].get(..12.min(text.len() - to)).unwrap_or(&text[to..]).to_ascii_lowercase();
    if let Some((word, period)) = PERIODS.into_iter().find(|(word, _)| rest.starts_with(word)) {
        figure.period = Some(period);
        to += word.len();
    }
    figure.range.end = to;
}

fn trailing_sign(text: &str, at: usize) -> Option<(Currency, usize)> {
    let sign = ["€", "£", "₹", "₪", "zł"].into_iter().find(|sign| text[at..].starts_with(sign))?;
    let (_, code) = SIGNS.into_iter().find(|(known, _)| *known == sign)?;
    Some((code.parse().ok()?, at + sign.len()))
}

/// The currency in front of an amount, and where the amount starts.
fn prefix(text: &str, at: usize) -> (Option<Currency>, usize) {
    let at = if text[at..].starts_with('~') { at + 1 } else { at };
    let sign = SIGNS.into_iter().find(|(sign, _)| text[at..].starts_with(sign));
    let found = match sign {
        Some((sign, code)) => code.parse().ok().map(|currency| (currency, at + sign.len())),
        None => code(text, at),
    };
    let Some((currency, mut after)) = found else { return (None, at) };
    after += text[after..].len() - text[after..].trim_start_matches([' ', '\u{a0}']).len();
    let again = SIGNS.into_iter().skip(17).find(|(sign, _)| text[after..].starts_with(sign));
    (Some(currency), again.map_or(after, |(sign, _)| after + sign.len()))
}

fn code(text: &str, at: usize) -> Option<(Currency, usize)> {
    let code = text.get(at..at + 3)?;
    let ends = !text[at + 3..].starts_with(|c: char| c.is_alphabetic());
    (ends && CODES.contains(&code)).then(|| Some((code.parse().ok()?, at + 3)))?
}

/// Where the second end of a span starts.
fn separator(text: &str, at: usize) -> Option<usize> {
    let rest = &text[at..];
    let bare = rest.trim_start_matches(' ');
    let sign = ["-", "–", "—", "−"].into_iter().find_map(|sign| bare.strip_prefix(sign));
    let after = sign.or_else(|| rest.strip_prefix(" to "))?;
    Some(text.len() - after.trim_start_matches(' ').len())
}

fn end(text: &str, from: usize, currency: Option<Currency>) -> Option<End> {
    let rest = &text[from..];
    let length = rest.find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.').unwrap_or(rest.len());
    let digits = rest[..length].trim_end_matches([',', '.']);
    if !digits.starts_with(|c: char| c.is_ascii_digit()) || digits.len() > 20 {
        return None;
    }
    let number: Decimal = digits.replace(',', "").parse().ok()?;
    let mut to = from + digits.len();
    let is_percent = text[to..].starts_with('%');
    to += usize::from(is_percent);
    let unit = if is_percent { None } else { unit(text, to) };
    if let Some((_, after)) = unit {
        to = after;
    } else if text[to..].starts_with(|c: char| c.is_alphabetic()) {
        return None;
    }
    let grouped = digits.split_once('.').is_some_and(|(whole, part)| {
        part.len() == 3 && !whole.contains(',') && whole.len() <= 3 && !whole.starts_with('0')
    });
    let unit = unit.map(|(unit, _)| unit);
    Some(End {
        to,
        number,
        unit,
        currency,
        is_percent,
        is_ambiguous: grouped && unit.is_none() && !is_percent,
    })
}

fn unit(text: &str, at: usize) -> Option<(Decimal, usize)> {
    let gap = text[at..].len() - text[at..].trim_start_matches(' ').len();
    UNITS.into_iter().find_map(|(word, factor)| {
        let start = if word.len() > 1 { at + gap } else { at };
        let written = text.get(start..start + word.len())?;
        let ends = !text[start + word.len()..].starts_with(|c: char| c.is_alphanumeric());
        (ends && written.eq_ignore_ascii_case(word)).then(|| (Decimal::from(factor), start + word.len()))
    })
}

impl End {
    fn copy(&self) -> Self {
        Self { ..*self }
    }
}

/// Whether three letters are a currency's code, as guides write them out.
pub fn is_code(letters: &str) -> bool {
    CODES.contains(&letters)
}
