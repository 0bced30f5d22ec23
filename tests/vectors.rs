//! The worked plans and formulas, where they lie beside the project; each is computed and compared
//! figure by figure.

use std::path::Path;

use negotiate_up::domain::compare::{Assumption, Inputs};
use negotiate_up::domain::money::{Decimal, Rate, show};
use negotiate_up::domain::offer::{MarkDown, OptionTerms, Route};
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

/// The formulas beyond the plan, where their worked figures lie beside the project.
#[test]
fn worked_formulas() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/vectors/maths.json");
    let Ok(text) = std::fs::read_to_string(&path) else {
        eprintln!("skipped: {} is not here", path.display());
        return;
    };
    let cases: Value = serde_json::from_str(&text).unwrap();
    let case = |name: &str| {
        cases["vectors"].as_array().unwrap().iter().find(|case| case["name"] == name).unwrap().clone()
    };
    let number = |value: &Value| match value {
        Value::String(text) => text.parse::<Decimal>().unwrap(),
        other => other.to_string().parse().unwrap(),
    };
    chaffe(&case("dlom_chaffe_put"), number);
    options(&case("options_values"), number);
    haircuts(&case("target_haircut_sweep"), number);
}

fn chaffe(case: &Value, number: impl Fn(&Value) -> Decimal) {
    for (name, want) in case["expected"]["discount"].as_object().unwrap() {
        let (years, percent) = name.trim_start_matches('T').split_once("_s").unwrap();
        let put = MarkDown {
            months: Some(years.parse::<u16>().unwrap() * 12),
            volatility: Some(Rate::percent(percent.parse().unwrap())),
            rate: Rate::new(number(&case["inputs"]["r"])),
            ..MarkDown::of(Route::Chaffe)
        };
        let off = (put.haircut().unwrap().share() - number(want)).abs();
        assert!(off <= Decimal::new(1, 6), "{name}: off by {off}");
    }
}

fn options(case: &Value, number: impl Fn(&Value) -> Decimal) {
    let input = &case["inputs"];
    let exits: Vec<Value> = input["exit_scenarios"]
        .as_array()
        .unwrap()
        .iter()
        .map(|exit| serde_json::json!({"chance": exit["p"], "price": exit["price_per_share_today_cap"]}))
        .collect();
    let terms = serde_json::json!({
        "count": input["options"], "strike": input["strike"], "fmv": input["fmv"], "preferred": input["preferred"],
        "dilution": input["dilution_per_round"], "rounds": input["rounds"], "exits": exits,
    });
    let terms: OptionTerms = serde_yaml::from_str(&terms.to_string()).unwrap();
    let (figures, want) = (terms.figures().unwrap(), &case["expected"]);
    let thousands = |amount: Decimal| amount / Decimal::ONE_THOUSAND;
    for (have, key) in [
        (thousands(figures.exercise_cost), "exercise_cost_k"),
        (thousands(figures.at_preferred.unwrap()), "spread_at_preferred_k"),
        (thousands(figures.spread.unwrap()), "spread_at_fmv_k"),
        (thousands(figures.counted), "expected_exit_value_k"),
        (terms.retained().unwrap(), "retained_after_dilution"),
    ] {
        assert_eq!(have, number(&want[key]), "{key}");
    }
}

/// The worked case under one haircut after the other, its ask held by the target's own offer.
fn haircuts(case: &Value, number: impl Fn(&Value) -> Decimal) {
    let playbook: Playbook = serde_yaml::from_str(
        "{playbook: 1, id: a/b, company: A, role: B, equity: {kind: private}, bands: [{region: X, currency: USD, base: \
         {low: 170000, high: 220000}, equity: {low: 140000, high: 250000}, bonus: {low: 5%, high: 10%}}], levers: [{id: \
         l, name: L, script: S, asks: {base: 215000, equity: 242000}}]}",
    )
    .unwrap();
    let session: Session = serde_yaml::from_str(
        "{session: 1, playbook: a/b, region: X, backing: {l: full}, alternatives: [{company: G, base: 210000, equity: \
         {grant: 260000, kind: rsu}}]}",
    )
    .unwrap();
    let today = "2026-11-23".parse().unwrap();
    for row in case["expected"]["rows"].as_array().unwrap() {
        let mut session = session.clone();
        session.settings.private_haircut = Rate::new(number(&row["haircut"])).unwrap();
        let plan = Plan::compute(&playbook, &session, today).unwrap();
        let cautious = plan.floor.cautious_exact.unwrap() / Decimal::ONE_THOUSAND;
        assert_eq!(cautious.round_dp(6), number(&row["floor_raw"]), "{row}");
    }
    let plan = Plan::compute(&playbook, &session, today).unwrap();
    let inputs = Inputs { playbook: &playbook, session: &session, plan: &plan, today };
    let meets = inputs.floor_meets_ask(Assumption::Haircut).unwrap().unwrap();
    let off = (meets - number(&case["expected"]["haircut_at_which_floor_equals_ask"])).abs();
    assert!(off <= Decimal::new(1, 6), "off by {off}");
}
