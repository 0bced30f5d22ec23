//! Gaps that a guide leaves for its reader: `[company]`, `[X]`, `$[X+12K]`, `[Kafka/Flink]`.

use std::ops::Range;

use super::figure;

/// A gap with its place in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placeholder {
    /// Its bytes, with the currency before and the unit behind it where it stands for an amount.
    pub range: Range<usize>,
    pub kind: Kind,
    /// What stands between the brackets.
    pub words: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// An amount of money.
    Money,
    /// One of several.
    Menu(Vec<String>),
    Text,
    /// A source or a note number; it is no part of what is said.
    Citation,
}

/// Every gap of a text, in order. Brackets around a plain figure are none.
pub fn find(text: &str) -> Vec<Placeholder> {
    let figures = figure::find(text);
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(open) = text[from..].find('[').map(|at| from + at) {
        let Some(close) = text[open..].find(']').map(|at| open + at) else { break };
        let words = text[open + 1..close].trim();
        from = close + 1;
        if let Some(kind) = kind(text, open, close, words, &figures) {
            let range = if kind == Kind::Money { widened(text, open, close) } else { open..close + 1 };
            from = from.max(range.end);
            found.push(Placeholder { range, kind, words: words.to_owned() });
        }
    }
    found.extend(bare(text));
    found.sort_by_key(|placeholder| placeholder.range.start);
    found
}

fn kind(text: &str, open: usize, close: usize, words: &str, figures: &[figure::Figure]) -> Option<Kind> {
    let lower = words.to_lowercase();
    let is_link = text[close + 1..].starts_with('(');
    if words.is_empty() || is_link {
        return None;
    }
    if lower.starts_with("source") || words.chars().all(|c| c.is_ascii_digit()) {
        return Some(Kind::Citation);
    }
    let before = text[..open].trim_end_matches(' ');
    let is_figure = figures.iter().any(|figure| figure.range.start < open && figure.range.end > close);
    if is_figure {
        return None;
    }
    if has_currency_end(before) || words.starts_with(['$', '£', '€', '₹', '₪']) {
        return Some(Kind::Money);
    }
    let choices = choices(words);
    let is_menu = choices.len() > 1 && choices.iter().all(|choice| choice.chars().count() > 1);
    Some(if is_menu { Kind::Menu(choices) } else { Kind::Text })
}

/// Pairs of letters that are one word in spite of their slash.
const ONE_WORD: [&str; 6] = ["CI/CD", "AI/ML", "ML/AI", "UI/UX", "UX/UI", "A/B"];

/// What a menu offers.
fn choices(words: &str) -> Vec<String> {
    let kept =
        ONE_WORD.iter().fold(words.to_owned(), |text, pair| text.replace(pair, &pair.replace('/', "\u{1}")));
    kept.split('/').map(|choice| choice.trim().replace('\u{1}', "/")).collect()
}

fn has_currency_end(before: &str) -> bool {
    let sign = before.ends_with(['$', '£', '€', '₹', '₪', '¥']);
    let code = before.get(before.len().saturating_sub(3)..).is_some_and(figure::is_code);
    sign || code
}

/// With the currency in front and the unit behind.
fn widened(text: &str, open: usize, close: usize) -> Range<usize> {
    let before = text[..open].trim_end_matches(' ');
    let sign = before.trim_end_matches(['$', '£', '€', '₹', '₪', '¥']);
    let start = if sign.len() < before.len() {
        sign.trim_end_matches(|c: char| c.is_ascii_uppercase()).len()
    } else if has_currency_end(before) {
        before.len() - 3
    } else {
        open
    };
    start..unit_end(text, close + 1)
}

/// Where a unit behind a gap ends: `[X]K+`.
fn unit_end(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    let unit = ["K", "M", "k", "L", "B"].into_iter().find(|unit| {
        rest.strip_prefix(unit).is_some_and(|after| !after.starts_with(|c: char| c.is_alphanumeric()))
    });
    let end = at + unit.map_or(0, str::len);
    end + usize::from(text[end..].starts_with('+'))
}

/// `$X`, `$XK`, `£YK`: an amount named by a letter.
fn bare(text: &str) -> Vec<Placeholder> {
    let signs = text.char_indices().filter(|(_, c)| matches!(c, '$' | '£' | '€' | '₹'));
    let letters = signs.filter_map(|(at, sign)| {
        let name = at + sign.len_utf8();
        let rest = &text[name..];
        let length = rest.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(rest.len());
        let is_name = matches!(
            &rest[..length],
            "X" | "Y" | "Z" | "W" | "XK" | "YK" | "ZK" | "XX" | "XXX" | "XXXK" | "XXK"
        );
        is_name.then(|| Placeholder {
            range: at..name + length,
            kind: Kind::Money,
            words: rest[..length].to_owned(),
        })
    });
    letters.collect()
}
