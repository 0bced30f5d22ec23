//! The terms of stock options, as fields.

use super::answer::{Settle, unstated};
use super::{EquityForm, exits};
use crate::domain::money::{Currency, Decimal, Money, exact, show};
use crate::domain::offer::{Equity, OptionTerms};
use crate::domain::problem::Problem;
use crate::domain::quote::quoted;
use crate::form::answer::part;
use crate::form::price;
use crate::form::read::{self, Read};
use crate::form::{EquityField, Field, Kind, OptionField};

/// Rounds that anyone would still wait for.
const MOST_ROUNDS: u8 = 20;

pub(super) fn fields(form: &EquityForm, held: Option<&OptionTerms>) -> Vec<Field> {
    let currency = form.currency();
    let field = |field, label: &str, kind| Field::new(form.id(EquityField::Options(field)), label, kind);
    let price = |option, label: &str, money: Option<Money>| {
        field(option, label, Kind::Price(currency)).holding(money.map(price::shown))
    };
    let count = held.map(|terms| terms.count).filter(|count| *count > 0);
    let strike = held.map(|terms| terms.strike).filter(|strike| !strike.amount().is_zero());
    vec![
        field(OptionField::Count, "Number of options", Kind::Count)
            .holding(count.map(|count| show::grouped(Decimal::from(count))))
            .example("20,000")
            .help("Option: the right to buy one share at the strike, whatever it is worth by then.")
            .under("The options"),
        price(OptionField::Strike, "Strike a share", strike)
            .example("4.00")
            .help("Strike: what you pay for each share. All of it is the cost to exercise; ask for the price."),
        price(OptionField::Fmv, "409A value a share", held.and_then(|terms| terms.fmv))
            .example("4.00; empty if unknown")
            .help("409A value: what an appraiser says a common share is worth. The strike is usually set at it."),
        price(OptionField::Preferred, "Last preferred price", held.and_then(|terms| terms.preferred))
            .example("12.00; empty if unknown")
            .help("What investors last paid for a share with more rights than yours. Recruiters reckon with it."),
        field(OptionField::Dilution, "Dilution a round", Kind::Rate)
            .holding(held.and_then(|terms| terms.dilution))
            .example("20%; none counts if empty")
            .help("Dilution: what each further round of investors takes off your share. 15 to 25% is common."),
        field(OptionField::Rounds, "Rounds to come", Kind::Number)
            .holding(held.and_then(|terms| terms.rounds))
            .example("2; one counts if empty")
            .help("Further rounds of investors until an exit."),
        field(OptionField::Exits, "Exit cases", Kind::Exits(currency))
            .holding(held.filter(|terms| !terms.exits.is_empty()).map(|terms| exits::shown(&terms.exits)))
            .example("50% at 0, 30% at 10, 20% at 30")
            .help(
                "Your own guess how it may end: a chance and the price of a common share. What is left of \
                 100% is an exit at nothing.",
            ),
    ]
}

pub(super) fn take(
    form: &EquityForm,
    held: Option<Equity>,
    field: OptionField,
    text: &str,
    settle: Settle,
) -> Result<Read<Option<Equity>>, Problem> {
    let Some(equity) = held.or_else(unstated) else { return Ok(Read::Sure(None)) };
    let Some(nothing) = Money::new(Decimal::ZERO) else { return Ok(Read::Sure(None)) };
    let mut terms = equity.options.clone().unwrap_or_else(|| blank(nothing));
    let figure = match (field, text) {
        (_, "") => Read::Sure(None),
        (OptionField::Count, text) => count(text)?.map(Some),
        (OptionField::Strike | OptionField::Fmv | OptionField::Preferred, text) => {
            price::read(text)?.map(Some)
        }
        _ => Read::Sure(None),
    };
    figure.then(|figure| {
        match field {
            OptionField::Count => terms.count = figure.map_or(Ok(0), whole)?,
            OptionField::Strike => terms.strike = figure.map(settle).transpose()?.unwrap_or(nothing),
            OptionField::Fmv => terms.fmv = figure.map(settle).transpose()?,
            OptionField::Preferred => terms.preferred = figure.map(settle).transpose()?,
            OptionField::Dilution => terms.dilution = (!text.is_empty()).then(|| part(text)).transpose()?,
            OptionField::Rounds => terms.rounds = (!text.is_empty()).then(|| rounds(text)).transpose()?,
            OptionField::Exits => terms.exits = exits::read(text, settle)?,
        }
        below_a_price(&terms, form.currency())?;
        let options = (terms != blank(nothing)).then_some(terms);
        let nothing_left =
            options.is_none() && equity == Equity { options: equity.options.clone(), ..Equity::of(nothing) };
        Ok((!nothing_left).then_some(Equity { options, ..equity }))
    })
}

fn blank(nothing: Money) -> OptionTerms {
    OptionTerms {
        count: 0,
        strike: nothing,
        fmv: None,
        preferred: None,
        dilution: None,
        rounds: None,
        exits: Vec::new(),
    }
}

fn count(text: &str) -> Result<Read<Money>, Problem> {
    let wrong = |problem: Problem| {
        Problem::new("count-unreadable", problem.message).hint("Write how many options, such as 20,000.")
    };
    match read::number(text).map_err(wrong)? {
        Read::Sure(money) => whole(money).map(|_| Read::Sure(money)),
        either @ Read::Either(_) => Ok(either),
    }
}

fn whole(figure: Money) -> Result<u64, Problem> {
    let hint = "Write how many options, such as 20,000.";
    if figure.mark().is_some() {
        return Err(Problem::new("count-unreadable", "This is an amount of money.").hint(hint));
    }
    let amount = figure.amount().normalize();
    let count = u64::try_from(amount).ok().filter(|count| amount.is_integer() && *count > 0);
    count.ok_or_else(|| Problem::new("count-whole", "Options are counted whole, from 1 on.").hint(hint))
}

fn rounds(text: &str) -> Result<u8, Problem> {
    text.parse().ok().filter(|rounds| *rounds <= MOST_ROUNDS).ok_or_else(|| {
        let message = format!("{} is no number of rounds from 0 to {MOST_ROUNDS}.", quoted(text));
        Problem::new("rounds-range", message).hint("Write one such as 2.")
    })
}

/// A strike above every price is a slip, or a grant that is worth nothing.
fn below_a_price(terms: &OptionTerms, currency: Currency) -> Result<(), Problem> {
    let (Some(fmv), Some(preferred)) = (terms.fmv, terms.preferred) else { return Ok(()) };
    let strike = terms.strike.amount();
    if strike <= fmv.amount().max(preferred.amount()) {
        return Ok(());
    }
    let message = format!(
        "The strike of {} is above both prices, {} and {}.",
        price::in_words(terms.strike, currency),
        price::in_words(fmv, currency),
        price::in_words(preferred, currency)
    );
    Err(Problem::new("strike-range", message).hint(
        "The strike is usually the 409A value, such as 4.00, below the preferred price, such as 12.00.",
    ))
}

/// What is understood of an answer to a term of options, with what follows from it.
pub(in crate::form) fn echo(form: &EquityForm, field: OptionField, text: &str) -> Option<String> {
    let mut plain = |money: Money| Ok(money.marked(None));
    let equity = match form.take(EquityField::Options(field), text, &mut plain).ok()? {
        Read::Sure(equity) => equity?,
        Read::Either([(one, _), (other, _)]) => return Some(format!("{one} or {other}? Enter asks you.")),
    };
    let (terms, currency) = (equity.options?, form.currency());
    let above = |price: Money| gain(&terms, price).map(|gain| show::full(currency, gain));
    let a_share = |money: Money| format!("{} a share", price::in_words(money, currency));
    match field {
        OptionField::Count => in_words(&terms, currency),
        OptionField::Strike => Some(match cost(&terms) {
            Some(cost) => format!("{}; exercise costs {}", a_share(terms.strike), show::full(currency, cost)),
            None => a_share(terms.strike),
        }),
        OptionField::Fmv => {
            let fmv = terms.fmv?;
            Some(match above(fmv) {
                Some(gain) => format!("{}: {gain} above the strike today", a_share(fmv)),
                None => a_share(fmv),
            })
        }
        OptionField::Preferred => {
            let preferred = terms.preferred?;
            Some(match above(preferred) {
                Some(gain) => format!("{}: a recruiter would say {gain}", a_share(preferred)),
                None => a_share(preferred),
            })
        }
        OptionField::Exits => Some(exits::in_words(&terms.exits, currency)),
        OptionField::Dilution | OptionField::Rounds => None,
    }
}

fn is_complete(terms: &OptionTerms) -> bool {
    terms.count > 0 && !terms.strike.amount().is_zero()
}

/// What it costs to buy all the shares.
fn cost(terms: &OptionTerms) -> Option<Decimal> {
    exact::mul(Decimal::from(terms.count), terms.strike.amount()).ok().filter(|_| is_complete(terms))
}

/// `20,000 options at $4; exercise costs $80,000`; `None` while there is no count.
pub(in crate::form) fn in_words(terms: &OptionTerms, currency: Currency) -> Option<String> {
    let count = (terms.count > 0).then(|| show::grouped(Decimal::from(terms.count)))?;
    Some(match cost(terms) {
        Some(cost) => format!(
            "{count} options at {}; exercise costs {}",
            price::in_words(terms.strike, currency),
            show::full(currency, cost)
        ),
        None => format!("{count} options"),
    })
}

/// What all options bring at a price of a share, above what they cost.
fn gain(terms: &OptionTerms, price: Money) -> Option<Decimal> {
    let spread = exact::sub(price.amount(), terms.strike.amount()).ok()?.max(Decimal::ZERO);
    exact::mul(Decimal::from(terms.count), spread).ok().filter(|_| is_complete(terms))
}
