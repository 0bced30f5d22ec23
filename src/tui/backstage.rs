//! What the state machine wants done, done: files read and written, outcomes told as messages.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, TryLockError};
use std::time::Duration;

use jiff::Zoned;
use jiff::civil::Date;

use super::shelf::Shelf;
use super::vault::Vault;
use super::{librarian, papers, sample};
use crate::app::App;
use crate::app::library::Beginning;
use crate::app::msg::{Effect, Msg, Opened, Paper, SessionRow};
use crate::app::work::Work;
use crate::domain::check;
use crate::domain::playbook::ANY_COMPANY;
use crate::domain::session::Session;
use crate::store::atomic::{Overwrite, write_new};
use crate::store::draft::Found;
use crate::store::sessions::{Deleted, ReadOnly, State};
use crate::store::{Failure, Library, Sessions};

/// The files behind the screens.
#[derive(Debug)]
pub struct Backstage {
    sessions: Sessions,
    library: Library,
    today: Date,
    shelf: Arc<Mutex<Shelf>>,
    vault: Vault,
    deleted: Vec<Deleted>,
    /// The region that the next session is to start in.
    region: Option<String>,
}

impl Backstage {
    pub fn new(sessions: Sessions, library: Library, today: Date) -> Self {
        let shelf = Arc::new(Mutex::new(Shelf::new(sessions.clone())));
        Self { sessions, library, today, shelf, vault: Vault::default(), deleted: Vec::new(), region: None }
    }

    pub fn vault(&self) -> Vault {
        self.vault.clone()
    }

    pub fn prefer(&mut self, region: Option<String>) {
        self.region = region;
    }

    /// Keeps the latest work at hand for a rescue, while it is not on disk; either way a rescue gives
    /// the session's file free.
    pub fn keep_ready(&self, dirty: Option<&Work>) {
        let unsaved = dirty.map(|work| (work.session.clone(), work.drafts.clone()));
        let shared = Arc::clone(&self.shelf);
        self.vault.hold(Box::new(move || rescue(&shared, unsaved.as_ref())));
    }

    /// Does one thing; what came of it, as messages.
    pub fn perform(&mut self, effect: Effect, app: &App) -> Vec<Msg> {
        let lets_go =
            matches!(effect, Effect::Close | Effect::Start(_) | Effect::StartSample | Effect::Open(_));
        if lets_go && app.work.as_ref().is_some_and(Work::is_dirty) {
            return vec![Msg::Failed("Your changes are not on disk yet: Ctrl-S tries again.".to_owned())];
        }
        if lets_go {
            self.keep_ready(None);
        }
        let done = match effect {
            Effect::ListSessions => self.list_sessions(),
            Effect::Library(errand) => librarian::run(&self.library, self.today, errand),
            Effect::Start(beginning) => self.start(beginning),
            Effect::StartSample => self.start_sample(),
            Effect::Open(name) => self.open(&name),
            Effect::Close => {
                self.shelf().take(None);
                return Vec::new();
            }
            Effect::Save => return app.work.as_ref().and_then(|work| self.save(work)).into_iter().collect(),
            Effect::Export { paper, path, replace } => return vec![self.export(app, paper, &path, replace)],
            Effect::Rename { name, title } => self.sessions.rename(&name, &title).map(|_| Vec::new()),
            Effect::Duplicate(name) => self.duplicate(&name),
            Effect::Restore(name) => self.restore(&name),
            Effect::Delete(name) => self.delete(&name),
            Effect::Undelete => self.undelete(),
            Effect::Copy(_) | Effect::Suspend | Effect::Quit(_) => return Vec::new(),
        };
        done.unwrap_or_else(|failure| vec![Msg::Failed(words(&failure))])
    }

    fn shelf(&self) -> MutexGuard<'_, Shelf> {
        self.shelf.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn list_sessions(&self) -> Result<Vec<Msg>, Failure> {
        let rows = self.sessions.list()?.into_iter().map(|entry| {
            let can_restore = matches!(entry.state, State::Damaged(_))
                && self.sessions.backup(&entry.name).is_ok_and(|backup| backup.is_some());
            let trouble = match &entry.state {
                State::Sound => None,
                State::Newer(_) => {
                    Some("Written by a newer negotiate-up: it opens for reading only.".to_owned())
                }
                State::Damaged(why) => {
                    let way = if can_restore { " b brings back the version before." } else { "" };
                    Some(format!("{why} It is left as it is.{way}"))
                }
            };
            SessionRow {
                deadline: entry.next_deadline(self.today),
                subject: entry.subject(),
                has_draft: entry.has_draft(),
                title: entry.title,
                step: entry.step,
                name: entry.name,
                trouble,
                can_restore,
            }
        });
        Ok(vec![Msg::Sessions(rows.collect())])
    }

    fn start(&mut self, beginning: Beginning) -> Result<Vec<Msg>, Failure> {
        let Beginning { playbook: id, company, role, region } = beginning;
        let playbook = self.library.load(&id, None)?.playbook;
        let first = playbook.bands.first().map(|band| band.region.clone()).unwrap_or_default();
        let wanted = self.region.take().or(region).unwrap_or(first);
        let mut session = Session::new(id, wanted);
        if playbook.id.starts_with(ANY_COMPANY) {
            (session.company, session.role) = (company, role);
        } else {
            session.company = Some(playbook.company.clone());
            session.role = Some(playbook.role.clone());
            session.title = Some(format!("{}, {}", playbook.company, playbook.role));
        }
        self.shelf().take(None);
        let notice = crate::domain::plan::band_of(&playbook, &session)
            .err()
            .filter(|_| !playbook.is_general())
            .map(|problem| problem.in_words());
        let drafts = BTreeMap::new();
        Ok(opened(Opened { name: None, session, playbook, drafts, read_only: false, notice }))
    }

    fn start_sample(&mut self) -> Result<Vec<Msg>, Failure> {
        self.shelf().take(None);
        Ok(opened(sample::opened(&self.library, self.today)?))
    }

    fn open(&mut self, name: &str) -> Result<Vec<Msg>, Failure> {
        self.shelf().take(None);
        let found = self.sessions.open(name)?;
        let folder = found.file.path().parent().map(Path::to_owned);
        let playbook = self.library.load(&found.session.playbook, folder.as_deref())?.playbook;
        let (drafts, aside) = match found.draft {
            Found::Nothing => (BTreeMap::new(), None),
            Found::Draft(draft) => (draft.fields, None),
            Found::Damaged(path) => (
                BTreeMap::new(),
                Some(format!("What was typed last could not be read; it is kept as {}.", path.display())),
            ),
        };
        let read_only = match found.file.read_only() {
            None => None,
            Some(ReadOnly::Newer(_)) => {
                Some("Written by a newer negotiate-up: you can look, nothing is saved.")
            }
            Some(_) => Some("You may not write this file: you can look, nothing is saved."),
        };
        let problem = check::session(&found.session, &playbook).into_iter().next();
        let kept = (!drafts.is_empty()).then(|| "What you were typing is still in its field.".to_owned());
        let notice =
            read_only.map(str::to_owned).or(aside).or(problem.map(|problem| problem.in_words())).or(kept);
        let name = Some(found.file.name());
        let work =
            Opened { name, session: found.session, playbook, drafts, read_only: read_only.is_some(), notice };
        self.shelf().take(Some(found.file));
        Ok(opened(work))
    }

    fn save(&self, work: &Work) -> Option<Msg> {
        if !work.is_dirty() {
            return None;
        }
        let outcome = self.shelf().save(&work.session, &work.drafts);
        Some(match outcome {
            Ok(kept) => {
                self.keep_ready(None);
                let at = Zoned::now().strftime("%H:%M").to_string();
                Msg::Saved { name: kept.name, at, notice: kept.notice }
            }
            Err(failure) => Msg::NotSaved(words(&failure)),
        })
    }

    fn export(&self, app: &App, paper: Paper, path: &Path, replace: bool) -> Msg {
        let Some(work) = &app.work else { return Msg::ExportFailed("Nothing is open.".to_owned()) };
        let text = papers::text(work, self.today, paper, path);
        let text = match text {
            Ok(text) => text,
            Err(why) => return Msg::ExportFailed(why),
        };
        let path = at_home(path);
        let overwrite = if replace { Overwrite::Replace } else { Overwrite::Refuse };
        let own = self.shelf().path();
        let inputs: Vec<&Path> = own.iter().map(PathBuf::as_path).collect();
        match write_new(&path, text.as_bytes(), overwrite, &inputs) {
            Ok(()) => Msg::Exported(path),
            Err(Failure::Exists { .. }) => Msg::ExportExists(path),
            Err(failure) => Msg::ExportFailed(words(&failure)),
        }
    }

    fn duplicate(&self, name: &str) -> Result<Vec<Msg>, Failure> {
        let title = self.sessions.read(name)?.session.title.unwrap_or_else(|| name.to_owned());
        self.sessions.copy(name, &format!("{title} (copy)"))?;
        Ok(Vec::new())
    }

    fn restore(&self, name: &str) -> Result<Vec<Msg>, Failure> {
        let aside = self.sessions.restore(name)?;
        let words =
            format!("The backup is back in its place; the damaged file is kept as {}.", aside.display());
        Ok(vec![Msg::Failed(words)])
    }

    fn delete(&mut self, name: &str) -> Result<Vec<Msg>, Failure> {
        let title = self.sessions.read(name).ok().and_then(|read| read.session.title);
        self.deleted.push(self.sessions.delete(name)?);
        Ok(vec![Msg::Deleted { title: title.unwrap_or_else(|| name.to_owned()) }])
    }

    fn undelete(&mut self) -> Result<Vec<Msg>, Failure> {
        match self.deleted.last() {
            Some(deleted) => {
                self.sessions.undelete(deleted)?;
                self.deleted.pop();
                Ok(Vec::new())
            }
            None => Ok(vec![Msg::Failed("Nothing was deleted in this run.".to_owned())]),
        }
    }
}

fn opened(opened: Opened) -> Vec<Msg> {
    vec![Msg::Opened(Box::new(opened))]
}

/// A failure as one line on the screen.
pub(super) fn words(failure: &Failure) -> String {
    match failure.hint() {
        Some(hint) => format!("{failure} {hint}"),
        None => failure.to_string(),
    }
}

/// A path with a leading `~` as the shell takes it.
pub(super) fn at_home(path: &Path) -> PathBuf {
    match (path.strip_prefix("~"), std::env::var_os("HOME")) {
        (Ok(rest), Some(home)) => PathBuf::from(home).join(rest),
        _ => path.to_owned(),
    }
}

/// Saves what was not on disk yet and gives the file free. The shelf may be held by the very thread
/// that just panicked, so it is waited for a moment only.
fn rescue(shelf: &Mutex<Shelf>, unsaved: Option<&(Session, BTreeMap<String, String>)>) -> bool {
    for _ in 0..100 {
        let mut shelf = match shelf.try_lock() {
            Ok(shelf) => shelf,
            Err(TryLockError::Poisoned(poisoned)) => poisoned.into_inner(),
            Err(TryLockError::WouldBlock) => {
                std::thread::sleep(Duration::from_millis(5));
                continue;
            }
        };
        let is_saved = unsaved.is_none_or(|(session, drafts)| shelf.save(session, drafts).is_ok());
        shelf.take(None);
        return is_saved;
    }
    unsaved.is_none()
}
