//! The figures in a line: amounts, shares, years, vesting.

use super::atom::{Atom, Gap};
use super::lexeme::Kind;
use super::word;
use crate::domain::money::read::{self, Stated};
use crate::domain::money::{Currency, Rate};
use crate::domain::offer::{StatedBonus, Vesting};
use crate::domain::problem::Problem;
use crate::domain::quote::quoted;

pub(super) enum Figure {
    Amount(Stated),
    Share(StatedBonus),
    Bad(Problem),
    /// `2026` alone: no pay.
    Year,
}

/// The most words that one amount takes: `$ 1 210 000 a year`.
const LONGEST: usize = 6;
const SIGNS: [char; 9] = ['$', '€', '£', '₹', '¥', '￥', '₩', '₪', '~'];
const NUMBERS: [(&str, u8); 6] = [("one", 1), ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6)];

/// The amount or share that begins here, and how many words it takes.
pub(super) fn figure(line: &str, rest: &[Atom]) -> Option<(Figure, usize)> {
    let first = &rest[0];
    let code = word::is_code(first.text) && first.text.parse::<Currency>().is_ok();
    let joined_code =
        first.text.get(..3).is_some_and(|head| word::is_code(head) && has_digit(&first.text[3..]));
    let begins =
        first.text.starts_with(|c: char| is_digit(c) || SIGNS.contains(&c) || matches!(c, '-' | '.'));
    let sign = first.text.contains(SIGNS);
    if !(code || joined_code || begins || sign) {
        return None;
    }
    if let Some(found) = share(line, rest) {
        return Some(found);
    }
    let longest = (1..=LONGEST.min(rest.len())).rev().find_map(|count| {
        let text = joined(line, rest, count)?;
        match read::stated(text) {
            Ok(stated) => Some((Figure::Amount(stated), count)),
            Err(problem) if problem.code == "amount-period" => Some((Figure::Bad(problem), count)),
            Err(_) => None,
        }
    });
    match longest {
        Some((_, 1)) if is_year(first.text) => Some((Figure::Year, 1)),
        Some(found) => Some(found),
        // A name may hold digits: `23andMe`.
        None if begins && has_digit(first.text) && !is_name(first.text) => {
            read::stated(first.text).err().map(|problem| (Figure::Bad(problem), 1))
        }
        None => None,
    }
}

/// The source of some words that may be one amount.
fn joined<'a>(line: &'a str, rest: &[Atom], count: usize) -> Option<&'a str> {
    let words = &rest[..count];
    let text = &line[words[0].span.start..words[count - 1].span.end];
    let near = words[1..].iter().all(|atom| matches!(atom.gap, Gap::Space | Gap::Slash) && !atom.quoted);
    let codes = words.iter().filter(|atom| atom.text.len() == 3 && atom.text.parse::<Currency>().is_ok());
    let marked = text.contains(SIGNS) || codes.clone().next().is_some();
    let groups = words.windows(2).all(|pair| {
        let [before, atom] = pair else { return true };
        let second = atom.text.starts_with(is_digit) && before.text.ends_with(is_digit);
        let group = atom.text.trim_end_matches(SIGNS);
        !second || (is_digits(group) && group.len() == 3 && (group.starts_with('0') || marked))
    });
    let brackets = text.contains(['(', ')', '[', ']', '"']);
    (near && groups && !brackets && codes.into_iter().all(|atom| word::is_code(atom.text))).then_some(text)
}

/// `15%`, `15 %`, `10-15%`, `15 percent`.
fn share(line: &str, rest: &[Atom]) -> Option<(Figure, usize)> {
    let sign = |atom: &Atom| atom.gap == Gap::Space && matches!(atom.key.as_str(), "%" | "percent" | "pct");
    let count = if rest.get(1).is_some_and(sign) { 2 } else { 1 };
    let text = &line[rest[0].span.start..rest[count - 1].span.end];
    if count == 1 && !text.ends_with(['%', '％']) {
        return None;
    }
    let found = match text.parse::<StatedBonus>() {
        Ok(share) => Figure::Share(share),
        Err(problem) if problem.code == "rate-unreadable" => Figure::Bad(
            Problem::new(problem.code, format!("{} is no rate.", quoted(text)))
                .hint("Write one such as 15% or 10-15%."),
        ),
        Err(problem) => Figure::Bad(problem),
    };
    Some((found, count))
}

/// Shares of a grant by the year: `33/33/22/12`, `33-33-22-12`.
pub(super) fn vesting(rest: &[Atom]) -> Option<(Kind, usize)> {
    let slashed = rest.iter().enumerate().take_while(|(at, atom)| {
        let figures = atom.text.trim_end_matches('%');
        (*at == 0 || atom.gap == Gap::Slash) && is_digits(figures) && figures.len() <= 3
    });
    let mut parts: Vec<&str> = slashed.map(|(_, atom)| atom.text.trim_end_matches('%')).collect();
    let mut count = parts.len();
    if count <= 1 {
        let text = rest.first()?.text;
        parts = text.split('-').map(|part| part.trim_end_matches('%')).collect();
        count = 1;
        let short = parts.iter().all(|part| is_digits(part) && part.len() <= 2);
        if parts.len() < 3 || !short {
            return None;
        }
    }
    let shares: Option<Vec<Rate>> =
        parts.iter().map(|part| part.parse().ok().filter(|n| *n <= 100).map(Rate::percent)).collect();
    let whole = parts.iter().filter_map(|part| part.parse::<u32>().ok()).fold(0, u32::saturating_add) == 100;
    match Vesting::new(shares?) {
        Ok(vesting) if whole => Some((Kind::Vesting(vesting), count)),
        Err(problem) if parts.len() >= 4 => Some((Kind::Fault(problem), count)),
        _ => None,
    }
}

/// `4y`, `4 years`, and `/4` behind a figure or a label; `None` inside where they are no vesting
/// years, such as years of experience.
pub(super) fn years(rest: &[Atom], before: Option<&Kind>) -> Option<(Option<u8>, usize)> {
    let first = rest.first()?;
    let digits = first.key.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let unit = &first.key[digits.len()..];
    let number = NUMBERS.iter().find(|(name, _)| *name == first.key).map(|(_, n)| *n);
    let number =
        number.or_else(|| if is_digits(digits) && digits.len() <= 2 { digits.parse().ok() } else { None });
    let number = number.filter(|n| (1..=40).contains(n))?;
    let named =
        |at: usize| rest.get(at).is_some_and(|atom| atom.gap == Gap::Space && is_year_word(&atom.key));
    let bare = unit.is_empty() || first.key == unit;
    let mut count = match () {
        () if !bare && is_year_word(unit) => 1,
        () if bare && named(1) => 2,
        () if unit.is_empty() && first.gap == Gap::Slash && before.is_some_and(may_be_shared) => 1,
        () => return None,
    };
    let behind =
        |count: usize| rest.get(count).filter(|atom| atom.gap == Gap::Space).map(|atom| atom.key.as_str());
    if matches!(behind(count), Some("of")) && matches!(behind(count + 1), Some("experience")) {
        return Some((None, count + 2));
    }
    match behind(count) {
        Some("cliff" | "experience" | "exp" | "yoe" | "old") => return Some((None, count + 1)),
        Some("vest" | "vesting" | "vested" | "schedule") => count += 1,
        _ => {}
    }
    Some((Some(number), count))
}

/// Whether a bare figure after a slash is the years over which this is spread.
fn may_be_shared(before: &Kind) -> bool {
    match before {
        Kind::Amount(stated) => !stated.bare,
        Kind::Label(word::Label::Equity(_)) | Kind::Paper(_) => true,
        _ => false,
    }
}

pub(super) fn is_year_word(key: &str) -> bool {
    matches!(key, "y" | "yr" | "yrs" | "year" | "years" | "annum")
}

pub(super) fn is_other_period(key: &str) -> bool {
    matches!(key, "mo" | "month" | "m" | "wk" | "week" | "w" | "d" | "day" | "h" | "hr" | "hour")
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

fn has_digit(text: &str) -> bool {
    text.contains(is_digit)
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && text.starts_with("20") && is_digits(text)
}

/// Digits that lead into three letters or more: `23andMe`, `7-Eleven`.
fn is_name(text: &str) -> bool {
    let letters = text.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start_matches('-');
    letters.len() < text.len() && letters.chars().take(3).filter(|c| c.is_alphabetic()).count() == 3
}
