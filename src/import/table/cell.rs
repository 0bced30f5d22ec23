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
    /// Paid by the hour or the like.
    Period,
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
    let text = &ungrouped(text);
    let mut figures = figure::find(text);
    join(text, &mut figures);
    if let Some(unit) = unit {
        for figure in &mut figures {
            scale(figure, unit);
        }
    }
    let mut cell = Cell::default();
    let percents = figures.iter().filter(|figure| figure.is_percent).map(|figure| (figure.low, figure.high));
    cell.percent =
        percents.reduce(|(low, high), (next_low, next_high)| (low.min(next_low), high.max(next_high)));
    let amounts: Vec<&Figure> = figures.iter().filter(|figure| !figure.is_percent).collect();
    if amounts.iter().any(|figure| figure.is_ambiguous || is_small(figure)) {
        cell.doubts.push(Doubt::Ambiguous);
        return cell;
    }
    if !amounts.is_empty() && names_odd_period(text) {
        cell.doubts.push(Doubt::Period);
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
        if is_up_to(text) && span.low == span.high {
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

/// Groups of thousands parted by an apostrophe or a blank, as commas part them.
fn ungrouped(text: &str) -> String {
    let signs: Vec<char> = text.chars().collect();
    let is_digit = |at: usize| signs.get(at).is_some_and(char::is_ascii_digit);
    let parts_group = |at: usize| {
        at > 0
            && matches!(signs[at], '\'' | '’' | ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}')
            && is_digit(at - 1)
            && (at + 1..at + 4).all(is_digit)
            && !is_digit(at + 4)
    };
    signs.iter().enumerate().map(|(at, sign)| if parts_group(at) { ',' } else { *sign }).collect()
}

/// Makes one span of two single figures in one currency: `120,000 € – 150,000 €`, `$150K/$210K`.
fn join(text: &str, figures: &mut Vec<Figure>) {
    let [low, high] = figures.as_slice() else { return };
    let is_single = |figure: &Figure| figure.low == figure.high && !figure.is_percent;
    let between = text.get(low.range.end..high.range.start).unwrap_or_default().trim();
    let parts = ["-", "–", "—", "to", "/"].contains(&between);
    if parts && is_single(low) && is_single(high) && low.currency == high.currency && low.low < high.high {
        let joined = Figure {
            range: low.range.start..high.range.end,
            high: high.high,
            period: high.period,
            ..low.clone()
        };
        *figures = vec![joined];
    }
}

/// Whether a figure in a currency is too small for pay: its thousands may be left out.
fn is_small(figure: &Figure) -> bool {
    figure.currency.is_some() && figure.high > Decimal::ZERO && figure.high < Decimal::ONE_THOUSAND
}

fn is_up_to(text: &str) -> bool {
    let lower = text.trim().to_lowercase();
    lower.starts_with("up to") || lower.starts_with(['≤', '<'])
}

/// Whether pay is given over a time that makes no year without guessing.
fn names_odd_period(text: &str) -> bool {
    let lower = text.to_lowercase();
    ["/hr", "/hour", "per hour", "hourly", "/day", "per day", "daily", "/week", "/wk", "per week", "/quarter"]
        .iter()
        .any(|word| lower.contains(word))
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
    ["rsus", "shares", "options", "units", "ppus", "tokens"].iter().any(|word| lower.contains(word))
}
