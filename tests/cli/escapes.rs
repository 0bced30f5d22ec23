//! Nothing that a file says may drive the terminal: every run is looked through for it.

use crate::sandbox::{Sandbox, WORKED};

const PLAYBOOK: &str = include_str!("fixtures/hostile-playbook.yaml");
const SESSION: &str = include_str!("fixtures/hostile-session.yaml");

/// A sandbox whose files hold orders to the terminal, written out and as they are.
fn hostile() -> Sandbox {
    let sandbox = Sandbox::new();
    let [playbook, session] = [PLAYBOOK, SESSION].map(|text| text.replace("<RLO>", "\u{202e}"));
    sandbox.write("hostile.yaml", &playbook);
    sandbox.write("evil.yaml", &session);
    sandbox.write("data/sessions/evil.yaml", session.replace("./hostile.yaml", "../../hostile.yaml"));
    sandbox.write("data/playbooks/evil.yaml", playbook.replace("evil/\\u202eengineer", "evil/engineer"));
    sandbox
}

#[test]
fn results_are_clean() {
    let sandbox = hostile();
    for arguments in [
        &["plan", "./evil.yaml"][..],
        &["plan", "./evil.yaml", "--json"],
        &["plan", "evil"],
        &["compare", "./evil.yaml"],
        &["compare", "./evil.yaml", "--json"],
        &["compare", "./evil.yaml", "--format", "markdown"],
        &["compare", "./evil.yaml", "--format", "html"],
        &["script", "./evil.yaml"],
        &["script", "./evil.yaml", "--format", "markdown"],
        &["script", "./evil.yaml", "--format", "html"],
        &["script", "./evil.yaml", "--format", "json"],
        &["sessions", "list"],
        &["sessions", "list", "--json"],
        &["sessions", "show", "./evil.yaml"],
        &["sessions", "show", "./evil.yaml", "--json"],
        &["playbooks", "list"],
        &["playbooks", "list", "--json"],
        &["playbooks", "show", "./hostile.yaml"],
        &["playbooks", "show", "./hostile.yaml", "--json"],
    ] {
        let out = sandbox.done(arguments);
        assert!(!out.is_empty(), "{arguments:?}");
        if arguments.contains(&"--json") || arguments.contains(&"json") {
            assert!(!out.contains("\\u00"), "{arguments:?}: an order that comes back when read: {out}");
        }
    }
}

#[test]
fn words_about_the_work_are_clean() {
    let sandbox = hostile();
    let ran = sandbox.run(&["script", "./evil.yaml", "-o", "out\u{1b}[31m.txt"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.err.contains("out[31m.txt"), "{}", ran.err);
    let ran = sandbox.run(&["playbooks", "check", "hostile.yaml"]);
    assert_eq!(ran.code, 3, "{}", ran.err);
}

#[test]
fn refusals_are_clean() {
    let sandbox = Sandbox::new();
    for (from, to) in [
        ("base: 210000", "base: \"\\e[31m\""),
        ("base: 210000", "base: \"\\u202e1\""),
        ("base: 210000", "\"b\\e[31mse\": 210000"),
        ("base: 210000", "b\u{202e}ase: 210000"),
        ("base: 210000", "base: 210000\u{1b}[31m"),
        ("base: 210000", "currency: \"\\e[31mUSD\"\n    base: 210000"),
        ("2026-11-27", "\"\\e[31m2026\""),
        ("San Francisco", "\"San \\e[31m\\u202e\""),
        ("./playbook.yaml", "\"gone\\e[31m\\u202e\""),
        ("./playbook.yaml", "\"./gone\\e[31m\\u202e.yaml\""),
        ("competing-offers: full", "competing-offers: \"\\e[31m\""),
        ("github_stars: \"2400\"", "github_stars: \"2\\e[31m\\u202e\""),
        ("kind: rsu", "vesting: [\"\\e[31m\"]"),
    ] {
        sandbox.write("bad.yaml", WORKED.replacen(from, to, 1));
        let said = sandbox.refused(&["plan", "bad.yaml"], 3);
        assert!(said.contains("bad.yaml"), "{to}: {said}");
    }
}

#[cfg(unix)]
#[test]
fn names_of_files_are_clean_in_words_and_lists() {
    let sandbox = Sandbox::new();
    let name = "ev\u{1b}[31mil\u{202e}.yaml";
    sandbox.write(name, WORKED.replace("San Francisco", "Atlantis"));
    sandbox.refused(&["plan", &format!("./{name}")], 3);
    sandbox.write(&format!("data/sessions/{name}"), WORKED);
    sandbox.write(&format!("data/playbooks/{name}"), "playbook: 1\n");
    for list in ["sessions", "playbooks"] {
        assert!(sandbox.done(&[list, "list"]).contains("ev[31mil"), "{list}");
    }
}
