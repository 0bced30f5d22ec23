//! The parts of a guide, found by their headings: level mapping, levers, strategy, sources.
//!
//! A heading is a Markdown heading, a paragraph that is bold throughout, or the bold words that a
//! paragraph starts with.

use std::ops::Range;

use super::document::{Block, Document, Kind};

/// What a part of the guide is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    Summary,
    Levels,
    Levers,
    /// A heading that is one lever.
    Lever,
    Strategy,
    Evidence,
    /// Any other heading.
    Other,
}

/// A heading as it stands in a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    pub topic: Topic,
    pub text: String,
    /// The byte of the block's text where the words after the heading start.
    pub rest: usize,
    /// 1 to 6; 7 for bold words.
    pub depth: u8,
}

/// A part: its heading, and the blocks after it up to the next heading that is not below it.
#[derive(Debug, Clone)]
pub struct Section {
    pub heading: Heading,
    /// The block that holds the heading.
    pub at: usize,
    /// The blocks after the heading.
    pub body: Range<usize>,
}

/// The heading that a block is or starts with.
pub fn heading(block: &Block) -> Option<Heading> {
    let prose = &block.prose;
    let text = prose.text.as_str();
    if let Kind::Heading(depth) = block.kind {
        return Some(Heading { topic: topic(text), text: text.trim().to_owned(), rest: text.len(), depth });
    }
    if !matches!(block.kind, Kind::Paragraph | Kind::Item { .. }) {
        return None;
    }
    let (bold, end) = prose.bold_lead()?;
    let after = text[end..].trim_start();
    let closes = bold.trim_end().ends_with(':') || after.starts_with(':') || after.is_empty();
    let topic = topic(bold);
    let is_heading = closes || topic == Topic::Lever;
    is_heading.then(|| {
        let rest = text.len() - after.trim_start_matches(':').trim_start().len();
        Heading { topic, text: bold.trim().trim_end_matches(':').to_owned(), rest, depth: 7 }
    })
}

fn topic(text: &str) -> Topic {
    let lower = text.to_lowercase();
    let lower = lower.trim_start_matches(|c: char| !c.is_alphanumeric());
    let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    if lever_name(text).is_some() {
        Topic::Lever
    } else if lower.contains("negotiation dna") {
        Topic::Summary
    } else if has(&["negotiate up strategy", "negotiation strategy", "closing strategy", "overall strategy"])
        || lower.starts_with("strategy")
    {
        Topic::Strategy
    } else if has(&["evidence", "sources", "references"]) && !has(&["levers"]) {
        Topic::Evidence
    } else if has(&[
        "level mapping",
        "leveling",
        "levelling",
        "level equivalen",
        "level map",
        "internal titles",
    ]) {
        Topic::Levels
    } else if has(&["levers"]) {
        Topic::Levers
    } else {
        Topic::Other
    }
}

/// The name in `Lever 3: Name`, `Global Lever 1 — Name` or `Lever: Name`.
pub fn lever_name(text: &str) -> Option<&str> {
    let bare = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let word = |text: &str, word: &str| {
        text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word)).then_some(word.len())
    };
    let bare = word(bare, "global ").map_or(bare, |after| &bare[after..]);
    let after = &bare[word(bare, "lever")?..];
    let numbered = after.trim_start().trim_start_matches('#');
    let digits = numbered.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_numbered = digits.len() < numbered.len();
    let rest = if is_numbered { digits } else { after };
    let rest = rest.trim_start();
    let parted = rest.trim_start_matches([':', '—', '–', '-', '.', ')']);
    let is_parted = parted.len() < rest.len() || (is_numbered && rest.is_empty());
    is_parted.then(|| parted.trim().trim_end_matches(':'))
}

/// Every part about a topic.
pub fn sections(document: &Document, wanted: Topic) -> impl Iterator<Item = Section> {
    document.blocks.iter().enumerate().filter_map(move |(at, block)| {
        let heading = heading(block).filter(|heading| heading.topic == wanted)?;
        let end = end(document, at, &heading);
        Some(Section { heading, at, body: at + 1..end })
    })
}

/// Where a part ends: at the next heading that is not below its own. Bold words end no part that a
/// real heading began, unless they begin one that is known.
fn end(document: &Document, at: usize, own: &Heading) -> usize {
    let rest = document.blocks.iter().enumerate().skip(at + 1);
    let ends = |block: &Block| {
        heading(block).is_some_and(|next| match next.topic {
            Topic::Lever => own.topic == Topic::Lever && next.depth <= own.depth,
            Topic::Other if own.topic == Topic::Levers => false,
            Topic::Other => {
                let is_whole = next.depth < 7 || next.rest >= block.prose.text.trim_end().len();
                next.depth <= own.depth && is_whole && !matches!(block.kind, Kind::Item { .. })
            }
            topic => {
                let is_item = matches!(block.kind, Kind::Item { .. });
                topic != own.topic || (next.depth <= own.depth && !is_item)
            }
        })
    };
    rest.into_iter().find(|(_, block)| ends(block)).map_or(document.blocks.len(), |(at, _)| at)
}
