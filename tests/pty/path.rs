//! The main job: from the first start to an exported script, and back the next day.

use crate::terminal::{Sandbox, TODAY, Terminal, binary};
use crate::{CTRL_G, CTRL_S, DOWN, ENTER, ESC, TAB};

/// Walks from Home to the Offers step of a new negotiation in San Francisco.
fn to_offers(terminal: &mut Terminal) {
    terminal.wait("start your negotiation");
    terminal.press("n", "type a company");
    terminal.press("hugging", "Hugging Face Enterprise");
    terminal.press(ENTER, "What they have offered so far");
    terminal.press(TAB, "my own, from the posting");
    terminal.press(TAB, "▸ Base offered");
    terminal.press("195k", "$195,000 a year");
    terminal.press(CTRL_G, "Go to");
    terminal.press(DOWN, "▸ 2 Background").press(ENTER, "[2 Background");
    terminal.press("Sam Rivera", "Sam Rivera").press(TAB, "▸ Where do you work now?");
    terminal.press(CTRL_G, "Go to").press(DOWN, "▸ 3 Offers").press(ENTER, "[3 Offers");
}

#[test]
fn from_the_first_run_to_an_exported_script() {
    let sandbox = Sandbox::new();
    let mut terminal = Terminal::start(&sandbox, &[]);
    to_offers(&mut terminal);
    terminal.press("Google L4 210k base 260k rsu/4y by Fri", "$210,000");
    terminal.press(ENTER, "Added Google L4");
    terminal.wait("$275,000 a year");
    terminal.press("Anthropic 215k base 250k private", "$215,000");
    terminal.press(ENTER, "Added Anthropic");
    terminal.press(ENTER, "Lever 1 of 5");
    terminal.press(" ", "(partly)").press(" ", "(fully)");
    terminal.press(TAB, "What did you make faster");
    terminal.press("cut our serving bill by 35%", "cut our serving bill by 35%");
    terminal.press(ENTER, "Lever 2 of 5");
    terminal.press(CTRL_G, "Go to").press(DOWN, "▸ 5 Plan").press(ENTER, "What to ask for");
    terminal.press("w", "Why?").press(ESC, "What to ask for");
    terminal.press(ENTER, "Say this");
    terminal.press(CTRL_S, "Export");
    terminal.press(ENTER, "only you can read it");
    terminal.press("q", "");
    assert_eq!(terminal.end(), 0);
    terminal.assert_restored();
    let exported: Vec<_> = std::fs::read_dir(sandbox.path())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .collect();
    let script = std::fs::read_to_string(&exported[0]).unwrap();
    assert!(script.contains("Sam Rivera") && script.contains("cut our serving bill by 35%"), "{script}");
    let (spoken, private) = script.split_once("private: do not read aloud").unwrap();
    assert!(!spoken.contains("floor") && private.contains("floor"), "{script}");
    assert_mode(&exported[0], 0o600);
}

#[cfg(unix)]
fn assert_mode(path: &std::path::Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt;
    let found = std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(found, mode, "{}: {found:o}", path.display());
}

#[test]
fn save_quit_reopen_change_and_export_again() {
    let sandbox = Sandbox::new();
    let mut terminal = Terminal::start(&sandbox, &[]);
    to_offers(&mut terminal);
    terminal.press("Google L4 210k base 260k rsu/4y", "$210,000");
    terminal.press(ENTER, "Added Google L4");
    terminal.press(DOWN, "▸ Google L4").press("q", "");
    assert_eq!(terminal.end(), 0);
    assert!(sandbox.session().contains("Google"));
    assert_mode(&sandbox.data().join("sessions"), 0o700);

    let mut terminal = Terminal::start(&sandbox, &[]);
    terminal.wait("▸ Hugging Face Enterprise, Software Engineer");
    terminal.press(ENTER, "[3 Offers").press(DOWN, "▸ Google L4").press(ENTER, "Offer · Google L4");
    for field in ["Level", "How firm", "Currency", "Base"] {
        terminal.press(TAB, &format!("▸ {field}"));
    }
    terminal.press("\x15", "[").press("220k", "$220,000 a year");
    terminal.press(TAB, "▸ Target bonus").press(ESC, "$285,000 a year");
    terminal.press(CTRL_S, "Export").press(ENTER, "only you can read it");
    terminal.press(CTRL_S, "Export").press(ENTER, "Replace it?").press("y", "only you can read it");
    terminal.press(DOWN, "▸ ").press("q", "");
    assert_eq!(terminal.end(), 0);
    assert!(sandbox.session().contains("220000"));
}

#[test]
fn the_sample_is_one_key_away_and_writes_nothing_by_itself() {
    let sandbox = Sandbox::new();
    let mut terminal = Terminal::start_with(&sandbox, &[], (40, 140), &[]);
    terminal.wait("try the sample first");
    terminal.press("s", "Your plan").wait("$215K").wait("$218K").wait("$200K").wait("$214K");
    terminal.press("q", "");
    assert_eq!(terminal.end(), 0);
    assert!(!sandbox.data().exists(), "the sample was written unasked");
}

#[test]
fn an_interrupted_walk_goes_on_where_it_was() {
    let sandbox = Sandbox::new();
    let mut terminal = Terminal::start(&sandbox, &[]);
    to_offers(&mut terminal);
    terminal.press("Google L4 21", "Google L4 21");
    terminal.send(crate::CTRL_C);
    assert_eq!(terminal.end(), 130);
    terminal.assert_restored();

    let mut terminal = Terminal::start(&sandbox, &["open"]);
    terminal.wait("[3 Offers").wait("Google L4 21");
}

#[test]
fn without_a_terminal_it_answers_in_words() {
    let sandbox = Sandbox::new();
    let output = std::process::Command::new(binary())
        .env_clear()
        .env("HOME", sandbox.path())
        .args(["--today", TODAY])
        .stdin(std::process::Stdio::null())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    let words = String::from_utf8(output.stderr).unwrap();
    assert!(words.contains("negotiate-up plan") && !words.contains('\x1b'), "{words}");
}

#[test]
fn a_dumb_terminal_is_answered_in_words() {
    let sandbox = Sandbox::new();
    let mut terminal = Terminal::start_with(&sandbox, &[], (24, 80), &[("TERM", "dumb")]);
    terminal.wait("negotiate-up plan");
    assert_eq!(terminal.end(), 2);
    assert!(!terminal.raw().contains('\x1b'), "{}", terminal.raw());
}

#[test]
fn a_damaged_session_is_named_and_its_backup_is_one_key_away() {
    let sandbox = Sandbox::new();
    for company in ["Google", "Meta"] {
        let mut terminal = Terminal::start(&sandbox, &["open"]);
        if company == "Google" {
            to_offers(&mut terminal);
        }
        terminal.wait("[3 Offers").press(&format!("{company} 210k base"), "$210,000");
        terminal.press(ENTER, "Added ").press(DOWN, "▸ Google").press("q", "");
        assert_eq!(terminal.end(), 0);
    }
    let folder = sandbox.data().join("sessions");
    let path = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .find(|path| path.extension().is_some_and(|ending| ending == "yaml"))
        .unwrap();
    std::fs::write(&path, "").unwrap();
    let mut terminal = Terminal::start(&sandbox, &[]);
    terminal.wait("It is left as it is");
    terminal.press("b", "The backup is back in its place");
    terminal.press(ENTER, "[3 Offers").wait("Google");
    assert!(sandbox.session().contains("Google") && !sandbox.session().contains("Meta"));
}
