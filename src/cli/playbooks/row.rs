//! A playbook of the library in one line, or as a JSON object.

use std::io;

use serde_json::Value;
use unicode_width::UnicodeWidthStr;

use crate::cli::failure::CliFailure;
use crate::cli::shell::Shell;
use crate::domain::catalog::{Card, Origin};
use crate::export;

/// The width of a line.
const WIDTH: usize = 80;
/// The widest that the column of the ids becomes.
const IDS: usize = 44;

/// The lines of a list: the id, never cut, then what still has room.
pub fn lines(cards: &[&Card]) -> String {
    let ids = cards.iter().map(|card| card.id.width()).max().unwrap_or(0).min(IDS);
    cards.iter().map(|card| line(card, ids)).collect::<Vec<_>>().join("\n")
}

fn line(card: &Card, ids: usize) -> String {
    let id = if card.id.width() > ids { card.id.clone() } else { export::fit(&card.id, ids) };
    let mark = if card.origin == Origin::BuiltIn { "  (built in)" } else { "" };
    let room = WIDTH.saturating_sub(id.width() + 2 + mark.width()).max(12);
    format!("{id}  {}{mark}", words(card, room))
}

/// Company, role and regions in so much room; the regions keep two fifths of it.
fn words(card: &Card, room: usize) -> String {
    if let Some(why) = &card.damaged {
        return export::cut(&format!("damaged: {why}"), room);
    }
    let mut regions: Vec<&str> = Vec::new();
    for place in &card.places {
        if !regions.contains(&place.region.as_str()) {
            regions.push(&place.region);
        }
    }
    let (name, regions) = (format!("{} · {}", card.company, card.role), regions.join(", "));
    if regions.is_empty() {
        return export::cut(&name, room);
    }
    let kept = regions.width().min((room * 2 / 5).max(room.saturating_sub(name.width() + 2)));
    let name = export::cut(&name, room.saturating_sub(kept + 2));
    format!("{name}  {}", export::cut(&regions, kept))
}

/// The playbooks for other programs: what the card holds, and where the playbook is.
pub fn json(shell: &Shell, cards: &[&Card]) -> Result<Value, CliFailure> {
    let rows: io::Result<Vec<Value>> = cards.iter().map(|card| object(shell, card)).collect();
    Ok(Value::Array(rows?))
}

fn object(shell: &Shell, card: &Card) -> io::Result<Value> {
    let source = match card.origin {
        Origin::BuiltIn => "built in".to_owned(),
        Origin::Own => shell.library.own_file(&card.id).display().to_string(),
    };
    let mut value = serde_json::to_value(card).map_err(io::Error::other)?;
    if let Value::Object(fields) = &mut value {
        fields.remove("origin");
        fields.insert("source".to_owned(), source.into());
    }
    Ok(value)
}
