//! Playbooks: those compiled in, and the user's own, which take the place of a built-in one by
//! standing at `playbooks/<id>.yaml`.
//!
//! Nothing is read before it is asked for. An index beside the files keeps what a list shows and
//! what a search looks into, so that both stay quick for thousands of them.

mod draft;
mod files;
mod index;
mod refresh;
mod shelf;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use self::refresh::Trust;
use self::shelf::Shelf;
use super::binder::{Binder, Put};
use super::failure::{Failure, Outcome};
use super::home::DataDir;
use super::{atomic, near, read, yaml};
use crate::domain::catalog::Catalog;
use crate::domain::catalog::full_text::Wanted;
use crate::domain::playbook::Playbook;
use crate::domain::text;

const BUILT_IN: [(&str, &str); 2] = [
    ("any-company/software-engineer", include_str!("../../../playbooks/any-company/software-engineer.yaml")),
    (
        "huggingface-enterprise/software-engineer",
        include_str!("../../../playbooks/huggingface-enterprise/software-engineer.yaml"),
    ),
];

/// The playbooks of this program and of a data folder.
#[derive(Debug, Clone)]
pub struct Library {
    data: DataDir,
    /// What was last seen of them; copies of the library share it.
    shelf: Arc<Mutex<Option<Shelf>>>,
}

/// Where a playbook comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    BuiltIn,
    Own(PathBuf),
}

/// A playbook with its text, for the places of problems found later.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loaded {
    pub playbook: Playbook,
    pub text: String,
    /// Its file; for a built-in one a name that tells so.
    pub path: PathBuf,
    pub source: Source,
}

impl Library {
    pub fn new(data: DataDir) -> Self {
        Self { data, shelf: Arc::default() }
    }

    /// A card for every playbook, each id once, as the files are now.
    ///
    /// # Errors
    /// When the playbooks' folder cannot be listed. A playbook that cannot be read is a card that
    /// says so.
    pub fn catalog(&self) -> Outcome<Catalog> {
        self.look(Trust::Index)
    }

    /// The ids of the playbooks that have every word somewhere, or a word that begins with it; sorted.
    /// Without words all of them. What is looked into is the library as [`Self::catalog`] last saw it.
    pub fn full_text(&self, words: &str) -> Outcome<Vec<String>> {
        let wanted = Wanted::new(words);
        if self.shelf().is_none() {
            self.catalog()?;
        }
        let search = || self.shelf().as_mut().and_then(|shelf| shelf.full_text(&wanted).ok());
        let found = match search() {
            None => {
                self.look(Trust::FilesOnly)?;
                search()
            }
            found => found,
        };
        let mut ids = found.unwrap_or_default();
        ids.sort_unstable();
        Ok(ids)
    }

    fn look(&self, trust: Trust) -> Outcome<Catalog> {
        let (seen, catalog) = Shelf::open(&self.data, trust)?;
        *self.shelf() = Some(seen);
        Ok(catalog)
    }

    fn shelf(&self) -> MutexGuard<'_, Option<Shelf>> {
        self.shelf.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Loads a playbook by its id, or from a file: a path is taken from `relative_to`, the folder of
    /// the session that names it.
    ///
    /// # Errors
    /// When there is none, with the ids near to it; and when it is invalid, with the places.
    pub fn load(&self, reference: &str, relative_to: Option<&Path>) -> Outcome<Loaded> {
        let path = relative_to.unwrap_or(Path::new("")).join(reference);
        if looks_like_path(reference) {
            return load_file(&path);
        }
        let is_plain = reference.split('/').all(|part| !matches!(part, "" | "." | ".."));
        let place = self.place(reference);
        if is_plain && place.is_file() {
            return load_file(&place);
        }
        if let Some((id, text)) = BUILT_IN.iter().find(|(built_in, _)| *built_in == reference) {
            return built_in(id, text);
        }
        let catalog = self.catalog()?;
        if let Some(path) = self.elsewhere(reference) {
            return load_file(&path);
        }
        if path.is_file() {
            return load_file(&path);
        }
        Err(missing(reference, &catalog))
    }

    /// The file of a playbook of the user's library, by the id that the catalog gives it.
    pub fn own_file(&self, id: &str) -> PathBuf {
        self.elsewhere(id).unwrap_or_else(|| self.place(id))
    }

    fn elsewhere(&self, id: &str) -> Option<PathBuf> {
        self.shelf().as_ref().and_then(|shelf| shelf.elsewhere(id))
    }

    /// Whether this program brings a playbook of that id, which the user's own would stand in for.
    pub fn is_built_in(&self, id: &str) -> bool {
        BUILT_IN.iter().any(|(built_in, _)| *built_in == id)
    }

    /// Where a playbook of the user's library stands.
    pub fn place(&self, id: &str) -> PathBuf {
        self.binder().place(id)
    }

    /// Takes a playbook into the user's library. Returns its file.
    ///
    /// # Errors
    /// When it is invalid, or one with its id is there and must not be replaced.
    pub fn keep(&self, playbook: &Playbook, overwrite: atomic::Overwrite) -> Outcome<PathBuf> {
        let binder = self.binder();
        let sheet = binder.sheet(playbook)?;
        binder.put(&[Put { sheet: &sheet, overwrite, input: None }]).into_iter().collect::<Outcome<()>>()?;
        Ok(sheet.path)
    }

    /// The user's library as a place for playbooks.
    pub fn binder(&self) -> Binder {
        Binder::Library(self.data.clone())
    }
}

/// No playbook has this id; those near it are named.
fn missing(id: &str, catalog: &Catalog) -> Failure {
    let ids = || catalog.cards().iter().map(|card| card.id.as_str());
    let role = id.rsplit('/').next().unwrap_or(id);
    let mut near = near::nearest(id, ids());
    let alike = ids().filter(|known| known.contains(id) || known.ends_with(&format!("/{role}")));
    near.extend(alike.take(5));
    if near.is_empty() {
        near.extend(ids().take(5));
    }
    let mut seen = Vec::new();
    near.retain(|id| {
        !seen.contains(id) && {
            seen.push(*id);
            true
        }
    });
    Failure::NotFound {
        what: format!("playbook `{}`", text::excerpt(id, 80)),
        near: near.into_iter().take(5).map(str::to_owned).collect(),
    }
}

/// Loads and checks one playbook file.
pub fn load_file(path: &Path) -> Outcome<Loaded> {
    let text = read::utf8(path, read::bytes(path, read::PLAYBOOK)?)?;
    parse(path, text, Source::Own(path.to_owned()))
}

fn built_in(id: &str, text: &str) -> Outcome<Loaded> {
    parse(Path::new(&format!("built-in/{id}.yaml")), text.to_owned(), Source::BuiltIn)
}

fn parse(path: &Path, text: String, source: Source) -> Outcome<Loaded> {
    let text = match yaml::bare(&text) {
        bare if bare.len() < text.len() => bare.to_owned(),
        _ => text,
    };
    let playbook = yaml::parse_playbook(&text).map_err(|unread| unread.in_file(path, &text))?;
    Ok(Loaded { playbook, text, path: path.to_owned(), source })
}

fn looks_like_path(reference: &str) -> bool {
    let path = Path::new(reference);
    path.is_absolute()
        || reference.starts_with("./")
        || reference.starts_with("../")
        || path.extension().is_some_and(|ending| ["yaml", "yml", "json"].iter().any(|known| ending == *known))
}
