use std::path::PathBuf;

use negotiate_up::app::App;
use negotiate_up::app::key::{Code, Key};
use negotiate_up::app::library::{Fault, News, ReadGuide};
use negotiate_up::app::msg::Msg;
use negotiate_up::import::{Import, Report};
use negotiate_up::tui::draw;
use negotiate_up::tui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::desk::Desk;

fn text(app: &mut App, width: u16, height: u16) -> String {
    let area = Rect::new(0, 0, width, height);
    let mut buffer = Buffer::empty(area);
    let shown = draw::draw(app, Theme::new(true, false), area, &mut buffer);
    app.update(Msg::Drawn { scroll_limit: shown.scroll_limit, top: shown.top });
    let line = |y: u16| (0..width).map(|x| buffer[(x, y)].symbol()).collect::<String>().trim_end().to_owned();
    (0..height).map(line).collect::<Vec<_>>().join("\n")
}

fn snapshot(app: &mut App, name: &str) {
    for (width, height) in [(80, 24), (140, 40)] {
        insta::assert_snapshot!(format!("{name}_{width}x{height}"), text(app, width, height));
    }
}

/// A guide's review, as the importer would report it.
fn review(app: &mut App) {
    let text = include_str!("../fixtures/guides/orchard-data-engineer.md");
    let mut report = Report::default();
    for (path, line) in [
        ("company", 1),
        ("role", 1),
        ("summary[0]", 3),
        ("bands[0].region", 7),
        ("bands[0].base", 7),
        ("bands[0].equity", 7),
        ("bands[0].bonus", 7),
        ("bands[0].total", 7),
        ("bands[2].region", 8),
        ("bands[2].base", 8),
        ("about", 10),
        ("level_mapping", 13),
        ("levers[0].name", 17),
        ("levers[0].script", 17),
        ("levers[2].name", 19),
        ("levers[2].asks.base", 19),
        ("strategy.script", 21),
        ("strategy.floor.base", 21),
        ("strategy.asks.base", 21),
        ("evidence[0]", 24),
        ("evidence[1]", 25),
    ] {
        report.place(path, line);
    }
    report.warn(
        "total-does-not-add-up",
        7,
        "The parts make $174,000 to $238,000: the total is kept as printed.",
    );
    report.warn(
        "figure-without-source",
        19,
        "A signing bonus is asked for, and the guide has no band for it.",
    );
    report.unread(8, "| Lyon | €62K–€84K |");
    let playbook =
        serde_yaml::from_str(include_str!("../../playbooks/huggingface-enterprise/software-engineer.yaml"))
            .unwrap();
    let lines = &report.lines;
    let understood = negotiate_up::export::understood(&playbook, lines, text);
    let understood = understood.into_iter().map(|row| (row.line, row.words)).collect();
    let guide = ReadGuide {
        path: PathBuf::from("/home/sam/guides/orchard-data-engineer.md"),
        text: text.to_owned(),
        import: Import { playbook, report },
        understood,
    };
    app.update(Msg::Key(Key::ctrl('o')));
    app.update(Msg::Library(News::Guide(Box::new(guide))));
}

fn faults(app: &mut App) {
    let fault = |place: &str, message: &str, hint: Option<&str>| Fault {
        place: place.to_owned(),
        message: message.to_owned(),
        hint: hint.map(str::to_owned),
    };
    app.update(Msg::Library(News::Checked {
        path: PathBuf::from("/home/sam/.local/share/negotiate-up/playbooks/acme-cloud/data-engineer.yaml"),
        id: None,
        faults: vec![
            fault(
                "data-engineer.yaml:12:16",
                "`21O000` is no amount.",
                Some("Write 210000, 210k or $210,000."),
            ),
            fault("data-engineer.yaml:31:5", "`scirpt` is no key that belongs here.", None),
        ],
        warnings: 0,
    }));
}

#[test]
fn the_list() {
    let desk = Desk::new();
    let mut app = desk.open();
    snapshot(&mut app, "all");
    desk.kind(&mut app, "data eng");
    desk.code(&mut app, Code::Down);
    snapshot(&mut app, "results");
    desk.code(&mut app, Code::Tab);
    desk.kind(&mut app, "lon");
    snapshot(&mut app, "filtered");
}

#[test]
fn nothing_found() {
    let desk = Desk::new();
    let mut app = desk.open();
    desk.kind(&mut app, "zyxcorp data engineer");
    snapshot(&mut app, "nothing");
    desk.press(&mut app, Key::ctrl('u'));
    desk.kind(&mut app, "acme nurse");
    insta::assert_snapshot!("nothing_at_a_known_company_80x24", text(&mut app, 80, 24));
}

#[test]
fn a_playbook_and_its_neighbours() {
    let desk = Desk::new();
    let mut app = desk.open();
    desk.kind(&mut app, "bluebird swe");
    desk.code(&mut app, Code::Right);
    snapshot(&mut app, "preview");
    desk.press(&mut app, Key::char('t'));
    snapshot(&mut app, "beside");
    desk.code(&mut app, Code::Tab);
    insta::assert_snapshot!("roles_80x24", text(&mut app, 80, 24));
}

#[test]
fn a_damaged_playbook_says_why() {
    let desk = Desk::new();
    let mut app = desk.open();
    desk.kind(&mut app, "dune");
    insta::assert_snapshot!("damaged_140x40", text(&mut app, 140, 40));
}

#[test]
fn a_guide_on_its_way_in() {
    let desk = Desk::new();
    let mut app = desk.open();
    review(&mut app);
    desk.press(&mut app, Key::char('n'));
    snapshot(&mut app, "review");
}

#[test]
fn what_is_wrong_in_a_file() {
    let desk = Desk::new();
    let mut app = desk.open();
    faults(&mut app);
    snapshot(&mut app, "faults");
}

/// Each state of the library, reached by key.
fn states(desk: &Desk) -> Vec<App> {
    let reach = |keys: &[Key]| {
        let mut app = desk.open();
        for key in keys {
            desk.press(&mut app, *key);
        }
        app
    };
    let (look, filter) = (Key::plain(Code::Right), Key::plain(Code::Tab));
    let mut states = vec![
        reach(&[]),
        reach(&[Key::char('9'), Key::char('z')]),
        reach(&[filter]),
        reach(&[filter, filter, look]),
        reach(&[look]),
        reach(&[Key::plain(Code::Up), look]),
        reach(&[Key::ctrl('t')]),
        reach(&[Key::ctrl('t'), filter]),
        reach(&[Key::ctrl('o')]),
    ];
    for make in [review, faults] {
        let mut app = desk.open();
        make(&mut app);
        states.push(app);
    }
    states
}

#[test]
fn nothing_breaks_at_any_size() {
    for mut app in states(&Desk::new()) {
        for (width, height) in
            [(1, 1), (59, 16), (60, 15), (60, 16), (80, 24), (99, 17), (100, 16), (140, 40), (300, 100)]
        {
            assert_eq!(text(&mut app, width, height).split('\n').count(), usize::from(height));
        }
    }
}

#[test]
fn the_footer_names_the_way_back_at_every_width() {
    for mut app in states(&Desk::new()) {
        for width in [60, 80, 100, 140] {
            let screen = text(&mut app, width, 24);
            let footer = screen.lines().last().unwrap();
            assert!(footer.contains("Esc "), "{screen}");
            assert!(footer.chars().count() <= usize::from(width), "{screen}");
        }
    }
}

#[test]
fn every_key_that_the_help_lists_is_one_of_the_state() {
    for mut app in states(&Desk::new()) {
        let context = app.context();
        app.update(Msg::Key(Key::plain(Code::F1)));
        let help = text(&mut app, 140, 90);
        for binding in context.all().filter(|_| help.contains("Help ·")) {
            assert!(help.contains(binding.doc), "{context:?}: {}\n{help}", binding.doc);
        }
    }
}

#[test]
fn signs_tell_what_colours_tell() {
    let desk = Desk::new();
    for (width, height) in [(60, 16), (80, 24)] {
        let mut app = desk.open();
        let list = text(&mut app, width, height);
        assert_eq!(list.matches("▸ ").count(), 1, "{list}");
        desk.kind(&mut app, "dune");
        assert!(text(&mut app, width, height).contains("! damaged"));
        review(&mut app);
        let guide = text(&mut app, width, height);
        assert!(guide.contains("! 2 to check") && guide.contains("? 1 line not understood"), "{guide}");
    }
}

#[test]
fn thousands_of_playbooks_are_drawn_by_the_rows_in_sight() {
    let mut desk = Desk::new();
    let made = desk.playbooks[3].0.clone();
    desk.playbooks.extend((0..4000).map(|n| {
        let mut playbook = made.clone();
        playbook.id = format!("company{n}/engineer");
        playbook.company = format!("Company {n:04}");
        (playbook, negotiate_up::domain::catalog::Origin::Own)
    }));
    let mut app = desk.open();
    assert!(text(&mut app, 80, 24).contains("4,010 playbooks"));
    desk.kind(&mut app, "company 3999");
    let screen = text(&mut app, 80, 24);
    assert!(screen.contains("▸ Company 3999"), "{screen}");
    desk.press(&mut app, Key::ctrl('u'));
    for _ in 0..30 {
        desk.code(&mut app, Code::PageDown);
    }
    let screen = text(&mut app, 80, 24);
    let selected = screen.lines().filter(|line| line.contains('▸')).collect::<Vec<_>>();
    assert_eq!(selected.len(), 1, "{screen}");
    desk.code(&mut app, Code::Up);
    let above = text(&mut app, 80, 24);
    let rows =
        |screen: &str| screen.lines().skip(6).take(15).map(|line| line.replace('▸', " ")).collect::<Vec<_>>();
    assert_eq!(rows(&screen), rows(&above), "the list moved though the selection stayed in sight");
}
