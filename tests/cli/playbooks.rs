//! `playbooks`: the library listed, shown, checked, found.

use serde_json::json;

use crate::sandbox::{PLAYBOOK, Sandbox};

const HUGGING_FACE: &str = "huggingface-enterprise/software-engineer";
const COMPLETE: &str = include_str!("fixtures/complete.yaml");

#[test]
fn the_list_has_the_built_in_ones_and_ones_own() {
    let sandbox = Sandbox::new();
    sandbox.write("data/playbooks/acme/engineer.yaml", COMPLETE);
    let list = sandbox.json(&["playbooks", "list", "--json"]);
    let ids: Vec<_> = list.as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["acme/engineer", "any-company/software-engineer", HUGGING_FACE]);
    assert_eq!(list[1]["source"], "built in");
    let text = sandbox.done(&["playbooks"]);
    assert!(text.contains("Acme, Engineer  (your own)"), "{text}");
}

#[test]
fn a_damaged_one_is_listed_with_its_reason() {
    let sandbox = Sandbox::new();
    sandbox.write("data/playbooks/acme/engineer.yaml", "playbook: [\n");
    let list = sandbox.json(&["playbooks", "list", "--json"]);
    let damaged = list.as_array().unwrap().iter().find(|one| one["id"] == "acme/engineer").unwrap();
    assert!(damaged["damaged"].as_str().unwrap().contains("engineer.yaml:"), "{damaged}");
}

#[test]
fn a_playbook_is_shown_for_people_and_for_other_programs() {
    let sandbox = Sandbox::new();
    let text = sandbox.done(&["playbooks", "show", HUGGING_FACE]);
    assert!(text.contains("base $170K to $220K") && text.contains("competing-offers"), "{text}");
    let shown = sandbox.json(&["playbooks", "show", "playbook.yaml", "--json"]);
    assert_eq!((&shown["playbook"], &shown["id"]), (&json!(1), &json!(HUGGING_FACE)));
    assert_eq!(shown["bands"][0]["base"], json!({"low": 170_000, "high": 220_000}));
    // What is shown is itself a playbook.
    sandbox.write("shown.json", shown.to_string());
    assert_eq!(sandbox.json(&["playbooks", "show", "shown.json", "--json"]), shown);
}

#[test]
fn checking_takes_each_on_its_own_and_the_worst_decides() {
    let sandbox = Sandbox::new();
    sandbox.write("complete.yaml", COMPLETE);
    sandbox.write("bad.yaml", PLAYBOOK.replace("role:", "rolle:"));
    let sound = sandbox.done(&[
        "playbooks",
        "check",
        "playbook.yaml",
        "complete.yaml",
        "any-company/software-engineer",
    ]);
    assert_eq!(sound.matches(": sound\n").count(), 3, "{sound}");
    for (names, code) in [(["none.yaml", "playbook.yaml"], 1), (["bad.yaml", "playbook.yaml"], 3)] {
        let ran = sandbox.run(&["playbooks", "check", names[0], names[1]]);
        assert_eq!((ran.code, ran.out.as_str()), (code, "playbook.yaml: sound\n"), "{}", ran.err);
        assert!(ran.err.contains(names[0]), "{}", ran.err);
    }
}

#[test]
fn what_is_odd_is_said_with_its_place_and_is_no_failure() {
    let sandbox = Sandbox::new();
    sandbox.write(
        "odd.yaml",
        PLAYBOOK.replace("total: {low: 223000, high: 315000}", "total: {low: 223000, high: 915000}"),
    );
    let ran = sandbox.run(&["playbooks", "check", "odd.yaml"]);
    assert_eq!((ran.code, ran.out.as_str()), (0, "odd.yaml: sound, 1 to look at\n"), "{}", ran.err);
    assert!(ran.err.contains("odd.yaml:28:"), "{}", ran.err);
}

#[test]
fn paths_are_results() {
    let sandbox = Sandbox::new();
    let folder = sandbox.done(&["playbooks", "path"]);
    assert_eq!(folder.trim_end(), sandbox.path("data/playbooks").to_str().unwrap());
    let place = sandbox.path(&format!("data/playbooks/{HUGGING_FACE}.yaml"));
    let ran = sandbox.run(&["playbooks", "path", HUGGING_FACE]);
    assert_eq!(ran.out.trim_end(), place.to_str().unwrap());
    assert!(ran.err.contains("built in"), "{}", ran.err);
    sandbox.write(&format!("data/playbooks/{HUGGING_FACE}.yaml"), PLAYBOOK);
    let ran = sandbox.run(&["playbooks", "path", HUGGING_FACE]);
    assert_eq!((ran.out.trim_end(), ran.err.as_str()), (place.to_str().unwrap(), ""));
}

#[test]
fn an_id_that_is_not_there_brings_the_near_ones() {
    let said = Sandbox::new().refused(&["playbooks", "show", "huggingface/software-engineer"], 1);
    assert!(said.contains(HUGGING_FACE), "{said}");
}
