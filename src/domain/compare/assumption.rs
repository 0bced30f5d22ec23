//! What may turn out otherwise: one assumption at a time, and the inputs as they would then be.

use super::Inputs;
use super::terms::Terms;
use crate::domain::money::exact::{self, Exact};
use crate::domain::money::{Currency, Decimal, ExchangeRate, Money, Rate};
use crate::domain::offer::StatedBonus;
use crate::domain::plan::brief::Brief;
use crate::domain::plan::forget_own_haircuts;
use crate::domain::plan::{Package, Trace};
use crate::domain::problem::Problem;
use crate::domain::session::Session;

/// Something that one assumes and that can be moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Assumption {
    /// The price of the target's stock, as a share of today's.
    TargetStock,
    /// The price of an alternative's stock, as a share of today's.
    Stock(usize),
    /// What all private paper is marked down by.
    Haircut,
    /// An alternative's target bonus, as a share of its base.
    Bonus(usize),
    /// The exchange rate of a currency, as a share of the stated one.
    ExchangeRate(Currency),
    /// The month in which one leaves, wherever one goes.
    Leaving,
}

impl Assumption {
    /// The assumptions that move something here, the ones that move most first.
    pub(super) fn all(session: &Session, brief: &Brief, terms: &[Terms]) -> Vec<Self> {
        let private = terms.iter().any(|terms| !terms.grant.kind.is_liquid() && !terms.grant.worth.is_zero());
        let of_target = terms.iter().any(|terms| terms.is_of_target() && !terms.grant.worth.is_zero());
        let best = best_rivals(brief);
        let stock = brief.field.rivals.iter().filter(|rival| {
            let equity = session.alternatives.get(rival.index).and_then(|own| own.equity.as_ref());
            best.contains(&rival.index)
                && equity.is_some_and(|equity| equity.options.is_none())
                && !rival.parts.equity.is_zero()
        });
        let mut currencies: Vec<Currency> = terms
            .iter()
            .filter_map(|terms| terms.conversion.as_ref())
            .map(|conversion| conversion.from)
            .collect();
        currencies.sort_unstable();
        currencies.dedup();
        let missing =
            brief.field.rivals.iter().filter(|rival| !rival.bonus_stated && best.contains(&rival.index));
        private
            .then_some(Self::Haircut)
            .into_iter()
            .chain(of_target.then_some(Self::TargetStock))
            .chain(stock.map(|rival| Self::Stock(rival.index)))
            .chain(missing.map(|rival| Self::Bonus(rival.index)))
            .chain(currencies.into_iter().map(Self::ExchangeRate))
            .chain([Self::Leaving])
            .collect()
    }

    /// The least and the most that is looked at.
    pub fn range(self, months: Decimal) -> (Decimal, Decimal) {
        let percent = |percent: i64| Decimal::new(percent, 2);
        match self {
            Self::TargetStock | Self::Stock(_) => (Decimal::ZERO, percent(200)),
            Self::Haircut => (Decimal::ZERO, Decimal::ONE),
            Self::Bonus(_) => (Decimal::ZERO, percent(40)),
            Self::ExchangeRate(_) => (percent(50), percent(150)),
            Self::Leaving => (Decimal::ONE, months),
        }
    }

    /// What is assumed today.
    pub(super) fn today(self, brief: &Brief) -> Exact {
        Ok(match self {
            Self::TargetStock | Self::Stock(_) | Self::ExchangeRate(_) => Decimal::ONE,
            Self::Haircut => brief.session.settings.haircut()?.share(),
            Self::Bonus(_) => Decimal::ZERO,
            Self::Leaving => months(brief),
        })
    }

    /// Runs a reading of the inputs as they would be at `at`; `session` is a copy of theirs, in which
    /// this assumption may have been moved before.
    pub(super) fn at<T>(
        self,
        inputs: &Inputs,
        session: &mut Session,
        at: Decimal,
        read: impl FnOnce(&Brief) -> Result<T, Problem>,
    ) -> Result<T, Problem> {
        let settings = &mut session.settings;
        match self {
            Self::TargetStock | Self::Leaving => {}
            Self::Haircut => {
                (settings.private_haircut, settings.mark_down) = (rate(at)?, None);
                forget_own_haircuts(session);
            }
            Self::Stock(index) => {
                let today = inputs.session.alternatives.get(index).and_then(|own| own.equity.as_ref());
                let moved = session.alternatives.get_mut(index).and_then(|own| own.equity.as_mut());
                if let (Some(today), Some(moved)) = (today, moved) {
                    moved.grant = scaled(today.grant, at)?;
                    if let (Some(today), Some(moved)) = (today.refresher, &mut moved.refresher) {
                        moved.a_year = scaled(today.a_year, at)?;
                    }
                }
            }
            Self::Bonus(index) => {
                if let Some(own) = session.alternatives.get_mut(index) {
                    (own.bonus, own.bonus_amount) = (Some(StatedBonus::of(rate(at)?)), None);
                }
            }
            Self::ExchangeRate(currency) => {
                let today = inputs.session.settings.fx.get(&currency);
                if let (Some(today), Some(fx)) = (today, settings.fx.get_mut(&currency)) {
                    let moved = exact::mul(today.rate.factor(), at)?;
                    fx.rate = ExchangeRate::new(moved).ok_or_else(Problem::too_large)?;
                }
            }
        }
        let mut brief = Brief::new(inputs.playbook, session, inputs.today, &mut Trace::off())?;
        if self == Self::TargetStock {
            brief.paper.price = at;
        }
        read(&brief)
    }
}

/// The alternatives whose stock and bonus are looked at: the ten that are worth most.
fn best_rivals(brief: &Brief) -> Vec<usize> {
    let mut standings: Vec<_> = brief.field.standings.iter().collect();
    standings.sort_by_key(|standing| std::cmp::Reverse(standing.value));
    standings.into_iter().take(10).map(|standing| standing.index).collect()
}

/// The values of all packages, as [`Terms::value`] counts them.
pub(super) fn values(brief: &Brief, ask: &Package) -> Result<Vec<Decimal>, Problem> {
    Terms::all(brief, ask)?.iter().map(|terms| terms.value(brief)).collect()
}

/// The months that the horizon covers.
pub(super) fn months(brief: &Brief) -> Decimal {
    Decimal::from(brief.horizon.years().saturating_mul(12))
}

fn rate(share: Decimal) -> Result<Rate, Problem> {
    Rate::new(share).ok_or_else(Problem::too_large)
}

fn scaled(money: Money, by: Decimal) -> Result<Money, Problem> {
    let amount = exact::mul(money.amount(), by)?;
    Money::new(amount).map(|scaled| scaled.marked(money.mark())).ok_or_else(Problem::too_large)
}
