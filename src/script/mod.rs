//! The words: a playbook's sentences and the program's own templates, filled with what the user
//! entered and what the plan computed. Each passage knows where it comes from. Pure.
//!
//! The spoken part never says the floor: what the spoken sentences are filled with does not hold it,
//! and a playbook's sentence that spells it out is left out.

mod check;
mod desk;
mod figure;
mod letter;
mod lever;
mod lint;
mod offers;
mod packages;
mod private;
mod sentence;
mod slots;
mod spoken;
mod template;
mod words;

use jiff::civil::Date;

pub use check::{Finding, Severity, check};
pub use letter::{Letter, LetterKind, letters};
pub use lint::Lint;
pub use packages::{package_note, package_sentence};
pub use sentence::{Segment, Sentence, lever_sentence};
pub use template::slots;

use crate::domain::plan::Plan;
use crate::domain::playbook::Playbook;
use crate::domain::problem::Problem;
use crate::domain::session::Session;
use desk::Desk;

/// Whether a passage is for their ears or for the user's eyes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Spoken,
    Private,
}

impl Part {
    pub fn name(self) -> &'static str {
        match self {
            Self::Spoken => "spoken",
            Self::Private => "private",
        }
    }
}

/// Where a passage's words come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    Opening,
    /// A lever of the playbook, by its id.
    Lever(String),
    Rivals,
    Ask,
    Close,
    /// An answer to something they may say.
    Reply,
    /// The playbook's strategy.
    Strategy,
    /// The computed plan.
    Plan,
    /// The user's own words, in place of the original.
    Own {
        original: String,
    },
}

impl Source {
    pub fn name(&self) -> &'static str {
        match self {
            Self::Opening => "opening",
            Self::Lever(_) => "lever",
            Self::Rivals => "rivals",
            Self::Ask => "ask",
            Self::Close => "close",
            Self::Reply => "reply",
            Self::Strategy => "strategy",
            Self::Plan => "plan",
            Self::Own { .. } => "own",
        }
    }
}

/// One passage of the script.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// Stable, such as `opening` or `lever.community`; the user's edits are kept under it.
    pub id: String,
    pub part: Part,
    pub heading: String,
    /// Spoken: one paragraph. Private: a line for each thing to know.
    pub text: String,
    pub source: Source,
    /// A stage direction: what to do, not what to say.
    pub note: Option<String>,
}

/// A sentence that is not in the script, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// The lever's id; `strategy` for the playbook's own summing-up.
    pub lever: String,
    pub name: String,
    pub why: String,
}

/// The whole script, spoken part first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Script {
    pub passages: Vec<Passage>,
    pub left_out: Vec<LeftOut>,
    pub lints: Vec<Lint>,
}

impl Script {
    pub fn part(&self, part: Part) -> impl Iterator<Item = &Passage> {
        self.passages.iter().filter(move |passage| passage.part == part)
    }
}

/// Puts the script together.
///
/// # Errors
/// When a sentence of the playbook is no template this program accepts; the problem's path names it,
/// such as `levers[2].script`.
pub fn assemble(playbook: &Playbook, session: &Session, plan: &Plan, today: Date) -> Result<Script, Problem> {
    let desk = Desk::new(playbook, session, plan, today);
    let levers = lever::speak(&desk)?;
    let (mut passages, left_out) = spoken::passages(&desk, levers)?;
    passages.extend(private::passages(&desk)?);
    for passage in &mut passages {
        let own = session.script.edits.get(&passage.id).map(|text| words::lines(text));
        if let Some(own) = own.filter(|own| !own.is_empty()) {
            let original = std::mem::replace(&mut passage.text, own);
            passage.source = Source::Own { original };
        }
    }
    let lints = lint::review(&desk, &passages);
    Ok(Script { passages, left_out, lints })
}

#[cfg(test)]
mod laws;
#[cfg(test)]
pub(crate) mod tests;
