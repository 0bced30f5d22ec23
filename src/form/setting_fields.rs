//! The assumptions of the computation, as fields.

use super::target_fields::shown;
use super::{Desk, Field, FieldId, Kind, SettingField};

/// The fields of the settings, each with its meaning.
pub fn settings(desk: &Desk) -> Vec<Field> {
    let settings = &desk.session.settings;
    let field = |field, label: &str, kind| Field::new(FieldId::Setting(field), label, kind);
    vec![
        field(SettingField::PersonalMinimum, "Your own minimum", Kind::Money(desk.currency()))
            .holding(settings.personal_minimum.map(shown))
            .example("empty, or 200k")
            .help(
                "A base below which you would not go for reasons of your own. It can only raise the floor.",
            ),
        field(SettingField::PrivateHaircut, "Private equity is marked down by", Kind::Rate)
            .holding(Some(settings.private_haircut))
            .example("25%")
            .help("Paper you cannot sell is worth less than its face. 15 to 35% is common."),
        field(SettingField::Horizon, "Years you look at", Kind::Number)
            .holding(Some(settings.horizon_years))
            .example("4")
            .help("Signing and relocation are spread over these years."),
        field(SettingField::DiscountRate, "Discount a year", Kind::Rate)
            .holding(Some(settings.discount_rate))
            .example("0%")
            .help("How much less money a year later is worth to you. It matters where schedules differ."),
        field(SettingField::SwitchingPremium, "Staying is worth", Kind::Rate)
            .holding(Some(settings.switching_premium))
            .example("10%")
            .help("Added to the current job's value, because staying costs nothing to arrange."),
    ]
}
