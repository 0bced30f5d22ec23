//! The script as plain text, to print or to read from.

use super::WIDTH;
use super::head::ExportHead;
use super::wrap::wrap;
use crate::script::{Part, Passage, Script};

/// Between what is said and what is not.
const BORDER: &str = "— private: do not read aloud —";

/// The script in lines of 78 columns, the private part below a clear border.
pub fn text(script: &Script, head: &ExportHead) -> String {
    let mut blocks = vec![wrap(&head.title(), WIDTH, "", ""), wrap(&head.dates(), WIDTH, "", "")];
    blocks.extend(script.part(Part::Spoken).map(spoken));
    blocks.push(BORDER.to_owned());
    blocks.extend(script.part(Part::Private).map(private));
    let left_out = script.left_out.iter().map(|out| format!("{}: {}", out.name, out.why));
    blocks.extend(listed("Left out of the script", &left_out.collect::<Vec<_>>()));
    let lints =
        script.lints.iter().map(|lint| format!("{}: {}", heading_of(script, &lint.passage), lint.message));
    blocks.extend(listed("Look at this again", &lints.collect::<Vec<_>>()));
    blocks.join("\n\n") + "\n"
}

pub(super) fn heading_of<'a>(script: &'a Script, id: &'a str) -> &'a str {
    script.passages.iter().find(|passage| passage.id == id).map_or(id, |passage| passage.heading.as_str())
}

fn spoken(passage: &Passage) -> String {
    let mut block = format!("{}\n{}", passage.heading.to_uppercase(), wrap(&passage.text, WIDTH, "  ", "  "));
    if let Some(note) = &passage.note {
        block.push('\n');
        block.push_str(&wrap(&format!("[{note}]"), WIDTH, "  ", "  "));
    }
    block
}

fn private(passage: &Passage) -> String {
    format!("{}\n{}", passage.heading.to_uppercase(), wrap(&passage.text, WIDTH, "  ", "    "))
}

fn listed(heading: &str, lines: &[String]) -> Option<String> {
    (!lines.is_empty())
        .then(|| format!("{}\n{}", heading.to_uppercase(), wrap(&lines.join("\n"), WIDTH, "  ", "    ")))
}
