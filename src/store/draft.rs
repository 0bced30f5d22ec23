//! Text that is typed but not accepted yet, kept so that no end of the program loses it.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::failure::{Failure, Outcome};
use super::name::Siblings;
use super::{atomic, read};
use crate::domain::session::Step;
use crate::domain::text;

/// What stood in the fields of a screen.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Draft {
    /// The step that the fields belong to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<Step>,
    /// The text of each field, by the field's key.
    #[serde(default)]
    pub fields: BTreeMap<String, String>,
}

/// The place of a session's draft, `.NAME.draft` beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftFile {
    draft: PathBuf,
    aside: PathBuf,
}

/// What was there to take up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    Nothing,
    Draft(Draft),
    /// It could not be read, and is kept under this path.
    Damaged(PathBuf),
}

impl DraftFile {
    pub(super) fn beside(session: &Path) -> Self {
        let Siblings { draft, aside, .. } = Siblings::of(session);
        Self { draft, aside }
    }

    /// Reads the draft; one that cannot be read is put aside, never thrown away.
    pub fn load(&self) -> Outcome<Found> {
        let bytes = match read::bytes(&self.draft, read::SESSION) {
            Ok(bytes) => bytes,
            Err(Failure::NotFound { .. }) => return Ok(Found::Nothing),
            Err(Failure::TooLarge { .. }) => return self.set_aside().map(Found::Damaged),
            Err(other) => return Err(other),
        };
        match serde_json::from_slice::<Draft>(&bytes) {
            Ok(draft) => Ok(Found::Draft(cleaned(draft))),
            Err(_) => self.set_aside().map(Found::Damaged),
        }
    }

    /// Keeps the draft; an empty one needs no file.
    pub fn save(&self, draft: &Draft) -> Outcome<()> {
        if draft.fields.is_empty() {
            return self.remove();
        }
        let bytes =
            serde_json::to_vec(draft).map_err(|error| Failure::io("save", &self.draft)(error.into()))?;
        atomic::replace(&self.draft, &bytes)
    }

    pub fn remove(&self) -> Outcome<()> {
        match fs::remove_file(&self.draft) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(Failure::io("remove", &self.draft)(error))
            }
            _ => Ok(()),
        }
    }

    /// Moves the draft out of the way: the user did not want it back now. Returns where it is kept.
    pub fn set_aside(&self) -> Outcome<PathBuf> {
        fs::rename(&self.draft, &self.aside).map_err(Failure::io("move", &self.draft))?;
        Ok(self.aside.clone())
    }
}

fn cleaned(draft: Draft) -> Draft {
    let clean =
        |(key, text): (String, String)| (text::line(&key).into_owned(), text::clean(&text).into_owned());
    Draft { fields: draft.fields.into_iter().map(clean).collect(), ..draft }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(text: &str) -> Draft {
        Draft { step: Some(Step::Offers), fields: BTreeMap::from([("base".to_owned(), text.to_owned())]) }
    }

    #[test]
    fn what_was_typed_comes_back_clean() {
        let dir = tempfile::tempdir().unwrap();
        let file = DraftFile::beside(&dir.path().join("a.yaml"));
        assert_eq!(file.load().unwrap(), Found::Nothing);
        file.save(&draft("21\u{1b}[2J0k\n")).unwrap();
        assert_eq!(file.load().unwrap(), Found::Draft(draft("21[2J0k\n")));
        file.save(&Draft::default()).unwrap();
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 0);
    }

    #[test]
    fn a_damaged_draft_is_kept_aside() {
        let dir = tempfile::tempdir().unwrap();
        let file = DraftFile::beside(&dir.path().join("a.yaml"));
        fs::write(dir.path().join(".a.draft"), "{\"fields\": {\"base\": \"21").unwrap();
        let aside = dir.path().join(".a.draft.aside");
        assert_eq!(file.load().unwrap(), Found::Damaged(aside.clone()));
        assert!(fs::read_to_string(aside).unwrap().contains("21"));
        assert_eq!(file.load().unwrap(), Found::Nothing);
    }
}
