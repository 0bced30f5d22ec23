//! One field of a form: label, answer, and, where the focus is, what is understood and what helps.

use ratatui::text::{Line, Span};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::columns;
use crate::app::App;
use crate::export::{cut, fit};
use crate::form::{self, Field, Kind};
use crate::tui::page::Page;
use crate::tui::theme::Theme;

/// How the fields of one form are set: the same columns for all of them.
#[derive(Debug, Clone, Copy)]
pub struct Setting {
    theme: Theme,
    width: u16,
    label: u16,
}

impl Setting {
    /// Columns for labels as wide as the widest, but never more than four tenths.
    pub fn of(fields: &[Field], theme: Theme, width: u16) -> Self {
        let widest = fields.iter().map(|field| columns(&field.label)).max().unwrap_or(0);
        Self { theme, width, label: widest.min(width.saturating_mul(2) / 5).max(16) }
    }

    fn room(self, around: u16) -> usize {
        usize::from(self.width.saturating_sub(self.label + around))
    }
}

/// Adds the fields of a form to a page.
pub fn form(page: &mut Page, app: &App, fields: &[Field], theme: Theme, width: u16) {
    let setting = Setting::of(fields, theme, width);
    for (at, field) in fields.iter().enumerate() {
        if let Some(heading) = field.heading {
            page.blank();
            page.line(Span::styled(heading, theme.heading()));
        }
        if at == app.focus {
            page.focused(|page| focused(page, app, field, setting));
        } else {
            unfocused(page, app, field, setting);
        }
    }
}

fn unfocused(page: &mut Page, app: &App, field: &Field, setting: Setting) {
    let Setting { theme, width, label } = setting;
    let room = setting.room(4);
    let key = field.id.to_string();
    let draft = app.work.as_ref().and_then(|work| work.drafts.get(&key));
    let label = Span::styled(format!("  {} ", fit(&field.label, usize::from(label))), theme.quiet());
    let value = match (draft, field.chosen()) {
        (Some(draft), _) => Span::styled(cut(&format!("{draft}  (not taken yet)"), room), theme.careful()),
        (None, Some(at)) => Span::raw(cut(&field.choices()[at].label, room)),
        (None, None) if field.value.is_empty() => Span::styled("–", theme.quiet()),
        (None, None) => {
            let understood = app.work.as_ref().and_then(|work| {
                form::echo(&work.desk(app.today), field, &field.value).filter(|_| field.kind != Kind::Vesting)
            });
            Span::raw(cut(&understood.unwrap_or_else(|| field.value.clone()), room))
        }
    };
    page.line(Line::from(vec![label, value]));
    problem(page, app, &key, setting.label + 3, theme, width);
}

fn focused(page: &mut Page, app: &App, field: &Field, setting: Setting) {
    let Setting { theme, width, label } = setting;
    let indent = label + 3;
    let cells = usize::from(label);
    let name = if columns(&field.label) > label {
        page.item("▸ ", &field.label, theme.strong(), width);
        " ".repeat(cells + 3)
    } else {
        format!("▸ {} ", fit(&field.label, cells))
    };
    let name = Span::styled(name, theme.strong());
    if field.is_typed() {
        typed(page, app, field, name, setting);
    } else {
        chosen(page, field, name, setting);
    }
    let key = field.id.to_string();
    problem(page, app, &key, indent, theme, width);
    let has_problem = app.work.as_ref().is_some_and(|work| work.problems.contains_key(&key));
    let understood = app.work.as_ref().and_then(|work| {
        form::echo(&work.desk(app.today), field, app.editor.text())
            .filter(|_| field.is_typed() && !has_problem)
    });
    if let Some(understood) = understood {
        page.words(&format!("= {understood}"), theme.good(), width, indent);
    }
    if !field.help.is_empty() {
        page.words(&field.help, theme.quiet(), width, indent);
    }
}

fn typed(page: &mut Page, app: &App, field: &Field, name: Span<'static>, setting: Setting) {
    let Setting { theme, label, .. } = setting;
    let room = setting.room(7);
    let (before, after) = app.editor.halves();
    page.cursor = Some((page.lines.len(), label + 5 + input_cursor(before, room)));
    let text = if before.is_empty() && after.is_empty() {
        Span::styled(fit(&example(&field.example), room), theme.quiet())
    } else {
        Span::styled(input(before, after, room), theme.own_words())
    };
    page.line(Line::from(vec![name, Span::raw("[ "), text, Span::raw(" ]")]));
}

/// An example as it stands in an empty field, so that nobody takes it for an answer.
pub fn example(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("e.g. {text}") }
}

/// The part of a text that a field of `room` columns shows, so that the cursor is in sight.
pub fn input(before: &str, after: &str, room: usize) -> String {
    let seen = tail(before, room.saturating_sub(1));
    let rest = room.saturating_sub(seen.width());
    let mut text = seen.to_owned();
    let mut used = 0;
    for grapheme in after.graphemes(true) {
        used += grapheme.width();
        if used > rest {
            break;
        }
        text.push_str(grapheme);
    }
    let width = text.width();
    text.push_str(&" ".repeat(room.saturating_sub(width)));
    text
}

/// The column of the cursor within such a field.
pub fn input_cursor(before: &str, room: usize) -> u16 {
    u16::try_from(tail(before, room.saturating_sub(1)).width()).unwrap_or(0)
}

/// The end of a text that fits a width.
fn tail(text: &str, width: usize) -> &str {
    let mut used = 0;
    let mut start = text.len();
    for (at, grapheme) in text.grapheme_indices(true).rev() {
        used += grapheme.width();
        if used > width {
            break;
        }
        start = at;
    }
    &text[start..]
}

/// `no   (partly)   fully`, or the chosen one alone where all do not fit.
fn chosen(page: &mut Page, field: &Field, name: Span<'static>, setting: Setting) {
    let theme = setting.theme;
    let room = setting.room(4);
    let at = field.chosen();
    let whole: usize = field.choices().iter().map(|choice| choice.label.width() + 3).sum();
    let mut spans = vec![name];
    if whole <= room {
        for (index, choice) in field.choices().iter().enumerate() {
            if Some(index) == at {
                spans.push(Span::styled(format!("({})", choice.label), theme.selected()));
            } else {
                spans.push(Span::raw(format!(" {} ", choice.label)));
            }
            spans.push(Span::raw(" "));
        }
    } else {
        let place = at.map_or(0, |at| at + 1);
        let count = format!("  {place} of {}", field.choices().len());
        let choice = at.map_or("–", |at| field.choices()[at].label.as_str());
        let choice = cut(choice, room.saturating_sub(count.width() + 4));
        spans.push(Span::styled(format!("‹ {choice} ›"), theme.selected()));
        spans.push(Span::styled(count, theme.quiet()));
    }
    page.line(Line::from(spans));
}

/// Why the text was not taken, with an example.
pub fn problem(page: &mut Page, app: &App, key: &str, indent: u16, theme: Theme, width: u16) {
    let Some(problem) = app.work.as_ref().and_then(|work| work.problems.get(key)) else { return };
    page.words(&format!("! {}", problem.in_words()), theme.bad(), width, indent);
}
