//! A band from the cells of one region.

use super::super::Report;
use super::super::figure::Period;
use super::cell::{self, Cell, Doubt, Span};
use super::currency;
use super::head::{Grant, Head};
use super::measure::Measure;
use crate::domain::money::{Currency, Decimal, Money, Range, Rate, RateRange, exact};
use crate::domain::playbook::{Band, OwnBand};
use crate::domain::total;

/// One part of pay as printed.
#[derive(Debug, Clone, Copy)]
pub struct Printed<'t> {
    pub head: Head,
    pub measure: Measure,
    pub text: &'t str,
    pub line: usize,
}

/// What is known of a region before its cells are read.
#[derive(Debug, Clone, Copy)]
pub struct Label<'t> {
    pub region: &'t str,
    pub level: Option<&'t str>,
    /// Currency words of the column, where the region is a row.
    pub head: &'t str,
    pub line: usize,
    /// Years of a grant where no head says.
    pub years: u8,
}

/// The region's band; `None` where no cell holds an amount.
pub fn band(label: &Label<'_>, cells: &[Printed<'_>], report: &mut Report) -> Option<Band> {
    let read: Vec<(Printed<'_>, Cell)> =
        cells.iter().map(|printed| (*printed, cell::read(printed.text, printed.measure.unit))).collect();
    let currency = of(label, &read)?;
    let mut band = no_terms(currency);
    // The total comes last: it is held against its parts.
    let (totals_of, parts): (Vec<_>, Vec<_>) =
        read.into_iter().partition(|(printed, _)| printed.head == Head::Total);
    let mut also: Option<OwnBand> = None;
    for (printed, cell) in parts.iter().chain(&totals_of) {
        doubts(printed, cell, report);
        if cell.span.is_none() && cell.percent.is_none() && cell.doubts.is_empty() && must_hold(printed) {
            unstated(printed, report);
        }
        if matches!(printed.head, Head::Equity(_)) && cell.percent.is_some() && cell.span.is_none() {
            let message = format!("{} is a share, not an amount; it is left out.", printed.text.trim());
            report.warn("equity-in-percent", printed.line, message);
        }
        if printed.head == Head::Bonus {
            band.bonus = band.bonus.or(cell.percent.and_then(rates));
        }
        let (mut own, mut other) = sides(cell, currency);
        if own.is_none()
            && printed.head == Head::Total
            && also.is_none()
            && other.is_some_and(|(span, _)| is_sum(&band, span))
        {
            own = other.take().map(|(span, _)| span);
        }
        if let Some(span) = own
            && let Some(range) = whole(printed, span, label.years, report)
        {
            if span.stray.is_some_and(|stray| stray != currency)
                || span.currency.is_some_and(|own| own != currency)
            {
                let message = format!("{} mixes currencies; {currency} was taken.", printed.text.trim());
                report.warn("currency-mixed", printed.line, message);
            }
            put(&mut band, printed.head, range);
        }
        if let Some((span, other)) = other
            && let Some(range) = whole(printed, span, label.years, &mut Report::default())
        {
            if own.is_none() {
                let message = format!(
                    "{} is in {other}, while the base is in {currency}: it is kept apart and does not count in the band.",
                    printed.text.trim()
                );
                report.warn("equity-currency", printed.line, message);
            }
            let mut beside = also.take().unwrap_or_else(|| no_terms(other));
            if beside.currency == other {
                put(&mut beside, printed.head, range);
            }
            also = Some(beside);
        }
    }
    if band.base.is_none() && band.equity.is_none() && band.total.is_none() {
        return None;
    }
    let OwnBand { currency, base, equity, bonus, bonus_amount, total } = band;
    let (region, level) = (label.region.to_owned(), label.level.map(str::to_owned));
    let band = Band { region, currency, level, base, equity, bonus, bonus_amount, total, also };
    totals(&band, label.line, report);
    Some(band)
}

/// The band's currency: what the label says, else the base's own, else the first that a cell names.
fn of(label: &Label<'_>, cells: &[(Printed<'_>, Cell)]) -> Option<Currency> {
    let of_head = |wanted: fn(Head) -> bool| {
        cells.iter().filter(|(printed, _)| wanted(printed.head)).find_map(|(_, cell)| cell.span?.currency)
    };
    let own = of_head(|head| head == Head::Base).or_else(|| of_head(|_| true));
    let labelled = currency::of_label(label.head).or_else(|| currency::of_label(label.region));
    match (labelled, own) {
        (Some(labelled), Some(own)) if labelled != own && !(labelled.is_dollar() && own == Currency::USD) => {
            Some(own)
        }
        (Some(labelled), _) => Some(labelled),
        (None, own) => own.or_else(|| cells.iter().find_map(|(printed, _)| printed.measure.currency)),
    }
}

/// A cell that names no amount: in words, or in signs that nobody can read.
fn unstated(printed: &Printed<'_>, report: &mut Report) {
    let text = printed.text.trim();
    if text.contains(|c: char| c.is_numeric()) {
        report.unread(printed.line, text);
    } else {
        report.warn("in-words", printed.line, format!("“{text}” names no amount; it is left open."));
    }
}

/// The side of a cell that is in the band's currency, and the one that is not.
fn sides(cell: &Cell, currency: Currency) -> (Option<Span>, Option<(Span, Currency)>) {
    let fits = |span: Span| {
        span.currency.is_none_or(|own| own == currency || (currency.is_dollar() && own == Currency::USD))
            || span.stray == Some(currency)
    };
    let beside = |span: Option<Span>| span.and_then(|span| Some((span, span.currency?)));
    match (cell.span, cell.also) {
        (Some(span), also) if fits(span) => (Some(span), beside(also)),
        (span, Some(also)) if fits(also) => (Some(also), beside(span)),
        (span, _) => (None, beside(span)),
    }
}

/// Whether a total is what the parts make, all in one currency, so that the sign in front of it is a
/// slip: `$125K` behind £100K of base and £24K of stock.
fn is_sum(parts: &OwnBand, span: Span) -> bool {
    let range = || Some(Range { low: Money::new(span.low)?, high: Money::new(span.high)? });
    let Some(total) = range() else { return false };
    let OwnBand { currency, base, equity, bonus, bonus_amount, .. } = parts.clone();
    let (region, level, also) = (String::new(), None, None);
    let total = Some(total);
    let band = Band { region, currency, level, base, equity, bonus, bonus_amount, total, also };
    let is_near = |end: total::TotalEnd| {
        let gap = end.difference().and_then(|gap| exact::mul(gap, Decimal::from(5)));
        gap.is_ok_and(|gap| gap <= end.parts)
    };
    matches!(total::of(&band), Ok(Some(ends)) if ends.into_iter().all(is_near))
}

/// By the year, and grants as a whole.
fn whole(printed: &Printed<'_>, span: Span, years: u8, report: &mut Report) -> Option<Range> {
    let grant = match printed.head {
        Head::Equity(grant) => Some(grant),
        _ => None,
    };
    let years = grant.and_then(|grant: Grant| grant.years).filter(|years| *years > 1).unwrap_or(years);
    let is_yearly = grant.is_some_and(|grant| grant.is_yearly) || span.period == Some(Period::Year);
    let period = span.period.or(printed.measure.period);
    let (factor, note) = match (period, grant) {
        (Some(Period::Month), Some(_)) => {
            (12 * i64::from(years), Some(("per-month", "by the month: the whole grant was worked out")))
        }
        (Some(Period::Month), None) if printed.head != Head::Signing => {
            (12, Some(("per-month", "by the month: twelve were taken")))
        }
        (_, Some(_)) if is_yearly => {
            (i64::from(years), Some(("equity-per-year", "a year's share: the whole grant was worked out")))
        }
        _ => (1, None),
    };
    if let Some((code, what)) = note {
        report.warn(code, printed.line, format!("{} is {what}, times {factor}.", printed.text.trim()));
    }
    let scaled = |amount: Decimal| Money::new(exact::mul(amount, Decimal::from(factor)).ok()?);
    Some(Range { low: scaled(span.low)?, high: scaled(span.high)? })
}

fn put(band: &mut OwnBand, head: Head, range: Range) {
    let slot = match head {
        Head::Base => &mut band.base,
        Head::Equity(_) => &mut band.equity,
        Head::Bonus => &mut band.bonus_amount,
        Head::Total => &mut band.total,
        _ => return,
    };
    slot.get_or_insert(range);
}

fn no_terms(currency: Currency) -> OwnBand {
    OwnBand { currency, base: None, equity: None, bonus: None, bonus_amount: None, total: None }
}

fn rates((low, high): (Decimal, Decimal)) -> Option<RateRange> {
    let share = |percent: Decimal| Rate::new(exact::div(percent, Decimal::ONE_HUNDRED).ok()?);
    Some(RateRange { low: share(low.min(high))?, high: share(low.max(high))? })
}

/// Whether a cell should hold an amount: it is neither empty nor words alone.
fn must_hold(printed: &Printed<'_>) -> bool {
    printed.head.is_pay() && !cell::is_nothing(printed.text)
}

fn doubts(printed: &Printed<'_>, cell: &Cell, report: &mut Report) {
    let text = printed.text.trim();
    for doubt in &cell.doubts {
        match doubt {
            Doubt::Reversed => {
                report.warn(
                    "span-reversed",
                    printed.line,
                    format!("{text} has its ends the wrong way round; they were turned."),
                );
            }
            Doubt::UpTo => {
                report.warn("up-to", printed.line, format!("{text} was read as a span from nothing."));
            }
            Doubt::Shares => {
                report.warn(
                    "equity-in-shares",
                    printed.line,
                    format!("{text} is a number of shares without a price; it is left out."),
                );
                report.unread(printed.line, text);
            }
            Doubt::Period => {
                report.warn(
                    "period-unclear",
                    printed.line,
                    format!("{text} is not paid by the year; it is left out."),
                );
                report.unread(printed.line, text);
            }
            Doubt::Ambiguous => {
                report.warn(
                    "amount-ambiguous",
                    printed.line,
                    format!("{text} can be read two ways; it is left out."),
                );
                report.unread(printed.line, text);
            }
        }
    }
}

/// Flags a published total that its parts do not make, by either way of counting the grant.
fn totals(band: &Band, line: usize, report: &mut Report) {
    let Ok(Some(ends)) = total::of(band) else { return };
    let show = |amount| crate::domain::money::show::short(band.currency, amount);
    let off = ["low", "high"].into_iter().zip(ends).find(|(_, end)| end.is_far_off().unwrap_or(false));
    if let Some((name, end)) = off {
        let message = format!(
            "{}: the published total at the {name} end is {}, its parts make {}.",
            band.label(),
            show(end.published),
            show(end.parts)
        );
        report.warn("total-differs", line, message);
    }
}
