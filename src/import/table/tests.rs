//! Pay tables of our own, shape by shape.

use proptest::prelude::*;

use super::*;
use crate::domain::money::{Money, Range};
use crate::domain::offer::EquityKind;

fn pay(table: &str, role: &str, opening: Option<u32>) -> (Pay, Report) {
    let mut report = Report::default();
    let opening = opening.map(|amount| (Currency::USD, Decimal::from(amount)));
    let pay = read(&Document::read(table), &Hints { role, opening }, &mut report);
    (pay, report)
}

fn span(range: Option<Range>) -> Option<(u64, u64)> {
    let amount = |money: Money| u64::try_from(money.amount()).unwrap();
    range.map(|range| (amount(range.low), amount(range.high)))
}

/// A table of one row.
fn one(head: &str, row: &str) -> String {
    format!("{head}\n{}\n{row}\n", "|-".repeat(head.matches('|').count().saturating_sub(1)) + "|")
}

fn codes(report: &Report) -> Vec<&'static str> {
    report.warnings.iter().map(|warning| warning.code).collect()
}

#[test]
fn heads_are_known_by_their_words() {
    for (text, wanted) in [
        ("Fixed Pay", Head::Base),
        ("Target Cash Bonus", Head::Bonus),
        ("PnL Share of Desk (Variable)", Head::Bonus),
        ("Sign-On Bonus", Head::Signing),
        ("OTE", Head::Total),
        ("Estimated Comp", Head::Total),
        ("Package (Base + RSU)", Head::Total),
        ("Bonus (part deferred in stock)", Head::Bonus),
        ("Base (before bonus)", Head::Base),
        ("Vesting Schedule", Head::Other),
        ("Equity Refreshers", Head::Other),
        ("Currency", Head::Currency),
    ] {
        assert_eq!(head::part(text), wanted, "{text}");
    }
}

#[test]
fn the_kind_of_equity_is_in_its_head() {
    for (text, kind, years) in [
        ("Stock (RSU/3yr)", EquityKind::Rsu, Some(3)),
        ("Options (four-year)", EquityKind::Options, Some(4)),
        ("PPUs", EquityKind::Private, None),
        ("Profit-Share", EquityKind::Private, None),
        ("Token Grant", EquityKind::Private, None),
        ("Phantom Carry", EquityKind::Private, None),
        ("Long-Term Incentive", EquityKind::Private, None),
        ("Equity (Pre-IPO/4yr)", EquityKind::Private, Some(4)),
        ("Stock (Options or RSU/4yr)", EquityKind::Options, Some(4)),
    ] {
        let Head::Equity(grant) = head::part(text) else { panic!("{text}: {:?}", head::part(text)) };
        assert_eq!((grant.kind, grant.years), (kind, years), "{text}");
    }
}

#[test]
fn rows_in_every_spelling() {
    const HEAD: &str = "| Office | Base | Equity (RSU/4yr) | Bonus | Comp |";
    for (row, code, base, equity) in [
        (
            "| Oslo | NOK 700K | 4,000 RSUs (NOK 900K) | | |",
            None,
            (700_000, 700_000),
            Some((900_000, 900_000)),
        ),
        (
            "| Leeds | £95K ($122K) – £130K ($167K) | ~£40K–£60K+ | | |",
            None,
            (95_000, 130_000),
            Some((40_000, 60_000)),
        ),
        ("| Reno | $150-210K | Up to $40K | | |", Some("up-to"), (150_000, 210_000), Some((0, 40_000))),
        ("| Reno | $150K+ | $0-$40K (senior only) | | |", None, (150_000, 150_000), Some((0, 40_000))),
        ("| Reno | $150K | 0.1%–0.3% | | |", Some("equity-in-percent"), (150_000, 150_000), None),
        ("| Reno | $150K | Profit-sharing | | |", Some("in-words"), (150_000, 150_000), None),
        ("| Reno | $150K | N/A | — | |", None, (150_000, 150_000), None),
        (
            "| Reno | $150K–SGD 190K | $9K | | |",
            Some("currency-mixed"),
            (150_000, 190_000),
            Some((9_000, 9_000)),
        ),
        ("| Reno | $150K | 145.000 | | |", Some("amount-ambiguous"), (150_000, 150_000), None),
    ] {
        let (pay, report) = pay(&one(HEAD, row), "Data Engineer", None);
        let band = &pay.bands[0];
        assert_eq!((span(band.base), span(band.equity)), (Some(base), equity), "{row}");
        match code {
            Some(code) => assert!(codes(&report).contains(&code), "{row}: {:?}", codes(&report)),
            None => assert_eq!(codes(&report), Vec::<&str>::new(), "{row}"),
        }
    }
}

#[test]
fn a_slip_in_the_sign_of_a_total_is_told_from_another_currency() {
    const HEAD: &str = "| Hub | Base | Stock | Bonus | Total |";
    for (row, code, total, beside) in [
        (
            "| Leeds | £100K–£140K | £24K–£84K | 10% | $120K–$180K |",
            "currency-mixed",
            Some((120_000, 180_000)),
            false,
        ),
        ("| Haifa | ₪460K–₪575K | ₪60K–₪90K | 10% | $165K–$230K |", "equity-currency", None, true),
        ("| Leeds | £100K–£140K | $24K–$84K | 10% | $120K–$180K |", "equity-currency", None, true),
    ] {
        let (pay, report) = pay(&one(HEAD, row), "Data Engineer", None);
        assert_eq!(span(pay.bands[0].total), total, "{row}");
        assert_eq!(pay.bands[0].also.is_some(), beside, "{row}");
        assert!(codes(&report).contains(&code), "{row}: {:?}", codes(&report));
    }
}

#[test]
fn heads_give_units_currencies_and_months() {
    for (head, row, code, base) in [
        ("| City | Base (₹ Lakhs) | Total |", "| Pune | 22–38 | |", "INR", (2_200_000, 3_800_000)),
        ("| City | Base ($K) | Total |", "| Reno | 150-210 | |", "USD", (150_000, 210_000)),
        ("| City | Monthly Base | Total |", "| Malmö | SEK 65K–85K | |", "SEK", (780_000, 1_020_000)),
        (
            "| City | Currency | Base | Total |",
            "| Bern | CHF | 120,000–150,000 | |",
            "CHF",
            (120_000, 150_000),
        ),
        ("| | Base | Total |", "| Reno | $150K | $180K |", "USD", (150_000, 150_000)),
        ("| Base Location | Salary | Package |", "| Reno | $150K | $180K |", "USD", (150_000, 150_000)),
    ] {
        let (pay, _) = pay(&one(head, row), "Data Engineer", None);
        let band = &pay.bands[0];
        assert_eq!((band.currency.code(), span(band.base)), (code, Some(base)), "{head}");
    }
}

#[test]
fn tables_without_pay_are_no_bands() {
    for (head, row) in [
        ("| Company | Base | Equity | Total |", "| Globex | $190K | $80K | $230K |"),
        ("| Company | Comparable Role | Estimated TC |", "| Globex | Data Engineer | $200K–$250K |"),
        ("| Acme Level | Globex | Initech |", "| L4 | E4 | P3 |"),
        ("| Title | Internal Level | Typical YoE |", "| Data Engineer | L4 | 3–6 years |"),
        ("| Phase | Timing | Action |", "| Offer | Day 0 | Ask for $200K |"),
        ("| Offer | Counter |", "| $180K | $210K |"),
    ] {
        assert_eq!(pay(&one(head, row), "Data Engineer", None).0.bands, [], "{head}");
    }
}

const LADDER: &str = "| Level | Reno (USD) | Leeds (GBP £) |\n|-|-|-|\n| Entry (L2) | $90K–$120K | £50K–£60K |\n\
                      | Mid (L3) | $130K–$170K | £65K–£85K |\n| Mid-Senior (L4) | $165K–$190K | £80K–£95K |\n\
                      | Senior (L5) | $180K–$230K | £90K–£120K |\n";

#[test]
fn the_roles_own_level_is_found() {
    for (role, opening, strategy, level, is_base) in [
        ("Data Engineer", None, "", "Mid (L3)", true),
        ("Senior Data Engineer", None, "", "Senior (L5)", true),
        ("Data Engineer", Some(200_000), "Accept-at floor: $320,000 total comp.", "Senior (L5)", true),
        ("Senior Data Engineer", Some(150_000), "", "Senior (L5)", false),
        (
            "Senior Data Engineer",
            Some(185_000),
            "Accept-at floor: $220,000 total comp.",
            "Senior (L5)",
            false,
        ),
        ("Leadership Coach", None, "", "Mid (L3)", true),
    ] {
        let guide = format!("{LADDER}\n> **Negotiate Up Strategy:** Open high. {strategy}\n");
        let (pay, report) = pay(&guide, role, opening);
        let regions: Vec<_> =
            pay.bands.iter().map(|band| (band.region.as_str(), band.currency.code())).collect();
        assert_eq!(regions, [("Reno", "USD"), ("Leeds", "GBP")], "{role}");
        assert_eq!(pay.bands[0].level.as_deref(), Some(level), "{role} {opening:?}");
        assert_eq!(pay.bands[0].base.is_some(), is_base, "{role} {opening:?}");
        assert!(codes(&report).contains(&"measure-unnamed"));
    }
}

#[test]
fn levels_across_and_levels_of_one_place() {
    let across = "| City | Mid (L3) | Senior (L5) |\n|-|-|-|\n| Reno | $130K–$170K | $180K–$230K |\n\
                  | Leeds | £65K–£85K | £90K–£120K |\n";
    let (found, _) = pay(across, "Senior Data Engineer", None);
    assert_eq!(found.bands[1].region, "Leeds");
    assert_eq!(span(found.bands[1].base), Some((90_000, 120_000)));
    let rows = "| Level | Base | RSU (Annual) | Total |\n|-|-|-|-|\n| Mid | $130K | $10K | |\n| Senior | $180K | $20K | |\n";
    for (heading, region) in [("## Reno", "Reno"), ("## Pay Benchmarks (2026)", "All locations")] {
        let (found, report) = pay(&format!("{heading}\n\n{rows}"), "Senior Data Engineer", None);
        assert_eq!(
            (found.bands[0].region.as_str(), found.bands[0].level.as_deref()),
            (region, Some("Senior"))
        );
        assert_eq!(span(found.bands[0].equity), Some((80_000, 80_000)));
        assert!(codes(&report).contains(&"equity-per-year"));
    }
}

#[test]
fn a_place_that_goes_on_and_one_that_stands_twice() {
    let (found, _) = pay(
        "| City | Level | Base |\n|-|-|-|\n| Reno | Mid | $130K |\n| | Senior | $180K |\n",
        "Data Engineer",
        None,
    );
    assert_eq!(found.bands[1].label(), "Reno · Senior");
    let (found, report) =
        pay("| City | Base |\n|-|-|\n| Reno | $130K |\n| Reno | $180K |\n", "Data Engineer", None);
    assert_eq!(found.bands.len(), 1);
    assert!(codes(&report).contains(&"region-twice"));
}

proptest! {
    #[test]
    fn any_table_is_read_in_order(
        text in "(\\| ?|City|Level|Base|RSU/4yr|Bonus|Total|Mid|\n|-|–|\\$|£|₪|[0-9]{1,6}|K|M|%|/mo|/yr|\\(|\\)| ){0,120}",
    ) {
        let (found, _) = pay(&text, "Data Engineer", Some(150_000));
        let ranges = found.bands.iter().flat_map(|band| [band.base, band.equity, band.total]);
        for range in ranges.flatten() {
            prop_assert!(range.low.amount() <= range.high.amount());
        }
        prop_assert_eq!(found.bands.len(), found.lines.len());
    }

    #[test]
    fn any_rows_under_a_pay_head_are_read_in_order(
        cells in prop::collection::vec("[£$₪ ]?[0-9]{1,9}[KM%]?[ –/-]?[£$₪]?[0-9,.]{0,9}[KML+]?(/mo|/yr)?", 10),
    ) {
        let row = |cells: &[String]| format!("| Reno | {} |", cells.join(" | "));
        let text = format!(
            "| City | Base | Stock | Bonus | Total | Other |\n|-|-|-|-|-|-|\n{}\n{}\n",
            row(&cells[..5]),
            row(&cells[5..]),
        );
        let (found, _) = pay(&text, "Data Engineer", None);
        let ranges = found.bands.iter().flat_map(|band| [band.base, band.equity, band.bonus_amount, band.total]);
        for range in ranges.flatten() {
            prop_assert!(range.low.amount() <= range.high.amount(), "{}", text);
        }
    }
}

#[test]
fn cells_in_every_spelling() {
    for (text, wanted, currency) in [
        ("CHF 120'000 – 150’000", (120_000, 150_000), Some("CHF")),
        ("120 000 € – 150 000 €", (120_000, 150_000), Some("EUR")),
        ("€120 000–€150 000", (120_000, 150_000), Some("EUR")),
        ("$150K / $210K", (150_000, 210_000), Some("USD")),
        ("USD 150,000 to 200,000", (150_000, 200_000), Some("USD")),
        ("SEK 1,166K–1,300K", (1_166_000, 1_300_000), Some("SEK")),
        ("₹22,00,000–₹38,00,000", (2_200_000, 3_800_000), Some("INR")),
        ("≤$40K", (0, 40_000), Some("USD")),
        ("£90–110K", (90_000, 110_000), Some("GBP")),
        ("150K-210K", (150_000, 210_000), None),
    ] {
        let found = cell::read(text, None).span.unwrap_or_else(|| panic!("{text}"));
        let ends = [found.low, found.high].map(|end| u64::try_from(end.normalize()).unwrap());
        assert_eq!((ends[0], ends[1]), wanted, "{text}");
        assert_eq!(found.currency.map(Currency::code), currency, "{text}");
    }
    for (text, doubt) in [
        ("2,000–4,000 PPUs", cell::Doubt::Shares),
        ("$75/hr", cell::Doubt::Ambiguous),
        ("$1,500/day", cell::Doubt::Period),
        ("$150 – $210", cell::Doubt::Ambiguous),
        ("€95.000–€120.000", cell::Doubt::Ambiguous),
    ] {
        let found = cell::read(text, None);
        assert_eq!((found.span, found.doubts), (None, vec![doubt]), "{text}");
    }
}
