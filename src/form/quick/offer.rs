//! The offer as far as a line tells it.

use jiff::civil::Date;

use super::Context;
use crate::domain::money::{Currency, Mark, Money, Rate, show};
use crate::domain::offer::{Alternative, Equity, OfferStatus, StatedBonus};
use crate::domain::problem::Problem;

/// The parts of an offer that were understood.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Partial {
    pub company: Option<String>,
    pub level: Option<String>,
    pub status: Option<OfferStatus>,
    pub confidence: Option<Rate>,
    /// As a word or a mark of the line says it; `None`: the plan's.
    pub currency: Option<Currency>,
    pub base: Option<Money>,
    pub bonus: Option<StatedBonus>,
    pub bonus_amount: Option<Money>,
    pub equity: Option<Equity>,
    pub signing: Option<Money>,
    pub relocation: Option<Money>,
    pub other_annual: Option<Money>,
    /// Total pay, which cannot be split into its parts.
    pub total: Option<Money>,
    pub expires: Option<Date>,
}

impl Partial {
    pub(super) fn alternative(&self) -> Result<Alternative, Problem> {
        let Some(company) = self.company.as_ref().filter(|_| self.base.is_some() || self.total.is_none())
        else {
            if self.base.is_none() && self.total.is_some() {
                return Err(self.base_missing(self.company.as_deref().unwrap_or("Google")));
            }
            return Err(Problem::new("company-missing", "The line names no company.").hint(
                "Write its name, such as Google L4 210k base; put one that reads as a figure in quotes: \"3M\".",
            ));
        };
        let Some(base) = self.base else {
            return Err(self.base_missing(company));
        };
        let plain = |money: Option<Money>| money.map(|money| money.marked(None));
        let equity = self.equity.clone().map(|equity| Equity { grant: equity.grant.marked(None), ..equity });
        Ok(Alternative {
            level: self.level.clone(),
            status: self.status.unwrap_or_default(),
            confidence: self.confidence,
            currency: self.currency,
            bonus: self.bonus,
            bonus_amount: plain(self.bonus_amount),
            equity,
            signing: plain(self.signing),
            relocation: plain(self.relocation),
            other_annual: plain(self.other_annual),
            expires: self.expires,
            ..Alternative::of(company.clone(), base.marked(None))
        })
    }

    fn base_missing(&self, company: &str) -> Problem {
        let example = format!("Write the base too, such as {company} 210k base.");
        match self.total {
            Some(total) => {
                let total = show::understood(total, self.currency.unwrap_or(Currency::USD));
                let message = format!("A total of {total} is no base: it cannot be split into its parts.");
                Problem::new("base-missing", message).hint(example)
            }
            None => Problem::new("base-missing", "The line states no base.").hint(example),
        }
    }
}

/// The one currency of an offer by the words and marks of its line.
pub(super) fn currency(
    words: &[Currency],
    marks: &[Mark],
    context: Context,
) -> Result<Option<Currency>, Problem> {
    let marked = marks.iter().filter_map(|mark| match mark {
        Mark::Currency(currency) => Some(*currency),
        Mark::Dollar => None,
    });
    let mut named: Vec<Currency> = words.iter().copied().chain(marked).collect();
    named.sort_unstable();
    named.dedup();
    let dollars = marks.contains(&Mark::Dollar);
    match named.as_slice() {
        [] if dollars && !context.currency.is_dollar() => {
            let message = format!("The plan is in {}; it is open which dollars these are.", context.currency);
            Err(Problem::new("currency-open", message).hint("Write US$210k, or C$210k, A$210k, S$210k."))
        }
        [] => Ok(dollars.then_some(context.currency)),
        [one] if dollars && !one.is_dollar() => Err(mixed(&[*one, Currency::USD])),
        [one] => Ok(Some(*one)),
        several => Err(mixed(several)),
    }
}

fn mixed(currencies: &[Currency]) -> Problem {
    let codes: Vec<&str> = currencies.iter().map(|currency| currency.code()).collect();
    Problem::new("currency-mixed", format!("The line mixes currencies: {}.", codes.join(", ")))
        .hint("Write the whole offer in one currency, such as £95k base £40k RSU.")
}
