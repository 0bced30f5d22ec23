//! The worked plans and formulas, where they lie beside the project; each is computed and compared
//! figure by figure.

use std::path::Path;

use negotiate_up::domain::money::{Decimal, Money, Rate, show};
use negotiate_up::domain::offer::value::{Horizon, Schedule};
use negotiate_up::domain::offer::{Exit, MarkDown, OptionTerms, Route};
use negotiate_up::domain::plan::Plan;
use negotiate_up::domain::playbook::Playbook;
use negotiate_up::domain::session::Session;
use serde_json::Value;

#[test]
fn worked_plans() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/vectors/plan.json");
    let Ok(text) = std::fs::read_to_string(&path) else {
        eprintln!("skipped: {} is not here", path.display());
        return;
    };
    let cases: Vec<Value> = serde_json::from_str(&text).unwrap();
    assert!(!cases.is_empty());
    for case in &cases {
        let name = case["name"].as_str().unwrap();
        let playbook: Playbook = serde_yaml::from_str(&case["playbook"].to_string()).unwrap();
        let session: Session = serde_yaml::from_str(&case["session"].to_string()).unwrap();
        let today = case["today"].as_str().unwrap_or("2026-11-23").parse().unwrap();
        let plan = Plan::compute(&playbook, &session, today).unwrap_or_else(|p| panic!("{name}: {p:?}"));
        let want = &case["plan"];
        assert_eq!(plan.status.name(), want["status"], "{name}: status");
        let text = |value: &Value| value.as_str().map(|text| show::plain(text.parse().unwrap()));
        let have = [
            ("/ask/base", Some(plan.ask.base)),
            ("/ask/equity", Some(plan.ask.equity)),
            ("/ask/signing", Some(plan.ask.signing)),
            ("/opening/base", Some(plan.opening.base)),
            ("/opening/equity", Some(plan.opening.equity)),
            ("/opening/signing", Some(plan.opening.signing)),
            ("/floor/base", plan.floor.base),
            ("/floor/cautious_base", plan.floor.cautious_base),
            ("/floor_exact", plan.floor.exact),
            ("/cautious_exact", plan.floor.cautious_exact),
            ("/batna/value", plan.batna.as_ref().map(|batna| batna.value)),
            ("/ask_value", Some(plan.ask_value)),
            ("/break_even_equity", plan.break_even_equity),
            ("/equity_needed_at_top_base", plan.no_zone.and_then(|zone| zone.equity_needed_at_top_base)),
            ("/shortfall_per_year", plan.no_zone.and_then(|zone| Some(zone.lack?.shortfall_per_year))),
            ("/signing_needed", plan.no_zone.and_then(|zone| Some(zone.lack?.signing_needed))),
        ];
        for (key, figure) in have {
            let want = want.pointer(key).and_then(text);
            assert_eq!(figure.map(show::plain), want, "{name}: {key}");
        }
        for (standing, want) in plan.alternatives.iter().zip(want["alternatives"].as_array().unwrap()) {
            assert_eq!(Some(show::plain(standing.value)), text(&want["value"]), "{name}: value");
            assert_eq!(Some(show::plain(standing.face)), text(&want["face"]), "{name}: face");
        }
    }
}

/// The families of formulas beyond the plan; figures in thousands.
#[test]
fn equity_in_depth() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/vectors/maths.json");
    let Ok(text) = std::fs::read_to_string(&path) else {
        eprintln!("skipped: {} is not here", path.display());
        return;
    };
    let file: Value = serde_json::from_str(&text).unwrap();
    let case = |name: &str| {
        let cases = file["vectors"].as_array().unwrap();
        cases.iter().find(|case| case["name"] == name).unwrap_or_else(|| panic!("no {name}"))
    };
    let decimal = |value: &Value| value.as_str().unwrap().parse::<Decimal>().unwrap();

    let options = case("options_values");
    let inputs = &options["inputs"];
    let money = |key: &str| Money::new(decimal(&inputs[key])).unwrap();
    let exits = inputs["exit_scenarios"].as_array().unwrap();
    let terms = OptionTerms {
        count: inputs["options"].as_u64().unwrap(),
        strike: money("strike"),
        fmv: Some(money("fmv")),
        preferred: Some(money("preferred")),
        dilution: Rate::new(decimal(&inputs["dilution_per_round"])),
        rounds: u8::try_from(inputs["rounds"].as_u64().unwrap()).ok(),
        exits: exits
            .iter()
            .map(|exit| Exit {
                chance: Rate::new(decimal(&exit["p"])).unwrap(),
                price: Money::new(decimal(&exit["price_per_share_today_cap"])).unwrap(),
            })
            .collect(),
    };
    let figures = terms.figures().unwrap();
    let a_year = Schedule::Even(4).a_year(figures.counted, &Horizon::new(4, Rate::ZERO).unwrap()).unwrap();
    for (key, figure) in [
        ("exercise_cost_k", Some(figures.exercise_cost)),
        ("spread_at_preferred_k", figures.at_preferred),
        ("spread_at_fmv_k", figures.spread),
        ("expected_exit_value_k", Some(figures.counted)),
        ("per_year_over_4", Some(a_year)),
    ] {
        let wanted = decimal(&options["expected"][key]) * Decimal::ONE_THOUSAND;
        assert_eq!(figure, Some(wanted), "{key}");
    }
    assert_eq!(terms.retained().unwrap(), decimal(&options["expected"]["retained_after_dilution"]));

    let puts = &case("dlom_chaffe_put")["expected"]["discount"];
    for (key, wanted) in puts.as_object().unwrap() {
        let (years, percent) = key[1..].split_once("_s").unwrap();
        let put = MarkDown {
            months: Some(years.parse::<u16>().unwrap() * 12),
            volatility: Some(Rate::percent(percent.parse().unwrap())),
            ..MarkDown::of(Route::Chaffe)
        };
        let wanted: Decimal = wanted.to_string().parse().unwrap();
        let off = (put.haircut().unwrap().share() - wanted).abs();
        assert!(off <= Decimal::new(1, 6), "{key}: off by {off}");
    }
}
