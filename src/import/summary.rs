//! The guide's opening words: its short phrases, its paragraph, the month of its figures.

use super::Report;
use super::document::{Document, Kind};
use super::guide::clipped;
use super::section::{self, Topic};

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// The longest phrase; a longer one is prose.
const PHRASE: usize = 140;

/// The phrases of the "negotiation DNA" line.
pub fn phrases(document: &Document, report: &mut Report) -> Vec<String> {
    let lines = section::sections(document, Topic::Summary);
    let found = lines.map(|section| (section.at, section.heading.rest)).find_map(|(at, rest)| {
        let prose = &document.blocks[at].prose;
        let text = prose.text[rest..].trim();
        (!text.is_empty()).then(|| (text.to_owned(), prose.code.len() > 1, prose.line(), at))
    });
    let Some((text, is_coded, line, at)) = found else { return Vec::new() };
    let phrases: Vec<String> = if is_coded {
        let prose = &document.blocks[at].prose;
        prose.code.iter().filter_map(|range| prose.text.get(range.clone())).map(str::to_owned).collect()
    } else {
        text.split('|').map(|phrase| phrase.trim().to_owned()).collect()
    };
    let phrases: Vec<String> =
        phrases.into_iter().filter(|phrase| !phrase.is_empty() && phrase.len() <= PHRASE).collect();
    if !phrases.is_empty() {
        report.place("summary", line);
    }
    phrases
}

/// The first paragraph of prose under the same heading.
pub fn about(document: &Document, report: &mut Report) -> Option<String> {
    let sections = section::sections(document, Topic::Summary);
    let mut blocks = sections.flat_map(|section| document.blocks[section.body].iter());
    let prose = blocks.find(|block| {
        let text = block.prose.text.trim();
        block.kind == Kind::Paragraph && !block.is_quoted && text.len() > PHRASE && !text.starts_with('*')
    })?;
    report.place("about", prose.prose.line());
    Some(clipped(prose.prose.text.trim()))
}

/// The month the figures were taken in, where a line near the top says so: `As of January 2026`.
pub fn as_of(document: &Document) -> Option<String> {
    let near_top = document.blocks.iter().take(12).map(|block| block.prose.text.to_lowercase());
    near_top.filter(|text| text.len() < 400).find_map(|text| {
        let said = ["as of", "updated", "prepared", "figures from", "data from"];
        let after = said.iter().find_map(|word| text.find(word).map(|at| at + word.len()))?;
        month(text.get(after..)?)
    })
}

fn month(text: &str) -> Option<String> {
    let mut words =
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(6).peekable();
    while let Some(word) = words.next() {
        let named = MONTHS.iter().position(|month| word.starts_with(month));
        let mut following = words.clone().filter(|word| word.len() == 4 && word.starts_with("20"));
        if let (Some(month), Some(year)) = (named, following.next())
            && year.chars().all(|c| c.is_ascii_digit())
        {
            return Some(format!("{year}-{:02}", month.saturating_add(1)));
        }
    }
    None
}
