//! Where playbooks made elsewhere are put: the user's library, another folder, one file.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::atomic::{self, Overwrite};
use super::batch::{self, Write};
use super::failure::{Failure, Outcome};
use super::home::{self, DataDir};
use super::invalid::{Invalid, Located};
use super::{read, yaml};
use crate::domain::playbook::Playbook;

/// A place for playbooks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Binder {
    /// The user's own, each at `<id>.yaml`.
    Library(DataDir),
    /// A folder, with the same places in it.
    Folder(PathBuf),
    /// One file, whatever its id.
    File(PathBuf),
}

/// A playbook as the text of a file that can be read again, and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    pub id: String,
    pub path: PathBuf,
    pub text: String,
}

/// What stands at a sheet's place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    Free,
    /// The same text.
    Same,
    Other,
}

/// A sheet to be put at its place.
#[derive(Debug, Clone, Copy)]
pub struct Put<'a> {
    pub sheet: &'a Sheet,
    pub overwrite: Overwrite,
    /// The file that the sheet was made from, which it must not replace.
    pub input: Option<&'a Path>,
}

impl Binder {
    /// Where a playbook of that id stands.
    pub fn place(&self, id: &str) -> PathBuf {
        match self {
            Self::Library(data) => data.playbooks().join(format!("{id}.yaml")),
            Self::Folder(folder) => folder.join(format!("{id}.yaml")),
            Self::File(path) => path.clone(),
        }
    }

    /// The text of a playbook's file; nothing is written.
    ///
    /// # Errors
    /// When it could not be read again: each thing that is wrong, with the playbook's key.
    pub fn sheet(&self, playbook: &Playbook) -> Outcome<Sheet> {
        let path = self.place(&playbook.id);
        let text = yaml::playbook_to_yaml(playbook).map_err(|problem| {
            Failure::from(Invalid::new(&path, "", vec![Located { problem, place: None }]))
        })?;
        if text.len() as u64 > read::PLAYBOOK {
            return Err(Failure::TooLarge { path, limit: read::PLAYBOOK });
        }
        yaml::parse_playbook(&text).map_err(|unread| unread.in_file(&path, &text))?;
        Ok(Sheet { id: playbook.id.clone(), path, text })
    }

    /// Puts sheets at their places, many as safely as one; each is put or told why not.
    pub fn put(&self, puts: &[Put<'_>]) -> Vec<Outcome<()>> {
        let mut ready = BTreeSet::new();
        let mut prepare = |path: &Path| {
            let folder = atomic::folder_of(path);
            if ready.contains(&folder) {
                return Ok(());
            }
            self.prepare(&folder)?;
            atomic::sweep(&folder);
            ready.insert(folder);
            Ok(())
        };
        let prepared: Vec<Outcome<()>> = puts.iter().map(|put| prepare(&put.sheet.path)).collect();
        let writes: Vec<Write> = puts
            .iter()
            .zip(&prepared)
            .filter(|(_, prepared)| prepared.is_ok())
            .map(|(put, _)| Write {
                path: &put.sheet.path,
                bytes: put.sheet.text.as_bytes(),
                overwrite: put.overwrite,
                input: put.input,
            })
            .collect();
        let mut written = batch::write_all(&writes).into_iter();
        let outcome = |prepared: Outcome<()>| prepared.and_then(|()| written.next().unwrap_or(Ok(())));
        prepared.into_iter().map(outcome).collect()
    }

    /// One file goes into a folder that is there; playbooks get the folders that their ids name.
    fn prepare(&self, folder: &Path) -> Outcome<()> {
        match self {
            Self::Library(data) => data.prepare(folder),
            Self::Folder(_) => home::create(folder),
            Self::File(_) => Ok(()),
        }
    }
}

impl Sheet {
    /// What stands at its place. What cannot be read there is something else; what cannot even be
    /// looked for will be told when it is written.
    pub fn standing(&self) -> Standing {
        match self.path.symlink_metadata() {
            Err(_) => Standing::Free,
            Ok(_) => match read::bytes(&self.path, read::PLAYBOOK) {
                Ok(bytes) if bytes == self.text.as_bytes() => Standing::Same,
                _ => Standing::Other,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::store::Library;

    fn playbook() -> Playbook {
        let text = "playbook: 1\nid: acme/engineer\ncompany: Acme\nrole: Engineer\nlevers: []\n";
        yaml::parse_playbook(text).unwrap()
    }

    fn put(binder: &Binder, sheet: &Sheet, overwrite: Overwrite) -> Outcome<()> {
        binder.put(&[Put { sheet, overwrite, input: None }]).pop().unwrap()
    }

    #[test]
    fn each_kind_of_shelf_has_its_places() {
        let dir = tempfile::tempdir().unwrap();
        let data = DataDir::at(dir.path().join("data"));
        for (binder, place) in [
            (Binder::Library(data.clone()), "data/playbooks/acme/engineer.yaml"),
            (Binder::Folder(dir.path().join("out")), "out/acme/engineer.yaml"),
            (Binder::File(dir.path().join("mine.yaml")), "mine.yaml"),
        ] {
            let sheet = binder.sheet(&playbook()).unwrap();
            assert_eq!(sheet.path, dir.path().join(place));
            assert_eq!(sheet.standing(), Standing::Free);
            put(&binder, &sheet, Overwrite::Refuse).unwrap();
            assert_eq!(sheet.standing(), Standing::Same);
            fs::write(&sheet.path, "mine").unwrap();
            assert_eq!(sheet.standing(), Standing::Other);
            assert!(matches!(put(&binder, &sheet, Overwrite::Refuse), Err(Failure::Exists { .. })));
            assert_eq!(fs::read(&sheet.path).unwrap(), b"mine");
            put(&binder, &sheet, Overwrite::Replace).unwrap();
            assert_eq!(sheet.standing(), Standing::Same);
        }
        assert_eq!(Library::new(data).load("acme/engineer", None).unwrap().playbook, playbook());
    }

    #[test]
    fn what_could_not_be_read_again_is_not_put() {
        let dir = tempfile::tempdir().unwrap();
        let binder = Binder::Folder(dir.path().join("out"));
        for (bad, at) in [
            (Playbook { id: "../x".to_owned(), ..playbook() }, "id"),
            (Playbook { company: String::new(), ..playbook() }, "company"),
        ] {
            let Err(Failure::Invalid(invalid)) = binder.sheet(&bad) else { panic!("{bad:?}") };
            assert_eq!(invalid.faults[0].problem.at, at);
        }
        let long = Playbook { about: Some("long ".repeat(1 << 18)), ..playbook() };
        assert!(matches!(binder.sheet(&long), Err(Failure::TooLarge { .. })));
        assert!(!dir.path().join("out").exists());
    }

    #[test]
    fn a_folder_that_cannot_be_made_spoils_its_own_sheets_only() {
        let dir = tempfile::tempdir().unwrap();
        let binder = Binder::Folder(dir.path().to_owned());
        fs::write(dir.path().join("acme"), "in the way").unwrap();
        let other = Playbook { id: "other".to_owned(), ..playbook() };
        let sheets = [binder.sheet(&playbook()).unwrap(), binder.sheet(&other).unwrap()];
        let puts = sheets.each_ref().map(|sheet| Put { sheet, overwrite: Overwrite::Refuse, input: None });
        let outcomes = binder.put(&puts);
        assert!(matches!(outcomes[..], [Err(Failure::Io { .. }), Ok(())]), "{outcomes:?}");
    }
}
