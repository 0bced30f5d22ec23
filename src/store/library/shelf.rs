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

#[derive(Debug)]
pub(super) struct Shelf {
    /// The ids in the catalog's order.
    ids: Vec<String>,
    texts: Texts,
    /// In the order of the texts, with the playbook's place among the ids.
    spans: Vec<Span>,
    places: Vec<usize>,
    /// The words of the built-in playbooks, in the same way.
    here: Vec<(String, usize)>,
    /// The files of own playbooks that are not where their id says, or are no files.
    elsewhere: HashMap<String, PathBuf>,
}

impl Shelf {
    /// Looks at the files and puts the cards together.
    pub fn open(data: &DataDir, trust: Trust) -> Outcome<(Self, Catalog)> {
        Ok(Self::of_files(data, refresh(data, trust)?))
    }

    pub fn of_files(data: &DataDir, files: Files) -> (Self, Catalog) {
        let Files { entries, texts, unread } = files;
        let folder = data.playbooks();
        let mut own: Vec<Own> = entries
            .into_iter()
            .map(|entry| Own {
                place: text::line(entry.name.strip_suffix(".yaml").unwrap_or(&entry.name)).into_owned(),
                path: folder.join(&entry.name),
                span: Some(entry.text),
                card: entry.card,
            })
            .collect();
        own.extend(unread.into_iter().map(|(found, card)| Own {
            place: found.place,
            path: found.path,
            span: None,
            card,
        }));
        let elsewhere = settle(&mut own);
        Self::of(own, elsewhere, texts)
    }

    fn of(own: Vec<Own>, elsewhere: HashMap<String, PathBuf>, texts: Texts) -> (Self, Catalog) {
        let taken: HashSet<&str> = own.iter().map(|own| own.card.id.as_str()).collect();
        let built_in: Vec<_> = BUILT_IN
            .iter()
            .filter(|(id, _)| !taken.contains(id))
            .filter_map(|(id, text)| built_in(id, text).ok())
            .map(|loaded| loaded.playbook)
            .collect();
        let mut spans = HashMap::new();
        let mut cards: Vec<Card> =
            built_in.iter().map(|playbook| Card::new(playbook, Origin::BuiltIn)).collect();
        for own in own {
            spans.extend(own.span.map(|span| (own.card.id.clone(), span)));
            cards.push(own.card);
        }
        let catalog = Catalog::new(cards);
        let ids: Vec<String> = catalog.cards().iter().map(|card| card.id.clone()).collect();
        let mut placed: Vec<(Span, usize)> =
            ids.iter().enumerate().filter_map(|(at, id)| Some((*spans.get(id)?, at))).collect();
        placed.sort_unstable_by_key(|(span, _)| span.start);
        let (spans, places) = placed.into_iter().unzip();
        let place = |id: &str| ids.iter().position(|known| known == id);
        let here = built_in
            .iter()
            .filter_map(|playbook| Some((full_text::of(playbook), place(&playbook.id)?)))
            .collect();
        (Self { ids, texts, spans, places, here, elsewhere }, catalog)
    }

    /// Where an own playbook is that is no file where its id says.
    pub fn elsewhere(&self, id: &str) -> Option<PathBuf> {
        self.elsewhere.get(id).cloned()
    }

    /// The playbooks that have every word, by company and role.
    pub fn full_text(&mut self, wanted: &Wanted) -> Result<Vec<String>, Damaged> {
        let mut has = vec![false; self.ids.len()];
        for (text, place) in &self.here {
            has[*place] = wanted.are_in(text);
        }
        let places = &self.places;
        self.texts.each(&self.spans, |at, text| has[places[at]] = wanted.are_in(text))?;
        Ok(self.ids.iter().zip(has).filter(|(_, has)| *has).map(|(id, _)| id.clone()).collect())
    }
}

/// An own playbook with its file.
#[derive(Debug)]
struct Own {
    /// The id that its place gives it: an id leads there first.
    place: String,
    path: PathBuf,
    span: Option<Span>,
    card: Card,
}

/// Sees to it that each id is one playbook's. One whose id is another's is listed by its place, as
/// damaged; returned are the files that are not where their id says.
fn settle(own: &mut [Own]) -> HashMap<String, PathBuf> {
    let mut taken: HashSet<String> = own.iter().map(|own| own.place.clone()).collect();
    taken.extend(BUILT_IN.iter().map(|(id, _)| (*id).to_owned()));
    let mut elsewhere = HashMap::new();
    for own in own.iter_mut() {
        if own.card.id == own.place {
            if own.span.is_none() {
                elsewhere.insert(own.card.id.clone(), own.path.clone());
            }
        } else if taken.insert(own.card.id.clone()) {
            elsewhere.insert(own.card.id.clone(), own.path.clone());
        } else {
            own.card.damaged.get_or_insert(format!("Another playbook has the id {}.", own.card.id));
            own.card.id.clone_from(&own.place);
        }
    }
    elsewhere
}
