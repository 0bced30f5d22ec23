//! What was understood of one guide, for the person who imports it.

use std::io::{self, IsTerminal};

use super::convert::Converted;
use crate::export;

/// The width where no terminal tells one, and the widest that is easy to read.
const WIDTH: usize = 80;
const WIDEST: usize = 140;
/// How many printed lines each part may have.
const MOST_UNDERSTOOD: usize = 40;
const MOST_DOUBTS: usize = 20;

/// The guide's lines beside what they became, then what is doubtful, then what was not understood.
pub fn page(converted: &Converted, width: usize) -> String {
    let import = &converted.import;
    let rows = export::understood(&import.playbook, &import.report.lines, &converted.guide);
    let (review, left) = export::review(&rows, width, MOST_UNDERSTOOD);
    let mut parts = Vec::new();
    if !rows.is_empty() {
        parts.push(review + &more(left));
    }
    let warnings = import.report.warnings.iter().map(|warning| (warning.line, warning.message.as_str()));
    parts.extend(list("To look at:", warnings, width));
    let unread = import.report.not_understood.iter().map(|unread| (unread.line, unread.text.as_str()));
    parts.extend(list("Not understood:", unread, width));
    parts.join("\n\n")
}

fn list<'a>(
    title: &str,
    rows: impl ExactSizeIterator<Item = (usize, &'a str)>,
    width: usize,
) -> Option<String> {
    let count = rows.len();
    let row = |(line, text): (usize, &str)| export::wrap(text, width, &format!("  line {line}: "), "    ");
    let lines: Vec<String> = rows.take(MOST_DOUBTS).map(row).collect();
    (count > 0).then(|| format!("{title}\n{}{}", lines.join("\n"), more(count.saturating_sub(MOST_DOUBTS))))
}

fn more(left: usize) -> String {
    if left == 0 { String::new() } else { format!("\n… and {left} more, with --json") }
}

/// The width of the terminal that words go to.
pub fn width() -> usize {
    let columns = io::stderr().is_terminal().then(crossterm::terminal::size);
    match columns {
        Some(Ok((columns, _))) if columns > 0 => usize::from(columns).min(WIDEST),
        _ => WIDTH,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::import::{convert, fake, origin::Origin};
    use crate::store::Binder;

    fn paged(guide: &str) -> String {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("guide.md");
        std::fs::write(&path, guide).unwrap();
        let converted =
            convert::convert(&Origin::File(path), &Binder::Folder("out".into()), fake::read).unwrap();
        page(&converted, 60)
    }

    #[test]
    fn each_part_is_there_when_it_has_something_to_say() {
        assert_eq!(paged("a/b\nAcme"), "line 2  Acme                 → Acme");
        let page = paged(&format!("a/b\nAcme\n?low pay\n{}", "?odd\n".repeat(30)));
        let parts: Vec<&str> = page.split("\n\n").collect();
        assert_eq!(parts.len(), 2, "{page}");
        assert!(parts[1].starts_with("To look at:\n  line 3: ?low pay\n"), "{page}");
        assert!(parts[1].ends_with("\n… and 11 more, with --json"), "{page}");
    }
}
