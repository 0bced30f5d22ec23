//! What the keys of the desk do.

use negotiate_up::app::Screen;
use negotiate_up::app::desk::DeskPage;
use negotiate_up::app::key::{Code, Key};
use negotiate_up::app::msg::{Effect, Paper};
use negotiate_up::domain::compare::{Measure, Whose};

use crate::walker::{Walker, mixed, session};

#[test]
fn the_desk_leads_back_to_where_one_came_from() {
    let mut walker = Walker::with(session());
    for step in ['3', '5'] {
        walker.key(Key::ctrl('g'));
        walker.key(Key::char(step));
        let from = walker.0.screen;
        walker.key(Key::ctrl('t'));
        assert_eq!(walker.0.screen, Screen::Desk(DeskPage::SideBySide));
        walker.press(Code::BackTab);
        assert_eq!(walker.0.screen, Screen::Desk(DeskPage::Letters));
        walker.press(Code::Tab);
        walker.press(Code::Esc);
        assert_eq!(walker.0.screen, from);
    }
}

#[test]
fn a_package_is_opened_and_left_back_to_the_desk() {
    let mut walker = Walker::on_page(session(), 0);
    walker.press(Code::Right);
    walker.press(Code::Right);
    assert_eq!(walker.0.desk.column().unwrap().whose, Whose::Alternative(0));
    walker.press(Code::Enter);
    assert_eq!(walker.0.screen, Screen::Offer(0));
    walker.press(Code::Esc);
    assert_eq!(walker.0.screen, Screen::Desk(DeskPage::SideBySide));
    assert_eq!(walker.0.desk.column().unwrap().whose, Whose::Alternative(0));
}

#[test]
fn sorting_keeps_the_selected_package() {
    let mut walker = Walker::on_page(mixed(), 0);
    walker.press(Code::Right);
    let selected = walker.0.desk.column().unwrap().whose;
    for measure in Measure::ALL.into_iter().skip(1).chain([Measure::Entered]) {
        walker.key(Key::char('s'));
        assert_eq!(walker.0.desk.measure, measure);
        assert_eq!(walker.0.desk.column().unwrap().whose, selected);
    }
}

#[test]
fn a_column_says_why() {
    let mut walker = Walker::on_page(session(), 0);
    walker.press(Code::Right);
    walker.press(Code::Right);
    walker.key(Key::char('w'));
    let shown = walker.screen(80, 24);
    assert!(shown.contains("Google L4: base $210,000"), "{shown}");
}

#[test]
fn an_assumption_is_moved_and_put_back() {
    let mut walker = Walker::on_page(session(), 1);
    let before = walker.session().clone();
    let today = walker.0.desk.what_if.point().unwrap().clone();
    for _ in 0..12 {
        walker.press(Code::Right);
    }
    let moved = walker.0.desk.what_if.point().unwrap().clone();
    assert!(moved.at > today.at && !walker.0.desk.what_if.is_today());
    assert!(moved.floor.as_ref().unwrap().cautious_base > today.floor.as_ref().unwrap().cautious_base);
    walker.key(Key::char('t'));
    assert_eq!(walker.0.desk.what_if.point(), Some(&today));
    assert_eq!(*walker.session(), before);
}

#[test]
fn a_package_shifts_and_the_others_terms_follow() {
    let mut walker = Walker::on_page(session(), 2);
    let package = |walker: &Walker| walker.0.desk.trades.as_ref().unwrap().packages[0];
    let before = package(&walker);
    walker.press(Code::Left);
    let after = package(&walker);
    assert_eq!((before.lean, after.lean), (0, -1));
    let (before, after) = (before.package.unwrap(), after.package.unwrap());
    assert!(after.base < before.base && after.equity > before.equity);
    assert_eq!(walker.session().packages.base, -1);
    walker.key(Key::char('u'));
    assert_eq!(package(&walker).package, Some(before));
    for _ in 0..40 {
        walker.press(Code::Right);
    }
    assert!(walker.0.notice.as_ref().unwrap().starts_with("No further"));
    assert_eq!(package(&walker).package, Some(before));
}

#[test]
fn a_move_leads_to_its_letter_and_the_letter_to_own_words() {
    let mut walker = Walker::on_page(session(), 3);
    walker.press(Code::Down);
    walker.press(Code::Enter);
    assert_eq!(walker.0.screen, Screen::Desk(DeskPage::Letters));
    let letter = walker.0.desk.letters[walker.0.focus].clone();
    assert_eq!((letter.id.as_str(), letter.whose), ("letter-speed-up-target", Whose::Target));
    let place = walker.0.focus;
    walker.press(Code::Up);
    walker.key(Key::char('e'));
    walker.key(Key::ctrl('j'));
    walker.type_text("P.S. Call me.");
    walker.press(Code::Enter);
    let own = walker.0.desk.letters[walker.0.focus].clone();
    assert!(own.is_own && own.body.ends_with("\nP.S. Call me."), "{}", own.body);
    assert_eq!(walker.0.focus, place - 1);
    walker.key(Key::char('o'));
    assert!(!walker.0.desk.letters[walker.0.focus].is_own);
}

#[test]
fn a_letter_half_written_is_kept_as_a_draft() {
    let mut walker = Walker::on_page(session(), 4);
    walker.key(Key::char('e'));
    walker.type_text(" And more");
    walker.press(Code::Esc);
    assert!(walker.0.notice.as_ref().unwrap().contains("draft"));
    assert!(!walker.0.desk.letters[0].is_own);
    walker.key(Key::char('e'));
    assert!(walker.0.editor.text().ends_with(" And more"));
}

#[test]
fn rivals_stay_unnamed_until_one_says_so() {
    let mut walker = Walker::on_page(session(), 3);
    walker.press(Code::Down);
    walker.press(Code::Enter);
    let body = |walker: &Walker| walker.0.desk.letters[walker.0.focus].body.clone();
    assert!(!body(&walker).contains("Google"));
    walker.key(Key::char('r'));
    assert!(body(&walker).contains("Google"));
    let effects = walker.key(Key::char('y'));
    let [Effect::Copy(text)] = effects.as_slice() else { panic!("{effects:?}") };
    assert!(text.contains("Google") && text.starts_with("The timing of my decision\n\n"), "{text}");
}

#[test]
fn each_page_exports_its_paper() {
    let mut walker = Walker::on_page(session(), 3);
    let export = |walker: &mut Walker, key: Key| {
        walker.key(key);
        let effects = walker.press(Code::Enter);
        walker.press(Code::Esc);
        let Some(Effect::Export { paper, path, replace: false }) = effects.first().cloned() else { panic!() };
        (paper, path.display().to_string())
    };
    let calendar = (Paper::Calendar, "/home/sam/sample-negotiation-deadlines.ics".to_owned());
    assert_eq!(export(&mut walker, Key::char('i')), calendar);
    let offers = (Paper::Offers, "/home/sam/sample-negotiation-offers.html".to_owned());
    assert_eq!(export(&mut walker, Key::ctrl('s')), offers);
}
