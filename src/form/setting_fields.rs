//! The assumptions of the computation, as fields.

use super::mark_down::{self, STATED};
use super::target_fields::shown;
use super::{Desk, Field, FieldId, Kind, MarkDownField, SettingField};
use crate::domain::session::Settings;

/// The fields of the settings, each with its meaning.
pub fn settings(desk: &Desk) -> Vec<Field> {
    let settings = &desk.session.settings;
    let mut fields = vec![
        field(SettingField::PersonalMinimum, "Your own minimum", Kind::Money(desk.currency()))
            .holding(settings.personal_minimum.map(shown))
            .example("empty, or 200k")
            .help(
                "A base below which you would not go for reasons of your own. It can only raise the floor.",
            ),
    ];
    fields.extend(marked_down(settings));
    fields.extend(assumptions(settings));
    fields
}

fn field(field: SettingField, label: &str, kind: Kind) -> Field {
    Field::new(FieldId::Setting(field), label, kind)
}

/// The way private paper is marked down, and the figures of that way alone.
fn marked_down(settings: &Settings) -> Vec<Field> {
    let id = |field| FieldId::Setting(SettingField::MarkDown(field));
    let held = settings.mark_down.map_or(STATED, |way| way.route.name());
    let route = Field::new(id(MarkDownField::Route), "Marked down by", Kind::Choice(mark_down::choices()))
        .holding(Some(held))
        .help(mark_down::help(settings.mark_down.as_ref()))
        .under("Private equity, which cannot be sold");
    let mut fields = vec![route];
    match settings.mark_down {
        Some(way) => fields.extend(mark_down::figures(&way, id)),
        None => fields.push(
            field(SettingField::PrivateHaircut, "Haircut", Kind::Rate)
                .holding(Some(settings.private_haircut))
                .example("25%")
                .help("Paper you cannot sell is worth less than its face. 15 to 35% is common."),
        ),
    }
    fields
}

fn assumptions(settings: &Settings) -> Vec<Field> {
    vec![
        field(SettingField::Horizon, "Years you look at", Kind::Number)
            .holding(Some(settings.horizon_years))
            .example("4")
            .help("Signing and relocation are spread over these years.")
            .under("Time and place"),
        field(SettingField::DiscountRate, "Discount a year", Kind::Rate)
            .holding(Some(settings.discount_rate))
            .example("0%")
            .help("How much less money a year later is worth to you. It matters where schedules differ."),
        field(SettingField::SwitchingPremium, "Staying is worth", Kind::Rate)
            .holding(Some(settings.switching_premium))
            .example("10%")
            .help("Added to the current job's value, because staying costs nothing to arrange."),
        field(SettingField::TaxRate, "Tax rate at the target", Kind::Rate)
            .holding(settings.tax_rate)
            .example("empty, or 35%")
            .help(
                "What they take of one more unit of pay. It counts only beside the rate of an offer elsewhere: \
                 one rate on both sides changes nothing.",
            ),
        field(SettingField::ReplyDays, "Days an answer takes", Kind::Number)
            .holding(Some(settings.reply_days))
            .example("2")
            .help("Working days from your letter to their answer: the board reckons back with them."),
    ]
}
