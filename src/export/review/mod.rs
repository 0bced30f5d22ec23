//! What was understood of a guide, beside the guide's own lines.

mod words;

use std::collections::BTreeMap;

use unicode_width::UnicodeWidthStr;

use super::wrap::{fit, wrap};
use crate::domain::playbook::Playbook;
use crate::domain::text;

/// A line of a guide with what it became.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Understood {
    pub line: usize,
    /// The line as the guide has it, without what a terminal would obey.
    pub quote: String,
    pub words: String,
}

/// The longest quote that is kept.
const QUOTE: usize = 200;

/// Every line of a guide that a value was read from, in the order of the guide; `lines` has the line
/// of each value by its path, such as `bands[0].base`.
pub fn understood(playbook: &Playbook, lines: &BTreeMap<String, usize>, guide: &str) -> Vec<Understood> {
    let mut paths: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
    for (path, line) in lines {
        paths.entry(*line).or_default().push(path);
    }
    let mut words = words::Words::new(playbook);
    let mut rows = Vec::new();
    let mut source = guide.lines().enumerate();
    for (line, paths) in paths {
        let quote = source.find(|(i, _)| i + 1 == line).map(|(_, text)| text.trim()).unwrap_or_default();
        let said = words.of(&paths);
        if !said.is_empty() {
            rows.push(Understood { line, quote: text::excerpt(quote, QUOTE), words: said.join("; ") });
        }
    }
    rows
}

/// The lines side by side with what they became, at most `most` printed lines of them, and how many
/// of the guide's lines were left out.
pub fn review(rows: &[Understood], width: usize, most: usize) -> (String, usize) {
    let number = rows.last().map_or(1, |row| row.line.to_string().len());
    let quote = (width.saturating_sub(number + 10) * 2 / 5).min(70);
    let mut printed: Vec<String> = Vec::new();
    for (i, row) in rows.iter().enumerate() {
        let first = format!("line {:<number$}  {}  → ", row.line, fit(&row.quote, quote));
        let hang = " ".repeat(first.width());
        let lines: Vec<String> =
            wrap(&row.words, width, &first, &hang).lines().map(|line| line.trim_end().to_owned()).collect();
        if printed.len() + lines.len() > most {
            return (printed.join("\n"), rows.len() - i);
        }
        printed.extend(lines);
    }
    (printed.join("\n"), 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const GUIDE: &str = "# Engineer at Acme\n\n| City | Base |\n|---|---|\n| Oslo\u{202e} | 900k - 1.1m |\n";

    fn playbook(bands: &str, levers: &str) -> Playbook {
        let text = format!(
            "playbook: 1\nid: acme/engineer\ncompany: Acme\nrole: Engineer\nbands: {bands}\nlevers: {levers}\n\
             strategy: {{script: Say it, asks: {{base: 1050000}}, floor: {{total: 1000000}}}}\n\
             evidence: [one, two, three]\nlevel_mapping: [L4, E4]\n"
        );
        serde_yaml::from_str(&text).unwrap()
    }

    fn lines(places: &[(&str, usize)]) -> BTreeMap<String, usize> {
        places.iter().map(|(path, line)| ((*path).to_owned(), *line)).collect()
    }

    const BANDS: &str = "[{region: Oslo, currency: NOK, base: {low: 900k, high: 1.1m}, bonus: {low: 5%, high: 10%}}, \
                         {region: Rome, currency: EUR, base: {low: 60k, high: 60k}}]";
    const LEVERS: &str = "[{id: rival, name: Rival, script: a, from_offers: true, asks: {base: 1.1m}}, \
                          {id: depth, name: Depth, script: b, asks: {equity: 200k}}]";

    #[test]
    fn each_line_is_told_what_it_became() {
        let rows = understood(
            &playbook(BANDS, LEVERS),
            &lines(&[
                ("company", 1),
                ("role", 1),
                ("bands[0].region", 5),
                ("bands[0].base", 5),
                ("bands[0].bonus", 6),
                ("bands[1].region", 6),
                ("bands[1]", 7),
                ("levers[0].name", 9),
                ("levers[0].asks.base", 9),
                ("levers[1]", 10),
                ("levers[1].script", 11),
                ("strategy.script", 12),
                ("strategy.asks.base", 12),
                ("strategy.floor.total", 13),
                ("level_mapping[0]", 14),
                ("level_mapping[1]", 14),
                ("evidence[0]", 20),
                ("evidence[1]", 21),
                ("something.new", 22),
            ]),
            GUIDE,
        );
        let got: Vec<(usize, &str)> = rows.iter().map(|row| (row.line, row.words.as_str())).collect();
        assert_eq!(
            got,
            [
                (1, "Acme; Engineer"),
                (5, "Oslo: base NOK 900K to NOK 1.1M"),
                (6, "Oslo: bonus 5% to 10%; Rome"),
                (7, "Rome: base €60K"),
                (9, "lever Rival: asks base NOK 1.1M, or what your offers say"),
                (10, "lever Depth: asks equity NOK 200K"),
                (11, "lever Depth: what to say"),
                (12, "strategy: what to say, asks base NOK 1.05M"),
                (13, "strategy: floor total NOK 1M"),
                (14, "levels L4, E4"),
                (20, "3 sources"),
            ]
        );
        assert_eq!(rows[1].quote, "| Oslo | 900k - 1.1m |");
        assert_eq!(rows.last().unwrap().quote, "");
    }

    #[test]
    fn the_review_keeps_to_its_width_and_length() {
        let rows: Vec<Understood> = (1..=30)
            .map(|line| Understood { line, quote: "x".repeat(90), words: "base $100K to $120K ".repeat(4) })
            .collect();
        for width in [60, 80, 120] {
            let (text, left) = review(&rows, width, 40);
            assert!(text.lines().all(|line| line.width() <= width), "{width}\n{text}");
            let shown = text.lines().count();
            assert!(shown <= 40 && (left > 0 || shown >= 30), "{width}: {shown}, {left}\n{text}");
            assert!(text.starts_with("line 1   xxx"), "{text}");
        }
        assert_eq!(review(&[], 80, 40), (String::new(), 0));
    }
}
