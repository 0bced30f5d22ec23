//! The library's dialogs.

use std::path::Path;

use ratatui::text::Span;

use crate::app::editor::Editor;
use crate::app::library::Fault;
use crate::tui::draw::overlay::prompt;
use crate::tui::page::Page;
use crate::tui::theme::Theme;

pub fn import(page: &mut Page, path: &Editor, trouble: Option<&str>, theme: Theme, width: u16) -> String {
    let words = "The path of a negotiation guide in Markdown. It is read and shown to you beside what was \
                 understood; nothing is kept before you say so.";
    page.words(words, theme.text(), width, 0);
    page.blank();
    prompt(page, path, theme, width);
    match trouble {
        Some(trouble) => page.item("! ", trouble, theme.bad(), width),
        None => page.words("Such as ~/guides/acme-data-engineer.md", theme.quiet(), width, 2),
    }
    "Import a guide".to_owned()
}

pub fn replace(page: &mut Page, id: &str, path: &Path, theme: Theme, width: u16) -> String {
    page.words(&format!("Your library has a playbook {id} already:"), theme.text(), width, 0);
    page.words(&path.display().to_string(), theme.quiet(), width, 2);
    page.words("Replace it with this one? The one you have is gone then.", theme.careful(), width, 0);
    page.blank();
    page.line("y yes   n no");
    "Replace?".to_owned()
}

pub fn faults(page: &mut Page, path: &Path, faults: &[Fault], theme: Theme, width: u16) -> String {
    page.words("The file is kept, but it cannot be used yet:", theme.text(), width, 0);
    page.words(&path.display().to_string(), theme.quiet(), width, 2);
    for fault in faults {
        page.blank();
        page.line(Span::styled(fault.place.clone(), theme.heading()));
        page.item("! ", &fault.message, theme.bad(), width);
        if let Some(hint) = &fault.hint {
            page.words(hint, theme.text(), width, 2);
        }
    }
    page.blank();
    page.line("e edit again   Esc leave it");
    match faults.len() {
        1 => "One thing is wrong".to_owned(),
        many => format!("{many} things are wrong"),
    }
}
