//! Why an amount is refused, and what to write instead.

use super::period::Period;
use super::stated::Stated;
use super::{Money, Reading};
use crate::domain::money::{Currency, Mark, exact, show};
use crate::domain::problem::Problem;
use crate::domain::quote::quoted;

/// An amount written so that it can be read in one way only: `$66,000`, `1.2340`.
pub fn spelled(money: Money) -> String {
    if money.amount().round_dp(2) != money.amount() {
        return money.to_string();
    }
    match money.mark() {
        Some(Mark::Currency(Currency::USD)) => format!("US{}", show::full(Currency::USD, money.amount())),
        Some(Mark::Currency(currency)) => show::full(currency, money.amount()),
        Some(Mark::Dollar) => show::full(Currency::USD, money.amount()),
        None => show::full(Currency::USD, money.amount()).replacen('$', "", 1),
    }
}

pub(super) fn missing() -> Problem {
    Problem::new("amount-missing", "There is no amount here.").hint("Write one such as 210k or 210,000.")
}

pub(super) fn unreadable(text: &str) -> Problem {
    let problem = Problem::new("amount-unreadable", format!("{} is no amount.", quoted(text)));
    problem.hint("Write one such as 210k or 210,000.")
}

/// Refuses a text because of one word in it.
pub(super) fn word(text: &str, rest: &str) -> Problem {
    let rest = rest.trim();
    let joined = ["-", "–", "—", "to "].iter().any(|joint| rest.starts_with(joint));
    if rest.contains(|c: char| c.is_ascii_digit()) {
        return if joined { several(text) } else { unreadable(text) };
    }
    if rest.starts_with('%') {
        let message = format!("{} is a share, not an amount.", quoted(text));
        return Problem::new("amount-unreadable", message).hint("Write an amount such as 25k.");
    }
    let word = rest.split_whitespace().next().unwrap_or(rest);
    let message = format!("{} is no amount: {} is not understood.", quoted(text), quoted(word));
    Problem::new("amount-unreadable", message).hint("Write one such as 210k, 210,000 or EUR 145k.")
}

pub(super) fn several(text: &str) -> Problem {
    Problem::new("amount-several", format!("{} is more than one figure.", quoted(text)))
        .hint("Write one amount, such as 210k.")
}

pub(super) fn figure(text: &str, run: &str) -> Problem {
    let whole = run.trim_start_matches('0');
    if whole.len() < run.len() && run.bytes().all(|byte| byte.is_ascii_digit()) {
        let plain = if whole.is_empty() { "0" } else { whole };
        return Problem::new("amount-unreadable", format!("{} begins with a zero.", quoted(text)))
            .hint(format!("Write {plain}."));
    }
    unreadable(text)
}

pub(super) fn hidden(text: &str) -> Problem {
    let message = format!("{} holds a character that cannot be seen.", quoted(text));
    Problem::new("amount-unreadable", message).hint("Type the amount anew, such as 210k.")
}

pub(super) fn negative(text: &str) -> Problem {
    Problem::new("amount-negative", format!("{} is below zero.", quoted(text)))
        .hint("Write what is paid to you, such as 210k.")
}

pub(super) fn range(text: &str) -> Problem {
    Problem::new("amount-range", format!("{} is too large.", quoted(text)))
        .hint("Amounts go up to ten trillion. Write one such as 210k.")
}

pub(super) fn currencies(text: &str) -> Problem {
    Problem::new("currency-conflict", format!("{} names two currencies.", quoted(text)))
        .hint("Keep one, such as $210k or EUR 145k.")
}

pub(super) fn ambiguous(text: &str, groups: Money, decimals: Money) -> Problem {
    let (groups, decimals) = (spelled(groups), spelled(decimals));
    let message = format!("{} can be read as {groups} or as {decimals}.", quoted(text));
    Problem::new("amount-ambiguous", message).hint(format!("Write {groups} or {decimals}."))
}

/// Refuses an amount that is not by the year, with what it comes to in one.
pub(super) fn period(text: &str, stated: &Stated, period: Period) -> Problem {
    let problem = Problem::new("amount-period", format!("Amounts here are a year; {} is not.", quoted(text)));
    let Reading::Sure(money) = stated.reading else {
        return problem.hint("Write what it comes to in a year, such as 66,000.");
    };
    let yearly = exact::mul(money.amount(), period.in_a_year()).ok().and_then(Money::new);
    let Some(yearly) = yearly else { return range(text) };
    let assumed = match period {
        Period::Hour => " at 40 hours a week, 52 weeks",
        Period::Day => " at 260 days of work",
        _ => "",
    };
    let (money, yearly) = (spelled(money), spelled(yearly.marked(money.mark())));
    problem.hint(format!("{money} {} is {yearly} a year{assumed}: write that.", period.words()))
}
