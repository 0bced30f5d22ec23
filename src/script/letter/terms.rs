//! The terms of an offer as the lines of a letter: only what was entered.

use jiff::civil::Date;

use super::super::{offers, words};
use crate::domain::money::{Currency, Decimal, Mark, Money, show};
use crate::domain::offer::{
    Alternative, Cadence, Clawback, ClawbackKind, Equity, EquityKind, StatedBonus, TargetOffer,
};

pub(super) fn of_target(
    offer: &TargetOffer,
    currency: Currency,
    kind: EquityKind,
    today: Date,
) -> Vec<String> {
    let mut lines = Lines { currency, lines: Vec::new() };
    lines.money("Base", offer.base, " a year");
    lines.bonus(offer.bonus, offer.bonus_amount);
    lines.equity(offer.equity.as_ref(), kind);
    lines.money("Signing bonus", offer.signing, ", paid once");
    lines.clawback(offer.clawback, offer.signing);
    lines.day(offer.expires, today);
    lines.lines
}

pub(super) fn of_alternative(offer: &Alternative, plan: Currency, today: Date) -> Vec<String> {
    let marked = offer.amounts().find_map(|(_, amount)| match amount.mark() {
        Some(Mark::Currency(currency)) => Some(currency),
        _ => None,
    });
    let mut lines = Lines { currency: offer.currency.or(marked).unwrap_or(plan), lines: Vec::new() };
    if let Some(level) = &offer.level {
        lines.put("Level", &words::one_line(level));
    }
    lines.money("Base", Some(offer.base), " a year");
    lines.bonus(offer.bonus, offer.bonus_amount);
    let kind = offer.equity.as_ref().and_then(|equity| equity.kind);
    lines.equity(offer.equity.as_ref(), kind.unwrap_or_default());
    lines.money("Signing bonus", offer.signing, ", paid once");
    lines.money("Relocation", offer.relocation, ", paid once");
    lines.clawback(offer.clawback, offer.signing.or(offer.relocation));
    lines.money("Other pay", offer.other_annual, " a year");
    lines.day(offer.expires, today);
    lines.lines
}

struct Lines {
    currency: Currency,
    lines: Vec<String>,
}

impl Lines {
    fn put(&mut self, name: &str, words: &str) {
        self.lines.push(format!("- {name}: {words}"));
    }

    fn say(&self, amount: Decimal) -> String {
        show::full(self.currency, amount)
    }

    /// An amount that is more than nothing.
    fn money(&mut self, name: &str, money: Option<Money>, period: &str) {
        if let Some(amount) = money.map(Money::amount).filter(|amount| !amount.is_zero()) {
            let words = format!("{}{period}", self.say(amount));
            self.put(name, &words);
        }
    }

    fn bonus(&mut self, rate: Option<StatedBonus>, amount: Option<Money>) {
        if let Some(rate) = rate {
            self.put("Target bonus", &format!("{rate} of base"));
        }
        self.money("Target bonus", amount, " a year");
    }

    fn equity(&mut self, equity: Option<&Equity>, kind: EquityKind) {
        let Some(equity) = equity else { return };
        if let Some(terms) = equity.options.as_ref().filter(|terms| terms.is_stated()) {
            let words = format!(
                "{} at a strike of {}",
                show::grouped(Decimal::from(terms.count)),
                self.say(terms.strike.amount())
            );
            self.put("Options", &words);
        } else if !equity.grant.amount().is_zero() {
            let over = words::over_years(offers::years_of(equity));
            let words =
                format!("{} in {} {over}, the whole grant", self.say(equity.grant.amount()), kind.words());
            self.put("Equity", &words);
        } else {
            return;
        }
        let shares = equity.vesting.as_ref().map(|vesting| {
            let shares: Vec<String> = vesting.shares().iter().map(ToString::to_string).collect();
            format!("{} year by year", words::list(&shares))
        });
        let pace = equity.cadence.map(Cadence::name).map(str::to_owned);
        let cliff = equity.cliff_months.map(|months| match months {
            0 => "without a cliff".to_owned(),
            months => format!("after a cliff of {}", counted(months)),
        });
        let vests: Vec<String> = [shares, pace, cliff].into_iter().flatten().collect();
        if !vests.is_empty() {
            self.put("Vesting", &vests.join(", "));
        }
        if let Some(refresher) = equity.refresher.filter(|refresher| refresher.written) {
            self.money("Refresher grants", Some(refresher.a_year), " each year");
        }
    }

    fn clawback(&mut self, rule: Option<Clawback>, paid: Option<Money>) {
        let (Some(rule), Some(_)) = (rule, paid) else { return };
        let part = match rule.kind {
            ClawbackKind::Full => "all of it",
            ClawbackKind::ProRata => "the part for the missing months",
        };
        self.put("To be given back", &format!("{part}, if I leave within {}", counted(rule.months)));
    }

    fn day(&mut self, day: Option<Date>, today: Date) {
        if let Some(day) = day {
            self.put("My answer by", &words::date(day, today));
        }
    }
}

fn counted(months: u16) -> String {
    if months == 1 { "1 month".to_owned() } else { format!("{months} months") }
}
