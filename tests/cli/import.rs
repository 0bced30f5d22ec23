//! `playbooks import`: guides that cannot be read or used, and what holds whatever the guides say.

use std::fs;
use std::io::Write;
use std::process::Stdio;

use serde_json::Value;

use crate::sandbox::{Ran, Sandbox, names};

/// A text that is no guide, by any reading.
const SHOPPING: &str = "Milk, bread, two lemons.\n";

/// Runs an import that takes nothing in, and gives the words about it.
fn refused(sandbox: &Sandbox, paths: &[&str]) -> String {
    let arguments = [&["playbooks", "import"], paths].concat();
    let said = sandbox.refused(&arguments, 3);
    assert!(!sandbox.path("data").exists(), "{paths:?} left something: {said}");
    said
}

fn utf16(text: &str) -> Vec<u8> {
    format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect()
}

#[test]
fn bad_input_is_named_with_its_line_and_nothing_is_written() {
    let sandbox = Sandbox::new();
    let mut odd = utf16("# Engineer\nat Acme");
    odd.push(b'!');
    sandbox.write("empty.md", "");
    sandbox.write("blank.md", "\r\n \n\t\n");
    sandbox.write("zeros.md", [0; 4096]);
    sandbox.write("program.md", b"\x7fELF\x02\x01\x00\x00\xff\xfe\x00\x00\n");
    sandbox.write("latin.md", b"# Engineer\n\nZ\xfcrich\n");
    sandbox.write("odd.md", odd);
    sandbox.write("shopping.md", SHOPPING);
    sandbox.write("bom.md", format!("\u{feff}{SHOPPING}"));
    sandbox.write("crlf.md", SHOPPING.replace('\n', "\r\n"));
    sandbox.write("utf16.md", utf16(SHOPPING));
    for (path, found) in [
        ("empty.md", ["empty.md:1:1\n", "empty", "Name a guide"]),
        ("blank.md", ["blank.md:1:1\n", "empty", "Name a guide"]),
        ("zeros.md", ["zeros.md:1:1\n", "zero bytes", "Markdown"]),
        ("program.md", ["program.md:1:1\n", "zero bytes", "Markdown"]),
        ("latin.md", ["latin.md:3:2\n", "0xFC", "Save the file as UTF-8"]),
        ("odd.md", ["odd.md:2:1\n", "UTF-16", "Save the file as UTF-8"]),
        ("shopping.md", ["shopping.md:1:", "error: ", "Milk"]),
        ("bom.md", ["bom.md:1:", "error: ", "Milk"]),
        ("crlf.md", ["crlf.md:1:", "error: ", "Milk"]),
        ("utf16.md", ["utf16.md:1:", "error: ", "Milk"]),
        ("none.md", ["no file none.md", "", ""]),
    ] {
        let said = refused(&sandbox, &[path]);
        let missing: Vec<_> = found.iter().filter(|part| !said.contains(*part)).collect();
        assert!(missing.is_empty(), "{path}: {missing:?} not in\n{said}");
    }
}

#[test]
fn what_is_too_large_is_refused_by_its_size() {
    let sandbox = Sandbox::new();
    for (name, size) in [("hundred.md", 100_u64 << 20), ("sparse.md", 2 << 30), ("just.md", (4 << 20) + 1)] {
        fs::File::create(sandbox.path(name)).unwrap().set_len(size).unwrap();
        let said = refused(&sandbox, &[name]);
        assert!(said.contains(&format!("{name} is larger than 4 MiB")), "{said}");
    }
}

#[test]
fn a_folder_without_guides_and_an_empty_one_are_told() {
    let sandbox = Sandbox::new();
    sandbox.write("notes/readme.txt", SHOPPING);
    fs::create_dir(sandbox.path("empty")).unwrap();
    for folder in ["notes", "empty"] {
        let said = refused(&sandbox, &[folder]);
        assert!(said.contains(&format!("no guide in {folder}")), "{said}");
        assert!(said.ends_with("1 refused.\n"), "{said}");
    }
}

#[cfg(unix)]
#[test]
fn nothing_waits_for_pipes_and_devices() {
    use std::os::unix::fs::symlink;
    let sandbox = Sandbox::new();
    let made = std::process::Command::new("mkfifo").arg(sandbox.path("pipe.md")).status().unwrap();
    assert!(made.success());
    symlink("nowhere", sandbox.path("gone.md")).unwrap();
    symlink("circle.md", sandbox.path("circle.md")).unwrap();
    for (path, found) in [
        ("pipe.md", "pipe.md is a pipe, not a file"),
        ("/dev/zero", "/dev/zero is a device, not a file"),
        ("gone.md", "no file behind the link gone.md"),
        ("circle.md", "Could not read circle.md"),
    ] {
        let said = refused(&sandbox, &[path]);
        assert!(said.contains(found), "{path}: {said}");
    }
}

#[cfg(unix)]
#[test]
fn one_that_may_not_be_read_does_not_stop_the_others() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let sandbox = Sandbox::new();
    sandbox.write("guides/a/closed.md", SHOPPING);
    sandbox.write("guides/b/shopping.markdown", SHOPPING);
    sandbox.write("guides/locked/one.md", SHOPPING);
    sandbox.write("guides/.hidden.md", SHOPPING);
    sandbox.write("guides/picture.png", SHOPPING);
    symlink("..", sandbox.path("guides/a/up")).unwrap();
    let close = |path: &str, mode| {
        fs::set_permissions(sandbox.path(path), fs::Permissions::from_mode(mode)).unwrap();
    };
    close("guides/a/closed.md", 0o000);
    close("guides/locked", 0o000);
    let may_read_all = fs::read(sandbox.path("guides/a/closed.md")).is_ok();
    let said = refused(&sandbox, &["guides"]);
    close("guides/locked", 0o700);
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines.len(), 4, "{said}");
    assert!(lines[1].starts_with("guides/b/shopping.markdown:1: "), "{said}");
    assert_eq!(lines[3], "3 refused.");
    if !may_read_all {
        assert!(lines[0].starts_with("Could not read guides/a/closed.md: permission denied."), "{said}");
        assert!(lines[2].starts_with("Could not list guides/locked: permission denied."), "{said}");
    }
}

#[test]
fn a_row_of_guides_becomes_a_row_of_objects() {
    let sandbox = Sandbox::new();
    sandbox.write("g/a.md", SHOPPING);
    sandbox.write("g/b.md", b"caf\xe9\n");
    let ran = sandbox.run(&["playbooks", "import", "g", "none.md", "--json"]);
    assert_eq!((ran.code, ran.err.as_str()), (3, ""));
    let rows: Vec<Value> = ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let keys = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(rows.len(), 3);
    assert!(rows.iter().all(|row| keys(row) == ["refused"]), "{}", ran.out);
    assert_eq!((&rows[0]["refused"]["path"], &rows[0]["refused"]["line"]), (&"g/a.md".into(), &1.into()));
    assert_eq!(keys(&rows[1]["refused"]), ["code", "hint", "line", "message", "path"]);
    assert_eq!((&rows[1]["refused"]["code"], &rows[1]["refused"]["line"]), (&"not-utf8".into(), &1.into()));
    assert_eq!(
        (&rows[2]["refused"]["code"], &rows[2]["refused"]["line"]),
        (&"not-found".into(), &Value::Null)
    );
    assert!(!sandbox.path("data").exists());
    // A guide named alone has no result when it is refused.
    assert!(sandbox.refused(&["playbooks", "import", "g/a.md", "--json"], 3).contains("a.md:1:"));
}

#[test]
fn standard_input_is_a_guide_too() {
    let sandbox = Sandbox::new();
    let piped = |arguments: &[&str], text: &[u8]| {
        let mut command = sandbox.command(&[&["playbooks", "import"], arguments].concat());
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        // The program may be done before it has heard all.
        let _ = child.stdin.take().unwrap().write_all(text);
        Ran::of(child.wait_with_output().unwrap())
    };
    let ran = piped(&["-"], SHOPPING.as_bytes());
    assert_eq!((ran.code, ran.out.as_str()), (3, ""));
    assert!(ran.err.contains("standard input:1:"), "{}", ran.err);
    let ran = piped(&["-"], &vec![b'a'; (4 << 20) + 2]);
    assert!(ran.err.contains("standard input is larger than 4 MiB"), "{}", ran.err);
    sandbox.write("b.md", SHOPPING);
    let ran = piped(&["-", "b.md", "-", "--json"], SHOPPING.as_bytes());
    let paths: Vec<Value> = ran
        .out
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap()["refused"]["path"].take())
        .collect();
    assert_eq!(paths, ["standard input", "b.md"]);
}

#[test]
fn the_same_file_is_read_once() {
    let sandbox = Sandbox::new();
    sandbox.write("g/a.md", SHOPPING);
    let said = refused(&sandbox, &["g", "g/a.md", "./g/../g/a.md", "g"]);
    assert!(said.ends_with("1 refused.\n"), "{said}");
}

#[test]
fn wrong_usage_says_what_can_be() {
    let sandbox = Sandbox::new();
    sandbox.write("g/a.md", SHOPPING);
    sandbox.write("b.md", SHOPPING);
    for (arguments, found) in [
        (&["g", "-o", "out.yaml"][..], "A file holds one playbook"),
        (&["b.md", "g/a.md", "-o", "out.yaml"], "-o playbooks/"),
        (&["g", "-o", "-"], "Standard output holds one playbook"),
        (&["b.md", "--json", "-o", "x"], "--json"),
        (&["b.md", "--json", "--replace"], "--json"),
        (&[], "<PATH>"),
    ] {
        let said = sandbox.refused(&[&["playbooks", "import"], arguments].concat(), 2);
        assert!(said.contains(found), "{arguments:?}: {said}");
    }
    assert_eq!(names(sandbox.path("").as_path()), ["b.md", "g", "playbook.yaml", "session.yaml"]);
}

#[test]
fn the_help_tells_the_shape_of_the_json_and_the_exit_codes() {
    let help = Sandbox::new().done(&["playbooks", "import", "--help"]);
    for part in ["one object a line", "\"refused\"", "3 a guide could not be read", "-o out/"] {
        assert!(help.contains(part), "`{part}` not in\n{help}");
    }
}
