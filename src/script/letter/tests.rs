//! The letters: what they say, and what they never say.

use jiff::civil::Date;

use super::{Letter, LetterKind, letters};
use crate::domain::board::is_working_day;
use crate::domain::compare::Whose;
use crate::domain::plan::Plan;
use crate::domain::playbook::Playbook;
use crate::domain::session::Session;

const SAMPLE: &str = include_str!("../../../assets/sample.yaml");
const OTHERS: &str = "{session: 1, playbook: a/b, region: San Francisco, alternatives: [\
    {company: Verbia, level: L5, status: verbal, base: 205000, bonus: 10%, equity: {grant: 120000, vesting: [40%, \
    30%, 20%, 10%], cadence: quarterly, cliff_months: 0}, signing: 20000, clawback: {months: 12, kind: pro-rata}, \
    expires: 2026-12-02}, {company: Hopeco, status: expected, base: 220000}, {company: Pastia, base: 200000, expires: \
    2026-11-01}, {company: Presently, status: current, base: 180000}]}";

fn today() -> Date {
    "2026-11-23".parse().unwrap()
}

fn playbook() -> Playbook {
    serde_yaml::from_str(include_str!("../../../playbooks/huggingface-enterprise/software-engineer.yaml"))
        .unwrap()
}

fn of(session: &Session) -> Vec<Letter> {
    letters(&playbook(), session, today())
}

fn sample(expires: bool) -> Session {
    let mut session: Session = serde_yaml::from_str(SAMPLE).unwrap();
    if expires {
        session.alternatives[0].expires = "2026-11-27".parse().ok();
        session.alternatives[1].expires = "2026-12-01".parse().ok();
        session.target.as_mut().unwrap().expires = "2026-12-04".parse().ok();
    }
    session
}

fn shown(letters: &[Letter]) -> String {
    let one = |letter: &Letter| {
        let by = letter.send_by.map_or_else(|| "no date".to_owned(), |day| day.to_string());
        format!("[{}] to {}, by {by}\n{}\n\n{}\n", letter.id, letter.to, letter.subject, letter.body)
    };
    letters.iter().map(one).collect::<Vec<_>>().join("\n----\n")
}

#[test]
fn the_letters_of_the_sample() {
    insta::assert_snapshot!("sample", shown(&of(&sample(true))));
}

#[test]
fn verbal_expected_ended_and_current() {
    let session: Session = serde_yaml::from_str(OTHERS).unwrap();
    let letters = of(&session);
    insta::assert_snapshot!("others", shown(&letters));
    assert!(letters.iter().all(|letter| !["Pastia", "Presently"].contains(&letter.to.as_str())));
}

#[test]
fn rivals_are_named_only_where_the_user_says_so() {
    let mut session = sample(true);
    let is_named = |session: &Session| {
        of(session).iter().any(|letter| letter.to != "Google" && letter.body.contains("Google"))
    };
    assert!(!is_named(&session));
    session.script.name_rivals = true;
    assert!(is_named(&session));
}

#[test]
fn no_letter_tells_the_floor_or_the_ask_or_leaves_a_gap() {
    for session in [sample(true), serde_yaml::from_str(OTHERS).unwrap()] {
        let plan = Plan::compute(&playbook(), &session, today()).unwrap();
        let asked = [plan.floor.base, plan.floor.cautious_base, Some(plan.ask.base), Some(plan.ask.equity)];
        for letter in of(&session) {
            for figure in asked.into_iter().flatten() {
                let figure = crate::domain::money::show::grouped(figure);
                // What a company itself has offered stands in the letter that confirms it.
                let is_theirs = letter.kind == LetterKind::Confirm && letter.whose != Whose::Target;
                assert!(is_theirs || !letter.body.contains(&figure), "{figure}: {}", letter.body);
            }
            for gap in ["{{", "}}", "None", "undefined", "  ", ",,", " ,", "\n\n\n"] {
                assert!(!letter.body.contains(gap), "{gap:?}: {}", letter.body);
            }
            assert!(letter.send_by.is_none_or(|day| is_working_day(day) || day == today()), "{}", letter.id);
        }
    }
}

#[test]
fn ids_are_kept_apart_and_own_words_win() {
    let mut session = sample(true);
    session.alternatives[1] = session.alternatives[0].clone();
    let mut ids: Vec<String> = of(&session).into_iter().map(|letter| letter.id).collect();
    let all = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), all);
    session.script.edits.insert("letter-confirm-target".to_owned(), "My own words.\n\nSam".to_owned());
    let own = of(&session).into_iter().find(|letter| letter.is_own).unwrap();
    assert_eq!((own.id.as_str(), own.body.as_str()), ("letter-confirm-target", "My own words.\n\nSam"));
}

#[test]
fn a_current_job_is_no_other_offer() {
    let session: Session = serde_yaml::from_str(
        "{session: 1, playbook: a/b, region: San Francisco, target: {base: 190000, expires: 2026-12-04}, \
         alternatives: [{company: Presently, status: current, base: 180000}]}",
    )
    .unwrap();
    let letters = of(&session);
    assert!(letters.iter().all(|letter| !letter.body.contains("another")), "{}", shown(&letters));
    assert_eq!(letters.iter().map(|letter| letter.kind.name()).collect::<Vec<_>>(), ["more-time", "confirm"]);
}
