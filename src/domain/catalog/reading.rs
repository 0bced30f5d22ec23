//! What was typed held against every name of the library, once a key; a card then only adds up.

use super::Card;
use super::hit::{Guess, Hit, worth};
use super::term::Term;
use super::vocabulary::{Level, Levels, Name, Names, Row, Vocabulary};

/// Each term's fit to each name, by the names' numbers.
#[derive(Debug)]
pub(super) struct Reading<'a> {
    vocabulary: &'a Vocabulary,
    pub terms: Vec<Fits>,
    levels: Option<AskedLevels<'a>>,
    /// What was typed, its words behind one another, and the same without idle ones.
    phrases: [String; 2],
}

/// One term with its fits.
#[derive(Debug)]
pub(super) struct Fits {
    pub term: Term,
    pub companies: Vec<Hit>,
    roles: Vec<Hit>,
    places: Vec<Hit>,
    grades: Vec<Hit>,
}

#[derive(Debug)]
struct AskedLevels<'a> {
    levels: &'a Levels,
    /// For each word of the levels the terms that are this word, a bit each.
    terms: Vec<u32>,
    /// The terms that are levels.
    asked: u32,
}

/// What a card comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Fit {
    pub score: u32,
    /// Terms that it does not answer, a bit each.
    pub missing: u32,
}

impl<'a> Reading<'a> {
    pub fn of(text: &str, cards: &[Card], vocabulary: &'a Vocabulary) -> Self {
        let all = super::words::split(text);
        let phrases = [all.join(" "), super::words::telling(&all).join(" ")];
        let terms = Term::all(text);
        let levels = AskedLevels::of(&terms, || vocabulary.levels(cards));
        let terms = terms.into_iter().zip(0..).map(|(term, at)| {
            let fits = Fits::of(term, vocabulary, Guess::No);
            let in_levels = levels.as_ref().is_some_and(|levels| levels.name(at));
            if fits.is_empty() && !in_levels { Fits::of(fits.term, vocabulary, Guess::Typos) } else { fits }
        });
        let terms = terms.collect();
        Self { vocabulary, terms, levels, phrases }
    }

    /// For each term whether only places and levels answer to it: such a wish gives way where it
    /// cannot be had.
    pub fn are_wishes(&self) -> impl Iterator<Item = bool> {
        self.terms.iter().zip(0..).map(|(fits, at)| {
            let is_known = [&fits.places, &fits.grades].into_iter().flatten().any(|hit| !hit.is_none())
                || self.levels.as_ref().is_some_and(|levels| levels.name(at));
            is_known && fits.best_company() == 0 && fits.best_role() == 0
        })
    }

    /// The terms that are wishes, a bit each.
    pub fn wishes(&self) -> u32 {
        self.are_wishes()
            .zip(0..)
            .fold(0, |wishes, (is_wish, at)| if is_wish { wishes | bit(at) } else { wishes })
    }

    /// A card's fit, by its place among the cards.
    pub fn fit(&self, at: usize) -> Option<Fit> {
        let row = self.vocabulary.rows.get(at)?;
        let company = self.vocabulary.companies.list.get(row.company)?;
        let role = self.vocabulary.roles.list.get(row.role)?;
        if self.is_exactly(company, role) {
            return Some(Fit { score: u32::MAX, missing: 0 });
        }
        let (own, elsewhere) = self.levels.as_ref().map_or((0, 0), |levels| levels.answered(at));
        let mut sum = self.sum(row, own, 0);
        // Somebody who asks for Amazon's L5 does not mean Google's.
        if !sum.names_company && elsewhere != 0 {
            sum = self.sum(row, own, elsewhere);
        }
        if sum.names_company {
            sum.missing &= !self.levels.as_ref().map_or(0, |levels| levels.asked);
        }
        Some(sum.fit(company, role))
    }

    /// Adds a card's terms up; the bits are the terms that its levels answer, of its own company and
    /// of others.
    fn sum(&self, row: &Row, own_level: u32, level_elsewhere: u32) -> Sum {
        let mut sum = Sum::default();
        for (fits, place) in self.terms.iter().zip(0..) {
            let bit = bit(place);
            let hit = |hits: &[Hit], name: usize| hits.get(name).copied().unwrap_or_default();
            let (by_company, by_role) = (hit(&fits.companies, row.company), hit(&fits.roles, row.role));
            let mut other = fits.best_place(self.vocabulary, row).max(fits.best_grade(self.vocabulary, row));
            if own_level & bit != 0 {
                other = other.max(worth::LEVEL);
            } else if level_elsewhere & bit != 0 {
                other = other.max(worth::LEVEL_ELSEWHERE);
            }
            sum.add(by_company, by_role, other, bit);
        }
        sum
    }

    /// Whether company and role were typed as they are, in either order.
    fn is_exactly(&self, company: &Name, role: &Name) -> bool {
        let is = |text: &str, first: &str, second: &str| {
            text.strip_prefix(first)
                .and_then(|rest| rest.strip_prefix(' '))
                .is_some_and(|rest| !rest.is_empty() && rest == second)
        };
        let [whole, telling] = &self.phrases;
        let (a, b) = (&company.phrase, &role.phrase);
        is(telling, a, b) || is(telling, b, a) || is(whole, &company.spelled, &role.spelled)
    }
}

impl Fits {
    fn of(term: Term, vocabulary: &Vocabulary, guess: Guess) -> Self {
        let each = |names: &Names, hit: fn(&Term, &Name, Guess) -> Hit| -> Vec<Hit> {
            names.list.iter().map(|name| hit(&term, name, guess)).collect()
        };
        Self {
            companies: each(&vocabulary.companies, Hit::company),
            roles: each(&vocabulary.roles, Hit::role),
            places: each(&vocabulary.places, Hit::place),
            grades: vocabulary.grades.list.iter().map(|name| Hit::grade(&term, name)).collect(),
            term,
        }
    }

    /// How well it fits the company that it fits best.
    pub fn best_company(&self) -> u32 {
        self.companies.iter().map(|hit| hit.score).max().unwrap_or(0)
    }

    pub fn best_role(&self) -> u32 {
        self.roles.iter().map(|hit| hit.score).max().unwrap_or(0)
    }

    fn is_empty(&self) -> bool {
        let all = [&self.companies, &self.roles, &self.places, &self.grades];
        all.into_iter().flatten().all(|hit| hit.is_none())
    }

    fn best_place(&self, vocabulary: &Vocabulary, row: &Row) -> u32 {
        best(&self.places, vocabulary.row_places.get(row.places.clone()))
    }

    fn best_grade(&self, vocabulary: &Vocabulary, row: &Row) -> u32 {
        best(&self.grades, vocabulary.row_grades.get(row.grades.clone()))
    }
}

fn best(hits: &[Hit], names: Option<&[usize]>) -> u32 {
    let scores = names.unwrap_or_default().iter().filter_map(|name| hits.get(*name));
    scores.map(|hit| hit.score).max().unwrap_or(0)
}

/// The bit of a term; there are never as many as bits.
fn bit(at: u32) -> u32 {
    1_u32.checked_shl(at).unwrap_or(0)
}

impl<'a> AskedLevels<'a> {
    fn of(terms: &[Term], levels: impl FnOnce() -> &'a Levels) -> Option<Self> {
        if !terms.iter().any(Term::is_level) {
            return None;
        }
        let levels = levels();
        let mut words = vec![0; levels.known.len()];
        let mut asked = 0;
        for (term, at) in terms.iter().zip(0..) {
            let known = term.word().and_then(|word| levels.known.get(word));
            if let Some(word) = known.and_then(|number| words.get_mut(*number)) {
                *word |= bit(at);
            }
            asked |= if term.is_level() { bit(at) } else { 0 };
        }
        Some(Self { levels, terms: words, asked })
    }

    /// Whether any card's level has the term.
    fn name(&self, term: u32) -> bool {
        self.asked & bit(term) != 0 && self.terms.iter().any(|word| word & bit(term) != 0)
    }

    /// The terms that a card's levels answer: those of its own company, and those of another where
    /// one level answers most of them.
    fn answered(&self, at: usize) -> (u32, u32) {
        let levels: &[Level] = self.levels.rows.get(at).map_or(&[], Vec::as_slice);
        let mut own = 0;
        let mut elsewhere = 0_u32;
        for level in levels {
            let terms = level.words.iter().filter_map(|word| self.terms.get(*word));
            let answered = terms.fold(0, |answered, word| answered | word);
            if answered & self.asked == 0 {
                continue;
            }
            if level.is_own {
                own |= answered & self.asked;
            } else if answered.count_ones() > elsewhere.count_ones() {
                elsewhere = answered;
            }
        }
        (own, elsewhere)
    }
}

/// A card's terms, added up.
#[derive(Debug, Default)]
struct Sum {
    score: u32,
    missing: u32,
    company_words: u64,
    role_words: u64,
    names_company: bool,
    names_role: bool,
}

impl Sum {
    fn add(&mut self, company: Hit, role: Hit, other: u32, bit: u32) {
        let best = company.score.max(role.score).max(other);
        if best == 0 {
            self.missing |= bit;
            return;
        }
        self.score = self.score.saturating_add(best);
        self.company_words |= company.words;
        self.role_words |= role.words;
        self.names_company |= company.score == best;
        self.names_role |= role.score == best;
    }

    /// Words of the names that nobody asked for count against them: `Software Engineer` stands
    /// before `Senior Software Engineer` unless a senior one is asked for.
    fn fit(&self, company: &Name, role: &Name) -> Fit {
        let idle = |name: &Name, words: u64| {
            u32::try_from(name.words.len()).unwrap_or(u32::MAX).saturating_sub(words.count_ones())
        };
        let mut against = 0_u32;
        if self.names_company {
            against = against.saturating_add(idle(company, self.company_words).saturating_mul(8));
        }
        if self.names_role {
            against = against.saturating_add(idle(role, self.role_words).saturating_mul(15));
        }
        Fit { score: self.score.saturating_sub(against), missing: self.missing }
    }
}
