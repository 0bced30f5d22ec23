//! The title: whose guide it is, for which role.

use super::Refusal;
use super::document::{Block, Document, Kind};

/// A guide's title, as its first lines say it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Title {
    pub role: String,
    pub company: String,
    pub line: usize,
}

/// How far from the top a title may stand, in blocks: banners come before it.
const NEAR_TOP: usize = 8;

/// What parts role and company. A bare dash parts them only between blanks.
const SEPARATORS: [&str; 6] = [" | ", " — ", " – ", " -- ", " - ", ": "];

/// Words that belong to the kind of document, at the end of a title.
const TRAILING: [&str; 16] = [
    "guide",
    "playbook",
    "negotiation",
    "negotiations",
    "salary",
    "global",
    "compensation",
    "comp",
    "offer",
    "pay",
    "handbook",
    "complete",
    "ultimate",
    "edition",
    "the",
    "script",
];

/// Words that only a role has.
const ROLES: [&str; 22] = [
    "engineer",
    "engineering",
    "manager",
    "designer",
    "scientist",
    "architect",
    "developer",
    "analyst",
    "lead",
    "director",
    "researcher",
    "administrator",
    "specialist",
    "consultant",
    "recruiter",
    "writer",
    "marketer",
    "accountant",
    "representative",
    "executive",
    "officer",
    "swe",
];

/// The title of a guide.
///
/// # Errors
/// When no line near the top names a role and a company, or the text holds two guides.
pub fn read(document: &Document) -> Result<Title, Refusal> {
    let near_top = document.blocks.iter().take(NEAR_TOP);
    let mut titles = near_top.filter(|block| may_be_title(block)).filter_map(titled);
    let mut named = document.blocks.iter().take(NEAR_TOP).filter(|block| names_a_guide(&block.prose.text));
    let best = named.find_map(titled).or_else(|| titles.next()).ok_or_else(|| untitled(document))?;
    let second = document.blocks.iter().filter(|block| matches!(block.kind, Kind::Heading(_)));
    let second = second.filter(|block| block.prose.line() > best.line && names_a_guide(&block.prose.text));
    let other =
        second.filter_map(titled).find(|title| title.role != best.role || title.company != best.company);
    if let Some(other) = other {
        return Err(Refusal {
            code: "two-titles",
            line: other.line,
            message: format!(
                "A second guide starts here: {}, {} (the first, in line {}, is {}, {}).",
                other.role, other.company, best.line, best.role, best.company
            ),
            hint: Some("Put each guide into a file of its own.".to_owned()),
        });
    }
    Ok(best)
}

fn untitled(document: &Document) -> Refusal {
    let first = document.blocks.iter().find(|block| !block.prose.text.trim().is_empty());
    let shown =
        first.map_or(String::new(), |block| crate::domain::text::excerpt(block.prose.text.trim(), 60));
    Refusal {
        code: "not-a-guide",
        line: first.map_or(1, |block| block.prose.line()),
        message: format!("“{shown}” names no role at a company, so this is no negotiation guide."),
        hint: Some(
            "A guide starts with a title such as “Software Engineer | Acme Negotiation Guide”.".to_owned(),
        ),
    }
}

/// Whether a line says of itself that it is a guide.
fn names_a_guide(text: &str) -> bool {
    let lower = text.to_lowercase();
    let is_guide = ["guide", "playbook", "handbook"].iter().any(|word| lower.contains(word));
    is_guide && SEPARATORS.iter().any(|separator| text.contains(separator)) && text.len() < 200
}

fn may_be_title(block: &Block) -> bool {
    let text = block.prose.text.trim();
    let is_bold = block.prose.strong.first().is_some_and(|bold| bold.start == 0 && bold.end >= text.len());
    let is_heading = matches!(block.kind, Kind::Heading(_)) || is_bold;
    is_heading && text.len() < 160 && has_role(text)
}

fn has_role(text: &str) -> bool {
    let lower = text.to_lowercase();
    lower
        .split(|c: char| !c.is_alphanumeric())
        .any(|word| ROLES.contains(&word) || ROLES.contains(&word.trim_end_matches('s')))
}

/// Takes a title line apart.
fn titled(block: &Block) -> Option<Title> {
    let text = plain(&block.prose.text);
    let line = block.prose.line();
    let (left, right) = parts(&text)?;
    let (left, right) = (trimmed(left), trimmed(right));
    if left.is_empty() || right.is_empty() {
        return None;
    }
    let (role, company) = if has_role(&right) && !has_role(&left) { (right, left) } else { (left, right) };
    has_letters(&role).then_some(())?;
    has_letters(&company).then_some(Title { role, company, line })
}

fn has_letters(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

/// The two sides of the first separator whose sides both say something.
fn parts(text: &str) -> Option<(&str, &str)> {
    let says = |(left, right): &(&str, &str)| !trimmed(left).is_empty() && !trimmed(right).is_empty();
    let parted = SEPARATORS.iter().find_map(|separator| {
        let mut sides: Vec<&str> = text.split(separator).filter(|side| !trimmed(side).is_empty()).collect();
        sides.truncate(4);
        let named = sides.iter().position(|side| has_role(side));
        match (sides.len(), named) {
            (0 | 1, _) => None,
            (2, _) => Some((sides[0], sides[1])),
            (_, Some(at)) if at + 1 < sides.len() => Some((sides[at], sides[at + 1])),
            _ => Some((sides[0], sides[1])),
        }
    });
    parted.filter(says).or_else(|| text.split_once(" at ").filter(says))
}

/// Without pictures, code marks and other ornament at either end.
fn plain(text: &str) -> String {
    text.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, ')' | '(' | '+' | '#' | '!' | '.'))
        .to_owned()
}

/// Without the words that name the kind of document, the year and what is in brackets behind them.
fn trimmed(side: &str) -> String {
    let mut words: Vec<&str> = side.split_whitespace().collect();
    while let Some(last) = words.last() {
        let bare: String = last.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
        let is_year = bare.len() == 4 && bare.starts_with("20") && bare.chars().all(|c| c.is_ascii_digit());
        if bare.is_empty() || is_year || TRAILING.contains(&bare.as_str()) {
            words.pop();
        } else {
            break;
        }
    }
    words
        .join(" ")
        .trim_matches([':', '*', '`', '#', ' ', '—', '–', '|'])
        .trim_end_matches(['-', ','])
        .to_owned()
}
