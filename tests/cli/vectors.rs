//! The worked plans, where they lie beside the project, through the program as scripts call it.

use std::path::Path;

use serde_json::Value;

use crate::sandbox::Sandbox;

/// The keys of the format that hold results.
const KEYS: [&str; 15] = [
    "currency",
    "status",
    "held",
    "ask",
    "opening",
    "floor",
    "floor_exact",
    "cautious_exact",
    "batna",
    "ask_value",
    "break_even_equity",
    "alternatives",
    "equity_needed_at_top_base",
    "shortfall_per_year",
    "signing_needed",
];

#[test]
fn worked_plans() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/vectors/plan.json");
    let Ok(text) = std::fs::read_to_string(&path) else {
        eprintln!("skipped: {} is not here", path.display());
        return;
    };
    let cases: Vec<Value> = serde_json::from_str(&text).unwrap();
    assert!(!cases.is_empty());
    let sandbox = Sandbox::new();
    for case in &cases {
        let name = &case["name"];
        let mut session = case["session"].clone();
        session["playbook"] = "./case-playbook.json".into();
        sandbox.write("case-playbook.json", case["playbook"].to_string());
        sandbox.write("case.json", session.to_string());
        let today = case["today"].as_str().unwrap_or("2026-11-23");
        let plan = sandbox.json(&["plan", "./case.json", "--json", "--today", today]);
        assert_eq!(plan["region"], session["region"], "{name}");
        for key in KEYS {
            let want = case["plan"].get(key).filter(|want| !want.is_null());
            assert_eq!(plan.get(key), want, "{name}: {key}");
        }
    }
}
