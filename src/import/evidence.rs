//! The sources a guide names.

use super::Report;
use super::document::{Document, Kind};
use super::section::{self, Topic};

/// Each source, one for a list item, or a paragraph where there is no list.
pub fn read(document: &Document, report: &mut Report) -> Vec<String> {
    let mut found = Vec::new();
    for section in section::sections(document, Topic::Evidence) {
        let blocks = &document.blocks[section.body];
        let has_items = blocks.iter().any(|block| matches!(block.kind, Kind::Item { .. }));
        let sources = blocks.iter().filter(|block| match block.kind {
            Kind::Item { depth, .. } => depth == 1,
            Kind::Paragraph => !has_items,
            _ => false,
        });
        for block in sources {
            report.place(format!("evidence[{}]", found.len()), block.prose.line());
            found.push(tidy(&block.prose.text));
        }
    }
    found
}

fn tidy(text: &str) -> String {
    let text = text.trim();
    let bare = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(text);
    bare.trim().to_owned()
}
