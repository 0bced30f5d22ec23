//! What was typed, as the things that a playbook has to answer to.

use super::{alias, words};

/// The most words that are looked at; each later one is passed over.
const MOST: usize = 16;

/// One thing asked for: a word, or two that have a meaning together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Term {
    pub words: Vec<String>,
    /// Other names of the role meant, the likeliest first.
    pub roles: Vec<Vec<&'static str>>,
    /// Roles that do what the word asks for.
    pub kinds: Vec<Vec<&'static str>>,
    pub places: Vec<Vec<&'static str>>,
}

impl Term {
    /// The terms of a text.
    pub fn all(text: &str) -> Vec<Self> {
        let mut telling = words::telling(&words::split(text));
        telling.truncate(MOST);
        let mut terms = Vec::new();
        let mut rest = telling.as_slice();
        while !rest.is_empty() {
            let longest = alias::LONGEST.min(rest.len());
            let pair = (2..=longest).rev().find_map(|count| {
                let (words, rest) = rest.split_at_checked(count)?;
                Some((Self::new(words), rest)).filter(|(term, _)| term.is_alias())
            });
            let Some((term, left)) = pair.or_else(|| Some((Self::new(rest.get(..1)?), rest.get(1..)?)))
            else {
                break;
            };
            terms.push(term);
            rest = left;
        }
        terms
    }

    fn new(words: &[String]) -> Self {
        let typed = words.join(" ");
        let meant = |names: &[&'static str]| names.iter().map(|name| name.split(' ').collect()).collect();
        Self {
            roles: meant(alias::roles(&typed)),
            kinds: meant(alias::kinds(&typed)),
            places: meant(alias::places(&typed)),
            words: words.to_vec(),
        }
    }

    pub fn is_alias(&self) -> bool {
        !(self.roles.is_empty() && self.kinds.is_empty() && self.places.is_empty())
    }

    /// The word, where it is one.
    pub fn word(&self) -> Option<&str> {
        match self.words.as_slice() {
            [word] => Some(word),
            _ => None,
        }
    }

    /// Whether this is how levels are named: `e5`, `ic4`, `l61`, `62`, `iii`.
    pub fn is_level(&self) -> bool {
        let Some(word) = self.word() else { return false };
        let digits = word.trim_start_matches(|c: char| c.is_ascii_lowercase());
        let letters = word.len().saturating_sub(digits.len());
        matches!(word, "ii" | "iii" | "iv")
            || (letters <= 3
                && (1..=2).contains(&digits.len())
                && digits.bytes().all(|digit| digit.is_ascii_digit()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        Term::all(text).into_iter().map(|term| term.words.join(" ")).collect()
    }

    #[test]
    fn words_with_a_common_meaning_stay_together() {
        assert_eq!(words("Machine learning engineer at OpenAI"), ["machine learning", "engineer", "openai"]);
        assert_eq!(words("full stack, bay area"), ["full stack", "bay area"]);
        assert_eq!(words("the"), ["the"]);
        assert!(words(" , ").is_empty());
        assert_eq!(words(&"x ".repeat(100)).len(), MOST);
    }

    #[test]
    fn levels_are_known_by_their_form() {
        for (word, is_level) in [
            ("e5", true),
            ("L5", true),
            ("ic4", true),
            ("62", true),
            ("III", true),
            ("i", false),
            ("2026", false),
            ("e", false),
            ("5e", false),
            ("level5", false),
        ] {
            assert_eq!(Term::all(word).iter().any(Term::is_level), is_level, "{word}");
        }
    }
}
