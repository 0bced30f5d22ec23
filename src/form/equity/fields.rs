//! Which fields a grant has now: what makes no sense yet is not asked.

use super::{EquityForm, Owner, options, schedule};
use crate::domain::money::Money;
use crate::domain::offer::{Equity, EquityKind};
use crate::form::mark_down::{self, STATED};
use crate::form::target_fields::shown;
use crate::form::{Choice, EquityField, Field, Kind};

/// The value of the choice that there is no grant.
pub(super) const NONE: &str = "none";

impl EquityForm<'_> {
    /// The fields of the grant, as far as they make sense now.
    pub fn fields(&self) -> Vec<Field> {
        let kind = self.kind();
        let mut fields = vec![self.grant()];
        if self.owner != Owner::Target {
            fields.push(self.kinds());
        }
        if kind == EquityKind::Options {
            fields.extend(options::fields(self, self.held().and_then(|equity| equity.options.as_ref())));
        }
        let Some(equity) = self.held() else { return fields };
        fields.extend(schedule::fields(self, equity));
        fields.extend(self.refresher(equity));
        let is_marked = equity.haircut.is_some() || equity.mark_down.is_some();
        if self.owner != Owner::Target && (!kind.is_liquid() || is_marked) {
            fields.extend(self.mark_down(equity));
        }
        fields
    }

    fn money(&self, field: EquityField, label: &str, held: Option<Money>) -> Field {
        Field::new(self.id(field), label, Kind::Money(self.currency())).holding(held.map(shown))
    }

    fn grant(&self) -> Field {
        let held = self.held().filter(|equity| !is_by_count(equity)).map(|equity| equity.grant);
        match self.owner {
            Owner::Target => self
                .money(EquityField::Grant, "Equity offered", held)
                .example("180k, the whole grant")
                .help("The whole grant over all its years, not the part of one year."),
            Owner::Offer(_) => self
                .money(EquityField::Grant, "Grant", held)
                .example("260k, the whole grant")
                .help("Stock for all years together, at today's price. Options need no amount: see below.")
                .under("Equity"),
        }
    }

    fn kinds(&self) -> Field {
        let mut choices = Vec::new();
        let may_go =
            self.held().is_none_or(|equity| equity.grant.amount().is_zero() && equity.options.is_none());
        if may_go {
            choices.push(Choice::new(NONE, "none"));
        }
        choices.extend(EquityKind::ALL.map(|kind| Choice::new(kind.name(), kind.words())));
        Field::new(self.id(EquityField::Kind), "Kind", Kind::Choice(choices))
            .holding(Some(self.held().map_or(NONE, |_| self.kind().name())))
            .help("Listed stock can be sold the day it vests; private stock and options are marked down.")
    }

    fn refresher(&self, equity: &Equity) -> Vec<Field> {
        let held = equity.refresher;
        let amount = self
            .money(EquityField::Refresher, "Refresher a year", held.map(|refresher| refresher.a_year))
            .example("40k, the whole grant of one year")
            .help("Refresher: a further grant at the end of each year, which vests over four years.");
        let Some(refresher) = held else { return vec![amount] };
        let choices = vec![Choice::new("no", "no"), Choice::new("yes", "yes")];
        let written =
            Field::new(self.id(EquityField::RefresherWritten), "In writing?", Kind::Choice(choices))
                .holding(Some(if refresher.written { "yes" } else { "no" }))
                .help("Only what is in writing counts; what is said only is shown beside.");
        vec![amount, written]
    }

    fn mark_down(&self, equity: &Equity) -> Vec<Field> {
        let settings = &self.desk.session.settings;
        let usual = match settings.mark_down {
            Some(way) => mark_down::words(way.route).to_owned(),
            None => settings.private_haircut.to_string(),
        };
        let mut choices = vec![Choice::new("", format!("as in the settings ({usual})"))];
        choices.extend(mark_down::choices());
        let held = match (equity.mark_down, equity.haircut) {
            (Some(way), _) => way.route.name(),
            (None, Some(_)) => STATED,
            (None, None) => "",
        };
        let id = |field| self.id(EquityField::MarkDown(field));
        let route =
            Field::new(id(crate::form::MarkDownField::Route), "Marked down by", Kind::Choice(choices))
                .holding(Some(held))
                .help(mark_down::help(equity.mark_down.as_ref()))
                .under("What it is worth unsold");
        let mut fields = vec![route];
        match (equity.mark_down, equity.haircut) {
            (Some(way), _) => fields.extend(mark_down::figures(&way, id)),
            (None, Some(haircut)) => fields.push(
                Field::new(self.id(EquityField::Haircut), "Haircut", Kind::Rate)
                    .holding(Some(haircut))
                    .example(format!("30%; {usual}, as in the settings, if empty"))
                    .help("15 to 35% is common for private stock."),
            ),
            (None, None) => {}
        }
        fields
    }
}

/// Whether the grant is stated by its options alone, without an amount.
pub(super) fn is_by_count(equity: &Equity) -> bool {
    let has_options = equity.kind == Some(EquityKind::Options) || equity.options.is_some();
    has_options && equity.grant.amount().is_zero()
}
