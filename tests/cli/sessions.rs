//! `sessions`: what is saved is listed, shown, renamed, copied, deleted, found.

use std::fs;

use serde_json::json;

use crate::sandbox::{Sandbox, WORKED, names};

/// A sandbox with the worked case saved as `acme`, its playbook the built-in one.
fn with_one_saved() -> Sandbox {
    let sandbox = Sandbox::new();
    let text = WORKED.replace("./playbook.yaml", "huggingface-enterprise/software-engineer");
    sandbox.write("data/sessions/acme.yaml", text);
    sandbox
}

#[test]
fn nothing_saved_is_no_failure() {
    let sandbox = Sandbox::new();
    let ran = sandbox.run(&["sessions"]);
    assert_eq!((ran.code, ran.out.as_str()), (0, ""));
    assert!(ran.err.contains("negotiate-up new"), "{}", ran.err);
    assert_eq!(sandbox.json(&["sessions", "list", "--json"]), json!([]));
    assert!(!sandbox.path("data").exists());
}

#[test]
fn the_list_tells_of_sound_newer_and_damaged_ones() {
    let sandbox = with_one_saved();
    sandbox.write("data/sessions/newer.yaml", "session: 9\nplaybook: a/b\nregion: X\nwhat: 1\n");
    sandbox.write("data/sessions/broken.yaml", "session: 1\nregion: [\n");
    let list = sandbox.json(&["sessions", "list", "--json"]);
    let mut states: Vec<_> = list
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["name"].as_str().unwrap(), one["state"].as_str().unwrap()))
        .collect();
    states.sort_unstable();
    assert_eq!(states, [("acme", "sound"), ("broken", "damaged"), ("newer", "newer")]);
    let acme = list.as_array().unwrap().iter().find(|one| one["name"] == "acme").unwrap();
    assert_eq!(acme["next_deadline"], "2026-11-27");
    assert_eq!(acme["region"], "San Francisco");
    assert_eq!(acme["path"], sandbox.saved("acme.yaml").to_str().unwrap());
    let text = sandbox.done(&["sessions", "list"]);
    assert_eq!(text.lines().count(), 3, "{text}");
    let line = text.lines().find(|line| line.starts_with("acme")).unwrap();
    assert!(line.contains("Fri 27 Nov") && line.contains("in 4 days"), "{line}");
}

#[test]
fn a_session_is_shown_by_name_and_by_path() {
    let sandbox = with_one_saved();
    let shown = sandbox.done(&["sessions", "show", "acme"]);
    assert_eq!(shown, fs::read_to_string(sandbox.saved("acme.yaml")).unwrap());
    assert_eq!(sandbox.done(&["sessions", "show", "./session.yaml"]), WORKED);
    let session = sandbox.json(&["sessions", "show", "acme", "--json"]);
    assert_eq!((&session["session"], &session["region"]), (&json!(1), &json!("San Francisco")));
    assert_eq!(session["alternatives"][0]["equity"]["grant"], 260_000);
}

#[test]
fn renaming_and_copying_name_the_outcome_and_keep_the_plan() {
    let sandbox = with_one_saved();
    let plan = sandbox.json(&["plan", "acme", "--json"]);
    let ran = sandbox.run(&["sessions", "rename", "acme", "Hugging Face: Friday"]);
    assert_eq!((ran.code, ran.out.as_str()), (0, ""));
    assert!(ran.err.contains("hugging-face-friday"), "{}", ran.err);
    sandbox.done(&["sessions", "copy", "Hugging Face: Friday", "plan b"]);
    assert_eq!(visible(&sandbox), ["hugging-face-friday.yaml", "plan-b.yaml"]);
    assert_eq!(sandbox.json(&["plan", "plan-b", "--json"]), plan);
    sandbox.done(&["sessions", "copy", "plan-b", "plan b"]);
    assert_eq!(visible(&sandbox), ["hugging-face-friday.yaml", "plan-b-2.yaml", "plan-b.yaml"]);
    let said = sandbox.refused(&["plan", "plan b"], 2);
    assert!(said.contains("plan-b, plan-b-2") || said.contains("plan-b-2, plan-b"), "{said}");
    #[cfg(unix)]
    assert_eq!(crate::sandbox::mode(&sandbox.saved("plan-b.yaml")), 0o600);
}

fn visible(sandbox: &Sandbox) -> Vec<String> {
    let mut names = names(&sandbox.saved("."));
    names.retain(|name| !name.starts_with('.'));
    names
}

#[test]
fn deleting_takes_every_copy_and_only_after_a_yes() {
    let sandbox = with_one_saved();
    for beside in ["acme.yaml.bak", ".acme.draft", "acme.yaml.damaged"] {
        sandbox.write(&format!("data/sessions/{beside}"), "210000");
    }
    let said = sandbox.refused(&["sessions", "delete", "acme"], 2);
    assert!(said.contains("--yes"), "{said}");
    assert!(sandbox.saved("acme.yaml").exists());
    let ran = sandbox.run(&["sessions", "delete", "acme", "--yes"]);
    assert_eq!((ran.code, ran.out.as_str()), (0, ""), "{}", ran.err);
    assert_eq!(names(&sandbox.saved(".")), [""; 0]);
}

#[test]
fn paths_are_results() {
    let sandbox = with_one_saved();
    let folder = sandbox.done(&["sessions", "path"]);
    assert_eq!(folder.trim_end(), sandbox.path("data/sessions").to_str().unwrap());
    let file = sandbox.done(&["sessions", "path", "acme"]);
    assert_eq!(file.trim_end(), sandbox.saved("acme.yaml").to_str().unwrap());
    let elsewhere = sandbox.path("other");
    let flagged = sandbox.done(&["sessions", "path", "--data-dir", elsewhere.to_str().unwrap()]);
    assert_eq!(flagged.trim_end(), elsewhere.join("sessions").to_str().unwrap());
}

#[test]
fn a_name_that_is_not_there_brings_the_near_ones() {
    let sandbox = with_one_saved();
    for arguments in
        [&["plan", "acne"][..], &["sessions", "show", "acne"], &["sessions", "delete", "acne", "--yes"]]
    {
        let said = sandbox.refused(arguments, 1);
        assert!(said.contains("no session `acne`") && said.contains("acme"), "{said}");
    }
    sandbox.refused(&["plan", ""], 2);
    let said = sandbox.refused(&["plan", "./none.yaml"], 1);
    assert!(said.contains("./none.yaml"), "{said}");
}

#[test]
fn a_newer_session_is_looked_at_and_never_written() {
    let sandbox = with_one_saved();
    let text = fs::read_to_string(sandbox.saved("acme.yaml")).unwrap();
    let newer = text.replace("session: 1\n", "session: 2\nmood: good\n");
    sandbox.write("data/sessions/acme.yaml", &newer);
    let ran = sandbox.run(&["plan", "acme", "--json"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.out.contains("\"215000\""), "{}", ran.out);
    assert!(ran.err.contains("acme.yaml is of format 2"), "{}", ran.err);
    sandbox.refused(&["sessions", "rename", "acme", "other"], 1);
    sandbox.refused(&["sessions", "copy", "acme", "other"], 1);
    assert_eq!(fs::read_to_string(sandbox.saved("acme.yaml")).unwrap(), newer);
    assert_eq!(visible(&sandbox), ["acme.yaml"]);
}
