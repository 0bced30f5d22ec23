//! The library's errands: playbooks and guides read, copied, checked, kept.

use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::backstage::{at_home, words};
use crate::app::library::{Errand, Fault, Looked, News, ReadGuide};
use crate::app::msg::Msg;
use crate::domain::catalog::age;
use crate::domain::check;
use crate::domain::playbook::Playbook;
use crate::export;
use crate::import;
use crate::script::{self, Severity};
use crate::store::atomic::Overwrite;
use crate::store::binder::{Put, Sheet};
use crate::store::library::{Source, load_file};
use crate::store::{Failure, Invalid, Library, Located, guides};

/// Does an errand; what came of it, as messages.
pub fn run(library: &Library, today: Date, errand: Errand) -> Result<Vec<Msg>, Failure> {
    let news = match errand {
        Errand::List => News::Listed(Box::new(library.catalog()?)),
        Errand::Look(id) => {
            let playbook = library.load(&id, None).map(|loaded| Box::new(loaded.playbook));
            News::Looked(Looked { id, playbook: playbook.map_err(|failure| words(&failure)) })
        }
        Errand::MakeOwn(id) => News::Own(own(library, id)?),
        Errand::Check(path) => checked(path, today),
        Errand::ReadGuide(path) => match guide(&at_home(&path)) {
            Ok(guide) => News::Guide(Box::new(guide)),
            Err(why) => News::NoGuide(why),
        },
        Errand::Keep { playbook, replace } => kept(library, &playbook, replace)?,
        Errand::Edit(_) => return Ok(Vec::new()),
    };
    Ok(vec![Msg::Library(news)])
}

/// The user's own file of a playbook, sound or not; one that is built in is copied as it stands.
fn own(library: &Library, id: String) -> Result<PathBuf, Failure> {
    let path = library.own_file(&id);
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

/// A guide, read and understood; the sentence why not otherwise.
fn guide(path: &Path) -> Result<ReadGuide, String> {
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
    let mut import = import::read(&guide.text).map_err(|refusal| {
        let hint = refusal.hint.map(|hint| format!(" {hint}")).unwrap_or_default();
        format!("{}, line {}: {}{hint}", guide.name, refusal.line, refusal.message)
    })?;
    for note in guide.notes {
        import.report.warn(note.code, note.line, note.message);
    }
    let understood = export::understood(&import.playbook, &import.report.lines, &guide.text);
    let understood = understood.into_iter().map(|row| (row.line, row.words)).collect();
    Ok(ReadGuide { path: path.to_owned(), text: guide.text, import, understood })
}

/// What is wrong in a playbook's file, and how much there is to look at in a sound one.
fn checked(path: PathBuf, today: Date) -> News {
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
    let odd = check::playbook_warnings(&loaded.playbook).len();
    let warnings = warnings.len() + odd + usize::from(age::warning(&loaded.playbook, today).is_some());
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
