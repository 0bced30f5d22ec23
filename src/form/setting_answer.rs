//! What an answer to a field of the settings does.

use super::answer::part;
use super::mark_down;
use super::{Answer, Desk, MarkDownField, SettingField, read};
use crate::domain::edit::Edit;
use crate::domain::money::Rate;
use crate::domain::problem::Problem;
use crate::domain::session::Settings;

/// Working days that anyone would wait for an answer.
const MOST_REPLY_DAYS: u8 = 30;

/// Takes the text of one field of the settings; empty text brings the usual value back.
pub(super) fn take(desk: &Desk, field: SettingField, text: &str) -> Result<Answer, Problem> {
    let mut settings = desk.session.settings.clone();
    let usual = Settings::default();
    let rate = |usual: Rate| if text.is_empty() { Ok(usual) } else { part(text) };
    match field {
        SettingField::PersonalMinimum if text.is_empty() => settings.personal_minimum = None,
        SettingField::PersonalMinimum => {
            return Ok(read::money_in(text, desk.currency())?.into_answer(|money| {
                settings.personal_minimum = Some(money);
                Edit::Settings(Box::new(settings))
            }));
        }
        SettingField::MarkDown(MarkDownField::Route) => {
            settings.mark_down = mark_down::chosen(text, settings.mark_down);
        }
        SettingField::MarkDown(field) => {
            if let Some(way) = &mut settings.mark_down {
                mark_down::put(way, field, text)?;
            }
        }
        SettingField::PrivateHaircut => settings.private_haircut = rate(usual.private_haircut)?,
        SettingField::DiscountRate => settings.discount_rate = rate(usual.discount_rate)?,
        SettingField::SwitchingPremium => settings.switching_premium = rate(usual.switching_premium)?,
        SettingField::Horizon if text.is_empty() => settings.horizon_years = usual.horizon_years,
        SettingField::Horizon => {
            let years = text.parse().ok().filter(|years| (1..=40).contains(years));
            settings.horizon_years = years.ok_or_else(|| {
                Problem::new("horizon-range", "The years you look at are 1 to 40.").hint("Four is usual.")
            })?;
        }
        SettingField::TaxRate => settings.tax_rate = tax_rate(text)?,
        SettingField::ReplyDays if text.is_empty() => settings.reply_days = usual.reply_days,
        SettingField::ReplyDays => {
            let days = text.parse().ok().filter(|days| *days <= MOST_REPLY_DAYS);
            settings.reply_days = days.ok_or_else(|| {
                let message = format!("An answer takes 0 to {MOST_REPLY_DAYS} working days.");
                Problem::new("reply-days-range", message).hint("Two is usual.")
            })?;
        }
    }
    Ok(Answer::Edit(Edit::Settings(Box::new(settings))))
}

/// A marginal tax rate, which leaves something; none where the text is empty.
pub(super) fn tax_rate(text: &str) -> Result<Option<Rate>, Problem> {
    if text.is_empty() {
        return Ok(None);
    }
    match text.parse::<Rate>()? {
        rate if rate < Rate::ONE => Ok(Some(rate)),
        rate => Err(Problem::new("tax-range", format!("A tax of {rate} would leave nothing."))
            .hint("Write what they take of one more unit of pay, such as 42%.")),
    }
}
