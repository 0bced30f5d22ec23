//! One line of the list of saved sessions.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use jiff::civil::Date;

use crate::domain::session::{Session, Step};
use crate::domain::text;
use crate::store::failure::Failure;
use crate::store::name::Siblings;

/// A saved session, as far as the list tells of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The file's name without its ending: what commands take.
    pub name: String,
    pub path: PathBuf,
    /// The title as typed; the name where there is none.
    pub title: String,
    /// As the session says it, else made from the playbook's id.
    pub company: Option<String>,
    pub role: Option<String>,
    pub playbook: Option<String>,
    pub region: Option<String>,
    pub step: Option<Step>,
    /// Every day on which an offer ends, in order.
    pub deadlines: Vec<Date>,
    pub modified: Option<SystemTime>,
    pub state: State,
}

/// Whether a session can be worked with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    Sound,
    /// Of a newer format: it can be looked at.
    Newer(u32),
    /// It cannot be read, for this reason.
    Damaged(String),
}

impl Entry {
    pub(super) fn of(path: &Path) -> Self {
        let name = text::line(&path.file_stem().unwrap_or_default().to_string_lossy()).into_owned();
        let modified = path.metadata().and_then(|metadata| metadata.modified()).ok();
        let mut entry = Self {
            title: name.clone(),
            name,
            path: path.to_owned(),
            company: None,
            role: None,
            playbook: None,
            region: None,
            step: None,
            deadlines: Vec::new(),
            modified,
            state: State::Sound,
        };
        match super::snapshot(path) {
            Ok(snapshot) => {
                entry.state = snapshot.newer.map_or(State::Sound, State::Newer);
                entry.fill(snapshot.session);
            }
            Err(Failure::NewerFormat { found, .. }) => entry.state = State::Newer(found),
            Err(failure) => entry.state = State::Damaged(failure.to_string()),
        }
        entry
    }

    fn fill(&mut self, session: Session) {
        let target = session.target.as_ref().and_then(|target| target.expires);
        let rivals = session.alternatives.iter().filter_map(|alternative| alternative.expires);
        self.deadlines = target.into_iter().chain(rivals).collect();
        self.deadlines.sort_unstable();
        let (company, role) = words_of(&session.playbook);
        self.company = session.company.or(company);
        self.role = session.role.or(role);
        if let Some(title) = session.title {
            self.title = title;
        }
        self.playbook = Some(session.playbook);
        self.region = Some(session.region);
        self.step = session.step;
    }

    /// Company and role, as far as they are known.
    pub fn subject(&self) -> String {
        [self.company.as_deref(), self.role.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    /// Whether text that was typed but not taken is kept beside it.
    pub fn has_draft(&self) -> bool {
        Siblings::of(&self.path).draft.is_file()
    }

    /// The next day on which an offer ends, today included.
    pub fn next_deadline(&self, today: Date) -> Option<Date> {
        self.deadlines.iter().copied().find(|day| *day >= today)
    }

    pub(super) fn is_called(&self, title: &str) -> bool {
        self.title.to_lowercase() == title.trim().to_lowercase()
    }
}

/// Company and role from a playbook's id or path: `acme-cloud/data-engineer`.
fn words_of(playbook: &str) -> (Option<String>, Option<String>) {
    let mut parts = playbook.rsplit(['/', '\\']).map(|part| {
        let part = part.strip_suffix(".yaml").unwrap_or(part);
        let words = part.split(['-', '_']).filter(|word| !word.is_empty()).map(|word| {
            let mut chars = word.chars();
            chars
                .next()
                .map(|first| first.to_uppercase().chain(chars).collect::<String>())
                .unwrap_or_default()
        });
        words.collect::<Vec<_>>().join(" ")
    });
    let role = parts.next();
    let company = parts.next();
    (company.filter(|words| !words.is_empty() && words != "."), role.filter(|words| !words.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_from_a_playbooks_id() {
        for (id, company, role) in [
            ("acme-cloud/data-engineer", Some("Acme Cloud"), Some("Data Engineer")),
            ("./own/swe.yaml", Some("Own"), Some("Swe")),
            ("./swe.yaml", None, Some("Swe")),
            ("", None, None),
        ] {
            let (c, r) = words_of(id);
            assert_eq!((c.as_deref(), r.as_deref()), (company, role), "{id}");
        }
    }
}
