//! A guide taken in from the library's screen.

use std::fs;

use crate::terminal::{Sandbox, Terminal};
use crate::{CTRL_O, ENTER, ESC};

const GUIDE: &str = include_str!("../fixtures/guides/orchard-data-engineer.md");

#[test]
fn a_guide_is_reviewed_kept_and_replaced_only_when_told_to() {
    let sandbox = Sandbox::new();
    fs::write(sandbox.path().join("orchard.md"), GUIDE).unwrap();
    let mut terminal = Terminal::start(&sandbox, &["new"]);
    let review = |terminal: &mut Terminal| {
        terminal.press(CTRL_O, "Import a guide").press("~/orchard.md", "orchard.md");
        terminal
            .press(ENTER, "A guide: orchard.md")
            .wait("Orchard Robotics · Data Engineer")
            .wait("Understood");
    };
    terminal.wait("type a company");
    review(&mut terminal);
    terminal.press(ESC, "nothing was kept");
    assert!(!sandbox.data().exists());
    review(&mut terminal);
    terminal.press(ENTER, "Kept as your own").wait("▸ Orchard Robotics");
    let path = sandbox.data().join("playbooks/orchard-robotics/data-engineer.yaml");
    fs::write(&path, fs::read_to_string(&path).unwrap() + "# mine\n").unwrap();
    review(&mut terminal);
    terminal.press(ENTER, "Replace it with this one?").press("n", "Understood");
    assert!(fs::read_to_string(&path).unwrap().ends_with("# mine\n"));
    terminal.press(ENTER, "Replace it with this one?").press("y", "Kept as your own");
    assert!(!fs::read_to_string(&path).unwrap().ends_with("# mine\n"));
    terminal.press(ENTER, "[1 Target").wait("Orchard Robotics · Data Engineer");
}
