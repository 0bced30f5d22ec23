//! The Script screen: what to say, then the private page.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Padding;

use super::{own_words, titled};
use crate::app::App;
use crate::form::FieldId;
use crate::script::{Part, Passage, Script, Source};
use crate::tui::page::{Page, Shown};
use crate::tui::theme::Theme;

pub fn draw(app: &App, theme: Theme, area: Rect, buffer: &mut Buffer) -> Shown {
    let width = area.width.saturating_sub(4);
    let mut page = Page::default();
    match (&app.script, app.work.as_ref().map(|work| &work.plan)) {
        (Some(script), _) => passages(&mut page, app, script, theme, width),
        (None, Some(Err(problem))) => {
            page.words(&problem.message, theme.careful(), width, 0);
            page.words(problem.hint.as_deref().unwrap_or_default(), theme.quiet(), width, 0);
        }
        (None, _) => {
            page.words("The script cannot be put together: check the playbook.", theme.bad(), width, 0);
        }
    }
    let block = titled("Script", theme).padding(Padding::horizontal(1));
    page.show(block, area, buffer, app.scroll)
}

fn passages(page: &mut Page, app: &App, script: &Script, theme: Theme, width: u16) {
    page.line(Span::styled("Say this", theme.heading()));
    let mut part = Part::Spoken;
    for (at, passage) in script.passages.iter().enumerate() {
        if passage.part != part {
            part = passage.part;
            left_out(page, script, theme, width);
            page.blank();
            page.line(Span::styled("For your eyes only: do not read this aloud", theme.bad()));
        }
        if at > 0 {
            page.blank();
        }
        let is_selected = at == app.focus;
        let lints = script.lints.iter().filter(|lint| lint.passage == passage.id);
        let write = |page: &mut Page| {
            one(page, app, passage, is_selected, theme, width);
            for lint in lints.clone() {
                page.item("! ", &lint.message, theme.careful(), width);
            }
        };
        if is_selected { page.focused(write) } else { write(page) }
    }
}

fn one(page: &mut Page, app: &App, passage: &Passage, is_selected: bool, theme: Theme, width: u16) {
    let (sign, style) = if is_selected { ("▸ ", theme.selected()) } else { ("  ", theme.strong()) };
    let key = FieldId::Passage(passage.id.clone()).to_string();
    let is_drafted = app.work.as_ref().is_some_and(|work| work.drafts.contains_key(&key));
    let own = match passage.source {
        _ if is_selected && app.editing => "   you are editing; Enter keeps it",
        _ if is_drafted => "   with a draft of yours, not taken yet",
        Source::Own { .. } => "   your own words",
        Source::Lever(_) => "   from the playbook, a lever you can back",
        Source::Strategy => "   from the playbook's strategy",
        Source::Plan => "   computed",
        Source::Rivals => "   from your offers",
        Source::Opening | Source::Ask | Source::Close | Source::Reply => "",
    };
    page.line(Line::from(vec![
        Span::styled(format!("{sign}{}", passage.heading), style),
        Span::styled(own, theme.quiet()),
    ]));
    if is_selected && app.editing {
        own_words::draw(page, &app.editor, theme, width);
    } else {
        page.words(&passage.text, theme.text(), width, 2);
    }
    if let Some(note) = &passage.note {
        page.words(&format!("({note})"), theme.quiet(), width, 2);
    }
}

fn left_out(page: &mut Page, script: &Script, theme: Theme, width: u16) {
    if script.left_out.is_empty() {
        return;
    }
    page.blank();
    page.line(Span::styled("Not said", theme.heading()));
    for left in &script.left_out {
        page.item("- ", &format!("{}: {}", left.name, left.why), theme.quiet(), width);
    }
}
