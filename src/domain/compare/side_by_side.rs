//! The packages side by side, year by year, in the plan's currency: what is paid, not discounted and
//! not weighed by how firm an offer is.

use crate::domain::money::exact::{self, Exact};
use crate::domain::money::{Currency, Decimal, Money, Rate};
use crate::domain::offer::value::{Schedule, marked_down};
use crate::domain::plan::brief::Brief;
use crate::domain::plan::rival::{Rival, currency_of, rate_into};
use crate::domain::plan::{Package, Plan};
use crate::domain::playbook::EquityTerms;
use crate::domain::problem::Problem;

/// Whose package a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// What the target has offered so far.
    Target,
    Ask,
    /// An alternative, by its place in the session.
    Alternative(usize),
}

/// All packages over the same years.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SideBySide {
    pub currency: Currency,
    pub years: usize,
    pub columns: Vec<Column>,
}

/// One package, year by year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    pub whose: Whose,
    /// The company with its level; for the target `Their offer` and `Your ask`.
    pub label: String,
    pub base: Decimal,
    /// The target bonus as an amount a year; `None` where an offer does not state one: it counts as 0.
    pub bonus: Option<Decimal>,
    pub other_annual: Decimal,
    pub grant: Decimal,
    /// What vests in each year, at face.
    pub equity: Vec<Decimal>,
    /// Signing and relocation, paid in the first year.
    pub once: Decimal,
    pub first_year_cash: Decimal,
    /// With equity at face.
    pub face: Total,
    /// With private equity marked down.
    pub bankable: Total,
}

/// What a package brings in each year, in all, and a year on average.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Total {
    pub by_year: Vec<Decimal>,
    pub sum: Decimal,
    pub average: Decimal,
}

impl SideBySide {
    pub(super) fn of(brief: &Brief, plan: &Plan) -> Result<Self, Problem> {
        let mut columns = Vec::with_capacity(brief.field.rivals.len().saturating_add(2));
        columns.extend(Terms::offered(brief)?.map(|terms| terms.column(Whose::Target, brief)).transpose()?);
        columns.push(Terms::asked(brief, &plan.ask)?.column(Whose::Ask, brief)?);
        for rival in &brief.field.rivals {
            columns.push(Terms::rival(brief, rival)?.column(Whose::Alternative(rival.index), brief)?);
        }
        Ok(Self { currency: brief.currency, years: brief.horizon.years(), columns })
    }
}

/// A package's terms in the plan's currency.
struct Terms {
    label: String,
    base: Decimal,
    bonus: Option<Decimal>,
    other_annual: Decimal,
    once: Decimal,
    grant: Decimal,
    schedule: Schedule,
    haircut: Rate,
}

impl Terms {
    /// What the target has offered; a bonus it does not state is the band's.
    fn offered(brief: &Brief) -> Result<Option<Self>, Problem> {
        let target = &brief.target;
        let Some(base) = target.base.map(Money::amount) else { return Ok(None) };
        let bonus = match (target.bonus, target.bonus_amount) {
            (Some(bonus), _) => exact::mul(base, bonus.middle()?)?,
            (None, Some(amount)) => amount.amount(),
            (None, None) => exact::sub(brief.cash(base)?, base)?,
        };
        let amount = |money: Option<Money>| money.map_or(Decimal::ZERO, Money::amount);
        Ok(Some(Self {
            label: "Their offer".to_owned(),
            base,
            bonus: Some(bonus),
            other_annual: Decimal::ZERO,
            once: amount(target.signing),
            grant: amount(target.equity.as_ref().map(|equity| equity.grant)),
            schedule: brief.paper.schedule.clone(),
            haircut: brief.paper.haircut,
        }))
    }

    fn asked(brief: &Brief, ask: &Package) -> Result<Self, Problem> {
        Ok(Self {
            label: "Your ask".to_owned(),
            base: ask.base,
            bonus: Some(exact::sub(brief.cash(ask.base)?, ask.base)?),
            other_annual: Decimal::ZERO,
            once: ask.signing,
            grant: ask.equity,
            schedule: brief.paper.schedule.clone(),
            haircut: brief.paper.haircut,
        })
    }

    fn rival(brief: &Brief, rival: &Rival) -> Result<Self, Problem> {
        let usual = Schedule::Even(EquityTerms::usual_years());
        let parts = &rival.parts;
        let alternative = brief.session.alternatives.get(rival.index);
        let equity = alternative.and_then(|alternative| alternative.equity.as_ref());
        let rate = match alternative {
            Some(one) => {
                rate_into(brief.currency, currency_of(one, brief.currency)?, one, &brief.session.settings)?
            }
            None => Decimal::ONE,
        };
        let bonus = exact::add(exact::mul(parts.base, parts.bonus)?, parts.bonus_amount)?;
        Ok(Self {
            label: alternative.map(crate::domain::offer::Alternative::label).unwrap_or_default(),
            base: parts.base,
            bonus: rival.bonus_stated.then_some(bonus),
            other_annual: parts.other_annual,
            once: parts.once,
            grant: equity.map_or(Ok(Decimal::ZERO), |equity| exact::mul(equity.grant.amount(), rate))?,
            schedule: equity.map_or_else(|| usual.clone(), |equity| Schedule::of(equity, &usual)),
            haircut: rival.haircut,
        })
    }

    fn column(self, whose: Whose, brief: &Brief) -> Result<Column, Problem> {
        let vests = |year| exact::mul(self.schedule.share(year)?, self.grant);
        let equity: Vec<Decimal> = (0..brief.horizon.years()).map(vests).collect::<Result<_, _>>()?;
        let cash = exact::sum([self.base, self.bonus.unwrap_or_default(), self.other_annual])?;
        Ok(Column {
            whose,
            face: Total::of(cash, self.once, &equity, Rate::ZERO)?,
            bankable: Total::of(cash, self.once, &equity, self.haircut)?,
            label: self.label,
            base: self.base,
            bonus: self.bonus,
            other_annual: self.other_annual,
            grant: self.grant,
            equity,
            once: self.once,
            first_year_cash: exact::add(cash, self.once)?,
        })
    }
}

impl Total {
    fn of(cash: Decimal, once: Decimal, equity: &[Decimal], haircut: Rate) -> Result<Self, Problem> {
        let by_year = equity
            .iter()
            .enumerate()
            .map(|(year, vested)| {
                let paid_once = if year == 0 { once } else { Decimal::ZERO };
                exact::sum([cash, paid_once, marked_down(*vested, haircut)?])
            })
            .collect::<Result<Vec<_>, _>>()?;
        let sum = exact::sum(by_year.iter().copied())?;
        let average: Exact = exact::div(sum, Decimal::from(by_year.len()));
        Ok(Self { by_year, sum, average: average? })
    }
}

#[cfg(test)]
mod tests {
    use super::super::side_by_side;
    use super::*;
    use crate::domain::playbook::Playbook;
    use crate::domain::session::Session;

    fn d(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    fn compare(session: &str) -> (Plan, SideBySide) {
        let playbook: Playbook = serde_yaml::from_str(
            "{playbook: 1, id: a/b, company: A, role: B, equity: {kind: private, years: 4}, bands: [{region: X, \
             currency: USD, base: {low: 170000, high: 220000}, equity: {low: 140000, high: 250000}, bonus: {low: \
             5%, high: 10%}}], levers: [{id: l, name: L, script: S, asks: {base: 215000, signing: 20000}}]}",
        )
        .unwrap();
        let session: Session = serde_yaml::from_str(session).unwrap();
        let today = "2026-11-23".parse().unwrap();
        let plan = Plan::compute(&playbook, &session, today).unwrap();
        let table = side_by_side(&playbook, &session, &plan, today).unwrap();
        (plan, table)
    }

    const SESSION: &str = "{session: 1, playbook: a/b, region: X, backing: {l: full}, \
        target: {base: 190000, equity: {grant: 160000}}, \
        settings: {fx: {GBP: {rate: 1.25}}}, alternatives: [\
        {company: G, base: 200000, bonus: 15%, signing: 40000, equity: {grant: 200000, vesting: [40%, 30%, 20%, 10%]}},\
        {company: L, currency: GBP, base: 100000, equity: {grant: 80000, kind: private}}]}";

    #[test]
    fn years_follow_the_schedule_and_signing_comes_first() {
        let (_, table) = compare(SESSION);
        let [offer, ask, google, london] = table.columns.as_slice() else { panic!("{table:?}") };
        assert_eq!((offer.whose, offer.bonus, offer.once), (Whose::Target, Some(d("14250")), d("0")));
        assert_eq!(offer.face.sum, d("977000"));
        assert_eq!((ask.whose, ask.base, ask.first_year_cash), (Whose::Ask, d("219000"), d("255425")));
        assert_eq!(google.equity, [d("80000"), d("60000"), d("40000"), d("20000")]);
        assert_eq!(google.face.by_year, [d("350000"), d("290000"), d("270000"), d("250000")]);
        assert_eq!(google.first_year_cash, d("270000"));
        assert_eq!((london.base, london.grant, london.label.as_str()), (d("125000"), d("100000"), "L"));
        assert_eq!(london.bankable.by_year[0], d("143750"));
    }

    #[test]
    fn without_discounting_the_average_is_what_the_plan_counts() {
        let (plan, table) = compare(SESSION);
        for (standing, column) in plan.alternatives.iter().zip(&table.columns[2..]) {
            assert_eq!(column.bankable.average, standing.value);
            assert_eq!(column.face.average, standing.face);
        }
        assert_eq!(table.columns[1].face.average, plan.ask_value);
    }
}
