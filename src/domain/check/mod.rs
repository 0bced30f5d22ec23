//! What must hold of a playbook and of a session beyond their form: errors, and warnings apart.
//!
//! Every problem carries the path of its value, so that a file can be shown with line and column.

mod amounts;
mod equity;
mod playbook;
mod session;
#[cfg(test)]
mod tests;

pub use equity::{cliff, mark_down, options};
pub use playbook::{playbook, warnings as playbook_warnings};
pub use session::{session, warnings as session_warnings};

use super::problem::Problem;

/// The problems found so far, under the path that is being looked at.
#[derive(Debug, Default)]
struct Findings(Vec<Problem>);

impl Findings {
    fn add(&mut self, code: &'static str, at: impl AsRef<str>, message: impl Into<String>) {
        self.0.push(Problem::new(code, message).at(at));
    }

    fn hinted(
        &mut self,
        code: &'static str,
        at: impl AsRef<str>,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) {
        self.0.push(Problem::new(code, message).at(at).hint(hint));
    }

    fn filled(&mut self, text: &str, at: impl AsRef<str>) {
        if text.trim().is_empty() {
            self.hinted(
                "empty",
                at,
                "This must not be empty.",
                "Write what is meant, or leave it out where it may be left out.",
            );
        }
    }
}

/// Names as a sentence lists them, the first dozen.
fn listed<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let mut names = names.into_iter();
    let shown: Vec<&str> = names.by_ref().take(12).collect();
    let more = if names.next().is_some() { ", …" } else { "" };
    format!("{}{more}", shown.join(", "))
}
