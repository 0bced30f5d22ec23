//! The library's names taken apart once, so that a key costs little: thousands of cards share a few
//! hundred companies, roles and places.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::OnceLock;

use super::{Card, words};

/// A name with its words.
#[derive(Debug)]
pub(super) struct Name {
    pub words: Vec<String>,
    /// All words in one, for names that are typed without their spaces.
    pub joined: String,
    /// The words behind one another, and the telling ones of them.
    pub spelled: String,
    pub phrase: String,
}

/// Each name once, known by its number.
#[derive(Debug, Default)]
pub(super) struct Names {
    pub list: Vec<Name>,
}

/// The numbers of a card's names.
#[derive(Debug)]
pub(super) struct Row {
    pub company: usize,
    pub role: usize,
    /// In [`Vocabulary::row_places`].
    pub places: Range<usize>,
    /// In [`Vocabulary::row_grades`]: the levels of its bands.
    pub grades: Range<usize>,
}

/// The names of all cards.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    pub companies: Names,
    pub roles: Names,
    pub places: Names,
    pub grades: Names,
    pub rows: Vec<Row>,
    pub row_places: Vec<usize>,
    pub row_grades: Vec<usize>,
    levels: OnceLock<Levels>,
}

/// The levels that the cards map to, taken apart when one is first asked for.
#[derive(Debug, Default)]
pub(super) struct Levels {
    pub known: HashMap<String, usize>,
    /// For each card its levels, each as the numbers of its words.
    pub rows: Vec<Vec<Level>>,
}

#[derive(Debug)]
pub(super) struct Level {
    pub words: Vec<usize>,
    /// Whether it names the card's own company.
    pub is_own: bool,
}

impl Vocabulary {
    pub fn of(cards: &[Card]) -> Self {
        let mut vocabulary = Self::default();
        let mut known = [(); 4].map(|()| HashMap::new());
        let [companies, roles, places, grades] = &mut known;
        for card in cards {
            let first_place = vocabulary.row_places.len();
            let first_grade = vocabulary.row_grades.len();
            for place in &card.places {
                vocabulary.row_places.push(vocabulary.places.number(places, &place.region));
                let grade = place.level.as_deref().map(|level| vocabulary.grades.number(grades, level));
                vocabulary.row_grades.extend(grade);
            }
            vocabulary.rows.push(Row {
                company: vocabulary.companies.number(companies, &card.company),
                role: vocabulary.roles.number(roles, &card.role),
                places: first_place..vocabulary.row_places.len(),
                grades: first_grade..vocabulary.row_grades.len(),
            });
        }
        vocabulary
    }

    pub fn levels(&self, cards: &[Card]) -> &Levels {
        self.levels.get_or_init(|| Levels::of(cards))
    }
}

impl Names {
    /// Whether two names are written with the same words.
    pub fn are_same(&self, one: usize, other: usize) -> bool {
        let words = |at: usize| self.list.get(at).map(|name| &name.words);
        one == other || words(one) == words(other)
    }

    fn number<'a>(&mut self, known: &mut HashMap<&'a str, usize>, text: &'a str) -> usize {
        *known.entry(text).or_insert_with(|| {
            let words = words::split(text);
            let phrase = words::telling(&words).join(" ");
            let (joined, spelled) = (words.concat(), words.join(" "));
            self.list.push(Name { words, joined, spelled, phrase });
            self.list.len().saturating_sub(1)
        })
    }
}

impl Levels {
    fn of(cards: &[Card]) -> Self {
        let mut levels = Self::default();
        for card in cards {
            let own = words::split(&card.company).into_iter().next();
            let row = card.levels.iter().map(|text| {
                let words = words::split(text);
                let is_own = own.as_ref().is_some_and(|own| words.contains(own));
                let words = words.into_iter().map(|word| {
                    let next = levels.known.len();
                    *levels.known.entry(word).or_insert(next)
                });
                Level { words: words.collect(), is_own }
            });
            let row = row.collect();
            levels.rows.push(row);
        }
        levels
    }
}
