//! A library in memory, and the keys that reach it.

use jiff::civil::{Date, date};
use negotiate_up::app::App;
use negotiate_up::app::key::{Code, Key};
use negotiate_up::app::library::{Errand, Looked, News};
use negotiate_up::app::msg::{Effect, Msg};
use negotiate_up::domain::catalog::{Card, Catalog, Origin};
use negotiate_up::domain::playbook::Playbook;

pub const TODAY: Date = date(2026, 11, 23);

const BUILT_IN: [&str; 2] = [
    include_str!("../../playbooks/any-company/software-engineer.yaml"),
    include_str!("../../playbooks/huggingface-enterprise/software-engineer.yaml"),
];

/// Company, role, month, kind of equity, and the bands: region, currency, lowest and highest base in
/// thousands.
type Made = (&'static str, &'static str, &'static str, &'static str, &'static [Place]);
type Place = (&'static str, &'static str, u32, u32);

const MADE: [Made; 9] = [
    (
        "Acme Cloud",
        "Software Engineer",
        "2026-09",
        "rsu",
        &[("San Francisco", "USD", 180, 240), ("London", "GBP", 110, 150)],
    ),
    ("Acme Cloud", "Data Engineer", "2026-09", "rsu", &[("San Francisco", "USD", 160, 210)]),
    ("Acme Cloud", "Product Designer", "2026-09", "rsu", &[("Berlin", "EUR", 85, 120)]),
    (
        "Bluebird Bank",
        "Data Engineer",
        "2026-10",
        "rsu",
        &[("New York", "USD", 150, 195), ("London", "GBP", 90, 120)],
    ),
    ("Bluebird Bank", "Software Engineer", "2025-06", "rsu", &[("London", "GBP", 95, 130)]),
    ("Cobalt Labs", "Data Engineer", "2026-08", "options", &[("Berlin", "EUR", 80, 110)]),
    ("Cobalt Labs", "Software Engineer", "2026-08", "options", &[("San Francisco", "USD", 170, 215)]),
    ("Dune Robotics", "Software Engineer", "2026-11", "private", &[("Bangalore", "INR", 3800, 5200)]),
    ("Ember", "Data Engineer", "2026-07", "rsu", &[("San Francisco", "USD", 175, 220)]),
];

/// A desk that does the errands.
pub struct Desk {
    pub playbooks: Vec<(Playbook, Origin)>,
}

impl Desk {
    pub fn new() -> Self {
        let built_in = BUILT_IN.iter().map(|text| (serde_yaml::from_str(text).unwrap(), Origin::BuiltIn));
        let made = MADE.iter().map(|made| (playbook(made), Origin::Own));
        Self { playbooks: built_in.chain(made).collect() }
    }

    fn catalog(&self) -> Catalog {
        let mut cards: Vec<Card> =
            self.playbooks.iter().map(|(playbook, origin)| Card::new(playbook, *origin)).collect();
        for card in cards.iter_mut().filter(|card| card.company == "Dune Robotics") {
            card.damaged = Some("dune.yaml:3:1: `bnads` is no key that belongs here.".to_owned());
        }
        Catalog::new(cards)
    }

    /// Does what is to be read; gives back what is left to be done.
    pub fn perform(&self, app: &mut App, effects: Vec<Effect>) -> Vec<Effect> {
        let mut left = Vec::new();
        let mut effects = std::collections::VecDeque::from(effects);
        while let Some(effect) = effects.pop_front() {
            match effect {
                Effect::Library(Errand::List) => {
                    effects.extend(app.update(Msg::Library(News::Listed(Box::new(self.catalog())))));
                }
                Effect::Library(Errand::Look(id)) => {
                    let found = self.playbooks.iter().find(|(playbook, _)| playbook.id == id);
                    let playbook = found.map(|(playbook, _)| Box::new(playbook.clone()));
                    let looked = Looked { id, playbook: playbook.ok_or_else(|| "gone".to_owned()) };
                    effects.extend(app.update(Msg::Library(News::Looked(looked))));
                }
                other => left.push(other),
            }
            effects.extend(app.wanted());
        }
        left
    }

    /// Presses a key; gives back what the desk does not do.
    pub fn press(&self, app: &mut App, key: Key) -> Vec<Effect> {
        let mut effects = app.update(Msg::Key(key));
        effects.extend(app.wanted());
        self.perform(app, effects)
    }

    pub fn code(&self, app: &mut App, code: Code) -> Vec<Effect> {
        self.press(app, Key::plain(code))
    }

    pub fn kind(&self, app: &mut App, text: &str) {
        for c in text.chars() {
            self.press(app, Key::char(c));
        }
    }

    /// The program with its library opened by key.
    pub fn open(&self) -> App {
        let mut app = App::new(TODAY, "/home/sam");
        app.update(Msg::Sessions(Vec::new()));
        self.press(&mut app, Key::char('n'));
        app
    }
}

fn playbook((company, role, as_of, kind, places): &Made) -> Playbook {
    let slug = |name: &str| name.to_lowercase().replace(' ', "-");
    let mut bands = String::new();
    for (region, currency, low, high) in *places {
        bands += &format!(
            "  - {{region: {region}, currency: {currency}, base: {{low: {low}000, high: {high}000}}, equity: {{low: \
             {low}000, high: {high}000}}, bonus: {{low: 10%, high: 15%}}, total: {{low: {}000, high: {}000}}}}\n",
            low * 3 / 2,
            high * 3 / 2
        );
    }
    let text = format!(
        "playbook: 1\nid: {}/{}\ncompany: {company}\nrole: {role}\nas_of: {as_of}\nequity: {{kind: {kind}, years: \
         4}}\nbands:\n{bands}level_mapping: [{company} IC4, Google L5]\nquestions:\n  - {{id: name, ask: What is \
         your name?}}\nlevers:\n  - {{id: competing-offers, name: Competing offers, script: \"I hold {{{{ rivals \
         }}}}.\", from_offers: true}}\n  - {{id: scale, name: Work at scale, script: I have done this at scale., \
         asks: {{base: {}000, signing: 20000}}}}\n  - {{id: speed, name: Speed, script: I am quick.}}\n",
        slug(company),
        slug(role),
        places[0].3 - 5
    );
    serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{error}\n{text}"))
}
