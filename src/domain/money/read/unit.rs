//! Words and letters that stand for zeros.

/// What stands right behind the digits: how many zeros, and what else it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unit {
    pub zeros: u32,
    pub yearly: bool,
    /// Lakhs and crores are rupees unless another currency is named.
    pub rupees: bool,
}

const UNITS: [(&[&str], u32, bool); 5] = [
    (&["k", "thousand", "grand"], 3, false),
    (&["l", "lakh", "lakhs", "lac", "lacs", "lpa"], 5, true),
    (&["m", "mm", "mn", "mio", "million", "millions"], 6, false),
    (&["cr", "crore", "crores"], 7, true),
    (&["b", "bn", "billion", "billions"], 9, false),
];

/// The unit that a text begins with, and what follows it.
pub(super) fn leading(text: &str) -> Option<(Unit, &str)> {
    if let Some(rest) = text.strip_prefix('万') {
        return Some((Unit { zeros: 4, yearly: false, rupees: false }, rest));
    }
    let end = text.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(text.len());
    let (word, rest) = text.split_at(end);
    let is_word = |known: &&str| known.eq_ignore_ascii_case(word);
    let &(_, zeros, rupees) = UNITS.iter().find(|(words, ..)| words.iter().any(is_word))?;
    Some((Unit { zeros, yearly: word.eq_ignore_ascii_case("lpa"), rupees }, rest))
}
