//! What must be given back by whoever leaves early.

use super::{Choice, ClawbackField, Field, FieldId, Kind, months};
use crate::domain::offer::{Clawback, ClawbackKind};
use crate::domain::problem::Problem;

/// Months of a clawback that states none.
const USUAL: u16 = 12;

/// Whether it must be given back, and if so, until when.
pub(super) fn fields(held: Option<Clawback>, id: impl Fn(ClawbackField) -> FieldId) -> Vec<Field> {
    let words = |kind| match kind {
        ClawbackKind::Full => "all of it",
        ClawbackKind::ProRata => "the part not served",
    };
    let mut choices = vec![Choice::new("no", "no")];
    choices.extend(ClawbackKind::ALL.map(|kind| Choice::new(kind.name(), words(kind))));
    let kind = Field::new(id(ClawbackField::Kind), "Must be given back", Kind::Choice(choices))
        .holding(Some(held.map_or("no", |clawback| clawback.kind.name())))
        .help("Clawback: what the letter says you pay back if you leave early.");
    let Some(clawback) = held else { return vec![kind] };
    let within = Field::new(id(ClawbackField::Months), "if I leave within", Kind::Months)
        .holding(Some(months::shown(clawback.months)))
        .example(format!("18 months; {} if empty", months::shown(USUAL)));
    vec![kind, within]
}

pub(super) fn take(
    held: Option<Clawback>,
    field: ClawbackField,
    text: &str,
) -> Result<Option<Clawback>, Problem> {
    match field {
        ClawbackField::Kind => {
            let kind = ClawbackKind::ALL.into_iter().find(|kind| kind.name() == text);
            let months = held.map_or(USUAL, |clawback| clawback.months);
            Ok(kind.map(|kind| Clawback { months, kind }))
        }
        ClawbackField::Months => {
            let months = if text.is_empty() { USUAL } else { months::read(text)? };
            Ok(held.map(|clawback| Clawback { months, ..clawback }))
        }
    }
}
