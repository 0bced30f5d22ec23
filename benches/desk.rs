//! What the offers desk costs with ten offers: the table, a sweep, break-evens, a key and its frame.

use divan::{Bencher, black_box};
use jiff::civil::{Date, date};
use negotiate_up::app::App;
use negotiate_up::app::key::{Code, Key};
use negotiate_up::app::msg::{Msg, Opened};
use negotiate_up::domain::compare::{Assumption, Inputs};
use negotiate_up::domain::offer::Alternative;
use negotiate_up::domain::plan::Plan;
use negotiate_up::domain::playbook::Playbook;
use negotiate_up::domain::session::Session;
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

/// The sample with ten offers.
fn inputs() -> (Playbook, Session) {
    let mut session: Session = serde_yaml::from_str(SAMPLE).unwrap();
    let offers: Vec<Alternative> = session.alternatives.iter().cycle().take(10).cloned().collect();
    session.alternatives = offers;
    (serde_yaml::from_str(PLAYBOOK).unwrap(), session)
}

fn with(bencher: Bencher, ask: impl Fn(Inputs)) {
    let (playbook, session) = inputs();
    let plan = Plan::compute(&playbook, &session, TODAY).unwrap();
    bencher.bench_local(|| {
        let inputs = Inputs { playbook: &playbook, session: &session, plan: &plan, today: TODAY };
        ask(black_box(inputs));
    });
}

#[divan::bench]
fn side_by_side(bencher: Bencher) {
    with(bencher, |inputs| drop(black_box(inputs.side_by_side())));
}

#[divan::bench(args = [Assumption::Haircut, Assumption::Stock(0), Assumption::Bonus(0)])]
fn a_sweep_of_a_thousand_points(bencher: Bencher, assumption: &Assumption) {
    with(bencher, |inputs| drop(black_box(inputs.sweep(*assumption, 1000))));
}

#[divan::bench]
fn break_evens(bencher: Bencher) {
    with(bencher, |inputs| drop(black_box(inputs.break_evens(Assumption::Haircut))));
}

/// Another assumption is chosen: its sweep, its break-evens and the frame at 120×40.
#[divan::bench]
fn another_assumption_to_frame(bencher: Bencher) {
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
    app.update(Msg::Key(Key::ctrl('t')));
    app.update(Msg::Key(Key::plain(Code::Tab)));
    let area = Rect::new(0, 0, 120, 40);
    let mut buffer = Buffer::empty(area);
    let mut down = true;
    bencher.bench_local(|| {
        app.update(Msg::Key(Key::plain(if down { Code::Down } else { Code::Up })));
        down = !down;
        buffer.reset();
        draw::draw(&app, Theme::new(true, false), area, &mut buffer)
    });
}
