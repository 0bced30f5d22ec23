//! The user's own exit cases, as one line: `50% at 0, 30% at 10, 20% at 30`.

use super::answer::Settle;
use crate::domain::money::{Currency, Decimal, Rate, exact};
use crate::domain::offer::Exit;
use crate::domain::problem::Problem;
use crate::domain::quote::quoted;
use crate::form::answer::part;
use crate::form::price;
use crate::form::read::Read;

const EXAMPLE: &str = "Write chances and prices a share, such as 50% at 0, 30% at 10, 20% at 30.";

/// More cases than anyone has a view on.
const MOST: usize = 20;

pub(super) fn read(text: &str, settle: Settle) -> Result<Vec<Exit>, Problem> {
    let exits: Vec<Exit> = cases(text).iter().map(|case| one(case, settle)).collect::<Result<_, _>>()?;
    if exits.len() > MOST {
        return Err(Problem::new("exits-many", format!("More than {MOST} cases.")).hint(EXAMPLE));
    }
    let total = total(&exits)?;
    if total > Decimal::ONE {
        let shown = exact::mul(total, Decimal::ONE_HUNDRED)?.normalize();
        let message = format!("These chances add up to {shown}%, more than the whole.");
        return Err(Problem::new("exits-sum", message).hint(EXAMPLE));
    }
    Ok(exits)
}

/// The cases of a line. What stands behind a comma within a price is none.
fn cases(text: &str) -> Vec<String> {
    let mut cases: Vec<String> = Vec::new();
    for piece in text.replace(" and ", ";").split(';') {
        for (at, case) in piece.split(',').enumerate() {
            match cases.last_mut().filter(|_| at > 0 && parts(case).is_none()) {
                Some(before) => before.push_str(&format!(",{case}")),
                None => cases.push(case.to_owned()),
            }
        }
    }
    cases.retain(|case| !case.trim().is_empty());
    cases
}

fn one(case: &str, settle: Settle) -> Result<Exit, Problem> {
    let unreadable =
        || Problem::new("exits-unreadable", format!("{} is no exit case.", quoted(case))).hint(EXAMPLE);
    let (chance, price) = parts(case).ok_or_else(unreadable)?;
    let chance = part(chance).map_err(|problem| problem.hint(EXAMPLE))?;
    let price = match price.trim() {
        "nothing" | "Nothing" => "0",
        price => price,
    };
    match price::read(price).map_err(|_| unreadable())? {
        Read::Sure(price) => Ok(Exit { chance, price: settle(price)? }),
        Read::Either([(one, _), (other, _)]) => {
            let message = format!("{} can be read as {one} or as {other}.", quoted(price));
            Err(Problem::new("amount-ambiguous", message).hint(EXAMPLE))
        }
    }
}

/// The chance and the price of a case.
fn parts(case: &str) -> Option<(&str, &str)> {
    [" at ", "@", ":"].iter().find_map(|mark| case.split_once(mark))
}

fn total(exits: &[Exit]) -> exact::Exact {
    exact::sum(exits.iter().map(|exit| exit.chance.share()))
}

/// The line that reads back the same.
pub(super) fn shown(exits: &[Exit]) -> String {
    let one = |exit: &Exit| format!("{} at {}", exit.chance, price::shown(exit.price));
    exits.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// The cases with what is left of 100%.
pub(in crate::form) fn in_words(exits: &[Exit], currency: Currency) -> String {
    let price = |exit: &Exit| {
        if exit.price.amount().is_zero() {
            "nothing".to_owned()
        } else {
            price::in_words(exit.price, currency)
        }
    };
    let mut parts: Vec<String> =
        exits.iter().map(|exit| format!("{} at {}", exit.chance, price(exit))).collect();
    let rest = total(exits).and_then(|total| exact::sub(Decimal::ONE, total)).ok().and_then(Rate::new);
    if let Some(rest) = rest.filter(|rest| *rest > Rate::ZERO) {
        parts.push(format!("the other {rest} at nothing"));
    }
    parts.join(", ")
}
