//! What the library finds, and what it says when it does not.

use std::fs;

use super::*;
use crate::domain::catalog::{Card, Origin};
use crate::store::atomic::Overwrite;

struct Shelf {
    folder: tempfile::TempDir,
    library: Library,
}

impl Shelf {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let library = Library::new(DataDir::at(folder.path().join("data")));
        Self { folder, library }
    }

    fn put(&self, place: &str, text: impl AsRef<[u8]>) -> PathBuf {
        let path = self.library.data.playbooks().join(place);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        path
    }

    fn cards(&self) -> Vec<Card> {
        self.library.catalog().unwrap().cards().to_vec()
    }

    fn card(&self, id: &str) -> Option<Card> {
        self.cards().into_iter().find(|card| card.id == id)
    }
}

fn text_of(id: &str, company: &str) -> String {
    format!("playbook: 1\nid: {id}\ncompany: {company}\nrole: Engineer\nlevers: []\n")
}

#[test]
fn the_built_in_playbooks_are_sound() {
    let shelf = Shelf::new();
    let cards = shelf.cards();
    assert_eq!(cards.len(), BUILT_IN.len());
    for card in cards {
        let loaded = shelf.library.load(&card.id, None).unwrap();
        assert_eq!((&loaded.playbook.id, &loaded.playbook.company), (&card.id, &card.company));
        assert_eq!(card.origin, Origin::BuiltIn);
        assert_eq!(crate::domain::check::playbook_warnings(&loaded.playbook), []);
    }
    assert_eq!(fs::read_dir(shelf.folder.path()).unwrap().count(), 0);
}

#[test]
fn own_playbooks_override_by_id() {
    let shelf = Shelf::new();
    let id = BUILT_IN[0].0;
    let path = shelf.put(&format!("{id}.yaml"), text_of(id, "Mine"));
    assert_eq!(shelf.card(id).unwrap().origin, Origin::Own);
    assert_eq!(shelf.library.own_file(id), path);
    assert_eq!(shelf.library.load(id, None).unwrap().playbook.company, "Mine");
    assert_eq!(shelf.cards().len(), BUILT_IN.len());
}

#[test]
fn a_playbook_is_found_by_the_id_it_gives_itself() {
    let shelf = Shelf::new();
    let x = shelf.put("misc/x.yaml", text_of("acme/engineer", "Acme"));
    shelf.put("flat.yaml", "{playbook: 1, id: flat/one, company: Flat, role: R, levers: []}");
    shelf.put("misc/twice.yaml", text_of("acme/engineer", "Other"));
    assert_eq!(shelf.library.load("acme/engineer", None).unwrap().playbook.company, "Other");
    assert_eq!(shelf.card("flat/one").unwrap().company, "Flat");
    assert!(shelf.card("misc/x").unwrap().damaged.unwrap().contains("acme/engineer"));
    assert_eq!(shelf.library.own_file("misc/x"), x);
    assert!(shelf.library.own_file("acme/engineer").ends_with("misc/twice.yaml"));
}

#[test]
fn damaged_playbooks_are_listed_with_their_reason() {
    let shelf = Shelf::new();
    shelf.put("acme/bad.yaml", "playbook: 1\n\tid: x\n");
    fs::create_dir_all(shelf.library.data.playbooks().join("acme/folder.yaml")).unwrap();
    assert!(shelf.card("acme/bad").unwrap().damaged.unwrap().contains("tab"));
    assert!(shelf.card("acme/folder").unwrap().damaged.unwrap().contains("a folder"));
    assert!(matches!(shelf.library.load("acme/folder", None), Err(Failure::NotRegular { .. })));
    match shelf.library.load("acme/bad", None) {
        Err(failure @ Failure::Invalid(_)) => {
            assert!(failure.render().contains("bad.yaml:2:1"), "{}", failure.render());
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_session_may_name_a_file_beside_it() {
    let shelf = Shelf::new();
    let path = shelf.folder.path().join("mine.yaml");
    fs::write(&path, text_of("me/mine", "Me")).unwrap();
    for reference in ["mine.yaml", "./mine.yaml", path.to_str().unwrap()] {
        let loaded = shelf.library.load(reference, Some(shelf.folder.path())).unwrap();
        assert_eq!(loaded.playbook.id, "me/mine", "{reference}");
    }
    assert!(matches!(
        shelf.library.load("./none.yaml", Some(shelf.folder.path())),
        Err(Failure::NotFound { .. })
    ));
}

#[test]
fn a_missing_one_names_those_near() {
    let shelf = Shelf::new();
    for wanted in ["huggingface-enterprise/software-enginer", "acme/software-engineer", "any"] {
        match shelf.library.load(wanted, None) {
            Err(Failure::NotFound { near, .. }) => assert!(!near.is_empty(), "{wanted}"),
            other => panic!("{other:?}"),
        }
    }
    assert!(matches!(
        shelf.library.load("../../etc/passwd", None),
        Err(Failure::NotFound { .. } | Failure::Invalid(_))
    ));
    assert!(matches!(shelf.library.load("a/../b", None), Err(Failure::NotFound { .. })));
}

#[test]
fn a_kept_playbook_reads_back_the_same() {
    let shelf = Shelf::new();
    let original = shelf.library.load(BUILT_IN[1].0, None).unwrap().playbook;
    let path = shelf.library.keep(&original, Overwrite::Refuse).unwrap();
    assert_eq!(load_file(&path).unwrap().playbook, original);
    assert!(matches!(shelf.library.keep(&original, Overwrite::Refuse), Err(Failure::Exists { .. })));
    let bad = Playbook { id: "../x".to_owned(), ..original };
    assert!(matches!(shelf.library.keep(&bad, Overwrite::Replace), Err(Failure::Invalid(_))));
}

/// The index's file, with what it says where it is there.
fn index(shelf: &Shelf) -> (PathBuf, Option<Vec<u8>>) {
    let path = shelf.library.data.playbooks().join(".index");
    let bytes = fs::read(&path).ok();
    (path, bytes)
}

#[test]
fn a_changed_file_is_seen_however_it_changed() {
    let shelf = Shelf::new();
    let path = shelf.put("acme/engineer.yaml", text_of("acme/engineer", "Acme"));
    let before = fs::metadata(&path).unwrap().modified().unwrap();
    assert_eq!(shelf.card("acme/engineer").unwrap().company, "Acme");
    // Same size, same time: what it says decides.
    fs::write(&path, text_of("acme/engineer", "Acne")).unwrap();
    fs::File::options().write(true).open(&path).unwrap().set_modified(before).unwrap();
    assert_eq!(shelf.card("acme/engineer").unwrap().company, "Acne");
    fs::write(&path, "damaged: [").unwrap();
    assert!(shelf.card("acme/engineer").unwrap().damaged.is_some());
    fs::remove_file(&path).unwrap();
    assert_eq!(shelf.card("acme/engineer"), None);
    shelf.put("acme/manager.yaml", text_of("acme/manager", "Acme"));
    assert!(shelf.card("acme/manager").is_some());
}

#[test]
fn nothing_is_written_without_own_playbooks_and_nothing_twice() {
    let shelf = Shelf::new();
    shelf.cards();
    assert!(!shelf.library.data.root().exists());
    shelf.put("acme/engineer.yaml", text_of("acme/engineer", "Acme"));
    shelf.cards();
    let (path, first) = index(&shelf);
    shelf.cards();
    assert!(first.is_some() && index(&shelf).1 == first);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }
    let beside = fs::read_dir(path.parent().unwrap()).unwrap().count();
    assert_eq!(beside, 2);
}

#[test]
fn a_damaged_index_changes_nothing() {
    let shelf = Shelf::new();
    shelf.put("acme/engineer.yaml", text_of("acme/engineer", "Acme"));
    shelf.put("acme/manager.yaml", text_of("acme/manager", "Acme Zebras"));
    let whole = (shelf.cards(), shelf.library.full_text("zebras").unwrap());
    assert_eq!(whole.1, ["acme/manager"]);
    let (path, bytes) = index(&shelf);
    let bytes = bytes.unwrap();
    for at in 0..bytes.len() {
        let mut damaged = bytes.clone();
        damaged[at] ^= 0x20;
        fs::write(&path, damaged).unwrap();
        let library = Library::new(shelf.library.data.clone());
        let seen = (library.catalog().unwrap().cards().to_vec(), library.full_text("zebras").unwrap());
        assert_eq!(seen, whole, "byte {at}");
    }
    fs::remove_file(&path).unwrap();
    fs::create_dir(&path).unwrap();
    assert_eq!((shelf.cards(), shelf.library.full_text("zebras").unwrap()), whole);
}

#[test]
fn the_words_of_all_playbooks_are_looked_into() {
    let shelf = Shelf::new();
    for n in 0..40 {
        let text = text_of(&format!("c{n}/engineer"), &format!("Company {n}"));
        shelf.put(&format!("c{n}/engineer.yaml"), text + &format!("about: The word{n} counts.\n"));
    }
    shelf.cards();
    assert_eq!(shelf.library.full_text("WORD7 counts").unwrap(), ["c7/engineer"]);
    assert_eq!(shelf.library.full_text("word1").unwrap().len(), 11);
    assert_eq!(shelf.library.full_text("zebra").unwrap(), [] as [&str; 0]);
    assert_eq!(shelf.library.full_text("").unwrap().len(), 42);
    assert_eq!(shelf.library.full_text("stars hub distributed").unwrap(), [BUILT_IN[1].0]);
    // One more: the words of the others are taken over.
    shelf.put("d/engineer.yaml", text_of("d/engineer", "Word7 Labs"));
    shelf.cards();
    assert_eq!(shelf.library.full_text("word7").unwrap(), ["c7/engineer", "d/engineer"]);
    // Another program may rewrite the index at any time.
    fs::write(index(&shelf).0, "another's").unwrap();
    assert_eq!(shelf.library.full_text("word7").unwrap(), ["c7/engineer", "d/engineer"]);
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written_is_read_all_the_same() {
    let shelf = Shelf::new();
    shelf.put("acme/engineer.yaml", text_of("acme/engineer", "Acme"));
    let folder = shelf.library.data.playbooks();
    let read_only = refresh::attempt(&shelf.library.data, Trust::Index, false).unwrap();
    assert_eq!(read_only.entries.len(), 1);
    assert!(!folder.join(".index").exists());
    let (mut shelf, catalog) = super::shelf::Shelf::of(&shelf.library.data, read_only);
    assert_eq!(catalog.cards().len(), 1 + BUILT_IN.len());
    assert_eq!(shelf.full_text(&Wanted::new("acme")).unwrap(), ["acme/engineer"]);
}

#[test]
fn two_programs_at_once_see_the_same() {
    let shelf = Shelf::new();
    for n in 0..30 {
        shelf.put(&format!("c/r{n}.yaml"), text_of(&format!("c/r{n}"), "Acme"));
    }
    let libraries: Vec<Library> = (0..4).map(|_| Library::new(shelf.library.data.clone())).collect();
    std::thread::scope(|scope| {
        for library in &libraries {
            scope.spawn(|| {
                for _ in 0..5 {
                    assert_eq!(library.catalog().unwrap().cards().len(), 32);
                    assert_eq!(library.full_text("acme").unwrap().len(), 30);
                    fs::remove_file(library.data.playbooks().join(".index")).ok();
                }
            });
        }
    });
}
