//! Typed text to values, with both readings kept where there are two.

use jiff::civil::Date;

use super::{Answer, quick};
use crate::domain::day::{self, Day};
use crate::domain::edit::Edit;
use crate::domain::money::read::{self, Reading};
use crate::domain::money::{Currency, Decimal, Mark, Money, Range, Rate, RateRange, show};
use crate::domain::offer::{StatedBonus, Vesting};
use crate::domain::problem::Problem;

/// A value, or the two that a text can be read as, each with the text that means it alone.
pub(super) enum Read<T> {
    Sure(T),
    Either([(String, String); 2]),
}

impl<T> Read<T> {
    pub fn map<U>(self, to: impl FnOnce(T) -> U) -> Read<U> {
        match self {
            Self::Sure(value) => Read::Sure(to(value)),
            Self::Either(readings) => Read::Either(readings),
        }
    }

    /// What is made of the value, which may be refused.
    pub fn then<U>(self, to: impl FnOnce(T) -> Result<U, Problem>) -> Result<Read<U>, Problem> {
        match self {
            Self::Sure(value) => to(value).map(Read::Sure),
            Self::Either(readings) => Ok(Read::Either(readings)),
        }
    }

    /// The edit that the value makes, or the question which value is meant.
    pub fn into_answer(self, edit: impl FnOnce(T) -> Edit) -> Answer {
        match self {
            Self::Sure(value) => Answer::Edit(edit(value)),
            Self::Either(readings) => Answer::Which(readings),
        }
    }
}

/// An amount in a currency; a mark of another one is refused.
pub(super) fn money_in(text: &str, currency: Currency) -> Result<Read<Money>, Problem> {
    match pay(text, currency)? {
        Read::Sure(money) => own(money, currency).map(Read::Sure),
        either @ Read::Either(_) => Ok(either),
    }
}

/// An amount of pay with its mark; a bare figure below a thousand may stand for thousands.
pub(super) fn pay(text: &str, currency: Currency) -> Result<Read<Money>, Problem> {
    let stated = read::stated(text)?;
    Ok(match (quick::amounts(&stated, currency), stated.reading) {
        (Some(readings), _) => {
            Read::Either(readings.map(|(money, text)| (show::understood(money, currency), text)))
        }
        (None, Reading::Sure(money) | Reading::Either(money, _)) => Read::Sure(money),
    })
}

/// A plain number.
pub(super) fn number(text: &str) -> Result<Read<Money>, Problem> {
    Ok(match read::amount(text)? {
        Reading::Sure(money) => Read::Sure(money),
        Reading::Either(one, other) => {
            Read::Either([one, other].map(|money| (show::grouped(money.amount()), read::spelled(money))))
        }
    })
}

/// The amount without its mark, which must be of the currency.
pub(super) fn own(money: Money, currency: Currency) -> Result<Money, Problem> {
    match money.mark() {
        Some(mark) if !mark.fits(currency) => Err(Problem::new(
            "currency-conflict",
            format!("This is marked {mark}; the plan is in {currency}."),
        )
        .hint(format!("Write the amount in {currency}, such as 210k."))),
        _ => Ok(money.marked(None)),
    }
}

/// Two amounts, low to high: `180k to 230k`, `180k-230k`, and the currency they are marked with.
pub(super) fn span(text: &str) -> Result<(Range, Option<Mark>), Problem> {
    let (low, high) = ends(text).ok_or_else(|| {
        Problem::new("range-unreadable", "A band has two ends.").hint("Write one such as 180k to 230k.")
    })?;
    let carried = format!("{}{}", low.trim(), unit_of(high));
    let low = if low.trim_end().ends_with(|c: char| c.is_ascii_digit()) { &carried } else { low };
    let (low, high) = (read::money(low)?, read::money(high)?);
    if [low, high].iter().any(|end| !end.amount().is_zero() && end.amount() < Decimal::ONE_THOUSAND) {
        return Err(Problem::new("range-small", "These amounts are too small for a band of yearly pay.")
            .hint("Write thousands as such: 180k to 230k."));
    }
    let mark = low.mark().or(high.mark());
    if low.mark().and(high.mark()).is_some_and(|_| low.mark() != high.mark()) {
        return Err(Problem::new("currency-conflict", "The two ends are in different currencies.")
            .hint("Write both in one, such as €90k to €110k."));
    }
    let range = Range { low: low.marked(None), high: high.marked(None) };
    if range.low.amount() > range.high.amount() {
        return Err(Problem::new("range-reversed", "The low end is above the high end.")
            .hint("Write the lower amount first, such as 180k to 230k."));
    }
    Ok((range, mark))
}

/// The unit behind a figure, which the lower end of a span leaves out: the `k` of `180-230k`.
fn unit_of(figure: &str) -> &str {
    let unit = figure.trim().rfind(|c: char| c.is_ascii_digit()).map_or("", |at| &figure.trim()[at + 1..]);
    let is_unit = ["k", "m", "l", "cr", "lakh", "crore"].contains(&unit.trim().to_lowercase().as_str());
    if is_unit { unit } else { "" }
}

fn ends(text: &str) -> Option<(&str, &str)> {
    [" to ", "–", "—", " - ", "-"].iter().find_map(|mark| text.split_once(mark))
}

pub(super) fn rates(text: &str) -> Result<RateRange, Problem> {
    text.parse::<StatedBonus>().map(|bonus| bonus.0)
}

pub(super) fn day(text: &str, today: Date) -> Result<Read<Date>, Problem> {
    Ok(match day::read(text, today)? {
        Day::Sure(date) => Read::Sure(date),
        Day::Either(one, other) => {
            Read::Either([one, other].map(|date| (day::show(date, today), date.to_string())))
        }
    })
}

/// Years of even vesting, or a share for each year.
pub(super) enum VestingText {
    Years(u8),
    Shares(Vesting),
}

pub(super) fn vesting(text: &str) -> Result<VestingText, Problem> {
    let words: Vec<&str> = text.split([' ', '/', ',', ';']).filter(|word| !word.is_empty()).collect();
    let example = "Write the years, such as 4, or a share for each year, such as 33 33 22 12.";
    let unreadable =
        || Problem::new("vesting-unreadable", format!("`{text}` is no vesting schedule.")).hint(example);
    if let [years] | [years, "y" | "years" | "yrs"] = words.as_slice() {
        let years: u8 = years.trim_end_matches(['y', 'Y']).parse().map_err(|_| unreadable())?;
        return if (1..=40).contains(&years) { Ok(VestingText::Years(years)) } else { Err(unreadable()) };
    }
    let share = |word: &&str| -> Result<Rate, Problem> {
        let word = word.trim_end_matches('%');
        format!("{word}%").parse().map_err(|_| unreadable())
    };
    Vesting::new(words.iter().map(share).collect::<Result<_, _>>()?).map(VestingText::Shares)
}
