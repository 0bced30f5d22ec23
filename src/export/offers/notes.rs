//! What to know before one trusts the figures, and what is for the user's eyes only.

use jiff::civil::Date;

use super::mind::Finding;
use super::rows::figure;
use crate::domain::compare::{Column, Inputs, SideBySide, Whose};
use crate::domain::money::{Rate, show};
use crate::domain::offer::{Alternative, EquityKind, preset};
use crate::domain::plan::{FloorSource, Plan};

/// The days after which a rate is to be looked up again.
const FRESH_DAYS: i32 = 30;

/// What to know before one trusts the figures, a sentence each.
pub fn before_trust(inputs: &Inputs, table: &SideBySide) -> Vec<String> {
    let mut notes = vec![
        format!(
            "All amounts are in {} over {} years. Face: stock at the value named. Bankable: paper that cannot be \
             sold is marked down first, by the share that each package shows.",
            table.currency, table.years
        ),
        "The first year and the average stand together: signing money and uneven vesting make the first year \
         unlike those after it."
            .to_owned(),
        discount(inputs.session.settings.discount_rate),
    ];
    notes.extend(table.columns.iter().filter_map(|column| conversion(column, inputs, table)));
    notes.push(places(inputs, table).to_owned());
    notes.extend(table.columns.iter().filter_map(|column| place(column, inputs)));
    if !inputs.session.alternatives.iter().any(|own| own.cost_of_living.is_some()) {
        notes.push("The cost of living is left out: no index is stated for any offer.".to_owned());
    }
    notes.extend(table.columns.iter().filter_map(|column| unwritten(column, inputs)));
    if table.columns.iter().any(|column| column.kind == EquityKind::Options) {
        notes.push(
            "Options bring nothing where there is no exit: read their figures as cases, not as one expected \
             value."
                .to_owned(),
        );
    }
    notes.extend(inputs.session.alternatives.iter().filter_map(schedule));
    let target = inputs.session.target.as_ref();
    if target.is_some_and(|own| own.base.is_some() && own.bonus.is_none() && own.bonus_amount.is_none()) {
        notes.push("Their offer states no bonus: the middle of the band's counts. Ask for it.".to_owned());
    }
    // The age of a rate is told with the rate.
    let others = inputs.plan.warnings.iter().filter(|warning| !warning.code.starts_with("fx-"));
    notes.extend(others.map(|warning| warning.message.clone()));
    notes
}

/// What a discount rate changes here, and what not.
fn discount(rate: Rate) -> String {
    if rate == Rate::ZERO {
        return "Nothing is discounted, and an offer counts here as it was said, firm or not.".to_owned();
    }
    format!(
        "What each year pays stands as it is paid. The comparable average, the differences of the averages, the \
         break-evens and the equal packages count later years less, by your {rate} a year. An offer counts here as \
         it was said, firm or not."
    )
}

fn places(inputs: &Inputs, table: &SideBySide) -> &'static str {
    if table.columns.iter().any(|column| column.adjustment.is_some()) {
        "What is comparable, and every difference, is as at the target's place, by the tax rates and the cost of \
         living that you stated; everything else is before tax."
    } else if inputs.session.alternatives.iter().any(|own| own.tax_rate.is_some()) {
        "A tax rate counts only where both places have one."
    } else {
        "Taxes are left out: one marginal rate on salary, bonus, signing and vested stock falls on both sides \
         alike and cancels."
    }
}

/// Refreshers that are only spoken of.
fn unwritten(column: &Column, inputs: &Inputs) -> Option<String> {
    let session = inputs.session;
    let equity = match column.whose {
        Whose::Target => session.target.as_ref()?.equity.as_ref()?,
        Whose::Ask => return None,
        Whose::Alternative(index) => session.alternatives.get(index)?.equity.as_ref()?,
    };
    let refresher = equity.refresher.filter(|refresher| !refresher.written)?;
    let amount = figure(
        column.conversion.as_ref().map_or(inputs.plan.currency, |own| own.from),
        refresher.a_year.amount(),
    );
    Some(format!("{}: refreshers of {amount} a year are not in writing and count as nothing.", column.label))
}

/// The steps from a package's own place to the target's.
fn place(column: &Column, inputs: &Inputs) -> Option<String> {
    let factor = column.adjustment?;
    let Whose::Alternative(index) = column.whose else { return None };
    let own = inputs.session.alternatives.get(index)?;
    let mut steps = Vec::new();
    if let (Some(there), Some(here)) = (own.tax_rate, inputs.session.settings.tax_rate) {
        steps.push(format!("taxed at {there} there and at {here} at the target's place"));
    }
    steps.extend(
        own.cost_of_living
            .map(|index| format!("life there costs {index} of what it costs at the target's place")),
    );
    let currency = inputs.plan.currency;
    Some(format!(
        "{}: {}. {} a year on average becomes {}.",
        column.label,
        steps.join("; "),
        figure(currency, column.bankable.average),
        figure(currency, column.bankable.average.saturating_mul(factor))
    ))
}

/// What is known of a company whose offer states no schedule: it counts as even until it does.
fn schedule(own: &Alternative) -> Option<String> {
    let equity = own.equity.as_ref()?;
    if equity.vesting.is_some() || equity.years.is_some() || equity.grant.amount().is_zero() {
        return None;
    }
    let usual = preset::for_company(&own.company).into_iter().find(|preset| !preset.is_even())?;
    Some(format!(
        "{} states no vesting, so its grant counts as even over four years. {} is known for {} ({}, {}): choose it \
         among the offer's fields if your letter says so.",
        own.label(),
        own.company,
        usual.terms(),
        usual.as_of,
        usual.source
    ))
}

/// The rate that a package is converted at, whose it is, and how old.
fn conversion(column: &Column, inputs: &Inputs, table: &SideBySide) -> Option<String> {
    let conversion = column.conversion.as_ref()?;
    let from = conversion.from;
    let source = conversion.source.as_ref().map_or_else(String::new, |source| format!(", said by {source}"));
    let age = match conversion.as_of {
        None => "; no date is stated, so look it up again".to_owned(),
        Some(day) => age(day, inputs.today),
    };
    Some(format!(
        "{} is stated in {from}, its base as {}: one {from} counts as {} {}{source}{age}.",
        column.label,
        show::full(from, conversion.base),
        conversion.rate.normalize(),
        table.currency,
    ))
}

fn age(day: Date, today: Date) -> String {
    let days = days_old(day, today);
    if days > FRESH_DAYS {
        format!(", on {day}: {days} days old, so look it up again")
    } else {
        format!(", on {day}")
    }
}

pub(super) fn days_old(day: Date, today: Date) -> i32 {
    day.until(today).map_or(0, |span| span.get_days())
}

pub(super) fn is_old(day: Date, today: Date) -> bool {
    days_old(day, today) > FRESH_DAYS
}

pub(super) fn private(plan: &Plan, findings: &[Finding]) -> Vec<String> {
    let say = |amount| show::full(plan.currency, amount);
    let mut lines = Vec::new();
    let floor = &plan.floor;
    if let Some(base) = floor.base {
        let base = say(base);
        lines.push(match floor.source {
            FloorSource::BestAlternative => format!("Walk below a base of {base}."),
            FloorSource::PersonalMinimum => format!("Walk below a base of {base}: your own minimum."),
            FloorSource::Band => {
                format!("The band begins at {base}; no alternative tells you where to walk.")
            }
        });
    }
    let cautious = floor.cautious_base.filter(|cautious| Some(*cautious) != floor.base);
    if let Some(cautious) = cautious.filter(|_| floor.source != FloorSource::Band && plan.no_zone.is_none()) {
        lines.push(format!("From {} up it is better even with their paper marked down.", say(cautious)));
    }
    lines.extend(
        findings
            .iter()
            .filter_map(|finding| finding.floor_meets_ask.as_ref())
            .map(|(_, words)| words.clone()),
    );
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_of_more_than_thirty_days_is_told() {
        let today = "2026-11-23".parse().unwrap();
        for (day, old) in
            [("2026-11-23", false), ("2026-10-24", false), ("2026-10-23", true), ("2024-01-01", true)]
        {
            let day: Date = day.parse().unwrap();
            assert_eq!(
                (is_old(day, today), age(day, today).contains("look it up again")),
                (old, old),
                "{day}"
            );
        }
    }
}
