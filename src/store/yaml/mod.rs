//! Playbooks and sessions from YAML (JSON is YAML) and sessions back into it.
//!
//! A sound file takes the ordinary reader only. When that refuses, the text is read a second time
//! into a tree with places, so that a message can name file, line and column.

mod fault;
mod path;
mod reader;
mod scrub;
mod syntax;
#[cfg(test)]
mod tests;
mod tree;

use std::path::Path;
use std::rc::Rc;

use serde::de::DeserializeOwned;

use self::reader::{Manner, Reader};
use self::tree::{Kind, Node};
use super::failure::Failure;
use super::invalid::{Invalid, Located, Place};
use crate::domain::playbook::{self, Playbook};
use crate::domain::problem::Problem;
use crate::domain::session::{self, Session};
use crate::domain::{check, text};

/// From this size on a text is looked through before the ordinary reader gets it.
const LARGE: usize = 256 << 10;
/// The same for this many brackets and braces: the reader's time grows with the square of their depth.
const MANY_BRACKETS: usize = 2000;

/// A session as its file tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionRead {
    pub session: Session,
    /// The format's number where it is newer than ours: keys unknown to us were passed over, and the
    /// file must not be written.
    pub newer: Option<u32>,
}

/// Why a text became no playbook and no session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unread {
    Newer { found: u32, known: u32 },
    Faults(Vec<Located>),
}

impl Unread {
    /// The failure of a file with that text.
    pub fn in_file(self, path: &Path, text: &str) -> Failure {
        match self {
            Self::Newer { found, known } => Failure::NewerFormat { path: path.to_owned(), found, known },
            Self::Faults(faults) => Invalid::new(path, bare(text), faults).into(),
        }
    }
}

/// Reads a playbook and checks it.
///
/// # Errors
/// With every place that is wrong, or when a newer program wrote it.
pub fn parse_playbook(text: &str) -> Result<Playbook, Unread> {
    let text = bare(text);
    guard(text)?;
    let mut playbook: Playbook = match serde_yaml::from_str(text) {
        Ok(playbook) => playbook,
        Err(error) => return Err(refusal::<Playbook>(text, &error, "playbook", playbook::FORMAT)),
    };
    expect_format(text, "playbook", playbook.playbook, playbook::FORMAT)?;
    scrub::playbook(&mut playbook);
    let problems = check::playbook(&playbook);
    if problems.is_empty() { Ok(playbook) } else { Err(Unread::Faults(place_all(text, problems))) }
}

/// Reads a session; what it says is checked later, beside its playbook.
///
/// # Errors
/// With the place that is wrong, or when it is of a newer format in which nothing can be made out.
pub fn parse_session(text: &str) -> Result<SessionRead, Unread> {
    let text = bare(text);
    guard(text)?;
    let (mut session, newer) = match serde_yaml::from_str::<Session>(text) {
        Ok(session) if session.session > session::FORMAT => {
            let newer = session.session;
            (session, Some(newer))
        }
        Ok(session) => {
            expect_format(text, "session", session.session, session::FORMAT)?;
            (session, None)
        }
        Err(error) => match refusal::<Session>(text, &error, "session", session::FORMAT) {
            Unread::Newer { found, known } => match tolerantly(text) {
                Some(session) => (session, Some(found)),
                None => return Err(Unread::Newer { found, known }),
            },
            faults @ Unread::Faults(_) => return Err(faults),
        },
    };
    let problems = scrub::session(&mut session);
    if problems.is_empty() {
        Ok(SessionRead { session, newer })
    } else {
        Err(Unread::Faults(place_all(text, problems)))
    }
}

/// A session as the text of its file.
///
/// # Errors
/// Never for a session that was read or made by edits.
pub fn to_yaml(session: &Session) -> Result<String, Problem> {
    serde_yaml::to_string(session).map_err(|error| Problem::new("unwritable", error.to_string()))
}

/// A playbook as the text of its file.
///
/// # Errors
/// Never for a playbook that was read or imported.
pub fn playbook_to_yaml(playbook: &Playbook) -> Result<String, Problem> {
    serde_yaml::to_string(playbook).map_err(|error| Problem::new("unwritable", error.to_string()))
}

/// Line and column, from one, of the value that a problem is about.
pub fn locate(text: &str, problem: &Problem) -> Option<(usize, usize)> {
    let text = bare(text);
    let tree = tree::build(text).ok()?;
    let place = Place::of(text, path::find(&tree, &problem.at));
    Some((place.line, place.column))
}

/// Puts problems in their places; without any where the text is no YAML.
pub fn place_all(text: &str, problems: Vec<Problem>) -> Vec<Located> {
    let text = bare(text);
    let tree = tree::build(text).ok();
    let place = |problem: &Problem| Some(Place::of(text, path::find(tree.as_deref()?, &problem.at)));
    problems.into_iter().map(|problem| Located { place: place(&problem), problem }).collect()
}

/// The text without a byte order mark.
pub(super) fn bare(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

/// Refuses what is empty, and what would cost the ordinary reader too much.
fn guard(text: &str) -> Result<(), Unread> {
    if text.trim_matches(|c: char| c.is_whitespace() || c == '\0').is_empty() {
        let message = if text.contains('\0') {
            "This file is damaged: it holds nothing but zero bytes."
        } else {
            "This file is damaged: empty file."
        };
        let problem = Problem::new("empty", message);
        return Err(Unread::Faults(vec![Located { problem, place: None }]));
    }
    let commas = text.bytes().filter(|b| *b == b',').count();
    if commas > tree::MOST_VALUES {
        let message = format!("This file holds more than {} values.", tree::MOST_VALUES);
        let problem = Problem::new("too-many", message);
        return Err(Unread::Faults(vec![Located { problem, place: None }]));
    }
    let brackets = text.bytes().filter(|b| matches!(b, b'[' | b'{')).count();
    let has_aliases = text.contains('&') && text.contains('*');
    if text.len() > LARGE || brackets > MANY_BRACKETS || has_aliases {
        tree::build(text).map_err(|fault| Unread::Faults(vec![*fault]))?;
    }
    Ok(())
}

fn expect_format(text: &str, key: &'static str, found: u32, known: u32) -> Result<(), Unread> {
    if found == known {
        return Ok(());
    }
    if found > known {
        return Err(Unread::Newer { found, known });
    }
    let problem = Problem::new("format-unknown", format!("There is no format {found} of a {key}."))
        .at(key)
        .hint(format!("Write `{key}: {known}`."));
    Err(Unread::Faults(place_all(text, vec![problem])))
}

/// Reads a refused text again, for the places of what is wrong with it.
fn refusal<T: DeserializeOwned>(text: &str, error: &serde_yaml::Error, key: &str, known: u32) -> Unread {
    let tree = match tree::build(text) {
        Ok(tree) => tree,
        Err(fault) => return Unread::Faults(vec![*fault]),
    };
    let number = tree.get(key).and_then(|entry| entry.value.scalar()?.parse::<u32>().ok());
    if let Some(found) = number.filter(|found| *found > known) {
        return Unread::Newer { found, known };
    }
    let mut faults = Vec::new();
    repeated(text, &tree, &mut faults);
    if faults.is_empty()
        && let Err(fault) = T::deserialize(Reader { node: &tree, manner: Manner::Strict })
    {
        let place = fault.span.map(|span| Place::of(text, span));
        faults.push(Located { problem: fault.problem, place });
    }
    if faults.is_empty() {
        faults.push(by_the_reader(text, error));
    }
    Unread::Faults(faults)
}

/// What the ordinary reader says where the second reading finds nothing wrong.
fn by_the_reader(text: &str, error: &serde_yaml::Error) -> Located {
    if let Some(location) = error.location() {
        return syntax::fault(text, location.index().min(text.len()), &error.to_string());
    }
    let message = format!("This cannot be read: {}.", text::excerpt(&error.to_string(), 160));
    Located { problem: Problem::new("yaml-unreadable", message), place: None }
}

/// Finds keys that stand twice in one group, each with the place of the first.
fn repeated(text: &str, node: &Node, faults: &mut Vec<Located>) {
    match &node.kind {
        Kind::Scalar { .. } => {}
        Kind::List(items) => items.iter().for_each(|item| repeated(text, item, faults)),
        Kind::Map(entries) => {
            let mut seen = std::collections::HashMap::new();
            for entry in entries {
                let Some(key) = entry.key.scalar() else { continue };
                if let Some(first) = seen.insert(key, entry) {
                    let earlier = Place::of(text, first.key.span.clone());
                    let mut place = Place::of(text, entry.key.span.clone());
                    let key = text::excerpt(key, 60);
                    let message =
                        format!("`{key}` stands twice: in line {} and in line {}.", earlier.line, place.line);
                    place.earlier = Some(Box::new(earlier));
                    let problem = Problem::new("key-twice", message).hint("Keep one of them.");
                    faults.push(Located { problem, place: Some(place) });
                }
                repeated(text, &entry.value, faults);
            }
        }
    }
}

/// Reads a session of a newer format, passing over what this program does not know.
fn tolerantly(text: &str) -> Option<Session> {
    let tree: Rc<Node> = tree::build(text).ok()?;
    serde::Deserialize::deserialize(Reader { node: &tree, manner: Manner::Tolerant }).ok()
}
