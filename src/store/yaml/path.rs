//! From the path of a value, `alternatives[0].equity.vesting`, to its place in the text.

use std::ops::Range;

use super::tree::{Entry, Kind, Node};

/// The place of a value: of a group of values its key, of a missing one the nearest that holds it.
pub(super) fn find(root: &Node, path: &str) -> Range<usize> {
    let mut node = root;
    let mut place = root.span.clone();
    let mut rest = path;
    while let Some((next, at, after)) = step(node, rest) {
        node = next;
        place = at;
        rest = after;
    }
    place
}

fn step<'n, 'p>(node: &'n Node, path: &'p str) -> Option<(&'n Node, Range<usize>, &'p str)> {
    match &node.kind {
        Kind::Scalar { .. } => None,
        Kind::List(items) => {
            let (index, rest) = path.strip_prefix('[')?.split_once(']')?;
            let item = items.get(index.parse::<usize>().ok()?)?;
            let place = match &item.kind {
                Kind::Map(entries) => {
                    entries.first().map_or_else(|| item.span.clone(), |entry| entry.key.span.clone())
                }
                _ => item.span.clone(),
            };
            Some((item, place, after_dot(rest)))
        }
        Kind::Map(entries) => {
            let fitting = entries.iter().filter_map(|entry| Some((entry, behind(entry, path)?)));
            let (entry, rest) = fitting.min_by_key(|(_, rest)| rest.len())?;
            Some((&entry.value, place_of(entry), after_dot(rest)))
        }
    }
}

/// What follows a key in a path; keys may hold dots and brackets themselves.
fn behind<'p>(entry: &Entry, path: &'p str) -> Option<&'p str> {
    let rest = path.strip_prefix(entry.key.scalar()?)?;
    (rest.is_empty() || rest.starts_with(['.', '['])).then_some(rest)
}

fn after_dot(rest: &str) -> &str {
    rest.strip_prefix('.').unwrap_or(rest)
}

fn place_of(entry: &Entry) -> Range<usize> {
    match &entry.value.kind {
        Kind::Scalar { .. } if !entry.value.span.is_empty() => entry.value.span.clone(),
        _ => entry.key.span.clone(),
    }
}
