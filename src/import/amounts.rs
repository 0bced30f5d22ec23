//! The amounts a guide asks for, as a playbook keeps them: in the first region's currency, by the
//! year, grants as a whole, each held against the band.

use super::Report;
use super::ask::Said;
use super::figure::Period;
use super::term::Term;
use crate::domain::money::{Decimal, Money, Range, exact};
use crate::domain::playbook::{Asks, Band};

/// How far outside a band an amount may lie and still be meant for it.
const FACTOR: i64 = 4;

/// What amounts are held against.
#[derive(Debug, Clone, Copy)]
pub struct Frame<'b> {
    /// The region the amounts are written for.
    pub band: Option<&'b Band>,
    /// Years of a grant.
    pub years: u8,
}

/// Where amounts stand in the playbook and in the guide.
pub struct Place<'p> {
    /// `levers[0].asks`
    pub path: &'p str,
    /// The text they were read from.
    pub text: &'p str,
    /// The line of a byte of the text.
    pub line: &'p dyn Fn(usize) -> usize,
}

impl Frame<'_> {
    /// One amount for each term; what cannot be meant is left out and said.
    pub fn asks(&self, said: &[Said], place: &Place<'_>, report: &mut Report) -> Option<Asks> {
        let mut asks = Asks::default();
        for said in said {
            let term = said.term.or_else(|| self.guessed(said));
            let Some((name, slot)) = term.and_then(|term| slot(&mut asks, term)) else { continue };
            if slot.is_some() {
                continue;
            }
            let line = (place.line)(said.figure.range.start);
            if let Some(money) = self.money(said, term, place, report) {
                *slot = Some(money);
                report.place(format!("{}.{name}", place.path), line);
            }
        }
        (asks != Asks::default()).then_some(asks)
    }

    fn money(
        &self,
        said: &Said,
        term: Option<Term>,
        place: &Place<'_>,
        report: &mut Report,
    ) -> Option<Money> {
        let line = (place.line)(said.figure.range.start);
        let printed = &place.text[said.figure.range.clone()];
        if said.figure.is_ambiguous {
            report.warn(
                "amount-ambiguous",
                line,
                format!("{printed} can be read two ways; it was left out."),
            );
            return None;
        }
        if let (Some(band), Some(currency)) = (self.band, said.currency())
            && band.currency != currency
        {
            let message = format!(
                "{printed} is in {currency}, while the amounts of this playbook are in {}; it was left out.",
                band.currency
            );
            report.warn("ask-currency", line, message);
            return None;
        }
        let amount = self.yearly(said, term, line, place, report)?;
        if !self.is_plausible(amount, term) {
            let message = format!("{printed} lies far outside the band, so it was not taken for an ask.");
            report.warn("ask-implausible", line, message);
            return None;
        }
        Money::new(amount)
    }

    /// Monthly pay by the year, a yearly share of a grant as the whole grant.
    fn yearly(
        &self,
        said: &Said,
        term: Option<Term>,
        line: usize,
        place: &Place<'_>,
        report: &mut Report,
    ) -> Option<Decimal> {
        let amount = said.amount();
        let times = |factor: i64| exact::mul(amount, Decimal::from(factor)).ok();
        let printed = &place.text[said.figure.range.clone()];
        match (said.figure.period, term) {
            (Some(Period::Month), Some(Term::Base | Term::Total)) => {
                report.warn(
                    "per-month",
                    line,
                    format!("{printed} is by the month; twelve months were taken."),
                );
                times(12)
            }
            (Some(Period::Year), Some(Term::Equity)) if counts_shares(place.text, said) => {
                let message =
                    format!("{printed} follows from a number of shares; it was taken as the whole grant.");
                report.warn("equity-in-shares", line, message);
                Some(amount)
            }
            (Some(Period::Year), Some(Term::Equity)) => {
                let years = self.years;
                let message =
                    format!("{printed} is a year's share of a grant; {years} years were taken as the whole.");
                report.warn("equity-per-year", line, message);
                times(i64::from(years))
            }
            _ => Some(amount),
        }
    }

    fn is_plausible(&self, amount: Decimal, term: Option<Term>) -> bool {
        let Some(band) = self.band else { return true };
        let within = |range: Option<Range>| {
            range.is_none_or(|range| {
                let factor = Decimal::from(FACTOR);
                let top = exact::mul(range.high.amount(), factor).unwrap_or(Decimal::MAX);
                let low = exact::div(range.low.amount(), factor).unwrap_or_default();
                (low..=top).contains(&amount)
            })
        };
        match term {
            Some(Term::Base) => within(band.base),
            Some(Term::Total) => within(band.total.or(band.base)),
            Some(Term::Equity) => band.equity.is_none_or(|range| {
                amount <= exact::mul(range.high.amount(), Decimal::from(FACTOR)).unwrap_or(Decimal::MAX)
            }),
            Some(Term::Signing) => band.base.is_none_or(|base| amount <= base.high.amount()),
            _ => true,
        }
    }

    /// The term of an amount that names none: the band it lies in.
    fn guessed(&self, said: &Said) -> Option<Term> {
        let band = self.band?;
        let lies = |range: Option<Range>| {
            range.is_some_and(|range| (range.low.amount()..=range.high.amount()).contains(&said.amount()))
        };
        match (lies(band.base), lies(band.total)) {
            (true, _) => Some(Term::Base),
            (false, true) => Some(Term::Total),
            _ => None,
        }
    }
}

fn slot(asks: &mut Asks, term: Term) -> Option<(&'static str, &mut Option<Money>)> {
    Some(match term {
        Term::Base => ("base", &mut asks.base),
        Term::Equity => ("equity", &mut asks.equity),
        Term::Signing => ("signing", &mut asks.signing),
        Term::Total => ("total", &mut asks.total),
        Term::Other => return None,
    })
}

/// Whether the figure stands in brackets behind a number of shares: `1,100 RSUs ($143,000/yr)`.
fn counts_shares(text: &str, said: &Said) -> bool {
    let before = text[said.sentence.start..said.figure.range.start].trim_end();
    let opened = before.strip_suffix('(').map(str::trim_end);
    opened.is_some_and(|before| {
        let mut words = before.split_whitespace().rev();
        let unit = words.next().unwrap_or_default().to_lowercase();
        let names_shares = ["rsus", "rsu", "shares", "options", "units"].contains(&unit.trim_matches(','));
        names_shares && words.take(2).any(|word| word.starts_with(|c: char| c.is_ascii_digit()))
    })
}
