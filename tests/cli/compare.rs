//! `compare`: its forms, its order, and its files.

use crate::sandbox::{PLAYBOOK, Sandbox, WORKED};

const FORMATS: [&str; 4] = ["text", "markdown", "html", "json"];

#[test]
fn every_form_holds_the_same_desk() {
    let sandbox = Sandbox::new();
    for format in FORMATS {
        let page = sandbox.done(&["compare", "session.yaml", "--format", format]);
        for word in
            ["Google L4", "overtakes", "would work for me just as well", "cancels", "Give your answer"]
        {
            assert!(page.contains(word), "{format}: {word}\n{page}");
        }
    }
    let done = |more: &[&str]| sandbox.done(&[&["compare", "session.yaml"], more].concat());
    assert_eq!(done(&[]), done(&["--format", "text"]));
    assert_eq!(done(&["--json"]), done(&["--format", "json"]));
    assert!(done(&[]).lines().all(|line| line.chars().count() <= 78));
}

#[test]
fn the_highest_stands_first() {
    let sandbox = Sandbox::new();
    let order = |measure: &str| {
        let page = sandbox.json(&["compare", "session.yaml", "--json", "--sort", measure]);
        assert_eq!(page["sort"], measure);
        let packages = page["packages"].as_array().unwrap().clone();
        packages.iter().map(|one| one["label"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(order("entered"), ["Your ask", "Google L4", "Anthropic"]);
    assert_eq!(order("liquid"), ["Google L4", "Your ask", "Anthropic"]);
    assert_eq!(order("base"), ["Your ask", "Anthropic", "Google L4"]);
    for measure in ["average", "first-year", "first-year-cash"] {
        assert_eq!(order(measure)[0], "Your ask", "{measure}");
    }
    let text = sandbox.done(&["compare", "session.yaml", "--sort", "liquid"]);
    assert!(text.contains("by liquid share, the highest first"), "{text}");
}

#[test]
fn a_file_has_what_standard_output_would_have() {
    let sandbox = Sandbox::new();
    for format in FORMATS {
        let name = format!("offers.{format}");
        let arguments = ["compare", "session.yaml", "--format", format];
        let ran = sandbox.run(&[&arguments[..], &["-o", &name]].concat());
        assert_eq!((ran.code, ran.out.as_str()), (0, ""), "{}", ran.err);
        assert!(ran.err.contains(&name), "{}", ran.err);
        assert_eq!(sandbox.read(&name), sandbox.done(&arguments), "{format}");
        #[cfg(unix)]
        assert_eq!(crate::sandbox::mode(&sandbox.path(&name)), 0o600);
    }
}

#[test]
fn the_calendar_holds_days_and_neither_amounts_nor_rivals_unless_allowed() {
    let sandbox = Sandbox::new();
    let calendar = |name: &str| {
        sandbox.done(&["compare", "session.yaml", "--format", "ics", "-o", name]);
        sandbox.read(name)
    };
    let silent = calendar("silent.ics");
    assert!(silent.starts_with("BEGIN:VCALENDAR\r\n") && silent.ends_with("END:VCALENDAR\r\n"), "{silent}");
    assert!(silent.contains("DTSTART;VALUE=DATE:20261127") && silent.contains("Offer 1"), "{silent}");
    assert!(!silent.contains("Google") && !silent.contains("210"), "{silent}");
    sandbox.write("session.yaml", format!("{WORKED}script: {{name_rivals: true}}\n"));
    let named = calendar("named.ics");
    assert!(named.contains("Google") && !named.contains("210"), "{named}");
}

#[test]
fn nothing_is_replaced_without_force_and_no_input_ever() {
    let sandbox = Sandbox::new();
    sandbox.write("there.html", "mine");
    let call = ["compare", "session.yaml", "--format", "html", "-o"];
    let said = sandbox.refused(&[&call[..], &["there.html"]].concat(), 1);
    assert!(said.contains("exists already") && said.contains("--force"), "{said}");
    assert_eq!(sandbox.read("there.html"), "mine");
    sandbox.done(&[&call[..], &["there.html", "--force"]].concat());
    assert!(sandbox.read("there.html").starts_with("<!doctype html>"));
    #[cfg(unix)]
    assert_eq!(crate::sandbox::mode(&sandbox.path("there.html")), 0o600);
    for (input, text) in [("session.yaml", WORKED), ("playbook.yaml", PLAYBOOK)] {
        let said = sandbox.refused(&[&call[..], &[input, "--force"]].concat(), 1);
        assert!(said.contains("the same file"), "{said}");
        assert_eq!(sandbox.read(input), text);
    }
}

#[test]
fn what_is_no_measure_or_form_is_wrong_usage() {
    let sandbox = Sandbox::new();
    for (arguments, word) in [
        (&["--sort", "total"][..], "first-year-cash"),
        (&["--format", "pdf"], "markdown"),
        (&["--json", "--format", "text"], "--json"),
    ] {
        let said = sandbox.refused(&[&["compare", "session.yaml"], arguments].concat(), 2);
        assert!(said.contains(word), "{said}");
    }
}
