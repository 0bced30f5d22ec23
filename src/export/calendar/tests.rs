//! What a calendar program relies on, and what must not be in the file.

use std::collections::BTreeSet;

use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::domain::money::{Decimal, Money};
use crate::domain::offer::{Alternative, OfferStatus, TargetOffer};
use crate::domain::session::Session;

const TODAY: Date = date(2026, 11, 23);

fn board(company: &str) -> Board {
    let base = Money::new(Decimal::from(217_350)).unwrap();
    let mut session = Session::new("p", "r");
    session.target = Some(TargetOffer { expires: Some(date(2026, 12, 11)), ..TargetOffer::default() });
    let offer = |status, day| Alternative {
        status,
        expires: Some(date(2026, 11, day)),
        level: Some("L4".to_owned()),
        ..Alternative::of(company, base)
    };
    session.alternatives = vec![
        offer(OfferStatus::Written, 27),
        offer(OfferStatus::Verbal, 30),
        offer(OfferStatus::Written, 20),
        offer(OfferStatus::Expected, 30),
    ];
    Board::of(&session, "Hugging Face", None, TODAY)
}

fn unfolded(file: &str) -> String {
    file.replace("\r\n ", "")
}

/// The values of a property, escapes undone.
fn values(file: &str, name: &str) -> Vec<String> {
    let lines = unfolded(file);
    let values = lines.split("\r\n").filter_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
    values.map(unescaped).collect()
}

fn unescaped(value: &str) -> String {
    let mut text = String::new();
    let mut chars = value.chars();
    while let Some(c) = chars.next() {
        match (c, if c == '\\' { chars.next() } else { None }) {
            ('\\', Some('n')) => text.push('\n'),
            ('\\', Some(next)) => text.push(next),
            (c, _) => text.push(c),
        }
    }
    text
}

#[test]
fn a_deadline_and_a_move_as_a_calendar_reads_them() {
    let file = calendar(&board("Google"), "My talk", true, TODAY);
    assert!(
        file.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//negotiate-up//negotiate-up//EN\r\n")
    );
    assert!(file.ends_with("END:VEVENT\r\nEND:VCALENDAR\r\n"));
    let event = |id: &str| {
        let file = unfolded(&file);
        let from = file.find(&format!("UID:{id}-")).unwrap();
        let text = &file[from..];
        let lines = text[..text.find("END:VEVENT").unwrap()].split("\r\n").skip(1);
        lines.map(str::to_owned).collect::<Vec<_>>().join("\n")
    };
    assert_eq!(
        event("deadline-offer-2"),
        "DTSTAMP:20261123T000000Z\nDTSTART;VALUE=DATE:20261130\nDTEND;VALUE=DATE:20261201\n\
         SUMMARY:Google L4: the offer ends\nDESCRIPTION:The last day of the offer: Google L4.\\nMy talk\n\
         CATEGORIES:Deadline\nTRANSP:TRANSPARENT\n"
    );
    assert_eq!(
        event("more-time-offer-1"),
        "DTSTAMP:20261123T000000Z\nDTSTART;VALUE=DATE:20261125\nDTEND;VALUE=DATE:20261126\n\
         SUMMARY:Ask for more time: Google L4\n\
         DESCRIPTION:Ask for more days to decide\\, while there is time for an answer.\\nMy talk\n\
         CATEGORIES:Move\nTRANSP:TRANSPARENT\n\
         BEGIN:VALARM\nACTION:DISPLAY\nDESCRIPTION:Ask for more time: Google L4\nTRIGGER:PT9H\nEND:VALARM\n"
    );
    assert!(event("ask-whether-it-stands-offer-3").contains("DTSTART;VALUE=DATE:20261123\n"));
    for part in ["VEVENT", "VALARM"] {
        let count = |mark: &str| file.matches(&format!("{mark}:{part}\r\n")).count();
        assert_eq!(count("BEGIN"), count("END"));
    }
}

#[test]
fn no_rival_is_named_unless_allowed_and_no_amount_ever() {
    let board = board("Google");
    let (open, closed) = (calendar(&board, "Talk", true, TODAY), calendar(&board, "Talk", false, TODAY));
    assert!(unfolded(&open).contains("Google L4"));
    let closed = unfolded(&closed);
    for secret in ["Google", "L4"] {
        assert!(!closed.contains(secret), "{secret}");
    }
    for named in ["Offer 1", "Offer 2", "Offer 3", "Offer 4", "Hugging Face"] {
        assert!(closed.contains(named), "{named}");
    }
    for file in [unfolded(&open), closed] {
        assert!(["217", "$", "base"].iter().all(|amount| !file.contains(amount)));
    }
}

#[test]
fn each_event_has_an_id_of_its_own_that_stays() {
    let board = board("Google");
    let ids = |title, day| values(&calendar(&board, title, true, day), "UID");
    let first = ids("Talk", TODAY);
    let unique: BTreeSet<&String> = first.iter().collect();
    assert_eq!((unique.len(), first.len()), (first.len(), board.deadlines.len() + board.moves.len()));
    assert_eq!(first, ids("Talk", date(2026, 11, 24)));
    assert!(ids("Another", TODAY).iter().all(|id| !unique.contains(id)));
}

#[test]
fn the_last_day_of_the_calendar_has_no_day_after() {
    let mut session = Session::new("p", "r");
    session.target = Some(TargetOffer { expires: Some(Date::MAX), ..TargetOffer::default() });
    let file = calendar(&Board::of(&session, "HF", None, Date::MAX), "Talk", false, Date::MIN);
    assert!(file.contains("DTSTART;VALUE=DATE:99991231\r\nSUMMARY"));
    assert!(file.contains("DTSTAMP:00000101T000000Z\r\n"));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn any_name_is_folded_and_comes_back(title in "[a\\\\;,\n\r é漢🙂:\"]{0,200}", company in "\\PC{1,120}") {
        let file = calendar(&board(&company), &title, true, TODAY);
        prop_assert!(file.ends_with("\r\n"));
        for line in file.split("\r\n") {
            prop_assert!(line.len() <= OCTETS, "{line}");
            prop_assert!(!line.contains(['\r', '\n']), "{line}");
        }
        prop_assert_eq!(&values(&file, "X-WR-CALNAME"), &[text::clean(&title).into_owned()]);
        let ends = format!("{}: the offer ends", text::clean(&format!("{company} L4")));
        prop_assert!(values(&file, "SUMMARY").contains(&ends), "{ends}");
    }
}
