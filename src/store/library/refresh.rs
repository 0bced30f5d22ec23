//! The index brought up to date with the files: what looks the same is taken over, the rest is read.

use std::path::Path;
use std::sync::mpsc;
use std::{panic, thread};

use super::draft::Draft;
use super::files::{self, Found};
use super::index::{Damaged, Entry, Index, Span, Texts, checksum};
use crate::domain::catalog::{Card, Origin, full_text};
use crate::domain::playbook::Playbook;
use crate::store::failure::{Failure, Outcome};
use crate::store::home::DataDir;
use crate::store::{read, yaml};

/// The index among the playbooks; names with a dot in front are no playbooks.
const NAME: &str = ".index";
/// From so many files on they are read side by side.
const MANY: usize = 16;
/// The most threads that read; two halve the time, more gain little.
const THREADS: usize = 4;

/// Every own playbook, and where its words are.
#[derive(Debug)]
pub(super) struct Files {
    /// By name.
    pub entries: Vec<Entry>,
    pub texts: Texts,
    /// What could not be read at all: it is looked at anew each time.
    pub unread: Vec<(Found, Card)>,
}

/// Whether an index that is there may be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Trust {
    Index,
    FilesOnly,
}

/// Why an attempt has to be made in another way.
#[derive(Debug)]
pub(super) enum Trouble {
    /// The old index is not what it was.
    Damaged,
    /// No new one can be written.
    Unwritable,
    Files(Failure),
}

/// Brings the index of a data folder up to date. It is written where something changed; where that
/// is not possible, what it would hold is kept in memory.
pub(super) fn refresh(data: &DataDir, mut trust: Trust) -> Outcome<Files> {
    let mut may_write = true;
    loop {
        match attempt(data, trust, may_write) {
            Ok(files) => return Ok(files),
            Err(Trouble::Damaged) => trust = Trust::FilesOnly,
            Err(Trouble::Unwritable) => may_write = false,
            Err(Trouble::Files(failure)) => return Err(failure),
        }
    }
}

pub(super) fn attempt(data: &DataDir, trust: Trust, may_write: bool) -> Result<Files, Trouble> {
    let folder = data.playbooks();
    let path = folder.join(NAME);
    let looked = files::now();
    // The one waits for the system while the other computes.
    let (found, old) = thread::scope(|scope| {
        let found = scope.spawn(|| files::list(&folder));
        let old = if trust == Trust::Index { Index::open(&path) } else { None };
        (found.join().unwrap_or_else(|panic| panic::resume_unwind(panic)), old)
    });
    let found = found.map_err(Trouble::Files)?;
    let mut plan = Plan::of(found, old);
    let mut draft = Draft::new(data, &path, may_write);
    let mut entries = Vec::new();
    let mut unread = Vec::new();
    see_all(&folder, plan.looks, |seen| {
        match seen {
            Seen::Same(entry) => {
                // Written now, its entry saves the next look.
                plan.is_changed |= entry.stamp.is_settled(looked);
                plan.kept.push(entry);
            }
            Seen::New(mut entry, words) => {
                entry.text = draft.text(&words)?;
                entries.push(entry);
            }
            Seen::Unread(found, card) => unread.push((found, *card)),
        }
        Ok(())
    })?;
    if entries.is_empty() && !plan.is_changed {
        plan.kept.sort_unstable_by(|a, b| a.name.cmp(&b.name));
        return Ok(Files { entries: plan.kept, texts: plan.texts, unread });
    }
    draft.take_over(&mut plan.kept, &mut plan.texts)?;
    entries.append(&mut plan.kept);
    entries.sort_unstable_by(|a, b| a.name.cmp(&b.name));
    let texts = draft.finish(&entries, looked)?;
    Ok(Files { entries, texts, unread })
}

/// What is to be done with each file.
#[derive(Debug)]
struct Plan {
    kept: Vec<Entry>,
    looks: Vec<Look>,
    /// The texts of those that are kept.
    texts: Texts,
    /// Whether the index has to be written even if nothing new is seen.
    is_changed: bool,
}

/// A file to be read, with what was known of it.
#[derive(Debug)]
struct Look {
    found: Found,
    old: Option<Entry>,
}

impl Plan {
    /// Both lists stand by name.
    fn of(found: Vec<Found>, old: Option<Index>) -> Self {
        let (old, looked, texts) = match old {
            Some(Index { entries, looked, texts }) => (entries, looked, texts),
            None => (Vec::new(), i64::MIN, Texts::memory(Vec::new())),
        };
        let mut plan =
            Self { kept: Vec::with_capacity(old.len()), looks: Vec::new(), texts, is_changed: false };
        let mut old = old.into_iter().peekable();
        for found in found {
            let mut same = None;
            if let Some(name) = found.name.to_str() {
                while old.next_if(|entry| entry.name.as_str() < name).is_some() {
                    plan.is_changed = true;
                }
                same = old.next_if(|entry| entry.name == name);
            }
            match same {
                Some(entry) if found.stamp == Some(entry.stamp) && entry.stamp.is_settled(looked) => {
                    plan.kept.push(entry);
                }
                old => plan.looks.push(Look { found, old }),
            }
        }
        plan.is_changed |= old.next().is_some();
        plan
    }
}

/// What a look at a file came to.
#[derive(Debug)]
enum Seen {
    /// It says what it said.
    Same(Entry),
    /// Its words follow its entry.
    New(Entry, String),
    Unread(Found, Box<Card>),
}

/// Looks at each file; many are read side by side and come in any order.
fn see_all(
    folder: &Path,
    looks: Vec<Look>,
    mut take: impl FnMut(Seen) -> Result<(), Trouble>,
) -> Result<(), Trouble> {
    if looks.len() < MANY {
        return looks.into_iter().map(|look| look.see(folder)).try_for_each(take);
    }
    let count = thread::available_parallelism().map_or(2, usize::from).clamp(2, THREADS);
    let mut shares: Vec<Vec<Look>> = (0..count).map(|_| Vec::new()).collect();
    for (at, look) in looks.into_iter().enumerate() {
        shares[at % count].push(look);
    }
    let (sender, seen) = mpsc::sync_channel(64);
    thread::scope(|scope| {
        for share in shares {
            let sender = sender.clone();
            // A receiver that is gone has had enough.
            scope.spawn(move || {
                share.into_iter().map(|look| look.see(folder)).all(|seen| sender.send(seen).is_ok())
            });
        }
        drop(sender);
        seen.into_iter().try_for_each(&mut take)
    })
}

impl Look {
    fn see(self, folder: &Path) -> Seen {
        let Self { found, old } = self;
        let bytes = match read::bytes(&folder.join(&found.name), read::PLAYBOOK) {
            Ok(bytes) => bytes,
            Err(failure) => {
                let card = Box::new(damaged(&found.place(), &failure));
                return Seen::Unread(found, card);
            }
        };
        let content = checksum(&bytes);
        if let (Some(old), Some(stamp)) = (old.filter(|old| old.content == content), found.stamp) {
            return Seen::Same(Entry { stamp, ..old });
        }
        let (card, words) = match parsed(Path::new(&found.name), bytes) {
            Ok(playbook) => (Card::new(&playbook, Origin::Own), full_text::of(&playbook)),
            Err(failure) => (damaged(&found.place(), &failure), String::new()),
        };
        match (found.name.to_str().map(str::to_owned), found.stamp) {
            (Some(name), Some(stamp)) => {
                Seen::New(Entry { name, stamp, content, text: Span::default(), card }, words)
            }
            _ => Seen::Unread(found, Box::new(card)),
        }
    }
}

fn parsed(path: &Path, bytes: Vec<u8>) -> Outcome<Playbook> {
    let text = read::utf8(path, bytes)?;
    yaml::parse_playbook(&text).map_err(|unread| unread.in_file(path, &text))
}

/// The card of a playbook that cannot be used: company and role as its place names them.
fn damaged(place: &str, failure: &Failure) -> Card {
    let (company, role) = place.split_once('/').unwrap_or(("", place));
    Card {
        id: place.to_owned(),
        company: company.to_owned(),
        role: role.to_owned(),
        as_of: None,
        places: Vec::new(),
        levels: Vec::new(),
        levers: Vec::new(),
        origin: Origin::Own,
        damaged: Some(failure.to_string()),
    }
}

impl From<Damaged> for Trouble {
    fn from(_: Damaged) -> Self {
        Self::Damaged
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::store::library::index::Writer;

    /// An index that says of the files in a folder what no file says, looked at so much later.
    fn index(folder: &Path, later: i64) -> Index {
        let found = files::list(folder).unwrap();
        let mut writer = Writer::new(Vec::new()).unwrap();
        let entry = |found: &Found| {
            let card = damaged(&found.place(), &Failure::NoHome { why: "of the index".to_owned() });
            let (name, stamp) = (found.name.to_str().unwrap().to_owned(), found.stamp.unwrap());
            let text = writer.text("words").unwrap();
            Entry { name, stamp, content: 7, text, card }
        };
        let entries: Vec<Entry> = found.iter().map(entry).collect();
        let path = folder.join(NAME);
        fs::write(&path, writer.finish(&entries, files::now() + later * 1_000_000_000).unwrap()).unwrap();
        Index::open(&path).unwrap()
    }

    #[test]
    fn only_what_looks_the_same_and_was_at_rest_is_taken_over() {
        let dir = tempfile::tempdir().unwrap();
        for name in ["a", "b", "c"] {
            fs::write(dir.path().join(format!("{name}.yaml")), name).unwrap();
        }
        let planned = |later: i64, change: &dyn Fn()| {
            let old = index(dir.path(), later);
            change();
            let plan = Plan::of(files::list(dir.path()).unwrap(), Some(old));
            let names =
                |entries: Vec<&Entry>| entries.iter().map(|entry| entry.name.clone()).collect::<String>();
            let looks: String = plan.looks.iter().map(|look| look.found.place()).collect();
            (names(plan.kept.iter().collect()), looks, plan.is_changed)
        };
        let same = |kept: &str, looks: &str, changed| (kept.to_owned(), looks.to_owned(), changed);
        assert_eq!(planned(10, &|| {}), same("a.yamlb.yamlc.yaml", "", false));
        assert_eq!(planned(0, &|| {}), same("", "abc", false));
        let write = || fs::write(dir.path().join("b.yaml"), "longer").unwrap();
        assert_eq!(planned(10, &write), same("a.yamlc.yaml", "b", false));
        let remove = || fs::remove_file(dir.path().join("a.yaml")).unwrap();
        assert_eq!(planned(10, &remove), same("b.yamlc.yaml", "", true));
        let add = || fs::write(dir.path().join("aa.yaml"), "").unwrap();
        assert_eq!(planned(10, &add), same("b.yamlc.yaml", "aa", false));
        let last = || fs::remove_file(dir.path().join("c.yaml")).unwrap();
        assert!(planned(10, &last).2);
    }
}
