use serde_json::Value;
use unicode_width::UnicodeWidthStr;

use super::*;
use crate::domain::plan::Plan;
use crate::domain::playbook::Playbook;
use crate::domain::session::Session;
use crate::script::tests::{today, worked};
use crate::script::{Script, assemble};

fn made(playbook: &Playbook, session: &Session) -> (Plan, Script, ExportHead) {
    let plan = Plan::compute(playbook, session, today()).unwrap();
    let script = assemble(playbook, session, &plan, today()).unwrap();
    let head = ExportHead::of(playbook, session, &plan, today());
    (plan, script, head)
}

fn widest(text: &str) -> usize {
    text.lines().map(UnicodeWidthStr::width).max().unwrap_or(0)
}

#[test]
fn the_script_as_text_fits_the_page_and_has_a_border() {
    let (playbook, session) = worked();
    let (_, script, head) = made(&playbook, &session);
    let text = text(&script, &head);
    assert!(widest(&text) <= 78, "{}", widest(&text));
    let (spoken, private) = text.split_once("\n— private: do not read aloud —\n").unwrap();
    assert!(!spoken.contains("200K") && !spoken.contains("200,000"));
    assert!(private.contains("Walk below $200K"));
    insta::assert_snapshot!("script_text", text);
}

#[test]
fn the_script_as_markdown() {
    let (playbook, mut session) = worked();
    session.answers.insert("infrastructure_company".to_owned(), "*Acme* <b>".to_owned());
    let (_, script, head) = made(&playbook, &session);
    let text = markdown(&script, &head);
    assert!(text.contains("at \\*Acme\\* \\<b\\>."), "{text}");
    assert_eq!(text.matches("\n## ").count(), 2);
    insta::assert_snapshot!("script_markdown", text);
}

#[test]
fn the_script_as_json() {
    let (playbook, mut session) = worked();
    session.script.edits.insert("ask".to_owned(), "My own words.".to_owned());
    session.backing.remove("community");
    let (_, script, head) = made(&playbook, &session);
    let json = json(&script, &head);
    let passages = json["passages"].as_array().unwrap();
    assert_eq!(passages.len(), script.passages.len());
    assert_eq!(passages[0]["part"], "spoken");
    assert_eq!(passages[1]["lever"], "enterprise-hub");
    let own = passages.iter().find(|passage| passage["id"] == "ask").unwrap();
    assert_eq!((&own["source"], &own["text"]), (&Value::from("own"), &Value::from("My own words.")));
    assert_eq!(json["left_out"][0]["lever"], "community");
}

#[test]
fn the_plan_as_json_has_the_keys_of_the_format() {
    let (playbook, session) = worked();
    let (plan, ..) = made(&playbook, &session);
    let value = plan_json(&plan);
    for (pointer, want) in [
        ("/status", "ok"),
        ("/currency", "USD"),
        ("/region", "San Francisco"),
        ("/ask/base", "215000"),
        ("/ask/equity", "242000"),
        ("/opening/base", "218000"),
        ("/floor/base", "200000"),
        ("/floor/cautious_base", "214000"),
        ("/floor/source", "best-alternative"),
        ("/floor_exact", "199534.883721"),
        ("/cautious_exact", "213604.651163"),
        ("/batna/company", "Google"),
        ("/batna/value", "275000"),
        ("/ask_value", "297875"),
        ("/break_even_equity", "0.725207"),
        ("/alternatives/1/face", "277500"),
        ("/warnings/0/code", "bonus-missing"),
    ] {
        assert_eq!(value.pointer(pointer).and_then(Value::as_str), Some(want), "{pointer}");
    }
    assert_eq!(value["warnings"][1]["index"], 1);
    assert_eq!(value["held"], Value::Array(Vec::new()));
    assert_eq!(value["steps"].as_array().unwrap().len(), plan.trace.lines().len());
    assert!(value.get("shortfall_per_year").is_none());
    let text = plan_json_text(&plan);
    let keys: Vec<_> =
        ["\"plan\"", "\"status\"", "\"held\"", "\"ask\"", "\"floor\"", "\"batna\"", "\"steps\""]
            .map(|key| text.find(key).unwrap())
            .into();
    assert!(keys.is_sorted());
    assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), value);
}

#[test]
fn a_plan_without_a_zone_says_what_is_missing() {
    let (playbook, mut session) = worked();
    session.alternatives[0].bonus = Some("15%".parse().unwrap());
    let (plan, ..) = made(&playbook, &session);
    let value = plan_json(&plan);
    assert_eq!(value["status"], "no-zone");
    assert_eq!(value["shortfall_per_year"], "7500");
    assert_eq!(value["signing_needed"], "30000");
    assert_eq!(value["equity_needed_at_top_base"], "280000");
    insta::assert_snapshot!("plan_no_zone", plan_text(&plan));
}

#[test]
fn the_plan_on_a_page() {
    let (playbook, session) = worked();
    let (plan, ..) = made(&playbook, &session);
    let text = plan_text(&plan);
    assert!(widest(&text) <= 80, "{}", widest(&text));
    insta::assert_snapshot!("plan_text", text);
}

#[test]
fn a_plan_without_alternatives_leaves_out_what_it_has_not() {
    let (playbook, mut session) = worked();
    session.alternatives.clear();
    let (plan, ..) = made(&playbook, &session);
    let value = plan_json(&plan);
    assert!(value.get("batna").is_none() && value.get("floor_exact").is_none());
    assert_eq!(value["floor"]["source"], "band");
    assert!(plan_text(&plan).contains("not a walk-away value"));
}
