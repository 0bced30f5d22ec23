//! The library as it was when it was last looked at: where each playbook is, and its words.

use std::collections::{HashMap, HashSet};
use std::path::PathBuf;

use super::index::{Damaged, Span, Texts};
use super::refresh::{Files, Trust, refresh};
use super::{BUILT_IN, built_in};
use crate::domain::catalog::full_text::{self, Wanted};
use crate::domain::catalog::{Card, Catalog, Origin};
use crate::domain::text;
use crate::store::failure::Outcome;
use crate::store::home::DataDir;
use crate::store::name;

#[derive(Debug)]
pub(super) struct Shelf {
    texts: Texts,
    /// In the order of the texts, beside the ids of their playbooks.
    spans: Vec<Span>,
    ids: Vec<String>,
    /// The ids and the words of the built-in playbooks.
    built_in: Vec<(String, String)>,
    /// The own playbooks that are not where their id says, or are no files.
    elsewhere: HashMap<String, PathBuf>,
}

impl Shelf {
    /// Looks at the files and puts the cards together.
    pub fn open(data: &DataDir, trust: Trust) -> Outcome<(Self, Catalog)> {
        Ok(Self::of(data, refresh(data, trust)?))
    }

    pub fn of(data: &DataDir, files: Files) -> (Self, Catalog) {
        let Files { entries, texts, unread } = files;
        let folder = data.playbooks();
        let mut cards = Vec::with_capacity(entries.len() + unread.len() + BUILT_IN.len());
        let mut spans = Vec::with_capacity(entries.len());
        let mut astray = Vec::new();
        for entry in entries {
            let place = name::without_yaml(&entry.name);
            if entry.card.id != place {
                astray.push(Astray {
                    card: cards.len(),
                    place: text::line(place).into_owned(),
                    path: folder.join(&entry.name),
                });
            }
            spans.push((entry.text, cards.len()));
            cards.push(entry.card);
        }
        for (found, card) in unread {
            astray.push(Astray { card: cards.len(), place: found.place(), path: folder.join(&found.name) });
            cards.push(card);
        }
        let elsewhere = settle(&mut cards, astray);
        spans.sort_unstable_by_key(|(span, _)| span.start);
        let (spans, ids) = spans.into_iter().map(|(span, at)| (span, cards[at].id.clone())).unzip();
        let mut built_in_words = Vec::new();
        for (id, text) in BUILT_IN {
            if let Ok(loaded) = built_in(id, text)
                && !cards.iter().any(|card| card.id == id)
            {
                cards.push(Card::new(&loaded.playbook, Origin::BuiltIn));
                built_in_words.push((id.to_owned(), full_text::of(&loaded.playbook)));
            }
        }
        (Self { texts, spans, ids, built_in: built_in_words, elsewhere }, Catalog::new(cards))
    }

    /// Where an own playbook is that is no file where its id says.
    pub fn elsewhere(&self, id: &str) -> Option<PathBuf> {
        self.elsewhere.get(id).cloned()
    }

    /// The playbooks that have every word, in no order.
    pub fn full_text(&mut self, wanted: &Wanted) -> Result<Vec<String>, Damaged> {
        let built_in = self.built_in.iter().filter(|(_, text)| wanted.are_in(text));
        let mut found: Vec<String> = built_in.map(|(id, _)| id.clone()).collect();
        let ids = &self.ids;
        self.texts.each(&self.spans, |at, text| {
            if wanted.are_in(text) {
                found.push(ids[at].clone());
            }
        })?;
        Ok(found)
    }
}

/// An own playbook whose place does not lead to it by its id.
#[derive(Debug)]
struct Astray {
    /// Its card's place in the list.
    card: usize,
    /// The id that its file's place gives it.
    place: String,
    path: PathBuf,
}

/// Sees to it that each id is one playbook's, and an id leads to the file at its place first. One
/// whose id is another's is listed by its place, as damaged. Returned is where each is.
fn settle(cards: &mut [Card], astray: Vec<Astray>) -> HashMap<String, PathBuf> {
    let mut elsewhere = HashMap::new();
    if astray.is_empty() {
        return elsewhere;
    }
    let mut taken: HashSet<String> = BUILT_IN.iter().map(|(id, _)| (*id).to_owned()).collect();
    let own_places: HashSet<usize> = astray.iter().map(|astray| astray.card).collect();
    let at_home = cards.iter().enumerate().filter(|(at, _)| !own_places.contains(at));
    taken.extend(at_home.map(|(_, card)| card.id.clone()));
    taken.extend(astray.iter().map(|astray| astray.place.clone()));
    for Astray { card, place, path } in astray {
        let card = &mut cards[card];
        if card.id != place && !taken.insert(card.id.clone()) {
            card.damaged.get_or_insert(format!("Another playbook has the id {}.", card.id));
            card.id = place;
        }
        elsewhere.insert(card.id.clone(), path);
    }
    elsewhere
}
