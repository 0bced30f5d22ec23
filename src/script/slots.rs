//! What the slots of a sentence are filled with. The floor is not among it, so no sentence can say it.

use std::collections::{BTreeMap, BTreeSet};

use minijinja::Value;

use super::offers::{Offers, years_of};
use super::words;
use crate::domain::money::{Decimal, show};
use crate::domain::plan::{Package, Plan, Term};
use crate::domain::playbook::{ANY_COMPANY, Playbook};
use crate::domain::session::Session;

/// How a company without a name is spoken of, to its face.
pub(super) const UNNAMED: &str = "your company";

/// The values of the slots, by name: `ask.base`, `company`, a question's id.
#[derive(Debug, Clone, Default)]
pub(super) struct Slots(BTreeMap<String, String>);

impl Slots {
    /// What may be said aloud.
    pub fn spoken(playbook: &Playbook, session: &Session, plan: Option<&Plan>) -> Self {
        let mut slots = Self::default();
        for question in &playbook.questions {
            let text = session.answers.get(&question.id).map_or("", String::as_str);
            if let Some(answer) = words::answer(text, question.kind, plan.map(|plan| plan.currency)) {
                slots.put(&question.id, answer);
            }
        }
        slots.put("company", company(playbook, session));
        slots.put("role", role(playbook, session));
        slots.put("region", words::one_line(&session.region));
        if let Some(plan) = plan {
            for term in Term::ALL {
                if let Some(ask) = asked(plan, term, &plan.ask) {
                    slots.put(&format!("ask.{}", term.name()), ask);
                    slots.put(&format!("range.{}", term.name()), range(plan, term));
                }
            }
            let offers = Offers::of(session, plan, target_years(playbook, session));
            if let Some(rivals) = offers.in_words() {
                slots.put("rivals", rivals);
            }
        }
        slots
    }

    /// The spoken slots and the floor, for what the user alone reads.
    pub fn private(playbook: &Playbook, session: &Session, plan: &Plan) -> Self {
        let mut slots = Self::spoken(playbook, session, Some(plan));
        let say = |amount| show::short(plan.currency, amount);
        if let Some(base) = plan.floor.base {
            slots.put("floor.base", say(base));
        }
        if let Some(base) = plan.floor.cautious_base {
            slots.put("floor.cautious_base", say(base));
        }
        slots
    }

    /// The names that a spoken sentence of this playbook may use.
    pub fn known(playbook: &Playbook) -> BTreeSet<String> {
        let own = ["company", "role", "region", "rivals"].into_iter().map(str::to_owned);
        let terms = Term::ALL.into_iter().map(Term::name);
        let figures = terms.flat_map(|term| [format!("ask.{term}"), format!("range.{term}")]);
        own.chain(figures).chain(playbook.questions.iter().map(|question| question.id.clone())).collect()
    }

    /// The names that only the private page may use.
    pub const PRIVATE: [&str; 2] = ["floor.base", "floor.cautious_base"];

    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    pub fn put(&mut self, name: &str, value: String) {
        self.0.insert(name.to_owned(), value);
    }

    /// The values as the template engine takes them, grouped at the dot.
    pub fn value(&self) -> Value {
        let mut groups: BTreeMap<&str, BTreeMap<&str, Value>> =
            ["ask", "range", "floor"].map(|group| (group, BTreeMap::new())).into();
        let mut context: BTreeMap<&str, Value> = BTreeMap::new();
        for (name, value) in &self.0 {
            match name.split_once('.') {
                Some((group, rest)) => {
                    groups.entry(group).or_default().insert(rest, Value::from(value.as_str()));
                }
                None => {
                    context.insert(name, Value::from(value.as_str()));
                }
            }
        }
        context.extend(groups.into_iter().map(|(group, values)| (group, Value::from_iter(values))));
        Value::from_iter(context)
    }
}

/// The company at the other end, as it is spoken of.
pub(super) fn company(playbook: &Playbook, session: &Session) -> String {
    let named = session.company.as_deref().map(words::one_line).filter(|name| !name.is_empty());
    named.unwrap_or_else(|| {
        if playbook.id.starts_with(ANY_COMPANY) { UNNAMED.to_owned() } else { playbook.company.clone() }
    })
}

pub(super) fn role(playbook: &Playbook, session: &Session) -> String {
    let named = session.role.as_deref().map(words::one_line).filter(|name| !name.is_empty());
    named.unwrap_or_else(|| playbook.role.clone())
}

/// The years over which the target's grant vests.
pub(super) fn target_years(playbook: &Playbook, session: &Session) -> usize {
    let offered = session.target.as_ref().and_then(|target| target.equity.as_ref());
    match (offered, &playbook.equity.vesting) {
        (Some(equity), _) if equity.vesting.is_some() || equity.years.is_some() => years_of(equity),
        (_, Some(vesting)) => vesting.shares().len(),
        (_, None) => usize::from(playbook.equity.years.max(1)),
    }
}

/// A term's figure; `None` where nothing is asked.
pub(super) fn asked(plan: &Plan, term: Term, package: &Package) -> Option<String> {
    let amount: Decimal = package.get(term);
    (!amount.is_zero()).then(|| show::short(plan.currency, amount))
}

/// "Ask to opening"; the ask alone where they have offered it already.
pub(super) fn range(plan: &Plan, term: Term) -> String {
    let ask = plan.ask.get(term);
    let opening = if plan.held.contains(&term) { ask } else { plan.opening.get(term) };
    show::span(plan.currency, ask, opening)
}
