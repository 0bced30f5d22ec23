//! How often an amount is paid, where its text says so.

use crate::domain::money::Decimal;

/// The time that an amount is stated for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Period {
    Year,
    Month,
    Week,
    Day,
    Hour,
}

const NOUNS: [(&[&str], Period); 5] = [
    (&["year", "yr", "y", "annum", "a"], Period::Year),
    (&["month", "mo", "mth", "m"], Period::Month),
    (&["week", "wk", "w"], Period::Week),
    (&["day", "d"], Period::Day),
    (&["hour", "hr", "h"], Period::Hour),
];

const ADVERBS: [(&[&str], Period); 5] = [
    (&["pa", "p.a.", "p.a", "yearly", "annually", "annual"], Period::Year),
    (&["pm", "p.m.", "p.m", "pcm", "monthly"], Period::Month),
    (&["pw", "p.w.", "weekly"], Period::Week),
    (&["daily"], Period::Day),
    (&["hourly"], Period::Hour),
];

impl Period {
    /// How many there are in a year, at 40 hours a week and five days of work a week.
    pub(super) fn in_a_year(self) -> Decimal {
        Decimal::from(match self {
            Self::Year => 1,
            Self::Month => 12,
            Self::Week => 52,
            Self::Day => 260,
            Self::Hour => 2080,
        })
    }

    /// With its article: `a month`.
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Year => "a year",
            Self::Month => "a month",
            Self::Week => "a week",
            Self::Day => "a day",
            Self::Hour => "an hour",
        }
    }
}

/// The period that a text begins with, such as `/yr`, `a month` or `p.a.`, and what follows it.
pub(super) fn leading(text: &str) -> Option<(Period, &str)> {
    if let Some(noun) = text.strip_prefix('/') {
        return word(noun.trim_start(), &NOUNS);
    }
    let joint = ["per", "an", "a", "each", "every"].iter().find_map(|joint| {
        let (head, rest) = text.split_at_checked(joint.len())?;
        let noun = rest.strip_prefix(' ')?.trim_start();
        head.eq_ignore_ascii_case(joint).then_some(noun)
    });
    joint.and_then(|noun| word(noun, &NOUNS)).or_else(|| word(text, &ADVERBS))
}

fn word<'a>(text: &'a str, table: &[(&[&str], Period)]) -> Option<(Period, &'a str)> {
    let end = text.find(|c: char| !c.is_alphabetic() && c != '.').unwrap_or(text.len());
    let (word, rest) = text.split_at(end);
    let bare = word.strip_suffix('.').unwrap_or(word);
    let is_word = |known: &&str| known.eq_ignore_ascii_case(word) || known.eq_ignore_ascii_case(bare);
    let (_, period) = table.iter().find(|(words, _)| words.iter().any(is_word))?;
    Some((*period, rest))
}
