//! The library's errands: playbooks and guides read, copied, checked, kept.

use std::path::{Path, PathBuf};

use super::backstage::{at_home, words};
use crate::app::library::{Errand, Fault, GuideText, Looked, News};
use crate::app::msg::Msg;
use crate::domain::catalog::{Card, Catalog, Origin};
use crate::domain::check;
use crate::domain::playbook::Playbook;
use crate::script::{self, Severity};
use crate::store::atomic::Overwrite;
use crate::store::binder::{Put, Sheet};
use crate::store::library::{Source, load_file};
use crate::store::{Failure, Invalid, Library, Located, guides};

/// Does an errand; what came of it, as messages.
pub fn run(library: &Library, errand: Errand) -> Result<Vec<Msg>, Failure> {
    let news = match errand {
        Errand::List => News::Listed(Box::new(catalog(library)?)),
        Errand::Look(id) => {
            let playbook = library.load(&id, None).map(|loaded| Box::new(loaded.playbook));
            News::Looked(Looked { id, playbook: playbook.map_err(|failure| words(&failure)) })
        }
        Errand::MakeOwn(id) => News::Own(own(library, id)?),
        Errand::Check(path) => checked(path),
        Errand::ReadGuide(path) => match guide(&at_home(&path)) {
            Ok(guide) => News::Guide(guide),
            Err(why) => News::NoGuide(why),
        },
        Errand::Keep { playbook, replace } => kept(library, &playbook, replace)?,
        Errand::Edit(_) => return Ok(Vec::new()),
    };
    Ok(vec![Msg::Library(news)])
}

fn catalog(library: &Library) -> Result<Catalog, Failure> {
    let cards = library.entries()?.into_iter().map(|entry| {
        let origin = if entry.source == Source::BuiltIn { Origin::BuiltIn } else { Origin::Own };
        match library.load(&entry.id, None) {
            Ok(loaded) => Card::new(&loaded.playbook, origin),
            Err(failure) => Card {
                id: entry.id,
                company: entry.company,
                role: entry.role,
                as_of: None,
                places: Vec::new(),
                levels: Vec::new(),
                levers: Vec::new(),
                origin,
                damaged: Some(failure.to_string()),
            },
        }
    });
    Ok(Catalog::new(cards.collect()))
}

/// The user's own file of a playbook, sound or not; one that is built in is copied as it stands.
fn own(library: &Library, id: String) -> Result<PathBuf, Failure> {
    let path = library.place(&id);
    if path.is_file() {
        return Ok(path);
    }
    let loaded = library.load(&id, None)?;
    if let Source::Own(path) = loaded.source {
        return Ok(path);
    }
    let sheet = Sheet { path, text: loaded.text, id };
    let put = Put { sheet: &sheet, overwrite: Overwrite::Refuse, input: None };
    library.binder().put(&[put]).into_iter().collect::<Result<(), Failure>>()?;
    Ok(sheet.path)
}

fn kept(library: &Library, playbook: &Playbook, replace: bool) -> Result<News, Failure> {
    let overwrite = if replace { Overwrite::Replace } else { Overwrite::Refuse };
    match library.keep(playbook, overwrite) {
        Ok(path) => Ok(News::Kept { id: playbook.id.clone(), path }),
        Err(Failure::Exists { path }) => Ok(News::Taken(path)),
        Err(failure) => Err(failure),
    }
}

fn guide(path: &Path) -> Result<GuideText, String> {
    if path.as_os_str().is_empty() {
        return Err("Type the path of a guide, such as ~/guides/acme.md.".to_owned());
    }
    if path.is_dir() {
        let folder = path.display();
        return Err(format!(
            "That is a folder. All its guides at once: negotiate-up playbooks import {folder}"
        ));
    }
    let guide = guides::read(path).map_err(|failure| words(&failure))?;
    let notes = guide.notes.into_iter().map(|note| (note.line, note.message)).collect();
    Ok(GuideText { path: path.to_owned(), name: guide.name, text: guide.text, notes })
}

/// What is wrong in a playbook's file, and how much there is to look at in a sound one.
fn checked(path: PathBuf) -> News {
    let loaded = match load_file(&path) {
        Ok(loaded) => loaded,
        Err(Failure::Invalid(invalid)) => {
            let faults = invalid.faults.iter().map(|located| fault(&path, located)).collect();
            return News::Checked { path, id: None, faults, warnings: 0 };
        }
        Err(failure) => {
            let fault = Fault { place: name(&path), message: failure.to_string(), hint: failure.hint() };
            return News::Checked { path, id: None, faults: vec![fault], warnings: 0 };
        }
    };
    let (errors, warnings): (Vec<_>, Vec<_>) =
        script::check(&loaded.playbook).into_iter().partition(|finding| finding.severity == Severity::Error);
    let problems = errors.into_iter().map(|finding| finding.problem).collect();
    let invalid = Invalid::of_problems(&path, &loaded.text, problems);
    let faults = invalid.faults.iter().map(|located| fault(&path, located)).collect();
    let warnings = warnings.len() + check::playbook_warnings(&loaded.playbook).len();
    News::Checked { path, id: Some(loaded.playbook.id), faults, warnings }
}

fn fault(path: &Path, Located { problem, place }: &Located) -> Fault {
    let place = place.as_ref().map(|place| format!(":{}:{}", place.line, place.column)).unwrap_or_default();
    Fault {
        place: format!("{}{place}", name(path)),
        message: problem.message.clone(),
        hint: problem.hint.clone(),
    }
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
