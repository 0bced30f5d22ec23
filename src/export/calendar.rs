//! The board as a calendar file (RFC 5545): whole days, so that no time zone is needed.

use jiff::civil::Date;

use crate::domain::board::{Board, Deadline, Move, MoveKind};
use crate::domain::compare::Whose;
use crate::domain::text;

/// The most octets of a line, its end apart.
const OCTETS: usize = 75;

/// One event for each deadline and each move, these with an alarm at nine on their day.
///
/// A calendar is often shared, so it says no amount, and names a rival only where `names_rivals`
/// allows it; else an alternative is `Offer 1` by its place. The title is taken as it is. A move whose
/// day has passed stands on the board's own day. `stamp` is the day of the export.
pub fn calendar(board: &Board, title: &str, names_rivals: bool, stamp: Date) -> String {
    let mut file = File::default();
    file.line("BEGIN", "VCALENDAR");
    file.line("VERSION", "2.0");
    file.line("PRODID", "-//negotiate-up//negotiate-up//EN");
    file.line("CALSCALE", "GREGORIAN");
    file.line("METHOD", "PUBLISH");
    file.text("X-WR-CALNAME", title);
    let page = Page { title, names_rivals, stamp, calendar: fingerprint(title) };
    for deadline in &board.deadlines {
        page.event(&page.deadline(deadline), &mut file);
    }
    for one in &board.moves {
        page.event(&page.one_move(one, board.today), &mut file);
    }
    file.line("END", "VCALENDAR");
    file.0
}

/// What all events share.
struct Page<'a> {
    title: &'a str,
    names_rivals: bool,
    stamp: Date,
    /// Keeps the events of two negotiations apart in one calendar.
    calendar: u64,
}

struct Event {
    day: Date,
    /// The same in each export, so that a calendar replaces the event of an earlier one.
    id: String,
    summary: String,
    description: String,
    category: &'static str,
    alarm: bool,
}

impl Page<'_> {
    fn deadline(&self, deadline: &Deadline) -> Event {
        let whom = self.name(deadline.whose, &deadline.label);
        Event {
            day: deadline.day,
            id: format!("deadline-{}", place(deadline.whose)),
            summary: format!("{whom}: the offer ends"),
            description: format!("The last day of the offer: {whom}."),
            category: "Deadline",
            alarm: false,
        }
    }

    fn one_move(&self, one: &Move, today: Date) -> Event {
        let whom = self.name(one.whose, &one.label);
        Event {
            day: one.by.max(today),
            id: format!("{}-{}", one.kind.name(), place(one.whose)),
            summary: format!("{}: {whom}", one.kind.title()),
            description: advice(one.kind).to_owned(),
            category: "Move",
            alarm: true,
        }
    }

    fn name(&self, whose: Whose, label: &str) -> String {
        match whose {
            Whose::Alternative(index) if !self.names_rivals => format!("Offer {}", index + 1),
            _ => label.to_owned(),
        }
    }

    fn event(&self, event: &Event, file: &mut File) {
        file.line("BEGIN", "VEVENT");
        file.line("UID", &format!("{}-{:016x}@negotiate-up", event.id, self.calendar));
        file.line("DTSTAMP", &format!("{}T000000Z", figures(self.stamp)));
        file.line("DTSTART;VALUE=DATE", &figures(event.day));
        // Without an end an event of a date lasts that day.
        if let Ok(next) = event.day.tomorrow() {
            file.line("DTEND;VALUE=DATE", &figures(next));
        }
        file.text("SUMMARY", &event.summary);
        file.text("DESCRIPTION", &format!("{}\n{}", event.description, self.title));
        file.line("CATEGORIES", event.category);
        file.line("TRANSP", "TRANSPARENT");
        if event.alarm {
            file.line("BEGIN", "VALARM");
            file.line("ACTION", "DISPLAY");
            file.text("DESCRIPTION", &event.summary);
            file.line("TRIGGER", "PT9H");
            file.line("END", "VALARM");
        }
        file.line("END", "VEVENT");
    }
}

/// Why a move is made, whoever it goes to; the board's own words may name a rival.
fn advice(kind: MoveKind) -> &'static str {
    match kind {
        MoveKind::Confirm => "An offer that is only spoken can be taken back. Ask for it in writing.",
        MoveKind::SpeedUp => "Ask when the answer comes, and whether it can come before another offer ends.",
        MoveKind::MoreTime => "Ask for more days to decide, while there is time for an answer.",
        MoveKind::Counter => "Say the ask, so that there is time for an answer.",
        MoveKind::Answer => "The last day to answer. Decline elsewhere only with an agreement in writing.",
        MoveKind::AskWhetherItStands => "Its last day has passed. Ask whether the offer still stands.",
    }
}

fn place(whose: Whose) -> String {
    match whose {
        Whose::Target => "target".to_owned(),
        Whose::Ask => "ask".to_owned(),
        Whose::Alternative(index) => format!("offer-{}", index + 1),
    }
}

/// A day as `20261127`; the format has no years before 0.
fn figures(day: Date) -> String {
    format!("{:04}{:02}{:02}", day.year().max(0), day.month(), day.day())
}

/// The FNV-1a hash: the same on every machine and in every version.
fn fingerprint(text: &str) -> u64 {
    text.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The lines written so far.
#[derive(Default)]
struct File(String);

impl File {
    /// A line whose value needs no escape, folded after 75 octets.
    fn line(&mut self, name: &str, value: &str) {
        let mut octets = 0;
        for c in name.chars().chain([':']).chain(value.chars()) {
            if octets + c.len_utf8() > OCTETS {
                self.0.push_str("\r\n ");
                octets = 1;
            }
            self.0.push(c);
            octets += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    fn text(&mut self, name: &str, value: &str) {
        self.line(name, &escaped(value));
    }
}

fn escaped(value: &str) -> String {
    let mut escaped = String::with_capacity(value.len());
    for c in text::clean(value).chars() {
        match c {
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
            '\n' => escaped.push_str("\\n"),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests;
