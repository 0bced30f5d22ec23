//! Words that were not typed in full or not typed right.

/// Whether a word is another with a few letters mistyped: one from four letters on, two from eight.
/// Figures are meant as they are.
pub(super) fn is_typo(typed: &str, word: &str) -> bool {
    let bound = match typed.chars().count() {
        0..=3 => return false,
        4..=7 => 1,
        _ => 2,
    };
    if !typed.chars().filter(char::is_ascii_digit).eq(word.chars().filter(char::is_ascii_digit)) {
        return false;
    }
    let (typed, word): (Vec<char>, Vec<char>) = (typed.chars().collect(), word.chars().collect());
    typed.len().abs_diff(word.len()) <= bound && distance(&typed, &word) <= bound
}

/// How many letters to insert, drop, change, or swap with their neighbour.
fn distance(from: &[char], to: &[char]) -> usize {
    let width = to.len().saturating_add(1);
    let mut before: Vec<usize> = vec![0; width];
    let mut row: Vec<usize> = (0..width).collect();
    let at = |row: &[usize], column: usize| row.get(column).copied().unwrap_or(usize::MAX);
    let letter = |text: &[char], place: Option<usize>| place.and_then(|place| text.get(place).copied());
    for (i, a) in from.iter().enumerate() {
        let mut next = vec![i.saturating_add(1); width];
        for (j, b) in to.iter().enumerate() {
            let behind = j.saturating_add(1);
            let change = at(&row, j).saturating_add(usize::from(a != b));
            let one_more = at(&row, behind).min(at(&next, j)).saturating_add(1);
            let is_swap =
                letter(from, i.checked_sub(1)) == Some(*b) && letter(to, j.checked_sub(1)) == Some(*a);
            let swap = if is_swap { at(&before, j.saturating_sub(1)).saturating_add(1) } else { usize::MAX };
            if let Some(place) = next.get_mut(behind) {
                *place = change.min(one_more).min(swap);
            }
        }
        before = std::mem::replace(&mut row, next);
    }
    row.last().copied().unwrap_or(from.len())
}

/// Whether a word is put together from beginnings of several words, in their order: `bofa` of
/// `bank of america`, `jpmc` of `jpmorgan chase`.
pub(super) fn abbreviates(typed: &str, words: &[String]) -> bool {
    let Some((first, rest)) = words.split_first() else { return false };
    heads(typed, first)
        .any(|left| !left.is_empty() && (0..rest.len()).any(|skip| continues(left, rest.get(skip..))))
}

fn continues(typed: &str, words: Option<&[String]>) -> bool {
    let Some((first, rest)) = words.and_then(<[String]>::split_first) else { return false };
    heads(typed, first)
        .any(|left| left.is_empty() || (0..rest.len()).any(|skip| continues(left, rest.get(skip..))))
}

/// What is left of a text behind each beginning that it shares with a word.
fn heads<'a>(typed: &'a str, word: &'a str) -> impl Iterator<Item = &'a str> {
    let shared = typed.chars().zip(word.chars()).take_while(|(a, b)| a == b).count();
    typed
        .char_indices()
        .map(|(at, c)| at.saturating_add(c.len_utf8()))
        .take(shared)
        .filter_map(|at| typed.get(at..))
}

/// Whether a word leaves letters out of another as a stock's symbol does: `nvda`, `msft`.
pub(super) fn is_symbol(typed: &str, word: &str) -> bool {
    let mut letters = word.chars();
    (3..=5).contains(&typed.len())
        && typed.chars().next() == word.chars().next()
        && typed.chars().all(|c| letters.any(|letter| letter == c))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::catalog::words::split;

    #[test]
    fn mistyped_words_are_known_and_other_words_are_not() {
        for (typed, word, same) in [
            ("gogle", "google", true),
            ("goolge", "google", true),
            ("stripe", "strike", true),
            ("enginer", "engineer", true),
            ("enigneer", "engineer", true),
            ("anthorpic", "anthropic", true),
            ("meta", "beta", true),
            ("sap", "sas", false),
            ("block7", "block", false),
            ("unknownco", "unknown", true),
            ("acme", "accenture", false),
            ("amazon", "anthropic", false),
        ] {
            assert_eq!(is_typo(typed, word), same, "{typed} {word}");
        }
    }

    #[test]
    fn abbreviations_are_made_of_beginnings() {
        for (typed, name, fits) in [
            ("bofa", "Bank of America", true),
            ("boa", "Bank of America", true),
            ("ba", "Bank of America", true),
            ("jpmc", "JPMorgan Chase", true),
            ("hf", "Hugging Face Enterprise", true),
            ("wbd", "Warner Bros Discovery", true),
            ("de", "D. E. Shaw", true),
            ("amex", "American Express", true),
            ("hf", "Hugging", false),
            ("fh", "Hugging Face", false),
            ("bank", "Bank of America", false),
            ("b", "Bank of America", false),
        ] {
            assert_eq!(abbreviates(typed, &split(name)), fits, "{typed} {name}");
        }
        assert!(is_symbol("nvda", "nvidia") && is_symbol("msft", "microsoft"));
        assert!(!is_symbol("acme", "accenture") && !is_symbol("ms", "microsoft"));
    }

    proptest! {
        #[test]
        fn the_distance_is_one(a in "[abc]{0,8}", b in "[abc]{0,8}") {
            let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
            prop_assert_eq!(distance(&a, &b), distance(&b, &a));
            prop_assert_eq!(distance(&a, &b) == 0, a == b);
            prop_assert!(distance(&a, &b) >= a.len().abs_diff(b.len()));
            prop_assert!(distance(&a, &b) <= a.len().max(b.len()));
        }
    }
}
