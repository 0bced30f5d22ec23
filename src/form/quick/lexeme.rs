//! A line as a run of figures, labels, names and other words, each with its place.

use std::ops::Range;

use super::atom::{Atom, Gap};
use super::figures::{self, Figure};
use super::level;
use super::when;
use super::word::{self, Label, Word};
use crate::domain::day::Day;
use crate::domain::money::Currency;
use crate::domain::money::read::Stated;
use crate::domain::offer::{EquityKind, OfferStatus, StatedBonus, Vesting};
use crate::domain::problem::Problem;

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Kind {
    Amount(Stated),
    Share(StatedBonus),
    /// A figure that cannot be used, with the reason.
    Bad(Problem),
    /// A date or a schedule that cannot be used, with the reason.
    Fault(Problem),
    Label(Label),
    Paper(EquityKind),
    /// `no bonus`.
    Without(Label),
    Years(u8),
    PerYear,
    PerOther,
    Vesting(Vesting),
    Status(OfferStatus),
    /// The span is the date's own.
    Deadline(Day, Range<usize>),
    Level,
    Currency(Currency),
    From,
    Glue,
    Name,
    Aside,
}

/// Consecutive words with one meaning.
#[derive(Debug, Clone)]
pub(super) struct Lexeme {
    pub span: Range<usize>,
    pub gap: Gap,
    pub kind: Kind,
}

impl Lexeme {
    pub fn is_figure(&self) -> bool {
        matches!(self.kind, Kind::Amount(_) | Kind::Share(_) | Kind::Bad(_))
    }

    /// Whether it may stand between a figure and its label.
    pub fn is_loose(&self) -> bool {
        matches!(self.kind, Kind::Glue | Kind::Years(_) | Kind::PerYear | Kind::PerOther | Kind::Vesting(_))
    }
}

pub(super) fn read(line: &str, atoms: &[Atom], context: super::Context) -> Vec<Lexeme> {
    let mut lexemes: Vec<Lexeme> = Vec::new();
    let mut rest = atoms;
    while let Some(first) = rest.first() {
        let before = lexemes.last().map(|lexeme| &lexeme.kind);
        let (kind, count) = next(line, rest, before, context);
        let (now, later) = rest.split_at(count.clamp(1, rest.len()));
        let end = now.last().map_or(first.span.end, |atom| atom.span.end);
        lexemes.push(Lexeme { span: first.span.start..end, gap: first.gap, kind });
        rest = later;
    }
    lexemes
}

/// A line of which nothing is understood.
pub(super) fn asides(atoms: &[Atom]) -> Vec<Lexeme> {
    let aside = |atom: &Atom| Lexeme { span: atom.span.clone(), gap: atom.gap, kind: Kind::Aside };
    atoms.iter().map(aside).collect()
}

/// The first lexeme of the rest, and how many words it takes.
fn next(line: &str, rest: &[Atom], before: Option<&Kind>, context: super::Context) -> (Kind, usize) {
    let first = &rest[0];
    if first.quoted {
        return (Kind::Name, 1);
    }
    let level = level::length(rest);
    if level > 0 {
        return (Kind::Level, level);
    }
    if let Some((word, count)) = phrase(rest) {
        return known(line, rest, word, count, context);
    }
    if let Some((day, span, count)) = when::bare(line, rest, context.today) {
        return (Kind::Deadline(day, span), count);
    }
    if let Some(found) = figures::vesting(rest) {
        return found;
    }
    if let Some((years, count)) = figures::years(rest, before) {
        return (years.map_or(Kind::Aside, Kind::Years), count);
    }
    match figures::figure(line, rest) {
        Some((Figure::Amount(stated), count)) => return (Kind::Amount(stated), count),
        Some((Figure::Share(share), count)) => return (Kind::Share(share), count),
        Some((Figure::Bad(problem), count)) => return (Kind::Bad(problem), count),
        Some((Figure::Year, count)) => return (Kind::Aside, count),
        None => {}
    }
    match first.text.parse() {
        Ok(currency) if word::is_code(first.text) => (Kind::Currency(currency), 1),
        _ if first.gap == Gap::Slash && figures::is_year_word(&first.key) => (Kind::PerYear, 1),
        _ if first.gap == Gap::Slash && figures::is_other_period(&first.key) => (Kind::PerOther, 1),
        _ => (Kind::Name, 1),
    }
}

fn known(line: &str, rest: &[Atom], word: Word, count: usize, context: super::Context) -> (Kind, usize) {
    let behind = &rest[count..];
    let kind = match word {
        Word::Label(label) => Kind::Label(label),
        Word::Paper(kind) => Kind::Paper(kind),
        Word::Status(status) => Kind::Status(status),
        Word::PerYear => Kind::PerYear,
        Word::PerOther => Kind::PerOther,
        Word::From => Kind::From,
        Word::Glue => Kind::Glue,
        Word::Aside => Kind::Aside,
        Word::Deadline => match when::after(line, behind, context.today) {
            Some((Ok((day, span)), more)) => return (Kind::Deadline(day, span), count + more),
            Some((Err(problem), more)) => return (Kind::Fault(problem), count + more),
            None if matches!(rest[0].key.as_str(), "by" | "before" | "until") => Kind::Glue,
            None => Kind::Aside,
        },
        Word::Start => match when::after(line, behind, context.today) {
            Some((_, more)) => return (Kind::Aside, count + more),
            None => Kind::Aside,
        },
        Word::Over => match figures::years(behind, Some(&Kind::PerYear)) {
            Some((years, more)) => return (years.map_or(Kind::Aside, Kind::Years), count + more),
            None => match figures::vesting(behind) {
                Some((vesting, more)) => return (vesting, count + more),
                None => Kind::Glue,
            },
        },
        Word::No => match phrase(behind) {
            Some((Word::Label(label), more)) => return (Kind::Without(label), count + more),
            _ => Kind::Aside,
        },
    };
    (kind, count)
}

/// The longest known phrase here.
fn phrase(rest: &[Atom]) -> Option<(Word, usize)> {
    (1..=word::LONGEST.min(rest.len())).rev().find_map(|count| {
        let near = rest[1..count].iter().all(|atom| atom.gap == Gap::Space && !atom.quoted);
        if !near || rest[0].quoted {
            return None;
        }
        let keys: Vec<&str> = rest[..count].iter().map(|atom| atom.key.as_str()).collect();
        Some((word::meaning(&keys.join(" "))?, count))
    })
}
