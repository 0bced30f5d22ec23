//! The ways to reckon a haircut, as fields: the user picks one, and only its figures are asked for.

use super::answer::part;
use super::{Choice, Field, FieldId, Kind, MarkDownField, months};
use crate::domain::money::Rate;
use crate::domain::offer::{MarkDown, Route};
use crate::domain::problem::Problem;

/// The value of the choice to state the haircut itself.
pub(super) const STATED: &str = "stated";

/// What the terms mean, and what the chosen route comes to.
pub(super) fn help(chosen: Option<&MarkDown>) -> String {
    match chosen {
        Some(chosen) => format!("Counts: {}.", chosen.words()),
        None => "Haircut: what you take off paper that you cannot sell. The two formulas price the wait only, not \
                 that the company may fail; your own chance of an exit prices both."
            .to_owned(),
    }
}

/// The route in words.
pub(super) fn words(route: Route) -> &'static str {
    match route {
        Route::Exit => "my own chance of an exit",
        Route::Finnerty => "Finnerty's formula",
        Route::Chaffe => "Chaffe's formula",
    }
}

/// The stated haircut and the routes.
pub(super) fn choices() -> Vec<Choice> {
    let stated = Choice::new(STATED, "a share I state");
    std::iter::once(stated).chain(Route::ALL.map(|route| Choice::new(route.name(), words(route)))).collect()
}

/// The route that was chosen; months and volatility mean the same in another one and stay.
pub(super) fn chosen(text: &str, before: Option<MarkDown>) -> Option<MarkDown> {
    let route = Route::ALL.into_iter().find(|route| route.name() == text)?;
    if let Some(before) = before.filter(|before| before.route == route) {
        return Some(before);
    }
    let months = before.and_then(|before| before.months);
    let volatility = before.and_then(|before| before.volatility).filter(|_| route != Route::Exit);
    Some(MarkDown { months, volatility, ..MarkDown::of(route) })
}

/// The figures that the route needs; each example names the value that counts when it is empty.
pub(super) fn figures(held: &MarkDown, id: impl Fn(MarkDownField) -> FieldId) -> Vec<Field> {
    let rate = |field, label: &str, value: Option<Rate>, usual: Rate| {
        Field::new(id(field), label, Kind::Rate)
            .holding(value)
            .example(format!("{usual} unless you say otherwise"))
    };
    let wait = |label: &str| {
        Field::new(id(MarkDownField::Months), label, Kind::Months)
            .holding(held.months.map(months::shown))
            .example(format!(
                "{} unless you say otherwise",
                months::shown(MarkDown::usual_months(held.route))
            ))
    };
    let volatility =
        rate(MarkDownField::Volatility, "Volatility a year", held.volatility, MarkDown::VOLATILITY)
            .help("Volatility: how far the price swings in a year. 40 to 80% is common for young companies.");
    match held.route {
        Route::Exit => vec![
            wait("Wait until an exit")
                .help("Exit: the day your paper turns into money, by a sale or a listing."),
            rate(MarkDownField::Chance, "Chance of an exit", held.chance, MarkDown::CHANCE)
                .help("The chance that you see money at all; what is left of 100% is nothing."),
            rate(MarkDownField::Rate, "Cost of waiting a year", held.rate, MarkDown::usual_rate(held.route))
                .help("How much less money a year later is worth to you here."),
        ],
        Route::Finnerty => vec![
            wait("Until it can be sold"),
            volatility,
            rate(MarkDownField::Dividend, "Dividends a year", held.dividend, Rate::ZERO)
                .help("Dividends as a share of the price; young companies pay none."),
        ],
        Route::Chaffe => vec![
            wait("Until it can be sold"),
            volatility,
            rate(MarkDownField::Rate, "Riskless rate a year", held.rate, MarkDown::usual_rate(held.route))
                .help("What safe money earns in a year, such as a government bond."),
        ],
    }
}

/// Takes the text of one figure; empty leaves the usual value.
pub(super) fn put(held: &mut MarkDown, field: MarkDownField, text: &str) -> Result<(), Problem> {
    let rate = || (!text.is_empty()).then(|| part(text)).transpose();
    match field {
        MarkDownField::Route => {}
        MarkDownField::Months => {
            held.months = (!text.is_empty()).then(|| months::read(text)).transpose()?;
        }
        MarkDownField::Chance => held.chance = rate()?,
        MarkDownField::Rate => held.rate = rate()?,
        MarkDownField::Volatility => held.volatility = (!text.is_empty()).then(|| swing(text)).transpose()?,
        MarkDownField::Dividend => held.dividend = rate()?,
    }
    Ok(())
}

fn swing(text: &str) -> Result<Rate, Problem> {
    let rate: Rate = text.parse()?;
    if rate == Rate::ZERO {
        return Err(Problem::new("volatility-zero", "A price that never moves needs no formula.")
            .hint("Write one such as 60%, or choose to state the share yourself."));
    }
    Ok(rate)
}
