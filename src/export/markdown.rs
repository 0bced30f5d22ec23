//! The script as Markdown.

use super::head::ExportHead;
use super::text::heading_of;
use crate::script::{Part, Passage, Script};

/// The script as Markdown; nothing that anybody entered is read as markup.
pub fn markdown(script: &Script, head: &ExportHead) -> String {
    let mut blocks = vec![
        format!("# {}", escape(&head.title())),
        format!("*{}*", escape(&head.dates())),
        "## To say".to_owned(),
    ];
    for passage in script.part(Part::Spoken) {
        blocks.push(heading(passage));
        blocks.extend(passage.text.lines().map(|line| format!("> {}", escape(line))));
        blocks.extend(passage.note.iter().map(|note| format!("*{}*", escape(note))));
    }
    blocks.push("---".to_owned());
    blocks.push("## Private: do not read aloud".to_owned());
    for passage in script.part(Part::Private) {
        blocks.push(heading(passage));
        blocks.push(list(passage.text.lines().map(escape)));
    }
    if !script.left_out.is_empty() {
        blocks.push("### Left out of the script".to_owned());
        let lines = script.left_out.iter().map(|out| escape(&format!("{}: {}", out.name, out.why)));
        blocks.push(list(lines));
    }
    if !script.lints.is_empty() {
        blocks.push("### Look at this again".to_owned());
        let line =
            |passage: &str, message: &str| escape(&format!("{}: {message}", heading_of(script, passage)));
        blocks.push(list(script.lints.iter().map(|lint| line(&lint.passage, &lint.message))));
    }
    blocks.join("\n\n") + "\n"
}

fn heading(passage: &Passage) -> String {
    format!("### {}", escape(&passage.heading))
}

fn list(lines: impl Iterator<Item = String>) -> String {
    lines.map(|line| format!("- {line}")).collect::<Vec<_>>().join("\n")
}

/// Takes the meaning from every character that Markdown may give one.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    let mut start = true;
    let mut digits = false;
    for c in text.chars() {
        let always = "\\`*_[]<>|~$&#".contains(c);
        let bullet = start && "-+=".contains(c);
        let number = digits && (c == '.' || c == ')');
        if always || bullet || number {
            escaped.push('\\');
        }
        escaped.push(c);
        digits = (start || digits) && c.is_ascii_digit();
        start = start && c.is_whitespace();
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn what_was_entered_is_no_markup() {
        for (text, safe) in [
            ("a *b* [c](d) <e>", "a \\*b\\* \\[c\\](d) \\<e\\>"),
            ("- item", "\\- item"),
            ("12. item", "12\\. item"),
            ("# title | cell", "\\# title \\| cell"),
            ("$215K to $218K, well-known", "\\$215K to \\$218K, well-known"),
            ("I said 12. Then", "I said 12. Then"),
        ] {
            assert_eq!(escape(text), safe);
        }
    }
}
