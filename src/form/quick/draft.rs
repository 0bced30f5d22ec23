//! An offer in the making: each lexeme finds the part that it belongs to.

use std::ops::Range;

use super::atom::Gap;
use super::bind::{self, Bound};
use super::lexeme::{Kind, Lexeme};
use super::word::Label;
use super::{Context, Meaning, Partial, Piece, Question, Understood, offer, question, tell};
use crate::domain::day::Day;
use crate::domain::money::read::Reading;
use crate::domain::money::{Currency, Mark, Money};
use crate::domain::offer::{EquityKind, OfferStatus};
use crate::domain::problem::Problem;
use crate::domain::quote::quoted;

/// A grant while its years, its kind and its schedule are still being gathered.
#[derive(Debug, Clone, Copy)]
pub(super) struct Grant {
    pub money: Money,
    pub yearly: bool,
    pub kind: Option<EquityKind>,
    pub part: usize,
}

pub(super) struct Draft<'a> {
    pub line: &'a str,
    pub lexemes: &'a [Lexeme],
    pub context: Context,
    pub bound: Bound,
    /// What amounts without a mark are in.
    pub currency: Currency,
    pub offer: Partial,
    pub grant: Option<Grant>,
    pub questions: Vec<Question>,
    pub problems: Vec<Problem>,
    parts: Vec<(Meaning, String)>,
    part_of: Vec<Option<usize>>,
}

impl<'a> Draft<'a> {
    pub fn of(line: &'a str, lexemes: &'a [Lexeme], context: Context) -> Self {
        let mut draft = Self {
            line,
            lexemes,
            context,
            bound: bind::bind(lexemes),
            currency: context.currency,
            offer: Partial::default(),
            grant: None,
            questions: Vec::new(),
            problems: Vec::new(),
            parts: Vec::new(),
            part_of: vec![None; lexemes.len()],
        };
        draft.find_currency();
        draft.find_words();
        draft.find_company();
        draft.ask_open_chains();
        draft.set_wrong_aside();
        draft.find_pay();
        draft.find_grant();
        draft
    }

    pub fn text(&self, at: usize) -> &'a str {
        &self.line[self.lexemes[at].span.clone()]
    }

    /// Makes a part of some lexemes.
    pub fn part(
        &mut self,
        at: impl IntoIterator<Item = usize>,
        meaning: Meaning,
        shown: impl Into<String>,
    ) -> usize {
        self.parts.push((meaning, shown.into()));
        let part = self.parts.len() - 1;
        for at in at {
            self.part_of[at].get_or_insert(part);
        }
        part
    }

    pub fn show(&mut self, part: usize, shown: String) {
        self.parts[part].1 = shown;
    }

    pub fn join(&mut self, at: usize, part: usize) {
        self.part_of[at].get_or_insert(part);
    }

    pub fn is_free(&self, at: usize) -> bool {
        self.part_of[at].is_none()
    }

    pub fn problem(&mut self, problem: Problem) {
        self.problems.push(problem);
    }

    /// Notes that something is stated twice, where it was.
    pub fn once(&mut self, taken: bool, what: &str) {
        if taken {
            let problem = Problem::new("offer-twice", format!("The line states the {what} twice."));
            self.problem(problem.hint("Keep one of them; another offer gets a line of its own."));
        }
    }

    fn find_currency(&mut self) {
        let mut marks: Vec<Mark> = Vec::new();
        let mut words = Vec::new();
        for lexeme in self.lexemes {
            match &lexeme.kind {
                Kind::Amount(stated) => marks.extend(match stated.reading {
                    Reading::Sure(money) | Reading::Either(money, _) => money.mark(),
                }),
                Kind::Currency(currency) => words.push(*currency),
                _ => {}
            }
        }
        match offer::currency(&words, &marks, self.context) {
            Ok(found) => {
                self.offer.currency = found;
                self.currency = found.unwrap_or(self.context.currency);
            }
            Err(problem) => {
                self.currency = if marks.contains(&Mark::Dollar) { Currency::USD } else { self.currency };
                self.problem(problem);
            }
        }
    }

    fn find_words(&mut self) {
        for (at, lexeme) in self.lexemes.iter().enumerate() {
            match &lexeme.kind {
                Kind::Currency(currency) => {
                    self.part([at], Meaning::Currency, format!("amounts in {currency}"));
                }
                Kind::Level if self.offer.level.is_none() => {
                    let level = tidy(self.text(at));
                    self.part([at], Meaning::Level, format!("level {level}"));
                    self.offer.level = Some(level);
                }
                Kind::Status(status) => self.status(at, *status),
                Kind::Fault(problem) => self.fault(at, problem.clone()),
                Kind::Deadline(day, span) => {
                    self.once(self.offer.expires.is_some(), "deadline");
                    let today = self.context.today;
                    match *day {
                        Day::Sure(date) => {
                            self.part([at], Meaning::Deadline, tell::deadline(date, today));
                            self.offer.expires = Some(date);
                        }
                        Day::Either(one, other) => {
                            let asked = question::which_day(self.line, span.clone(), [one, other], today);
                            self.part([at], Meaning::Ambiguous, asked.ask.clone());
                            self.questions.push(asked);
                        }
                    }
                }
                Kind::Without(label) => {
                    let meaning = meaning_of(*label);
                    self.part([at], meaning, format!("no {}", label.name()));
                    if *label == Label::Bonus {
                        self.once(self.offer.bonus.is_some(), "bonus");
                        self.offer.bonus =
                            Some(crate::domain::offer::StatedBonus::of(crate::domain::money::Rate::ZERO));
                    }
                }
                _ => {}
            }
        }
    }

    fn fault(&mut self, at: usize, problem: Problem) {
        let hint = problem.hint.as_deref().unwrap_or_default();
        self.part([at], Meaning::Unknown, format!("{} {hint}", problem.message));
        self.problem(problem);
    }

    pub fn status(&mut self, at: usize, status: OfferStatus) {
        self.once(self.offer.status.is_some_and(|before| before != status), "status");
        self.offer.status = Some(status);
        self.part([at], Meaning::Status, tell::status(status));
    }

    /// The first run of names, or the first after `at` or `from`.
    fn find_company(&mut self) {
        let mut runs: Vec<(usize, usize)> = Vec::new();
        for (at, lexeme) in self.lexemes.iter().enumerate() {
            if lexeme.kind == Kind::Name {
                match runs.last_mut() {
                    Some((_, end)) if self.is_one_name(*end, at) => *end = at + 1,
                    _ => runs.push((at, at + 1)),
                }
            }
        }
        let from = |(start, _): &&(usize, usize)| {
            start.checked_sub(1).is_some_and(|before| self.lexemes[before].kind == Kind::From)
        };
        let Some(&(mut start, end)) = runs.iter().find(from).or(runs.first()) else { return };
        if start > 0 && self.text(start - 1).eq_ignore_ascii_case("the") {
            start -= 1;
        }
        let name = tidy(&self.line[self.lexemes[start].span.start..self.lexemes[end - 1].span.end]);
        if !name.is_empty() {
            self.part(start..end, Meaning::Company, format!("company {name}"));
            self.offer.company = Some(name);
        }
    }

    /// Whether a name goes on here: `Jane Street`, `Bank of America`, `Ernst & Young`.
    fn is_one_name(&self, end: usize, at: usize) -> bool {
        let between = |at: usize| {
            let before = self.lexemes[at - 1].span.end;
            let gap = self.line[before..self.lexemes[at].span.start].trim();
            gap.is_empty() || gap == "&"
        };
        let joints = end..at;
        joints.len() <= 2
            && (end..=at).all(between)
            && joints.into_iter().all(|at| {
                self.lexemes[at].kind == Kind::Glue
                    && matches!(
                        self.text(at).to_ascii_lowercase().as_str(),
                        "of" | "the" | "and" | "for" | "in" | "on"
                    )
            })
    }

    fn ask_open_chains(&mut self) {
        for open in self.bound.open.clone() {
            let asked = question::which_way(self.line, self.lexemes, &self.bound, &open);
            self.part(open.at.clone(), Meaning::Ambiguous, asked.ask.clone());
            self.questions.push(asked);
        }
    }

    fn set_wrong_aside(&mut self) {
        for (group, figure) in self.bound.wrong.clone() {
            let group = &self.bound.groups[group];
            let (label, span) = (group.label, group.at.start.min(figure)..group.at.end.max(figure + 1));
            let hint = match label {
                Label::Confidence => "write the likelihood as a share, such as verbal 70%".to_owned(),
                Label::Equity(_) => "write what the grant is worth, such as equity 200k".to_owned(),
                label => format!("write an amount, such as {} 10k", label.name()),
            };
            let text =
                quoted(&self.line[self.lexemes[span.start].span.start..self.lexemes[span.end - 1].span.end]);
            self.part(span, Meaning::Unknown, format!("{text} ({hint})"));
        }
    }

    pub fn finish(mut self) -> Understood {
        self.place_the_rest();
        let mut pieces: Vec<(usize, Piece)> = Vec::new();
        for (lexeme, part) in self.lexemes.iter().zip(&self.part_of) {
            let part = part.unwrap_or_default();
            let (meaning, shown) = &self.parts[part];
            match pieces.last_mut() {
                Some((last, piece)) if *last == part => piece.span.end = lexeme.span.end,
                _ => {
                    let piece = Piece { span: lexeme.span.clone(), meaning: *meaning, shown: shown.clone() };
                    pieces.push((part, piece));
                }
            }
        }
        self.questions.sort_by_key(|question| question.span.start);
        Understood {
            pieces: pieces.into_iter().map(|(_, piece)| piece).collect(),
            offer: self.offer,
            line: self.line.to_owned(),
            questions: self.questions,
            problems: self.problems,
        }
    }

    /// Small words go with what follows, periods with what stands before; the rest is unknown.
    fn place_the_rest(&mut self) {
        for (at, lexeme) in self.lexemes.iter().enumerate() {
            let before = at.checked_sub(1).and_then(|before| self.part_of[before]);
            match (&lexeme.kind, before) {
                _ if !self.is_free(at) => {}
                (Kind::Glue | Kind::From, _) => {}
                (Kind::PerYear | Kind::PerOther, Some(part)) => self.join(at, part),
                (Kind::Name, _) => {
                    let goes_on = |next: &usize| {
                        let lexeme = &self.lexemes[*next];
                        lexeme.kind == Kind::Name && lexeme.gap == Gap::Space && self.is_free(*next)
                    };
                    let more = (at + 1..self.lexemes.len()).take_while(goes_on).count();
                    self.unknown(at..at + 1 + more);
                }
                _ => self.unknown(at..at + 1),
            }
        }
        for at in (0..self.lexemes.len()).rev() {
            if let Some(part) = self.part_of.get(at + 1).copied().flatten() {
                self.join(at, part);
            }
        }
        for at in 0..self.lexemes.len() {
            match at.checked_sub(1).and_then(|before| self.part_of[before]) {
                Some(part) => self.join(at, part),
                None => self.unknown(at..at + 1),
            }
        }
    }

    pub fn unknown(&mut self, at: Range<usize>) {
        let text = &self.line[self.lexemes[at.start].span.start..self.lexemes[at.end - 1].span.end];
        self.part(at, Meaning::Unknown, quoted(text));
    }
}

pub(super) fn meaning_of(label: Label) -> Meaning {
    match label {
        Label::Base => Meaning::Base,
        Label::Bonus => Meaning::Bonus,
        Label::Equity(_) => Meaning::Equity,
        Label::Signing => Meaning::Signing,
        Label::Relocation => Meaning::Relocation,
        Label::Other => Meaning::OtherAnnual,
        Label::Total => Meaning::Total,
        Label::Confidence => Meaning::Confidence,
    }
}

/// A name without doubled spaces, and without characters that order or hide instead of showing.
fn tidy(text: &str) -> String {
    let hides = |c: char| {
        c.is_control()
            || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
    };
    let words = text.split_whitespace().map(|word| word.chars().filter(|c| !hides(*c)).collect::<String>());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
