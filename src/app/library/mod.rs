//! The library: playbooks found by words, narrowed by region and currency, looked at, compared,
//! taken in.

mod beside;
mod commands;
mod errand;
mod facet;
mod news;
mod pages;
mod review;

pub use beside::{Beside, BesideRow, Turned};
pub use errand::{Beginning, Errand, Fault, Looked, News, ReadGuide};
pub use facet::Facet;
pub use review::{Review, ReviewRow};

use super::command::Context;
use super::editor::Editor;
use crate::domain::catalog::{Advice, Card, Catalog, Place, Query};
use crate::domain::playbook::ANY_COMPANY;

/// Where keys go while the list is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Field {
    #[default]
    Words,
    Region,
    Currency,
}

/// What lies over the list.
#[derive(Debug)]
pub enum Page {
    /// A playbook to read, by its id.
    Playbook(String),
    Beside(Beside),
    Review(Box<Review>),
}

/// The library's screen.
#[derive(Debug, Default)]
pub struct Library {
    /// `None` until it was read.
    pub catalog: Option<Catalog>,
    pub words: Editor,
    pub region: Facet,
    pub currency: Facet,
    pub field: Field,
    /// What was found, as places in the catalog; without the general playbook, which has the first
    /// row whatever is looked for.
    pub found: Vec<usize>,
    /// The ways on where nothing was found.
    pub advice: Option<Advice>,
    /// The selected row.
    pub selected: usize,
    /// The first row that was drawn.
    pub top: usize,
    /// The playbook that was read last.
    pub looked: Option<Looked>,
    /// The last one is shown; without any the list is.
    pub pages: Vec<Page>,
    general: Option<usize>,
    has_options: bool,
    /// What is to be selected when the list comes, by its id.
    awaited: Option<String>,
}

impl Library {
    pub fn context(&self) -> Context {
        match (self.pages.last(), self.field) {
            (Some(Page::Playbook(_)), _) => Context::Playbook,
            (Some(Page::Beside(_)), _) => Context::Beside,
            (Some(Page::Review(_)), _) => Context::Review,
            (None, Field::Words) => Context::Library,
            (None, _) => Context::Facet,
        }
    }

    pub fn cards(&self) -> &[Card] {
        self.catalog.as_ref().map_or(&[], Catalog::cards)
    }

    /// The playbook that serves any company.
    pub fn general(&self) -> Option<&Card> {
        self.cards().get(self.general?)
    }

    /// How many playbooks there are beside the general one.
    pub fn total(&self) -> usize {
        self.cards().len() - usize::from(self.general.is_some())
    }

    /// How many rows the list has, the general playbook's among them.
    pub fn rows(&self) -> usize {
        self.found.len() + usize::from(self.general.is_some())
    }

    /// The card of a row.
    pub fn row(&self, at: usize) -> Option<&Card> {
        let at = match (self.general, at) {
            (Some(general), 0) => general,
            (Some(_), at) => *self.found.get(at - 1)?,
            (None, at) => *self.found.get(at)?,
        };
        self.cards().get(at)
    }

    pub fn current(&self) -> Option<&Card> {
        self.row(self.selected)
    }

    pub fn card(&self, id: &str) -> Option<&Card> {
        self.cards().iter().find(|card| card.id == id)
    }

    /// Whether anything narrows the list.
    pub fn is_narrowed(&self) -> bool {
        !self.words.text().trim().is_empty() || self.is_filtered()
    }

    pub fn is_filtered(&self) -> bool {
        self.region.value().is_some() || self.currency.value().is_some()
    }

    pub fn query(&self) -> Query {
        Query {
            words: self.words.text().to_owned(),
            region: self.region.value().map(str::to_owned),
            currency: self.currency.value().and_then(|code| code.to_uppercase().parse().ok()),
        }
    }

    /// The band that stands for a playbook in the list: the one asked for, else its first.
    pub fn place<'a>(&self, card: &'a Card) -> Option<&'a Place> {
        self.place_asked(card).or_else(|| card.places.first())
    }

    /// The band that the filters ask for; without any, the one whose region the search names.
    pub(super) fn place_asked<'a>(&self, card: &'a Card) -> Option<&'a Place> {
        let Query { words, region, currency } = self.query();
        let is_paid = |place: &&Place| currency.is_none_or(|currency| currency == place.currency);
        let mut paid = card.places.iter().filter(is_paid);
        if let Some(region) = region.map(|region| region.to_lowercase()) {
            return paid.clone().find(|place| place.region.to_lowercase().contains(&region)).or(paid.next());
        }
        let words = words.to_lowercase();
        let named = paid.clone().find(|place| {
            let region = place.region.to_lowercase();
            let names: Vec<&str> = region.split(|c: char| !c.is_alphanumeric()).collect();
            let typed = words.split_whitespace().filter(|word| word.chars().count() > 2);
            typed.into_iter().any(|word| names.iter().any(|name| name.starts_with(word)))
        });
        named.or_else(|| paid.next().filter(|_| currency.is_some()))
    }

    /// What has to be read for the screen: the playbook that is shown.
    pub fn wanted(&self) -> Option<Errand> {
        let shown = match self.pages.last() {
            Some(Page::Playbook(id)) => self.card(id),
            Some(_) => None,
            None => self.current(),
        };
        let id = &shown.filter(|card| card.damaged.is_none())?.id;
        let is_there = self.looked.as_ref().is_some_and(|looked| looked.id == *id);
        (!is_there).then(|| Errand::Look(id.clone()))
    }

    /// Begins anew; what was read of the library stays until it is read again.
    pub(super) fn reset(&mut self) {
        let catalog = self.catalog.take();
        *self = Self { catalog, ..Self::default() };
        self.find();
    }

    /// Takes in the library as it was read, and keeps the selection.
    pub(super) fn fill(&mut self, catalog: Catalog) {
        let selected = self.awaited.take().or_else(|| self.current().map(|card| card.id.clone()));
        self.catalog = Some(catalog);
        self.looked = None;
        self.has_options = false;
        self.find();
        if let Some(id) = selected
            && let Some(row) = (0..self.rows()).find(|row| self.row(*row).is_some_and(|card| card.id == id))
        {
            self.selected = row;
        }
        self.renew_pages();
    }

    /// Has a playbook selected as soon as the list holds it.
    pub(super) fn await_card(&mut self, id: String) {
        self.looked = None;
        self.awaited = Some(id);
    }

    /// Counts what the filters offer, once they are gone to.
    fn fill_facets(&mut self) {
        if std::mem::replace(&mut self.has_options, true) {
            return;
        }
        let places = || self.catalog.iter().flat_map(Catalog::cards).map(|card| &card.places);
        let regions = facet::count(places().map(|places| places.iter().map(|place| place.region.as_str())));
        let currencies =
            facet::count(places().map(|places| places.iter().map(|place| place.currency.code())));
        self.region.fill(regions);
        self.currency.fill(currencies);
    }

    /// Looks for what is asked, and selects the best.
    pub(super) fn find(&mut self) {
        let query = self.query();
        let Some(catalog) = &self.catalog else { return };
        self.found = catalog.search(&query);
        let has_words = !query.words.trim().is_empty();
        self.advice = (self.found.is_empty() && has_words).then(|| catalog.advise(&query.words));
        let serves = |at: &usize| catalog.cards().get(*at).is_some_and(serves_anybody);
        let near = self.advice.as_ref().and_then(|advice| advice.general.iter().copied().find(serves));
        self.general = near.or_else(|| catalog.cards().iter().position(serves_anybody));
        self.found.retain(|at| Some(*at) != self.general);
        self.selected = usize::from(self.general.is_some() && !self.found.is_empty());
        self.top = 0;
    }

    /// Remembers where a list was drawn from.
    pub(super) fn drawn_from(&mut self, top: usize) {
        match self.pages.last_mut() {
            None => self.top = top,
            Some(Page::Beside(beside)) => beside.top = top,
            Some(Page::Review(review)) => review.top = top,
            Some(Page::Playbook(_)) => {}
        }
    }
}

/// Whether a playbook is there for companies that have none.
fn serves_anybody(card: &Card) -> bool {
    card.id.starts_with(ANY_COMPANY) && card.is_general() && card.damaged.is_none()
}
