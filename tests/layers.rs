//! The layers, held on the source text: no arrow points up, pure layers stay pure, files stay small.

use std::fs;
use std::path::{Path, PathBuf};

/// Each layer with those it may use.
const MAY_USE: [(&str, &[&str]); 9] = [
    ("domain", &[]),
    ("form", &["domain"]),
    ("script", &["domain"]),
    ("import", &["domain"]),
    ("export", &["domain", "script"]),
    ("store", &["domain", "script"]),
    ("app", &["domain", "form", "script", "import"]),
    ("tui", &["domain", "form", "script", "import", "export", "store", "app"]),
    ("cli", &["domain", "form", "script", "import", "export", "store", "app", "tui"]),
];

/// What a pure layer may not name.
const IMPURE: [&str; 8] = [
    "std::fs",
    "std::env",
    "std::process",
    "std::net",
    "SystemTime",
    "Instant::now",
    "Zoned::now",
    "crossterm",
];

fn sources(layer: &str) -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(layer);
    let mut found = Vec::new();
    let mut folders = vec![root];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = fs::read_dir(&folder) else { continue };
        for entry in entries {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path, text));
            }
        }
    }
    found
}

#[test]
fn no_layer_uses_one_above_it() {
    for (layer, allowed) in MAY_USE {
        for (path, text) in sources(layer) {
            for (other, _) in MAY_USE {
                let is_allowed = other == layer || allowed.contains(&other);
                let uses = text.contains(&format!("crate::{other}"));
                assert!(is_allowed || !uses, "{} uses {other}", path.display());
            }
        }
    }
}

#[test]
fn pure_layers_name_no_file_clock_or_terminal() {
    for layer in ["domain", "form", "script", "import", "export", "app"] {
        for (path, text) in sources(layer) {
            for word in IMPURE {
                assert!(!text.contains(word), "{} names {word}", path.display());
            }
        }
    }
}

#[test]
fn no_file_is_longer_than_four_hundred_lines() {
    let mut count = 0;
    for (path, text) in sources("") {
        count += 1;
        assert!(text.lines().count() <= 400, "{} has {} lines", path.display(), text.lines().count());
    }
    assert!(count > 50, "only {count} files were looked at");
}

#[test]
fn nothing_opens_a_socket() {
    for (path, text) in sources("") {
        for word in ["std::net", "TcpStream", "UdpSocket", "http::"] {
            assert!(!text.contains(word), "{} names {word}", path.display());
        }
    }
}
