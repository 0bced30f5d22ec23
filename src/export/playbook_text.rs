//! A playbook as a page to read.

use jiff::civil::Date;

use super::ruler::{self, Sign};
use super::{WIDTH, wrap};
use crate::domain::catalog::age;
use crate::domain::money::{Range, show};
use crate::domain::playbook::{Asks, Band, Lever, Playbook, Strategy};

/// The page: what it is and how old, the bands on their rulers, the levers, the strategy with the
/// private part apart. `source` says where the playbook comes from.
pub fn playbook_text(playbook: &Playbook, source: &str, today: Date) -> String {
    let mut lines = vec![format!("{} · {}", playbook.company, playbook.role)];
    lines.push(format!("{} ({source})", playbook.id));
    if let Some(as_of) = &playbook.as_of {
        let figures = age::words(as_of, today).unwrap_or_else(|| format!("figures of {}", age::of(as_of)));
        lines.push(format!("{}.", figures.replacen('f', "F", 1)));
    }
    if !playbook.summary.is_empty() {
        lines.push(String::new());
        lines.extend(playbook.summary.iter().map(|phrase| wrap(phrase, WIDTH, "- ", "  ")));
    }
    if let Some(about) = &playbook.about {
        lines.push(String::new());
        lines.push(wrap(about, WIDTH, "", ""));
    }
    bands(playbook, &mut lines);
    if !playbook.level_mapping.is_empty() {
        lines.push(format!("\nLevels\n{}", wrap(&playbook.level_mapping.join(" = "), WIDTH, "  ", "  ")));
    }
    lines.push("\nLevers".to_owned());
    for (at, own) in playbook.levers.iter().enumerate() {
        lever(at + 1, own, playbook, &mut lines);
    }
    strategy(playbook.strategy.as_ref(), &mut lines);
    if !playbook.evidence.is_empty() {
        lines.push("\nEvidence".to_owned());
        lines.extend(playbook.evidence.iter().map(|evidence| wrap(evidence, WIDTH, "- ", "  ")));
    }
    lines.join("\n") + "\n"
}

fn bands(playbook: &Playbook, lines: &mut Vec<String>) {
    if playbook.bands.is_empty() {
        lines.push("\nIt serves any company: the band is typed in from the job posting.".to_owned());
        return;
    }
    let (kind, years) = (playbook.equity.kind.words(), playbook.equity.years);
    lines.push(format!("\nBands (equity: {kind} over {years} years)"));
    for (at, band) in playbook.bands.iter().enumerate() {
        // The levers' amounts are written for the first region.
        let asked = if at == 0 { signs(playbook) } else { Vec::new() };
        lines.push(band.label());
        if let Some(base) = band.base {
            let (low, high) = (base.low.amount(), base.high.amount());
            lines.push(ruler::scale(band.currency, low, high, &asked));
        }
        lines.push(wrap(&terms(band), WIDTH, "  ", "  "));
        if at == 0 && !asked.is_empty() && band.base.is_some() {
            lines.push(
                "  the figures on the line: the base that the lever of that number asks for".to_owned(),
            );
        }
    }
}

/// The base that each lever asks for, by the lever's number.
fn signs(playbook: &Playbook) -> Vec<Sign> {
    let numbered = playbook.levers.iter().zip('1'..='9');
    numbered.filter_map(|(lever, letter)| Some(Sign { letter, amount: lever.asks?.base?.amount() })).collect()
}

fn terms(band: &Band) -> String {
    let span = |range: Option<Range>| {
        range.map(|range| show::span(band.currency, range.low.amount(), range.high.amount()))
    };
    let parts = [
        ("base", span(band.base)),
        ("equity", span(band.equity)),
        ("bonus", band.bonus.map(|rates| rates.to_string()).or(span(band.bonus_amount))),
        ("published total", span(band.total)),
    ];
    let words = parts.into_iter().filter_map(|(name, value)| Some(format!("{name} {}", value?)));
    words.collect::<Vec<_>>().join(", ")
}

fn lever(number: usize, lever: &Lever, playbook: &Playbook, lines: &mut Vec<String>) {
    lines.push(format!("{number}. {} ({})", lever.name, lever.id));
    let currency = playbook.bands.first().map(|band| band.currency);
    let asks = lever.asks.zip(currency).map(|(asks, currency)| amounts(asks, currency));
    if let Some(asks) = asks.filter(|asks| !asks.is_empty()) {
        lines.push(format!("   asks for {asks}"));
    }
    if lever.from_offers {
        lines.push("   takes its amounts from your offers, where there are any".to_owned());
    }
    lines.extend(lever.about.iter().map(|about| wrap(about, WIDTH, "   ", "   ")));
}

fn amounts(asks: Asks, currency: crate::domain::money::Currency) -> String {
    let named = [
        ("base", asks.base),
        ("equity", asks.equity),
        ("on signing", asks.signing),
        ("in total", asks.total),
    ];
    let parts = named
        .into_iter()
        .filter_map(|(name, money)| Some(format!("{} {name}", show::short(currency, money?.amount()))));
    parts.collect::<Vec<_>>().join(", ")
}

fn strategy(strategy: Option<&Strategy>, lines: &mut Vec<String>) {
    let Some(Strategy { script, private, .. }) = strategy else { return };
    if let Some(script) = script {
        lines.push(format!("\nStrategy, said aloud\n{}", wrap(&blanks(script), WIDTH, "  ", "  ")));
    }
    if let Some(private) = private {
        lines.push(format!(
            "\nStrategy, PRIVATE: for your eyes only\n{}",
            wrap(&blanks(private), WIDTH, "  ", "  ")
        ));
    }
}

/// A sentence with its slots named in brackets; what only decides whether a part is said is left out.
fn blanks(sentence: &str) -> String {
    let mut text = String::new();
    let mut rest = sentence;
    while let Some((before, behind)) = rest.split_once('{') {
        text.push_str(before);
        let closed = match behind.chars().next() {
            Some('{') => {
                behind[1..].split_once("}}").map(|(slot, after)| (format!("[{}]", slot.trim()), after))
            }
            Some('%') => behind[1..].split_once("%}").map(|(_, after)| (String::new(), after)),
            _ => None,
        };
        let (named, after) = closed.unwrap_or_else(|| ("{".to_owned(), behind));
        text.push_str(&named);
        rest = after;
    }
    text + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slots_are_named_and_conditions_left_out() {
        for (sentence, shown) in [
            ("I need {{ ask.base }} in base.", "I need [ask.base] in base."),
            ("{% if a %}{{a}}{% endif %}!", "[a]!"),
            ("a { b {{ c", "a { b {{ c"),
            ("", ""),
        ] {
            assert_eq!(blanks(sentence), shown);
        }
    }
}
