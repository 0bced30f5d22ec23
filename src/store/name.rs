//! Names of session files, and of what lies beside them.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The longest file name made from a title.
const LONGEST: usize = 60;

/// A title as a file name: lower-case ASCII letters, digits and dashes; never empty.
pub(super) fn slug(title: &str) -> String {
    let mut slug = String::new();
    for c in title.chars() {
        match c.to_ascii_lowercase() {
            c @ ('a'..='z' | '0'..='9') => slug.push(c),
            _ if slug.is_empty() || slug.ends_with('-') => {}
            _ => slug.push('-'),
        }
        if slug.len() >= LONGEST {
            break;
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { "session".to_owned() } else { slug.to_owned() }
}

/// The `n`th file name for a slug: `acme`, `acme-2`, `acme-3` …
pub(super) fn numbered(slug: &str, n: u32) -> String {
    if n < 2 { slug.to_owned() } else { format!("{slug}-{n}") }
}

/// Whether a file name was made from a slug.
pub(super) fn is_numbered(name: &str, slug: &str) -> bool {
    let rest = name.strip_prefix(slug).map(|rest| rest.strip_prefix('-').unwrap_or(rest));
    name == slug || rest.is_some_and(|n| n.parse::<u32>().is_ok_and(|n| numbered(slug, n) == name))
}

/// A session's file and everything of ours that may lie beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Siblings {
    pub backup: PathBuf,
    pub draft: PathBuf,
    /// Where a draft goes that was not taken up, or could not be read.
    pub aside: PathBuf,
    pub lock: PathBuf,
    /// Where a file goes that could not be read, when its backup takes its place.
    pub damaged: PathBuf,
}

impl Siblings {
    pub fn of(session: &Path) -> Self {
        let hidden = |ending: &str| {
            let mut name = OsString::from(".");
            name.push(
                if is_yaml(session) { session.file_stem() } else { session.file_name() }.unwrap_or_default(),
            );
            name.push(ending);
            session.with_file_name(name)
        };
        let visible = |ending: &str| {
            let mut name = session.file_name().unwrap_or_default().to_owned();
            name.push(ending);
            session.with_file_name(name)
        };
        Self {
            backup: visible(".bak"),
            damaged: visible(".damaged"),
            draft: hidden(".draft"),
            aside: hidden(".draft.aside"),
            lock: hidden(".lock"),
        }
    }

    /// All that holds what the user typed.
    pub fn contents(&self) -> [&Path; 4] {
        [&self.backup, &self.draft, &self.aside, &self.damaged]
    }
}

pub(super) fn is_yaml(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "yaml")
}

/// A file's name as the id of what it holds.
pub(super) fn without_yaml(name: &str) -> &str {
    name.strip_suffix(".yaml").unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_become_file_names() {
        for (title, want) in [
            ("Acme Cloud — L5!", "acme-cloud-l5"),
            ("../../etc/passwd", "etc-passwd"),
            ("é", "session"),
            ("", "session"),
            (".hidden", "hidden"),
            ("A\u{0}B", "a-b"),
        ] {
            assert_eq!(slug(title), want, "{title:?}");
        }
        assert!(slug(&"x y".repeat(1000)).len() <= LONGEST);
        for (name, made) in
            [("a", true), ("a-2", true), ("a-1", false), ("a2", false), ("a-b", false), ("ab", false)]
        {
            assert_eq!(is_numbered(name, "a"), made, "{name}");
        }
    }

    #[test]
    fn what_lies_beside_a_session() {
        let beside = Siblings::of(Path::new("d/a.yaml"));
        assert_eq!(beside.backup, Path::new("d/a.yaml.bak"));
        assert_eq!(beside.lock, Path::new("d/.a.lock"));
        assert_eq!(Siblings::of(Path::new("a.json")).draft, Path::new(".a.json.draft"));
    }
}
