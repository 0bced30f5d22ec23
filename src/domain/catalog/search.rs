//! Finding playbooks by words, narrowed by region and currency.

use std::cmp::{Ordering, Reverse};
use std::collections::{BTreeMap, HashSet};
use std::sync::OnceLock;

use super::reading::{Fit, Reading};
use super::vocabulary::Vocabulary;
use super::{Card, Place, Query, alias, words};

/// The cards of a library, ready to be searched.
#[derive(Debug, Default)]
pub struct Catalog {
    cards: Vec<Card>,
    vocabulary: OnceLock<Vocabulary>,
}

impl Catalog {
    /// Takes the cards in, by company and role.
    pub fn new(mut cards: Vec<Card>) -> Self {
        cards.sort_by(|a, b| {
            by_letters(&a.company, &b.company)
                .then_with(|| by_letters(&a.role, &b.role))
                .then_with(|| a.id.cmp(&b.id))
        });
        Self { cards, vocabulary: OnceLock::new() }
    }

    /// The names of all cards, taken apart for the first search.
    pub(super) fn vocabulary(&self) -> &Vocabulary {
        self.vocabulary.get_or_init(|| Vocabulary::of(&self.cards))
    }

    /// Every card, by company and role; what the functions here return are places in it.
    pub fn cards(&self) -> &[Card] {
        &self.cards
    }

    pub fn place_of(&self, id: &str) -> Option<usize> {
        self.cards.iter().position(|card| card.id == id)
    }

    /// The places of the cards with these ids, in the cards' order.
    pub fn places_of(&self, ids: &[String]) -> Vec<usize> {
        let ids: HashSet<&String> = ids.iter().collect();
        let cards = self.cards.iter().enumerate();
        cards.filter(|(_, card)| ids.contains(&card.id)).map(|(at, _)| at).collect()
    }

    /// The cards that a query asks for, the best first; without words in their order.
    ///
    /// Every word has to be answered: by the company, the role, a level or a place. A level and a
    /// place give way where nothing has them.
    pub fn search(&self, query: &Query) -> Vec<usize> {
        let mut found = self.ranked(&query.words);
        let region = query.region.as_deref().map(Region::new);
        let fits = |place: &Place| {
            region.as_ref().is_none_or(|region| region.is_in(&place.region))
                && query.currency.is_none_or(|currency| currency == place.currency)
        };
        if region.is_some() || query.currency.is_some() {
            found.retain(|at| self.cards.get(*at).is_some_and(|card| card.places.iter().any(fits)));
        }
        found
    }

    /// The regions of all bands, those of most playbooks first.
    pub fn regions(&self) -> Vec<&str> {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for place in self.cards.iter().flat_map(|card| &card.places) {
            let count = counts.entry(&place.region).or_default();
            *count = count.saturating_add(1);
        }
        let mut regions: Vec<(&str, usize)> = counts.into_iter().collect();
        regions.sort_by_key(|(_, count)| Reverse(*count));
        regions.into_iter().map(|(region, _)| region).collect()
    }

    fn ranked(&self, text: &str) -> Vec<usize> {
        let reading = Reading::of(text, &self.cards, self.vocabulary());
        let all = 0..self.cards.len();
        if reading.terms.is_empty() {
            return all.collect();
        }
        let fits: Vec<(usize, Fit)> = all.filter_map(|at| Some((at, reading.fit(at)?))).collect();
        let answering = |forgiven: u32| {
            let fitting = fits.iter().filter(|(_, fit)| fit.missing & !forgiven == 0);
            let is_damaged = |at: usize| self.cards.get(at).is_some_and(|card| card.damaged.is_some());
            let mut found: Vec<_> =
                fitting.map(|(at, fit)| (Reverse(fit.score), is_damaged(*at), *at)).collect();
            found.sort_unstable();
            found.into_iter().map(|(_, _, at)| at).collect::<Vec<_>>()
        };
        let found = answering(0);
        let wishes = reading.wishes();
        let is_all = usize::try_from(wishes.count_ones()) == Ok(reading.terms.len());
        if found.is_empty() && wishes != 0 && !is_all { answering(wishes) } else { found }
    }
}

/// The order of two names whose capitals do not count.
fn by_letters(a: &str, b: &str) -> Ordering {
    if a == b {
        return Ordering::Equal;
    }
    a.chars().flat_map(char::to_lowercase).cmp(b.chars().flat_map(char::to_lowercase))
}

/// A region as it is asked for: `london` is in `London (HQ)`, `nyc` in `New York`.
#[derive(Debug)]
struct Region {
    names: Vec<Vec<String>>,
}

impl Region {
    fn new(text: &str) -> Self {
        let typed = words::split(text);
        let others = alias::places(&typed.join(" ")).iter().map(|name| words::split(name));
        let names = others.chain([typed.clone()]).collect();
        Self { names }
    }

    fn is_in(&self, region: &str) -> bool {
        let region = words::split(region);
        self.names.iter().any(|name| words::hold(&region, name))
    }
}
