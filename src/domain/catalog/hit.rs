//! How well one term fits one name.

use super::near;
use super::term::Term;
use super::vocabulary::Name;

/// A fit: nothing at 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Hit {
    pub score: u32,
    /// The words of the name that are accounted for, a bit each.
    pub words: u64,
}

/// What counts: company before role before level before place; whole words before beginnings
/// before guesses.
pub(super) mod worth {
    pub const COMPANY: u32 = 1000;
    pub const ROLE: u32 = 800;
    /// Another name of the role; each later meaning of the word counts less.
    pub const ROLE_ALIAS: u32 = 780;
    pub const LATER_MEANING: u32 = 20;
    pub const COMPANY_BEGUN: u32 = 700;
    pub const COMPANY_JOINED: u32 = 690;
    pub const LEVEL: u32 = 650;
    pub const PLACE: u32 = 600;
    pub const ROLE_BEGUN: u32 = 560;
    pub const ROLE_KIND: u32 = 500;
    pub const COMPANY_SHORT: u32 = 480;
    pub const PLACE_BEGUN: u32 = 450;
    pub const COMPANY_TYPO: u32 = 300;
    /// A level of the card that names another company.
    pub const LEVEL_ELSEWHERE: u32 = 250;
    pub const ROLE_TYPO: u32 = 240;
    pub const PLACE_TYPO: u32 = 180;
}

/// How far a guess may go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Guess {
    No,
    /// Mistyped words, and symbols of companies.
    Typos,
}

impl Hit {
    pub fn is_none(self) -> bool {
        self.score == 0
    }

    pub fn company(term: &Term, name: &Name, guess: Guess) -> Self {
        let hit = Self::by_words(term, name, [worth::COMPANY, worth::COMPANY_BEGUN]);
        if !hit.is_none() {
            return hit;
        }
        let Some(word) = term.word() else { return hit };
        if guess == Guess::Typos {
            let by_typo = Self::by_typo(word, name, worth::COMPANY_TYPO);
            let is_symbol = matches!(name.words.as_slice(), [only] if near::is_symbol(word, only));
            let is_joined = near::is_typo(word, &name.joined);
            return if by_typo.is_none() && (is_symbol || is_joined) {
                Self::whole(name, worth::COMPANY_TYPO)
            } else {
                by_typo
            };
        }
        if name.words.len() > 1
            && name.joined.starts_with(word)
            && (word.len() > 2 || is_two_words(word, name))
        {
            return Self::whole(name, worth::COMPANY_JOINED);
        }
        if !term.is_alias() && near::abbreviates(word, &name.words) {
            return Self::whole(name, worth::COMPANY_SHORT);
        }
        Self::default()
    }

    pub fn role(term: &Term, name: &Name, guess: Guess) -> Self {
        if guess == Guess::Typos {
            return term.word().map_or(Self::default(), |word| Self::by_typo(word, name, worth::ROLE_TYPO));
        }
        let literal = Self::by_words(term, name, [worth::ROLE, worth::ROLE_BEGUN]);
        if literal.score >= worth::ROLE {
            return literal;
        }
        let alias = Self::by_meaning(&term.roles, name, worth::ROLE_ALIAS);
        let kind = Self::by_meaning(&term.kinds, name, worth::ROLE_KIND);
        [literal, alias, kind].into_iter().max_by_key(|hit| hit.score).unwrap_or_default()
    }

    pub fn place(term: &Term, name: &Name, guess: Guess) -> Self {
        if guess == Guess::Typos {
            return term.word().map_or(Self::default(), |word| Self::by_typo(word, name, worth::PLACE_TYPO));
        }
        let literal = Self::by_words(term, name, [worth::PLACE, worth::PLACE_BEGUN]);
        let alias = Self::by_meaning(&term.places, name, worth::PLACE.saturating_sub(10));
        if alias.score > literal.score { alias } else { literal }
    }

    pub fn grade(term: &Term, name: &Name) -> Self {
        match term.word() {
            Some(word) => Self::of(name, worth::LEVEL, |own| own == word),
            None => Self::default(),
        }
    }

    /// By the words as they stand there, or as they begin: the plural of a word too.
    fn by_words(term: &Term, name: &Name, [whole, begun]: [u32; 2]) -> Self {
        if !term.words.iter().all(|word| name.words.contains(word)) {
            let Some(word) = term.word() else { return Self::default() };
            return Self::of(name, begun, |own| own.starts_with(word) || is_stem(own, word));
        }
        Self::of(name, whole, |own| term.words.iter().any(|word| word == own))
    }

    /// By the first of several meanings whose words all stand there.
    fn by_meaning(meant: &[Vec<&str>], name: &Name, most: u32) -> Self {
        let fitting = meant.iter().zip(0..).find(|(words, _)| {
            !words.is_empty() && words.iter().all(|word| name.words.iter().any(|own| own == word))
        });
        let Some((words, rank)) = fitting else { return Self::default() };
        let score = most.saturating_sub(worth::LATER_MEANING.saturating_mul(rank));
        Self::of(name, score, |own| words.contains(&own))
    }

    fn by_typo(word: &str, name: &Name, score: u32) -> Self {
        Self::of(name, score, |own| near::is_typo(word, own))
    }

    fn whole(name: &Name, score: u32) -> Self {
        Self::of(name, score, |_| true)
    }

    /// A hit with the words that fit; none without any.
    fn of(name: &Name, score: u32, fits: impl Fn(&str) -> bool) -> Self {
        let fitting = name.words.iter().zip(0..64_u32).filter(|(own, _)| fits(own));
        let words = fitting.fold(0, |words, (_, at)| words | 1_u64.checked_shl(at).unwrap_or(0));
        if words == 0 { Self::default() } else { Self { score, words } }
    }
}

/// Whether a typed word is the name's first two: `de` of `D. E. Shaw`.
fn is_two_words(typed: &str, name: &Name) -> bool {
    name.words.get(..2).is_some_and(|two| two.concat() == typed)
}

/// Whether a typed word is a longer form of one that stands there: `engineers`, `engineering`.
fn is_stem(own: &str, typed: &str) -> bool {
    own.len() >= 5
        && typed.strip_prefix(own).is_some_and(|more| matches!(more, "s" | "es" | "er" | "ers" | "ing"))
}
