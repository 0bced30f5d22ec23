//! What stands around every screen: header, steps, notice, footer.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Clear, Widget};
use unicode_width::UnicodeWidthStr;

use crate::app::App;
use crate::app::command::Context;
use crate::app::work::{Saved, Work};
use crate::domain::session::Step;
use crate::export::cut;
use crate::form;
use crate::tui::theme::Theme;
use crate::tui::wrap::wrap;

/// `negotiate-up   company · role · region            saved 14:02`
pub fn header(app: &App, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let name = Span::styled("negotiate-up", theme.strong());
    let Some(work) = app.work.as_ref().filter(|_| app.screen.step().is_some()) else {
        let what = "   know what to ask for, where to walk, and what to say";
        buffer.set_line(
            area.x,
            area.y,
            &Line::from(vec![name, Span::styled(what, theme.quiet())]),
            area.width,
        );
        return;
    };
    let state = saved(work);
    let room = usize::from(area.width).saturating_sub(15 + state.width() + 2);
    let subject = Span::raw(format!("   {}", cut(&work.subject(), room)));
    buffer.set_line(area.x, area.y, &Line::from(vec![name, subject]), area.width);
    let style = if matches!(work.saved, Saved::Failed(_)) { theme.bad() } else { theme.quiet() };
    let width = u16::try_from(state.width()).unwrap_or(0);
    buffer.set_stringn(area.right().saturating_sub(width), area.y, &state, usize::from(width), style);
}

fn saved(work: &Work) -> String {
    match &work.saved {
        _ if work.read_only => "read only".to_owned(),
        Saved::Failed(_) => "NOT SAVED".to_owned(),
        _ if work.is_dirty() => "not saved yet".to_owned(),
        Saved::At(time) => format!("saved {time}"),
        Saved::Never => String::new(),
    }
}

/// `1 Target ✓  [2 Background]  3 Offers …`; where the screen is narrow the others are numbers only.
pub fn steps(app: &App, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let (Some(work), Some(current)) = (&app.work, app.screen.step()) else { return };
    let desk = work.desk(app.today);
    let mut spans = Vec::new();
    for (at, step) in Step::ALL.into_iter().enumerate() {
        let mut text = format!("{} {}", at + 1, step.title());
        match step {
            Step::Levers => {
                let (backed, all) = form::levers_backed(&desk);
                text.push_str(&format!(" {backed}/{all}"));
            }
            Step::Plan | Step::Script if work.plan.is_err() => {}
            step if form::done(&desk, step) => text.push_str(" ✓"),
            _ => {}
        }
        if area.width < 72 && step != current {
            text = text.replace(&format!(" {}", step.title()), "");
        }
        if step == current {
            spans.push(Span::styled(format!("[{text}]"), theme.strong()));
        } else {
            spans.push(Span::raw(format!(" {text} ")));
        }
    }
    buffer.set_line(area.x, area.y, &Line::from(spans), area.width);
}

/// What just happened, or nothing; a long notice takes lines from the screen above it.
pub fn notice(app: &App, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let Some(notice) = &app.notice else { return };
    let mut lines = wrap(notice, usize::from(area.width).saturating_sub(2));
    lines.truncate(4);
    let taken = u16::try_from(lines.len()).unwrap_or(1);
    let top = area.bottom().saturating_sub(taken);
    Clear.render(Rect { y: top, height: taken, ..area }, buffer);
    for (y, line) in (top..area.bottom()).zip(lines) {
        buffer.set_stringn(area.x + 1, y, line, usize::from(area.width), theme.careful());
    }
}

/// The keys of this state, whole groups only; the help is always named last.
pub fn footer(app: &App, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let context = app.context();
    let more = match context {
        Context::Reading | Context::Menu | Context::Prompt | Context::Confirm | Context::Faults => None,
        _ if context.is_typing() => Some("F1"),
        _ => Some("?"),
    };
    let tail = more.map_or(0, |key| key.len() + " more".len());
    let mut room = usize::from(area.width).saturating_sub(tail + 2);
    let mut spans = vec![Span::raw(" ")];
    for binding in context.all().filter(|binding| !binding.footer.is_empty()) {
        let (key, words) =
            (binding.keys.first().map(|key| theme.key_name(*key)).unwrap_or_default(), binding.footer);
        let width = key.width() + words.width() + 4;
        if width > room {
            continue;
        }
        room -= width;
        spans.extend([Span::styled(key, theme.key()), Span::raw(format!(" {words}   "))]);
    }
    if let Some(key) = more {
        spans.extend([Span::styled(key, theme.key()), Span::raw(" more")]);
    }
    buffer.set_line(area.x, area.y, &Line::from(spans), area.width);
}
