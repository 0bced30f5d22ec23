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
