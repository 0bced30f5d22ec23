//! The steps that ask the playbook's own questions, and which steps are done.

use super::{Choice, Desk, Field, FieldId, Kind};
use crate::domain::playbook::{Lever, Question, QuestionKind};
use crate::domain::session::{Backing, Step};

/// The fields of the Background step: the playbook's questions.
pub fn background(desk: &Desk) -> Vec<Field> {
    desk.playbook.questions.iter().map(|question| asked(desk, question)).collect()
}

/// The fields of one lever: how well it is backed, then the questions its sentence needs.
pub fn lever(desk: &Desk, lever: &Lever, questions: &[&Question]) -> Vec<Field> {
    let choices = vec![
        Choice::new(Backing::None.name(), "no"),
        Choice::new(Backing::Partial.name(), "partly"),
        Choice::new(Backing::Full.name(), "fully"),
    ];
    let backing = Field::new(FieldId::Backing(lever.id.clone()), "Can you back it?", Kind::Choice(choices))
        .holding(Some(desk.session.backing_of(&lever.id).name()))
        .help(
            "Fully: you can show it today. Partly: it is true, but thin. No: leave it out; nothing is lost.",
        );
    std::iter::once(backing).chain(questions.iter().map(|question| asked(desk, question))).collect()
}

/// The one line that an offer may be typed into.
pub fn quick_line() -> Field {
    Field::new(FieldId::QuickLine, "Offer", Kind::Text)
}

fn asked(desk: &Desk, question: &Question) -> Field {
    let kind = match question.kind {
        QuestionKind::Text => Kind::Text,
        QuestionKind::Number => Kind::Number,
        QuestionKind::Money => Kind::Money(desk.currency()),
        QuestionKind::Choice => {
            let choice = |choice: &String| Choice::new(choice.clone(), choice.clone());
            Kind::Choice(question.choices.iter().map(choice).collect())
        }
    };
    Field::new(FieldId::Answer(question.id.clone()), question.ask.clone(), kind)
        .holding(desk.session.answers.get(&question.id))
        .example(question.example.clone().unwrap_or_default())
}

/// The levers that are backed at least partly, and all of them.
pub fn levers_backed(desk: &Desk) -> (usize, usize) {
    let levers = &desk.playbook.levers;
    let backed = levers.iter().filter(|lever| desk.session.backing_of(&lever.id) != Backing::None);
    (backed.count(), levers.len())
}

/// Whether a step has what the plan needs of it.
pub fn done(desk: &Desk, step: Step) -> bool {
    let session = desk.session;
    match step {
        Step::Target => {
            let is_left = session.step.is_some_and(|reached| reached > step);
            desk.band().is_some() && (is_left || session.target.is_some())
        }
        Step::Background => {
            let questions = &desk.playbook.questions;
            !questions.is_empty()
                && questions.iter().all(|question| session.answers.contains_key(&question.id))
        }
        Step::Offers => !session.alternatives.is_empty(),
        Step::Levers => levers_backed(desk).0 > 0,
        Step::Plan | Step::Script => {
            desk.band().is_some() && session.step.is_some_and(|reached| reached >= step)
        }
    }
}
