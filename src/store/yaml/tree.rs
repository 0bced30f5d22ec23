//! A YAML text as a tree in which every value knows its place.
//!
//! Built only when something is wrong, or when a text looks as if it could explode: the ordinary
//! reader is faster, but it cannot say where a missing or a repeated key stands.

use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

use saphyr_parser::{Event, Marker, Parser, ScalarStyle, ScanError};

use super::syntax;
use crate::domain::problem::Problem;
use crate::store::invalid::{Located, Place};

/// How deep a file may nest; ours need six levels.
const DEEPEST: usize = 64;
/// How many values a file may hold; ours hold a few hundred.
pub(super) const MOST_VALUES: usize = 100_000;
/// How much a text may grow when its aliases are written out, in bytes and nodes.
const HEAVIEST: usize = 16 << 20;

/// One value with its place; an alias shares the node it stands for.
#[derive(Debug)]
pub(super) struct Node {
    pub kind: Kind,
    /// The stretch of the text in bytes; of lists and maps only where they begin.
    pub span: Range<usize>,
    /// The size with all aliases written out.
    weight: usize,
}

#[derive(Debug)]
pub(super) enum Kind {
    Scalar { text: String, plain: bool },
    List(Vec<Rc<Node>>),
    Map(Vec<Entry>),
}

/// A key with its value.
#[derive(Debug)]
pub(super) struct Entry {
    pub key: Rc<Node>,
    pub value: Rc<Node>,
}

impl Node {
    /// The text of a key or another scalar.
    pub fn scalar(&self) -> Option<&str> {
        match &self.kind {
            Kind::Scalar { text, .. } => Some(text),
            _ => None,
        }
    }

    pub fn get(&self, key: &str) -> Option<&Entry> {
        match &self.kind {
            Kind::Map(entries) => entries.iter().find(|entry| entry.key.scalar() == Some(key)),
            _ => None,
        }
    }
}

/// Reads a text into its tree.
///
/// # Errors
/// With the place where the text stops being YAML, nests too deep, or grows too large by its aliases.
pub(super) fn build(text: &str) -> Result<Rc<Node>, Box<Located>> {
    let mut building = Building { offsets: Offsets::of(text), text, ..Building::default() };
    let mut parser = Parser::new_from_str(text);
    while let Some(event) = parser.next_event() {
        match event {
            Ok((event, span)) => building.take(event, building.offsets.range(span.start, span.end))?,
            Err(error) => return Err(building.unreadable(&error)),
        }
    }
    building.root.ok_or_else(|| fault(text, 0..0, Problem::new("empty", "This file is damaged: empty file.")))
}

fn fault(text: &str, span: Range<usize>, problem: Problem) -> Box<Located> {
    Box::new(Located { problem, place: Some(Place::of(text, span)) })
}

#[derive(Default)]
struct Building<'t> {
    text: &'t str,
    offsets: Offsets,
    open: Vec<Open>,
    anchors: HashMap<usize, Rc<Node>>,
    values: usize,
    root: Option<Rc<Node>>,
}

/// A list or a map that is not at its end yet.
struct Open {
    map: bool,
    anchor: usize,
    span: Range<usize>,
    items: Vec<Rc<Node>>,
}

impl Building<'_> {
    fn take(&mut self, event: Event<'_>, span: Range<usize>) -> Result<(), Box<Located>> {
        match event {
            Event::DocumentStart(_) if self.root.is_some() => {
                let problem = Problem::new("several-documents", "A second document begins here.")
                    .hint("Keep one document in a file: remove the `---` line and what follows it.");
                Err(fault(self.text, span, problem))
            }
            Event::SequenceStart(anchor, _) => self.begin(false, anchor, span),
            Event::MappingStart(anchor, _) => self.begin(true, anchor, span),
            Event::SequenceEnd | Event::MappingEnd => self.end(),
            Event::Scalar(text, style, anchor, _) => {
                let weight = text.len().saturating_add(1);
                let plain = style == ScalarStyle::Plain;
                // The parser gives `~` for a value that is not there at all.
                let text = if plain && span.is_empty() { String::new() } else { text.into_owned() };
                let kind = Kind::Scalar { text, plain };
                self.put(Rc::new(Node { kind, span, weight }), anchor)
            }
            Event::Alias(anchor) => match self.anchors.get(&anchor) {
                Some(node) => {
                    let node = Rc::clone(node);
                    self.put(node, 0)
                }
                None => Err(fault(
                    self.text,
                    span,
                    Problem::new("alias-unknown", "This alias stands inside the value that it names."),
                )),
            },
            _ => Ok(()),
        }
    }

    fn begin(&mut self, map: bool, anchor: usize, span: Range<usize>) -> Result<(), Box<Located>> {
        if self.open.len() >= DEEPEST {
            let message = format!("This nests more than {DEEPEST} levels deep.");
            return Err(fault(self.text, span, Problem::new("too-deep", message)));
        }
        self.open.push(Open { map, anchor, span, items: Vec::new() });
        Ok(())
    }

    fn end(&mut self) -> Result<(), Box<Located>> {
        let Some(Open { map, anchor, span, items }) = self.open.pop() else { return Ok(()) };
        let weight = items.iter().fold(1_usize, |sum, item| sum.saturating_add(item.weight));
        let kind = if map {
            let mut items = items.into_iter();
            let pairs = std::iter::from_fn(|| Some(Entry { key: items.next()?, value: items.next()? }));
            Kind::Map(pairs.collect())
        } else {
            Kind::List(items)
        };
        self.put(Rc::new(Node { kind, span, weight }), anchor)
    }

    fn put(&mut self, node: Rc<Node>, anchor: usize) -> Result<(), Box<Located>> {
        self.values += 1;
        if self.values > MOST_VALUES {
            let message = format!("This file holds more than {MOST_VALUES} values.");
            return Err(fault(self.text, node.span.clone(), Problem::new("too-many", message)));
        }
        if node.weight > HEAVIEST {
            let message = format!("Its aliases make this larger than {} MiB.", HEAVIEST >> 20);
            let problem = Problem::new("alias-bomb", message).hint("Write values out instead of `*alias`.");
            return Err(fault(self.text, node.span.clone(), problem));
        }
        if anchor != 0 {
            self.anchors.insert(anchor, Rc::clone(&node));
        }
        match self.open.last_mut() {
            Some(open) => open.items.push(node),
            None => self.root = Some(node),
        }
        Ok(())
    }

    fn unreadable(&self, error: &ScanError) -> Box<Located> {
        let at = self.offsets.byte(error.marker().index());
        if error.info().contains("recursion limit") {
            let message = format!("This nests more than {DEEPEST} levels deep.");
            return fault(self.text, at..at, Problem::new("too-deep", message));
        }
        Box::new(syntax::fault(self.text, at, error.info()))
    }
}

/// Where each character begins, since the parser counts characters; empty for ASCII.
#[derive(Default)]
struct Offsets {
    starts: Vec<usize>,
    len: usize,
}

impl Offsets {
    fn of(text: &str) -> Self {
        let starts =
            if text.is_ascii() { Vec::new() } else { text.char_indices().map(|(at, _)| at).collect() };
        Self { starts, len: text.len() }
    }

    fn byte(&self, index: usize) -> usize {
        if self.starts.is_empty() {
            index.min(self.len)
        } else {
            self.starts.get(index).copied().unwrap_or(self.len)
        }
    }

    fn range(&self, start: Marker, end: Marker) -> Range<usize> {
        let start = self.byte(start.index());
        start..self.byte(end.index()).max(start)
    }
}
