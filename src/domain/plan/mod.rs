//! The plan: what to ask for, what to open with, where to walk, and why.
//!
//! Each figure is an exact decimal in the plan's currency; nothing is rounded before the last step
//! of each result. The rules are those of the project's computing rules, in their order.

mod adjustment;
mod ask;
pub(super) mod brief;
mod floor;
mod haircut;
pub(super) mod rival;
mod sensitivity;
mod term;
#[cfg(test)]
mod tests;
mod trace;
mod trade;
mod votes;

use jiff::civil::Date;

pub use brief::band_of;
pub use floor::{Floor, FloorSource, NoZone, Status};
pub use rival::Standing;
pub use sensitivity::Mover;
pub(super) use sensitivity::forget_own_haircuts;
pub use term::{Package, Term};
pub use trace::{Figure, Trace, TraceLine};
pub use trade::{ExchangeRates, PackageOffer, Shape, Trades};
pub use votes::{Vote, Votes};

use super::money::{Currency, Decimal};
use super::playbook::{OwnBand, Playbook};
use super::problem::Problem;
use super::session::Session;
use brief::Brief;

/// What follows from a playbook and a session on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Every amount of the plan is in it.
    pub currency: Currency,
    /// With its level, where the region has several rows.
    pub region: String,
    /// The band that rules: the region's, or the user's own.
    pub band: OwnBand,
    pub status: Status,
    /// The terms of which the target has offered as much as the ask already.
    pub held: Vec<Term>,
    /// What each lever asks for, as far as it is backed.
    pub votes: Votes,
    /// The package to land on: base a year, the whole grant, signing once.
    pub ask: Package,
    /// The package to say first; never below the ask in any term.
    pub opening: Package,
    pub floor: Floor,
    /// The best alternative; `None` when none counts.
    pub batna: Option<Standing>,
    /// The ask's value a year at face.
    pub ask_value: Decimal,
    /// The share of face that the target's equity must be worth for the ask to equal the BATNA.
    pub break_even_equity: Option<Decimal>,
    /// What it would take where the floor lies above the band.
    pub no_zone: Option<NoZone>,
    /// The alternatives that count, in the order entered.
    pub alternatives: Vec<Standing>,
    pub warnings: Vec<Warning>,
    pub trace: Trace,
    /// The smallest amount of base that one speaks of.
    pub step: Decimal,
}

/// Something the user should know before trusting a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    pub code: &'static str,
    /// The alternative it is about, by its place in the session.
    pub alternative: Option<usize>,
    pub message: String,
}

/// Where a base stands between floor and ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Zone {
    /// Below the floor.
    Walk,
    /// From the floor to below the cautious floor.
    Think,
    /// From the cautious floor up.
    Accept,
}

impl Plan {
    /// Computes the plan.
    ///
    /// # Errors
    /// When an input is missing that nothing may stand in for (a band, an exchange rate), or a
    /// figure leaves the range of decimals. The problem's path names the input in the session.
    pub fn compute(playbook: &Playbook, session: &Session, today: Date) -> Result<Self, Problem> {
        let mut trace = Trace::default();
        let brief = Brief::new(playbook, session, today, &mut trace)?;
        let votes = Votes::count(&brief, &mut trace)?;
        let ask = ask::Ask::from(&brief, &votes, &mut trace)?;
        let verdict = floor::Verdict::reach(&brief, ask, &mut trace)?;
        let ask_value = brief.ask_value(&verdict.ask.landing, &mut trace)?;
        let break_even_equity = brief.break_even(&verdict.ask.landing)?;
        if let Some(share) = break_even_equity {
            trace::break_even(&brief, share, &mut trace);
        }
        Ok(Self {
            currency: brief.currency,
            region: brief.region,
            band: brief.band,
            status: verdict.status,
            held: verdict.ask.held,
            votes,
            ask: verdict.ask.landing,
            opening: verdict.ask.opening,
            floor: verdict.floor,
            batna: brief.field.batna,
            ask_value,
            break_even_equity,
            no_zone: verdict.no_zone,
            alternatives: brief.field.standings,
            warnings: brief.warnings,
            trace,
            step: brief.steps.base,
        })
    }

    /// Where a base stands; `None` when there is no floor to measure it by.
    pub fn zone(&self, base: Decimal) -> Option<Zone> {
        let floor = self.floor.base?;
        Some(if base < floor {
            Zone::Walk
        } else if self.floor.cautious_base.is_some_and(|cautious| base < cautious) {
            Zone::Think
        } else {
            Zone::Accept
        })
    }
}

/// What moves the floor, by how much.
///
/// # Errors
/// As [`Plan::compute`].
pub fn movers(playbook: &Playbook, session: &Session, today: Date) -> Result<Vec<Mover>, Problem> {
    sensitivity::movers(playbook, session, today)
}

/// What one term is worth in another at the ask, and three packages of equal worth.
///
/// # Errors
/// As [`Plan::compute`].
pub fn trades(playbook: &Playbook, session: &Session, plan: &Plan, today: Date) -> Result<Trades, Problem> {
    trade::trades(&Brief::new(playbook, session, today, &mut Trace::off())?, plan)
}

/// The floor that the inputs lead to, without its derivation.
pub(super) fn floor_of(brief: &Brief) -> Result<Floor, Problem> {
    let quiet = &mut Trace::off();
    let votes = Votes::count(brief, quiet)?;
    let ask = ask::Ask::from(brief, &votes, quiet)?.landing;
    Floor::of(brief, &ask, quiet)
}
