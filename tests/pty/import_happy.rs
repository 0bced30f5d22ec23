//! `playbooks import` at a terminal: it counts while it works, and asks before it replaces.

use crate::terminal::{Sandbox, Terminal};

const GUIDE: &str = include_str!("../fixtures/guides/orchard-data-engineer.md");

fn import(sandbox: &Sandbox, extra: &[&str]) -> Terminal {
    Terminal::start(sandbox, &[&["playbooks", "import", "g"], extra].concat())
}

/// A folder with the guides of so many companies, each saying that base.
fn guides(sandbox: &Sandbox, count: usize, base: &str) {
    let folder = sandbox.path().join("g");
    std::fs::create_dir_all(&folder).unwrap();
    for n in 0..count {
        let text = GUIDE.replace("Orchard Robotics", &format!("Orchard{n}")).replace("$180K", base);
        std::fs::write(folder.join(format!("{n}.md")), text).unwrap();
    }
}

#[test]
fn replacing_is_asked_for_once_or_for_each() {
    let sandbox = Sandbox::new();
    guides(&sandbox, 3, "$180K");
    let mut terminal = import(&sandbox, &[]);
    terminal.wait("3 imported.");
    assert_eq!(terminal.end(), 0);
    assert!(terminal.raw().contains("\r3 of 3 guides read"), "{:?}", terminal.raw());
    guides(&sandbox, 3, "$181K");
    for (keys, sum, code) in [
        (vec!["\r"], "3 left because", 1),
        (vec!["e\r", "y\r", "q\r"], "1 replaced, 2 left", 1),
        (vec!["a\r"], "2 replaced, 1 unchanged.", 0),
    ] {
        let mut terminal = import(&sandbox, &[]);
        terminal.wait("[a/N/e]");
        for (i, key) in keys.iter().enumerate() {
            terminal.send(key);
            if i + 1 < keys.len() {
                terminal
                    .until(&format!("question {i}"), |screen| screen.matches("no more]").count() == i + 1);
            }
        }
        terminal.wait(sum);
        assert_eq!(terminal.end(), code, "{}", terminal.screen());
    }
}

#[test]
fn plain_words_are_not_written_over() {
    let sandbox = Sandbox::new();
    guides(&sandbox, 501, "$180K");
    let mut terminal = import(&sandbox, &["--plain"]);
    terminal.wait("500 of 501 guides read").wait("501 imported.");
    assert_eq!(terminal.end(), 0);
    assert!(!terminal.raw().replace("\r\n", "").contains('\r'), "{:?}", terminal.raw());
}
