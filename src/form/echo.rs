//! What is understood of a text while it is typed.

use super::equity::{self, EquityForm, Owner};
use super::read::{self, Read, VestingText};
use super::{Desk, EquityField, Field, FieldId, Kind, OfferField, TargetField, months};
use crate::domain::day;
use crate::domain::money::{Money, Rate, show};

/// What is understood of a text while it is typed; `None` while it is empty or not yet readable.
pub fn echo(desk: &Desk, field: &Field, text: &str) -> Option<String> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    match &field.kind {
        Kind::Money(currency) => match read::pay(text, *currency).ok()? {
            Read::Sure(money) => Some(format!("{}{}", show::understood(money, *currency), period(&field.id))),
            Read::Either([(one, _), (other, _)]) => Some(format!("{one} or {other}? Enter asks you.")),
        },
        Kind::MoneySpan(currency) => {
            let (range, mark) = read::span(text).ok()?;
            let end = |money: Money| show::understood(money.marked(mark), *currency);
            Some(format!("{} to {}", end(range.low), end(range.high)))
        }
        Kind::Rate => text.parse::<Rate>().ok().map(|rate| rate.to_string()).filter(|shown| shown != text),
        Kind::RateSpan => read::rates(text).ok().map(|rates| rates.to_string()).filter(|shown| shown != text),
        Kind::Day => match read::day(text, desk.today).ok()? {
            Read::Sure(date) => {
                let passed = if date < desk.today { passed(&field.id) } else { "" };
                Some(format!("{}{passed}", day::with_distance(date, desk.today)))
            }
            Read::Either([(one, _), (other, _)]) => Some(format!("{one} or {other}? Enter asks you.")),
        },
        Kind::Vesting => match read::vesting(text).ok()? {
            VestingText::Years(years) => Some(format!("even over {years} years")),
            VestingText::Shares(vesting) => {
                Some(format!("{} years, adds up to 100%", vesting.shares().len()))
            }
        },
        Kind::Months => months::read(text).ok().map(months::shown).filter(|shown| shown != text),
        Kind::Price(_) | Kind::Count | Kind::Exits(_) => of_options(desk, &field.id, text),
        Kind::Text | Kind::Number | Kind::Choice(_) => None,
    }
}

fn of_options(desk: &Desk, id: &FieldId, text: &str) -> Option<String> {
    let (owner, field) = match id {
        FieldId::Target(TargetField::Equity(EquityField::Options(field))) => (Owner::Target, field),
        FieldId::Offer(index, OfferField::Equity(EquityField::Options(field))) => {
            (Owner::Offer(*index), field)
        }
        _ => return None,
    };
    equity::echo(&EquityForm { desk, owner }, *field, text)
}

/// What a deadline on the wrong side of today means; the day of a rate lies behind us by nature.
fn passed(id: &FieldId) -> &'static str {
    match id {
        FieldId::Offer(_, OfferField::Expires) => {
            ": that day has passed, so the offer does not count. Write a day to come, such as Friday"
        }
        FieldId::Target(TargetField::Expires) => {
            ": that day has passed. Ask whether it still stands, or write a day to come, such as Friday"
        }
        _ => "",
    }
}

fn period(id: &FieldId) -> &'static str {
    match id {
        FieldId::Target(TargetField::Equity(EquityField::Grant))
        | FieldId::Offer(_, OfferField::Equity(EquityField::Grant)) => ", the whole grant",
        FieldId::Target(TargetField::Signing)
        | FieldId::Offer(_, OfferField::Signing | OfferField::Relocation) => " once",
        FieldId::Answer(_) => "",
        _ => " a year",
    }
}
