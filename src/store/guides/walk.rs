//! The guides under the paths that were named, each once, in a fixed order.

use std::collections::HashSet;
use std::fs::{self, DirEntry};
use std::path::{Path, PathBuf};

use crate::store::failure::{Failure, Outcome, shown};

/// A path under which no guide can be found, and why.
#[derive(Debug)]
pub struct Unreachable {
    pub path: PathBuf,
    pub failure: Failure,
}

/// Finds guides: a folder stands for all `.md` and `.markdown` files in and below it that are not
/// hidden, in the order of their names; anything else that is named is taken for a guide.
///
/// Links are followed; a folder or file that several ways lead to is met once, on the first.
pub fn find(paths: &[PathBuf]) -> Vec<Result<PathBuf, Unreachable>> {
    let mut walk = Walk::default();
    for path in paths {
        if !path.is_dir() {
            walk.file(path);
            continue;
        }
        let before = walk.met;
        walk.folder(path);
        if walk.met == before {
            let what = format!("guide in {}: no file there ends in .md or .markdown", shown(path));
            walk.fail(path, Failure::NotFound { what, near: Vec::new() });
        }
    }
    walk.found
}

#[derive(Default)]
struct Walk {
    found: Vec<Result<PathBuf, Unreachable>>,
    seen: HashSet<PathBuf>,
    /// How many files and failures there were, those met before among them.
    met: usize,
}

impl Walk {
    fn folder(&mut self, folder: &Path) {
        let real = match fs::canonicalize(folder) {
            Ok(real) => real,
            Err(error) => return self.fail(folder, Failure::io("list", folder)(error)),
        };
        if !self.seen.insert(real) {
            self.met += 1;
            return;
        }
        let entries = match listed(folder) {
            Ok(entries) => entries,
            Err(failure) => return self.fail(folder, failure),
        };
        for entry in entries {
            let path = entry.path();
            let is_link = entry.file_type().is_ok_and(|kind| kind.is_symlink());
            let is_folder = if is_link { path.is_dir() } else { entry.file_type().is_ok_and(|k| k.is_dir()) };
            if is_folder {
                self.folder(&path);
            } else if is_guide(&path) {
                self.file(&path);
            }
        }
    }

    fn file(&mut self, path: &Path) {
        self.met += 1;
        if self.seen.insert(real(path)) {
            self.found.push(Ok(path.to_owned()));
        }
    }

    fn fail(&mut self, path: &Path, failure: Failure) {
        self.met += 1;
        self.found.push(Err(Unreachable { path: path.to_owned(), failure }));
    }
}

/// The file behind all links, or the path itself where there is none.
fn real(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}

fn is_guide(path: &Path) -> bool {
    path.extension()
        .is_some_and(|ending| ["md", "markdown"].iter().any(|known| ending.eq_ignore_ascii_case(known)))
}

/// What is visible in a folder, by name.
fn listed(folder: &Path) -> Outcome<Vec<DirEntry>> {
    let entries = fs::read_dir(folder).and_then(Iterator::collect::<Result<Vec<_>, _>>);
    let mut entries = entries.map_err(Failure::io("list", folder))?;
    entries.retain(|entry| !entry.file_name().as_encoded_bytes().starts_with(b"."));
    entries.sort_by_key(DirEntry::file_name);
    Ok(entries)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn write(root: &Path, name: &str) {
        let path = root.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, "x").unwrap();
    }

    fn names(root: &Path, paths: &[&str]) -> Vec<String> {
        let paths: Vec<PathBuf> = paths.iter().map(|path| root.join(path)).collect();
        let name = |path: &Path| path.strip_prefix(root).unwrap().display().to_string();
        find(&paths)
            .iter()
            .map(|found| match found {
                Ok(path) => name(path),
                Err(unreachable) => format!("!{}", name(&unreachable.path)),
            })
            .collect()
    }

    #[test]
    fn folders_are_walked_in_order_and_hidden_things_passed_over() {
        let dir = tempfile::tempdir().unwrap();
        for name in
            ["b/z.md", "b/a.MD", "a/x.markdown", "a/.hidden.md", ".git/x.md", "c.md", "notes.txt", "e/x.txt"]
        {
            write(dir.path(), name);
        }
        assert_eq!(names(dir.path(), &[""]), ["a/x.markdown", "b/a.MD", "b/z.md", "c.md"]);
        assert_eq!(names(dir.path(), &["c.md", "", "b"])[..2], ["c.md", "a/x.markdown"]);
        assert_eq!(names(dir.path(), &["b", "b/z.md", "b"]), ["b/a.MD", "b/z.md"]);
        // What is named is tried, whatever it is called.
        assert_eq!(
            names(dir.path(), &["notes.txt", "a/.hidden.md", "none"]),
            ["notes.txt", "a/.hidden.md", "none"]
        );
        assert_eq!(names(dir.path(), &["e"]), ["!e"]);
    }

    #[cfg(unix)]
    #[test]
    fn links_are_followed_and_never_in_circles() {
        use std::os::unix::fs::symlink;
        let dir = tempfile::tempdir().unwrap();
        write(dir.path(), "a/one.md");
        write(dir.path(), "elsewhere/two.md");
        symlink(dir.path(), dir.path().join("a/up")).unwrap();
        symlink(dir.path().join("elsewhere"), dir.path().join("a/b")).unwrap();
        symlink("nowhere", dir.path().join("a/gone.md")).unwrap();
        symlink("self", dir.path().join("a/self")).unwrap();
        symlink("one.md", dir.path().join("a/same.md")).unwrap();
        assert_eq!(names(dir.path(), &["a"]), ["a/b/two.md", "a/gone.md", "a/one.md"]);
    }
}
