//! What one term is worth in another, and three packages that are worth the same to the user.
//!
//! Worth is counted as the user can bank it: private paper of the target is marked down, so that a
//! trade from cash into paper pays for its risk.

use super::Plan;
use super::brief::Brief;
use super::term::{Package, Term};
use crate::domain::money::exact::{self, Exact};
use crate::domain::money::{Decimal, Range, Rate};
use crate::domain::problem::Problem;

/// What a thousand of base is worth in the other terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ExchangeRates {
    pub base: Decimal,
    /// A grant at face; `None` where the target's grant brings nothing a year.
    pub grant: Option<Decimal>,
    /// The same after the haircut on private paper.
    pub grant_bankable: Option<Decimal>,
    pub signing: Decimal,
}

/// What a package leans on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    BaseHeavy,
    EquityHeavy,
    SigningHeavy,
}

impl Shape {
    pub const ALL: [Self; 3] = [Self::BaseHeavy, Self::EquityHeavy, Self::SigningHeavy];

    pub fn title(self) -> &'static str {
        match self {
            Self::BaseHeavy => "More base",
            Self::EquityHeavy => "More equity",
            Self::SigningHeavy => "More signing",
        }
    }
}

/// One of three equal packages; `None` where none can be made inside the bands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PackageOffer {
    pub shape: Shape,
    pub package: Option<Package>,
    /// How many steps of its term it is shifted by, as far as that could be followed.
    pub lean: i8,
    /// What it is worth above the ask a year, bankable: at most half a step either way.
    pub gap: Decimal,
}

/// Exchange rates and equal packages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trades {
    pub rates: ExchangeRates,
    pub packages: [PackageOffer; 3],
}

pub(super) fn trades(brief: &Brief, plan: &Plan) -> Result<Trades, Problem> {
    let scale = Scale::new(brief, plan)?;
    let leans = brief.session.packages;
    Ok(Trades {
        rates: scale.rates(brief)?,
        packages: [
            scale.offer(Shape::BaseHeavy, leans.base)?,
            scale.offer(Shape::EquityHeavy, leans.equity)?,
            scale.offer(Shape::SigningHeavy, leans.signing)?,
        ],
    })
}

/// What one unit of each term brings a year, and the limits within which to shift.
struct Scale {
    ask: Package,
    steps: Package,
    base_unit: Decimal,
    equity_unit: Decimal,
    years: Decimal,
    /// The lowest base to speak of: a step above the floor, which is never said, or the band's low;
    /// never above the ask.
    base_low: Decimal,
    base_high: Decimal,
    equity_low: Decimal,
    equity_high: Decimal,
}

impl Scale {
    fn new(brief: &Brief, plan: &Plan) -> Result<Self, Problem> {
        let ask = plan.ask;
        let span = |term: Term| {
            let asked = ask.get(term);
            let ends = |band: Range| (band.low.amount().min(asked), band.high.amount().max(asked));
            brief.band.range(term).map_or((asked, asked), ends)
        };
        let ((base_low, base_high), (equity_low, equity_high)) = (span(Term::Base), span(Term::Equity));
        Ok(Self {
            ask,
            steps: brief.steps,
            base_unit: brief.bonus_factor()?,
            equity_unit: brief.equity(Decimal::ONE, brief.paper.haircut)?,
            years: brief.horizon.sum(),
            base_low: above_floor(plan, brief.steps.base)?.unwrap_or(base_low).max(base_low).min(ask.base),
            base_high,
            equity_low,
            equity_high,
        })
    }

    fn rates(&self, brief: &Brief) -> Result<ExchangeRates, Problem> {
        let base = Decimal::ONE_THOUSAND;
        let a_year = exact::mul(base, self.base_unit)?;
        let face_unit = brief.equity(Decimal::ONE, Rate::ZERO)?;
        let into = |unit: Decimal| (!unit.is_zero()).then(|| exact::div(a_year, unit)).transpose();
        Ok(ExchangeRates {
            base,
            grant: into(face_unit)?,
            grant_bankable: into(self.equity_unit)?,
            signing: exact::mul(a_year, self.years)?,
        })
    }

    fn value(&self, package: &Package) -> Exact {
        exact::sum([
            exact::mul(package.base, self.base_unit)?,
            exact::mul(package.equity, self.equity_unit)?,
            exact::div(package.signing, self.years)?,
        ])
    }

    /// A package of one shape, shifted by `lean` steps of its term or by as many as can be followed.
    fn offer(&self, shape: Shape, lean: i8) -> Result<PackageOffer, Problem> {
        let none = PackageOffer { shape, package: None, lean: 0, gap: Decimal::ZERO };
        let Some(middle) = self.unshifted(shape)? else { return Ok(none) };
        let mut lean = lean;
        loop {
            let shifted = if lean == 0 { Some(middle) } else { self.shifted(shape, &middle, lean)? };
            if let Some(package) = shifted {
                let gap = exact::sub(self.value(&package)?, self.value(&self.ask)?)?;
                return Ok(PackageOffer { shape, package: Some(package), lean, gap });
            }
            lean = lean.saturating_sub(lean.signum());
        }
    }

    fn unshifted(&self, shape: Shape) -> Result<Option<Package>, Problem> {
        match shape {
            Shape::BaseHeavy => self.base_heavy(),
            Shape::EquityHeavy => self.equity_heavy(),
            Shape::SigningHeavy => self.signing_heavy(),
        }
    }

    /// The package with its term moved; the others follow, so that it is worth the same.
    fn shifted(&self, shape: Shape, from: &Package, lean: i8) -> Result<Option<Package>, Problem> {
        let (term, others) = match shape {
            Shape::BaseHeavy => (Term::Base, [Term::Equity, Term::Signing]),
            Shape::EquityHeavy => (Term::Equity, [Term::Base, Term::Signing]),
            Shape::SigningHeavy => (Term::Signing, [Term::Base, Term::Equity]),
        };
        let by = exact::mul(self.steps.get(term), Decimal::from(lean))?;
        let moved = exact::add(from.get(term), by)?;
        let (low, high) = self.limits(term);
        if moved < low || moved > high {
            return Ok(None);
        }
        let mut package = *from;
        package.set(term, moved);
        Ok(self.balance(package, &others)?.filter(|package| *package != self.ask))
    }

    /// Base to the top of the band, paid for with equity, then with signing.
    fn base_heavy(&self) -> Result<Option<Package>, Problem> {
        let mut base = exact::mul(exact::div(self.base_high, self.steps.base)?.floor(), self.steps.base)?;
        while base > self.ask.base {
            let moved = Package { base, ..self.ask };
            if let Some(package) = self.balance(moved, &[Term::Equity, Term::Signing])? {
                return Ok(Some(package));
            }
            base = exact::sub(base, self.steps.base)?;
        }
        Ok(None)
    }

    /// Equity to the top of the band, paid for with base, the rest settled in signing.
    fn equity_heavy(&self) -> Result<Option<Package>, Problem> {
        let mut equity = self.equity_high;
        while equity > self.ask.equity {
            let moved = Package { equity, ..self.ask };
            if let Some(package) = self.balance(moved, &[Term::Base, Term::Signing])? {
                return Ok(Some(package));
            }
            equity = exact::sub(equity, self.steps.equity)?;
        }
        Ok(None)
    }

    /// Base down by a twentieth at most, made good in signing.
    fn signing_heavy(&self) -> Result<Option<Package>, Problem> {
        let twentieth = exact::to_step(exact::div(self.ask.base, Decimal::from(20))?, self.steps.base)?;
        let base = exact::sub(self.ask.base, twentieth)?.max(self.base_low);
        if base >= self.ask.base {
            return Ok(None);
        }
        self.balance(Package { base, ..self.ask }, &[Term::Signing])
    }

    /// Moves the given terms in turn, inside their limits and in whole steps, until the package is
    /// worth what the ask is worth, to half a step.
    fn balance(&self, mut package: Package, terms: &[Term]) -> Result<Option<Package>, Problem> {
        let worth = self.value(&self.ask)?;
        for &term in terms {
            let unit = self.unit(term)?;
            if unit.is_zero() {
                continue;
            }
            let off = exact::div(exact::sub(worth, self.value(&package)?)?, unit)?;
            let (low, high) = self.limits(term);
            let moved = exact::to_step(exact::add(package.get(term), off)?, self.steps.get(term))?;
            package.set(term, moved.max(low).min(high));
        }
        let off = exact::sub(worth, self.value(&package)?)?.abs();
        let half = exact::div(self.steps.base, Decimal::TWO)?;
        Ok((off <= half).then_some(package))
    }

    fn unit(&self, term: Term) -> Exact {
        match term {
            Term::Base => Ok(self.base_unit),
            Term::Equity => Ok(self.equity_unit),
            Term::Signing => exact::div(Decimal::ONE, self.years),
        }
    }

    fn limits(&self, term: Term) -> (Decimal, Decimal) {
        match term {
            Term::Base => (self.base_low, self.base_high),
            Term::Equity => (self.equity_low, self.equity_high),
            Term::Signing => (Decimal::ZERO, Decimal::MAX),
        }
    }
}

/// A step above the floor; `None` where none was found.
fn above_floor(plan: &Plan, step: Decimal) -> Result<Option<Decimal>, Problem> {
    plan.floor.base.map(|floor| exact::add(floor, step)).transpose()
}
