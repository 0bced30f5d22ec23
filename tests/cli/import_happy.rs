//! `playbooks import`: guides that become playbooks, and where those end up.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Stdio;

use serde_json::{Value, json};

use crate::sandbox::{Ran, Sandbox, names};

/// A made-up guide, laid out as guides are.
const GUIDE: &str = include_str!("../fixtures/guides/orchard-data-engineer.md");

/// The same company's guide for another role, with another floor.
fn other_role() -> String {
    GUIDE.replace("Data Engineer", "Field Technician")
}

fn import(sandbox: &Sandbox, arguments: &[&str]) -> Ran {
    sandbox.run(&[&["playbooks", "import"], arguments].concat())
}

/// All files below a folder, by their names in it.
fn files(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for name in names(folder) {
        let path = folder.join(&name);
        if path.is_dir() {
            found.extend(files(&path).into_iter().map(|inner| format!("{name}/{inner}")));
        } else {
            found.push(name);
        }
    }
    found
}

/// The id that the guide's playbook has.
fn id(sandbox: &Sandbox) -> String {
    let guide = sandbox.json(&["playbooks", "import", "guide.md", "--json"]);
    guide["id"].as_str().unwrap().to_owned()
}

fn sandbox() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.write("guide.md", GUIDE);
    sandbox
}

#[test]
fn one_guide_as_json_is_a_playbook_with_how_it_was_read() {
    let sandbox = sandbox();
    let mut guide = sandbox.json(&["playbooks", "import", "guide.md", "--json"]);
    assert!(!sandbox.path("data").exists());
    assert_eq!(guide["bands"][0]["base"], json!({"low": 140_000, "high": 180_000}));
    assert_eq!(
        (&guide["bands"][1]["region"], &guide["bands"][1]["currency"]),
        (&json!("Lyon"), &json!("EUR"))
    );
    assert_eq!(guide["levers"].as_array().unwrap().len(), 3);
    let import = guide.as_object_mut().unwrap().remove("import").unwrap();
    assert_eq!(import["path"], "guide.md");
    for key in ["warnings", "not_understood"] {
        assert!(import[key].is_array(), "{import}");
    }
    let lines = import["lines"].as_object().unwrap();
    assert!(lines.values().all(|line| (1..=GUIDE.lines().count() as u64).contains(&line.as_u64().unwrap())));
    // Without the report it is a playbook that can be shown and checked.
    sandbox.write("shown.json", guide.to_string());
    assert_eq!(sandbox.json(&["playbooks", "show", "shown.json", "--json"]), guide);
    assert!(sandbox.done(&["playbooks", "check", "shown.json"]).starts_with("shown.json: sound"));
}

#[test]
fn a_guide_is_taken_into_the_library_and_told_line_by_line() {
    let sandbox = sandbox();
    let id = id(&sandbox);
    let ran = import(&sandbox, &["guide.md"]);
    assert_eq!((ran.code, ran.out.as_str()), (0, ""), "{}", ran.err);
    let row = ran.err.lines().find(|line| line.starts_with("line 7 ")).unwrap();
    assert!(row.contains("| Denver |") && row.contains("→ Denver: base $140K"), "{}", ran.err);
    assert!(ran.err.contains(&format!("Imported as {id}: ")), "{}", ran.err);
    let path = sandbox.path(&format!("data/playbooks/{id}.yaml"));
    assert!(path.is_file());
    #[cfg(unix)]
    assert_eq!(crate::sandbox::mode(&path), 0o600);
    assert!(sandbox.done(&["playbooks", "list"]).contains(&id));
    assert!(sandbox.done(&["playbooks", "check", &id]).starts_with(&format!("{id}: sound")));
}

#[test]
fn the_same_guide_again_changes_nothing_and_another_needs_a_yes() {
    let sandbox = sandbox();
    let id = id(&sandbox);
    let path = format!("data/playbooks/{id}.yaml");
    assert_eq!(import(&sandbox, &["guide.md"]).code, 0);
    let first = sandbox.read(&path);
    let ran = import(&sandbox, &["guide.md"]);
    assert_eq!(ran.code, 0);
    assert!(ran.err.contains("says the same already"), "{}", ran.err);
    sandbox.write("guide.md", GUIDE.replace("$180K", "$190K"));
    let ran = import(&sandbox, &["guide.md"]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.ends_with("Replace it with --replace.\n"), "{}", ran.err);
    assert_eq!(sandbox.read(&path), first);
    let ran = import(&sandbox, &["guide.md", "--replace"]);
    assert_eq!(ran.code, 0);
    assert!(ran.err.contains(&format!("Replaced {id}: ")), "{}", ran.err);
    assert_ne!(sandbox.read(&path), first);
}

#[test]
fn a_mixed_folder_takes_in_what_is_sound_and_names_the_rest() {
    let sandbox = sandbox();
    sandbox.write("g/a/engineer.md", GUIDE);
    sandbox.write("g/b/again.md", GUIDE.replace("Lyon", "Nice"));
    sandbox.write("g/b/technician.markdown", other_role());
    sandbox.write("g/c/shopping.md", "Milk, bread.\n");
    sandbox.write("g/c/.draft.md", GUIDE);
    let ran = import(&sandbox, &["g"]);
    assert_eq!((ran.code, ran.out.as_str()), (3, ""), "{}", ran.err);
    let id = id(&sandbox);
    let twice = format!("g/b/again.md:1: It gives the id {id}, as g/a/engineer.md does.");
    assert!(ran.err.contains(&twice), "{}", ran.err);
    assert!(ran.err.contains("g/c/shopping.md:1: "), "{}", ran.err);
    assert!(ran.err.ends_with("2 imported, 2 refused.\n"), "{}", ran.err);
    assert_eq!(files(&sandbox.path("data")).len(), 2);
    assert!(sandbox.read(&format!("data/playbooks/{id}.yaml")).contains("Lyon"));
    fs::remove_file(sandbox.path("g/c/shopping.md")).unwrap();
    fs::remove_file(sandbox.path("g/b/again.md")).unwrap();
    sandbox.write("g/a/engineer.md", GUIDE.replace("Lyon", "Nice"));
    let ran = import(&sandbox, &["g"]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("1 unchanged, 1 left because"), "{}", ran.err);
    assert!(ran.err.contains("--replace"), "{}", ran.err);
    let ran = import(&sandbox, &["g", "--replace"]);
    assert_eq!(ran.code, 0);
    assert!(ran.err.ends_with("1 replaced, 1 unchanged.\n"), "{}", ran.err);
    assert_eq!(files(&sandbox.path("data")).len(), 2);
}

#[test]
fn several_guides_as_json_are_a_line_each_in_order() {
    let sandbox = sandbox();
    sandbox.write("g/a.md", GUIDE);
    sandbox.write("g/b.md", "Milk.\n");
    for n in 0..40 {
        sandbox.write(&format!("g/c{n:02}.md"), GUIDE.replace("Orchard", &format!("Orchard{n}")));
    }
    let ran = import(&sandbox, &["g", "--json"]);
    assert_eq!((ran.code, ran.err.as_str()), (3, ""));
    let rows: Vec<Value> = ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let path = |row: &Value| match &row["refused"] {
        Value::Null => row["import"]["path"].as_str().unwrap().to_owned(),
        refused => refused["path"].as_str().unwrap().to_owned(),
    };
    let paths: Vec<String> = rows.iter().map(path).collect();
    assert_eq!(paths, names(&sandbox.path("g")).iter().map(|name| format!("g/{name}")).collect::<Vec<_>>());
    assert!(!sandbox.path("data").exists());
}

#[test]
fn the_playbook_goes_where_it_is_told_to() {
    let sandbox = sandbox();
    let id = id(&sandbox);
    let text = sandbox.done(&["playbooks", "import", "guide.md", "-o", "-"]);
    sandbox.write("piped.yaml", &text);
    assert_eq!(import(&sandbox, &["guide.md", "-o", "mine.yaml"]).code, 0);
    assert_eq!(sandbox.read("mine.yaml"), text);
    sandbox.write("mine.yaml", "my own words\n");
    let ran = import(&sandbox, &["guide.md", "-o", "mine.yaml"]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    assert_eq!(sandbox.read("mine.yaml"), "my own words\n");
    assert_eq!(import(&sandbox, &["guide.md", "-o", "mine.yaml", "--replace"]).code, 0);
    assert_eq!(sandbox.read("mine.yaml"), text);
    sandbox.write("g/other.md", other_role());
    assert_eq!(import(&sandbox, &["guide.md", "g", "-o", "out/deep/"]).code, 0);
    let found = files(&sandbox.path("out/deep"));
    assert!(found.len() == 2 && found.contains(&format!("{id}.yaml")), "{found:?}");
    assert_eq!(sandbox.read(&format!("out/deep/{id}.yaml")), text);
    assert!(sandbox.done(&["playbooks", "check", "piped.yaml"]).starts_with("piped.yaml: sound"));
    // The guide itself is never what gets replaced.
    let ran = import(&sandbox, &["guide.md", "-o", "guide.md", "--replace"]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    assert_eq!(sandbox.read("guide.md"), GUIDE);
    assert!(!sandbox.path("data").exists());
}

#[test]
fn however_a_guide_was_saved_it_is_the_same_playbook() {
    let sandbox = sandbox();
    let text = sandbox.done(&["playbooks", "import", "guide.md", "-o", "-"]);
    let utf16 = |bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        format!("\u{feff}{GUIDE}").encode_utf16().flat_map(bytes).collect()
    };
    for (name, bytes) in [
        ("bom.md", format!("\u{feff}{GUIDE}").into_bytes()),
        ("crlf.md", GUIDE.replace('\n', "\r\n").into_bytes()),
        ("little.md", utf16(u16::to_le_bytes)),
        ("big.txt", utf16(u16::to_be_bytes)),
    ] {
        sandbox.write(name, &bytes);
        let ran = import(&sandbox, &[name, "-o", "-"]);
        assert_eq!((ran.code, &ran.out), (0, &text), "{name}: {}", ran.err);
        assert_eq!(ran.err.contains("UTF-16"), bytes[0] == 0xFF || bytes[0] == 0xFE, "{name}: {}", ran.err);
    }
    let mut command = sandbox.command(&["playbooks", "import", "-", "-o", "-"]);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(GUIDE.as_bytes()).unwrap();
    assert_eq!(Ran::of(child.wait_with_output().unwrap()).out, text);
}

#[cfg(unix)]
#[test]
fn a_library_that_cannot_be_written_stays_as_it_is() {
    use std::os::unix::fs::PermissionsExt;
    let sandbox = sandbox();
    let id = id(&sandbox);
    let (company, _) = id.split_once('/').unwrap();
    let folder = sandbox.path("data/playbooks");
    fs::create_dir_all(folder.join(company)).unwrap();
    fs::set_permissions(folder.join(company), fs::Permissions::from_mode(0o500)).unwrap();
    let may_write_all = fs::write(folder.join(company).join("probe"), "x").is_ok();
    sandbox.write("g/other.md", other_role().replace("Orchard Robotics", "Harbour Works"));
    let ran = import(&sandbox, &["guide.md", "g"]);
    fs::set_permissions(folder.join(company), fs::Permissions::from_mode(0o700)).unwrap();
    if !may_write_all {
        assert_eq!(ran.code, 1, "{}", ran.err);
        assert!(ran.err.contains("guide.md: Could not save"), "{}", ran.err);
        assert!(ran.err.ends_with("1 imported, 1 could not be written.\n"), "{}", ran.err);
        assert_eq!(files(&folder).len(), 1);
    }
    // A file where the company's folder belongs stops even root.
    fs::remove_dir_all(folder.join(company)).unwrap();
    fs::write(folder.join(company), "in the way").unwrap();
    let ran = import(&sandbox, &["guide.md", "g"]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    assert!(ran.err.contains("1 could not be written"), "{}", ran.err);
    assert_eq!(fs::read(folder.join(company)).unwrap(), b"in the way");
}
