//! The fields of one alternative: a competing offer, or the current job.

use super::equity::{self, EquityForm, Owner};
use super::target_fields::shown;
use super::{Choice, Desk, Field, FieldId, Kind, OfferField, clawback, exchange};
use crate::domain::money::{Currency, Money};
use crate::domain::offer::{Alternative, OfferStatus};
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
        fields.extend(exchange::fields(desk, form.currency));
    }
    fields.extend(form.cash());
    fields.extend(EquityForm { desk, owner: Owner::Offer(index) }.fields());
    fields.extend(form.once());
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
        let by_count = equity.options.as_ref().and_then(|terms| equity::options_in_words(terms, currency));
        let by_amount = || format!("{} {}", amount(equity.grant), equity.kind.unwrap_or_default().words());
        parts.push(by_count.unwrap_or_else(by_amount));
    }
    if let Some(signing) = alternative.signing {
        parts.push(format!("{} signing", amount(signing)));
    }
    parts.join(", ")
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

    fn once(&self) -> Vec<Field> {
        let own = self.alternative;
        let mut fields = vec![
            self.money(OfferField::Signing, "Signing bonus", own.signing)
                .example("25k, paid once")
                .under("Once, and besides"),
            self.money(OfferField::Relocation, "Relocation", own.relocation).example("5k, paid once"),
        ];
        if own.signing.is_some() || own.relocation.is_some() || own.clawback.is_some() {
            let id = |field| FieldId::Offer(self.index, OfferField::Clawback(field));
            fields.extend(clawback::fields(own.clawback, id));
        }
        fields
    }

    fn rest(&self) -> [Field; 4] {
        let own = self.alternative;
        [
            self.money(OfferField::OtherAnnual, "Other pay", own.other_annual).example("3k a year"),
            self.field(OfferField::Expires, "Expires", Kind::Day).holding(own.expires).example("Friday"),
            self.field(OfferField::TaxRate, "Your tax rate there", Kind::Rate)
                .holding(own.tax_rate)
                .example("42%; empty if in the same country")
                .help(
                    "Taxes are left out, because one rate falls on both sides alike. For an offer in another \
                     country state both rates on one more unit of pay: here, and the target's in the settings.",
                )
                .under("Where it is"),
            self.field(OfferField::CostOfLiving, "Cost of living there", Kind::Rate)
                .holding(own.cost_of_living)
                .example("85%; not counted if empty")
                .help("What the same life costs there, the target's place being 100%."),
        ]
    }
}
