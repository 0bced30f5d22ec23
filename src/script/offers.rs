//! The offers in hand, in words: named only where the user allows it.

use jiff::civil::Date;

use super::words;
use crate::domain::money::{Currency, Decimal, Mark, Money, show};
use crate::domain::offer::{Alternative, Equity, OfferStatus};
use crate::domain::plan::Plan;
use crate::domain::session::Session;

/// The offers that count today; the current job is no offer.
pub(super) struct Offers<'a> {
    list: Vec<&'a Alternative>,
    named: bool,
    currency: Currency,
    /// The years of the target's grant, which go without saying.
    usual_years: usize,
}

impl<'a> Offers<'a> {
    pub fn of(session: &'a Session, plan: &Plan, usual_years: usize) -> Self {
        let counting = plan.alternatives.iter().filter_map(|one| session.alternatives.get(one.index));
        let list = counting.filter(|one| one.status != OfferStatus::Current).collect();
        Self { list, named: session.script.name_rivals, currency: plan.currency, usual_years }
    }

    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Every amount that these offers put on the table.
    pub fn amounts(&self) -> impl Iterator<Item = Decimal> {
        self.list.iter().flat_map(|offer| offer.amounts().map(|(_, amount)| amount.amount()))
    }

    /// What is held, as it follows "I hold": `a written offer from Google at L4: $210K base and …`.
    pub fn in_words(&self) -> Option<String> {
        let mut said = Vec::with_capacity(self.list.len());
        for (at, offer) in self.list.iter().enumerate() {
            let verbal = offer.status == OfferStatus::Verbal;
            let terms = words::list(&self.terms(offer));
            said.push(if self.named {
                let firm = if verbal { "verbal" } else { "written" };
                let level = offer.level.as_ref().map(|level| format!(" at {level}")).unwrap_or_default();
                format!("a {firm} offer from {}{level}: {terms}", words::one_line(&offer.company))
            } else {
                match (verbal, at) {
                    (true, 0) => format!("another offer, verbal so far, at {terms}"),
                    (true, _) => format!("a further offer, verbal so far, at {terms}"),
                    (false, 0) => format!("another written offer at {terms}"),
                    (false, _) => format!("a further written offer at {terms}"),
                }
            });
        }
        let joint = if self.named { "; and " } else { ", and " };
        (!said.is_empty()).then(|| said.join(joint))
    }

    /// Until when the offers stand, as a sentence; `None` where none has an end.
    pub fn deadlines(&self, today: Date) -> Option<String> {
        let mut dated: Vec<(Date, String)> = self
            .list
            .iter()
            .filter_map(|offer| Some((offer.expires?, words::one_line(&offer.company))))
            .collect();
        dated.sort_by_key(|(day, _)| *day);
        let first = words::day(dated.first()?.0, today);
        Some(if self.named {
            let each: Vec<String> = dated
                .iter()
                .enumerate()
                .map(|(at, (day, company))| {
                    let by = words::day(*day, today);
                    match at {
                        0 => format!("The offer from {company} runs until {by}"),
                        _ => format!("the one from {company} until {by}"),
                    }
                })
                .collect();
            format!("{}.", words::list(&each))
        } else {
            let which = match (self.list.len(), dated.len()) {
                (1, _) => "My other offer",
                (_, 1) => "One of my other offers",
                _ => "The first of my other offers",
            };
            format!("{which} runs until {first}.")
        })
    }

    pub fn any_written(&self) -> bool {
        self.list.iter().any(|offer| offer.status == OfferStatus::Written)
    }

    /// The first day on which an offer ends.
    pub fn next_end(&self) -> Option<Date> {
        self.list.iter().filter_map(|offer| offer.expires).min()
    }

    fn terms(&self, offer: &Alternative) -> Vec<String> {
        let currency = self.currency_of(offer);
        let say = |amount: Money| show::short(currency, amount.amount());
        let mut terms = vec![format!("{} base", say(offer.base))];
        match (offer.bonus, offer.bonus_amount) {
            (Some(bonus), _) => terms.push(format!("a {bonus} bonus")),
            (None, Some(amount)) => terms.push(format!("a {} bonus", say(amount))),
            (None, None) => {}
        }
        if let Some(equity) = offer.equity.as_ref().filter(|equity| !equity.grant.amount().is_zero()) {
            let kind = equity.kind.map_or("stock", |kind| kind.words());
            let years = years_of(equity);
            let over = if years == self.usual_years {
                String::new()
            } else {
                format!(" {}", words::over_years(years))
            };
            terms.push(format!("{} in {kind}{over}", say(equity.grant)));
        }
        let once = [(offer.signing, "on signing"), (offer.relocation, "for relocation")];
        for (amount, what) in once {
            if let Some(amount) = amount.filter(|amount| !amount.amount().is_zero()) {
                terms.push(format!("{} {what}", say(amount)));
            }
        }
        terms
    }

    fn currency_of(&self, offer: &Alternative) -> Currency {
        let marked = offer.amounts().find_map(|(_, amount)| match amount.mark() {
            Some(Mark::Currency(currency)) => Some(currency),
            _ => None,
        });
        offer.currency.or(marked).unwrap_or(self.currency)
    }
}

/// The years over which a grant vests; four where nothing is said.
pub(super) fn years_of(equity: &Equity) -> usize {
    match (&equity.vesting, equity.years) {
        (Some(vesting), _) => vesting.shares().len(),
        (None, Some(years)) => usize::from(years.max(1)),
        (None, None) => 4,
    }
}
