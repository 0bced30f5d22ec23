//! The words of a line with their places, and what stands between them.

use std::ops::Range;

/// What stands between a word and the one before it; the later ones part more strongly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    Space,
    /// `:` or `=`: what stands before names what follows.
    Colon,
    Slash,
    /// A comma, a plus, a line's end or the like.
    Break,
}

/// One word: never empty, never a separator at either end.
#[derive(Debug, Clone)]
pub(super) struct Atom<'a> {
    pub span: Range<usize>,
    pub text: &'a str,
    /// In lower case without hyphens and apostrophes: `Sign-On` is `signon`.
    pub key: String,
    pub gap: Gap,
    /// Between quotation marks: a name, whatever it looks like.
    pub quoted: bool,
}

const BREAKS: [char; 11] = [',', ';', '|', '&', '+', '\n', '\r', '•', '·', '–', '—'];
const SPACES: [char; 9] = ['(', ')', '[', ']', '{', '}', '"', '“', '”'];
/// What is part of a word inside it and none of it at its ends.
const EDGES: [char; 10] = ['.', '!', '?', '-', '*', '#', '>', '@', '\'', '…'];

/// Whether a character may stand between words.
pub fn is_separator(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, ':' | '=' | '/')
        || BREAKS.contains(&c)
        || SPACES.contains(&c)
        || EDGES.contains(&c)
}

pub(super) fn split(line: &str) -> Vec<Atom<'_>> {
    let mut atoms: Vec<Atom> = Vec::new();
    let (mut at, mut gap) = (0, Gap::Space);
    while let Some(c) = line[at..].chars().next() {
        if let Some(inner) = quoted(line, at) {
            atoms.push(atom(line, inner.clone(), gap, true));
            gap = Gap::Space;
            at = inner.end + line[inner.end..].chars().next().map_or(0, char::len_utf8);
            continue;
        }
        let end = word_end(line, at);
        if end == at {
            gap = gap.max(gap_of(c));
            at += c.len_utf8();
            continue;
        }
        let word = trimmed(line, at..end);
        if word.is_empty() {
            gap = Gap::Break;
        } else {
            atoms.push(atom(line, word, gap, false));
            gap = Gap::Space;
        }
        at = end;
    }
    atoms
}

fn atom(line: &str, span: Range<usize>, gap: Gap, quoted: bool) -> Atom<'_> {
    let text = &line[span.clone()];
    let key = text.chars().filter(|c| !matches!(c, '-' | '\'' | '’')).flat_map(char::to_lowercase).collect();
    Atom { span, text, key, gap, quoted }
}

/// The inside of quotation marks that open here and close on the same line.
fn quoted(line: &str, at: usize) -> Option<Range<usize>> {
    let open = line[at..].chars().next().filter(|c| matches!(c, '"' | '“'))?;
    let start = at + open.len_utf8();
    let length = line[start..].find(if open == '"' { '"' } else { '”' })?;
    let inner = &line[start..start + length];
    let name = inner.trim();
    let from = start + (inner.len() - inner.trim_start().len());
    (!name.is_empty() && !name.contains('\n')).then(|| from..from + name.len())
}

fn gap_of(c: char) -> Gap {
    match c {
        ':' | '=' => Gap::Colon,
        '/' => Gap::Slash,
        c if BREAKS.contains(&c) => Gap::Break,
        _ => Gap::Space,
    }
}

/// Where the word that begins here ends; here, where none begins.
fn word_end(line: &str, at: usize) -> usize {
    let rest = &line[at..];
    if rest.get(..6).is_some_and(|head| head.eq_ignore_ascii_case("401(k)")) {
        return at + 6;
    }
    if let Some(length) = date_length(rest) {
        return at + length;
    }
    let mut before = None;
    let mut chars = rest.char_indices().peekable();
    while let Some((offset, c)) = chars.next() {
        let after = chars.peek().map(|(_, next)| *next);
        let between = |test: fn(char) -> bool| before.is_some_and(test) && after.is_some_and(test);
        let inside = match c {
            ',' => between(|c| c.is_ascii_digit()),
            '&' => between(char::is_alphanumeric),
            '–' | '—' => between(|c| c.is_ascii_digit() || c == '%'),
            // A space that is no plain one does not end a number.
            '\u{a0}' | '\u{202f}' | '\u{2009}' => between(|c| c.is_ascii_digit()),
            ':' | '=' | '/' => false,
            c => !(c.is_whitespace() || BREAKS.contains(&c) || SPACES.contains(&c)),
        };
        if !inside {
            return at + offset;
        }
        before = Some(c);
    }
    line.len()
}

/// Three figures between slashes, one of them a year.
fn date_length(rest: &str) -> Option<usize> {
    let length = rest.find(|c: char| !(c.is_ascii_digit() || c == '/')).unwrap_or(rest.len());
    let parts: Vec<&str> = rest[..length].split('/').collect();
    let fits = |part: &&str, most: usize| !part.is_empty() && part.len() <= most;
    let date = match parts.as_slice() {
        [year, month, day] if year.len() == 4 => fits(month, 2) && fits(day, 2),
        [one, other, year] => year.len() == 4 && fits(one, 2) && fits(other, 2),
        _ => false,
    };
    date.then_some(length)
}

/// The word without what only surrounds it; a sign before a figure stays.
fn trimmed(line: &str, span: Range<usize>) -> Range<usize> {
    let word = &line[span.clone()];
    let tail = word.trim_end_matches(EDGES);
    let mut head = tail.trim_start_matches(EDGES);
    let cut = &tail[..tail.len() - head.len()];
    let signed =
        cut.ends_with(['-', '.']) && head.starts_with(|c: char| c.is_ascii_digit() || "$€£₹".contains(c));
    if signed {
        head = &tail[cut.len() - 1..];
    }
    let start = span.start + tail.len() - head.len();
    start..start + head.len()
}
