//! What a line leaves open, as questions whose answers are texts to put in place.

use jiff::civil::Date;

use super::Question;
use super::atom::Gap;
use super::bind::{Bound, Open};
use super::lexeme::Lexeme;
use super::word::Label;
use crate::domain::day;
use crate::domain::money::read::{self, Reading, Stated};
use crate::domain::money::{Currency, Decimal, Money, show};
use crate::domain::quote::quoted;

/// Below this a figure of digits alone may stand for thousands.
const THOUSANDS: Decimal = Decimal::ONE_THOUSAND;

/// The two amounts that a figure may be, each with the text that means it alone; `None`: one only.
pub(in crate::form) fn amounts(stated: &Stated, currency: Currency) -> Option<[(Money, String); 2]> {
    let yearly = if stated.yearly { "/yr" } else { "" };
    match stated.reading {
        Reading::Either(groups, decimals) => {
            Some([groups, decimals].map(|money| (money, format!("{}{yearly}", literal(money)))))
        }
        Reading::Sure(money)
            if stated.bare && money.amount() > Decimal::ZERO && money.amount() < THOUSANDS =>
        {
            let scaled = format!("{money}{}", unit(money, currency));
            let thousands = read::money(&scaled).ok()?;
            Some([(thousands, format!("{scaled}{yearly}")), (money, format!("{}{yearly}", literal(money)))])
        }
        Reading::Sure(_) => None,
    }
}

/// The unit that a short figure leaves out: thousands, or lakhs of rupees.
fn unit(money: Money, currency: Currency) -> &'static str {
    let rupees = match money.mark() {
        Some(crate::domain::money::Mark::Currency(own)) => own == Currency::INR,
        _ => currency == Currency::INR,
    };
    if rupees { "L" } else { "k" }
}

/// The amount so written that it stands for itself: `$210.00`.
fn literal(money: Money) -> String {
    let whole_cents = money.amount().round_dp(2) == money.amount();
    if !whole_cents || money.amount() >= THOUSANDS {
        return read::spelled(money);
    }
    let digits = money.amount().normalize().to_string();
    money.to_string().replace(&digits, &format!("{:.2}", money.amount()))
}

/// Asks which of two amounts some figures are.
pub(super) fn which_amount(
    line: &str,
    span: std::ops::Range<usize>,
    figures: &[(Label, Stated)],
    currency: Currency,
) -> Question {
    let readings = [0, 1].map(|way: usize| {
        let each = figures.iter().filter_map(|(label, stated)| {
            let [one, other] = amounts(stated, currency)?;
            let (money, text) = if way == 0 { one } else { other };
            Some((format!("{} {}", label.name(), show::understood(money, currency)), text))
        });
        let (shown, texts): (Vec<String>, Vec<String>) = each.unzip();
        (shown.join(", "), texts.join("/"))
    });
    let ask =
        format!("{} can be read as {} or as {}.", quoted(&line[span.clone()]), readings[0].0, readings[1].0);
    Question { span, ask, readings }
}

/// Asks whether a low figure beside `bonus` is a share or thousands.
pub(super) fn share_or_amount(
    line: &str,
    lexeme: &Lexeme,
    money: Money,
    currency: Currency,
) -> Option<Question> {
    let thousands = format!("{money}{}", unit(money, currency));
    let amount = show::understood(read::money(&thousands).ok()?, currency);
    let share = format!("{}%", money.amount().normalize());
    read::rate(&share).ok()?;
    Some(Question {
        span: lexeme.span.clone(),
        ask: format!("{} can be a bonus of {share} or of {amount}.", quoted(&line[lexeme.span.clone()])),
        readings: [(format!("bonus {share}"), share), (format!("bonus {amount}"), thousands)],
    })
}

/// Asks what an amount or a share without a label is; the labels' words are put before it.
pub(super) fn which_label(line: &str, lexemes: &[Lexeme], at: usize, labels: [(&str, &str); 2]) -> Question {
    let span = lexemes[at].span.clone();
    let text = &line[span.clone()];
    let binds = |other: &Lexeme| other.is_figure() || super::bind::is_label(other) || other.is_loose();
    let before = at.checked_sub(1).is_some_and(|before| binds(&lexemes[before]));
    let behind = lexemes.get(at + 1).is_some_and(|next| next.gap != Gap::Break && binds(next));
    let open = if before && lexemes[at].gap != Gap::Break { ", " } else { "" };
    let end = if behind { "," } else { "" };
    let readings = labels.map(|(word, name)| (format!("{name} {text}"), format!("{open}{word} {text}{end}")));
    let ask = format!("What is {}: {} or {}?", quoted(text), labels[0].1, labels[1].1);
    Question { span, ask, readings }
}

/// Asks which labels belong to which figures.
pub(super) fn which_way(line: &str, lexemes: &[Lexeme], bound: &Bound, open: &Open) -> Question {
    let span = lexemes[open.at.start].span.start..lexemes[open.at.end - 1].span.end;
    let readings = [0, 1].map(|way: usize| {
        let pairs = open.ways[way].iter().map(|(group, figure)| {
            format!("{} {}", bound.groups[*group].label.name(), &line[lexemes[*figure].span.clone()])
        });
        let mut text = line[span.clone()].to_owned();
        for cut in open.cuts[way].iter().rev() {
            text.insert(lexemes[cut - 1].span.end - span.start, ',');
        }
        (pairs.collect::<Vec<_>>().join(", "), text)
    });
    let ask =
        format!("{} can be read as {} or as {}.", quoted(&line[span.clone()]), readings[0].0, readings[1].0);
    Question { span, ask, readings }
}

pub(super) fn which_day(line: &str, span: std::ops::Range<usize>, days: [Date; 2], today: Date) -> Question {
    let readings = days.map(|day| (day::show(day, today), day.to_string()));
    let ask = format!("{} can be {} or {}.", quoted(&line[span.clone()]), readings[0].0, readings[1].0);
    Question { span, ask, readings }
}
