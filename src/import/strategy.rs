//! The guide's strategy: what it asks for in the end, where it would stop, what is said of it aloud.

use super::ask::{self, Said};
use super::document::{Document, Kind};
use super::lever::Part;
use super::role::Role;
use super::section::{self, Topic};
use super::term::Term;
use crate::domain::money::Currency;

/// The strategy as the guide prints it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Draft {
    pub line: usize,
    pub parts: Vec<Part>,
}

/// The amounts of a text, one for each term, in one currency.
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
    let is_ask = |said: &&Said| said.role == Role::Ask && said.term.is_some_and(|term| term != Term::Other);
    let currency = said.iter().find(is_ask).and_then(Said::currency);
    let mut asks: Vec<Said> = Vec::new();
    for said in said.iter().filter(is_ask).filter(|said| said.currency() == currency) {
        let closes = closes(text, said);
        match asks.iter_mut().find(|known| known.term == said.term) {
            Some(known) if closes && !self::closes(text, known) => *known = said.clone(),
            Some(_) => {}
            None => asks.push(said.clone()),
        }
    }
    let mut floors: Vec<Said> = Vec::new();
    let stops = said.iter().filter(|said| said.role == Role::Floor);
    let currency_of_floors = currency.or_else(|| stops.clone().find_map(Said::currency));
    for said in stops.filter(|said| said.currency() == currency_of_floors) {
        if floors.iter().all(|known| known.term != said.term) {
            floors.push(said.clone());
        }
    }
    Amounts { currency: currency_of_floors, asks, floors }
}

/// Whether a figure is the one to end on: "To close, request …", "by anchoring at …".
fn closes(text: &str, said: &Said) -> bool {
    let before = text[said.sentence.start..said.figure.range.start].to_lowercase();
    before.trim_start().starts_with("to close") || before.contains("by anchoring")
}
