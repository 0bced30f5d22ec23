//! What moves the floor: the same computation under one changed assumption at a time.

use jiff::civil::Date;

use super::ask::Ask;
use super::brief::Brief;
use super::floor::Floor;
use super::trace::Trace;
use super::votes::Votes;
use crate::domain::money::{Decimal, Rate, exact};
use crate::domain::offer::StatedBonus;
use crate::domain::playbook::Playbook;
use crate::domain::problem::Problem;
use crate::domain::session::Session;

/// The floor under one changed assumption.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mover {
    /// The assumption: `private equity is worth 50% of face`.
    pub assumption: String,
    pub floor: Floor,
    /// The rounded-up base that the assumption leads to, before the band has its say.
    pub base: Decimal,
}

pub(super) fn movers(playbook: &Playbook, session: &Session, today: Date) -> Result<Vec<Mover>, Problem> {
    let brief = Brief::new(playbook, session, today, &mut Trace::off())?;
    if brief.field.batna.is_none() {
        return Ok(Vec::new());
    }
    let mut movers = Vec::new();
    let private_anywhere = !brief.paper.kind.is_liquid()
        || brief.field.rivals.iter().any(|rival| !rival.kind.is_liquid() && !rival.parts.equity.is_zero());
    if private_anywhere {
        for left in [100, 75, 50, 0] {
            let mut changed = session.clone();
            changed.settings.private_haircut = Rate::percent(100_u32.saturating_sub(left));
            changed.settings.mark_down = None;
            forget_own_haircuts(&mut changed);
            let floor = floor_of(playbook, &changed, today, None)?;
            movers.extend(Mover::cautious(
                format!("private equity is worth {left}% of face"),
                floor,
                &brief,
            )?);
        }
    }
    for rival in brief.field.rivals.iter().filter(|rival| !rival.bonus_stated) {
        for percent in [10, 15] {
            let mut changed = session.clone();
            let Some(alternative) = changed.alternatives.get_mut(rival.index) else { continue };
            alternative.bonus = Some(StatedBonus::of(Rate::percent(percent)));
            let label = alternative.label();
            let floor = floor_of(playbook, &changed, today, None)?;
            movers.extend(Mover::hard(format!("{label} pays a {percent}% bonus"), floor, &brief)?);
        }
    }
    if brief.band.equity.is_some() {
        for (kept, words) in [(Rate::percent(90), "a tenth"), (Rate::percent(80), "a fifth")] {
            let floor = floor_of(playbook, session, today, Some(kept))?;
            movers.extend(Mover::hard(format!("you get {words} less equity"), floor, &brief)?);
        }
    }
    Ok(movers)
}

/// One view of private paper rules for all of it, in place of what was said of single grants.
pub(in crate::domain) fn forget_own_haircuts(session: &mut Session) {
    let target = session.target.as_mut().and_then(|target| target.equity.as_mut());
    let offers = session.alternatives.iter_mut().filter_map(|one| one.equity.as_mut());
    for equity in offers.chain(target).filter(|equity| equity.kind.is_none_or(|kind| !kind.is_liquid())) {
        (equity.haircut, equity.mark_down) = (None, None);
    }
}

/// The floor of a changed session, with the share of the equity ask that is granted; `None` for all.
fn floor_of(
    playbook: &Playbook,
    session: &Session,
    today: Date,
    granted: Option<Rate>,
) -> Result<Floor, Problem> {
    let quiet = &mut Trace::off();
    let brief = Brief::new(playbook, session, today, quiet)?;
    let votes = Votes::count(&brief, quiet)?;
    let mut ask = Ask::from(&brief, &votes, quiet)?.landing;
    if let Some(granted) = granted {
        ask.equity = exact::mul(ask.equity, granted.share())?;
    }
    Floor::of(&brief, &ask, quiet)
}

impl Mover {
    fn hard(assumption: String, floor: Floor, brief: &Brief) -> Result<Option<Self>, Problem> {
        Self::at(assumption, floor.exact, floor, brief)
    }

    fn cautious(assumption: String, floor: Floor, brief: &Brief) -> Result<Option<Self>, Problem> {
        Self::at(assumption, floor.cautious_exact, floor, brief)
    }

    fn at(
        assumption: String,
        exact: Option<Decimal>,
        floor: Floor,
        brief: &Brief,
    ) -> Result<Option<Self>, Problem> {
        let Some(exact) = exact else { return Ok(None) };
        let base = exact::step_reaching(exact, brief.steps.base, Decimal::ONE)?;
        Ok(Some(Self { assumption, floor, base }))
    }
}
