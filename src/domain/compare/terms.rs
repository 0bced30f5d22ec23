//! A package's terms in the plan's currency: what every page of the desk reads.

use std::collections::HashMap;

use jiff::civil::Date;

use super::Whose;
use crate::domain::money::exact::{self, Exact};
use crate::domain::money::{Currency, Decimal, Money, Rate};
use crate::domain::offer::value::{Schedule, marked_down};
use crate::domain::offer::{Alternative, Clawback, Equity, EquityKind, OptionTerms, Pace, Refresher};
use crate::domain::plan::Package;
use crate::domain::plan::brief::Brief;
use crate::domain::plan::rival::{Rival, currency_of, rate_into};
use crate::domain::playbook::EquityTerms;
use crate::domain::problem::Problem;

/// One package with everything that its worth depends on.
#[derive(Debug, Clone)]
pub(super) struct Terms<'a> {
    pub whose: Whose,
    pub label: String,
    pub base: Decimal,
    /// As an amount a year; `None` where an offer does not state one.
    pub bonus: Option<Decimal>,
    pub other_annual: Decimal,
    /// Signing and relocation.
    pub once: Decimal,
    pub clawback: Option<Clawback>,
    pub grant: Grant<'a>,
    /// What the value is multiplied by for taxes and the cost of living.
    pub adjustment: Option<Decimal>,
    pub conversion: Option<Conversion>,
    pub expires: Option<Date>,
}

/// The equity of a package.
#[derive(Debug, Clone)]
pub(super) struct Grant<'a> {
    /// The whole grant.
    pub worth: Decimal,
    pub kind: EquityKind,
    pub schedule: Schedule,
    pub pace: Pace,
    pub haircut: Rate,
    pub refresher: Option<Refresher>,
    pub options: Option<&'a OptionTerms>,
}

/// The rate by which a package that was entered in another currency is counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conversion {
    pub from: Currency,
    /// One unit of `from` in the plan's currency.
    pub rate: Decimal,
    pub as_of: Option<Date>,
    /// Who said it.
    pub source: Option<String>,
    /// The base as entered.
    pub base: Decimal,
}

impl<'a> Terms<'a> {
    /// Every package: what they have offered, the ask, each alternative that counts.
    pub fn all(brief: &'a Brief, ask: &Package) -> Result<Vec<Self>, Problem> {
        let mut all = Vec::with_capacity(brief.field.rivals.len().saturating_add(2));
        all.extend(Self::offered(brief)?);
        all.push(Self::asked(brief, ask)?);
        for rival in &brief.field.rivals {
            all.push(Self::rival(brief, rival)?);
        }
        number_twins(&mut all);
        Ok(all)
    }

    /// What the target has offered; a bonus it does not state is the band's.
    fn offered(brief: &'a Brief) -> Result<Option<Self>, Problem> {
        let target = &brief.target;
        let Some(base) = target.base.map(Money::amount) else { return Ok(None) };
        let bonus = match (target.bonus, target.bonus_amount) {
            (Some(bonus), _) => exact::mul(base, bonus.middle()?)?,
            (None, Some(amount)) => amount.amount(),
            (None, None) => exact::sub(brief.cash(base)?, base)?,
        };
        let equity = target.equity.as_ref();
        let grant = Grant {
            options: equity.and_then(|equity| equity.options.as_ref()),
            ..Grant::of_target(brief, equity.map_or(Ok(Decimal::ZERO), Equity::worth)?)?
        };
        let once = target.signing.map_or(Decimal::ZERO, Money::amount);
        Ok(Some(Self {
            expires: target.expires,
            ..Self::of_target(brief, Whose::Target, "Their offer", base, Some(bonus), once, grant)
        }))
    }

    fn asked(brief: &'a Brief, ask: &Package) -> Result<Self, Problem> {
        let bonus = exact::sub(brief.cash(ask.base)?, ask.base)?;
        let grant = Grant::of_target(brief, ask.equity)?;
        Ok(Self::of_target(brief, Whose::Ask, "Your ask", ask.base, Some(bonus), ask.signing, grant))
    }

    fn of_target(
        brief: &Brief,
        whose: Whose,
        label: &str,
        base: Decimal,
        bonus: Option<Decimal>,
        once: Decimal,
        grant: Grant<'a>,
    ) -> Self {
        Self {
            whose,
            label: label.to_owned(),
            base,
            bonus,
            other_annual: Decimal::ZERO,
            once,
            clawback: brief.target.clawback,
            grant,
            adjustment: None,
            conversion: None,
            expires: None,
        }
    }

    fn rival(brief: &'a Brief, rival: &Rival) -> Result<Self, Problem> {
        let parts = &rival.parts;
        let Some(own) = brief.session.alternatives.get(rival.index) else {
            return Err(Problem::new("offer-gone", "This offer is no longer here."));
        };
        let bonus = exact::add(exact::mul(parts.base, parts.bonus)?, parts.bonus_amount)?;
        let conversion = Conversion::of(brief, own)?;
        let rate = conversion.as_ref().map_or(Decimal::ONE, |conversion| conversion.rate);
        let usual = Schedule::Even(EquityTerms::usual_years());
        let equity = own.equity.as_ref();
        Ok(Self {
            whose: Whose::Alternative(rival.index),
            label: own.label(),
            base: parts.base,
            bonus: rival.bonus_stated.then_some(bonus),
            other_annual: parts.other_annual,
            once: parts.once,
            clawback: own.clawback,
            grant: Grant {
                worth: equity.map_or(Ok(Decimal::ZERO), |equity| exact::mul(equity.worth()?, rate))?,
                kind: rival.kind,
                schedule: equity.map_or_else(|| usual.clone(), |equity| Schedule::of(equity, &usual)),
                pace: Pace::of(equity),
                haircut: rival.haircut,
                refresher: equity
                    .and_then(|equity| equity.refresher)
                    .map(|one| converted(one, rate))
                    .transpose()?,
                options: equity.and_then(|equity| equity.options.as_ref()),
            },
            adjustment: rival.adjustment.map(|adjustment| adjustment.factor),
            conversion,
            expires: own.expires,
        })
    }

    pub fn is_of_target(&self) -> bool {
        !matches!(self.whose, Whose::Alternative(_))
    }

    /// Base, bonus and other pay of one year.
    pub fn cash(&self) -> Exact {
        exact::sum([self.base, self.bonus.unwrap_or_default(), self.other_annual])
    }

    /// What the grant vests in each year of the horizon, at face.
    pub fn vests(&self, years: usize) -> Result<Vec<Decimal>, Problem> {
        (0..years).map(|year| exact::mul(self.grant.schedule.share(year)?, self.grant.worth)).collect()
    }

    /// What written refreshers vest in each year of the horizon, at face; empty without any.
    pub fn refreshed(&self, years: usize) -> Result<Vec<Decimal>, Problem> {
        match self.grant.refresher {
            Some(refresher) if refresher.written => refresher.by_year(years),
            _ => Ok(Vec::new()),
        }
    }

    /// The value a year by the plan's rules, bankable, but not weighed by how firm the offer is.
    pub fn value(&self, brief: &Brief) -> Exact {
        let horizon = &brief.horizon;
        let granted = self.grant.schedule.a_year(self.grant.worth, horizon)?;
        let paper = exact::add(granted, horizon.average(&self.refreshed(horizon.years())?)?)?;
        let equity = marked_down(paper, self.grant.haircut)?;
        let paid = exact::sum([self.cash()?, equity, horizon.a_year(self.once)?])?;
        self.adjustment.map_or(Ok(paid), |factor| exact::mul(paid, factor))
    }
}

/// Tells packages apart that are called the same: `Google L4`, `Google L4 (2)`.
fn number_twins(all: &mut [Terms]) {
    let mut seen: HashMap<String, usize> = HashMap::with_capacity(all.len());
    for terms in all {
        let count = seen.entry(terms.label.clone()).or_default();
        *count = count.saturating_add(1);
        if *count > 1 {
            terms.label = format!("{} ({count})", terms.label);
        }
    }
}

fn converted(refresher: Refresher, rate: Decimal) -> Result<Refresher, Problem> {
    let amount = exact::mul(refresher.a_year.amount(), rate)?;
    let a_year = Money::new(amount).ok_or_else(Problem::too_large)?;
    Ok(Refresher { a_year, ..refresher })
}

impl Grant<'_> {
    /// The share of the grant that is vested after so many months.
    pub fn vested(&self, months: u16) -> Exact {
        self.schedule.vested(months, self.pace)
    }

    fn of_target(brief: &Brief, worth: Decimal) -> Result<Self, Problem> {
        let (paper, offered) = (&brief.paper, brief.target.equity.as_ref());
        Ok(Self {
            worth: exact::mul(worth, paper.price)?,
            kind: paper.kind,
            schedule: paper.schedule.clone(),
            pace: Pace::of(offered),
            haircut: paper.haircut,
            refresher: offered
                .and_then(|equity| equity.refresher)
                .map(|one| converted(one, paper.price))
                .transpose()?,
            options: None,
        })
    }
}

impl Conversion {
    fn of(brief: &Brief, own: &Alternative) -> Result<Option<Self>, Problem> {
        let from = currency_of(own, brief.currency)?;
        if from == brief.currency {
            return Ok(None);
        }
        let settings = &brief.session.settings;
        let rate = rate_into(brief.currency, from, own, settings)?;
        let fx = settings.fx.get(&from);
        Ok(Some(Self {
            from,
            rate,
            as_of: fx.and_then(|fx| fx.as_of),
            source: fx.and_then(|fx| fx.source.clone()),
            base: own.base.amount(),
        }))
    }
}
