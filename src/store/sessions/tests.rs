//! What saved sessions promise, each in a folder of its own.

use super::*;
use crate::domain::money::Money;
use crate::domain::offer::Alternative;
use crate::store::draft::Draft;

const TEXT: &str = "# by hand\nsession: 1\nplaybook: acme-cloud/engineer\nregion: X\n";

struct Desk {
    folder: tempfile::TempDir,
    sessions: Sessions,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let sessions = Sessions::new(DataDir::at(folder.path().join("data")));
        Self { folder, sessions }
    }

    /// Puts a file among the saved sessions.
    fn put(&self, name: &str, text: impl AsRef<[u8]>) -> PathBuf {
        let path = self.sessions.data.sessions().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        path
    }

    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.sessions.data.sessions()).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

fn with_offer(session: &Session, company: &str) -> Session {
    let base = Money::new(210_000.into()).unwrap();
    Session { alternatives: vec![Alternative::of(company, base)], ..session.clone() }
}

#[test]
fn nothing_is_created_by_looking() {
    let desk = Desk::new();
    assert!(desk.sessions.list().unwrap().is_empty());
    assert!(matches!(desk.sessions.open("acme"), Err(Failure::NotFound { .. })));
    assert_eq!(fs::read_dir(desk.folder.path()).unwrap().count(), 0);
}

#[test]
fn names_come_from_titles_and_never_collide() {
    let desk = Desk::new();
    let new = |title: &str| desk.sessions.create(title, Session::new("a/b", "X")).unwrap();
    let (first, second, composed, decomposed) = (new("Acme"), new("acme"), new("\u{e9}"), new("e\u{301}"));
    let names = [&first, &second, &composed, &decomposed].map(|opened| opened.file.name());
    assert_eq!(names, ["acme", "acme-2", "session", "e"]);
    assert_eq!(first.session.title.as_deref(), Some("Acme"));
    drop((first, second, composed, decomposed));
    assert_eq!(desk.names(), ["acme-2.yaml", "acme.yaml", "e.yaml", "session.yaml"]);
    assert_eq!(desk.sessions.find("\u{e9}").unwrap(), desk.sessions.saved("session"));
    fs::write(desk.sessions.data.sessions().join(".new.draft"), "{}").unwrap();
    assert_eq!(new("new").file.name(), "new-2");
}

#[test]
fn a_session_is_found_by_name_title_or_path() {
    let desk = Desk::new();
    let path = desk.put("acme.yaml", format!("{TEXT}title: The Acme Offer\n"));
    desk.put("other.yaml", format!("{TEXT}title: Twice\n"));
    desk.put("another.yaml", format!("{TEXT}title: twice\n"));
    for arg in ["acme", "acme.yaml", "The Acme Offer", "the acme offer", path.to_str().unwrap()] {
        assert_eq!(desk.sessions.find(arg).unwrap(), path, "{arg}");
    }
    assert!(matches!(desk.sessions.find("twice"), Err(Failure::Ambiguous { .. })));
    for bad in [".", "..", ".acme.lock", "", "a\\b"] {
        assert!(matches!(desk.sessions.find(bad), Err(Failure::BadName { .. })), "{bad}");
    }
    match desk.sessions.find("acm") {
        Err(Failure::NotFound { near, .. }) => assert_eq!(near, ["acme"]),
        other => panic!("{other:?}"),
    }
}

#[cfg(unix)]
#[test]
fn what_is_written_is_private() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    let mut opened = desk.sessions.create("Acme", Session::new("a/b", "X")).unwrap();
    opened.file.save(&with_offer(&opened.session, "G"), Save::Careful).unwrap();
    let fields = [("k".to_owned(), "v".to_owned())].into();
    opened.file.draft().save(&Draft { fields, ..Draft::default() }).unwrap();
    assert_eq!(desk.names(), [".acme.draft", ".acme.lock", "acme.yaml", "acme.yaml.bak"]);
    for name in desk.names() {
        let mode = desk.sessions.data.sessions().join(&name).metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o177, 0, "{name}: {mode:o}");
    }
}

#[test]
fn the_version_found_at_opening_is_the_backup() {
    let desk = Desk::new();
    let path = desk.put("acme.yaml", TEXT);
    let mut opened = desk.sessions.open("acme").unwrap();
    opened.file.save(&opened.session, Save::Careful).unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), TEXT, "nothing changed, nothing written");
    for company in ["G", "H"] {
        let changed = with_offer(&opened.session, company);
        assert!(opened.file.is_dirty(&changed));
        opened.file.save(&changed, Save::Careful).unwrap();
        assert!(!opened.file.is_dirty(&changed));
    }
    assert_eq!(fs::read_to_string(path.with_extension("yaml.bak")).unwrap(), TEXT);
    assert_eq!(desk.sessions.read("acme").unwrap().session.alternatives[0].company, "H");
}

#[test]
fn what_somebody_else_did_is_never_overwritten_silently() {
    let desk = Desk::new();
    let path = desk.put("acme.yaml", TEXT);
    let mut opened = desk.sessions.open("acme").unwrap();
    let changed = with_offer(&opened.session, "G");
    let theirs = TEXT.replace("region: X", "region: Y");
    fs::write(&path, &theirs).unwrap();
    assert!(matches!(opened.file.save(&changed, Save::Careful), Err(Failure::ChangedOnDisk { .. })));
    assert_eq!(fs::read_to_string(&path).unwrap(), theirs);
    opened.file.save(&changed, Save::Forced).unwrap();
    fs::remove_dir_all(desk.sessions.data.root()).unwrap();
    assert!(matches!(opened.file.save(&changed, Save::Careful), Err(Failure::Vanished { .. })));
    assert!(!path.exists());
    opened.file.save(&changed, Save::Forced).unwrap();
    assert_eq!(desk.sessions.read("acme").unwrap().session, changed);
}

#[test]
fn a_second_window_is_told_and_reading_goes_on() {
    let desk = Desk::new();
    desk.put("acme.yaml", TEXT);
    let opened = desk.sessions.open("acme").unwrap();
    assert!(matches!(desk.sessions.open("acme"), Err(Failure::Locked { pid: Some(_), .. })));
    assert!(matches!(desk.sessions.delete("acme"), Err(Failure::Locked { .. })));
    assert!(matches!(desk.sessions.rename("acme", "B"), Err(Failure::Locked { .. })));
    assert!(desk.sessions.read("acme").is_ok());
    drop(opened);
    assert!(desk.sessions.open("acme").is_ok());
    assert_eq!(desk.names(), ["acme.yaml"]);
}

#[test]
fn damaged_and_newer_sessions_are_listed_and_never_touched() {
    let desk = Desk::new();
    for (name, text) in [
        ("sound.yaml", format!("{TEXT}step: offers\ntarget: {{expires: 2026-11-30}}\n")),
        ("empty.yaml", String::new()),
        ("zeros.yaml", "\0\0\0".to_owned()),
        ("cut.yaml", "session: 1\nplaybook: \"a".to_owned()),
        ("newer.yaml", format!("{}mood: x\n", TEXT.replace("session: 1", "session: 2"))),
        ("strange.yaml", "session: 3\nthings: []\n".to_owned()),
        (".hidden.yaml", String::new()),
        ("notes.txt", String::new()),
    ] {
        desk.put(name, text);
    }
    fs::create_dir(desk.sessions.data.sessions().join("folder.yaml")).unwrap();
    let before = desk.names();
    let mut entries = desk.sessions.list().unwrap();
    entries.sort_by(|a, b| a.name.cmp(&b.name));
    let states: Vec<(&str, &State)> =
        entries.iter().map(|entry| (entry.name.as_str(), &entry.state)).collect();
    assert!(
        matches!(
            states.as_slice(),
            [
                ("cut", State::Damaged(_)),
                ("empty", State::Damaged(why)),
                ("folder", State::Damaged(_)),
                ("newer", State::Newer(2)),
                ("sound", State::Sound),
                ("strange", State::Newer(3)),
                ("zeros", State::Damaged(_)),
            ] if why.contains("empty file")
        ),
        "{states:?}"
    );
    let sound = &entries[4];
    assert_eq!((sound.company.as_deref(), sound.role.as_deref()), (Some("Acme Cloud"), Some("Engineer")));
    let day = |text: &str| text.parse().unwrap();
    assert_eq!(sound.next_deadline(day("2026-11-30")), Some(day("2026-11-30")));
    assert_eq!(sound.next_deadline(day("2026-12-01")), None);

    let mut newer = desk.sessions.open("newer").unwrap();
    assert_eq!(newer.file.read_only(), Some(ReadOnly::Newer(2)));
    let changed = with_offer(&newer.session, "G");
    for how in [Save::Careful, Save::Forced] {
        assert!(matches!(newer.file.save(&changed, how), Err(Failure::ReadOnly { .. })));
    }
    assert!(matches!(desk.sessions.rename("cut", "x"), Err(Failure::Invalid(_))));
    drop(newer);
    assert_eq!(desk.names(), before);
}

#[test]
fn the_list_begins_with_what_was_changed_last() {
    let desk = Desk::new();
    for (name, seconds) in [("old.yaml", 1000), ("new.yaml", 3000), ("middle.yaml", 2000)] {
        let path = desk.put(name, TEXT);
        let at = std::time::UNIX_EPOCH + std::time::Duration::from_secs(seconds);
        fs::File::options().write(true).open(path).unwrap().set_modified(at).unwrap();
    }
    let names: Vec<String> = desk.sessions.list().unwrap().into_iter().map(|entry| entry.name).collect();
    assert_eq!(names, ["new", "middle", "old"]);
}

#[test]
fn renaming_and_copying_take_everything_along() {
    let desk = Desk::new();
    desk.put("acme.yaml", TEXT);
    desk.put("acme.yaml.bak", "older");
    desk.put(".acme.draft", "{\"fields\": {\"a\": \"b\"}}");
    assert_eq!(desk.sessions.copy("acme", "Copy").unwrap(), "copy");
    assert_eq!(desk.sessions.rename("acme", "Beta Corp").unwrap(), "beta-corp");
    assert_eq!(desk.names(), [".beta-corp.draft", "beta-corp.yaml", "beta-corp.yaml.bak", "copy.yaml"]);
    let renamed = desk.sessions.read("beta-corp").unwrap().session;
    assert_eq!(renamed.title.as_deref(), Some("Beta Corp"));
    assert_eq!(desk.sessions.rename("beta-corp", "BETA corp!").unwrap(), "beta-corp");
    assert_eq!(desk.sessions.rename("copy", "Beta Corp").unwrap(), "beta-corp-2");
    assert!(matches!(desk.sessions.open("beta-corp").unwrap().draft, Found::Draft(_)));
}

#[test]
fn deleting_removes_every_copy_and_can_be_taken_back() {
    let desk = Desk::new();
    for name in ["acme.yaml", "acme.yaml.bak", ".acme.draft", ".acme.draft.aside", ".negotiate-up-1.tmp"] {
        desk.put(name, "ZZCANARY 987654");
    }
    assert_eq!(desk.sessions.copies("acme").unwrap().len(), 4);
    let deleted = desk.sessions.delete("acme").unwrap();
    assert!(desk.names().is_empty(), "{:?}", desk.names());
    desk.sessions.undelete(&deleted).unwrap();
    assert_eq!(desk.names(), [".acme.draft", ".acme.draft.aside", "acme.yaml", "acme.yaml.bak"]);
    let deleted = desk.sessions.delete("acme").unwrap();
    desk.put("acme.yaml", TEXT);
    assert!(matches!(desk.sessions.undelete(&deleted), Err(Failure::Exists { .. })));
    assert_eq!(desk.sessions.read("acme").unwrap().session.region, "X");
}

#[test]
fn a_damaged_session_offers_its_backup_and_loses_nothing() {
    let desk = Desk::new();
    let path = desk.put("acme.yaml", "");
    assert_eq!(desk.sessions.backup("acme").unwrap(), None);
    assert!(desk.sessions.restore("acme").is_err());
    desk.put("acme.yaml.bak", TEXT);
    let failure = desk.sessions.open("acme").unwrap_err();
    assert!(failure.render().contains("acme.yaml.bak"), "{}", failure.render());
    assert_eq!(fs::read_to_string(&path).unwrap(), "");
    let kept = desk.sessions.restore("acme").unwrap();
    assert_eq!(
        (fs::read_to_string(&path).unwrap(), fs::read_to_string(kept).unwrap()),
        (TEXT.into(), String::new())
    );
    desk.sessions.delete("acme").unwrap();
    assert!(desk.names().is_empty(), "{:?}", desk.names());
}

#[cfg(unix)]
#[test]
fn a_link_to_a_session_stays_a_link() {
    let desk = Desk::new();
    let real = desk.folder.path().join("real.yaml");
    fs::write(&real, TEXT).unwrap();
    let link = desk.folder.path().join("link.yaml");
    std::os::unix::fs::symlink(&real, &link).unwrap();
    let mut opened = desk.sessions.open(&link).unwrap();
    let changed = with_offer(&opened.session, "G");
    opened.file.save(&changed, Save::Careful).unwrap();
    assert!(link.symlink_metadata().unwrap().is_symlink());
    assert_eq!(desk.sessions.read(&real).unwrap().session, changed);
}

#[cfg(target_os = "linux")]
#[test]
fn a_session_of_another_user_is_only_read() {
    let desk = Desk::new();
    let path = desk.put("acme.yaml", TEXT);
    if std::os::unix::fs::chown(&path, Some(65_534), None).is_err() {
        return; // Only root may give files away.
    }
    let mut opened = desk.sessions.open("acme").unwrap();
    assert_eq!(opened.file.read_only(), Some(ReadOnly::NotYours));
    let changed = with_offer(&opened.session, "G");
    assert!(matches!(opened.file.save(&changed, Save::Forced), Err(Failure::NotYours { .. })));
    assert_eq!(desk.names(), ["acme.yaml"]);
}

#[test]
fn problems_found_later_are_placed_in_the_file() {
    let desk = Desk::new();
    desk.put("acme.yaml", format!("{TEXT}alternatives:\n  - company: G\n    base: 5\n"));
    let opened = desk.sessions.open("acme").unwrap();
    let problem = crate::domain::problem::Problem::new("x", "Too low.").at("alternatives[0].base");
    let shown = opened.file.invalid(vec![problem]).render();
    assert!(shown.contains("acme.yaml:7:11"), "{shown}");
}

#[test]
fn a_session_too_large_to_be_read_back_is_not_written() {
    let desk = Desk::new();
    let path = desk.put("acme.yaml", TEXT);
    let mut opened = desk.sessions.open("acme").unwrap();
    let mut huge = opened.session.clone();
    huge.answers.insert("a".to_owned(), "x".repeat(5 << 20));
    assert!(matches!(opened.file.save(&huge, Save::Careful), Err(Failure::TooLarge { .. })));
    assert_eq!(fs::read_to_string(path).unwrap(), TEXT);
}
