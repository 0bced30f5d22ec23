//! One cell of a pay table.

use super::super::figure::{self, Figure, Period};
use crate::domain::money::{Currency, Decimal, exact};

/// What a cell holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell {
    pub span: Option<Span>,
    /// The same in a second currency.
    pub also: Option<Span>,
    /// Low and high as printed: 10 for 10%.
    pub percent: Option<(Decimal, Decimal)>,
    /// Something the reader should know.
    pub doubts: Vec<Doubt>,
}

/// Two ends in one currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    pub low: Decimal,
    pub high: Decimal,
    /// `None` where the cell names none.
    pub currency: Option<Currency>,
    pub period: Option<Period>,
    /// The currency that one end names by mistake.
    pub stray: Option<Currency>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    Reversed,
    UpTo,
    Shares,
    Ambiguous,
}

/// The longest cell that can be an amount, in bytes.
const LONGEST: usize = 300;

/// Words for no amount.
const NOTHING: [&str; 10] =
    ["", "-", "–", "—", "n/a", "na", "none", "tbd", "not applicable", "not disclosed"];

/// Whether a cell says that there is nothing.
pub fn is_nothing(text: &str) -> bool {
    NOTHING.contains(&text.trim().to_lowercase().as_str())
}

/// Reads a cell; `unit` is what a bare figure counts, where its head says.
pub fn read(text: &str, unit: Option<Decimal>) -> Cell {
    if text.len() > LONGEST {
        return Cell::default();
    }
    let mut figures = figure::find(text);
    if let Some(unit) = unit {
        figures.iter_mut().for_each(|figure| scale(figure, unit));
    }
    let mut cell = Cell::default();
    let percents = figures.iter().filter(|figure| figure.is_percent).map(|figure| (figure.low, figure.high));
    cell.percent =
        percents.reduce(|(low, high), (next_low, next_high)| (low.min(next_low), high.max(next_high)));
    let amounts: Vec<&Figure> = figures.iter().filter(|figure| !figure.is_percent).collect();
    if amounts.iter().any(|figure| figure.is_ambiguous) {
        cell.doubts.push(Doubt::Ambiguous);
        return cell;
    }
    let mut amounts: Vec<&Figure> =
        amounts.into_iter().filter(|figure| figure.currency.is_some() || is_amount(figure)).collect();
    if names_shares(text) && amounts.iter().any(|figure| figure.currency.is_some()) {
        amounts.retain(|figure| figure.currency.is_some());
    }
    match amounts.as_slice() {
        [] => {}
        [low, low_also, high, high_also] if is_paired(low, low_also, high, high_also) => {
            cell.span = Some(span(low.low, high.high, low.currency, high.period));
            cell.also = Some(span(low_also.low, high_also.high, low_also.currency, high_also.period));
        }
        [low, middle, high, ..] if is_crossed(low, middle, high) => {
            cell.span = Some(span(low.low, middle.high, low.currency, low.period));
            cell.also = Some(span(middle.low, high.high, middle.currency, high.period));
        }
        [first, rest @ ..] => {
            cell.span = Some(Span {
                stray: first.other_currency,
                ..span(first.low, first.high, first.currency, first.period)
            });
            let other =
                rest.iter().find(|other| other.currency != first.currency && other.currency.is_some());
            cell.also = other.map(|other| span(other.low, other.high, other.currency, other.period));
        }
    }
    let counts =
        cell.span.map_or(!figures.is_empty() && cell.percent.is_none(), |span| span.currency.is_none());
    if counts && names_shares(text) {
        cell.span = None;
        cell.doubts.push(Doubt::Shares);
    }
    if let Some(span) = &mut cell.span {
        if text.trim().to_lowercase().starts_with("up to") && span.low == span.high {
            span.low = Decimal::ZERO;
            cell.doubts.push(Doubt::UpTo);
        }
        if span.low > span.high {
            std::mem::swap(&mut span.low, &mut span.high);
            cell.doubts.push(Doubt::Reversed);
        }
    }
    if let Some(span) = &mut cell.also
        && span.low > span.high
    {
        std::mem::swap(&mut span.low, &mut span.high);
    }
    cell
}

/// `£95K / $122K - £130K / $167K`: the low ends in both currencies, then the high ones.
fn is_crossed(low: &Figure, middle: &Figure, high: &Figure) -> bool {
    middle.other_currency.is_some()
        && middle.other_currency == low.currency
        && high.currency == middle.currency
}

/// `£95K ($122K) – £130K ($167K)`: each end in both currencies.
fn is_paired(low: &Figure, low_also: &Figure, high: &Figure, high_also: &Figure) -> bool {
    let is_single = |figure: &Figure| figure.low == figure.high && figure.currency.is_some();
    [low, low_also, high, high_also].into_iter().all(is_single)
        && low.currency == high.currency
        && low_also.currency == high_also.currency
        && low.currency != low_also.currency
}

/// Gives a bare figure the unit that its head names.
fn scale(figure: &mut Figure, unit: Decimal) {
    if figure.is_percent || figure.has_unit || figure.high >= unit {
        return;
    }
    if let (Ok(low), Ok(high)) = (exact::mul(figure.low, unit), exact::mul(figure.high, unit)) {
        (figure.low, figure.high, figure.has_unit) = (low, high, true);
    }
}

/// Whether a figure without a currency can be an amount: it has a unit or is large.
fn is_amount(figure: &Figure) -> bool {
    figure.has_unit || figure.high >= Decimal::ONE_THOUSAND
}

fn span(low: Decimal, high: Decimal, currency: Option<Currency>, period: Option<Period>) -> Span {
    Span { low, high, currency, period, stray: None }
}

fn names_shares(text: &str) -> bool {
    let lower = text.to_lowercase();
    ["rsus", "shares", "options", "units"].iter().any(|word| lower.contains(word))
}
