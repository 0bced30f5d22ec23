//! Values of a playbook in words, by their paths.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::money::{Currency, Money, Range, show};
use crate::domain::playbook::{Asks, Band, Lever, Playbook, Strategy};

/// Says what the values at a row of paths are; lists such as the sources are told once.
pub(super) struct Words<'a> {
    playbook: &'a Playbook,
    told: BTreeSet<&'static str>,
}

/// The fields of one thing that stand in a line.
struct Fields<'a>(Vec<&'a str>);

impl<'a> Words<'a> {
    pub(super) fn new(playbook: &'a Playbook) -> Self {
        Self { playbook, told: BTreeSet::new() }
    }

    /// One phrase for each thing that the paths lead to, in the playbook's order.
    pub(super) fn of(&mut self, paths: &[&str]) -> Vec<String> {
        let mut things: BTreeMap<(&str, usize), Vec<&str>> = BTreeMap::new();
        for path in paths {
            let (thing, field) = path.split_once('.').unwrap_or((path, ""));
            let (name, index) = match thing.split_once('[') {
                Some((name, index)) => (name, index.trim_end_matches(']').parse().unwrap_or(0)),
                None => (thing, 0),
            };
            things.entry((name, index)).or_default().push(field);
        }
        let tell = |((name, index), fields)| self.thing(name, index, &Fields(fields));
        things.into_iter().filter_map(tell).collect()
    }

    fn thing(&mut self, name: &str, index: usize, fields: &Fields) -> Option<String> {
        let playbook = self.playbook;
        match name {
            "company" => Some(playbook.company.clone()),
            "role" => Some(playbook.role.clone()),
            "as_of" => Some(format!("figures as of {}", playbook.as_of.as_ref()?)),
            "bands" => Some(band(playbook.bands.get(index)?, fields)),
            "levers" => Some(lever(playbook.levers.get(index)?, fields, self.currency())),
            "strategy" => Some(strategy(playbook.strategy.as_ref()?, fields, self.currency())),
            "questions" => Some(format!("asks you: {}", playbook.questions.get(index)?.ask)),
            "equity" => {
                let terms = &playbook.equity;
                self.once("equity", || format!("equity: {} over {} years", terms.kind.words(), terms.years))
            }
            "summary" => self.once("summary", || "the summary".to_owned()),
            "about" => self.once("about", || "about the company".to_owned()),
            "level_mapping" => {
                self.once("level_mapping", || format!("levels {}", playbook.level_mapping.join(", ")))
            }
            "evidence" => self.once("evidence", || match playbook.evidence.len() {
                1 => "1 source".to_owned(),
                count => format!("{count} sources"),
            }),
            _ => None,
        }
    }

    fn once(&mut self, name: &'static str, words: impl FnOnce() -> String) -> Option<String> {
        self.told.insert(name).then(words)
    }

    /// The currency that amounts asked for are written in.
    fn currency(&self) -> Currency {
        self.playbook.bands.first().map_or(Currency::USD, |band| band.currency)
    }
}

impl Fields<'_> {
    /// Whether a field stands here: itself, a part of it, or the whole thing.
    fn have(&self, name: &str) -> bool {
        let is_it = |field: &str| field.split(['.', '[']).next() == Some(name);
        self.0.iter().any(|field| field.is_empty() || is_it(field))
    }
}

fn band(band: &Band, fields: &Fields) -> String {
    let span = |range: Range| show::span(band.currency, range.low.amount(), range.high.amount());
    let parts = [
        ("base", band.base.map(span)),
        ("equity", band.equity.map(span)),
        ("bonus", band.bonus.map(|rates| rates.to_string())),
        ("bonus_amount", band.bonus_amount.map(span)),
        ("total", band.total.map(span)),
        ("also", band.also.as_ref().map(|also| also.currency.to_string())),
    ];
    let words: Vec<String> = parts
        .into_iter()
        .filter(|(name, _)| fields.have(name))
        .filter_map(|(name, value)| Some(format!("{} {}", name.trim_end_matches("_amount"), value?)))
        .collect();
    phrase(&band.label(), &words)
}

fn lever(lever: &Lever, fields: &Fields, currency: Currency) -> String {
    let mut words = asked(lever.asks.filter(|_| fields.have("asks")), "asks", currency);
    if lever.from_offers && fields.have("asks") {
        words.push("or what your offers say".to_owned());
    }
    if words.is_empty() && !fields.have("name") && fields.have("script") {
        words.push("what to say".to_owned());
    }
    phrase(&format!("lever {}", lever.name), &words)
}

fn strategy(strategy: &Strategy, fields: &Fields, currency: Currency) -> String {
    let mut words = Vec::new();
    if fields.have("script") && strategy.script.is_some() {
        words.push("what to say".to_owned());
    }
    if fields.have("private") && strategy.private.is_some() {
        words.push("what is for you alone".to_owned());
    }
    words.extend(asked(strategy.asks.filter(|_| fields.have("asks")), "asks", currency));
    words.extend(asked(strategy.floor.filter(|_| fields.have("floor")), "floor", currency));
    phrase("strategy", &words)
}

/// Amounts, the first one behind the verb.
fn asked(asks: Option<Asks>, verb: &str, currency: Currency) -> Vec<String> {
    let Some(Asks { base, equity, signing, total }) = asks else { return Vec::new() };
    let amount = |money: Money| show::short(currency, money.amount());
    let parts = [("base", base), ("equity", equity), ("signing", signing), ("total", total)];
    let mut words: Vec<String> =
        parts.into_iter().filter_map(|(name, money)| Some(format!("{name} {}", amount(money?)))).collect();
    if let Some(first) = words.first_mut() {
        *first = format!("{verb} {first}");
    }
    words
}

fn phrase(name: &str, words: &[String]) -> String {
    if words.is_empty() { name.to_owned() } else { format!("{name}: {}", words.join(", ")) }
}
