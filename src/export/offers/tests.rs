use serde_json::Value;
use unicode_width::UnicodeWidthStr;

use super::*;
use crate::domain::compare::{Assumption, Inputs, Measure};
use crate::domain::plan::Plan;
use crate::domain::session::Session;
use crate::script::tests::{hugging_face, today};

fn sample() -> Session {
    serde_yaml::from_str(include_str!("../../../assets/sample.yaml")).unwrap()
}

/// The sample with every kind of equity, clawbacks, two currencies and ten offers.
fn ten() -> Session {
    let offers = "[\
        {company: Google, level: L4, base: 210000, expires: 2026-11-27, equity: {grant: 260000, kind: rsu, \
         vesting: [38%, 32%, 20%, 10%]}},\
        {company: Anthropic, base: 215000, equity: {grant: 250000, kind: private}},\
        {company: A company with a name that does not end, base: 190000, bonus: 10%, signing: 40000},\
        {company: '<b>&\"|`*', base: 205000, bonus: 5%, equity: {grant: 100000, haircut: 40%}},\
        {company: London, currency: GBP, tax_rate: 45%, cost_of_living: 110%, base: 140000, bonus: 10%, equity: {grant: 120000, kind: rsu}},\
        {company: Berlin, currency: EUR, base: 150000, bonus_amount: 9000, other_annual: 3000},\
        {company: Amazon, base: 185000, bonus: 0%, signing: 90000, clawback: {months: 12, kind: pro-rata}, equity: \
         {grant: 300000, kind: rsu, vesting: [5%, 15%, 40%, 40%]}},\
        {company: Meta, level: E4, status: verbal, base: 200000, bonus: 15%, equity: {grant: 220000, kind: rsu, refresher: {a_year: 50000}}},\
        {company: Here, status: current, base: 180000, bonus: 8%, equity: {grant: 40000, refresher: {a_year: 10000, \
         written: true}}},\
        {company: Start, base: 150000, equity: {grant: 100000, kind: options, options: {count: 20000, strike: 2, fmv: 2, \
         preferred: 9}}},\
        {company: Zero, base: 0, equity: {grant: 900000, kind: private}}]";
    let fx = "{tax_rate: 40%, fx: {GBP: {rate: 1.27, as_of: 2026-01-15, source: the bank}, EUR: {rate: 1.1, \
              as_of: 2026-11-20}}}";
    let mut session = sample();
    session.alternatives = serde_yaml::from_str(offers).unwrap();
    session.settings = serde_yaml::from_str(fx).unwrap();
    session
}

fn view(session: &Session, sort: Measure) -> OffersView {
    let playbook = hugging_face();
    let plan = Plan::compute(&playbook, session, today()).unwrap();
    OffersView::of(&Inputs { playbook: &playbook, session, plan: &plan, today: today() }, sort).unwrap()
}

fn widest(text: &str) -> usize {
    text.lines().map(UnicodeWidthStr::width).max().unwrap_or(0)
}

#[test]
fn the_desk_as_text() {
    for (name, session) in [("text", sample()), ("text_ten", ten())] {
        let text = offers_text(&view(&session, Measure::Entered));
        assert!(widest(&text) <= 78, "{}", widest(&text));
        insta::assert_snapshot!(name, text);
    }
}

#[test]
fn the_desk_as_markdown() {
    for (name, session) in [("markdown", sample()), ("markdown_ten", ten())] {
        let text = offers_markdown(&view(&session, Measure::Average));
        assert!(!text.contains("<b>&"), "{text}");
        for table in text.split("\n\n").filter(|block| block.starts_with('|')) {
            let bars = |line: &str| line.replace("\\\\", "").replace("\\|", "").matches('|').count();
            let wide = bars(table.lines().next().unwrap());
            assert!(table.lines().all(|line| bars(line) == wide), "{table}");
        }
        insta::assert_snapshot!(name, text);
    }
}

#[test]
fn the_first_year_and_the_average_are_never_apart() {
    for session in [sample(), ten()] {
        let view = view(&session, Measure::Average);
        for text in [offers_text(&view), offers_markdown(&view), offers_html(&view)] {
            let lines: Vec<&str> = text.lines().collect();
            let mut pairs = 0;
            let what = |line: &str, what: &str| {
                line.find(what).map(|at| line[at + what.len()..].split(' ').next().map(str::to_owned))
            };
            for (at, line) in lines.iter().enumerate() {
                if let Some(how) = what(line, "First year, ") {
                    let below = what(lines[at + 1], "Average a year, ");
                    assert!(below.is_some(), "{line}\n{}", lines[at + 1]);
                    assert!(how.is_some());
                    pairs += 1;
                }
                if line.contains("Average a year, ") {
                    assert!(lines[at - 1].contains("First year, "), "{line}");
                }
            }
            assert!(pairs >= 3, "{pairs}");
        }
    }
}

#[test]
fn the_page_is_one_file_without_scripts_or_links() {
    for session in [sample(), ten()] {
        let page = offers_html(&view(&session, Measure::Entered));
        let lower = page.to_lowercase();
        for word in ["http", "<script", "src=", "url(", "href", "@import", "onclick"] {
            assert!(!lower.contains(word), "{word}");
        }
        assert!(lower.contains("@media print") && lower.contains("prefers-color-scheme:dark"));
        assert_well_formed(&page);
    }
    let page = offers_html(&view(&ten(), Measure::Entered));
    assert!(page.contains("&lt;b&gt;&amp;&quot;|`*") && !page.contains("<b>"));
}

/// Every tag is closed in its order; attributes stand in double quotes that end.
fn assert_well_formed(page: &str) {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = page;
    while let Some(start) = rest.find('<') {
        let tag = &rest[start + 1..];
        let end = tag.find('>').unwrap();
        let (inside, after) = (&tag[..end], &tag[end + 1..]);
        rest = after;
        assert_eq!(inside.matches('"').count() % 2, 0, "{inside}");
        let name = inside.split([' ', '/']).find(|name| !name.is_empty()).unwrap();
        if inside.starts_with('/') {
            assert_eq!(open.pop(), Some(name), "{inside}");
        } else if !inside.ends_with('/') && !["!doctype", "meta", "br"].contains(&name) {
            open.push(name);
        }
        assert!(
            !after[..after.find('<').unwrap_or(after.len())].contains('>') || name == "style",
            "{inside}"
        );
    }
    assert!(open.is_empty(), "{open:?}");
}

#[test]
fn only_the_private_part_says_the_floor() {
    let view = view(&sample(), Measure::Entered);
    for (text, border) in [
        (offers_text(&view), "— private: keep it to yourself —"),
        (offers_markdown(&view), "## Private: keep it to yourself"),
        (offers_html(&view), "<section class=\"private\">"),
    ] {
        let (open, private) = text.split_once(border).unwrap();
        for word in ["200,000", "200K", "Walk below", "cautious floor"] {
            assert!(!open.contains(word), "{word}: {open}");
        }
        assert!(private.contains("200,000") && private.contains("214,000"), "{private}");
    }
}

#[test]
fn the_desk_for_other_programs() {
    let page = offers_json(&view(&ten(), Measure::Entered));
    for (pointer, want) in [
        ("/currency", "USD"),
        ("/reference/package", "target"),
        ("/packages/0/package", "target"),
        ("/packages/0/kind", "private"),
        ("/packages/0/haircut", "0.25"),
        ("/packages/2/label", "Google L4"),
        ("/packages/2/expires", "2026-11-27"),
        ("/packages/2/equity/by_year/0", "98800"),
        ("/packages/2/first_year/face", "308800"),
        ("/packages/2/first_year/bankable", "308800"),
        ("/packages/2/difference/first_year", "63550"),
        ("/packages/2/liquid_share", "1"),
        ("/packages/10/refreshers/1", "2500"),
        ("/deadlines/0/day", "2026-11-27"),
        ("/moves/0/kind", "counter"),
        ("/packages/11/options/at_preferred", "140000"),
        ("/packages/11/options/basis", "black-scholes"),
        ("/packages/6/converted/from", "GBP"),
        ("/packages/6/converted/rate", "1.27"),
        ("/packages/6/converted/as_of", "2026-01-15"),
        ("/packages/6/converted/source", "the bank"),
        ("/packages/6/converted/base", "140000"),
        ("/break_evens/0/assumption", "haircut"),
        ("/trade/rates/base", "1000"),
        ("/trade/packages/0/shape", "base-heavy"),
        ("/trade/packages/1/shape", "equity-heavy"),
        ("/trade/packages/2/shape", "signing-heavy"),
    ] {
        assert_eq!(page.pointer(pointer).and_then(Value::as_str), Some(want), "{pointer}");
    }
    assert_eq!(page["packages"][6]["converted"]["old"], true);
    assert_eq!(page["packages"][7]["converted"]["old"], false);
    assert_eq!(page["packages"][2]["bonus"], Value::Null);
    assert!(
        page["packages"][0].get("difference").is_none() && page["packages"][0].get("refreshers").is_none()
    );
    for key in ["at", "below", "above", "words"] {
        assert!(page["break_evens"][0].get(key).is_some(), "{key}");
    }
    let sweeps = page["sweeps"].as_array().unwrap();
    let points = |name: &str| {
        let sweep = sweeps.iter().find(|sweep| sweep["assumption"] == name).unwrap();
        sweep["points"].as_array().unwrap().clone()
    };
    assert_eq!(points("haircut").len(), 11);
    assert!(points("haircut")[0]["floor"].is_string() && points("leaving")[0].get("floor").is_none());
    let months: Vec<String> =
        points("leaving").iter().map(|point| point["at"].as_str().unwrap().into()).collect();
    for full in ["1", "12", "24", "36", "48"] {
        assert!(months.iter().any(|month| month == full), "{months:?}");
    }
    assert!(months.len() < 30, "{months:?}");
}

#[test]
fn every_key_of_the_format_is_there() {
    let page = offers_json(&view(&ten(), Measure::Entered));
    let keys = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    let package = "bankable base bonus difference equity face first_year first_year_cash haircut kind label \
                   liquid_share other_annual package signing value";
    for (pointer, want) in [
        ("/packages/1", package),
        ("/packages/1/difference", "average first_year"),
        ("/packages/1/first_year", "bankable face"),
        ("/packages/1/equity", "by_year grant"),
        ("/packages/1/face", "average by_year total"),
        ("/reference", "label package"),
        ("/break_evens/0", "above assumption at below words"),
        ("/break_evens/0/above", "index label package"),
        ("/floor_meets_ask/0", "assumption at words"),
        ("/sweeps/0", "assumption packages points title today"),
        ("/sweeps/0/points/0", "at cautious_floor floor values"),
        ("/deadlines/0", "day index label package state"),
        ("/moves/0", "by kind label package state title why"),
        ("/letters/0", "body id index kind label own_words package send_by subject why"),
        ("/without_date/0", "label package"),
        ("/packages/11/options", "at_preferred basis counted exercise_cost nothing spread to_win"),
        ("/packages/11/options/to_win", "multiple over price"),
        ("/trade", "packages rates"),
        ("/trade/rates", "base grant grant_bankable signing"),
        ("/trade/packages/1", "base equity gap lean note sentence shape signing"),
    ] {
        let found = page.pointer(pointer).unwrap_or_else(|| panic!("{pointer} is not there"));
        let mut found = keys(found);
        found.sort();
        assert_eq!(found.join(" "), want, "{pointer}");
    }
}

#[test]
fn at_most_six_crossings_are_told_of_one_assumption() {
    let view = view(&ten(), Measure::Entered);
    assert!(view.findings.iter().all(|finding| finding.break_evens.len() <= 6));
    assert!(view.findings.iter().any(|finding| finding.further > 0));
    for finding in view.findings.iter().filter(|finding| finding.assumption != Assumption::Leaving) {
        let distance = |at: usize| (finding.break_evens[at].0.at - finding.sweep.today).abs();
        assert!((1..finding.break_evens.len()).all(|at| distance(at - 1) <= distance(at)));
    }
}

#[test]
fn figures_too_wide_for_a_cell_are_said_in_short() {
    let mut session = sample();
    session.alternatives = serde_yaml::from_str("[{company: Huge, base: 9000000000000, bonus: 0%}]").unwrap();
    session.settings = serde_yaml::from_str("{horizon_years: 40}").unwrap();
    let text = offers_text(&view(&session, Measure::Entered));
    assert!(widest(&text) <= 78, "{}", widest(&text));
    assert!(
        text.lines().any(|line| line.starts_with("40 years at face") && line.ends_with(['B', 'T'])),
        "{text}"
    );
    offers_html(&view(&session, Measure::Liquid));
}
