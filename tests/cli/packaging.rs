//! Completions, the manual, the schema; and how the program ends when it is called wrongly.

use std::process::Command;

use crate::sandbox::{Ran, Sandbox};

#[test]
fn completions_and_the_manual_need_no_home() {
    for (arguments, part) in [
        (&["completions", "bash"][..], "-o default negotiate-up"),
        (&["completions", "zsh"], "#compdef negotiate-up"),
        (&["completions", "fish"], "complete -c negotiate-up"),
        (&["man"], ".TH negotiate-up"),
        (&["--version"], "negotiate-up 0."),
        (&["--help"], "Exit codes: 0 done"),
    ] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_negotiate-up"));
        let output = command.env_clear().env("HOME", "/nonexistent").args(arguments).output().unwrap();
        let out = String::from_utf8(output.stdout).unwrap();
        assert!(output.status.success() && output.stderr.is_empty(), "{arguments:?}");
        assert!(out.contains(part), "{arguments:?}: {out}");
    }
}

#[test]
fn without_a_home_the_way_out_is_named() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_negotiate-up"));
    let ran = Ran::of(command.env_clear().env("HOME", "/nonexistent").args(["sessions"]).output().unwrap());
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
    assert!(ran.err.contains("--data-dir"), "{}", ran.err);
}

#[test]
fn wrong_usage_is_two() {
    let sandbox = Sandbox::new();
    for (arguments, part) in [
        (&["frobnicate"][..], "frobnicate"),
        (&["plan"], "<SESSION>"),
        (&["plan", "session.yaml", "--jsn"], "--json"),
        (&["script", "session.yaml", "--format", "docx"], "markdown"),
        (&["plan", "session.yaml", "--today", "2026-02-30"], "2026-11-27"),
        (&["plan", "session.yaml", "--today", "soon"], "2026-11-27"),
        (&["playbooks", "check"], "<PLAYBOOKS>"),
        (&["completions", "tcsh"], "fish"),
    ] {
        let said = sandbox.refused(arguments, 2);
        assert!(said.contains(part), "{arguments:?}: {said}");
    }
}

#[test]
fn the_screens_need_a_terminal_and_say_what_to_run_instead() {
    let sandbox = Sandbox::new();
    for arguments in [&[][..], &["new"], &["open"], &["open", "acme"], &["--plain"], &["--no-color"]] {
        let said = sandbox.refused(arguments, 2);
        assert!(said.contains("negotiate-up plan SESSION"), "{arguments:?}: {said}");
    }
}

#[cfg(unix)]
#[test]
fn a_reader_that_went_away_is_a_quiet_end() {
    let sandbox = Sandbox::new();
    for arguments in [
        &["plan", "session.yaml"][..],
        &["plan", "session.yaml", "--json"],
        &["script", "session.yaml"],
        &["compare", "session.yaml"],
        &["playbooks", "list"],
        &["playbooks", "schema"],
        &["completions", "bash"],
        &["man"],
        &["--help"],
    ] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let output = sandbox.command(arguments).stdout(writer).output().unwrap();
        let ran = Ran::of(output);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{arguments:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_result_that_cannot_be_written_is_a_failure() {
    let sandbox = Sandbox::new();
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let ran = Ran::of(sandbox.command(&["plan", "session.yaml"]).stdout(full).output().unwrap());
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("Could not write the result"), "{}", ran.err);
}
