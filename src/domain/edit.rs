//! Every change to a session, as a value with an inverse. Screens, commands and import all use it;
//! undo is the inverse applied.

use std::mem;

use super::money::Currency;
use super::offer::{Alternative, TargetOffer};
use super::playbook::OwnBand;
use super::session::{Backing, Fx, Leans, Session, Settings, Step};

/// One change to a session. Each variant carries the value to be there afterwards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    Region {
        region: String,
        level: Option<String>,
    },
    Company(Option<String>),
    Role(Option<String>),
    Step(Option<Step>),
    Band(Option<OwnBand>),
    Answer {
        question: String,
        answer: Option<String>,
    },
    Backing {
        lever: String,
        backing: Backing,
    },
    Target(Option<Box<TargetOffer>>),
    InsertAlternative {
        index: usize,
        alternative: Box<Alternative>,
    },
    ReplaceAlternative {
        index: usize,
        alternative: Box<Alternative>,
    },
    RemoveAlternative {
        index: usize,
    },
    Settings(Box<Settings>),
    Fx {
        currency: Currency,
        fx: Option<Fx>,
    },
    Leans(Leans),
    NameRivals(bool),
    Passage {
        id: String,
        text: Option<String>,
    },
    /// Several changes that are undone together.
    All(Vec<Edit>),
}

impl Edit {
    /// Makes the change and returns the edit that takes it back.
    ///
    /// An index past the end appends (insert) or changes nothing (replace, remove).
    #[must_use = "the inverse is the undo"]
    pub fn apply(self, session: &mut Session) -> Self {
        match self {
            Self::Region { region, level } => Self::Region {
                region: mem::replace(&mut session.region, region),
                level: mem::replace(&mut session.level, level),
            },
            Self::Company(company) => Self::Company(mem::replace(&mut session.company, company)),
            Self::Role(role) => Self::Role(mem::replace(&mut session.role, role)),
            Self::Step(step) => Self::Step(mem::replace(&mut session.step, step)),
            Self::Band(band) => Self::Band(mem::replace(&mut session.band, band)),
            Self::Answer { question, answer } => {
                let before = put(&mut session.answers, &question, answer);
                Self::Answer { question, answer: before }
            }
            Self::Backing { lever, backing } => {
                let chosen = (backing != Backing::None).then_some(backing);
                let before = put(&mut session.backing, &lever, chosen).unwrap_or_default();
                Self::Backing { lever, backing: before }
            }
            Self::Target(target) => {
                let before = mem::replace(&mut session.target, target.map(|offer| *offer));
                Self::Target(before.map(Box::new))
            }
            Self::InsertAlternative { index, alternative } => {
                let index = index.min(session.alternatives.len());
                session.alternatives.insert(index, *alternative);
                Self::RemoveAlternative { index }
            }
            Self::ReplaceAlternative { index, alternative } => match session.alternatives.get_mut(index) {
                Some(slot) => {
                    let before = Box::new(mem::replace(slot, *alternative));
                    Self::ReplaceAlternative { index, alternative: before }
                }
                None => Self::All(Vec::new()),
            },
            Self::RemoveAlternative { index } if index < session.alternatives.len() => {
                let alternative = Box::new(session.alternatives.remove(index));
                Self::InsertAlternative { index, alternative }
            }
            Self::RemoveAlternative { .. } => Self::All(Vec::new()),
            Self::Settings(settings) => {
                Self::Settings(Box::new(mem::replace(&mut session.settings, *settings)))
            }
            Self::Fx { currency, fx } => {
                let before = put(&mut session.settings.fx, &currency, fx);
                Self::Fx { currency, fx: before }
            }
            Self::Leans(leans) => Self::Leans(mem::replace(&mut session.packages, leans)),
            Self::NameRivals(name) => Self::NameRivals(mem::replace(&mut session.script.name_rivals, name)),
            Self::Passage { id, text } => {
                let before = put(&mut session.script.edits, &id, text);
                Self::Passage { id, text: before }
            }
            Self::All(edits) => {
                let mut inverses: Vec<Self> = edits.into_iter().map(|edit| edit.apply(session)).collect();
                inverses.reverse();
                Self::All(inverses)
            }
        }
    }
}

fn put<K: Ord + Clone, V>(
    map: &mut std::collections::BTreeMap<K, V>,
    key: &K,
    value: Option<V>,
) -> Option<V> {
    match value {
        Some(value) => map.insert(key.clone(), value),
        None => map.remove(key),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::money::{Decimal, ExchangeRate, Money};

    fn money(amount: u32) -> Money {
        Money::new(Decimal::from(amount)).unwrap()
    }

    fn alternative(base: u32) -> Box<Alternative> {
        Box::new(Alternative::of("Rival", money(base)))
    }

    fn edit() -> impl Strategy<Value = Edit> {
        let text = || prop::option::of("[a-c]{1,3}");
        prop_oneof![
            ("[A-C]", text()).prop_map(|(region, level)| Edit::Region { region, level }),
            text().prop_map(Edit::Company),
            ("[a-c]", text()).prop_map(|(question, answer)| Edit::Answer { question, answer }),
            ("[a-c]", 0_usize..3).prop_map(|(lever, at)| Edit::Backing { lever, backing: Backing::ALL[at] }),
            prop::option::of(0_u32..9).prop_map(|base| {
                Edit::Target(
                    base.map(|base| {
                        Box::new(TargetOffer { base: Some(money(base)), ..TargetOffer::default() })
                    }),
                )
            }),
            (0_usize..4, 1_u32..9)
                .prop_map(|(index, base)| Edit::InsertAlternative { index, alternative: alternative(base) }),
            (0_usize..4, 1_u32..9)
                .prop_map(|(index, base)| Edit::ReplaceAlternative { index, alternative: alternative(base) }),
            (0_usize..4).prop_map(|index| Edit::RemoveAlternative { index }),
            prop::option::of(1_u32..9).prop_map(|rate| Edit::Fx {
                currency: Currency::GBP,
                fx: rate.map(|rate| Fx {
                    rate: ExchangeRate::new(Decimal::from(rate)).unwrap(),
                    as_of: None,
                    source: None,
                }),
            }),
            any::<bool>().prop_map(Edit::NameRivals),
            any::<i8>().prop_map(|base| Edit::Leans(Leans { base, ..Leans::default() })),
            ("[a-c]", text()).prop_map(|(id, text)| Edit::Passage { id, text }),
        ]
    }

    proptest! {
        #[test]
        fn undoing_everything_leads_back(edits in prop::collection::vec(edit(), 0..20)) {
            let start = Session::new("a/b", "A");
            let mut session = start.clone();
            let mut undo: Vec<Edit> = edits.into_iter().map(|edit| edit.apply(&mut session)).collect();
            let end = session.clone();
            let mut redo = Vec::new();
            while let Some(edit) = undo.pop() {
                redo.push(edit.apply(&mut session));
            }
            prop_assert_eq!(&session, &start);
            while let Some(edit) = redo.pop() {
                let _inverse = edit.apply(&mut session);
            }
            prop_assert_eq!(session, end);
        }

        #[test]
        fn edits_made_together_are_undone_together(edits in prop::collection::vec(edit(), 0..10)) {
            let start = Session::new("a/b", "A");
            let mut session = start.clone();
            let inverse = Edit::All(edits).apply(&mut session);
            let _redo = inverse.apply(&mut session);
            prop_assert_eq!(session, start);
        }
    }
}
