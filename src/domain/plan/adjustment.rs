//! Offers from different countries: what their pay compares with at the target's place.

use crate::domain::money::exact;
use crate::domain::money::{Decimal, Rate};
use crate::domain::offer::Alternative;
use crate::domain::problem::Problem;
use crate::domain::session::Settings;

/// What an alternative's value is multiplied by: taxes first, then the cost of living. Each applies
/// only where the user states it, and shows as a step of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::domain) struct Adjustment {
    pub factor: Decimal,
    /// The marginal rates there and at the target's place.
    taxes: Option<(Rate, Rate)>,
    cost_of_living: Option<Rate>,
}

impl Adjustment {
    /// `(1 − t_there) ÷ (1 − t_target) ÷ cost of living`; `None` where nothing is stated.
    ///
    /// # Errors
    /// When a tax takes all, life costs nothing, or a figure leaves the range of decimals.
    pub fn of(alternative: &Alternative, settings: &Settings) -> Result<Option<Self>, Problem> {
        let taxes = alternative.tax_rate.zip(settings.tax_rate);
        let cost_of_living = alternative.cost_of_living;
        if taxes.is_none() && cost_of_living.is_none() {
            return Ok(None);
        }
        let mut factor = Decimal::ONE;
        if let Some((there, target)) = taxes {
            let kept = |rate: Rate| exact::sub(Decimal::ONE, rate.share());
            factor = exact::div(kept(there)?, kept(target)?)?;
        }
        if let Some(share) = cost_of_living {
            factor = exact::div(factor, share.share())?;
        }
        Ok(Some(Self { factor, taxes, cost_of_living }))
    }

    /// The steps in words, to stand behind the value they start from.
    pub fn words(&self) -> String {
        let mut words = String::new();
        if let Some((there, target)) = self.taxes {
            words.push_str(&format!(" × (1 − {there} tax there) ÷ (1 − {target} tax at the target's place)"));
        }
        if let Some(share) = self.cost_of_living {
            words.push_str(&format!(" ÷ {share} cost of living there"));
        }
        words
    }
}
