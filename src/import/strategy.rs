//! The guide's strategy: what it asks for in the end, where it would stop, what is said of it aloud.

use super::ask::{self, Said};
use super::document::{Document, Kind};
use super::lever::Part;
use super::role::Role;
use super::section::{self, Topic};
use super::term::Term;
use crate::domain::money::{Currency, Decimal};

/// The longest strategy, in bytes; what follows is another part of the guide.
const LONGEST: usize = 6_000;

/// The strategy as the guide prints it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Draft {
    pub line: usize,
    pub parts: Vec<Part>,
}

/// The amounts of a text; for each term the one that counts most comes first, those in the main
/// currency before all others.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Amounts {
    pub currency: Option<Currency>,
    pub asks: Vec<Said>,
    pub floors: Vec<Said>,
}

/// The strategy of a guide; the first that says something.
pub fn read(document: &Document) -> Option<Draft> {
    section::sections(document, Topic::Strategy)
        .map(|section| {
            let block = &document.blocks[section.at];
            let mut draft = Draft { line: block.prose.line(), parts: Vec::new() };
            let text = &block.prose.text;
            let rest = text[section.heading.rest..].trim();
            if !rest.is_empty() {
                let line = block.prose.line_at(text.len() - text[section.heading.rest..].trim_start().len());
                draft.parts.push(Part { text: rest.to_owned(), line, is_quoted: false });
            }
            let is_quoted = block.is_quoted;
            let body = document.blocks[section.body].iter();
            let body =
                body.take_while(|next| if is_quoted { next.is_quoted } else { next.kind != Kind::Rule });
            draft.parts.extend(body.filter(|next| !next.prose.text.trim().is_empty()).map(|next| Part {
                text: next.prose.text.trim().to_owned(),
                line: next.prose.line(),
                is_quoted: false,
            }));
            let mut length = 0;
            draft.parts.retain(|part| {
                length += part.text.len();
                length <= LONGEST
            });
            draft
        })
        .find(|draft| !draft.parts.is_empty())
}

impl Draft {
    pub fn text(&self) -> String {
        self.parts.iter().map(|part| part.text.as_str()).collect::<Vec<_>>().join(" ")
    }
}

/// What a text asks for and where it stops. The first place it names is the one that counts; a
/// closing ask ("To close, request …") takes the place of the opening one.
pub fn amounts(text: &str) -> Amounts {
    let said: Vec<Said> = ask::read(text).into_iter().filter(|said| !said.is_repeat).collect();
    let is_ask = |said: &&Said| said.role == Role::Ask && said.term != Some(Term::Other);
    let currency = said.iter().find(is_ask).and_then(Said::currency);
    let mut asks: Vec<Said> = said.iter().filter(is_ask).cloned().collect();
    asks.sort_by_key(|said| (said.currency() != currency, !closes(text, said)));
    let stops = said.iter().filter(|said| said.role == Role::Floor);
    let currency_of_floors = currency.or_else(|| stops.clone().find_map(Said::currency));
    let mut floors: Vec<Said> = stops.filter(|said| said.currency() == currency_of_floors).cloned().collect();
    floors.sort_by_key(|said| walks(text, said));
    Amounts { currency: currency_of_floors, asks, floors }
}

impl Amounts {
    /// The base that is asked for.
    pub fn base(&self) -> Option<(Currency, Decimal)> {
        let base = self.asks.iter().find(|said| said.term == Some(Term::Base))?;
        Some((base.currency()?, base.amount()))
    }
}

/// Whether a figure is where to walk away, which lies below where to accept.
fn walks(text: &str, said: &Said) -> bool {
    let before = text[said.sentence.start..said.figure.range.start].to_lowercase();
    before.contains("walk away below") || before.contains("walk below")
}

/// Whether a figure is the one to end on: "To close, request …", "by anchoring at …".
fn closes(text: &str, said: &Said) -> bool {
    let before = text[said.sentence.start..said.figure.range.start].to_lowercase();
    before.trim_start().starts_with("to close") || before.contains("by anchoring")
}
