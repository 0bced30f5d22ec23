//! The screens at two sizes, as text, after walking there by key.

use jiff::civil::{Date, date};
use negotiate_up::app::App;
use negotiate_up::app::key::{Code, Key};
use negotiate_up::app::msg::{Msg, Opened, SessionRow};
use negotiate_up::domain::session::Step;
use negotiate_up::tui::draw;
use negotiate_up::tui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

const TODAY: Date = date(2026, 11, 23);

fn sample() -> Opened {
    let session = serde_yaml::from_str(include_str!("../assets/sample.yaml")).unwrap();
    let playbook =
        serde_yaml::from_str(include_str!("../playbooks/huggingface-enterprise/software-engineer.yaml"))
            .unwrap();
    Opened {
        name: None,
        session,
        playbook,
        drafts: std::collections::BTreeMap::default(),
        read_only: false,
        notice: None,
    }
}

fn open(opened: Opened) -> App {
    let mut app = App::new(TODAY, "/home/sam");
    app.update(Msg::Opened(Box::new(opened)));
    app
}

fn keys(app: &mut App, keys: &[Key]) {
    for key in keys {
        app.update(Msg::Key(*key));
    }
}

fn text(app: &mut App, width: u16, height: u16) -> String {
    let area = Rect::new(0, 0, width, height);
    let mut buffer = Buffer::empty(area);
    let shown = draw::draw(app, Theme::new(true, false), area, &mut buffer);
    app.update(Msg::Drawn { scroll_limit: shown.scroll_limit, top: shown.top });
    let line = |y: u16| (0..width).map(|x| buffer[(x, y)].symbol()).collect::<String>().trim_end().to_owned();
    (0..height).map(line).collect::<Vec<_>>().join("\n")
}

/// Goes to a step by the menu, as it works from everywhere.
fn go_to(app: &mut App, step: usize) {
    app.update(Msg::Key(Key::ctrl('g')));
    keys(app, &[Key::plain(Code::Up); 6]);
    for _ in 0..step {
        app.update(Msg::Key(Key::plain(Code::Down)));
    }
    app.update(Msg::Key(Key::plain(Code::Enter)));
}

fn kind(app: &mut App, text: &str) {
    for c in text.chars() {
        app.update(Msg::Key(Key::char(c)));
    }
}

fn snapshot(app: &mut App, name: &str) {
    for (width, height) in [(80, 24), (140, 40)] {
        insta::assert_snapshot!(format!("{name}_{width}x{height}"), text(app, width, height));
    }
}

#[test]
fn home() {
    let mut app = App::new(TODAY, "/home/sam");
    app.update(Msg::Sessions(vec![]));
    snapshot(&mut app, "home_first_run");
    let row = |name: &str, step, deadline, trouble: Option<&str>| SessionRow {
        name: name.to_owned(),
        title: name.to_owned(),
        subject: "Hugging Face Enterprise · Software Engineer".to_owned(),
        step,
        deadline,
        has_draft: false,
        trouble: trouble.map(str::to_owned),
        can_restore: false,
    };
    app.update(Msg::Sessions(vec![
        row("Hugging Face Enterprise, Software Engineer", Some(Step::Offers), Some(date(2026, 11, 27)), None),
        row("Old one", None, None, Some("damaged: it is empty.")),
    ]));
    snapshot(&mut app, "home_sessions");
}

#[test]
fn the_steps() {
    for (step, name) in ["target", "background", "offers", "lever", "plan", "script"].into_iter().enumerate()
    {
        let mut app = open(sample());
        go_to(&mut app, step);
        snapshot(&mut app, name);
    }
}

#[test]
fn an_offer_being_typed() {
    let mut app = open(sample());
    go_to(&mut app, 2);
    kind(&mut app, "Meta E4 205k base 300k rsu/4y gizmo 50k signing by Fri");
    snapshot(&mut app, "quick_line");
}

#[test]
fn an_offer_of_options() {
    let mut opened = sample();
    opened.session.alternatives[1].equity = serde_yaml::from_str(
        "{grant: 0, kind: options, years: 4, refresher: {a_year: 40000}, mark_down: {route: exit, months: 36},
          options: {count: 20000, strike: 4, exits: [{chance: 50%, price: 10}]}}",
    )
    .unwrap();
    let mut app = open(opened);
    go_to(&mut app, 2);
    keys(&mut app, &[Key::plain(Code::Down), Key::plain(Code::Down), Key::plain(Code::Enter)]);
    keys(&mut app, &[Key::plain(Code::Tab); 9]);
    snapshot(&mut app, "options");
    keys(&mut app, &[Key::plain(Code::Tab); 7]);
    snapshot(&mut app, "schedule");
}

#[test]
fn a_refused_answer() {
    let mut app = open(sample());
    keys(&mut app, &[Key::plain(Code::Tab), Key::plain(Code::Tab), Key::ctrl('u')]);
    kind(&mut app, "lots");
    app.update(Msg::Key(Key::plain(Code::Enter)));
    snapshot(&mut app, "refused");
}

#[test]
fn dialogs() {
    let mut app = open(sample());
    app.update(Msg::Key(Key::char('?')));
    snapshot(&mut app, "help");
    let mut app = open(sample());
    go_to(&mut app, 4);
    keys(&mut app, &[Key::char('w')]);
    snapshot(&mut app, "why");
    let mut app = open(sample());
    app.update(Msg::Key(Key::ctrl('s')));
    snapshot(&mut app, "export");
}

#[test]
fn nothing_breaks_at_any_size() {
    for step in 0..6 {
        let mut app = open(sample());
        go_to(&mut app, step);
        for overlay in [None, Some(Key::char('?')), Some(Key::ctrl('g')), Some(Key::ctrl('s'))] {
            if let Some(key) = overlay {
                app.update(Msg::Key(key));
            }
            for (width, height) in
                [(1, 1), (5, 20), (20, 5), (59, 16), (60, 15), (60, 16), (99, 17), (100, 16), (300, 100)]
            {
                let screen = text(&mut app, width, height);
                assert_eq!(screen.split('\n').count(), usize::from(height));
            }
            keys(&mut app, &[Key::plain(Code::Esc)]);
        }
    }
}

#[test]
fn the_footer_always_ends_with_the_way_to_more() {
    for step in 0..6 {
        let mut app = open(sample());
        go_to(&mut app, step);
        for width in [60, 80, 140] {
            let screen = text(&mut app, width, 24);
            assert!(screen.lines().last().unwrap().ends_with("more"), "{screen}");
        }
    }
}

#[test]
fn every_key_that_the_help_lists_is_one_of_the_state() {
    for step in 0..6 {
        let mut app = open(sample());
        go_to(&mut app, step);
        let context = app.context();
        app.update(Msg::Key(Key::plain(Code::F1)));
        let help = text(&mut app, 140, 90);
        for binding in context.all() {
            assert!(help.contains(binding.doc), "{context:?}: {}", binding.doc);
        }
    }
}
