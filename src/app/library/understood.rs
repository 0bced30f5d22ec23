//! The values of a playbook in words, by their paths: what the guide's line was understood as.

use crate::domain::money::{Currency, Decimal, Range, show};
use crate::domain::playbook::{Asks, Band, Lever, Playbook};

/// What the values at these paths say; values of one band or lever share a sentence.
pub(super) fn understood(playbook: &Playbook, paths: &[&str]) -> Vec<String> {
    let mut groups: Vec<(&str, Vec<&str>)> = Vec::new();
    for path in paths {
        let (head, rest) = path.split_once('.').unwrap_or((path, ""));
        match groups.iter_mut().find(|(known, _)| *known == head) {
            Some((_, rests)) => rests.push(rest),
            None => groups.push((head, vec![rest])),
        }
    }
    groups.sort_by_key(|(head, _)| rank(head));
    let levels: Vec<&str> = playbook.level_mapping.iter().map(String::as_str).collect();
    let is_level = |head: &str| head.starts_with("level_mapping");
    let has_levels = groups.iter().any(|(head, _)| is_level(head));
    let sentences = groups.iter().filter(|(head, _)| !is_level(head));
    let mut words: Vec<String> =
        sentences.filter_map(|(head, rests)| sentence(playbook, head, rests)).collect();
    if has_levels {
        words.push(format!("levels: {}", levels.join(" = ")));
    }
    words
}

/// The order in which one would say it.
fn rank(head: &str) -> usize {
    const ORDER: [&str; 7] = ["id", "company", "role", "as_of", "bands", "levers", "strategy"];
    ORDER.iter().position(|first| head.starts_with(first)).unwrap_or(ORDER.len())
}

fn sentence(playbook: &Playbook, head: &str, rests: &[&str]) -> Option<String> {
    let (name, index) = match head.split_once('[') {
        Some((name, index)) => (name, index.trim_end_matches(']').parse::<usize>().ok()),
        None => (head, None),
    };
    let at = index.unwrap_or(0);
    let currency = playbook.bands.first().map_or(Currency::USD, |band| band.currency);
    Some(match name {
        "company" => format!("company: {}", playbook.company),
        "role" => format!("role: {}", playbook.role),
        "as_of" => format!("figures of {}", playbook.as_of.as_deref()?),
        "about" => "about the company".to_owned(),
        "summary" if index.is_none() => format!("in short: {}", playbook.summary.join("; ")),
        "summary" => format!("in short: {}", playbook.summary.get(at)?),
        "equity" => {
            format!("equity: {} over {} years", playbook.equity.kind.words(), playbook.equity.years)
        }
        "bands" => band(playbook.bands.get(at)?, rests),
        "questions" => format!("question: {}", playbook.questions.get(at)?.ask),
        "levers" => lever(playbook.levers.get(at)?, rests, currency),
        "strategy" => strategy(playbook, rests, currency)?,
        "evidence" => "a source".to_owned(),
        _ => return None,
    })
}

fn band(band: &Band, rests: &[&str]) -> String {
    let has = |part: &str| rests.iter().any(|rest| first(rest) == part);
    let span = |part: &str, range: Option<Range>| {
        let range = range.filter(|_| has(part))?;
        Some(show::span(band.currency, range.low.amount(), range.high.amount()))
    };
    let parts = [
        ("base", span("base", band.base)),
        ("equity", span("equity", band.equity)),
        ("bonus", band.bonus.filter(|_| has("bonus")).map(|rates| rates.to_string())),
        ("bonus", span("bonus_amount", band.bonus_amount)),
        ("total", span("total", band.total)),
    ];
    let parts: Vec<String> =
        parts.into_iter().filter_map(|(name, span)| Some(format!("{name} {}", span?))).collect();
    if parts.is_empty() { band.label() } else { format!("{}: {}", band.label(), parts.join(", ")) }
}

fn lever(lever: &Lever, rests: &[&str], currency: Currency) -> String {
    let has = |part: &str| rests.iter().any(|rest| first(rest) == part);
    let mut words = format!("lever “{}”", lever.name);
    if let Some(asks) = lever.asks.filter(|_| has("asks")) {
        words.push_str(&format!(" asks {}", amounts(&asks, currency)));
    }
    if lever.from_offers && has("from_offers") {
        words.push_str(", takes its amounts from your offers");
    }
    words
}

fn strategy(playbook: &Playbook, rests: &[&str], currency: Currency) -> Option<String> {
    let strategy = playbook.strategy.as_ref()?;
    let has = |part: &str| rests.iter().any(|rest| first(rest) == part);
    let asks = strategy.asks.filter(|_| has("asks")).map(|asks| format!("asks {}", amounts(&asks, currency)));
    let floor = strategy.floor.filter(|_| has("floor"));
    let floor = floor.map(|floor| format!("floor {}, kept private", amounts(&floor, currency)));
    let said = has("script").then(|| "what is said".to_owned());
    let private = has("private").then(|| "for your eyes only".to_owned());
    let parts: Vec<String> = [asks, floor, said, private].into_iter().flatten().collect();
    Some(if parts.is_empty() { "strategy".to_owned() } else { format!("strategy: {}", parts.join("; ")) })
}

/// `base $215K, equity $245K`.
pub fn amounts(asks: &Asks, currency: Currency) -> String {
    let money = |amount: Decimal| show::short(currency, amount);
    let terms =
        [("base", asks.base), ("equity", asks.equity), ("signing", asks.signing), ("in all", asks.total)];
    let terms =
        terms.into_iter().filter_map(|(name, term)| Some(format!("{name} {}", money(term?.amount()))));
    terms.collect::<Vec<_>>().join(", ")
}

/// The first key of a path, without an index.
fn first(path: &str) -> &str {
    path.split(['.', '[']).next().unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_path_has_its_words() {
        let playbook: Playbook = serde_yaml::from_str(include_str!(
            "../../../playbooks/huggingface-enterprise/software-engineer.yaml"
        ))
        .unwrap();
        for (paths, words) in [
            (&["company", "role"][..], &["company: Hugging Face Enterprise", "role: Software Engineer"][..]),
            (&["as_of"], &["figures of 2026-01"]),
            (&["equity.kind", "equity.years"], &["equity: private stock over 4 years"]),
            (
                &["bands[2].base", "bands[2].region", "bands[2].total"],
                &["Paris: base €145K to €188K, total €190K to €268K"],
            ),
            (&["bands[1].region"], &["New York"]),
            (
                &["level_mapping[0]", "level_mapping[1]"],
                &[
                    "levels: HF Enterprise SWE = Google L4 = Meta E4 = Databricks SWE II = OpenAI SWE = Anthropic SWE",
                ],
            ),
            (&["levers[0].name", "levers[0].script"], &["lever “Enterprise Hub and inference”"]),
            (
                &["strategy.script", "strategy.floor.base"],
                &["strategy: floor base $200K, kept private; what is said"],
            ),
            (&["evidence[0]"], &["a source"]),
            (&["bands[9].base", "nonsense"], &[]),
        ] {
            assert_eq!(understood(&playbook, paths), words, "{paths:?}");
        }
    }
}
