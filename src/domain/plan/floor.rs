//! The floor, and what its place in the band means for the ask.

use super::ask::Ask;
use super::brief::Brief;
use super::term::{Package, Term};
use super::trace::{Figure, Trace, of_face};
use crate::domain::money::exact::{self, Exact};
use crate::domain::money::{Decimal, Rate};
use crate::domain::problem::Problem;

/// How the negotiation stands before it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    Ok,
    /// The floor lies above the band's top: no base in the band beats the alternative.
    NoZone,
    /// The floor lay above the ask, and lifted it.
    AskRaised,
    /// The alternative is so weak that the band's low rules.
    FloorBelowBand,
    NoAlternative,
}

impl Status {
    pub fn name(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::NoZone => "no-zone",
            Self::AskRaised => "ask-raised",
            Self::FloorBelowBand => "floor-below-band",
            Self::NoAlternative => "no-alternative",
        }
    }
}

/// What sets the floor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FloorSource {
    BestAlternative,
    /// The band's low: not a walk-away value.
    Band,
    PersonalMinimum,
}

impl FloorSource {
    pub fn name(self) -> &'static str {
        match self {
            Self::BestAlternative => "best-alternative",
            Self::Band => "band",
            Self::PersonalMinimum => "personal-minimum",
        }
    }
}

/// The base to walk below, and the base to accept from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Floor {
    /// `None` only where there is neither an alternative nor a band nor a minimum.
    pub base: Option<Decimal>,
    pub cautious_base: Option<Decimal>,
    pub source: FloorSource,
    /// Unrounded; `None` without an alternative.
    pub exact: Option<Decimal>,
    pub cautious_exact: Option<Decimal>,
}

/// What it would take to beat the alternative at the band's top base.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoZone {
    /// The whole grant; `None` where the target's grant brings nothing a year.
    pub equity_needed_at_top_base: Option<Decimal>,
    pub lack: Option<Lack>,
}

/// What is missing a year even with the band's highest grant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lack {
    pub shortfall_per_year: Decimal,
    pub signing_needed: Decimal,
}

/// Floor, status and the ask they leave.
#[derive(Debug)]
pub(super) struct Verdict {
    pub ask: Ask,
    pub floor: Floor,
    pub status: Status,
    pub no_zone: Option<NoZone>,
}

impl Verdict {
    pub fn reach(brief: &Brief, mut ask: Ask, trace: &mut Trace) -> Result<Self, Problem> {
        let floor = Floor::of(brief, &ask.landing, trace)?;
        let top = brief.band.base.map(|band| band.high.amount());
        let mut no_zone = None;
        let status = match floor.base {
            Some(base) if top.is_some_and(|top| base > top) => {
                no_zone = NoZone::of(brief)?;
                Status::NoZone
            }
            Some(base) if base > ask.landing.base => {
                let text = format!("Raised to {}: below that your floor wins.", brief.show(base));
                trace.add(Figure::Ask(Term::Base), || text);
                ask.landing.base = base;
                ask.opening.base = ask.opening.base.max(base);
                Status::AskRaised
            }
            _ if floor.source == FloorSource::PersonalMinimum => Status::Ok,
            _ if brief.field.batna.is_none() => Status::NoAlternative,
            _ if floor.source == FloorSource::Band => Status::FloorBelowBand,
            _ => Status::Ok,
        };
        Ok(Self { ask, floor, status, no_zone })
    }
}

impl Floor {
    pub(super) fn of(brief: &Brief, ask: &Package, trace: &mut Trace) -> Result<Self, Problem> {
        let low = brief.band.base.map(|band| band.low.amount());
        let hard = Bound::of(brief, ask.equity, Rate::ZERO)?;
        let cautious = Bound::of(brief, ask.equity, brief.paper.haircut)?;
        let (mut base, mut source) = match &hard {
            None => (low, FloorSource::Band),
            Some(hard) if low.is_some_and(|low| hard.exact < low) => (low, FloorSource::Band),
            Some(hard) => (Some(hard.rounded), FloorSource::BestAlternative),
        };
        if let Some(hard) = &hard {
            hard.explain(brief, Figure::Floor, trace)?;
        }
        if let Some(cautious) = &cautious {
            cautious.explain(brief, Figure::Cautious, trace)?;
            if !trace.is_off() {
                brief.paper.cut.lines().for_each(|line| trace.add(Figure::Cautious, || line));
            }
        }
        if source == FloorSource::Band {
            trace.add(Figure::Floor, || match (&hard, low) {
                (Some(_), Some(low)) => format!(
                    "Your best alternative is worth less than the band's low, {}: the band rules. This is no walk-away value.",
                    brief.show(low)
                ),
                (None, Some(low)) => format!(
                    "No alternative counts, so the band's low, {}, stands in. This is no walk-away value.",
                    brief.show(low)
                ),
                (_, None) => "Neither an alternative nor a band: there is no floor.".to_owned(),
            });
        }
        let minimum = brief.session.settings.personal_minimum.map(crate::domain::money::Money::amount);
        if let Some(minimum) = minimum.filter(|minimum| base.is_none_or(|base| *minimum > base)) {
            trace.add(Figure::Floor, || {
                format!("Your personal minimum, {}, is higher and rules.", brief.show(minimum))
            });
            (base, source) = (Some(minimum), FloorSource::PersonalMinimum);
        }
        let cautious_base = base.max(cautious.as_ref().map(|bound| bound.rounded));
        let (exact, cautious_exact) = (hard.map(|bound| bound.exact), cautious.map(|bound| bound.exact));
        Ok(Self { base, cautious_base, source, exact, cautious_exact })
    }
}

/// The base at which the target's package equals the BATNA, at one haircut on its paper.
struct Bound {
    equity: Decimal,
    haircut: Rate,
    exact: Decimal,
    rounded: Decimal,
}

impl Bound {
    /// `(BATNA − equity a year − bonus amount) ÷ (1 + bonus)`, and rounded up to the step.
    fn of(brief: &Brief, grant: Decimal, haircut: Rate) -> Result<Option<Self>, Problem> {
        let Some(batna) = &brief.field.batna else { return Ok(None) };
        let equity = brief.equity_with_refreshers(grant, haircut)?;
        let need = exact::sub(exact::sub(batna.value, equity)?, brief.bonus.amount)?;
        let factor = brief.bonus_factor()?;
        let exact = exact::div(need, factor)?;
        let rounded = exact::step_reaching(need, brief.steps.base, factor)?;
        Ok(Some(Self { equity, haircut, exact, rounded }))
    }

    fn explain(&self, brief: &Brief, figure: Figure, trace: &mut Trace) -> Result<(), Problem> {
        let Some(batna) = brief.field.batna.as_ref().filter(|_| !trace.is_off()) else { return Ok(()) };
        let less_bonus = if brief.bonus.amount.is_zero() {
            String::new()
        } else {
            format!(" − bonus {}", brief.show(brief.bonus.amount))
        };
        let factor = brief.bonus_factor()?;
        let refreshed = if brief.refreshers.is_zero() { "" } else { " with refreshers" };
        trace.add(
            figure,
            || format!(
                "({} {} − equity{refreshed} {} {}{less_bonus}) ÷ {} (1 + the band's middle bonus) = {}, up to {}.",
                batna.label,
                brief.show(batna.value),
                brief.show(self.equity),
                of_face(self.haircut),
                factor.normalize(),
                brief.show(self.exact),
                brief.show(self.rounded),
            ),
        );
        Ok(())
    }
}

impl NoZone {
    fn of(brief: &Brief) -> Result<Option<Self>, Problem> {
        let (Some(batna), Some(base)) = (&brief.field.batna, brief.band.base) else { return Ok(None) };
        let cash = exact::add(
            brief.cash(base.high.amount())?,
            brief.equity_with_refreshers(Decimal::ZERO, Rate::ZERO)?,
        )?;
        let missing = exact::sub(batna.value, cash)?;
        let unit = brief.equity(Decimal::ONE, Rate::ZERO)?;
        let needed: Option<Decimal> =
            if unit.is_zero() { None } else { Some(at_least_zero(exact::div(missing, unit))?) };
        let highest = brief.band.equity.map_or(Decimal::ZERO, |band| band.high.amount());
        let lack = if needed.is_some_and(|needed| needed <= highest) {
            None
        } else {
            let shortfall = at_least_zero(exact::sub(missing, brief.equity(highest, Rate::ZERO)?))?;
            Some(Lack { shortfall_per_year: shortfall, signing_needed: brief.horizon.at_once(shortfall)? })
        };
        Ok(Some(Self { equity_needed_at_top_base: needed, lack }))
    }
}

fn at_least_zero(figure: Exact) -> Exact {
    Ok(figure?.max(Decimal::ZERO))
}
