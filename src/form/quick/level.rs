//! Levels and job titles: `L4`, `SWE II`, `Senior Staff Engineer`.

use super::atom::{Atom, Gap};

const LETTERS: [&str; 17] =
    ["l", "e", "t", "p", "m", "d", "ic", "ict", "sde", "swe", "se", "em", "tpm", "pm", "mts", "ds", "mle"];
const GRADES: [&str; 14] = [
    "senior",
    "sr",
    "staff",
    "principal",
    "junior",
    "jr",
    "lead",
    "mid",
    "distinguished",
    "associate",
    "intern",
    "graduate",
    "vp",
    "entry",
];
const TITLES: [&str; 18] = [
    "swe",
    "sde",
    "sre",
    "mts",
    "engineer",
    "developer",
    "scientist",
    "researcher",
    "manager",
    "designer",
    "analyst",
    "director",
    "architect",
    "consultant",
    "programmer",
    "pm",
    "tpm",
    "mle",
];
/// Words that belong to a title only where one follows.
const FIELDS: [&str; 26] = [
    "software",
    "data",
    "research",
    "product",
    "machine",
    "learning",
    "ml",
    "ai",
    "backend",
    "frontend",
    "fullstack",
    "infrastructure",
    "platform",
    "security",
    "site",
    "reliability",
    "hardware",
    "applied",
    "engineering",
    "program",
    "project",
    "technical",
    "solutions",
    "sales",
    "account",
    "ux",
];
const NUMERALS: [&str; 5] = ["i", "ii", "iii", "iv", "v"];

/// How many words from here on are one level; 0 where none begins.
pub(super) fn length(atoms: &[Atom]) -> usize {
    let mut count = 0;
    while let Some(more) = part(&atoms[count..], count > 0) {
        count += more;
    }
    count
}

/// The next part of a level, which stands close to the part before.
fn part(atoms: &[Atom], inside: bool) -> Option<usize> {
    let near = |at: usize| atoms.get(at).filter(|atom| !atom.quoted && (at == 0 || atom.gap == Gap::Space));
    let first = near(0).filter(|atom| !inside || atom.gap == Gap::Space)?;
    let numeral = near(1).is_some_and(|atom| {
        let digit = atom.text.len() <= 2 && atom.text.bytes().all(|byte| byte.is_ascii_digit());
        digit || NUMERALS.contains(&atom.key.as_str())
    });
    let key = first.key.as_str();
    if key == "level" {
        return numeral.then_some(2);
    }
    if TITLES.contains(&key) {
        let short = key.len() <= 3;
        let roman = near(1).is_some_and(|atom| NUMERALS.contains(&atom.key.as_str()));
        return Some(if roman || (numeral && short) { 2 } else { 1 });
    }
    if GRADES.contains(&key) || is_code(key) {
        return Some(1);
    }
    if FIELDS.contains(&key) {
        let fields =
            (0..4).take_while(|&at| near(at).is_some_and(|atom| FIELDS.contains(&atom.key.as_str())));
        let count = fields.count();
        return near(count).is_some_and(|atom| TITLES.contains(&atom.key.as_str())).then_some(count);
    }
    None
}

/// Letters and one or two digits: `L4`, `ICT5`, `SDE2`, `L5a`.
fn is_code(key: &str) -> bool {
    let key = key.strip_suffix(['a', 'b']).unwrap_or(key);
    let digits = key.trim_start_matches(|c: char| c.is_ascii_lowercase());
    let letters = &key[..key.len() - digits.len()];
    let figure = (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    figure && LETTERS.contains(&letters)
}
