//! Playbooks: those compiled in, and the user's own, which take the place of a built-in one by
//! standing at `playbooks/<id>.yaml`.
//!
//! Nothing is read before it is asked for. A list looks only at the head of each file, so that it
//! stays quick for thousands of them.

mod header;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use self::header::Header;
use super::binder::{Binder, Put};
use super::failure::{Failure, Outcome};
use super::home::DataDir;
use super::{atomic, name, near, read, yaml};
use crate::domain::playbook::Playbook;
use crate::domain::text;

const BUILT_IN: [(&str, &str); 2] = [
    ("any-company/software-engineer", include_str!("../../../playbooks/any-company/software-engineer.yaml")),
    (
        "huggingface-enterprise/software-engineer",
        include_str!("../../../playbooks/huggingface-enterprise/software-engineer.yaml"),
    ),
];

/// How much of a file is looked at for its header.
const HEAD: u64 = 8 << 10;

/// The playbooks of this program and of a data folder.
#[derive(Debug, Clone)]
pub struct Library {
    data: DataDir,
}

/// A playbook as the list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub id: String,
    pub company: String,
    pub role: String,
    pub source: Source,
    /// Why it cannot be used, as far as the list looked.
    pub damaged: Option<String>,
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
        Self { data }
    }

    /// Every playbook once, by company and role.
    pub fn entries(&self) -> Outcome<Vec<Entry>> {
        let built_in = BUILT_IN.iter().map(|(id, text)| Entry::of(id, Header::of(text), Source::BuiltIn));
        let mut entries: BTreeMap<String, Entry> = built_in.map(|entry| (entry.id.clone(), entry)).collect();
        for (place, path) in self.own()? {
            let mut entry = Entry::own(&place, &path);
            if entry.id != place && entries.contains_key(&entry.id) {
                entry.damaged = Some(format!("another playbook has the id {}", entry.id));
                entry.id = place;
            }
            entries.insert(entry.id.clone(), entry);
        }
        let mut entries: Vec<Entry> = entries.into_values().collect();
        entries.sort_by_cached_key(|entry| {
            (entry.company.to_lowercase(), entry.role.to_lowercase(), entry.id.clone())
        });
        Ok(entries)
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
        if let Some(loaded) = self.by_id(reference)? {
            return Ok(loaded);
        }
        if path.is_file() {
            return load_file(&path);
        }
        Err(self.missing(reference))
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

    fn by_id(&self, id: &str) -> Outcome<Option<Loaded>> {
        let is_plain = id.split('/').all(|part| !matches!(part, "" | "." | ".."));
        let place = self.place(id);
        if is_plain && place.is_file() {
            return load_file(&place).map(Some);
        }
        if let Some((id, text)) = BUILT_IN.iter().find(|(built_in, _)| *built_in == id) {
            return parse(Path::new(&format!("built-in/{id}.yaml")), (*text).to_owned(), Source::BuiltIn)
                .map(Some);
        }
        let elsewhere = self.own()?.into_iter().find(|(place, path)| Entry::own(place, path).id == id);
        elsewhere.map(|(_, path)| load_file(&path)).transpose()
    }

    fn missing(&self, id: &str) -> Failure {
        let entries = self.entries().unwrap_or_default();
        let ids = || entries.iter().map(|entry| entry.id.as_str());
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

    /// The user's files, each with the id that its place gives it, in the order of the places.
    fn own(&self) -> Outcome<Vec<(String, PathBuf)>> {
        let folder = self.data.playbooks();
        let mut found = Vec::new();
        for path in listed(&folder)? {
            if path.is_dir() {
                let company = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                let files = listed(&path)?.into_iter().filter(|path| name::is_yaml(path));
                found.extend(files.map(|path| (format!("{company}/{}", stem(&path)), path)));
            } else if name::is_yaml(&path) {
                found.push((stem(&path), path));
            }
        }
        found.sort_unstable();
        Ok(found)
    }
}

impl Entry {
    fn of(id: &str, header: Option<Header>, source: Source) -> Self {
        let Header { id, company, role } = header.unwrap_or_else(|| Header::from_id(id));
        Self { id, company, role, source, damaged: None }
    }

    /// By the head of a file; the whole of it is read only where the head does not tell.
    fn own(place: &str, path: &Path) -> Self {
        let source = Source::Own(path.to_owned());
        let head = read::head(path, HEAD).ok().and_then(|head| Header::of(&String::from_utf8_lossy(&head)));
        if let Some(header) = head {
            return Self::of(place, Some(header), source);
        }
        match load_file(path) {
            Ok(Loaded { playbook: Playbook { id, company, role, .. }, .. }) => {
                Self::of(place, Some(Header { id, company, role }), source)
            }
            Err(failure) => Self { damaged: Some(failure.to_string()), ..Self::of(place, None, source) },
        }
    }
}

/// Loads and checks one playbook file.
pub fn load_file(path: &Path) -> Outcome<Loaded> {
    let text = read::utf8(path, read::bytes(path, read::PLAYBOOK)?)?;
    parse(path, text, Source::Own(path.to_owned()))
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

fn listed(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(Failure::io("list", folder)(error)),
    };
    let visible = entries.flatten().filter(|entry| !entry.file_name().as_encoded_bytes().starts_with(b"."));
    Ok(visible.map(|entry| entry.path()).collect())
}

fn stem(path: &Path) -> String {
    text::line(&path.file_stem().unwrap_or_default().to_string_lossy()).into_owned()
}
