//! The dates in a line.

use std::ops::Range;

use jiff::civil::Date;

use super::atom::{Atom, Gap};
use crate::domain::day::{self, Day};
use crate::domain::problem::Problem;

/// The most words that one date takes: `Fri 27th of November 2026`.
const LONGEST: usize = 5;
const FILLERS: [&str; 10] = ["the", "on", "by", "eod", "eob", "cob", "end", "of", "day", "close"];

type Found = (Result<(Day, Range<usize>), Problem>, usize);

/// The date after a word such as `by`, and how many words it takes; a problem where figures stand
/// there that are no day.
pub(super) fn after(line: &str, rest: &[Atom], today: Date) -> Option<Found> {
    let fillers = rest.iter().take_while(|atom| FILLERS.contains(&atom.key.as_str())).count();
    let rest = &rest[fillers..];
    if let Some((day, span, count)) = longest(line, rest, today) {
        return Some((Ok((day, span)), fillers + count));
    }
    let first = rest.first()?;
    let figures = first.text.starts_with(|c: char| c.is_ascii_digit());
    let dated = figures && first.text.contains(['-', '/', '.']) && !first.text.contains(char::is_alphabetic);
    match day::read(first.text, today) {
        Err(problem) if dated => Some((Err(problem), fillers + 1)),
        _ => None,
    }
}

/// A date that needs no word in front: one with a year in figures, or with a month's name.
pub(super) fn bare(line: &str, rest: &[Atom], today: Date) -> Option<(Day, Range<usize>, usize)> {
    let figures = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
    let (day, span, count) = longest(line, rest, today)?;
    let text = &line[span.clone()];
    let named = text.contains(char::is_alphabetic) && text.contains(|c: char| c.is_ascii_digit());
    let written_out = figures(text) && text.len() >= 8 && !text.contains(char::is_alphabetic);
    let word = count == 1 && matches!(rest[0].key.as_str(), "today" | "tomorrow");
    (named || written_out || word).then_some((day, span, count))
}

fn longest(line: &str, rest: &[Atom], today: Date) -> Option<(Day, Range<usize>, usize)> {
    (1..=LONGEST.min(rest.len())).rev().find_map(|count| {
        let words = &rest[..count];
        let near = words[1..].iter().all(|atom| atom.gap == Gap::Space || is_near(line, atom));
        if !near || words.iter().any(|atom| atom.quoted) {
            return None;
        }
        let span = words[0].span.start..words[count - 1].span.end;
        Some((day::read(&line[span.clone()], today).ok()?, span, count))
    })
}

/// `12/11`, and the comma of `Nov 27, 2026`.
fn is_near(line: &str, atom: &Atom) -> bool {
    let year = atom.text.len() == 4 && atom.text.starts_with("20");
    let before = line[..atom.span.start].trim_end();
    match atom.gap {
        Gap::Slash => atom.text.bytes().all(|byte| byte.is_ascii_digit()),
        _ => year && before.ends_with(',') && atom.text.bytes().all(|byte| byte.is_ascii_digit()),
    }
}
