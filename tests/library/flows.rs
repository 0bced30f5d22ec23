use std::path::PathBuf;

use negotiate_up::app::command::Context;
use negotiate_up::app::key::{Code, Key};
use negotiate_up::app::library::{Beginning, Errand, Field, News, Page};
use negotiate_up::app::msg::{Effect, Msg};
use negotiate_up::app::overlay::Overlay;
use negotiate_up::app::{App, Screen};

use crate::desk::Desk;

fn selected(app: &App) -> &str {
    app.library.current().map_or("", |card| &card.id)
}

fn looked(app: &App) -> &str {
    app.library.looked.as_ref().map_or("", |looked| &looked.id)
}

#[test]
fn from_a_search_to_a_start() {
    let desk = Desk::new();
    let mut app = desk.open();
    assert_eq!((app.screen, app.context()), (Screen::Library, Context::Library));
    desk.kind(&mut app, "swe cobalt");
    assert_eq!(
        (selected(&app), looked(&app)),
        ("cobalt-labs/software-engineer", "cobalt-labs/software-engineer")
    );
    desk.code(&mut app, Code::Right);
    assert_eq!(app.context(), Context::Playbook);
    let effects = desk.code(&mut app, Code::Enter);
    assert_eq!(effects, [Effect::Start(Beginning::with("cobalt-labs/software-engineer"))]);
}

#[test]
fn the_arrow_moves_the_cursor_before_it_looks() {
    let desk = Desk::new();
    let mut app = desk.open();
    desk.kind(&mut app, "ember");
    desk.code(&mut app, Code::Left);
    desk.code(&mut app, Code::Right);
    assert_eq!(app.context(), Context::Library);
    desk.code(&mut app, Code::Right);
    assert_eq!(app.context(), Context::Playbook);
    desk.code(&mut app, Code::Left);
    assert_eq!((app.context(), app.library.words.text()), (Context::Library, "ember"));
}

#[test]
fn a_company_without_a_playbook_is_carried_over() {
    let desk = Desk::new();
    let mut app = desk.open();
    desk.kind(&mut app, "zyxcorp data engineer");
    assert!(app.library.found.is_empty());
    assert_eq!(selected(&app), "any-company/software-engineer");
    let effects = desk.code(&mut app, Code::Enter);
    let [Effect::Start(beginning)] = &effects[..] else { panic!("{effects:?}") };
    assert_eq!(beginning.playbook, "any-company/software-engineer");
    assert_eq!(beginning.company.as_deref().map(str::to_lowercase), Some("zyxcorp".to_owned()));
    assert_eq!(beginning.role.as_deref(), Some("data engineer"));
}

#[test]
fn the_general_playbook_is_one_key_away_whatever_is_found() {
    let desk = Desk::new();
    let mut app = desk.open();
    desk.kind(&mut app, "data");
    desk.code(&mut app, Code::Up);
    let effects = desk.code(&mut app, Code::Enter);
    assert_eq!(effects, [Effect::Start(Beginning::with("any-company/software-engineer"))]);
}

#[test]
fn filters_are_typed_chosen_and_cleared_one_by_one() {
    let desk = Desk::new();
    let mut app = desk.open();
    desk.kind(&mut app, "data");
    desk.code(&mut app, Code::Tab);
    assert_eq!((app.library.field, app.context()), (Field::Region, Context::Facet));
    desk.kind(&mut app, "lon");
    assert_eq!(app.library.region.value(), Some("London"));
    assert_eq!(selected(&app), "bluebird-bank/data-engineer");
    desk.code(&mut app, Code::Tab);
    desk.code(&mut app, Code::Right);
    assert_eq!(app.library.currency.value(), Some("USD"));
    assert!(app.library.found.is_empty());
    desk.code(&mut app, Code::Esc);
    assert_eq!((app.library.currency.value(), app.library.found.len()), (None, 1));
    desk.code(&mut app, Code::Enter);
    assert_eq!(app.context(), Context::Library);
    let effects = desk.code(&mut app, Code::Enter);
    let [Effect::Start(beginning)] = &effects[..] else { panic!("{effects:?}") };
    assert_eq!(beginning.region.as_deref(), Some("London"), "the region that was filtered by");

    desk.code(&mut app, Code::Esc);
    assert_eq!((app.library.words.text(), app.library.region.value()), ("", Some("London")));
    desk.code(&mut app, Code::Esc);
    assert_eq!((app.library.region.value(), app.screen), (None, Screen::Library));
    desk.code(&mut app, Code::Esc);
    assert_eq!(app.screen, Screen::Home);
}

#[test]
fn a_place_in_the_search_is_the_place_to_start_in() {
    let desk = Desk::new();
    let mut app = desk.open();
    desk.kind(&mut app, "acme swe london");
    let effects = desk.code(&mut app, Code::Enter);
    let [Effect::Start(beginning)] = &effects[..] else { panic!("{effects:?}") };
    assert_eq!(beginning.playbook, "acme-cloud/software-engineer");
    assert_eq!(beginning.region.as_deref(), Some("London"));
}

#[test]
fn playbooks_side_by_side_open_each_other_and_close_in_turn() {
    let desk = Desk::new();
    let mut app = desk.open();
    desk.kind(&mut app, "acme data");
    desk.press(&mut app, Key::ctrl('t'));
    let Some(Page::Beside(beside)) = app.library.pages.last() else { panic!() };
    let companies: Vec<&str> =
        beside.rows.iter().map(|row| app.library.cards()[row.card].company.as_str()).collect();
    assert_eq!(
        companies,
        ["Ember", "Acme Cloud", "Bluebird Bank", "Cobalt Labs"],
        "San Francisco, dollars, others"
    );
    assert_eq!(beside.selected, 1);
    desk.code(&mut app, Code::Up);
    desk.code(&mut app, Code::Enter);
    assert_eq!((app.context(), looked(&app)), (Context::Playbook, "ember/data-engineer"));
    desk.press(&mut app, Key::char('t'));
    desk.code(&mut app, Code::Tab);
    let Some(Page::Beside(beside)) = app.library.pages.last() else { panic!() };
    assert_eq!(beside.rows.len(), 1, "Ember has no other role");
    for context in [Context::Playbook, Context::Beside, Context::Library] {
        desk.code(&mut app, Code::Esc);
        assert_eq!(app.context(), context);
    }
}

#[test]
fn a_search_without_results_leads_to_the_role_elsewhere() {
    let desk = Desk::new();
    let mut app = desk.open();
    desk.kind(&mut app, "zyxcorp data engineer");
    desk.press(&mut app, Key::ctrl('t'));
    let Some(Page::Beside(beside)) = app.library.pages.last() else { panic!("{:?}", app.notice) };
    assert_eq!(beside.rows.len(), 4);
    desk.code(&mut app, Code::Enter);
    assert_eq!(app.context(), Context::Playbook);
}

#[test]
fn a_company_whose_playbook_states_no_pay_stands_for_itself_alone() {
    let mut desk = Desk::new();
    let mut made = desk.playbooks[3].0.clone();
    (made.id, made.company) = ("aardvark/data-engineer".to_owned(), "Aardvark".to_owned());
    made.bands.clear();
    desk.playbooks.push((made, negotiate_up::domain::catalog::Origin::Own));
    let mut app = desk.open();
    assert_eq!(app.library.general().unwrap().id, "any-company/software-engineer");
    assert_eq!(selected(&app), "aardvark/data-engineer");
    desk.kind(&mut app, "zyxcorp data engineer");
    assert_eq!(selected(&app), "any-company/software-engineer");
}

#[test]
fn the_general_playbook_has_nothing_to_compare() {
    let desk = Desk::new();
    let mut app = desk.open();
    desk.code(&mut app, Code::Up);
    desk.press(&mut app, Key::ctrl('t'));
    assert!(app.library.pages.is_empty() && app.notice.is_some());
}

#[test]
fn a_damaged_playbook_does_not_start() {
    let desk = Desk::new();
    let mut app = desk.open();
    desk.kind(&mut app, "dune");
    assert!(desk.code(&mut app, Code::Enter).is_empty());
    assert!(app.notice.as_ref().is_some_and(|notice| notice.contains("bnads")));
}

#[test]
fn ones_own_copy_is_edited_checked_and_edited_again() {
    let desk = Desk::new();
    let mut app = desk.open();
    desk.kind(&mut app, "hugging");
    desk.code(&mut app, Code::Right);
    let id = "huggingface-enterprise/software-engineer".to_owned();
    assert_eq!(desk.press(&mut app, Key::char('m')), [Effect::Library(Errand::MakeOwn(id.clone()))]);
    let path = PathBuf::from("/home/sam/p.yaml");
    let edit = [Effect::Library(Errand::Edit(path.clone()))];
    assert_eq!(app.update(Msg::Library(News::Own(path.clone()))), edit);
    let back = News::Edited { path: path.clone(), trouble: None };
    assert_eq!(app.update(Msg::Library(back)), [Effect::Library(Errand::Check(path.clone()))]);
    let fault = negotiate_up::app::library::Fault {
        place: "p.yaml:3:1".to_owned(),
        message: "`x` is no key that belongs here.".to_owned(),
        hint: None,
    };
    let checked = |faults, warnings| {
        Msg::Library(News::Checked { path: path.clone(), id: Some(id.clone()), faults, warnings })
    };
    let effects = app.update(checked(vec![fault], 0));
    assert!(desk.perform(&mut app, effects).is_empty());
    assert_eq!(app.context(), Context::Faults);
    assert_eq!(desk.press(&mut app, Key::char('e')), edit);
    let effects = app.update(checked(Vec::new(), 2));
    desk.perform(&mut app, effects);
    assert_eq!(app.context(), Context::Playbook, "the dialog closes by itself");
    assert!(
        app.notice.as_ref().is_some_and(|notice| notice.contains("2 things to look at")),
        "{:?}",
        app.notice
    );
    assert_eq!(looked(&app), id, "it is read anew");
}

#[test]
fn an_editor_that_does_not_start_is_said_and_loses_nothing() {
    let desk = Desk::new();
    let mut app = desk.open();
    let trouble = Some("nosuch could not be started. The file is kept: /p.yaml".to_owned());
    let effects =
        app.update(Msg::Library(News::Edited { path: PathBuf::from("/p.yaml"), trouble: trouble.clone() }));
    assert_eq!(app.notice, trouble);
    assert!(desk.perform(&mut app, effects).is_empty());
    assert!(app.overlays.is_empty());
}

#[test]
fn a_path_is_asked_for_and_a_guide_that_is_none_is_said_there() {
    let desk = Desk::new();
    let mut app = desk.open();
    desk.press(&mut app, Key::ctrl('o'));
    assert_eq!(app.context(), Context::Prompt);
    desk.kind(&mut app, "'~/a b.md' ");
    let effects = desk.code(&mut app, Code::Enter);
    assert_eq!(
        effects,
        [Effect::Library(Errand::ReadGuide(PathBuf::from("~/a b.md")))],
        "without its quotes"
    );
    app.update(Msg::Library(News::NoGuide("It is not there.".to_owned())));
    let Some(Overlay::Import { trouble, path }) = app.overlays.last() else { panic!() };
    assert_eq!((trouble.as_deref(), path.text()), (Some("It is not there."), "'~/a b.md' "));
    desk.code(&mut app, Code::Esc);
    assert_eq!(app.context(), Context::Library);
}
