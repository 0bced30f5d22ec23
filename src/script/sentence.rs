//! A lever's sentence as its screen shows it, live: what is filled, and what is still open.

use super::lever::{term_words, wording};
use super::slots::Slots;
use super::template::{self, FILLED, Fault};
use super::words;
use crate::domain::plan::{Plan, Term};
use crate::domain::playbook::{Lever, Playbook};
use crate::domain::session::{Backing, Session};

/// A piece of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Segment {
    /// The playbook's words.
    Plain(String),
    /// The user's words, or a figure of the plan.
    Filled(String),
    /// Still to be said: `‹Where did you build it?›`.
    Gap(String),
}

impl Segment {
    pub fn text(&self) -> &str {
        match self {
            Self::Plain(text) | Self::Filled(text) | Self::Gap(text) => text,
        }
    }
}

/// A sentence with its gaps showing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    pub segments: Vec<Segment>,
}

impl Sentence {
    pub fn text(&self) -> String {
        self.segments.iter().map(Segment::text).collect()
    }

    /// Whether nothing is open any more.
    pub fn is_complete(&self) -> bool {
        !self.segments.iter().any(|segment| matches!(segment, Segment::Gap(_)))
    }
}

/// A lever's sentence for a backing; one that is not backed shows what it would say.
///
/// Without a plan its figures are gaps too.
pub fn lever_sentence(
    lever: &Lever,
    backing: Backing,
    playbook: &Playbook,
    session: &Session,
    plan: Option<&Plan>,
) -> Sentence {
    let (_, source) = wording(lever, backing);
    let slots = Slots::spoken(playbook, session, plan);
    let gap = |what: String| Sentence { segments: vec![Segment::Gap(what)] };
    let (known, open) = match with_gaps(playbook, &slots, source, false) {
        Ok(slots) => slots,
        Err(problem) => return gap(problem.message),
    };
    let rendered = match template::sentence(source, known.value(), true) {
        Err(Fault::Missing) => match with_gaps(playbook, &slots, source, true) {
            Ok((all, gaps)) => template::sentence(source, all.value(), true).map(|text| (text, gaps)),
            Err(problem) => Err(Fault::Broken(problem)),
        },
        rendered => rendered.map(|text| (text, open)),
    };
    match rendered {
        Ok((text, gaps)) => Sentence { segments: segments(&words::spaced(&text), &gaps) },
        Err(fault) => gap(fault.problem().message),
    }
}

/// The slots with a gap in place of each open question; with `all`, of everything that is open.
fn with_gaps(
    playbook: &Playbook,
    slots: &Slots,
    source: &str,
    all: bool,
) -> Result<(Slots, Vec<String>), crate::domain::problem::Problem> {
    let mut filled = slots.clone();
    let mut gaps = Vec::new();
    for name in template::slots(source)? {
        if slots.get(&name).is_some() {
            continue;
        }
        let what = match playbook.question(&name) {
            Some(question) => question.ask.clone(),
            None if name == "rivals" => "your other offers".to_owned(),
            None if !all => continue,
            None => figure_gap(&name),
        };
        let gap = format!("‹{}›", words::one_line(&what));
        filled.put(&name, gap.clone());
        gaps.push(gap);
    }
    Ok((filled, gaps))
}

fn figure_gap(name: &str) -> String {
    let term = Term::ALL.into_iter().find(|term| name.ends_with(term.name()));
    term.map_or_else(|| name.to_owned(), |term| format!("no {} yet", term_words(term)))
}

fn segments(text: &str, gaps: &[String]) -> Vec<Segment> {
    let (open, close) = FILLED;
    let mut segments = Vec::new();
    let mut rest = text;
    while let Some((plain, marked)) = rest.split_once(open) {
        let (value, after) = marked.split_once(close).unwrap_or((marked, ""));
        if !plain.is_empty() {
            segments.push(Segment::Plain(plain.to_owned()));
        }
        let value = value.to_owned();
        segments.push(if gaps.contains(&value) { Segment::Gap(value) } else { Segment::Filled(value) });
        rest = after;
    }
    if !rest.is_empty() {
        segments.push(Segment::Plain(rest.to_owned()));
    }
    segments
}
