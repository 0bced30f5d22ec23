//! The terms of an offer as a letter lists them: what was entered, each on its own line.

use super::field::{Addressee, Field};
use crate::domain::compare::Whose;
use crate::domain::money::{Currency, Mark, Money, show};
use crate::domain::offer::{Alternative, Clawback, ClawbackKind, Equity, StatedBonus, TargetOffer};
use crate::script::offers::years_of;
use crate::script::words;

/// An offer's terms; empty where no base is known.
pub(super) fn lines(field: &Field, to: &Addressee) -> Vec<String> {
    let mut lines = match to.whose {
        Whose::Alternative(index) => {
            field.session.alternatives.get(index).map(|one| of_alternative(field, one))
        }
        Whose::Target | Whose::Ask => field.session.target.as_ref().map(|target| of_target(field, target)),
    }
    .unwrap_or_default();
    if let Some(day) = to.expires.filter(|_| !lines.is_empty()) {
        lines.push(format!("- My answer due by {}", words::date(day, field.today)));
    }
    lines
}

fn of_alternative(field: &Field, offer: &Alternative) -> Vec<String> {
    let say =
        Say(offer.currency.or_else(|| marked(offer.amounts().map(|(_, amount)| amount))).or(field.currency));
    let level = offer.level.as_deref().map(words::one_line).filter(|level| !level.is_empty());
    let lines = [
        level.map(|level| format!("- Level: {level}")),
        say.a_year("Base", Some(offer.base)),
        say.bonus(offer.bonus, offer.bonus_amount),
        offer.equity.as_ref().and_then(|equity| say.equity(equity)),
        offer.equity.as_ref().and_then(vesting),
        offer.equity.as_ref().and_then(|equity| say.refresher(equity)),
        say.once("Signing bonus", offer.signing),
        say.once("Relocation", offer.relocation),
        offer.signing.or(offer.relocation).and(offer.clawback).map(given_back),
        say.a_year("Other pay", offer.other_annual),
    ];
    if offer.base.amount().is_zero() { Vec::new() } else { lines.into_iter().flatten().collect() }
}

fn of_target(field: &Field, offer: &TargetOffer) -> Vec<String> {
    let Some(base) = offer.base.filter(|base| !base.amount().is_zero()) else { return Vec::new() };
    let say = Say(field.currency.or_else(|| marked(std::iter::once(base))));
    let lines = [
        say.a_year("Base", Some(base)),
        say.bonus(offer.bonus, offer.bonus_amount),
        offer.equity.as_ref().and_then(|equity| say.equity(equity)),
        offer.equity.as_ref().and_then(vesting),
        offer.equity.as_ref().and_then(|equity| say.refresher(equity)),
        say.once("Signing bonus", offer.signing),
        offer.signing.and(offer.clawback).map(given_back),
    ];
    lines.into_iter().flatten().collect()
}

fn marked(mut amounts: impl Iterator<Item = Money>) -> Option<Currency> {
    amounts.find_map(|amount| match amount.mark() {
        Some(Mark::Currency(currency)) => Some(currency),
        _ => None,
    })
}

/// How amounts of one offer are written; without a currency, as plain figures.
struct Say(Option<Currency>);

impl Say {
    fn amount(&self, amount: Money) -> String {
        match self.0 {
            Some(currency) => show::understood(amount, currency),
            None => show::grouped(amount.amount()),
        }
    }

    fn a_year(&self, what: &str, amount: Option<Money>) -> Option<String> {
        self.once(what, amount).map(|line| format!("{line} a year"))
    }

    fn once(&self, what: &str, amount: Option<Money>) -> Option<String> {
        let amount = amount.filter(|amount| !amount.amount().is_zero())?;
        Some(format!("- {what}: {}", self.amount(amount)))
    }

    fn bonus(&self, share: Option<StatedBonus>, amount: Option<Money>) -> Option<String> {
        match share {
            Some(StatedBonus(share)) => Some(format!("- Bonus: {share} of base")),
            None => self.a_year("Bonus", amount),
        }
    }

    fn refresher(&self, equity: &Equity) -> Option<String> {
        let written = equity.refresher.filter(|refresher| refresher.written)?;
        self.once("A further grant each year", Some(written.a_year))
    }

    fn equity(&self, equity: &Equity) -> Option<String> {
        let what = match (&equity.options, equity.kind) {
            (Some(options), _) if options.is_stated() => {
                let count = show::grouped(options.count.into());
                let noun = if options.count == 1 { "stock option" } else { "stock options" };
                format!("{count} {noun} at a strike price of {}", self.amount(options.strike))
            }
            (_, _) if equity.grant.amount().is_zero() => return None,
            (_, Some(kind)) => format!("a grant of {} in {}", self.amount(equity.grant), kind.words()),
            (_, None) => format!("a grant of {}", self.amount(equity.grant)),
        };
        let stated = equity.vesting.is_some() || equity.years.is_some();
        let years = stated.then(|| format!(", vesting {}", words::over_years(years_of(equity))));
        Some(format!("- Equity: {what}{}", years.unwrap_or_default()))
    }
}

/// The shares of the years, how often a part vests, and the cliff, as far as they are stated.
fn vesting(equity: &Equity) -> Option<String> {
    let shares = equity.vesting.as_ref().map(|vesting| {
        let shares: Vec<String> = vesting.shares().iter().map(ToString::to_string).collect();
        format!("{} year by year", words::list(&shares))
    });
    let cadence = equity.cadence.map(|cadence| cadence.name().to_owned());
    let cliff = equity.cliff_months.map(|months| match months {
        0 => "without a cliff".to_owned(),
        months => format!("after a cliff of {}", counted(months)),
    });
    let parts: Vec<String> = [shares, cadence, cliff].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| format!("- Vesting: {}", parts.join(", ")))
}

fn given_back(rule: Clawback) -> String {
    let part = match rule.kind {
        ClawbackKind::Full => "all of it",
        ClawbackKind::ProRata => "the part for the missing months",
    };
    format!("- To be given back: {part}, if I leave within {}", counted(rule.months))
}

fn counted(months: u16) -> String {
    if months == 1 { "1 month".to_owned() } else { format!("{months} months") }
}
