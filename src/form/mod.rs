//! Fields, validation and the order of the steps. Pure: the screens and any other asker walk the
//! same form.

mod answer;
mod clawback;
mod echo;
mod equity;
mod exchange;
mod field;
mod id;
mod mark_down;
mod months;
mod offer_answer;
mod offer_fields;
mod price;
pub mod quick;
mod read;
mod relabel;
mod setting_answer;
mod setting_fields;
mod steps;
mod target_answer;
mod target_fields;
#[cfg(test)]
mod tests;

use jiff::civil::Date;

pub use answer::{Answer, answer};
pub use echo::echo;
pub use field::{Choice, Field, Kind};
pub use id::{
    BandField, ClawbackField, EquityField, FieldId, MarkDownField, OfferField, OptionField, SettingField,
    TargetField,
};
pub use offer_fields::{offer, offer_row};
pub use setting_fields::settings;
pub use steps::{background, done, lever, levers_backed, quick_line};
pub use target_fields::target;

use crate::domain::money::Currency;
use crate::domain::plan;
use crate::domain::playbook::{OwnBand, Playbook};
use crate::domain::session::Session;

/// What a form is filled in for.
#[derive(Debug, Clone, Copy)]
pub struct Desk<'a> {
    pub playbook: &'a Playbook,
    pub session: &'a Session,
    pub today: Date,
}

impl Desk<'_> {
    /// The band that rules, if one is known yet.
    pub fn band(&self) -> Option<OwnBand> {
        plan::band_of(self.playbook, self.session).ok().map(|(_, band)| band)
    }

    /// The currency of the plan: the band's, or the one the user's band has so far.
    pub fn currency(&self) -> Currency {
        let own = self.session.band.as_ref().map(|band| band.currency);
        own.or_else(|| self.band().map(|band| band.currency)).unwrap_or(Currency::USD)
    }
}
