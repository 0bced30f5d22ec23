//! One line a rule: what is changed in a sound input, and where the problem is then.

use super::*;
use crate::domain::money::{Currency, Mark, Money, Range, Rate, RateRange};
use crate::domain::offer::{Alternative, Equity, OfferStatus, StatedBonus, TargetOffer};
use crate::domain::playbook::{
    Asks, Band, EquityTerms, FORMAT, Lever, OwnBand, Playbook, Question, QuestionKind,
};
use crate::domain::session::{Backing, Fx, Session};

fn money(amount: i64) -> Money {
    Money::new(amount.into()).unwrap()
}

fn pounds(amount: i64) -> Money {
    money(amount).marked(Some(Mark::Currency(Currency::GBP)))
}

fn range(low: i64, high: i64) -> Range {
    Range { low: money(low), high: money(high) }
}

fn own_band() -> OwnBand {
    OwnBand {
        currency: Currency::USD,
        base: Some(range(170_000, 220_000)),
        equity: Some(range(140_000, 250_000)),
        bonus: Some(RateRange { low: Rate::percent(5), high: Rate::percent(10) }),
        bonus_amount: None,
        total: None,
    }
}

fn band(region: &str, level: Option<&str>) -> Band {
    let OwnBand { currency, base, equity, bonus, bonus_amount, .. } = own_band();
    let (region, level) = (region.to_owned(), level.map(str::to_owned));
    Band {
        region,
        currency,
        level,
        base,
        equity,
        bonus,
        bonus_amount,
        total: Some(range(223_000, 315_000)),
        also: None,
    }
}

fn question(id: &str, kind: QuestionKind) -> Question {
    let choices = if kind == QuestionKind::Choice { vec!["red".to_owned()] } else { Vec::new() };
    Question { id: id.to_owned(), ask: "What?".to_owned(), kind, choices, example: None }
}

fn lever(id: &str) -> Lever {
    Lever {
        id: id.to_owned(),
        name: "Name".to_owned(),
        about: None,
        script: "Say it.".to_owned(),
        softer: None,
        asks: Some(Asks { base: Some(money(200_000)), ..Asks::default() }),
        from_offers: false,
    }
}

fn sound_playbook() -> Playbook {
    Playbook {
        playbook: FORMAT,
        id: "acme/engineer".to_owned(),
        company: "Acme".to_owned(),
        role: "Engineer".to_owned(),
        as_of: None,
        summary: Vec::new(),
        about: None,
        equity: EquityTerms::default(),
        bands: vec![band("San Francisco", None), band("Paris", Some("L4")), band("Paris", Some("L5"))],
        level_mapping: Vec::new(),
        questions: vec![
            question("text", QuestionKind::Text),
            question("number", QuestionKind::Number),
            question("money", QuestionKind::Money),
            question("choice", QuestionKind::Choice),
        ],
        levers: vec![lever("one"), lever("two")],
        strategy: None,
        evidence: Vec::new(),
    }
}

fn sound_session() -> Session {
    let mut session = Session::new("acme/engineer", "san francisco");
    for (id, answer) in [("text", "x"), ("number", "1,200"), ("money", "30000"), ("choice", "red")] {
        session.answers.insert(id.to_owned(), answer.to_owned());
    }
    session.backing.insert("one".to_owned(), Backing::Full);
    session
        .alternatives
        .push(Alternative { equity: Some(Equity::of(money(5))), ..Alternative::of("G", money(9)) });
    session.target = Some(TargetOffer::default());
    session
}

fn places(problems: &[Problem]) -> Vec<(&str, &str)> {
    problems.iter().map(|problem| (problem.code, problem.at.as_str())).collect()
}

type Change<T> = fn(&mut T);

#[test]
fn sound_inputs_pass() {
    assert_eq!(places(&playbook(&sound_playbook())), []);
    assert_eq!(places(&playbook_warnings(&sound_playbook())), []);
    assert_eq!(places(&session(&sound_session(), &sound_playbook())), []);
    assert_eq!(places(&session_warnings(&sound_session(), &sound_playbook())), []);
}

#[test]
fn each_rule_of_a_playbook() {
    let cases: [(Change<Playbook>, &str, &str); 18] = [
        (|p| p.id = "Acme/Engineer".into(), "id-invalid", "id"),
        (|p| p.id = "a//b".into(), "id-invalid", "id"),
        (|p| p.id = "../b".into(), "id-invalid", "id"),
        (|p| p.company = " ".into(), "empty", "company"),
        (|p| p.equity.years = 0, "years-range", "equity.years"),
        (|p| p.equity.years = 41, "years-range", "equity.years"),
        (|p| p.bands[1].region = String::new(), "empty", "bands[1].region"),
        (|p| p.bands[1].base = Some(range(2, 1)), "range-reversed", "bands[1].base"),
        (|p| p.bands[1].total = Some(range(2, 1)), "range-reversed", "bands[1].total"),
        (
            |p| p.bands[0].also = Some(OwnBand { equity: Some(range(2, 1)), ..own_band() }),
            "range-reversed",
            "bands[0].also.equity",
        ),
        (
            |p| p.bands[0].bonus = Some(RateRange { low: Rate::percent(9), high: Rate::percent(5) }),
            "range-reversed",
            "bands[0].bonus",
        ),
        (
            |p| p.bands[0].base = Some(Range { low: pounds(1), high: money(2) }),
            "currency-conflict",
            "bands[0].base.low",
        ),
        (|p| p.questions[1].id = "text".into(), "id-twice", "questions[1].id"),
        (|p| p.questions[1].ask = String::new(), "empty", "questions[1].ask"),
        (|p| p.levers[1].id = "one".into(), "id-twice", "levers[1].id"),
        (|p| p.levers[1].id = "One!".into(), "id-invalid", "levers[1].id"),
        (|p| p.levers[0].script = String::new(), "empty", "levers[0].script"),
        (
            |p| p.levers[0].asks = Some(Asks { signing: Some(pounds(1)), ..Asks::default() }),
            "currency-conflict",
            "levers[0].asks.signing",
        ),
    ];
    for (change, code, at) in cases {
        let mut changed = sound_playbook();
        change(&mut changed);
        assert_eq!(places(&playbook(&changed)), [(code, at)]);
    }
}

#[test]
fn each_rule_of_a_session() {
    let cases: [(Change<Session>, &str, &str); 22] = [
        (|s| s.region = "Berlin".into(), "region-unknown", "region"),
        (|s| (s.region, s.level) = ("PARIS".into(), Some("L9".into())), "level-unknown", "level"),
        (
            |s| {
                (s.region, s.band) =
                    ("Berlin".into(), Some(OwnBand { base: Some(range(2, 1)), ..own_band() }));
            },
            "range-reversed",
            "band.base",
        ),
        (|s| drop(s.answers.insert("number".into(), "many".into())), "number-unreadable", "answers.number"),
        (|s| drop(s.answers.insert("money".into(), "lots".into())), "amount-unreadable", "answers.money"),
        (|s| drop(s.answers.insert("choice".into(), "blue".into())), "choice-unknown", "answers.choice"),
        (|s| s.alternatives[0].company = String::new(), "empty", "alternatives[0].company"),
        (
            |s| s.alternatives[0].confidence = Some(Rate::percent(101)),
            "rate-above-100",
            "alternatives[0].confidence",
        ),
        (
            |s| (s.alternatives[0].currency, s.alternatives[0].base) = (Some(Currency::USD), pounds(95_000)),
            "currency-conflict",
            "alternatives[0].base",
        ),
        (
            |s| {
                s.alternatives[0].base = pounds(95_000);
                s.alternatives[0].signing = Some(money(5).marked(Some(Mark::Dollar)));
            },
            "currency-conflict",
            "alternatives[0].signing",
        ),
        (
            |s| {
                s.alternatives[0].bonus = Some(StatedBonus::of(Rate::percent(5)));
                s.alternatives[0].bonus_amount = Some(money(5));
            },
            "bonus-twice",
            "alternatives[0].bonus_amount",
        ),
        (
            |s| s.alternatives[0].equity = Some(Equity { years: Some(41), ..Equity::of(money(1)) }),
            "years-range",
            "alternatives[0].equity.years",
        ),
        (
            |s| {
                s.alternatives[0].equity =
                    Some(Equity { haircut: Some(Rate::percent(120)), ..Equity::of(money(1)) });
            },
            "rate-above-100",
            "alternatives[0].equity.haircut",
        ),
        (|s| s.alternatives[0].expires = "9999-12-31".parse().ok(), "date-range", "alternatives[0].expires"),
        (
            |s| s.target = Some(TargetOffer { expires: "1999-12-31".parse().ok(), ..TargetOffer::default() }),
            "date-range",
            "target.expires",
        ),
        (
            |s| {
                s.target =
                    Some(TargetOffer { equity: Some(Equity::of(pounds(1))), ..TargetOffer::default() });
            },
            "currency-conflict",
            "target.equity.grant",
        ),
        (|s| s.settings.horizon_years = 0, "years-range", "settings.horizon_years"),
        (|s| s.settings.horizon_years = 41, "years-range", "settings.horizon_years"),
        (|s| s.settings.discount_rate = Rate::percent(101), "rate-above-100", "settings.discount_rate"),
        (|s| s.settings.private_haircut = Rate::percent(101), "rate-above-100", "settings.private_haircut"),
        (|s| s.settings.personal_minimum = Some(pounds(1)), "currency-conflict", "settings.personal_minimum"),
        (
            |s| {
                let fx = Fx { rate: "1.27".parse().unwrap(), as_of: "0099-01-01".parse().ok(), source: None };
                s.settings.fx.insert(Currency::GBP, fx);
            },
            "date-range",
            "settings.fx.GBP.as_of",
        ),
    ];
    for (change, code, at) in cases {
        let mut changed = sound_session();
        change(&mut changed);
        assert_eq!(places(&session(&changed, &sound_playbook())), [(code, at)]);
    }
}

#[test]
fn a_general_playbook_needs_a_band_with_a_base() {
    let general = Playbook { bands: Vec::new(), ..sound_playbook() };
    let mut given = sound_session();
    assert_eq!(places(&session(&given, &general)), [("band-missing", "")]);
    given.band = Some(OwnBand { base: None, ..own_band() });
    assert_eq!(places(&session(&given, &general)), [("band-missing", "band")]);
    given.band = Some(own_band());
    assert_eq!(places(&session(&given, &general)), []);
}

#[test]
fn regions_are_named_in_the_hint() {
    let given = Session { region: "Berlin".to_owned(), ..sound_session() };
    let problems = session(&given, &sound_playbook());
    assert_eq!(problems[0].hint.as_deref(), Some("Its regions: San Francisco, Paris."));
}

#[test]
fn what_counts_for_nothing_is_a_warning_only() {
    let mut given = sound_session();
    given.backing.insert("three".to_owned(), Backing::Full);
    given.answers.insert("other".to_owned(), "x".to_owned());
    given.alternatives[0].status = OfferStatus::Written;
    given.alternatives[0].confidence = Some(Rate::percent(50));
    assert_eq!(places(&session(&given, &sound_playbook())), []);
    assert_eq!(
        places(&session_warnings(&given, &sound_playbook())),
        [
            ("lever-unknown", "backing.three"),
            ("question-unknown", "answers.other"),
            ("confidence-unused", "alternatives[0].confidence"),
        ]
    );
}

#[test]
fn a_total_is_compared_with_its_parts_by_the_nearer_reading() {
    // Parts at the low end: 170,000 + 8,500 + 35,000 a year, or with the whole grant 318,500.
    for (total, off) in [
        (range(223_000, 315_000), false),
        (range(318_500, 492_000), false),
        (range(193_000, 304_500), false),
        (range(192_000, 304_500), true),
        (range(260_000, 304_500), true),
        (range(213_500, 600_000), true),
    ] {
        let mut given = sound_playbook();
        given.bands[0].total = Some(total);
        let warned = playbook_warnings(&given);
        assert_eq!(!warned.is_empty(), off, "{total:?}: {warned:?}");
    }
    let mut given = sound_playbook();
    given.bands[0].total = Some(range(192_000, 304_500));
    let message = &playbook_warnings(&given)[0].message;
    assert!(
        message.contains("$192K") && message.contains("$213.5K") && message.contains("$21.5K"),
        "{message}"
    );
}

#[test]
fn rows_that_cannot_be_reached_are_warned_about() {
    let mut given = sound_playbook();
    given.bands.push(band("paris", Some("L5")));
    assert_eq!(places(&playbook_warnings(&given)), [("region-twice", "bands[3]")]);
}

#[test]
fn what_is_asked_for_lies_in_the_first_regions_bands() {
    for (base, equity, places_wanted) in [
        (170_000, 250_000, vec![]),
        (220_000, 140_000, vec![]),
        (169_999, 250_001, vec!["levers[0].asks.base", "levers[0].asks.equity"]),
        (300_000, 200_000, vec!["levers[0].asks.base"]),
    ] {
        let mut given = sound_playbook();
        given.levers[0].asks =
            Some(Asks { base: Some(money(base)), equity: Some(money(equity)), ..Asks::default() });
        let warned = playbook_warnings(&given);
        let found: Vec<&str> = warned.iter().map(|problem| problem.at.as_str()).collect();
        assert_eq!(found, places_wanted, "{base} {equity}");
        assert!(warned.iter().all(|problem| problem.code == "ask-outside-band"));
        // A higher level's row of the same region makes room.
        let mut higher = band("San Francisco", Some("L6"));
        (higher.base, higher.equity) = (Some(range(100_000, 300_000)), Some(range(140_000, 260_000)));
        higher.total = None;
        given.bands.insert(1, higher);
        assert_eq!(places(&playbook_warnings(&given)), [], "{base} {equity}");
    }
}
