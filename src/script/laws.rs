//! What holds for every session: the spoken part keeps the floor, promises nothing false, and is clean.

use proptest::prelude::*;

use super::tests::{answered, hugging_face, money, offer, spoken, today};
use super::*;
use crate::domain::money::{Decimal, Money};
use crate::domain::offer::{Alternative, Equity, EquityKind, OfferStatus, TargetOffer};
use crate::domain::plan::{Status, Term};
use crate::domain::session::Backing;

fn amounts() -> impl Strategy<Value = i64> {
    (60_i64..400).prop_map(|thousands| thousands * 1_000)
}

fn kinds() -> impl Strategy<Value = EquityKind> {
    prop::sample::select(EquityKind::ALL.to_vec())
}

fn rivals() -> impl Strategy<Value = Alternative> {
    (amounts(), amounts(), kinds(), prop::sample::select(OfferStatus::ALL.to_vec()), 20_i8..28).prop_map(
        |(base, grant, kind, status, day)| {
            let mut rival = offer("Initrode", base, grant, kind);
            rival.status = status;
            rival.expires = Some(jiff::civil::date(2026, 11, day));
            rival
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn the_spoken_part_keeps_the_floor_and_is_clean(
        rivals in prop::collection::vec(rivals(), 0..4),
        backing in prop::collection::vec(prop::sample::select(Backing::ALL.to_vec()), 5),
        answered_too in prop::collection::vec(any::<bool>(), 9),
        target in prop::option::of((amounts(), prop::option::of(amounts()))),
        minimum in prop::option::of(amounts()),
        region in prop::sample::select(vec!["San Francisco", "New York", "Paris"]),
        named in any::<bool>(),
    ) {
        let playbook = hugging_face();
        let mut session = answered(&playbook, region);
        for (question, keep) in playbook.questions.iter().zip(answered_too) {
            if !keep {
                session.answers.remove(&question.id);
            }
        }
        for (lever, backing) in playbook.levers.iter().zip(backing) {
            session.backing.insert(lever.id.clone(), backing);
        }
        session.alternatives = rivals;
        session.target = target.map(|(base, grant)| TargetOffer {
            base: Some(money(base)),
            equity: grant.map(|grant| Equity::of(money(grant))),
            ..TargetOffer::default()
        });
        session.settings.personal_minimum = minimum.map(money);
        session.script.name_rivals = named;
        let plan = Plan::compute(&playbook, &session, today()).unwrap();
        let script = assemble(&playbook, &session, &plan, today()).unwrap();
        let words = spoken(&script);
        let public: Vec<Decimal> = Term::ALL
            .into_iter()
            .flat_map(|term| [plan.ask.get(term), plan.opening.get(term)])
            .chain(session.alternatives.iter().flat_map(|one| one.amounts().map(|(_, m)| m.amount())))
            .chain(session.target.iter().flat_map(|t| [t.base, t.equity.as_ref().map(|e| e.grant)]).flatten().map(Money::amount))
            .collect();
        for secret in [plan.floor.base, plan.floor.cautious_base, minimum.map(Decimal::from)].into_iter().flatten() {
            let said = figure::figures(&words).iter().any(|figure| figure.says(secret));
            prop_assert!(!said || public.contains(&secret), "{secret} is said in {words}");
        }
        prop_assert!(script.lints.is_empty(), "{:?}", script.lints);
        for blot in ["{{", "}}", "{%", "None", "none", "  ", " .", " ,", "..", "‹", "undefined", "\n\n", "$0", "€0"] {
            prop_assert!(!words.contains(blot), "{blot:?} in {words}");
        }
        prop_assert!(named || !words.contains("Initrode"));
        if plan.status == Status::NoZone {
            prop_assert!(!words.contains("I'll sign"));
        }
        let ids: std::collections::BTreeSet<_> = script.passages.iter().map(|passage| &passage.id).collect();
        prop_assert_eq!(ids.len(), script.passages.len());
    }
}
