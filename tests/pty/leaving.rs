//! Every way out gives the terminal back and keeps what was typed.

use crate::terminal::{Sandbox, Terminal};
use crate::{CTRL_C, CTRL_Z, DOWN, ENTER, ESC, TAB};

/// Starts a negotiation and types into the field of the base offered, without leaving the field.
fn typing(sandbox: &Sandbox, env: &[(&str, &str)]) -> Terminal {
    let mut terminal =
        Terminal::start_with(sandbox, &["new", "huggingface-enterprise/software-engineer"], (24, 80), env);
    terminal.wait("▸ Region").press(TAB, "▸ Band").press(TAB, "▸ Base offered");
    terminal.press("191919", "$191,919 a year");
    terminal
}

/// The next start shows what was typed.
fn assert_kept(sandbox: &Sandbox) {
    let mut terminal = Terminal::start(sandbox, &["open"]);
    terminal.wait("191919");
}

#[test]
fn ctrl_c_while_typing() {
    let sandbox = Sandbox::new();
    let mut terminal = typing(&sandbox, &[]);
    terminal.send(CTRL_C);
    assert_eq!(terminal.end(), 130);
    terminal.assert_restored();
    assert_kept(&sandbox);
}

#[test]
fn signals_from_outside() {
    for (signal, code) in [("TERM", 143), ("HUP", 129), ("INT", 130), ("QUIT", 131)] {
        let sandbox = Sandbox::new();
        let mut terminal = typing(&sandbox, &[]);
        terminal.signal(signal);
        assert_eq!(terminal.end(), code, "{signal}");
        terminal.assert_restored();
        assert_kept(&sandbox);
    }
}

#[test]
fn a_panic_while_drawing() {
    let sandbox = Sandbox::new();
    let mut terminal = Terminal::start_with(
        &sandbox,
        &["new", "huggingface-enterprise/software-engineer"],
        (24, 80),
        &[("APP_FAULT", "panic:draw:20")],
    );
    terminal.wait("▸ Region").press(TAB, "▸ Band").press(TAB, "▸ Base offered");
    assert_eq!(terminal.insist("1"), 101);
    terminal.assert_restored();
    let raw = terminal.raw();
    let message = raw.rsplit("\x1b[?1049l").next().unwrap();
    assert!(message.contains("a fault in the program"), "{message}");
    let mut terminal = Terminal::start(&sandbox, &["open"]);
    terminal.wait("▸ Region").press(DOWN, "▸ Band").press(DOWN, "[ 1");
}

#[test]
fn asleep_and_back_at_another_size() {
    let sandbox = Sandbox::new();
    let mut terminal = typing(&sandbox, &[]);
    terminal.send(CTRL_Z).wait_stopped();
    terminal.resize(20, 70).signal("CONT");
    terminal.wait("▸ Base offered").press("0", "$1,919,190 a year");
    terminal.send(CTRL_C);
    assert_eq!(terminal.end(), 130);
    terminal.assert_restored();
}

#[test]
fn stopped_from_outside_and_back() {
    let sandbox = Sandbox::new();
    let mut terminal = typing(&sandbox, &[]);
    terminal.signal("TSTP").wait_stopped();
    terminal.signal("CONT").wait("▸ Base offered").press("0", "$1,919,190 a year");
}

#[test]
fn resized_down_to_nothing_and_up_again() {
    let sandbox = Sandbox::new();
    let mut terminal = typing(&sandbox, &[]);
    terminal.resize(5, 20).wait("Too small");
    terminal.resize(2, 3).send("7").resize(16, 60).wait("▸ Base offered");
    terminal.resize(40, 140).wait("Your plan").wait("1919197");
    terminal.press("\x1bOP", "Help").resize(16, 60).wait("Help").resize(8, 30).wait("Too small");
    terminal.resize(24, 80).wait("Help").press(ESC, "▸ Base offered");
    terminal.press(ENTER, "▸ Equity offered");
}

#[test]
fn a_terminal_without_a_size_and_one_of_absurd_size() {
    for size in [(0, 0), (1, 1000), (1000, 1)] {
        let sandbox = Sandbox::new();
        let mut terminal = Terminal::start_with(&sandbox, &[], size, &[]);
        terminal.send("q");
        assert_eq!(terminal.end(), 0, "{size:?}");
    }
}
