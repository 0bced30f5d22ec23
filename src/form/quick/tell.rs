//! What was understood, in words.

use jiff::civil::Date;

use super::word::Label;
use crate::domain::day;
use crate::domain::money::{Currency, Money, show};
use crate::domain::offer::{Equity, OfferStatus};

/// An amount by its label: `base $210,000 a year`.
pub(super) fn amount(label: Label, money: Money, currency: Currency) -> String {
    let money = show::understood(money, currency);
    match label {
        Label::Base | Label::Bonus | Label::Other => format!("{} {money} a year", label.name()),
        Label::Total => format!("total {money} a year: no base, so it is not used"),
        _ => format!("{} {money}", label.name()),
    }
}

/// `listed stock $260,000 over 4 years`; what the line leaves out is said as assumed.
pub(super) fn equity(equity: &Equity, yearly: Option<Money>, currency: Currency) -> String {
    let grant = show::understood(equity.grant, currency);
    let kind = equity.kind.map_or("equity", |kind| kind.words());
    let time = match (&equity.vesting, equity.years) {
        (Some(vesting), _) => {
            let shares: Vec<String> = vesting.shares().iter().map(ToString::to_string).collect();
            format!("vesting {}", shares.join(" "))
        }
        (None, Some(1)) => "over 1 year".to_owned(),
        (None, Some(years)) => format!("over {years} years"),
        (None, None) => "over 4 years, as none are stated".to_owned(),
    };
    let yearly = yearly.map(|money| format!(" ({} a year)", show::understood(money, currency)));
    let listed = if equity.kind.is_none() { ", counted as listed stock" } else { "" };
    format!("{kind} {grant} {time}{}{listed}", yearly.unwrap_or_default())
}

pub(super) fn status(status: OfferStatus) -> &'static str {
    match status {
        OfferStatus::Written => "written offer",
        OfferStatus::Verbal => "verbal offer",
        OfferStatus::Expected => "expected offer, which does not count yet",
        OfferStatus::Current => "current job",
    }
}

/// `answer by Fri 27 Nov`, and so where the day has gone by.
pub(super) fn deadline(date: Date, today: Date) -> String {
    let shown = day::show(date, today);
    if date < today {
        format!("answer by {shown}, {}", day::distance(date, today))
    } else {
        format!("answer by {shown}")
    }
}
