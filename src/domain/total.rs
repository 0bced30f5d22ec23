//! A published total beside the sum of its parts. Guides count a quarter of the grant or the whole
//! of it; each end is held against the convention that is nearer.

use super::money::exact::{self, Exact};
use super::money::{Decimal, Money, Range, Rate, RateRange};
use super::playbook::Band;
use super::problem::Problem;

/// One end of a published total, and what its parts make.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TotalEnd {
    pub published: Decimal,
    /// Base, bonus and equity together.
    pub parts: Decimal,
}

impl TotalEnd {
    /// By how much the two differ.
    pub fn difference(self) -> Exact {
        exact::sub(self.published, self.parts).map(|gap| gap.abs())
    }

    /// Whether they differ by a tenth of the parts or more.
    pub fn is_far_off(self) -> Result<bool, Problem> {
        let difference = self.difference()?;
        Ok(!difference.is_zero() && exact::mul(difference, Decimal::TEN)? >= self.parts)
    }
}

/// Both ends of a band's published total, low and high; `None` where none is published or there is
/// no base to start from.
///
/// # Errors
/// When a figure leaves the range of decimals.
pub fn of(band: &Band) -> Result<Option<[TotalEnd; 2]>, Problem> {
    let (Some(total), Some(base)) = (band.total, band.base) else { return Ok(None) };
    let low: Pick = (|range: Range| range.low, |rates: RateRange| rates.low);
    let high: Pick = (|range: Range| range.high, |rates: RateRange| rates.high);
    Ok(Some([end(band, total, base, low)?, end(band, total, base, high)?]))
}

/// How an end of a span is picked: of amounts, of rates.
type Pick = (fn(Range) -> Money, fn(RateRange) -> Rate);

fn end(band: &Band, total: Range, base: Range, (amount, rate): Pick) -> Result<TotalEnd, Problem> {
    let pick = |range: Range| amount(range).amount();
    let published = pick(total);
    let base = pick(base);
    let grant = band.equity.map_or(Decimal::ZERO, pick);
    let bonus = match (band.bonus, band.bonus_amount) {
        (Some(rates), _) => exact::mul(base, rate(rates).share())?,
        (None, Some(amounts)) => pick(amounts),
        (None, None) => Decimal::ZERO,
    };
    let cash = exact::add(base, bonus)?;
    let of = |equity| Ok(TotalEnd { published, parts: exact::add(cash, equity)? });
    let (quarter, whole) = (of(exact::div(grant, Decimal::from(4))?)?, of(grant)?);
    Ok(if quarter.difference()? <= whole.difference()? { quarter } else { whole })
}
