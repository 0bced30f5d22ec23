//! The fields of one alternative: a competing offer, or the current job.

use super::target_fields::shown;
use super::{Choice, Desk, Field, FieldId, Kind, OfferField};
use crate::domain::money::{Currency, Money};
use crate::domain::offer::{Alternative, EquityKind, OfferStatus, Vesting};
use crate::domain::session::Settings;

/// The fields of the alternative at `index`; none where there is no such alternative.
pub fn offer(desk: &Desk, index: usize) -> Vec<Field> {
    let Some(alternative) = desk.session.alternatives.get(index) else { return Vec::new() };
    let form = OfferForm { index, alternative, currency: alternative.currency.unwrap_or(desk.currency()) };
    let mut fields = vec![form.company(), form.level(), form.status()];
    if alternative.status == OfferStatus::Verbal {
        fields.push(form.confidence());
    }
    fields.push(form.currency());
    if form.currency != desk.currency() {
        fields.extend(exchange(desk, form.currency));
    }
    fields.extend(form.cash());
    fields.extend(form.equity(desk.session.settings.private_haircut));
    fields.extend(form.rest());
    fields
}

/// One row of the table of alternatives: who, how firm, what, until when.
pub fn offer_row(desk: &Desk, alternative: &Alternative) -> String {
    let currency = alternative.currency.unwrap_or(desk.currency());
    let amount = |money: Money| crate::domain::money::show::short(currency, money.amount());
    let mut parts = vec![format!("{} base", amount(alternative.base))];
    if let Some(bonus) = alternative.bonus {
        parts.push(format!("{bonus} bonus"));
    }
    if let Some(bonus) = alternative.bonus_amount {
        parts.push(format!("{} bonus", amount(bonus)));
    }
    if let Some(equity) = &alternative.equity {
        parts.push(format!("{} {}", amount(equity.grant), equity.kind.unwrap_or_default().words()));
    }
    if let Some(signing) = alternative.signing {
        parts.push(format!("{} signing", amount(signing)));
    }
    parts.join(", ")
}

/// The rate of another currency, which only the user can state.
fn exchange(desk: &Desk, currency: Currency) -> [Field; 2] {
    let plan = desk.currency();
    let fx = desk.session.settings.fx.get(&currency);
    [
        Field::new(FieldId::ExchangeRate(currency), format!("1 {currency} in {plan}"), Kind::Number)
            .holding(fx.map(|fx| fx.rate))
            .example("0.85 or 1.27")
            .help("What one unit is worth. The program has no network and never guesses a rate: look it up."),
        Field::new(FieldId::ExchangeDay(currency), "Rate of", Kind::Day)
            .holding(fx.and_then(|fx| fx.as_of))
            .example("today"),
    ]
}

struct OfferForm<'a> {
    index: usize,
    alternative: &'a Alternative,
    currency: Currency,
}

impl OfferForm<'_> {
    fn field(&self, field: OfferField, label: &str, kind: Kind) -> Field {
        Field::new(FieldId::Offer(self.index, field), label, kind)
    }

    fn money(&self, field: OfferField, label: &str, held: Option<Money>) -> Field {
        self.field(field, label, Kind::Money(self.currency)).holding(held.map(shown))
    }

    fn company(&self) -> Field {
        self.field(OfferField::Company, "Company", Kind::Text)
            .holding(Some(&self.alternative.company))
            .example("Google")
    }

    fn level(&self) -> Field {
        self.field(OfferField::Level, "Level", Kind::Text)
            .holding(self.alternative.level.as_ref())
            .example("L4; empty if unknown")
    }

    fn status(&self) -> Field {
        let words = |status| match status {
            OfferStatus::Written => "written",
            OfferStatus::Verbal => "verbal, not yet in writing",
            OfferStatus::Expected => "expected, does not count",
            OfferStatus::Current => "my current job",
        };
        let choices = OfferStatus::ALL.map(|status| Choice::new(status.name(), words(status)));
        self.field(OfferField::Status, "How firm", Kind::Choice(choices.to_vec()))
            .holding(Some(self.alternative.status.name()))
            .help("Only what is written counts in full. The current job counts for a little more: staying is free.")
    }

    fn confidence(&self) -> Field {
        self.field(OfferField::Confidence, "Chance it comes in writing", Kind::Rate)
            .holding(self.alternative.confidence)
            .example(format!("{} unless you say otherwise", Settings::VERBAL_CONFIDENCE))
    }

    fn currency(&self) -> Field {
        self.field(OfferField::Currency, "Currency", Kind::Text)
            .holding(self.alternative.currency)
            .example(format!("{}, the plan's, unless you say otherwise", self.currency))
    }

    fn cash(&self) -> [Field; 3] {
        let own = self.alternative;
        [
            self.money(OfferField::Base, "Base", Some(own.base)).example("210k").help("A year, before tax."),
            self.field(OfferField::Bonus, "Target bonus", Kind::RateSpan)
                .holding(own.bonus)
                .example("15%; empty if they did not say")
                .help("As stated in the offer. Not stated counts as none, and that lowers your floor: ask them."),
            self.money(OfferField::BonusAmount, "or as an amount", own.bonus_amount).example("20k a year"),
        ]
    }

    fn equity(&self, haircut: crate::domain::money::Rate) -> Vec<Field> {
        let equity = self.alternative.equity.as_ref();
        let grant = self
            .money(OfferField::Grant, "Grant", equity.map(|equity| equity.grant))
            .example("260k, the whole grant")
            .help("Stock for all years together, at today's price.")
            .under("Equity");
        let Some(equity) = equity else { return vec![grant] };
        let kind = equity.kind.unwrap_or_default();
        let choices = EquityKind::ALL.map(|kind| Choice::new(kind.name(), kind.words()));
        let mut fields = vec![
            grant,
            self.field(OfferField::Kind, "Kind", Kind::Choice(choices.to_vec()))
                .holding(Some(kind.name()))
                .help("Listed stock can be sold the day it vests; private stock and options are marked down."),
            self.field(OfferField::Vesting, "Vesting", Kind::Vesting)
                .holding(equity.vesting.as_ref().map(shares).or(equity.years.map(|years| years.to_string())))
                .example("4, or year by year: 33 33 22 12")
                .help("Vesting: the years over which the grant becomes yours. Even over 4 years unless you say."),
        ];
        if !kind.is_liquid() || equity.haircut.is_some() {
            fields.push(
                self.field(OfferField::Haircut, "Mark it down by", Kind::Rate)
                    .holding(equity.haircut)
                    .example(format!("{haircut} unless you say otherwise"))
                    .help("Haircut: what you take off paper that you cannot sell."),
            );
        }
        fields
    }

    fn rest(&self) -> [Field; 4] {
        let own = self.alternative;
        [
            self.money(OfferField::Signing, "Signing bonus", own.signing)
                .example("25k, paid once")
                .under("Once, and besides"),
            self.money(OfferField::Relocation, "Relocation", own.relocation).example("5k, paid once"),
            self.money(OfferField::OtherAnnual, "Other pay", own.other_annual).example("3k a year"),
            self.field(OfferField::Expires, "Expires", Kind::Day).holding(own.expires).example("Friday"),
        ]
    }
}

fn shares(vesting: &Vesting) -> String {
    vesting.shares().iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}
