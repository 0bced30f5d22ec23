//! The levers of a guide: numbered lines, headings, bold paragraphs; each with its text.

use super::Report;
use super::document::{Block, Document, Kind};
use super::section::{self, Topic};

/// The longest text of one lever, in bytes; what follows is no argument any more.
const LONGEST: usize = 6_000;
/// The most levers of one guide.
const MOST: usize = 60;

/// One lever as the guide prints it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    pub name: String,
    pub line: usize,
    /// What it says, with the line of each part.
    pub parts: Vec<Part>,
    /// Where it became too long to go on.
    cut: Option<(usize, String)>,
}

/// A run of text with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    pub text: String,
    pub line: usize,
    /// Whether it stood in a block quote.
    pub is_quoted: bool,
}

/// Every lever, in the guide's order; one without a name is called by its number.
pub fn read(document: &Document, report: &mut Report) -> Vec<Draft> {
    let mut drafts = drafts(document);
    for draft in drafts.drain(MOST.min(drafts.len())..) {
        report.unread(draft.line, &draft.name);
    }
    for (line, text) in drafts.iter().filter_map(|draft| draft.cut.as_ref()) {
        report.unread(*line, text);
    }
    for (at, draft) in
        drafts.iter_mut().enumerate().filter(|(_, draft)| !draft.name.contains(char::is_alphanumeric))
    {
        draft.name = format!("Lever {}", at + 1);
    }
    drafts
}

fn drafts(document: &Document) -> Vec<Draft> {
    let explicit: Vec<Draft> = section::sections(document, Topic::Lever)
        .map(|section| {
            let block = &document.blocks[section.at];
            let name = section::lever_name(&section.heading.text).unwrap_or(&section.heading.text);
            let mut draft = started(name, block, section.heading.rest);
            draft.take(&document.blocks[section.body]);
            draft
        })
        .collect();
    if explicit.len() > 1 {
        return explicit;
    }
    section::sections(document, Topic::Levers)
        .map(|section| listed(&document.blocks[section.body]))
        .find(|found| !found.is_empty())
        .unwrap_or(explicit)
}

/// Levers that a part lists under one heading.
fn listed(blocks: &[Block]) -> Vec<Draft> {
    let style = blocks.iter().find_map(style);
    let mut found: Vec<Draft> = Vec::new();
    for block in blocks {
        match (self::style(block), &style) {
            (Some(own), Some(wanted)) if own == *wanted => found.extend(named(block)),
            (Some(Style::Heading), Some(wanted)) if *wanted != Style::Heading => break,
            _ => {
                if let Some(last) = found.last_mut() {
                    last.take(std::slice::from_ref(block));
                }
            }
        }
    }
    found
}

/// How a list of levers is printed; one list keeps to one way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    Numbered,
    Heading,
    Bold,
    Bullet,
}

fn style(block: &Block) -> Option<Style> {
    let is_bold = block.prose.bold_lead().is_some();
    match block.kind {
        Kind::Heading(_) => Some(Style::Heading),
        Kind::Item { number: Some(_), depth: 1 } => Some(Style::Numbered),
        Kind::Item { number: None, depth: 1 } if is_bold => Some(Style::Bullet),
        Kind::Paragraph if is_bold && !block.is_quoted => Some(Style::Bold),
        _ => None,
    }
}

/// A lever from the block that names it.
fn named(block: &Block) -> Option<Draft> {
    let text = block.prose.text.as_str();
    let (name, rest) = match (&block.kind, block.prose.bold_lead()) {
        (Kind::Heading(_), _) => (text, text.len()),
        (_, Some((bold, end))) => (bold, end),
        _ => {
            let quote = text.find(['"', '“']).unwrap_or(text.len());
            let end =
                text[..quote].find([':', '—', '–']).or_else(|| text[..quote].find(". ")).unwrap_or(quote);
            (&text[..end], end)
        }
    };
    let draft = started(name, block, rest);
    (!draft.name.is_empty()).then_some(draft)
}

fn started(name: &str, block: &Block, rest: usize) -> Draft {
    let name = cleaned(name);
    let mut draft = Draft { name, line: block.prose.line(), parts: Vec::new(), cut: None };
    let text = &block.prose.text;
    let after = text[rest..].trim_start_matches([':', ' ', '—', '–', '-', '*']);
    let line = block.prose.line_at(text.len() - after.len());
    if !after.trim().is_empty() && after.len() <= LONGEST {
        draft.parts.push(Part { text: after.trim().to_owned(), line, is_quoted: block.is_quoted });
    }
    draft
}

/// The name without its number, the colon and a script that follows on the same line.
fn cleaned(name: &str) -> String {
    let name = section::lever_name(name).unwrap_or(name).trim();
    let unnumbered = name.trim_start_matches(|c: char| c.is_ascii_digit());
    let name = if unnumbered.len() < name.len() && unnumbered.starts_with(['.', ')']) {
        unnumbered.trim_start_matches(['.', ')']).trim_start()
    } else {
        name
    };
    let name = section::lever_name(name).unwrap_or(name);
    let script =
        [" — \"", " — “", ": \"", ": “", " - \"", " – \""].into_iter().find_map(|mark| name.find(mark));
    let name = &name[..script.unwrap_or(name.len())];
    let quoted = name.trim().strip_prefix("The \"").and_then(|rest| rest.strip_suffix("\" Lever"));
    quoted.unwrap_or(name).trim().trim_end_matches([':', '.', '—', '-']).trim().to_owned()
}

impl Draft {
    /// Adds what the blocks say, as far as there is room.
    fn take(&mut self, blocks: &[Block]) {
        let mut length: usize = self.parts.iter().map(|part| part.text.len()).sum();
        let said =
            blocks.iter().filter(|block| !matches!(block.kind, Kind::Rule | Kind::Code | Kind::Table(_)));
        for block in said {
            length += block.prose.text.len();
            if length > LONGEST {
                self.cut = Some((block.prose.line(), block.prose.text.clone()));
                break;
            }
            self.parts.push(Part {
                text: block.prose.text.trim().to_owned(),
                line: block.prose.line(),
                is_quoted: block.is_quoted,
            });
        }
    }

    /// All it says, in one text.
    pub fn text(&self) -> String {
        self.parts.iter().map(|part| part.text.as_str()).collect::<Vec<_>>().join(" ")
    }
}
