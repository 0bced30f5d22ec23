//! Text that is no YAML, in words for somebody who writes it by hand.

use crate::domain::problem::Problem;
use crate::domain::text;
use crate::store::invalid::{Located, Place, boundary};

/// The fault at a place where the YAML parser gave up with `reason`.
///
/// A tab in an indentation is looked for first: parsers blame the line before it, or its colon.
pub(super) fn fault(text: &str, at: usize, reason: &str) -> Located {
    if let Some(tab) = tab_near(text, at) {
        let problem = Problem::new("yaml-tab", "A tab stands in the indentation of this line.")
            .hint("Indent with spaces, two for each level.");
        return Located { problem, place: Some(Place::of(text, tab..tab + 1)) };
    }
    let reason = text::excerpt(reason, 160);
    let problem = Problem::new("yaml-unreadable", format!("This cannot be read as YAML: {reason}."));
    let problem = match advice(&reason) {
        Some(hint) => problem.hint(hint),
        None => problem,
    };
    Located { problem, place: Some(Place::of(text, at..at)) }
}

/// The first tab within an indentation from the line of `at` on, a few lines down at most.
fn tab_near(text: &str, at: usize) -> Option<usize> {
    let at = boundary(text, at);
    let mut start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    for line in text[start..].split_inclusive('\n').take(3) {
        let indentation = line.len() - line.trim_start_matches([' ', '\t']).len();
        if let Some(tab) = line[..indentation].find('\t') {
            return Some(start + tab);
        }
        start += line.len();
    }
    None
}

fn advice(reason: &str) -> Option<&'static str> {
    const KNOWN: [(&str, &str); 6] = [
        (
            "mapping values are not allowed",
            "Put quotes around a text that contains `: `, or check the indentation.",
        ),
        ("quoted scalar", "Close the quotation mark that was opened here."),
        ("block mapping", "Check the indentation: the keys of one group begin in the same column."),
        ("block collection", "Check the indentation: the items of one list begin in the same column."),
        ("flow", "Close the bracket or the brace that was opened, and put commas between its items."),
        ("cannot start any token", "Put quotes around a text that begins with a sign such as @, % or `."),
    ];
    KNOWN.iter().find(|(part, _)| reason.contains(part)).map(|(_, hint)| *hint)
}
