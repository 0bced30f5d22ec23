//! What the figures cost: the plan after each edit, the whole Plan screen, the script, a frame.

use divan::{Bencher, black_box};
use jiff::civil::{Date, date};
use negotiate_up::app::App;
use negotiate_up::app::key::{Code, Key};
use negotiate_up::app::msg::{Msg, Opened};
use negotiate_up::domain::plan::{self, Plan};
use negotiate_up::domain::playbook::Playbook;
use negotiate_up::domain::session::Session;
use negotiate_up::script;
use negotiate_up::tui::draw;
use negotiate_up::tui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

const TODAY: Date = date(2026, 11, 23);
const PLAYBOOK: &str = include_str!("../playbooks/huggingface-enterprise/software-engineer.yaml");
const SAMPLE: &str = include_str!("../assets/sample.yaml");

fn main() {
    divan::main();
}

fn inputs() -> (Playbook, Session) {
    (serde_yaml::from_str(PLAYBOOK).unwrap(), serde_yaml::from_str(SAMPLE).unwrap())
}

#[divan::bench]
fn plan(bencher: Bencher) {
    let (playbook, session) = inputs();
    bencher.bench_local(|| Plan::compute(black_box(&playbook), black_box(&session), TODAY));
}

#[divan::bench]
fn what_moves_the_floor(bencher: Bencher) {
    let (playbook, session) = inputs();
    bencher.bench_local(|| plan::movers(black_box(&playbook), black_box(&session), TODAY));
}

#[divan::bench]
fn three_packages(bencher: Bencher) {
    let (playbook, session) = inputs();
    let plan = Plan::compute(&playbook, &session, TODAY).unwrap();
    bencher.bench_local(|| plan::trades(black_box(&playbook), black_box(&session), &plan, TODAY));
}

#[divan::bench]
fn the_script(bencher: Bencher) {
    let (playbook, session) = inputs();
    let plan = Plan::compute(&playbook, &session, TODAY).unwrap();
    bencher.bench_local(|| script::assemble(black_box(&playbook), black_box(&session), &plan, TODAY));
}

#[divan::bench]
fn one_playbook_from_yaml() -> Playbook {
    serde_yaml::from_str(black_box(PLAYBOOK)).unwrap()
}

/// A key and the frame it leads to, at 120×40, step by step.
#[divan::bench(args = [1, 2, 3, 4, 5, 6])]
fn key_to_frame(bencher: Bencher, step: usize) {
    let (playbook, session) = inputs();
    let mut app = App::new(TODAY, "");
    let opened = Opened {
        name: None,
        session,
        playbook,
        drafts: std::collections::BTreeMap::default(),
        read_only: false,
        notice: None,
    };
    app.update(Msg::Opened(Box::new(opened)));
    app.update(Msg::Key(Key::ctrl('g')));
    for _ in 1..step {
        app.update(Msg::Key(Key::plain(Code::Down)));
    }
    app.update(Msg::Key(Key::plain(Code::Enter)));
    let area = Rect::new(0, 0, 120, 40);
    let mut buffer = Buffer::empty(area);
    bencher.bench_local(|| {
        app.update(Msg::Key(Key::plain(Code::Down)));
        buffer.reset();
        draw::draw(&app, Theme::new(true, false), area, &mut buffer)
    });
}
