//! Which moves a table of situations calls for, and what holds of every board.

use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::{Board, Move, MoveKind, State, is_working_day};
use crate::domain::compare::Whose;
use crate::domain::money::{Decimal, Money};
use crate::domain::offer::{Alternative, OfferStatus, TargetOffer};
use crate::domain::plan::Plan;
use crate::domain::playbook::Playbook;
use crate::domain::session::Session;

/// A Monday.
const TODAY: Date = date(2026, 11, 23);
const FRIDAY: Date = date(2026, 11, 27);

fn money() -> Money {
    Money::new(Decimal::from(210_000)).unwrap()
}

fn offer(company: &str, status: OfferStatus, expires: Option<Date>) -> Alternative {
    Alternative { status, expires, ..Alternative::of(company, money()) }
}

fn session(target: Option<(bool, Option<Date>)>, alternatives: Vec<Alternative>) -> Session {
    let mut session = Session::new("huggingface-enterprise/software-engineer", "San Francisco");
    session.target = target.map(|(offered, expires)| TargetOffer {
        base: offered.then(money),
        expires,
        ..TargetOffer::default()
    });
    session.alternatives = alternatives;
    session
}

/// The moves as `kind whom month-day`.
fn told(moves: &[Move]) -> Vec<String> {
    let line =
        |one: &Move| format!("{} {} {:02}-{:02}", one.kind.name(), one.label, one.by.month(), one.by.day());
    moves.iter().map(line).collect()
}

#[test]
fn each_situation_calls_for_its_moves() {
    use OfferStatus::{Current, Expected, Verbal, Written};
    let december = date(2026, 12, 11);
    let rows = [
        ("nothing known", TODAY, session(None, vec![]), vec!["counter HF 11-23"]),
        (
            "no dates",
            TODAY,
            session(Some((true, None)), vec![offer("A", Written, None), offer("B", Verbal, None)]),
            vec!["confirm B 11-23", "counter HF 11-23"],
        ),
        (
            "a rival ends first",
            TODAY,
            session(Some((true, Some(december))), vec![offer("A", Written, Some(FRIDAY))]),
            vec![
                "counter HF 11-23",
                "speed-up HF 11-25",
                "more-time A 11-25",
                "answer A 11-27",
                "answer HF 12-11",
            ],
        ),
        (
            "the target ends first and can answer",
            TODAY,
            session(Some((true, Some(FRIDAY))), vec![offer("A", Written, Some(december))]),
            vec!["counter HF 11-23", "answer HF 11-27", "answer A 12-11"],
        ),
        (
            "both end before the target can answer",
            FRIDAY,
            session(Some((true, Some(FRIDAY))), vec![offer("A", Written, Some(date(2026, 12, 2)))]),
            vec!["counter HF 11-27", "answer HF 11-27", "more-time A 11-30", "answer A 12-02"],
        ),
        (
            "the target has made no offer; the weekend is no day to write on",
            TODAY,
            session(None, vec![offer("A", Verbal, Some(date(2026, 11, 29)))]),
            vec![
                "counter HF 11-24",
                "confirm A 11-26",
                "speed-up HF 11-26",
                "more-time A 11-26",
                "answer A 11-29",
            ],
        ),
        (
            "everything is overdue",
            TODAY,
            session(
                Some((true, Some(date(2026, 11, 20)))),
                vec![
                    offer("A", Verbal, Some(date(2026, 11, 13))),
                    offer("B", Expected, Some(date(2026, 11, 20))),
                ],
            ),
            vec![
                "ask-whether-it-stands A 11-13",
                "ask-whether-it-stands HF 11-20",
                "ask-whether-it-stands B 11-20",
                "counter HF 11-23",
            ],
        ),
        (
            "the target's day has passed, a rival's has not",
            TODAY,
            session(Some((true, Some(date(2026, 11, 20)))), vec![offer("A", Written, Some(december))]),
            vec!["ask-whether-it-stands HF 11-20", "counter HF 12-07", "more-time A 12-09", "answer A 12-11"],
        ),
        (
            "the job one has never ends, and what is hoped for binds nobody",
            TODAY,
            session(
                Some((true, Some(december))),
                vec![offer("Job", Current, Some(TODAY)), offer("Hope", Expected, Some(FRIDAY))],
            ),
            vec!["speed-up Hope 11-25", "counter HF 12-07", "answer HF 12-11"],
        ),
    ];
    for (name, today, session, expected) in rows {
        let board = Board::of(&session, "HF", None, today);
        assert_eq!(told(&board.moves), expected, "{name}");
        assert_eq!(board.first(), board.moves.first());
    }
}

#[test]
fn the_time_an_answer_takes_is_the_settings() {
    let mut session =
        session(Some((true, Some(date(2026, 12, 11)))), vec![offer("A", OfferStatus::Written, Some(FRIDAY))]);
    session.settings.reply_days = 0;
    let board = Board::of(&session, "HF", None, TODAY);
    let at_once =
        ["speed-up HF 11-27", "more-time A 11-27", "counter HF 11-27", "answer A 11-27", "answer HF 12-11"];
    assert_eq!(told(&board.moves), at_once);
    session.settings.reply_days = 30;
    let board = Board::of(&session, "HF", None, TODAY);
    let slow =
        ["speed-up HF 11-23", "more-time A 11-23", "counter HF 11-23", "answer A 11-27", "answer HF 12-11"];
    assert_eq!(told(&board.moves), slow);
    assert!(board.moves[1].why.ends_with("an answer takes 30 working days and may come too late."));
    assert_eq!(board.moves[1].state, State::Today);
}

#[test]
fn deadlines_come_by_day_then_as_entered_the_target_first() {
    let mut alternatives: Vec<Alternative> = (0..10)
        .map(|at| {
            offer(&format!("C{at}"), OfferStatus::Written, Some(FRIDAY.saturating_sub((at / 4).days())))
        })
        .collect();
    alternatives.push(offer("Job", OfferStatus::Current, None));
    alternatives.push(offer("Open", OfferStatus::Written, None));
    let board = Board::of(&session(Some((true, Some(FRIDAY))), alternatives), "HF", None, TODAY);
    let labels: Vec<&str> = board.deadlines.iter().map(|deadline| deadline.label.as_str()).collect();
    assert_eq!(labels, ["C8", "C9", "C4", "C5", "C6", "C7", "HF", "C0", "C1", "C2", "C3"]);
    assert_eq!(board.deadlines[0].state, State::Soon);
    assert_eq!(board.without_date, [(Whose::Alternative(11), "Open".to_owned())]);
    let answers: Vec<&str> =
        board.moves.iter().filter(|one| one.kind == MoveKind::Answer).map(|one| one.label.as_str()).collect();
    assert_eq!(answers, labels);
}

#[test]
fn the_best_alternative_is_declined_last() {
    let mut session = session(
        Some((true, Some(FRIDAY))),
        vec![
            offer("Low", OfferStatus::Written, Some(date(2026, 12, 11))),
            offer("High", OfferStatus::Written, Some(date(2026, 12, 11))),
        ],
    );
    session.alternatives[1].base = Money::new(Decimal::from(230_000)).unwrap();
    let playbook: Playbook = serde_yaml::from_str(include_str!(
        "../../../playbooks/huggingface-enterprise/software-engineer.yaml"
    ))
    .unwrap();
    let plan = Plan::compute(&playbook, &session, TODAY).unwrap();
    let why = |plan| {
        let moves = Board::of(&session, "HF", plan, TODAY).moves;
        let answers = moves.into_iter().filter(|one| one.kind == MoveKind::Answer);
        answers.filter(|one| one.whose != Whose::Target).map(|one| one.why).collect::<Vec<_>>()
    };
    let ranked = why(Some(&plan));
    assert!(ranked[0].contains("courtesy"), "{ranked:?}");
    assert!(ranked[1].contains("only when HF's agreement is in writing"), "{ranked:?}");
    assert!(why(None).iter().all(|why| !why.contains("best")));
}

#[test]
fn kinds_have_names_and_titles_of_their_own() {
    for (at, one) in MoveKind::ALL.iter().enumerate() {
        for other in &MoveKind::ALL[..at] {
            assert!(one > other);
            assert_ne!((one.name(), one.title()), (other.name(), other.title()));
        }
        assert!(one.name().chars().all(|c| c.is_ascii_lowercase() || c == '-'));
    }
}

fn day() -> impl Strategy<Value = Date> {
    let usual = (0_i32..=36_889).prop_map(|days| date(2000, 1, 1).saturating_add(days.days()));
    let near = (-40_i32..=40).prop_map(|days| TODAY.saturating_add(days.days()));
    prop_oneof![4 => near, 2 => usual, 1 => Just(Date::MIN), 1 => Just(Date::MAX)]
}

fn any_session() -> impl Strategy<Value = Session> {
    let status = prop::sample::select(OfferStatus::ALL.to_vec());
    let alternatives = prop::collection::vec((status, prop::option::of(day())), 0..=10);
    let target = prop::option::of((any::<bool>(), prop::option::of(day())));
    (target, alternatives, any::<u8>()).prop_map(|(target, alternatives, reply_days)| {
        let named = |(at, (status, expires))| offer(&format!("C{at}"), status, expires);
        let mut session = session(target, alternatives.into_iter().enumerate().map(named).collect());
        session.settings.reply_days = reply_days.min(40);
        session
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn every_move_keeps_its_day(session in any_session(), today in day()) {
        let board = Board::of(&session, "HF", None, today);
        for one in &board.moves {
            let expiry = match one.whose {
                Whose::Alternative(index) => session.alternatives[index].expires,
                _ => session.target.as_ref().and_then(|target| target.expires),
            };
            let lapsed = expiry.is_some_and(|day| day < today);
            if one.kind == MoveKind::AskWhetherItStands {
                prop_assert!(lapsed && Some(one.by) == expiry && one.state == State::Overdue);
                continue;
            }
            prop_assert!(one.by >= today && one.state != State::Overdue, "{one:?}");
            prop_assert!(lapsed || expiry.is_none_or(|day| one.by <= day), "{one:?}");
            prop_assert!(is_working_day(one.by) || one.by == today || Some(one.by) == expiry, "{one:?}");
            prop_assert!(one.why.ends_with('.') && one.why.matches(". ").count() == 0, "{}", one.why);
            prop_assert!(!one.why.contains("210"));
        }
        let key = |one: &Move| (one.state != State::Overdue, one.by, one.kind);
        prop_assert!(board.moves.is_sorted_by_key(key));
        prop_assert!(board.deadlines.is_sorted_by_key(|deadline| deadline.day));
        let mut once: Vec<_> = board.moves.iter().map(|one| (one.kind, one.whose)).collect();
        let all = once.len();
        once.sort_by_key(|(kind, whose)| (*kind, format!("{whose:?}")));
        once.dedup();
        prop_assert_eq!(once.len(), all);
    }
}
