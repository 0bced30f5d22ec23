use super::*;
use crate::domain::money::{Decimal, Money};
use crate::domain::offer::{Alternative, Equity, EquityKind, OfferStatus, StatedBonus};
use crate::domain::plan::Status;
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

pub(super) fn money(amount: i64) -> Money {
    Money::new(Decimal::from(amount)).unwrap()
}

pub(super) fn offer(company: &str, base: i64, grant: i64, kind: EquityKind) -> Alternative {
    let mut offer = Alternative::of(company, money(base));
    offer.equity = Some(Equity { kind: Some(kind), years: Some(4), ..Equity::of(money(grant)) });
    offer
}

/// A session in which every question is answered with its example and every lever fully backed.
pub(super) fn answered(playbook: &Playbook, region: &str) -> Session {
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

pub(super) fn spoken(script: &Script) -> String {
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

#[test]
fn each_standing_is_put_in_plain_words() {
    let (playbook, worked) = worked();
    let with = |change: &dyn Fn(&mut Session)| {
        let mut session = worked.clone();
        change(&mut session);
        let (_, script) = script_of(&playbook, &session);
        script.passages.into_iter().find(|passage| passage.id == "private.status").unwrap().text
    };
    let minimum =
        |amount| move |session: &mut Session| session.settings.personal_minimum = Some(money(amount));
    let bonus = |session: &mut Session| session.alternatives[0].bonus = Some("10%".parse().unwrap());
    let none = |session: &mut Session| session.alternatives.clear();
    let weak =
        |session: &mut Session| session.alternatives = vec![Alternative::of("Initech", money(120_000))];
    for (text, start) in [
        (with(&|_| {}), "There is room to agree: your floor of $200K lies below your ask of $215K."),
        (with(&minimum(230_000)), "Your own minimum of $230K lies above their top base of $220K."),
        (
            with(&minimum(217_000)),
            "Your levers alone would have asked for less than $217K, which is where your own",
        ),
        (
            with(&bonus),
            "Your levers alone would have asked for less than $220K, which is where Google L4 wins",
        ),
        (with(&none), "You have no other offer that counts"),
        (with(&weak), "Initech is worth less than the bottom of their band"),
    ] {
        assert!(text.starts_with(start), "{text}");
    }
}

#[test]
fn a_band_without_a_base_and_a_company_without_a_name() {
    let (mut playbook, mut session) = general();
    playbook.bands = serde_yaml::from_str("[{region: Berlin, currency: EUR}]").unwrap();
    session.company = None;
    session.band = serde_yaml::from_str("{currency: EUR, equity: {low: 20000, high: 40000}}").unwrap();
    session.alternatives.clear();
    let (_, script) = script_of(&playbook, &session);
    let words = spoken(&script);
    assert!(
        words.contains("as Software Engineer at your company. I'd like to talk about the package"),
        "{words}"
    );
    let out = script.left_out.iter().find(|out| out.lever == "scope").unwrap();
    assert_eq!(out.why, "Your plan has no base to ask for.");
    session.band = serde_yaml::from_str("{currency: EUR}").unwrap();
    let words = spoken(&script_of(&playbook, &session).1);
    assert!(words.contains("What would the whole package look like"), "{words}");
}
