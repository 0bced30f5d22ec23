//! What a guide asks for, and where it would stop: the amounts of a lever or of the strategy.

use std::ops::Range;

use super::figure::{self, Figure};
use super::role::{self, Role};
use super::sentence;
use super::term::{self, Term};
use crate::domain::money::{Currency, Decimal};

/// One amount that counts, with its place in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    pub term: Option<Term>,
    pub role: Role,
    pub figure: Figure,
    /// The bytes of the sentence it stands in.
    pub sentence: Range<usize>,
    /// Whether it repeats the figure before it in another currency or for another place.
    pub is_repeat: bool,
}

/// Every amount of money that a text names, with its term and its role.
pub fn read(text: &str) -> Vec<Said> {
    let mut found: Vec<Said> = Vec::new();
    let mut stays = None;
    for range in sentence::split(text) {
        let sentence = &text[range.clone()];
        let figures: Vec<Figure> = figure::find(sentence).into_iter().filter(Figure::is_money).collect();
        let terms = term::of(sentence, &figures);
        let condition = opens_condition(sentence);
        for (at, (figure, term)) in figures.iter().zip(terms).enumerate() {
            let role = role::of(sentence, figure.range.start, figure.range.end);
            let role = match (role, condition) {
                (Some(Role::Floor), _) => Role::Floor,
                (_, true) => Role::Condition,
                (Some(role), _) => role,
                (None, _) if term.is_some() => stays.unwrap_or(Role::Ask),
                (None, _) => Role::Fact,
            };
            let is_repeat = at > 0 && repeats(sentence, &figures[at - 1], figure);
            let mut figure = figure.clone();
            figure.range = range.start + figure.range.start..range.start + figure.range.end;
            found.push(Said { term, role, figure, sentence: range.clone(), is_repeat });
        }
        stays = None;
    }
    found
}

/// A sentence that says what to do if something happens.
fn opens_condition(sentence: &str) -> bool {
    let start = sentence.trim_start_matches(|c: char| !c.is_alphanumeric());
    let lower: String = start.chars().take(80).collect::<String>().to_lowercase();
    lower.starts_with("if ") && !lower.contains("total") && !lower.starts_with("if you hold")
}

/// `£95K / $122K`: the same amount in a second currency.
fn repeats(sentence: &str, before: &Figure, figure: &Figure) -> bool {
    let between = &sentence[before.range.end..figure.range.start];
    between.trim() == "/" && before.currency != figure.currency
}

impl Said {
    /// The amount that is asked: the upper end of a span.
    pub fn amount(&self) -> Decimal {
        self.figure.high
    }

    pub fn currency(&self) -> Option<Currency> {
        self.figure.currency
    }
}
