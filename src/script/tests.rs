use proptest::prelude::*;

use super::*;
use crate::domain::money::{Decimal, Money};
use crate::domain::offer::{Alternative, Equity, EquityKind, OfferStatus, StatedBonus, TargetOffer};
use crate::domain::plan::{Status, Term};
use crate::domain::session::Backing;

pub(crate) fn hugging_face() -> Playbook {
    serde_yaml::from_str(include_str!("../../playbooks/huggingface-enterprise/software-engineer.yaml"))
        .unwrap()
}

pub(crate) fn any_company() -> Playbook {
    serde_yaml::from_str(include_str!("../../playbooks/any-company/software-engineer.yaml")).unwrap()
}

pub(crate) fn today() -> Date {
    "2026-11-23".parse().unwrap()
}

fn money(amount: i64) -> Money {
    Money::new(Decimal::from(amount)).unwrap()
}

fn offer(company: &str, base: i64, grant: i64, kind: EquityKind) -> Alternative {
    let mut offer = Alternative::of(company, money(base));
    offer.equity = Some(Equity { kind: Some(kind), years: Some(4), ..Equity::of(money(grant)) });
    offer
}

/// A session in which every question is answered with its example and every lever fully backed.
fn answered(playbook: &Playbook, region: &str) -> Session {
    let mut session = Session::new(&playbook.id, region);
    for question in &playbook.questions {
        session.answers.insert(question.id.clone(), question.example.clone().unwrap());
    }
    for lever in &playbook.levers {
        session.backing.insert(lever.id.clone(), Backing::Full);
    }
    session
}

/// The worked case of the computing rules, with names allowed.
pub(crate) fn worked() -> (Playbook, Session) {
    let playbook = hugging_face();
    let mut session = answered(&playbook, "San Francisco");
    let mut google = offer("Google", 210_000, 260_000, EquityKind::Rsu);
    google.level = Some("L4".to_owned());
    google.expires = Some("2026-11-27".parse().unwrap());
    session.alternatives = vec![google, offer("Anthropic", 215_000, 250_000, EquityKind::Private)];
    session.script.name_rivals = true;
    (playbook, session)
}

/// The general playbook with a posting's band and what two years of stock would cost.
fn general() -> (Playbook, Session) {
    let playbook = any_company();
    let mut session = answered(&playbook, "Berlin");
    session.company = Some("Acme".to_owned());
    session.answers.insert("left_behind".to_owned(), "30000".to_owned());
    session.band = serde_yaml::from_str("{currency: EUR, base: {low: 80000, high: 110000}}").unwrap();
    let mut verbal = Alternative::of("Initech", money(98_000));
    verbal.status = OfferStatus::Verbal;
    verbal.bonus = Some("10-15%".parse::<StatedBonus>().unwrap());
    session.alternatives = vec![verbal];
    session.backing.insert("scarce-skill".to_owned(), Backing::Partial);
    (playbook, session)
}

fn script_of(playbook: &Playbook, session: &Session) -> (Plan, Script) {
    let plan = Plan::compute(playbook, session, today()).unwrap();
    let script = assemble(playbook, session, &plan, today()).unwrap();
    (plan, script)
}

fn shown(script: &Script) -> String {
    let mut lines = Vec::new();
    for passage in &script.passages {
        lines.push(format!("[{} {}] {}", passage.part.name(), passage.id, passage.heading));
        lines.push(passage.text.clone());
        lines.extend(passage.note.iter().map(|note| format!("({note})")));
        lines.push(String::new());
    }
    lines.extend(script.left_out.iter().map(|out| format!("left out: {}: {}", out.lever, out.why)));
    lines.extend(script.lints.iter().map(|lint| format!("lint: {} {}", lint.passage, lint.message)));
    lines.join("\n")
}

fn spoken(script: &Script) -> String {
    script.part(Part::Spoken).map(|passage| passage.text.as_str()).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_worked_case_read_as_a_whole() {
    let (playbook, session) = worked();
    insta::assert_snapshot!("worked", shown(&script_of(&playbook, &session).1));
}

#[test]
fn the_general_playbook_read_as_a_whole() {
    let (playbook, session) = general();
    insta::assert_snapshot!("general", shown(&script_of(&playbook, &session).1));
}

#[test]
fn where_no_base_will_do_nothing_is_promised() {
    let (playbook, mut session) = worked();
    session.script.name_rivals = false;
    session.alternatives[0].bonus = Some("15%".parse().unwrap());
    session.target = serde_yaml::from_str("{base: 216000, signing: 10000, expires: 2026-12-01}").unwrap();
    let (plan, script) = script_of(&playbook, &session);
    assert_eq!(plan.status, Status::NoZone);
    assert!(!spoken(&script).contains("I'll sign") && !spoken(&script).contains("I commit"));
    insta::assert_snapshot!("no_zone", shown(&script));
}

#[test]
fn rivals_are_named_only_if_allowed() {
    let (playbook, mut session) = worked();
    let named = spoken(&script_of(&playbook, &session).1);
    let offer = "a written offer from Google at L4: $210K base and $260K in listed stock";
    assert!(named.contains(offer), "{named}");
    assert!(named.contains("The offer from Google runs until Friday 27 November."), "{named}");
    session.script.name_rivals = false;
    let unnamed = spoken(&script_of(&playbook, &session).1);
    assert!(!unnamed.contains("Google") && !unnamed.contains("Anthropic") && !unnamed.contains("L4"));
    assert!(unnamed.contains("another written offer at $210K base and $260K in listed stock"), "{unnamed}");
    assert!(unnamed.contains("One of my other offers runs until Friday 27 November."), "{unnamed}");
}

#[test]
fn a_verbal_offer_is_called_verbal_and_an_expected_one_is_silent() {
    let (playbook, mut session) = worked();
    session.alternatives[1].status = OfferStatus::Verbal;
    assert!(spoken(&script_of(&playbook, &session).1).contains("a verbal offer from Anthropic"));
    session.alternatives[1].status = OfferStatus::Expected;
    assert!(!spoken(&script_of(&playbook, &session).1).contains("Anthropic"));
    session.alternatives[0].expires = Some("2026-11-22".parse().unwrap());
    let (_, script) = script_of(&playbook, &session);
    assert!(!spoken(&script).contains("Google"));
    assert!(script.left_out.iter().any(|out| out.lever == "competing-offers" && out.why.contains("Offers")));
}

#[test]
fn what_they_have_offered_is_said_as_offered() {
    let (playbook, mut session) = worked();
    session.target = serde_yaml::from_str("{base: 216000}").unwrap();
    let (_, script) = script_of(&playbook, &session);
    let words = spoken(&script);
    assert!(words.contains("The base of $216K that you offered works for me."), "{words}");
    assert!(words.contains("$216K in base as you offered, $242K to $245K in equity"), "{words}");
    session.target = serde_yaml::from_str("{base: 216000, equity: {grant: 245000}, signing: 25000}").unwrap();
    let (_, script) = script_of(&playbook, &session);
    let words = spoken(&script);
    assert!(words.contains("is the package I would have asked for."), "{words}");
    assert!(script.part(Part::Spoken).all(|passage| passage.source != Source::Reply));
}

#[test]
fn an_unanswered_question_leaves_its_lever_out_and_says_which() {
    let (playbook, mut session) = worked();
    session.answers.remove("infrastructure_company");
    session.answers.insert("github_stars".to_owned(), "  ".to_owned());
    session.backing.insert("enterprise-hub".to_owned(), Backing::None);
    let (_, script) = script_of(&playbook, &session);
    let why: Vec<(&str, &str)> =
        script.left_out.iter().map(|out| (out.lever.as_str(), out.why.as_str())).collect();
    assert_eq!(
        why,
        [
            ("enterprise-hub", "You have not said that you can back it."),
            ("enterprise-infrastructure", "It still needs an answer to “Where did you build it?”."),
            ("community", "It still needs an answer to “How many GitHub stars does that work have?”."),
        ]
    );
}

#[test]
fn a_half_backed_lever_uses_softer_words() {
    let (playbook, mut session) = worked();
    session.backing.insert("enterprise-infrastructure".to_owned(), Backing::Partial);
    session.answers.remove("github_stars");
    session.backing.insert("community".to_owned(), Backing::Partial);
    let words = spoken(&script_of(&playbook, &session).1);
    assert!(words.contains("At Northwind Cloud I worked on the access layer"), "{words}");
    assert!(words.contains("Those ties come with me"), "{words}");
}

#[test]
fn a_playbook_that_says_the_floor_is_not_heard() {
    let (mut playbook, session) = worked();
    playbook.levers[0].script = "My floor is {{ ask.base }}.".to_owned();
    playbook.levers[1].script = "I could do it from 200 thousand on.".to_owned();
    playbook.strategy.as_mut().unwrap().script = Some("Below $214,000 I am gone.".to_owned());
    let (_, script) = script_of(&playbook, &session);
    let out: Vec<&str> = script.left_out.iter().map(|out| out.lever.as_str()).collect();
    assert_eq!(out, ["enterprise-hub", "ecosystem-impact", "strategy"]);
    assert!(script.left_out.iter().all(|out| out.why.contains("floor")));
}

#[test]
fn a_playbook_claims_no_offer_that_is_not_there() {
    let (mut playbook, session) = worked();
    playbook.levers[3].script = "Meta is at $230K, so I need {{ ask.base }}.".to_owned();
    let (_, script) = script_of(&playbook, &session);
    assert_eq!(script.left_out[0].lever, "competing-offers");
    assert!(script.left_out[0].why.contains("$230K"), "{}", script.left_out[0].why);
}

#[test]
fn a_broken_sentence_is_a_problem_with_its_place() {
    let (mut playbook, session) = worked();
    let plan = Plan::compute(&playbook, &session, today()).unwrap();
    playbook.levers[2].script = "One.\n{{ '-' * 10**9 }}".to_owned();
    let problem = assemble(&playbook, &session, &plan, today()).unwrap_err();
    assert_eq!(problem.at, "levers[2].script");
    assert!(problem.message.contains("line 2"), "{}", problem.message);
    playbook.levers[2].script = "{{ nobody }}".to_owned();
    let script = assemble(&playbook, &session, &plan, today()).unwrap();
    assert_eq!(script.left_out[0].why, "Its slot {{ nobody }} is one that nothing fills.");
}

#[test]
fn the_users_own_words_replace_a_passage_and_are_looked_at() {
    let (playbook, mut session) = worked();
    session.script.name_rivals = false;
    for (id, text) in [
        ("ask", "I want $210,500 in base."),
        ("close", "My floor is 200k, honestly."),
        ("opening", "Hello {{ name }}, Google sends its regards."),
        ("lever.community", "   "),
    ] {
        session.script.edits.insert(id.to_owned(), text.to_owned());
    }
    let (_, script) = script_of(&playbook, &session);
    let ask = script.passages.iter().find(|passage| passage.id == "ask").unwrap();
    assert_eq!(ask.text, "I want $210,500 in base.");
    assert!(matches!(&ask.source, Source::Own { original } if original.starts_with("So what I'm asking")));
    let found: Vec<(&str, &str)> =
        script.lints.iter().map(|lint| (lint.passage.as_str(), lint.code)).collect();
    assert_eq!(
        found,
        [
            ("opening", "slot"),
            ("opening", "rival-named"),
            ("ask", "below-ask"),
            ("close", "floor-figure"),
            ("close", "floor-word"),
            ("close", "below-ask"),
        ]
    );
}

#[test]
fn a_lever_shows_its_gaps() {
    let (playbook, mut session) = worked();
    session.answers.remove("infrastructure_company");
    session.alternatives.clear();
    let plan = Plan::compute(&playbook, &session, today()).unwrap();
    let show = |id: &str, backing, plan| {
        lever_sentence(playbook.lever(id).unwrap(), backing, &playbook, &session, plan)
    };
    let sentence = show("enterprise-infrastructure", Backing::None, Some(&plan));
    assert_eq!(sentence.segments[..5], [
        Segment::Plain("I built ".to_owned()),
        Segment::Filled("the access layer for 40 business customers".to_owned()),
        Segment::Plain(" at ".to_owned()),
        Segment::Gap("‹Where did you build it?›".to_owned()),
        Segment::Plain(
            ". It is the same kind of system the Hub needs before a Fortune 500 company will pay for it, and \
             I've been through it once already. That is why I put base at "
                .to_owned()
        ),
    ]);
    assert!(!sentence.is_complete());
    assert!(
        show("competing-offers", Backing::Full, Some(&plan))
            .text()
            .starts_with("I hold ‹your other offers›.")
    );
    assert!(show("community", Backing::Partial, Some(&plan)).is_complete());
    let blind = show("community", Backing::Full, None).text();
    assert!(blind.contains("‹no signing bonus to ask for yet›"), "{blind}");
    let mut broken = playbook.clone();
    broken.levers[4].script = "{% for x in y %}".to_owned();
    let sentence = lever_sentence(&broken.levers[4], Backing::Full, &broken, &session, Some(&plan));
    assert!(matches!(&sentence.segments[..], [Segment::Gap(_)]));
}

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
