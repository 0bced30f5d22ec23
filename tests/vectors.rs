//! The worked plans, where they lie beside the project; each is computed and compared figure by figure.

use std::path::Path;

use negotiate_up::domain::money::show;
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
