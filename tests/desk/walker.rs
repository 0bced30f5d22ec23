//! A program with the sample negotiation open, walked by key.

use jiff::civil::{Date, date};
use negotiate_up::app::App;
use negotiate_up::app::key::{Code, Key};
use negotiate_up::app::msg::{Effect, Msg, Opened};
use negotiate_up::domain::session::Session;
use negotiate_up::tui::draw;
use negotiate_up::tui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

pub const TODAY: Date = date(2026, 11, 23);

/// The sample with days, another currency, options and an ended offer.
pub fn session() -> Session {
    let mut session: Session = serde_yaml::from_str(include_str!("../../assets/sample.yaml")).unwrap();
    session.alternatives[0].expires = Some(date(2026, 11, 27));
    session.alternatives[1].expires = Some(date(2026, 12, 1));
    session.target.as_mut().unwrap().expires = Some(date(2026, 12, 4));
    session
}

/// More offers, of every kind.
pub fn mixed() -> Session {
    let more = "[{company: Startco, base: 180000, status: verbal, equity: {grant: 0, kind: options, options: {count: \
                20000, strike: 4, fmv: 6, preferred: 12}}}, {company: Berlin AG, base: 120000, currency: EUR, bonus: \
                10%, tax_rate: 42%, cost_of_living: 75%, expires: 2026-11-30}, {company: Amazon, base: 185000, \
                signing: 60000, equity: {grant: 400000}, expires: 2026-11-20}, {company: Northwind, base: 170000, \
                bonus: 5%, status: current}]";
    let mut session = session();
    session.alternatives.extend::<Vec<_>>(serde_yaml::from_str(more).unwrap());
    session.settings =
        serde_yaml::from_str("{tax_rate: 38%, fx: {EUR: {rate: 1.08, as_of: 2026-09-01, source: my bank}}}")
            .unwrap();
    session
}

pub struct Walker(pub App);

impl Walker {
    pub fn with(session: Session) -> Self {
        let playbook = serde_yaml::from_str(include_str!(
            "../../playbooks/huggingface-enterprise/software-engineer.yaml"
        ));
        let mut app = App::new(TODAY, "/home/sam");
        app.update(Msg::Opened(Box::new(Opened {
            name: None,
            session,
            playbook: playbook.unwrap(),
            drafts: std::collections::BTreeMap::default(),
            read_only: false,
            notice: None,
        })));
        Self(app)
    }

    /// On a page of the desk, counted from 0.
    pub fn on_page(session: Session, page: usize) -> Self {
        let mut walker = Self::with(session);
        walker.key(Key::ctrl('t'));
        for _ in 0..page {
            walker.press(Code::Tab);
        }
        walker
    }

    pub fn key(&mut self, key: Key) -> Vec<Effect> {
        self.0.update(Msg::Key(key))
    }

    pub fn press(&mut self, code: Code) -> Vec<Effect> {
        self.key(Key::plain(code))
    }

    pub fn type_text(&mut self, text: &str) {
        for letter in text.chars() {
            self.key(Key::char(letter));
        }
    }

    pub fn screen(&mut self, width: u16, height: u16) -> String {
        let area = Rect::new(0, 0, width, height);
        let mut buffer = Buffer::empty(area);
        let shown = draw::draw(&self.0, Theme::new(true, false), area, &mut buffer);
        self.0.update(Msg::Drawn { scroll_limit: shown.scroll_limit, top: shown.top });
        let line =
            |y: u16| (0..width).map(|x| buffer[(x, y)].symbol()).collect::<String>().trim_end().to_owned();
        (0..height).map(line).collect::<Vec<_>>().join("\n")
    }

    pub fn session(&self) -> &Session {
        &self.0.work.as_ref().unwrap().session
    }
}
