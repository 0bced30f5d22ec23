//! `plan` and `compare`: the worked case, for people and for other programs.

use serde_json::json;

use crate::sandbox::{Sandbox, WORKED};

#[test]
fn the_worked_case_for_other_programs() {
    let sandbox = Sandbox::new();
    let plan = sandbox.json(&["plan", "session.yaml", "--json"]);
    let expected = json!({
        "plan": 1, "currency": "USD", "region": "San Francisco", "status": "ok", "held": [],
        "ask": {"base": "215000", "equity": "242000", "signing": "25000"},
        "opening": {"base": "218000", "equity": "245000", "signing": "25000"},
        "floor": {"base": "200000", "cautious_base": "214000", "source": "best-alternative"},
        "floor_exact": "199534.883721", "cautious_exact": "213604.651163",
        "ask_value": "297875", "break_even_equity": "0.725207",
        "alternatives": [
            {"index": 0, "value": "275000", "face": "275000"},
            {"index": 1, "value": "261875", "face": "277500"},
        ],
    });
    for (key, value) in expected.as_object().unwrap() {
        assert_eq!(&plan[key], value, "{key}");
    }
    assert_eq!(plan["batna"]["value"], "275000");
    assert_eq!(plan["batna"]["index"], 0);
    let codes: Vec<_> = plan["warnings"].as_array().unwrap().iter().map(|one| &one["code"]).collect();
    assert_eq!(codes, ["bonus-missing", "bonus-missing"]);
    assert!(plan["steps"].as_array().unwrap().len() > 5);
    assert!(plan.get("signing_needed").is_none(), "a key that does not apply is left out");
}

#[test]
fn the_worked_case_for_people() {
    let text = Sandbox::new().done(&["plan", "session.yaml"]);
    for figure in ["$215,000", "$242,000", "$25,000", "$218,000", "$245,000", "$200,000", "$214,000"] {
        assert!(text.contains(figure), "{figure}\n{text}");
    }
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
}

#[test]
fn the_day_decides_which_offers_count() {
    let sandbox = Sandbox::new();
    for (today, best) in [("2026-11-27", 0), ("2026-11-28", 1)] {
        let plan = sandbox.json(&["plan", "session.yaml", "--json", "--today", today]);
        assert_eq!(plan["batna"]["index"], best, "{today}");
    }
}

#[test]
fn a_session_written_as_json_is_the_same_session() {
    let sandbox = Sandbox::new();
    let session = sandbox.json(&["sessions", "show", "./session.yaml", "--json"]);
    sandbox.write("session.json", session.to_string());
    let plan = |name| sandbox.json(&["plan", name, "--json"]);
    assert_eq!(plan("./session.json"), plan("./session.yaml"));
}

#[test]
fn a_playbook_is_looked_for_beside_its_session() {
    let sandbox = Sandbox::new();
    sandbox.write("deep/session.yaml", WORKED.replace("./playbook.yaml", "../playbook.yaml"));
    let plan = sandbox.json(&["plan", "deep/session.yaml", "--json"]);
    assert_eq!(plan["ask"]["base"], "215000");
}

#[test]
fn the_packages_side_by_side() {
    let sandbox = Sandbox::new();
    let table = sandbox.json(&["compare", "session.yaml", "--json"]);
    assert_eq!(
        (&table["compare"], &table["currency"], &table["years"]),
        (&json!(1), &json!("USD"), &json!(4))
    );
    let packages = table["packages"].as_array().unwrap();
    let google = packages.iter().find(|package| package["label"] == "Google L4").unwrap();
    assert_eq!(google["bankable"]["by_year"], json!(["275000", "275000", "275000", "275000"]));
    let anthropic = packages.iter().find(|package| package["label"] == "Anthropic").unwrap();
    assert_eq!(
        (&anthropic["face"]["average"], &anthropic["bankable"]["average"]),
        (&json!("277500"), &json!("261875"))
    );
    let text = sandbox.done(&["compare", "session.yaml"]);
    assert!(text.contains("Google L4") && text.contains("$275,000"), "{text}");
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
}

#[test]
fn looking_leaves_no_trace() {
    let sandbox = Sandbox::new();
    for arguments in [
        &["plan", "session.yaml"][..],
        &["compare", "session.yaml"],
        &["script", "session.yaml"],
        &["sessions"],
        &["playbooks"],
        &["sessions", "path"],
    ] {
        sandbox.run(arguments);
    }
    assert_eq!(crate::sandbox::names(&sandbox.path(".")), ["playbook.yaml", "session.yaml"]);
    assert_eq!(sandbox.read("session.yaml"), WORKED);
}
