//! Levels elsewhere that match the role: chains (`A = B = C`), lists and tables.

use super::document::{Block, Document, Kind, Table};
use super::section::{self, Topic};

/// The levels, with the line they stand in.
pub fn read(document: &Document) -> Option<(Vec<String>, usize)> {
    section::sections(document, Topic::Levels).find_map(|section| {
        let block = &document.blocks[section.at];
        let rest = block.prose.text[section.heading.rest..].trim();
        if !rest.is_empty() {
            return Some((chain(rest), block.prose.line()));
        }
        document.blocks[section.body].iter().find_map(of_block)
    })
}

fn of_block(block: &Block) -> Option<(Vec<String>, usize)> {
    match &block.kind {
        Kind::Table(table) => first_row(table).map(|levels| (levels, table.line)),
        Kind::Paragraph | Kind::Item { .. } => {
            let levels = chain(&block.prose.text);
            (levels.len() > 1).then(|| (levels, block.prose.line()))
        }
        _ => None,
    }
}

/// `Header: cell` for each column of the first row.
fn first_row(table: &Table) -> Option<Vec<String>> {
    let row = table.rows.first()?;
    let cells = table.head.iter().zip(&row.cells).filter(|(_, cell)| !cell.is_empty());
    let levels: Vec<String> = cells
        .map(|(head, cell)| if head.is_empty() { cell.clone() } else { format!("{head}: {cell}") })
        .collect();
    (!levels.is_empty()).then_some(levels)
}

/// The links of a chain. What parts them is the strongest sign in it.
fn chain(text: &str) -> Vec<String> {
    let text = text.trim().trim_end_matches('.');
    let text = text.find(" -- ").map_or(text, |at| &text[..at]);
    let text =
        text.find(". ").filter(|at| text[..*at].contains(['=', '~', '≈'])).map_or(text, |at| &text[..at]);
    let links: Vec<&str> =
        text.split(['=', '≈', '~', '↔', '→']).map(str::trim).filter(|link| !link.is_empty()).collect();
    let links: Vec<&str> = match links.as_slice() {
        [own, others] => std::iter::once(*own).chain(listed(others)).collect(),
        [only] => match only.split_once(" maps to ").or_else(|| only.split_once(" equivalent to ")) {
            Some((own, others)) => std::iter::once(own).chain(listed(others)).collect(),
            None => listed(only),
        },
        _ => links.iter().flat_map(|link| link.split(" | ")).collect(),
    };
    links.into_iter().map(tidy).filter(|link| !link.is_empty()).collect()
}

/// The entries of a list: by bars, by blank slashes, or by commas outside brackets.
fn listed(text: &str) -> Vec<&str> {
    for sign in [" | ", " / ", "; "] {
        if text.contains(sign) {
            return text.split(sign).collect();
        }
    }
    let mut found = Vec::new();
    let (mut depth, mut from) = (0_usize, 0);
    for (at, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => {
                found.push(&text[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    found.push(&text[from..]);
    found
}

fn tidy(link: &str) -> String {
    let link = link.trim().trim_matches(['*', '`']).trim();
    link.strip_prefix("and ").unwrap_or(link).trim().to_owned()
}
