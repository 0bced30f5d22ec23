//! `script`: four forms, on standard output or in a file that is the user's alone.

use crate::sandbox::{PLAYBOOK, Sandbox, WORKED};

const FORMATS: [&str; 4] = ["text", "markdown", "html", "json"];

#[test]
fn every_form_says_the_ask_and_keeps_the_floor_private() {
    let sandbox = Sandbox::new();
    for format in FORMATS {
        let script = sandbox.done(&["script", "session.yaml", "--format", format]);
        assert!(script.contains("$215K"), "{format}: {script}");
        assert!(script.contains("$200K"), "{format}: {script}");
        assert!(!script.contains("{{") && !script.contains("{%"), "{format}");
    }
    assert_eq!(
        sandbox.done(&["script", "session.yaml"]),
        sandbox.done(&["script", "session.yaml", "--format", "text"])
    );
    let script = sandbox.json(&["script", "session.yaml", "--format", "json"]);
    for passage in script["passages"].as_array().unwrap() {
        let text = passage["text"].as_str().unwrap();
        assert!(passage["part"] == "private" || !text.contains("$200K"), "{text}");
    }
}

#[test]
fn a_file_has_what_standard_output_would_have() {
    let sandbox = Sandbox::new();
    for format in FORMATS {
        let name = format!("script.{format}");
        let arguments = ["script", "session.yaml", "--format", format];
        let ran = sandbox.run(&[&arguments[..], &["-o", &name]].concat());
        assert_eq!((ran.code, ran.out.as_str()), (0, ""), "{}", ran.err);
        assert!(ran.err.contains(&name), "{}", ran.err);
        assert_eq!(sandbox.read(&name), sandbox.done(&arguments), "{format}");
        #[cfg(unix)]
        assert_eq!(crate::sandbox::mode(&sandbox.path(&name)), 0o600);
    }
}

#[test]
fn nothing_is_replaced_without_force_and_no_input_ever() {
    let sandbox = Sandbox::new();
    sandbox.write("there.txt", "mine");
    let said = sandbox.refused(&["script", "session.yaml", "-o", "there.txt"], 1);
    assert!(said.contains("exists already") && said.contains("--force"), "{said}");
    assert_eq!(sandbox.read("there.txt"), "mine");
    sandbox.done(&["script", "session.yaml", "-o", "there.txt", "--force"]);
    assert!(sandbox.read("there.txt").contains("$215K"));
    #[cfg(unix)]
    assert_eq!(crate::sandbox::mode(&sandbox.path("there.txt")), 0o600);
    for (input, text) in [("session.yaml", WORKED), ("playbook.yaml", PLAYBOOK)] {
        for name in [input, &format!("./{input}"), sandbox.path(input).to_str().unwrap()] {
            let said = sandbox.refused(&["script", "session.yaml", "-o", name, "--force"], 1);
            assert!(said.contains("the same file"), "{said}");
        }
        assert_eq!(sandbox.read(input), text);
    }
    sandbox.refused(&["script", "session.yaml", "-o", ".", "--force"], 3);
    let said = sandbox.refused(&["script", "session.yaml", "-o", "none/script.txt"], 1);
    assert!(said.contains("none/script.txt"), "{said}");
}

#[test]
fn what_is_left_out_is_said_beside_the_result() {
    let sandbox = Sandbox::new();
    sandbox.write("session.yaml", WORKED.replace("  github_stars: \"2400\"\n", ""));
    let ran = sandbox.run(&["script", "session.yaml"]);
    assert_eq!(ran.code, 0);
    assert!(ran.err.contains("Left out: Standing in the ML community"), "{}", ran.err);
}

#[test]
fn a_sentence_that_is_no_template_is_placed_in_the_playbook() {
    let sandbox = Sandbox::new();
    sandbox.write(
        "playbook.yaml",
        PLAYBOOK.replace("of\n      {{ ask.signing }}", "of\n      {{ ask..signing }}"),
    );
    let said = sandbox.refused(&["script", "session.yaml"], 3);
    assert!(said.contains("playbook.yaml:") && said.contains("help:"), "{said}");
}
