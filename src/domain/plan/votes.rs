//! The levers vote: each names an amount, and is heard as far as the user can back it.

use super::brief::Brief;
use super::rival::Rival;
use super::term::Term;
use super::trace::{Figure, Trace};
use crate::domain::money::exact::{self, Exact};
use crate::domain::money::{Decimal, Money, Range, Rate};
use crate::domain::playbook::{Asks, Lever};
use crate::domain::problem::Problem;
use crate::domain::session::Backing;

/// One lever's vote on one term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vote {
    /// The lever's id.
    pub lever: String,
    /// As it counts: a lever that lives from offers has none without an offer.
    pub backing: Backing,
    /// The amount the lever names, in this region.
    pub amount: Decimal,
    /// What it counts as: the amount as far as it is backed.
    pub vote: Decimal,
}

/// All votes, by term.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Votes {
    pub base: Vec<Vote>,
    pub equity: Vec<Vote>,
    pub signing: Vec<Vote>,
    /// The mean weight of the backing over all levers, 0 to 1.
    pub strength: Decimal,
}

impl Votes {
    pub fn of(&self, term: Term) -> &[Vote] {
        match term {
            Term::Base => &self.base,
            Term::Equity => &self.equity,
            Term::Signing => &self.signing,
        }
    }

    pub(super) fn count(brief: &Brief, trace: &mut Trace) -> Result<Self, Problem> {
        let from_offers = from_offers(brief)?;
        let mut votes = Self::default();
        let mut weights = Vec::with_capacity(brief.playbook.levers.len());
        for lever in &brief.playbook.levers {
            let starved = lever.from_offers && from_offers.is_none();
            let backing = if starved { Backing::None } else { brief.session.backing_of(&lever.id) };
            weights.push(backing.weight());
            let own = lever.from_offers.then_some(from_offers).flatten();
            for term in Term::ALL {
                let taken = own.and_then(|own| own.of(term));
                let (amount, source) = match taken {
                    Some(amount) => (Some(amount), "your offers"),
                    None => (moved(brief, lever, term)?, "the playbook"),
                };
                let Some(amount) = amount else { continue };
                let Some(vote) = vote(brief, term, amount, backing)? else { continue };
                trace.add(Figure::Ask(term), || {
                    let (shown, counted) = (brief.show(amount), brief.show(vote));
                    let words = match backing {
                        Backing::Full => format!("votes {counted}"),
                        Backing::Partial => format!("asks {shown}, half backed, so votes {counted}"),
                        Backing::None => format!("asks {shown}, not backed, so votes {counted}"),
                    };
                    format!("{} ({source}) {words}.", lever.name)
                });
                let vote = Vote { lever: lever.id.clone(), backing, amount, vote };
                match term {
                    Term::Base => votes.base.push(vote),
                    Term::Equity => votes.equity.push(vote),
                    Term::Signing => votes.signing.push(vote),
                }
            }
        }
        votes.strength = match weights.len() {
            0 => Decimal::ZERO,
            levers => exact::div(exact::sum(weights)?, Decimal::from(levers))?,
        };
        Ok(votes)
    }
}

/// `m' + k × (amount − m')` with `m' = min(m, amount)`; `None` where the term has no band.
fn vote(brief: &Brief, term: Term, amount: Decimal, backing: Backing) -> Result<Option<Decimal>, Problem> {
    let middle = match (term, brief.band.range(term)) {
        (_, Some(range)) => range.middle()?,
        (Term::Signing, None) => Decimal::ZERO,
        (_, None) => return Ok(None),
    };
    let start = middle.min(amount);
    let carried = exact::mul(backing.weight(), exact::sub(amount, start)?)?;
    exact::add(start, carried).map(Some)
}

/// A lever's written amount, moved from the first region to this one.
fn moved(brief: &Brief, lever: &Lever, term: Term) -> Result<Option<Decimal>, Problem> {
    let asks = lever.asks.unwrap_or_default();
    let Some(amount) = written(asks, term) else { return Ok(None) };
    let (from, to) = (&brief.written_for, &brief.band);
    if from == to {
        return Ok(Some(amount));
    }
    let moved = match term {
        Term::Base | Term::Equity => match (from.range(term), to.range(term)) {
            (Some(from), Some(to)) => Some(same_place(amount, from, to)?),
            _ => None,
        },
        Term::Signing => match (from.base, to.base) {
            (Some(from), Some(to)) => Some(by_middles(amount, from, to)?),
            _ => (from.currency == to.currency).then_some(amount),
        },
    };
    Ok(moved)
}

fn written(asks: Asks, term: Term) -> Option<Decimal> {
    let money = match term {
        Term::Base => asks.base,
        Term::Equity => asks.equity,
        Term::Signing => asks.signing,
    };
    money.map(Money::amount)
}

/// The same share of the way from low to high; a band without width is moved by the middles.
fn same_place(amount: Decimal, from: Range, to: Range) -> Exact {
    let (low, width) = (from.low.amount(), exact::sub(from.high.amount(), from.low.amount())?);
    if width.is_zero() {
        return by_middles(amount, from, to);
    }
    let new_width = exact::sub(to.high.amount(), to.low.amount())?;
    let way = exact::mul(exact::sub(amount, low)?, new_width)?;
    exact::add(to.low.amount(), exact::div(way, width)?)
}

/// Times the ratio of the two middles.
fn by_middles(amount: Decimal, from: Range, to: Range) -> Exact {
    let (from, to) = (from.middle()?, to.middle()?);
    if from.is_zero() {
        return Ok(amount);
    }
    exact::div(exact::mul(amount, to)?, from)
}

/// The amounts that the offers in hand speak for.
#[derive(Debug, Clone, Copy)]
struct FromOffers {
    base: Decimal,
    equity: Option<Decimal>,
}

impl FromOffers {
    fn of(self, term: Term) -> Option<Decimal> {
        match term {
            Term::Base => Some(self.base),
            Term::Equity => self.equity,
            Term::Signing => None,
        }
    }
}

/// Base: the highest offered, inside the band. Equity: what makes up the rest of the mean package.
fn from_offers(brief: &Brief) -> Result<Option<FromOffers>, Problem> {
    let offers = brief.field.offers();
    let Some(highest) = offers.clone().map(|offer| offer.parts.base).max() else { return Ok(None) };
    let base = brief.band.base.map_or(highest, |band| band.hold(highest));
    let equity = match brief.band.equity {
        Some(band) => Some(band.hold(equity_to_match(brief, offers, base)?)),
        None => None,
    };
    Ok(Some(FromOffers { base, equity }))
}

/// The grant that, beside `base`, brings what the mean offer brings in base and equity.
fn equity_to_match<'a>(brief: &Brief, offers: impl Iterator<Item = &'a Rival>, base: Decimal) -> Exact {
    let packages: Vec<Decimal> =
        offers.map(|offer| exact::add(offer.parts.base, offer.parts.equity)).collect::<Result<_, _>>()?;
    let mean = exact::div(exact::sum(packages.iter().copied())?, Decimal::from(packages.len()))?;
    let unit = brief.equity(Decimal::ONE, Rate::ZERO)?;
    if unit.is_zero() {
        return Ok(Decimal::ZERO);
    }
    exact::div(exact::sub(mean, base)?, unit)
}
