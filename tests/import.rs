//! The import of guides: laws on any text, and the guides beside the project where they are.

use std::fs;
use std::path::{Path, PathBuf};

use negotiate_up::domain::check;
use negotiate_up::import::{self, Import};
use negotiate_up::script::{self, Severity};
use negotiate_up::store::yaml;
use proptest::prelude::*;

const GUIDES: [&str; 3] = [
    include_str!("fixtures/guides/orchard-data-engineer.md"),
    include_str!("fixtures/guides/lantern-product-designer.md"),
    include_str!("fixtures/guides/harbour-staff-engineer.md"),
];

/// What must hold of whatever a text becomes.
fn holds(text: &str) {
    let lines = text.lines().count().max(1);
    let Import { playbook, report } = match import::read(text) {
        Ok(import) => import,
        Err(refusal) => {
            assert!((1..=lines).contains(&refusal.line), "{refusal:?}");
            assert!(!refusal.message.is_empty());
            return;
        }
    };
    assert_eq!(check::playbook(&playbook), [], "{text}");
    let errors = script::check(&playbook).into_iter().filter(|finding| finding.severity == Severity::Error);
    assert_eq!(errors.count(), 0, "{:?}", script::check(&playbook));
    let places = report.lines.values().chain(report.warnings.iter().map(|warning| &warning.line));
    for line in places.chain(report.not_understood.iter().map(|unread| &unread.line)) {
        assert!((1..=lines).contains(line), "line {line} of {lines}");
    }
    let written = yaml::playbook_to_yaml(&playbook).unwrap();
    assert_eq!(yaml::parse_playbook(&written).unwrap(), playbook, "{written}");
}

#[test]
fn guides_of_our_own_hold() {
    GUIDES.into_iter().for_each(holds);
}

/// A guide with lines dropped, doubled and moved.
fn mutated() -> impl Strategy<Value = String> {
    let changes =
        prop::collection::vec((any::<prop::sample::Index>(), 0..4_u8, any::<prop::sample::Index>()), 0..8);
    (0..GUIDES.len(), changes).prop_map(|(guide, changes)| {
        let mut lines: Vec<&str> = GUIDES[guide].lines().collect();
        for (at, change, other) in changes {
            if lines.len() < 2 {
                break;
            }
            let (at, other) = (at.index(lines.len()), other.index(lines.len()));
            match change {
                0 => drop(lines.remove(at)),
                1 => lines.insert(at, lines[other]),
                2 => lines.swap(at, other),
                _ => lines[at] = &lines[at][..cut(lines[at])],
            }
        }
        lines.join("\n")
    })
}

/// The middle of a line, on a letter's edge.
fn cut(line: &str) -> usize {
    (0..=line.len() / 2).rev().find(|at| line.is_char_boundary(*at)).unwrap_or(0)
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,400}") {
        holds(&text);
    }

    #[test]
    fn any_text_of_guide_signs_is_read_or_refused(text in "(# |\\*\\*|Lever [0-9]|\\||-|\n|>|\"|\\[X\\]|\\$[0-9]{1,3}K|base|RSU|\\{\\{|Guide| ){0,80}") {
        let text = format!("# Data Engineer | Acme Guide\n\n{text}\n\n**Lever 1: Depth**\n> \"I can start.\"\n\n**Lever 2: {text}**\n");
        holds(&text);
    }

    #[test]
    fn a_changed_guide_is_read_or_refused(text in mutated()) {
        holds(&text);
    }
}

/// The guides beside the project, if they are there.
fn shared() -> Option<Vec<PathBuf>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/guides");
    let mut found = Vec::new();
    for company in fs::read_dir(folder).ok()?.flatten() {
        let files = fs::read_dir(company.path()).into_iter().flatten().flatten();
        found.extend(
            files
                .map(|file| file.path())
                .filter(|path| path.extension().is_some_and(|ending| ending == "md")),
        );
    }
    Some(found)
}

#[test]
fn every_guide_beside_the_project_becomes_a_sound_playbook() {
    let Some(guides) = shared() else {
        eprintln!("skipped: there are no guides beside the project");
        return;
    };
    for path in &guides {
        let text = fs::read_to_string(path).unwrap();
        let import = import::read(&text).unwrap_or_else(|refusal| panic!("{}: {refusal:?}", path.display()));
        assert!(!import.playbook.bands.is_empty(), "{}", path.display());
        assert!(import.playbook.levers.len() >= 4, "{}", path.display());
        holds(&text);
    }
}
