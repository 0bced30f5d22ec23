//! What to do when there is no playbook for what was asked.

use std::cmp::Reverse;

use super::family::Family;
use super::hit::worth;
use super::reading::{Fits, Reading};
use super::{Card, Catalog, Query, words};

/// The ways on, as places of cards in the catalog, the nearest first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Advice {
    /// The company of the library that the words name.
    pub known_company: Option<String>,
    /// The company that the words name and the library does not have, as it was typed.
    pub unknown_company: Option<String>,
    /// The role asked for, as it was typed.
    pub role: Option<String>,
    /// Playbooks for any company, with the band typed in.
    pub general: Vec<usize>,
    /// At the known company: roles of the same family, or all where none is.
    pub same_family_here: Vec<usize>,
    /// The role at other companies; where nobody has it, its family.
    pub same_role_elsewhere: Vec<usize>,
}

impl Catalog {
    /// The ways on from words for which a search finds nothing.
    pub fn advise(&self, text: &str) -> Advice {
        let asked = Asked::of(self, text);
        let family = asked.role.as_deref().and_then(family_of);
        let mut general = self.places(Card::is_general);
        general.sort_by_key(|at| self.family_at(*at) != family);
        let here = |at: &usize| {
            let company = self.cards().get(*at).map(|card| &card.company);
            company.is_some() && company == asked.known_company.as_ref()
        };
        let sound = |at: &usize| {
            self.cards().get(*at).is_some_and(|card| card.damaged.is_none() && !card.is_general())
        };
        let all_here: Vec<usize> = (0..self.cards().len()).filter(|at| here(at) && sound(at)).collect();
        let mut same_family_here: Vec<usize> =
            all_here.iter().copied().filter(|at| family.is_some() && self.family_at(*at) == family).collect();
        if same_family_here.is_empty() {
            same_family_here = all_here;
        }
        let elsewhere = |at: &usize| !here(at) && sound(at);
        let role = Query { words: asked.role.clone().unwrap_or_default(), ..Query::default() };
        let mut same_role_elsewhere = Vec::new();
        if asked.role.is_some() {
            same_role_elsewhere = self.search(&role).into_iter().filter(elsewhere).collect();
        }
        if same_role_elsewhere.is_empty() && family.is_some() {
            same_role_elsewhere = self.places(|_| true);
            same_role_elsewhere.retain(|at| elsewhere(at) && self.family_at(*at) == family);
        }
        let Asked { known_company, unknown_company, role } = asked;
        Advice { known_company, unknown_company, role, general, same_family_here, same_role_elsewhere }
    }

    /// The company that all the terms name, the one they name best.
    fn company_of(&self, terms: &[&Fits]) -> Option<String> {
        let companies = &self.vocabulary().companies.list;
        let score = |at: usize| {
            let hits = terms.iter().map(|fits| fits.companies.get(at).copied().unwrap_or_default());
            let idle = companies.get(at).map_or(0, |name| name.words.len());
            hits.map(|hit| Some(hit.score).filter(|score| *score > 0))
                .sum::<Option<u32>>()
                .map(|sum| (sum, Reverse(idle)))
        };
        let best = (0..companies.len()).filter_map(|at| Some((score(at)?, Reverse(at)))).max();
        let (_, Reverse(best)) = best?;
        let row = self.vocabulary().rows.iter().position(|row| row.company == best)?;
        self.cards().get(row).map(|card| card.company.clone())
    }

    fn places(&self, is_wanted: impl Fn(&Card) -> bool) -> Vec<usize> {
        let cards = self.cards().iter().enumerate();
        cards.filter(|(_, card)| is_wanted(card)).map(|(at, _)| at).collect()
    }

    fn family_at(&self, at: usize) -> Option<Family> {
        self.cards().get(at).and_then(|card| Family::of(&card.role))
    }
}

/// The family of a role as it is typed: by its own words, or by what they stand for.
fn family_of(role: &str) -> Option<Family> {
    let meant = || {
        let terms = super::term::Term::all(role);
        terms.iter().find_map(|term| {
            let meant = term.roles.iter().chain(&term.kinds).next()?;
            Family::of(&meant.join(" "))
        })
    };
    Family::of(role).or_else(meant)
}

/// What the words ask for.
#[derive(Debug, Default)]
struct Asked {
    known_company: Option<String>,
    unknown_company: Option<String>,
    role: Option<String>,
}

impl Asked {
    fn of(catalog: &Catalog, text: &str) -> Self {
        let reading = Reading::of(text, catalog.cards(), catalog.vocabulary());
        let (mut company, mut either, mut role, mut unknown, mut wishes) =
            <[Vec<&Fits>; 5]>::default().into();
        for (fits, is_wish) in reading.terms.iter().zip(reading.are_wishes()) {
            match (is_wish, fits.best_company(), fits.best_role()) {
                (true, _, _) => wishes.push(fits),
                (false, 0, 0) => unknown.push(fits),
                (false, _, 0) => company.push(fits),
                (false, by_company, by_role) if by_company > by_role => either.push(fits),
                _ => role.push(fits),
            }
        }
        let (before, after) = sides(text);
        if let Some(after) = after {
            let is_after =
                |fits: &&Fits| fits.term.words.iter().all(|word| words::split(after).contains(word));
            company.retain(is_after);
            either.retain(is_after);
            unknown.retain(is_after);
        }
        // `data` is a company's only where no other word is one's.
        if company.is_empty() && unknown.is_empty() {
            company = either;
        } else {
            role.append(&mut either);
        }
        let is_whole = company.iter().all(|fits| fits.best_company() >= worth::COMPANY);
        // Without an `at`, what nothing in the library answers to is a role that a company which was
        // named in full does not have; else it is the company's name.
        let is_named = !company.is_empty() && (unknown.is_empty() || (is_whole && after.is_none()));
        let known_company = is_named.then(|| catalog.company_of(&company)).flatten();
        let is_known = known_company.is_some();
        let unknown_company = match after {
            _ if is_known => String::new(),
            Some(after) => without(after, &wishes),
            None => only(text, &[unknown.as_slice(), &company].concat()),
        };
        if is_known {
            role.append(&mut unknown);
        }
        let role = before.map_or_else(|| only(text, &role), |before| before.trim().to_owned());
        let filled = |text: String| Some(text).filter(|text| !text.is_empty());
        Self { known_company, unknown_company: filled(as_name(&unknown_company)), role: filled(role) }
    }
}

/// What stands before and behind `at`.
fn sides(text: &str) -> (Option<&str>, Option<&str>) {
    let lower = text.to_ascii_lowercase();
    let split = lower.rfind(" at ").map(|at| (at, 4)).or_else(|| lower.rfind('@').map(|at| (at, 1)));
    let sides = split.and_then(|(at, length)| Some((text.get(..at)?, text.get(at.checked_add(length)?..)?)));
    match sides.filter(|(before, after)| !before.trim().is_empty() && !after.trim().is_empty()) {
        Some((before, after)) => (Some(before), Some(after)),
        None => (None, None),
    }
}

/// The typed words that belong to one of the terms.
fn only(text: &str, terms: &[&Fits]) -> String {
    kept(text, |word| terms.iter().any(|fits| fits.term.words.contains(word)))
}

/// The typed words but those of the terms, and but idle ones at the ends.
fn without(text: &str, terms: &[&Fits]) -> String {
    kept(text, |word| !words::is_idle(word) && !terms.iter().any(|fits| fits.term.words.contains(word)))
}

fn kept(text: &str, is_kept: impl Fn(&String) -> bool) -> String {
    let typed = text.split_whitespace().filter(|typed| words::split(typed).iter().any(&is_kept));
    let typed: Vec<&str> = typed.map(|typed| typed.trim_matches([',', ';'])).collect();
    typed.join(" ")
}

/// A company's name as it is written: one typed in lower case gets its capitals.
fn as_name(typed: &str) -> String {
    if typed.chars().any(char::is_uppercase) {
        return typed.to_owned();
    }
    let capital = |word: &str| {
        let mut chars = word.chars();
        chars.next().map(|first| first.to_uppercase().chain(chars).collect::<String>()).unwrap_or_default()
    };
    typed.split(' ').map(capital).collect::<Vec<_>>().join(" ")
}
