use std::fmt::Write as _;

use jiff::civil::{Weekday, date};
use proptest::prelude::*;

use super::*;
use crate::domain::offer::{Alternative, TargetOffer};
use crate::domain::plan::Plan;
use crate::script::tests::{any_company, hugging_face, money, today};

fn sample() -> Session {
    serde_yaml::from_str(include_str!("../../../assets/sample.yaml")).unwrap()
}

/// An alternative of each kind, one of them over, and a target with a date.
fn mixed() -> Session {
    let mut session = sample();
    session.target = serde_yaml::from_str(
        "{base: 195000, bonus: 10-15%, equity: {grant: 190000, kind: private, years: 1}, signing: 12500, expires: 2026-12-01}",
    )
    .unwrap();
    session.alternatives = serde_yaml::from_str(
        "[{company: Initech, level: L5, status: verbal, base: '£95,000', bonus_amount: 9000, \
           equity: {grant: 0, kind: options, years: 4, options: {count: 20000, strike: '1.50'}}, \
           relocation: 4000, expires: 2026-11-27},
          {company: Globex, status: expected, base: 220000},
          {company: Hooli, status: written, base: 230000, expires: 2026-11-20},
          {company: Northwind Cloud, status: current, base: 170000},
          {company: Umbrella, base: 205000, expires: 2026-12-04}]",
    )
    .unwrap();
    session
}

fn written(session: &Session) -> Vec<Letter> {
    letters(&hugging_face(), session, today())
}

fn one(session: &Session, id: &str) -> Letter {
    let letters = written(session);
    let ids: Vec<&str> = letters.iter().map(|letter| letter.id.as_str()).collect();
    letters.iter().find(|letter| letter.id == id).unwrap_or_else(|| panic!("no {id} in {ids:?}")).clone()
}

fn shown(letters: &[Letter]) -> String {
    letters.iter().fold(String::new(), |mut text, letter| {
        let send_by = letter.send_by.map(|day| day.to_string()).unwrap_or_default();
        let Letter { id, to, subject, body, why, .. } = letter;
        let title = letter.kind.title();
        writeln!(text, "[{id}] {title} · {to} · {send_by}\n({why})\n{subject}\n\n{body}\n").unwrap();
        text
    })
}

#[test]
fn the_sample_has_no_dates_to_ask_about() {
    insta::assert_snapshot!("sample", shown(&written(&sample())));
}

#[test]
fn the_sample_with_a_date_on_every_side() {
    let mut session = sample();
    session.target.as_mut().unwrap().expires = Some(date(2026, 12, 1));
    session.alternatives[0].expires = Some(date(2026, 11, 27));
    session.alternatives[1].expires = Some(date(2026, 12, 3));
    session.script.name_rivals = true;
    insta::assert_snapshot!("sample_dated", shown(&written(&session)));
}

#[test]
fn a_verbal_an_expected_an_expired_and_a_current_one() {
    insta::assert_snapshot!("mixed", shown(&written(&mixed())));
}

#[test]
fn without_a_name_a_company_or_a_band_nothing_is_left_open() {
    let mut session = Session::new("any-company/software-engineer", "Berlin");
    session.target = serde_yaml::from_str("{base: 90000, expires: 2026-11-24}").unwrap();
    insta::assert_snapshot!("bare", shown(&letters(&any_company(), &session, today())));
}

#[test]
fn each_side_gets_the_letters_it_can_answer() {
    let ids: Vec<String> = written(&mixed()).into_iter().map(|letter| letter.id).collect();
    assert_eq!(
        ids,
        [
            "letter-more-time-target",
            "letter-more-time-initech-l5",
            "letter-more-time-umbrella",
            "letter-speed-up-target",
            "letter-speed-up-globex",
            "letter-confirm-target",
            "letter-confirm-initech-l5",
        ]
    );
}

#[test]
fn the_date_asked_for() {
    for (target, rival, reply, asked) in [
        (None, "2026-11-27", 2, "Friday 4 December"),
        (Some("2026-12-01"), "2026-11-27", 2, "Thursday 3 December"),
        (Some("2026-11-24"), "2026-11-27", 2, "Friday 4 December"),
        (Some("2026-12-24"), "2026-11-27", 2, "Friday 11 December"),
        (Some("2026-11-20"), "2026-11-27", 30, "Friday 4 December"),
        (Some("2026-12-05"), "2026-11-28", 0, "Monday 7 December"),
    ] {
        let mut session = sample();
        session.alternatives[0].expires = rival.parse().ok();
        session.target.as_mut().unwrap().expires = target.and_then(|day: &str| day.parse().ok());
        session.settings.reply_days = reply;
        let body = one(&session, "letter-more-time-google-l4").body;
        assert!(body.contains(&format!(" to {asked}?")), "{target:?} {rival}: {body}");
    }
}

#[test]
fn when_to_send_it() {
    for (end, reply, send_by, why) in [
        (
            "2026-11-27",
            2,
            "2026-11-25",
            "by Wed 25 Nov: their date is Fri 27 Nov, and an answer may take 2 working days.",
        ),
        (
            "2026-11-30",
            1,
            "2026-11-27",
            "by Fri 27 Nov: their date is Mon 30 Nov, and an answer may take 1 working day.",
        ),
        (
            "2026-11-24",
            1,
            "2026-11-23",
            "today: their date is Tue 24 Nov, and an answer may take 1 working day.",
        ),
        (
            "2026-11-24",
            9,
            "2026-11-23",
            "today: their date is Tue 24 Nov, and an answer may take 9 working days. Call them as well.",
        ),
        (
            "2026-11-29",
            0,
            "2026-11-27",
            "by Fri 27 Nov: their date is Sun 29 Nov, and an answer may come the same day.",
        ),
    ] {
        let mut session = sample();
        session.target.as_mut().unwrap().expires = end.parse().ok();
        session.settings.reply_days = reply;
        let letter = one(&session, "letter-more-time-target");
        assert_eq!(letter.send_by, send_by.parse().ok(), "{end}");
        assert_eq!(letter.why, format!("Send it {why}"));
    }
}

#[test]
fn another_offer_is_claimed_only_where_one_stands() {
    let held = |session: &Session, id: &str| {
        let body = one(session, id).body;
        (body.contains("another offer"), body.contains("another process"))
    };
    let mut session = sample();
    session.target.as_mut().unwrap().expires = Some(date(2026, 12, 1));
    assert_eq!(held(&session, "letter-more-time-target"), (false, false), "two are more than another");
    session.alternatives.truncate(1);
    assert_eq!(held(&session, "letter-more-time-target"), (true, false));
    for (status, claims) in [
        (OfferStatus::Verbal, (true, false)),
        (OfferStatus::Expected, (false, true)),
        (OfferStatus::Current, (false, false)),
    ] {
        session.alternatives[0].status = status;
        assert_eq!(held(&session, "letter-more-time-target"), claims, "{status:?}");
    }
    session.alternatives[0].status = OfferStatus::Written;
    session.alternatives[0].expires = Some(date(2026, 11, 20));
    assert_eq!(held(&session, "letter-more-time-target"), (false, false), "over");
}

#[test]
fn an_offer_whose_date_has_passed_may_still_stand() {
    let mut session = mixed();
    session.target.as_mut().unwrap().expires = Some(date(2026, 11, 20));
    let ids: Vec<String> = written(&session).into_iter().map(|letter| letter.id).collect();
    assert!(!ids.contains(&"letter-more-time-target".to_owned()), "{ids:?}");
    let confirm = one(&session, "letter-confirm-target");
    assert!(confirm.body.contains("by Wednesday 25 November whether it still stands"), "{}", confirm.body);
    assert_eq!(confirm.send_by, None);
}

#[test]
fn the_day_to_answer_by_leaves_time_to_answer() {
    for (end, reply, by) in [
        ("2026-11-27", 2, "Thursday 26 November"),
        ("2026-11-27", 1, "Friday 27 November"),
        ("2026-11-30", 2, "Friday 27 November"),
        ("2026-11-24", 2, "Tuesday 24 November"),
        ("2026-11-23", 2, "Monday 23 November"),
    ] {
        let mut session = sample();
        session.alternatives[0].expires = end.parse().ok();
        session.settings.reply_days = reply;
        let body = one(&session, "letter-speed-up-target").body;
        assert!(body.contains(&format!("of your offer by {by}?")), "{end}: {body}");
    }
}

#[test]
fn without_an_end_to_serve_an_expected_offer_is_asked_for_its_date() {
    let mut session = sample();
    session.alternatives[1].status = OfferStatus::Expected;
    let letter = one(&session, "letter-speed-up-anthropic");
    assert!(
        letter.body.contains("by Monday 30 November when I can expect your decision?"),
        "{}",
        letter.body
    );
    assert_eq!(letter.send_by, None);
    session.target.as_mut().unwrap().expires = Some(date(2026, 12, 1));
    let letter = one(&session, "letter-speed-up-anthropic");
    assert!(letter.body.contains("which has asked for my answer by Tuesday 1 December"), "{}", letter.body);
    assert_eq!(letter.send_by, Some(date(2026, 11, 27)));
}

#[test]
fn the_users_own_words_stand() {
    let mut session = mixed();
    let id = "letter-more-time-target";
    session.script.edits.insert(id.to_owned(), "  Hi  Ana,\n\n\n\nplease wait. \n\n".to_owned());
    let letter = one(&session, id);
    assert!(letter.is_own);
    assert_eq!(letter.body, "Hi Ana,\n\nplease wait.");
    session.script.edits.insert(id.to_owned(), " \n ".to_owned());
    assert!(!one(&session, id).is_own);
}

#[test]
fn no_two_ids_are_alike() {
    let mut session = sample();
    let names = ["Target", "Google", "google!", "Google 3", "…", "株式会社", "Google"];
    session.alternatives = names.map(|name| Alternative::of(name, money(1))).to_vec();
    let slugs = slugs(&session);
    assert_eq!(slugs, ["target-1", "google", "google-3", "google-3-4", "offer", "株式会社", "google-7"]);
}

#[test]
fn letters_are_short() {
    for session in [mixed(), sample()] {
        for letter in written(&session).iter().filter(|letter| letter.kind != LetterKind::Confirm) {
            let lines = letter.body.lines().filter(|line| !line.is_empty()).count();
            assert!((5..=9).contains(&lines), "{lines} lines: {}", letter.body);
        }
    }
}

fn day() -> impl Strategy<Value = Option<Date>> {
    let any = (0..3_000_000_i32)
        .prop_map(|days| Date::MIN.checked_add(jiff::Span::new().days(days)).unwrap_or(Date::MAX));
    let near = (-10..40_i32).prop_map(|days| today().checked_add(jiff::Span::new().days(days)).unwrap());
    prop::option::weighted(0.8, prop_oneof![4 => near, 1 => any, 1 => Just(Date::MAX), 1 => Just(Date::MIN)])
}

const NAMES: [&str; 4] = ["Initrode", "Globex", "Hooli", "Globex"];

prop_compose! {
    fn sessions()(
        rivals in prop::collection::vec((0..4_usize, 0..4_usize, 1..400_i64, day()), 0..5),
        target in prop::option::of((prop::option::of(1..400_i64), day())),
        reply_days in any::<u8>(),
        name_rivals in any::<bool>(),
        named in any::<bool>(),
    ) -> Session {
        let mut session = sample();
        session.alternatives = rivals.into_iter().map(|(name, status, base, expires)| Alternative {
            status: OfferStatus::ALL[status],
            expires,
            ..Alternative::of(NAMES[name], money(base * 1000))
        }).collect();
        session.target = target.map(|(base, expires)| TargetOffer {
            base: base.map(|base| money(base * 1000)),
            expires,
            ..TargetOffer::default()
        });
        session.settings.reply_days = reply_days;
        session.script.name_rivals = name_rivals;
        if !named {
            session.answers.remove("name");
        }
        session
    }
}

proptest! {
    #[test]
    fn letters_keep_the_rules(session in sessions(), today in day()) {
        let today = today.unwrap_or_else(crate::script::tests::today);
        let playbook = hugging_face();
        let letters = letters(&playbook, &session, today);
        let mut ids = HashSet::new();
        for letter in &letters {
            prop_assert!(ids.insert(letter.id.clone()), "{} twice", letter.id);
            let text = format!("{}\n{}", letter.subject, letter.body);
            for hole in ["{", "}", "None", "undefined", "  ", "\n\n\n", " ,", " .", "..", "‹"] {
                prop_assert!(!text.contains(hole), "{hole:?} in {text}");
            }
            for name in NAMES.iter().filter(|name| **name != letter.to) {
                prop_assert!(session.script.name_rivals || !text.contains(name), "{name} in {text}");
            }
            if let Some(day) = letter.send_by {
                let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
                prop_assert!(day == today || (day > today && !weekend), "{day} seen from {today}");
            }
        }
    }

    #[test]
    fn no_letter_tells_the_floor_or_the_ask(mut session in sessions()) {
        let playbook = hugging_face();
        session.settings.personal_minimum = Some(money(187_000));
        let Ok(plan) = Plan::compute(&playbook, &session, today()) else { return Ok(()) };
        let entered: HashSet<_> = session
            .alternatives
            .iter()
            .map(|one| one.base.amount())
            .chain(session.target.iter().filter_map(|target| Some(target.base?.amount())))
            .collect();
        let secret = [plan.floor.base, plan.floor.cautious_base, Some(plan.ask.base), Some(plan.opening.base)];
        let minimum = money(187_000).amount();
        for letter in letters(&playbook, &session, today()) {
            for figure in crate::script::figure::figures(&letter.body).iter().filter(|figure| figure.marked) {
                prop_assert!(entered.contains(&figure.value), "{} in {}", figure.value, letter.body);
                for secret in secret.into_iter().flatten().chain([minimum]) {
                    prop_assert!(figure.value != secret || entered.contains(&secret), "{secret}");
                }
            }
        }
    }
}
