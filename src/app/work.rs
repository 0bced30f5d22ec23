//! The open negotiation: its inputs, what follows from them, and what was done to it.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::msg::Opened;
use crate::domain::edit::Edit;
use crate::domain::plan::Plan;
use crate::domain::playbook::{Lever, Playbook, Question};
use crate::domain::problem::Problem;
use crate::domain::session::{Session, Step};
use crate::form::Desk;
use crate::script;

/// Whether the work is on disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saved {
    /// Never written: nothing was changed yet.
    Never,
    /// At this time of day.
    At(String),
    Failed(String),
}

/// One negotiation on the desk.
#[derive(Debug)]
pub struct Work {
    pub name: Option<String>,
    pub playbook: Playbook,
    pub session: Session,
    /// The plan, or what it lacks.
    pub plan: Result<Plan, Problem>,
    pub read_only: bool,
    pub saved: Saved,
    /// Text typed but not taken, by field.
    pub drafts: BTreeMap<String, String>,
    /// Why a draft was not taken, by field.
    pub problems: BTreeMap<String, Problem>,
    /// Counts the changes, so that what is derived from the session is derived once for each.
    pub revision: u64,
    dirty: bool,
    undo: Vec<Edit>,
    redo: Vec<Edit>,
    lever_questions: Vec<Vec<usize>>,
}

impl Work {
    pub fn new(opened: Opened, today: Date) -> Self {
        let Opened { name, session, playbook, drafts, read_only, .. } = opened;
        let plan = Plan::compute(&playbook, &session, today);
        let lever_questions = playbook.levers.iter().map(|lever| questions_of(&playbook, lever)).collect();
        Self {
            saved: Saved::Never,
            name,
            plan,
            read_only,
            drafts,
            problems: BTreeMap::new(),
            revision: 0,
            dirty: false,
            undo: Vec::new(),
            redo: Vec::new(),
            lever_questions,
            playbook,
            session,
        }
    }

    pub fn desk(&self, today: Date) -> Desk<'_> {
        Desk { playbook: &self.playbook, session: &self.session, today }
    }

    /// Whether something is not on disk yet.
    pub fn is_dirty(&self) -> bool {
        self.dirty && !self.read_only
    }

    pub fn saved_now(&mut self, name: String, at: String) {
        self.name = Some(name);
        self.saved = Saved::At(at);
        self.dirty = false;
    }

    pub fn not_saved(&mut self, why: String) {
        self.saved = Saved::Failed(why);
    }

    /// Keeps typed text that is not taken yet; text equal to the held answer is no draft.
    pub fn draft(&mut self, key: String, text: &str, held: &str) {
        let before = self.drafts.remove(&key);
        let now = (text != held).then(|| text.to_owned());
        self.dirty |= before != now;
        self.drafts.extend(now.map(|now| (key, now)));
    }

    pub fn take_draft(&mut self, key: &str) {
        self.dirty |= self.drafts.remove(key).is_some();
        self.problems.remove(key);
    }

    /// Makes a change, undoable.
    pub fn apply(&mut self, edit: Edit, today: Date) {
        let before = self.session.clone();
        move_drafts(&mut self.drafts, &edit);
        let inverse = edit.apply(&mut self.session);
        if self.session != before {
            self.undo.push(inverse);
            self.redo.clear();
            self.follow(today);
        }
    }

    /// Notes the furthest step reached; no change that one would undo.
    pub fn reach(&mut self, step: Step) {
        if self.session.step.is_none_or(|reached| reached < step) {
            let _inverse = Edit::Step(Some(step)).apply(&mut self.session);
            self.dirty |= self.name.is_some();
        }
    }

    /// Takes the last change back; `false` when there is none.
    pub fn undo(&mut self, today: Date) -> bool {
        let Some(edit) = self.undo.pop() else { return false };
        move_drafts(&mut self.drafts, &edit);
        self.redo.push(edit.apply(&mut self.session));
        self.follow(today);
        true
    }

    pub fn redo(&mut self, today: Date) -> bool {
        let Some(edit) = self.redo.pop() else { return false };
        move_drafts(&mut self.drafts, &edit);
        self.undo.push(edit.apply(&mut self.session));
        self.follow(today);
        true
    }

    fn follow(&mut self, today: Date) {
        self.dirty = true;
        self.revision += 1;
        self.problems.clear();
        self.plan = Plan::compute(&self.playbook, &self.session, today);
    }

    /// The questions whose answers a lever's sentence uses.
    pub fn questions(&self, lever: usize) -> Vec<&Question> {
        let indices = self.lever_questions.get(lever).map_or(&[][..], Vec::as_slice);
        indices.iter().filter_map(|&index| self.playbook.questions.get(index)).collect()
    }

    /// Whom one negotiates with, for what, where.
    pub fn subject(&self) -> String {
        let company = self.session.company.as_ref().unwrap_or(&self.playbook.company);
        let role = self.session.role.as_ref().unwrap_or(&self.playbook.role);
        let mut subject = format!("{company} · {role}");
        if !self.session.region.is_empty() {
            subject.push_str(" · ");
            subject.push_str(&self.session.region);
        }
        subject
    }
}

/// Lets the drafts of offers follow their offers to other places; those of a removed offer go.
fn move_drafts(drafts: &mut BTreeMap<String, String>, edit: &Edit) {
    let place = |at: usize| match edit {
        Edit::InsertAlternative { index, .. } if at >= *index => Some(at + 1),
        Edit::RemoveAlternative { index } if at == *index => None,
        Edit::RemoveAlternative { index } if at > *index => Some(at - 1),
        _ => Some(at),
    };
    if let Edit::All(edits) = edit {
        for edit in edits {
            move_drafts(drafts, edit);
        }
        return;
    }
    *drafts = std::mem::take(drafts)
        .into_iter()
        .filter_map(|(key, text)| {
            let of_offer = key.strip_prefix("alternatives[").and_then(|rest| rest.split_once(']'));
            match of_offer.and_then(|(at, rest)| Some((at.parse().ok()?, rest))) {
                Some((at, rest)) => Some((format!("alternatives[{}]{rest}", place(at)?), text)),
                None => Some((key, text)),
            }
        })
        .collect();
}

/// The places of the questions that a lever's sentences have slots for.
fn questions_of(playbook: &Playbook, lever: &Lever) -> Vec<usize> {
    let sentences = std::iter::once(&lever.script).chain(&lever.softer);
    let slots: BTreeSet<String> =
        sentences.flat_map(|sentence| script::slots(sentence).unwrap_or_default()).collect();
    let asked = playbook.questions.iter().enumerate().filter(|(_, question)| slots.contains(&question.id));
    asked.map(|(index, _)| index).collect()
}
