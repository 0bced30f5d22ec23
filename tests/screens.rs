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
    Opened { name: None, session, playbook, drafts: Default::default(), read_only: false, notice: None }
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
    app.update(Msg::Drawn { scroll_limit: shown.scroll_limit });
    let line = |y: u16| (0..width).map(|x| buffer[(x, y)].symbol()).collect::<String>().trim_end().to_owned();
    (0..height).map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn preview() {
    let mut app = App::new(TODAY, "/home/sam");
    app.update(Msg::Sessions(vec![]));
    println!("{}\n", text(&mut app, 80, 24));
    app.update(Msg::Sessions(vec![SessionRow {
        name: "a".into(),
        title: "HF".into(),
        subject: "Hugging Face Enterprise · Software Engineer".into(),
        step: Some(Step::Offers),
        deadline: Some(date(2026, 11, 27)),
        has_draft: true,
        trouble: None,
    }]));
    println!("{}\n", text(&mut app, 80, 24));
    for step in 0..6 {
        let mut app = open(sample());
        keys(&mut app, &[Key::ctrl('g')]);
        for _ in 0..step {
            keys(&mut app, &[Key::plain(Code::Down)]);
        }
        keys(&mut app, &[Key::plain(Code::Enter)]);
        println!("{}\n", text(&mut app, 80, 24));
        println!("{}\n", text(&mut app, 140, 40));
    }
}
