//! What is typed and pasted, and what never reaches the terminal.

use crate::terminal::{Sandbox, Terminal};
use crate::{CTRL_C, DOWN, ENTER, ESC, TAB};

fn background(sandbox: &Sandbox, env: &[(&str, &str)]) -> Terminal {
    let mut terminal =
        Terminal::start_with(sandbox, &["new", "huggingface-enterprise/software-engineer"], (24, 80), env);
    terminal.wait("▸ Region").press("2", "▸ What is your name?");
    terminal
}

#[test]
fn a_letter_in_a_field_is_a_letter_and_on_a_choice_a_command() {
    let sandbox = Sandbox::new();
    let mut terminal = background(&sandbox, &[]);
    terminal.press("q?u", "[ q?u");
    terminal.press(ESC, "▸ Region").send("q");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn a_paste_with_a_smuggled_end_neither_quits_nor_submits() {
    let sandbox = Sandbox::new();
    let mut terminal = background(&sandbox, &[]);
    terminal.send("\x1b[200~abc\x1b[201~q\r\x1b[201~").wait("[ abc");
    terminal.press("\x1b[200~one\ntwo\x1b]52;c;aGk=\x07\u{202e}three\x1b[201~", "abcone two");
    terminal.wait("▸ What is your name?");
    assert!(!terminal.raw().contains("\x1b]52"), "a pasted sequence reached the terminal");
    assert_eq!(terminal.insist(CTRL_C), 130);
}

#[test]
fn the_cursor_stands_where_typing_happens() {
    let sandbox = Sandbox::new();
    let mut terminal = background(&sandbox, &[]);
    terminal.send("Sam").wait_cursor_behind("[ Sam");
    terminal.send("\x1b[D").wait_cursor_behind("[ Sa");
    terminal.send("年").wait_cursor_behind("[ Sa年");
}

#[test]
fn no_color_leaves_signs_and_attributes() {
    let sandbox = Sandbox::new();
    let mut terminal = background(&sandbox, &[("NO_COLOR", "1")]);
    terminal.press(ESC, "▸ Region").wait("(San Francisco)");
    terminal.press("3", "[3 Offers").press("Acme 210k %%", "! not understood");
    let raw = terminal.raw();
    for colour in ["\x1b[31m", "\x1b[36m", "\x1b[38;", "\x1b[48;"] {
        assert!(!raw.contains(colour), "{colour:?}");
    }
    assert!(raw.contains("\x1b[7m") || raw.contains(";7m"), "nothing is reversed");
}

#[test]
fn sixteen_colours_at_most() {
    let sandbox = Sandbox::new();
    let mut terminal = background(&sandbox, &[]);
    terminal.press("1", "[ 1").press(ESC, "▸ Region");
    assert!(!terminal.raw().contains("38;2;") && !terminal.raw().contains("48;2;"));
}

#[test]
fn a_c_locale_gets_plain_characters() {
    let sandbox = Sandbox::new();
    let mut terminal = Terminal::start_with(&sandbox, &[], (24, 80), &[("LANG", "C"), ("LC_ALL", "C")]);
    terminal.wait("start your negotiation");
    terminal.press("s", "Region").press("5", "What to ask for");
    assert!(
        terminal.raw().is_ascii(),
        "{:?}",
        terminal.raw().chars().filter(|c| !c.is_ascii()).collect::<String>()
    );
}

#[test]
fn a_refused_answer_stands_at_its_field_and_never_blocks_going_back() {
    let sandbox = Sandbox::new();
    let mut terminal = Terminal::start(&sandbox, &["new", "huggingface-enterprise/software-engineer"]);
    terminal.wait("▸ Region").press(TAB, "▸ Band").press(TAB, "▸ Base offered");
    terminal.press("-5", "[ -5").press(ENTER, "! ").wait("[ -5");
    terminal.press(ESC, "Your negotiations");
}

#[test]
fn a_figure_that_can_be_read_two_ways_is_asked_about() {
    let sandbox = Sandbox::new();
    let mut terminal = Terminal::start(&sandbox, &["new", "huggingface-enterprise/software-engineer"]);
    terminal.wait("▸ Region").press(TAB, "▸ Band").press(TAB, "▸ Base offered");
    terminal.press("195.000", "195.000").press(ENTER, "read two ways");
    terminal.press(ENTER, "▸ Base offered").wait("195,000");
    assert!(!sandbox.data().exists() || !terminal.screen().contains("195.000"));
}

#[test]
fn a_deleted_session_comes_back_with_undo() {
    let sandbox = Sandbox::new();
    let mut terminal = background(&sandbox, &[]);
    terminal.press("Sam", "[ Sam").press(TAB, "▸ Where do you work now?");
    terminal.press(ESC, "▸ Region").press(ESC, "Your negotiations").wait("Background");
    terminal.press("d", "Delete “").press("y", "Deleted");
    terminal.wait("start your negotiation");
    let left: Vec<_> = std::fs::read_dir(sandbox.data().join("sessions")).unwrap().collect();
    assert!(left.is_empty(), "{left:?}");
    terminal.press("u", "▸ ").press(DOWN, "▸ ");
    assert!(sandbox.session().contains("Sam"));
}
