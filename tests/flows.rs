//! Walks through the state machine: what keys do, without a terminal.

use std::collections::BTreeMap;

use jiff::civil::{Date, date};
use negotiate_up::app::command::Context;
use negotiate_up::app::key::{Code, Key};
use negotiate_up::app::msg::{Effect, Msg, Opened};
use negotiate_up::app::{App, Screen};
use negotiate_up::domain::offer::OfferStatus;
use negotiate_up::domain::session::{Backing, Session};

const TODAY: Date = date(2026, 11, 23);
const PLAYBOOK: &str = include_str!("../playbooks/huggingface-enterprise/software-engineer.yaml");

fn app_with(session: Session, drafts: BTreeMap<String, String>, read_only: bool) -> App {
    let playbook = serde_yaml::from_str(PLAYBOOK).unwrap();
    let mut app = App::new(TODAY, "/home/sam");
    let opened = Opened { name: None, session, playbook, drafts, read_only, notice: None };
    app.update(Msg::Opened(Box::new(opened)));
    app
}

fn app() -> App {
    let session = Session::new("huggingface-enterprise/software-engineer", "San Francisco");
    app_with(session, BTreeMap::new(), false)
}

fn press(app: &mut App, code: Code) -> Vec<Effect> {
    app.update(Msg::Key(Key::plain(code)))
}

fn kind(app: &mut App, text: &str) {
    for c in text.chars() {
        app.update(Msg::Key(Key::char(c)));
    }
}

/// Goes to a step by its number in the menu.
fn go(app: &mut App, step: char) {
    app.update(Msg::Key(Key::ctrl('g')));
    app.update(Msg::Key(Key::char(step)));
}

fn session(app: &App) -> &Session {
    &app.work.as_ref().unwrap().session
}

#[test]
fn a_refused_answer_is_kept_wherever_one_goes() {
    let mut app = app();
    press(&mut app, Code::Tab);
    press(&mut app, Code::Tab);
    kind(&mut app, "lots");
    press(&mut app, Code::Esc);
    assert_eq!(app.screen, Screen::Home);
    let drafts = &app.work.as_ref().unwrap().drafts;
    assert_eq!(drafts.values().collect::<Vec<_>>(), ["lots"]);
    assert_eq!(session(&app).target, None);
}

#[test]
fn a_draft_stands_in_its_field_when_the_session_is_opened_again() {
    let session = Session::new("huggingface-enterprise/software-engineer", "San Francisco");
    let drafts = BTreeMap::from([("answers.name".to_owned(), "Sa".to_owned())]);
    let mut app = app_with(session, drafts, false);
    go(&mut app, '2');
    assert_eq!(app.editor.text(), "Sa");
    kind(&mut app, "m");
    press(&mut app, Code::Tab);
    assert_eq!(self::session(&app).answers["name"], "Sam");
    assert!(app.work.as_ref().unwrap().drafts.is_empty());
}

#[test]
fn undo_goes_back_across_fields_and_steps_and_redo_forth() {
    let mut app = app();
    go(&mut app, '2');
    kind(&mut app, "Sam");
    press(&mut app, Code::Tab);
    kind(&mut app, "Acme");
    go(&mut app, '4');
    kind(&mut app, "l");
    assert_eq!(session(&app).backing_of("enterprise-hub"), Backing::Partial);
    for _ in 0..3 {
        kind(&mut app, "u");
    }
    assert!(session(&app).answers.is_empty() && session(&app).backing.is_empty());
    for _ in 0..3 {
        app.update(Msg::Key(Key::ctrl('r')));
    }
    assert_eq!(session(&app).answers.len(), 2);
    assert_eq!(session(&app).backing_of("enterprise-hub"), Backing::Partial);
}

#[test]
fn undo_in_a_field_takes_back_the_typing_first() {
    let mut app = app();
    go(&mut app, '2');
    kind(&mut app, "Sam");
    press(&mut app, Code::Tab);
    kind(&mut app, "Ac");
    app.update(Msg::Key(Key::ctrl('_')));
    assert_eq!(app.editor.text(), "");
    app.update(Msg::Key(Key::ctrl('r')));
    assert_eq!(app.editor.text(), "Ac");
    app.update(Msg::Key(Key::ctrl('_')));
    assert_eq!(session(&app).answers["name"], "Sam");
    app.update(Msg::Key(Key::ctrl('_')));
    assert!(session(&app).answers.is_empty());
}

#[test]
fn an_offer_comes_by_line_changes_by_field_and_goes_with_undo() {
    let mut app = app();
    go(&mut app, '3');
    kind(&mut app, "Google L4 210k base 260k rsu/4y");
    press(&mut app, Code::Enter);
    assert_eq!(session(&app).alternatives[0].label(), "Google L4");
    assert_eq!(app.editor.text(), "");
    press(&mut app, Code::Down);
    assert_eq!(app.context(), Context::Rows);
    kind(&mut app, "d");
    assert!(session(&app).alternatives.is_empty());
    kind(&mut app, "u");
    assert_eq!(session(&app).alternatives.len(), 1);
}

#[test]
fn a_figure_with_two_readings_is_asked_about_before_it_counts() {
    let mut app = app();
    go(&mut app, '3');
    kind(&mut app, "Anthropic 215/250 private");
    press(&mut app, Code::Enter);
    assert_eq!(app.context(), Context::Menu);
    assert!(session(&app).alternatives.is_empty());
    press(&mut app, Code::Enter);
    assert_eq!(session(&app).alternatives[0].base.amount(), 215_000.into());
}

#[test]
fn the_current_job_can_be_added_before_any_offer() {
    let mut app = app();
    go(&mut app, '3');
    press(&mut app, Code::Down);
    kind(&mut app, "c");
    assert!(app.editor.text().starts_with("stay at "), "{}", app.editor.text());
    app.update(Msg::Key(Key::ctrl('u')));
    kind(&mut app, "stay at Acme 180k");
    press(&mut app, Code::Enter);
    let job = &session(&app).alternatives[0];
    assert_eq!((job.base.amount(), job.status), (180_000.into(), OfferStatus::Current));
}

#[test]
fn a_passage_in_ones_own_words_is_a_draft_until_it_is_kept() {
    let mut app = app();
    go(&mut app, '3');
    kind(&mut app, "Google 210k base");
    press(&mut app, Code::Enter);
    go(&mut app, '6');
    kind(&mut app, "e");
    app.update(Msg::Key(Key::ctrl('u')));
    kind(&mut app, "Hello.");
    press(&mut app, Code::Esc);
    assert!(session(&app).script.edits.is_empty());
    kind(&mut app, "e");
    assert_eq!(app.editor.text(), "Hello.");
    press(&mut app, Code::Enter);
    assert_eq!(session(&app).script.edits["opening"], "Hello.");
    kind(&mut app, "o");
    assert!(session(&app).script.edits.is_empty());
}

#[test]
fn leaving_saves_what_was_changed_and_only_that() {
    let mut app = app();
    assert_eq!(app.update(Msg::Key(Key::ctrl('c'))), [Effect::Quit(130)]);
    go(&mut app, '2');
    kind(&mut app, "S");
    assert_eq!(app.update(Msg::Key(Key::ctrl('c'))), [Effect::Save, Effect::Quit(130)]);
}

#[test]
fn a_session_that_may_only_be_read_is_never_saved() {
    let session = Session::new("huggingface-enterprise/software-engineer", "San Francisco");
    let mut app = app_with(session, BTreeMap::new(), true);
    go(&mut app, '2');
    kind(&mut app, "Sam");
    press(&mut app, Code::Tab);
    assert_eq!(app.update(Msg::Key(Key::ctrl('c'))), [Effect::Quit(130)]);
}

#[test]
fn escape_glued_to_a_letter_is_two_keys() {
    let mut app = app();
    kind(&mut app, "?");
    assert_eq!(app.context(), Context::Reading);
    app.update(Msg::Key(Key::alt('l')));
    assert!(app.overlays.is_empty());
    assert_eq!(session(&app).region, "New York");
}

#[test]
fn a_pasted_text_is_one_line_and_submits_nothing() {
    let mut app = app();
    go(&mut app, '2');
    app.update(Msg::Paste("Sam\nRivera\u{1b}[31m\r\n".to_owned()));
    assert_eq!(app.editor.text(), "Sam Rivera[31m");
    assert!(session(&app).answers.is_empty());
}

#[test]
fn moving_the_cursor_changes_nothing() {
    let mut app = app();
    go(&mut app, '2');
    press(&mut app, Code::Left);
    press(&mut app, Code::Home);
    assert_eq!(app.update(Msg::Key(Key::ctrl('c'))), [Effect::Quit(130)]);
}

#[test]
fn a_draft_follows_its_offer_and_goes_with_it() {
    let mut app = app();
    go(&mut app, '3');
    for line in ["Google 210k base", "Meta 205k base"] {
        kind(&mut app, line);
        press(&mut app, Code::Enter);
    }
    press(&mut app, Code::Down);
    press(&mut app, Code::Down);
    press(&mut app, Code::Enter);
    assert_eq!(app.screen, Screen::Offer(1));
    kind(&mut app, " Platforms");
    app.work.as_mut().unwrap().drafts.insert("alternatives[0].Base".to_owned(), "145.000".to_owned());
    app.screen = Screen::Offers;
    app.focus = 1;
    kind(&mut app, "d");
    let drafts = &app.work.as_ref().unwrap().drafts;
    assert_eq!(drafts.keys().collect::<Vec<_>>(), ["alternatives[0].Company"]);
    assert_eq!(drafts["alternatives[0].Company"], "Meta Platforms");
}

#[test]
fn what_would_be_asked_about_stays_a_draft_when_one_leaves() {
    let mut app = app();
    press(&mut app, Code::Tab);
    press(&mut app, Code::Tab);
    kind(&mut app, "145.000");
    press(&mut app, Code::Esc);
    assert!(app.overlays.is_empty() && app.screen == Screen::Home);
    assert_eq!(app.work.as_ref().unwrap().drafts.len(), 1);
}

#[test]
fn a_failed_save_brings_the_work_back_to_the_screen() {
    let mut app = app();
    go(&mut app, '2');
    kind(&mut app, "Sam");
    press(&mut app, Code::Esc);
    press(&mut app, Code::Esc);
    assert_eq!(app.screen, Screen::Home);
    app.update(Msg::NotSaved("The disk is full.".to_owned()));
    assert_eq!(app.screen, Screen::Background);
    assert!(app.notice.as_ref().is_some_and(|notice| notice.contains("disk")));
}
