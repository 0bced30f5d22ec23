//! A playbook beside its neighbours: who else hires for the role, what else the company hires for.

use std::collections::BTreeMap;

use super::{Card, Library};
use crate::domain::catalog::Place;
use crate::domain::money::{Currency, Decimal};

/// Which neighbours are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turned {
    /// The same role at other companies.
    Companies,
    /// Other roles at the same company.
    Roles,
}

/// Playbooks side by side, those in the subject's region and currency first, the best paid in front.
#[derive(Debug)]
pub struct Beside {
    /// The playbook that the others are compared with, by its id; `None` where a search without
    /// results led here.
    pub subject: Option<String>,
    pub title: String,
    pub turned: Turned,
    pub rows: Vec<BesideRow>,
    pub selected: usize,
    pub top: usize,
    /// One scale for all bands in one currency.
    pub scale: Option<Scale>,
}

/// One playbook of the comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BesideRow {
    /// The card's place in the catalog.
    pub card: usize,
    /// The place of the band that is compared.
    pub place: Option<usize>,
}

/// The ends of the ruler that all bands are drawn on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scale {
    pub currency: Currency,
    pub low: Decimal,
    pub high: Decimal,
}

/// Which band of each playbook is compared.
#[derive(Debug, Clone, Default)]
struct Wanted {
    region: Option<String>,
    currency: Option<Currency>,
}

impl Beside {
    /// The neighbours of a playbook, compared where the filters say, else in its first region.
    pub(super) fn of(library: &Library, subject: &str, turned: Turned) -> Option<Self> {
        let catalog = library.catalog.as_ref()?;
        let card = library.card(subject)?;
        let neighbours = catalog.neighbours(subject);
        let (mut cards, title) = match turned {
            Turned::Companies => {
                (neighbours.same_role_elsewhere, format!("{}, company by company", card.role))
            }
            Turned::Roles => (neighbours.other_roles_here, format!("{}, role by role", card.company)),
        };
        cards.push(catalog.place_of(subject)?);
        let place = library.place(card);
        let wanted = Wanted {
            region: place.map(|place| place.region.clone()),
            currency: place.map(|place| place.currency),
        };
        let mut beside = Self::new(library.cards(), cards, &wanted, title, turned);
        beside.selected = beside.row_of(library, subject).unwrap_or(0);
        beside.subject = Some(subject.to_owned());
        Some(beside)
    }

    /// The ways on where nothing was found: playbooks for the role, or for the company.
    pub(super) fn asked(library: &Library, turned: Turned) -> Option<Self> {
        let advice = library.advice.as_ref()?;
        let (cards, title) = match turned {
            Turned::Companies => {
                let role = advice.role.as_deref().unwrap_or_default();
                (&advice.same_role_elsewhere, format!("“{role}”, company by company"))
            }
            Turned::Roles => {
                let company = advice.known_company.as_deref().unwrap_or_default();
                (&advice.same_family_here, format!("{company}, role by role"))
            }
        };
        if cards.is_empty() {
            return None;
        }
        let query = library.query();
        let mut wanted = Wanted { region: query.region, currency: query.currency };
        if wanted.region.is_none() {
            wanted.take_most(cards.iter().filter_map(|at| library.cards().get(*at)));
        }
        Some(Self::new(library.cards(), cards.clone(), &wanted, title, turned))
    }

    fn new(cards: &[Card], of: Vec<usize>, wanted: &Wanted, title: String, turned: Turned) -> Self {
        let mut rows: Vec<BesideRow> = of
            .into_iter()
            .filter_map(|at| Some(BesideRow { card: at, place: wanted.place(cards.get(at)?) }))
            .collect();
        let place = |row: &BesideRow| row.place(cards);
        rows.sort_by_cached_key(|row| {
            let top = place(row).and_then(|place| Some(place.base?.high.amount()));
            (wanted.distance(place(row)), std::cmp::Reverse(top))
        });
        let currency = wanted.currency;
        let bases = || {
            let same = rows.iter().filter_map(place).filter(|place| Some(place.currency) == currency);
            same.filter_map(|place| place.base)
        };
        let scale = currency.and_then(|currency| {
            let low = bases().map(|base| base.low.amount()).min()?;
            let high = bases().map(|base| base.high.amount()).max()?;
            Some(Scale { currency, low, high })
        });
        Self { subject: None, title, turned, rows, selected: 0, top: 0, scale }
    }

    pub(super) fn row_of(&self, library: &Library, id: &str) -> Option<usize> {
        let cards = library.cards();
        self.rows.iter().position(|row| cards.get(row.card).is_some_and(|card| card.id == id))
    }

    pub(super) fn step(&mut self, by: isize) {
        self.selected = self.selected.saturating_add_signed(by).min(self.rows.len().saturating_sub(1));
    }

    pub(super) fn current<'a>(&self, library: &'a Library) -> Option<&'a Card> {
        library.cards().get(self.rows.get(self.selected)?.card)
    }
}

impl BesideRow {
    /// The band that is compared.
    pub fn place<'a>(&self, cards: &'a [Card]) -> Option<&'a Place> {
        cards.get(self.card)?.places.get(self.place?)
    }
}

impl Wanted {
    /// Takes the region that most of the cards have, in the currency that is wanted.
    fn take_most<'a>(&mut self, cards: impl Iterator<Item = &'a Card>) {
        let mut counts: BTreeMap<(&str, Currency), usize> = BTreeMap::new();
        for place in cards.flat_map(|card| &card.places) {
            if self.currency.is_none_or(|currency| currency == place.currency) {
                *counts.entry((&place.region, place.currency)).or_default() += 1;
            }
        }
        if let Some(((region, currency), _)) = counts.into_iter().max_by_key(|(_, count)| *count) {
            (self.region, self.currency) = (Some(region.to_owned()), Some(currency));
        }
    }

    /// The place of a card's band that comes nearest.
    fn place(&self, card: &Card) -> Option<usize> {
        (0..card.places.len()).min_by_key(|at| self.distance(card.places.get(*at)))
    }

    fn distance(&self, place: Option<&Place>) -> u8 {
        let Some(place) = place else { return 3 };
        let is_there = self
            .region
            .as_ref()
            .is_some_and(|region| place.region.to_lowercase().contains(&region.to_lowercase()));
        match (is_there, self.currency.is_none_or(|currency| currency == place.currency)) {
            (true, true) => 0,
            (false, true) => 1,
            (_, false) => 2,
        }
    }
}
