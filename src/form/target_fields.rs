//! The fields of the first step: whom one negotiates with, where, in which band, and what they
//! have offered so far.

use super::equity::{EquityForm, Owner};
use super::{BandField, Choice, Desk, Field, FieldId, Kind, TargetField, clawback};
use crate::domain::money::{Money, Range};
use crate::domain::playbook::Band;

/// The fields of the Target step.
pub fn target(desk: &Desk) -> Vec<Field> {
    let mut fields = Vec::new();
    if desk.playbook.is_general() {
        fields.extend(general(desk));
    } else {
        fields.push(region(desk));
        fields.push(band_source(desk));
    }
    if desk.playbook.is_general() || desk.session.band.is_some() {
        fields.extend(own_band(desk));
    }
    fields.extend(offered(desk));
    fields
}

/// A general playbook cannot name the company: the user does.
fn general(desk: &Desk) -> [Field; 3] {
    let session = desk.session;
    [
        Field::new(FieldId::Company, "Company", Kind::Text)
            .holding(session.company.as_ref())
            .example("the company that made you the offer")
            .help("Whom you negotiate with: the target."),
        Field::new(FieldId::Role, "Role", Kind::Text)
            .holding(session.role.as_ref())
            .example(desk.playbook.role.clone()),
        Field::new(FieldId::Region, "Place", Kind::Text)
            .holding(Some(&session.region))
            .example("the city or region of the job"),
    ]
}

fn region(desk: &Desk) -> Field {
    let label = |band: &Band| Choice::new(band.label(), band.label());
    let held = match &desk.session.level {
        Some(level) => format!("{} · {level}", desk.session.region),
        None => desk.session.region.clone(),
    };
    let rows = &desk.playbook.bands;
    let current = rows.iter().find(|band| band.label() == held).or_else(|| {
        rows.iter().find(|band| band.region.to_lowercase() == desk.session.region.to_lowercase())
    });
    Field::new(FieldId::Region, "Region", Kind::Choice(rows.iter().map(label).collect()))
        .holding(Some(current.map_or(held, Band::label)))
        .help("Pay differs by place; the band and every amount follow the region.")
}

fn band_source(desk: &Desk) -> Field {
    let own = desk.session.band.is_some();
    let choices =
        vec![Choice::new("playbook", "the playbook's"), Choice::new("own", "my own, from the posting")];
    Field::new(FieldId::Band(BandField::Source), "Band", Kind::Choice(choices))
        .holding(Some(if own { "own" } else { "playbook" }))
        .help(
            "Band: the pay range set for the role. A range printed in the posting is better than a guide's.",
        )
}

fn own_band(desk: &Desk) -> [Field; 4] {
    let band = desk.session.band.as_ref();
    let currency = desk.currency();
    let span =
        |range: Option<Range>| range.map(|range| format!("{} to {}", shown(range.low), shown(range.high)));
    [
        Field::new(FieldId::Band(BandField::Currency), "Currency", Kind::Text)
            .holding(band.map(|band| band.currency))
            .example(format!("{currency} unless you say otherwise"))
            .help("Everything is computed in this currency."),
        Field::new(FieldId::Band(BandField::Base), "Base band", Kind::MoneySpan(currency))
            .holding(band.and_then(|band| span(band.base)))
            .example("180k to 230k")
            .help("The salary range of the job posting, a year."),
        Field::new(FieldId::Band(BandField::Equity), "Equity band", Kind::MoneySpan(currency))
            .holding(band.and_then(|band| span(band.equity)))
            .example("100k to 200k, all years")
            .help("Stock for all years together. Leave it empty when nothing is published."),
        Field::new(FieldId::Band(BandField::Bonus), "Target bonus", Kind::RateSpan)
            .holding(band.and_then(|band| band.bonus))
            .example("10% or 5-10%; empty if none"),
    ]
}

fn offered(desk: &Desk) -> Vec<Field> {
    let target = desk.session.target.as_ref();
    let currency = desk.currency();
    let money = |money: Option<Money>| money.map(shown);
    let mut fields = vec![
        Field::new(FieldId::Target(TargetField::Base), "Base offered", Kind::Money(currency))
            .holding(money(target.and_then(|target| target.base)))
            .example("190k; empty if they named no number yet")
            .help("A year, before tax. What they offer already is never asked for again.")
            .under("What they have offered so far"),
    ];
    fields.extend(EquityForm { desk, owner: Owner::Target }.fields());
    fields.push(
        Field::new(FieldId::Target(TargetField::Signing), "Signing offered", Kind::Money(currency))
            .holding(money(target.and_then(|target| target.signing)))
            .example("10k, paid once"),
    );
    if let Some(target) = target.filter(|target| target.signing.is_some() || target.clawback.is_some()) {
        fields
            .extend(clawback::fields(target.clawback, |field| FieldId::Target(TargetField::Clawback(field))));
    }
    fields.push(
        Field::new(FieldId::Target(TargetField::Expires), "They want an answer by", Kind::Day)
            .holding(target.and_then(|target| target.expires))
            .example("Friday or 2026-11-27"),
    );
    fields
}

/// An amount as a field shows it: grouped, and so that it reads back the same; below a thousand the
/// cents say that no thousands are meant.
pub(super) fn shown(money: Money) -> String {
    use crate::domain::money::{Decimal, Mark, show};
    let amount = money.amount();
    let digits = if amount.is_zero() || amount >= Decimal::ONE_THOUSAND {
        show::grouped(amount)
    } else {
        format!("{amount:.2}")
    };
    match money.mark() {
        Some(Mark::Currency(currency)) => format!("{currency} {digits}"),
        _ => digits,
    }
}
