//! Choosing a playbook, making one's own, and the user's editor.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;

use crate::terminal::{Sandbox, Terminal};
use crate::{CTRL_O, ENTER, ESC, RIGHT};

/// An editor that is a shell script.
fn editor(sandbox: &Sandbox, script: &str) -> String {
    let path = sandbox.path().join("my editor.sh").with_file_name("editor.sh");
    fs::write(&path, format!("#!/bin/sh\n{script}")).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o700)).unwrap();
    format!("{} --wait", path.display())
}

fn own(sandbox: &Sandbox) -> PathBuf {
    sandbox.data().join("playbooks/huggingface-enterprise/software-engineer.yaml")
}

/// Opens the library and looks at a built-in playbook.
fn look(terminal: &mut Terminal) {
    terminal.wait("start your negotiation").press("l", "type a company");
    terminal.press("hugging", "1 of 1").press(RIGHT, "built in");
}

#[test]
fn a_playbook_becomes_ones_own_in_ones_editor() {
    let sandbox = Sandbox::new();
    let script = "[ \"$1\" = --wait ] || exit 9\necho '# in my words' >> \"$2\"\nkill -INT $PPID\n";
    let editor = editor(&sandbox, script);
    let mut terminal = Terminal::start_with(&sandbox, &[], (24, 80), &[("EDITOR", &editor), ("VISUAL", " ")]);
    look(&mut terminal);
    terminal.press("m", "It is yours, and sound").wait("your own");
    let text = fs::read_to_string(own(&sandbox)).unwrap();
    assert!(text.starts_with("playbook: 1") && text.ends_with("# in my words\n"), "{text}");
    assert_eq!(fs::metadata(own(&sandbox)).unwrap().permissions().mode() & 0o777, 0o600);
    terminal.press(ESC, "San Francisco own");
    terminal.press(ENTER, "▸ Region").press(ESC, "Your negotiations").send("q");
    assert_eq!(terminal.end(), 0);
    terminal.assert_restored();
}

#[test]
fn what_the_editor_broke_is_shown_in_its_place_and_edited_again() {
    let sandbox = Sandbox::new();
    let script = "if grep -q bogus \"$2\"; then sed -i /bogus/d \"$2\"; else echo 'bogus: 1' >> \"$2\"; fi\n";
    let editor = editor(&sandbox, script);
    let mut terminal =
        Terminal::start_with(&sandbox, &[], (24, 80), &[("EDITOR", &editor), ("PATH", "/usr/bin:/bin")]);
    look(&mut terminal);
    terminal.press("m", "One thing is wrong").wait("software-engineer.yaml:").wait("`bogus` is no key");
    terminal.press("e", "It is yours, and sound");
    terminal.press("m", "One thing is wrong").press(ESC, "It cannot be used");
    terminal.press("m", "It is yours, and sound");
    terminal.press("q", "");
    assert_eq!(terminal.end(), 0);
    terminal.assert_restored();
}

#[test]
fn an_editor_that_fails_or_is_missing_loses_nothing() {
    for (value, words) in
        [("false", "ended with"), ("/nonexistent/ed -x", "there is no such program"), ("", "No editor")]
    {
        let sandbox = Sandbox::new();
        let failing = editor(&sandbox, "exit 3\n");
        let value = if value == "false" { &failing } else { value };
        let mut terminal = Terminal::start_with(&sandbox, &[], (24, 80), &[("EDITOR", value)]);
        look(&mut terminal);
        terminal.press("m", words).wait("your own");
        assert!(own(&sandbox).is_file());
        terminal.press("q", "");
        assert_eq!(terminal.end(), 0);
        terminal.assert_restored();
    }
}

#[test]
fn a_company_without_a_playbook_goes_on_with_the_general_one() {
    let sandbox = Sandbox::new();
    let mut terminal = Terminal::start(&sandbox, &["new"]);
    terminal.wait("type a company").press("zyxcorp", "“Zyxcorp”: general playbook");
    terminal.press(ENTER, "▸ Company").wait("Zyxcorp").wait("Base band");
}

#[test]
fn a_path_that_leads_to_no_guide_is_said_where_it_is_typed() {
    let sandbox = Sandbox::new();
    fs::write(sandbox.path().join("shopping.md"), "# Milk\n\nEggs.\n").unwrap();
    let mut terminal = Terminal::start(&sandbox, &["new"]);
    terminal.wait("type a company").press(CTRL_O, "Import a guide");
    for (path, words) in [
        ("nowhere.md", "There is no file"),
        ("~", "That is a folder"),
        ("~/shopping.md", "shopping.md, line"),
    ] {
        terminal.press(path, path).press(ENTER, words).press("\x15", "[  ");
    }
    terminal.press(ESC, "Enter start");
    assert!(!sandbox.data().exists(), "something was written");
}

#[test]
fn a_c_locale_gets_plain_characters_here_too() {
    let sandbox = Sandbox::new();
    let env = [("LANG", "C"), ("LC_ALL", "C")];
    let mut terminal = Terminal::start_with(&sandbox, &["new"], (40, 140), &env);
    terminal.wait("type a company").wait("$170K-$220K").press("zyx", "general playbook");
    terminal.press("\x15hugging", "1 of 1").press("\x14", "company by company").press(ENTER, "5 levers");
    // The program's own signs are meant; a currency's sign is a word of the playbook.
    let odd: String = terminal.raw().chars().filter(|c| !c.is_ascii() && *c != '€').collect();
    assert_eq!(odd, "");
}
