//! Dialogs over the screen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Clear, Padding, Widget};

use super::field::{input, input_cursor};
use super::library::dialogs;
use super::titled;
use crate::app::App;
use crate::app::command::Context;
use crate::app::desk::DeskPage;
use crate::app::editor::Editor;
use crate::app::key::Key;
use crate::app::library::Page as LibraryPage;
use crate::app::msg::Paper;
use crate::app::overlay::Overlay;
use crate::domain::session::Step;
use crate::tui::layout::centered;
use crate::tui::page::{Page, Shown};
use crate::tui::theme::Theme;

const WIDTH: u16 = 74;

pub fn draw(app: &App, overlay: &Overlay, theme: Theme, area: Rect, buffer: &mut Buffer) -> Shown {
    let width = WIDTH.min(area.width.saturating_sub(4)).saturating_sub(4);
    let mut page = Page::default();
    let title = match overlay {
        Overlay::Help(context) => help(&mut page, app, *context, theme, width),
        Overlay::Why { title, lines } => {
            for line in lines {
                let indent = if line.starts_with("  ") { 2 } else { 0 };
                let style = if indent == 0 && lines.len() > 1 && line.len() < 40 {
                    theme.heading()
                } else {
                    theme.text()
                };
                page.words(line.trim_start(), style, width, indent);
            }
            format!("Why? · {title}")
        }
        Overlay::GoTo { selected } => {
            let steps = Step::ALL.iter().enumerate().map(|(at, step)| format!("{} {}", at + 1, step.title()));
            menu(&mut page, steps, *selected, theme);
            "Go to".to_owned()
        }
        Overlay::Which { readings, selected, .. } => {
            page.words("This can be read two ways. Which do you mean?", theme.text(), width, 0);
            page.blank();
            menu(&mut page, readings.iter().map(|(shown, _)| shown.clone()), *selected, theme);
            "Which?".to_owned()
        }
        Overlay::Export { paper, path, trouble, exists } => {
            let words = match paper {
                Paper::Script => {
                    "The script goes to a file that only you can read: text, or by the ending .md, .html, .json."
                }
                Paper::Offers => {
                    "The comparison goes to a file that only you can read: one page of .html for the phone and for \
                     paper, or by the ending .txt, .md, .json."
                }
                Paper::Calendar => {
                    "The deadlines go to a calendar file. It holds no pay, and names no rival unless the script \
                     does: calendars are often kept elsewhere."
                }
            };
            page.words(words, theme.text(), width, 0);
            page.blank();
            prompt(&mut page, path, theme, width);
            if let Some(trouble) = trouble {
                page.words(&format!("! {trouble}"), theme.bad(), width, 0);
            }
            if exists.is_some() {
                page.words(
                    "! There is a file of that name. Replace it?  y yes   n no",
                    theme.careful(),
                    width,
                    0,
                );
            }
            "Export".to_owned()
        }
        Overlay::Rename { title, .. } => {
            prompt(&mut page, title, theme, width);
            "Rename".to_owned()
        }
        Overlay::Delete { title, .. } => {
            page.words(&format!("Delete “{title}” with its backup and its draft?"), theme.text(), width, 0);
            page.words(
                "Until you quit, u brings it back. Copies in your own backups or snapshots stay.",
                theme.quiet(),
                width,
                0,
            );
            page.blank();
            page.line("y yes   n no");
            "Delete".to_owned()
        }
        Overlay::Import { path, trouble } => {
            dialogs::import(&mut page, path, trouble.as_deref(), theme, width)
        }
        Overlay::Replace { playbook, path } => dialogs::replace(&mut page, &playbook.id, path, theme, width),
        Overlay::Faults { path, faults } => dialogs::faults(&mut page, path, faults, theme, width),
    };
    let height = u16::try_from(page.lines.len() + 2).unwrap_or(u16::MAX);
    let rect = centered(area, width + 4, height.min(area.height.saturating_sub(2)));
    Clear.render(rect, buffer);
    page.show(titled(title, theme).padding(Padding::horizontal(1)), rect, buffer, app.scroll)
}

fn menu(page: &mut Page, items: impl Iterator<Item = String>, selected: usize, theme: Theme) {
    for (at, item) in items.enumerate() {
        let (sign, style) = if at == selected { ("▸ ", theme.selected()) } else { ("  ", theme.text()) };
        page.line(Span::styled(format!("{sign}{item} "), style));
    }
}

pub fn prompt(page: &mut Page, editor: &Editor, theme: Theme, width: u16) {
    let room = usize::from(width.saturating_sub(4));
    let (before, after) = editor.halves();
    page.cursor = Some((page.lines.len(), 2 + input_cursor(before, room)));
    let text = Span::styled(input(before, after, room), theme.own_words());
    page.line(Line::from(vec![Span::raw("[ "), text, Span::raw(" ]")]));
}

fn help(page: &mut Page, app: &App, context: Context, theme: Theme, width: u16) -> String {
    let (title, words) = about(app);
    page.words(words, theme.text(), width, 0);
    if let Some(lever) = app.lever() {
        page.blank();
        page.line(Span::styled(lever.name.clone(), theme.heading()));
        page.words(lever.about.as_deref().unwrap_or_default(), theme.text(), width, 0);
    }
    page.blank();
    page.line(Span::styled("Keys", theme.heading()));
    for binding in context.all() {
        let keys: Vec<String> = binding.keys.iter().map(Key::to_string).collect();
        let keys = format!("{:<22}", keys.join(" or "));
        page.line(Line::from(vec![Span::styled(keys, theme.key()), Span::raw(binding.doc)]));
    }
    if context.is_typing() {
        page.blank();
        let text = "In text: Ctrl-A and Ctrl-E to the ends, Alt-B and Alt-F by words, Ctrl-W cuts a word, Ctrl-U \
                    all before the cursor, Ctrl-K all behind it.";
        page.words(text, theme.quiet(), width, 0);
    }
    if app.screen == crate::app::Screen::Target {
        guide(page, app, theme, width);
    }
    format!("Help · {title}")
}

/// What the playbook tells of the company, and where its figures come from.
fn guide(page: &mut Page, app: &App, theme: Theme, width: u16) {
    let Some(work) = &app.work else { return };
    let playbook = &work.playbook;
    if let Some(about) = &playbook.about {
        page.blank();
        page.line(Span::styled(format!("About {}", playbook.company), theme.heading()));
        page.words(about, theme.text(), width, 0);
    }
    if !playbook.evidence.is_empty() {
        page.blank();
        let as_of = playbook.as_of.as_ref().map(|as_of| format!(", as of {as_of}")).unwrap_or_default();
        page.line(Span::styled(format!("Where the figures come from{as_of}"), theme.heading()));
        for source in &playbook.evidence {
            page.item("- ", source, theme.text(), width);
        }
    }
}

/// What the shown screen is for.
fn about(app: &App) -> (&'static str, &'static str) {
    use crate::app::Screen;
    match app.screen {
        Screen::Home => ("Home", "Your saved negotiations. Each is one file that only you can read."),
        Screen::Library => about_library(app.library.pages.last()),
        Screen::Target => (
            "Target",
            "The target is the company you negotiate with. Say where the job is, and what they have offered so far. \
             An empty field means: not stated.",
        ),
        Screen::Background => (
            "Background",
            "The questions that the levers' sentences need. The script claims nothing that you do not enter.",
        ),
        Screen::Offers => (
            "Offers",
            "Type an offer as you would write it to a friend, such as “Google L4 210k base 260k rsu/4y 15% bonus 25k \
             sign-on by Fri”. What was understood shows below the line. Your best alternative, the BATNA, sets your \
             floor. Down leaves the line for the table.",
        ),
        Screen::Offer(_) => {
            ("Offer", "One offer, field by field. Private stock and options are marked down.")
        }
        Screen::Desk(page) => about_desk(page),
        Screen::Lever(_) => (
            "Lever",
            "A lever is one argument. Say how well you can back it: a lever you cannot back stays out of the script \
             and never raises your ask.",
        ),
        Screen::Plan => (
            "Plan",
            "Ask: the package to land on. Opening: what to say first. Floor: the base below which your best \
             alternative wins. Cautious floor: the same with their private equity marked down. Choose a figure and \
             ask why.",
        ),
        Screen::Settings => {
            ("Settings", "The assumptions behind the figures. Empty brings the usual value back.")
        }
        Screen::Script => (
            "Script",
            "What to say, passage by passage, and a private page below it that is for your eyes only. Everything \
             can be put in your own words.",
        ),
    }
}

fn about_desk(page: DeskPage) -> (&'static str, &'static str) {
    match page {
        DeskPage::SideBySide => (
            "Side by side",
            "Every package year by year. The first year and the average stand together because one alone misleads: \
             signing money flatters the first, vesting the second. Bankable means that paper which cannot be sold is \
             marked down. → and ← choose a package, Enter opens its fields.",
        ),
        DeskPage::WhatIf => (
            "What if",
            "One assumption at a time: ↑ and ↓ choose it, ← and → move it. Each package is a line with a letter of \
             its own, a * where two meet. Below: where one overtakes another, and where your floor goes.",
        ),
        DeskPage::Packages => (
            "Packages",
            "Three offers you can make to them at once, each worth the same to you. Whichever they like best tells \
             you what is hard for them. They stay inside the bands and above your floor.",
        ),
        DeskPage::Deadlines => (
            "Deadlines",
            "Every deadline on one line, and the moves they ask for in their order: the latest day to send each \
             letter so that the answer can come in time. An answer takes the working days that the Plan's settings \
             say; holidays are not known. Enter opens the letter, i writes a calendar file.",
        ),
        DeskPage::Letters => (
            "Letters",
            "Ask for more time, ask them to be quicker, confirm in writing what was said on the phone: filled from \
             what you entered. Rivals are named only if you say so with r.",
        ),
    }
}

fn about_library(page: Option<&LibraryPage>) -> (&'static str, &'static str) {
    match page {
        None => (
            "Playbooks",
            "A playbook holds what a negotiation guide says about one role at one company: the pay bands, and the \
             levers, which are the arguments that work there. Type any part of company, role, place or level. A \
             company without a playbook: the first row, with the band typed in from the posting.",
        ),
        Some(LibraryPage::Playbook(_)) => (
            "Playbook",
            "What it pays where, what its levers ask, how many questions it has for you. Making it yours copies it \
             into your library, where you can change every word of it in your editor.",
        ),
        Some(LibraryPage::Beside(_)) => (
            "Side by side",
            "Every band in one currency stands on one scale; those in the same region come first, the best paid in \
             front. A band in another currency is shown without a ruler: no rate is guessed.",
        ),
        Some(LibraryPage::Review(_)) => (
            "A guide",
            "The guide's own lines at the left, what was understood of each at the right. ! was read with doubt or \
             changed on the way, ? was not understood. Nothing is kept before you say so.",
        ),
    }
}
