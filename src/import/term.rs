//! Which term of a package a figure in a sentence is about.

use super::figure::Figure;

/// What an amount is paid as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Term {
    Base,
    Equity,
    Signing,
    Total,
    /// Something a playbook has no term for: a yearly bonus, a refresh, a budget, a raise.
    Other,
}

/// Words that name a term. Where two start at one place, the longer counts.
const WORDS: [(&str, Term); 66] = [
    ("base", Term::Base),
    ("salary", Term::Base),
    ("fixed pay", Term::Base),
    ("rsu", Term::Equity),
    ("rsus", Term::Equity),
    ("equity", Term::Equity),
    ("stock", Term::Equity),
    ("options", Term::Equity),
    ("option grant", Term::Equity),
    ("shares", Term::Equity),
    ("grant", Term::Equity),
    ("ppu", Term::Equity),
    ("ppus", Term::Equity),
    ("profit interest", Term::Equity),
    ("units", Term::Equity),
    ("tokens", Term::Equity),
    ("sign-on", Term::Signing),
    ("sign on", Term::Signing),
    ("signing", Term::Signing),
    ("joining bonus", Term::Signing),
    ("sign-on bonus", Term::Signing),
    ("signing bonus", Term::Signing),
    ("tc", Term::Total),
    ("total comp", Term::Total),
    ("total compensation", Term::Total),
    ("total first-year", Term::Total),
    ("total package", Term::Total),
    ("total annual", Term::Total),
    ("total target", Term::Total),
    ("total year-1", Term::Total),
    ("first-year comp", Term::Total),
    ("first-year total", Term::Total),
    ("all-in", Term::Total),
    ("package", Term::Total),
    ("ote", Term::Total),
    ("total", Term::Total),
    ("annual comp", Term::Total),
    ("compensation", Term::Total),
    ("comp", Term::Total),
    ("annual tc", Term::Total),
    ("annual", Term::Total),
    ("bonus", Term::Other),
    ("annual bonus", Term::Other),
    ("performance bonus", Term::Other),
    ("retention", Term::Other),
    ("retention bonus", Term::Other),
    ("refresh", Term::Other),
    ("refresher", Term::Other),
    ("refreshers", Term::Other),
    ("refreshes", Term::Other),
    ("equity refresh", Term::Other),
    ("rsu refresh", Term::Other),
    ("stock refresh", Term::Other),
    ("equity refresher", Term::Other),
    ("rsu refresher", Term::Other),
    ("rsu refreshers", Term::Other),
    ("rsu refreshes", Term::Other),
    ("relocation", Term::Other),
    ("stipend", Term::Other),
    ("budget", Term::Other),
    ("premium", Term::Other),
    ("uplift", Term::Other),
    ("adjustment", Term::Other),
    ("increase", Term::Other),
    ("commission", Term::Other),
    ("raise", Term::Other),
];

/// Words that part what belongs to one figure from what belongs to the next.
const BREAKS: [&str; 14] = [
    " and ",
    " with ",
    " plus ",
    " or ",
    " to ",
    " but ",
    " over ",
    " at ",
    " + ",
    " of ",
    " reflecting ",
    " for ",
    " because ",
    " alongside ",
];

/// The term of each figure of a sentence. `None` where no word names one.
pub fn of(sentence: &str, figures: &[Figure]) -> Vec<Option<Term>> {
    let lower = sentence.to_ascii_lowercase();
    let mut found: Vec<Option<Term>> = Vec::with_capacity(figures.len());
    for (at, figure) in figures.iter().enumerate() {
        let from = at.checked_sub(1).map_or(0, |before| figures[before].range.end);
        let to = figures.get(at + 1).map_or(lower.len(), |next| next.range.start);
        let before = &lower[from..figure.range.start];
        let after = &lower[figure.range.end..to];
        let is_bound = is_bound(before);
        let (ahead, behind) = (leading(after), trailing(before));
        let term = if is_bound { behind.or(ahead) } else { ahead.or(behind) };
        let inherits = term.is_none() && before.trim_matches([' ', '*']).trim_end_matches('~').trim() == "/";
        found.push(if inherits { found.last().copied().flatten() } else { term });
    }
    found
}

/// Whether the words before a figure bind it to the term before them: `base of`, `RSUs at`.
fn is_bound(before: &str) -> bool {
    let bare = before.trim_end_matches([' ', '*', '~', '"', '“']);
    let binds = [
        "of",
        "at",
        "to",
        "worth",
        "is",
        "=",
        ":",
        "around",
        "approximately",
        "totaling",
        "near",
        "reach",
        "reaches",
        "valued at",
    ];
    let word = binds.iter().find(|word| bare.ends_with(*word));
    let Some(word) = word else { return false };
    let rest = bare[..bare.len() - word.len()].trim_end_matches([' ', '*']);
    let tail: String = rest.chars().rev().take(34).collect::<Vec<_>>().into_iter().rev().collect();
    named(&tail).last().is_some_and(|(at, word, _)| {
        let gap = tail[at + word.len()..].trim();
        gap.split_whitespace().count() <= 4 && !gap.contains([',', ';', '.', '—'])
    })
}

/// The first term after a figure, before anything parts them.
fn leading(after: &str) -> Option<Term> {
    let after = after.trim_start_matches(['*', '+', ' ', '"', '”']);
    let after = after
        .strip_prefix("in ")
        .or_else(|| after.strip_prefix("of "))
        .or_else(|| after.strip_prefix("worth of "))
        .unwrap_or(after);
    let cut = after.find([',', ';', '.', '—', '–', '?', '(', '/', ':']).unwrap_or(after.len());
    let cut = BREAKS.iter().filter_map(|word| after.find(word)).min().unwrap_or(cut).min(cut);
    let near: usize = after[..cut].char_indices().nth(40).map_or(cut, |(at, _)| at);
    let mut terms = named(&after[..near]);
    let first = terms.next()?;
    let strongest = std::iter::once(first).chain(terms).find(|(_, _, term)| *term == Term::Other);
    let signing = matches!(first.2, Term::Signing);
    match strongest {
        Some(_) if !signing => Some(Term::Other),
        _ => Some(first.2),
    }
}

/// The last term before a figure.
fn trailing(before: &str) -> Option<Term> {
    let cut = before.rfind([';', '?']).map_or(0, |at| at + 1);
    let mut last = None;
    for (_, _, term) in named(&before[cut..]) {
        last = Some(term);
    }
    last
}

/// The term words of a text, in order; the longest at each place.
fn named(text: &str) -> impl Iterator<Item = (usize, &'static str, Term)> {
    let mut from = 0;
    std::iter::from_fn(move || {
        while from < text.len() {
            let at = from;
            let is_start = text.is_char_boundary(at)
                && !text[..at].chars().next_back().is_some_and(|c| c.is_alphanumeric() || c == '-');
            if is_start {
                let fits = WORDS.iter().filter(|(word, _)| {
                    text[at..].starts_with(word)
                        && !text[at + word.len()..].starts_with(|c: char| c.is_alphanumeric())
                });
                if let Some((word, term)) = fits.max_by_key(|(word, _)| word.len()) {
                    from = at + word.len();
                    return Some((at, *word, *term));
                }
            }
            from += 1;
        }
        None
    })
}
