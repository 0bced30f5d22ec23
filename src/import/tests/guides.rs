use super::{HARBOUR, LANTERN, ORCHARD, codes, import};
use crate::domain::money::{Decimal, Money, Range};
use crate::domain::offer::EquityKind;
use crate::domain::playbook::QuestionKind;

fn whole(money: Option<Money>) -> Option<u64> {
    money.map(|money| u64::try_from(money.amount()).unwrap())
}

fn span(range: Option<Range>) -> Option<(u64, u64)> {
    let amount = |money: Money| u64::try_from(money.amount()).unwrap();
    range.map(|range| (amount(range.low), amount(range.high)))
}

#[test]
fn a_table_by_region() {
    let read = import(ORCHARD).playbook;
    let regions: Vec<_> =
        read.bands.iter().map(|band| (band.region.as_str(), band.currency.code())).collect();
    assert_eq!(regions, [("Denver", "USD"), ("Lyon", "EUR")]);
    assert_eq!(span(read.bands[0].base), Some((140_000, 180_000)));
    assert_eq!(span(read.bands[1].equity), Some((30_000, 60_000)));
    assert_eq!(read.bands[1].bonus.unwrap().high.share(), Decimal::new(10, 2));
    assert_eq!(read.level_mapping, ["Orchard E4", "Google L4", "Meta E4"]);
    assert_eq!(read.evidence.len(), 2);
}

#[test]
fn a_table_by_part_with_a_second_currency() {
    let import = import(LANTERN);
    let read = &import.playbook;
    assert_eq!(read.bands[0].region, "Lisbon");
    assert_eq!(span(read.bands[0].base), Some((52_000, 70_000)));
    assert_eq!(span(read.bands[0].also.as_ref().unwrap().base), Some((56_000, 76_000)));
    assert_eq!(read.bands[1].currency.code(), "CAD");
    assert_eq!(span(read.bands[1].total), Some((110_000, 152_000)));
    assert_eq!(read.equity.kind, EquityKind::Options);
    assert_eq!(read.level_mapping, ["Lantern: Product Designer", "Figma: IC3", "Klarna: D2"]);
    assert_eq!(import.report.lines["bands[0].base"], 9);
}

#[test]
fn a_table_by_level_takes_the_roles_own_row_and_says_so() {
    let import = import(HARBOUR);
    let read = &import.playbook;
    assert_eq!(span(read.bands[0].base), Some((110_000, 150_000)));
    assert_eq!(span(read.bands[1].base), Some((5_500_000, 8_000_000)));
    assert_eq!(read.bands[0].level.as_deref(), Some("Staff+ (L6)"));
    assert!(codes(&import).contains(&"measure-unnamed"));
    assert!(codes(&import).contains(&"other-level"));
}

#[test]
fn levers_and_their_amounts() {
    let read = import(LANTERN).playbook;
    let names: Vec<&str> = read.levers.iter().map(|lever| lever.name.as_str()).collect();
    assert_eq!(names, ["Checkout craft", "Measured results", "Other offers"]);
    assert_eq!(whole(read.levers[0].asks.unwrap().base), Some(68_000));
    assert_eq!(whole(read.levers[1].asks.unwrap().equity), Some(40_000));
    assert_eq!(whole(read.levers[2].asks.unwrap().base), Some(70_000));
    let strategy = read.strategy.unwrap();
    assert_eq!(whole(strategy.asks.unwrap().base), Some(68_000));
    assert_eq!(whole(strategy.asks.unwrap().equity), Some(44_000));
    assert_eq!(whole(strategy.floor.unwrap().base), Some(61_000));
}

#[test]
fn gaps_become_questions_and_menus_choices() {
    let read = import(LANTERN).playbook;
    assert!(read.levers[0].script.contains("{{ your_company }}"), "{}", read.levers[0].script);
    assert!(read.levers[0].script.contains("{{ ask.base }}"), "{}", read.levers[0].script);
    let menu = read.questions.iter().find(|question| question.kind == QuestionKind::Choice).unwrap();
    assert_eq!(menu.choices, ["web", "mobile"]);
}

#[test]
fn nothing_is_claimed_for_the_user() {
    let read = import(LANTERN).playbook;
    assert!(!read.levers[1].script.contains("31%"), "{}", read.levers[1].script);
    assert!(read.levers[2].from_offers);
    assert!(read.levers[2].script.contains("{{ rivals }}"), "{}", read.levers[2].script);
    assert!(!read.levers[2].script.contains("Stripe"), "{}", read.levers[2].script);
}

#[test]
fn no_floor_is_spoken() {
    let spoken = import(ORCHARD).playbook.strategy.unwrap();
    let script = spoken.script.unwrap();
    assert!(!script.contains("168"), "{script}");
    assert!(spoken.private.unwrap().contains("$168K"));
}

#[test]
fn a_guide_that_only_advises_gets_plain_words() {
    let import = import(HARBOUR);
    assert!(codes(&import).contains(&"own-words"));
    assert!(import.playbook.levers[1].script.contains("Harbour master's trust"));
}

#[test]
fn amounts_in_another_currency_than_the_first_band_are_left_out_and_said() {
    let import = import(HARBOUR);
    let warning = import.report.warnings.iter().find(|warning| warning.code == "ask-currency");
    let asks = import.playbook.strategy.unwrap().asks.unwrap();
    assert_eq!(asks.equity, None);
    assert_eq!(warning.map(|warning| warning.line), Some(18));
}

#[test]
fn shapes_of_rows() {
    let with = |rows: &str| {
        format!(
            "# Data Engineer | Acme Guide\n\n| Region | Base Salary | Stock (RSU/4yr) | Bonus | Total Comp |\n\
             |---|---|---|---|---|\n{rows}\n\n**Global Levers**\n\n1. **Depth:** \"I can start at once.\"\n"
        )
    };
    for (row, code, base, equity) in [
        (
            "| Oslo | NOK 60K–70K/mo | NOK 400K | 10% | |",
            Some("per-month"),
            (720_000, 840_000),
            Some((400_000, 400_000)),
        ),
        (
            "| Austin | $90K–$120K | $10K–$20K/yr | 10% | |",
            Some("equity-per-year"),
            (90_000, 120_000),
            Some((40_000, 80_000)),
        ),
        (
            "| Leeds | £95K / $122K - £130K / $167K | £40K - £60K | 5% | |",
            None,
            (95_000, 130_000),
            Some((40_000, 60_000)),
        ),
        ("| Leeds | £95K-£130K | $40K-$60K | 5% | |", Some("equity-currency"), (95_000, 130_000), None),
        ("| Leeds | £130K-£95K | None | 5% | |", Some("span-reversed"), (95_000, 130_000), None),
        ("| Leeds | £95K-£130K | 900 RSUs | 5% | |", Some("equity-in-shares"), (95_000, 130_000), None),
        ("| Leeds | £95K-£130K | £10K |", Some("row-width"), (95_000, 130_000), Some((10_000, 10_000))),
        (
            "| Leeds | £95K-£130K | £40K-£60K | 5% | £300K-£400K |",
            Some("total-differs"),
            (95_000, 130_000),
            Some((40_000, 60_000)),
        ),
    ] {
        let import = import(&with(row));
        let band = &import.playbook.bands[0];
        assert_eq!((span(band.base), span(band.equity)), (Some(base), equity), "{row}");
        if let Some(code) = code {
            let warning = import.report.warnings.iter().find(|warning| warning.code == code);
            assert_eq!(warning.map(|warning| warning.line), Some(5), "{row}: {:?}", codes(&import));
        }
    }
}

#[test]
fn a_table_of_ten_thousand_columns_is_passed_over() {
    let wide = |cell: &str| format!("|{}\n", format!("{cell}|").repeat(10_000));
    let text = format!(
        "# Data Engineer | Acme Guide\n\n{}{}{}\n**Global Levers**\n\n1. **Depth:** \"I can start at once.\"\n",
        wide("a"),
        wide("-"),
        wide("$1")
    );
    let import = import(&text);
    let warning = import.report.warnings.iter().find(|warning| warning.code == "table-too-wide").unwrap();
    assert_eq!(warning.line, 3);
    assert!(import.playbook.bands.is_empty());
}
