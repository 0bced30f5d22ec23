//! `playbooks show`: what a playbook holds, as a page or as a JSON object.

use std::io;

use crate::cli::failure::CliFailure;
use crate::cli::shell::{Shell, print, print_json};
use crate::domain::catalog::Catalog;
use crate::domain::playbook::Playbook;
use crate::domain::{check, text};
use crate::export;
use crate::store::library::{Loaded, Source};

/// How many neighbours are named.
const MOST: usize = 5;

pub fn run(shell: &Shell, playbook: &str, json: bool) -> Result<(), CliFailure> {
    let Loaded { playbook, source, .. } = shell.library.load(playbook, None)?;
    if json {
        return print_json(&serde_json::to_value(&playbook).map_err(io::Error::other)?);
    }
    let source = match source {
        Source::BuiltIn => "built in".to_owned(),
        Source::Own(path) => text::line(&path.display().to_string()).into_owned(),
    };
    let mut page = export::playbook_text(&playbook, &source, shell.today);
    // The neighbours are an extra: without the library the page stands for itself.
    if let Ok(catalog) = shell.library.catalog() {
        page.push_str(&neighbours(&catalog, &playbook));
    }
    for warning in check::playbook_warnings(&playbook) {
        page.push_str(&export::wrap(&format!("\nNote: {warning}"), 78, "", "  "));
        page.push('\n');
    }
    print(&page)
}

fn neighbours(catalog: &Catalog, playbook: &Playbook) -> String {
    let neighbours = catalog.neighbours(&playbook.id);
    let elsewhere = ("Same role elsewhere", neighbours.same_role_elsewhere);
    let here = (&*format!("Other roles at {}", playbook.company), neighbours.other_roles_here);
    let mut words = String::new();
    for (title, places) in [elsewhere, here].into_iter().filter(|(_, places)| !places.is_empty()) {
        words.push_str(&format!("\n{title}\n"));
        for card in places.iter().take(MOST).filter_map(|at| catalog.cards().get(*at)) {
            words.push_str(&format!("- {}\n", card.id));
        }
        if places.len() > MOST {
            words.push_str(&format!("  … and {} more\n", places.len() - MOST));
        }
    }
    words
}
