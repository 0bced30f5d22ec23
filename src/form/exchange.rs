//! What another currency is worth, of which day, and who says so: only the user can.

use super::{Answer, Desk, Field, FieldId, Kind, read};
use crate::domain::edit::Edit;
use crate::domain::money::Currency;
use crate::domain::problem::Problem;
use crate::domain::session::Fx;

pub(super) fn fields(desk: &Desk, currency: Currency) -> Vec<Field> {
    let plan = desk.currency();
    let fx = desk.session.settings.fx.get(&currency);
    let mut fields = vec![
        Field::new(FieldId::ExchangeRate(currency), format!("1 {currency} in {plan}"), Kind::Number)
            .holding(fx.map(|fx| fx.rate))
            .example("0.85 or 1.27")
            .help("What one unit is worth. The program has no network and never guesses a rate: look it up."),
        Field::new(FieldId::ExchangeDay(currency), "Rate of", Kind::Day)
            .holding(fx.and_then(|fx| fx.as_of))
            .example("today"),
    ];
    if let Some(fx) = fx {
        let source = Field::new(FieldId::ExchangeSource(currency), "Said by", Kind::Text)
            .holding(fx.source.as_ref())
            .example("my bank; empty if it does not matter")
            .help("Who says so: it stands beside the rate, so that you can look it up again.");
        fields.push(source);
    }
    fields
}

/// Takes another rate: it is of today, and whoever said the one before did not say this one.
pub(super) fn rate(desk: &Desk, currency: Currency, text: &str) -> Result<Answer, Problem> {
    if text.is_empty() {
        return Ok(Answer::Edit(Edit::Fx { currency, fx: None }));
    }
    let rate = text.parse()?;
    let held = desk.session.settings.fx.get(&currency).filter(|fx| fx.rate == rate);
    let fx = held.cloned().unwrap_or(Fx { rate, as_of: Some(desk.today), source: None });
    Ok(Answer::Edit(Edit::Fx { currency, fx: Some(fx) }))
}

pub(super) fn day(desk: &Desk, currency: Currency, text: &str) -> Result<Answer, Problem> {
    let held = held(desk, currency)?;
    let put = |as_of| Edit::Fx { currency, fx: Some(Fx { as_of, ..held }) };
    if text.is_empty() {
        return Ok(Answer::Edit(put(None)));
    }
    Ok(read::day(text, desk.today)?.into_answer(|day| put(Some(day))))
}

pub(super) fn source(desk: &Desk, currency: Currency, text: &str) -> Result<Answer, Problem> {
    let source = (!text.is_empty()).then(|| text.to_owned());
    let fx = Some(Fx { source, ..held(desk, currency)? });
    Ok(Answer::Edit(Edit::Fx { currency, fx }))
}

fn held(desk: &Desk, currency: Currency) -> Result<Fx, Problem> {
    desk.session
        .settings
        .fx
        .get(&currency)
        .cloned()
        .ok_or_else(|| Problem::new("fx-missing", "State the rate first.").hint("For instance 1.27."))
}
