//! Formulas that need logarithms and the normal distribution, in binary floating point.
//!
//! They take years, yearly volatilities and rates as shares of one, and give a share of the price.

use rust_decimal::prelude::ToPrimitive;

use crate::domain::money::{Decimal, Rate};
use crate::domain::problem::Problem;

/// The cost of not being able to sell for some years, as an average-strike put (Finnerty 2012):
/// `e^(−qT) (N(u/2) − N(−u/2))`, with `a = σ²T` and
/// `u² = a + ln(2(e^a − a − 1)) − 2 ln(e^a − 1)`. It rises towards 32.28%.
pub(super) fn finnerty(years: f64, volatility: f64, dividend: f64) -> f64 {
    let a = volatility * volatility * years;
    let squared = if a < 1e-4 {
        a / 3.0
    } else if a > 50.0 {
        std::f64::consts::LN_2
    } else {
        let grown = libm::expm1(a);
        a + libm::log(2.0 * (grown - a)) - 2.0 * libm::log(grown)
    };
    let u = libm::sqrt(squared.max(0.0));
    libm::exp(-dividend * years) * (normal(u / 2.0) - normal(-u / 2.0))
}

/// The same as a put at today's price (Chaffe 1993): `e^(−rT) N(−d2) − N(−d1)`.
pub(super) fn chaffe(years: f64, volatility: f64, rate: f64) -> f64 {
    let swing = volatility * libm::sqrt(years);
    if swing <= 0.0 {
        return 0.0;
    }
    let d1 = (rate + volatility * volatility / 2.0) * years / swing;
    let d2 = d1 - swing;
    (libm::exp(-rate * years) * normal(-d2) - normal(-d1)).max(0.0)
}

/// A call by Black and Scholes (1973), for one unit of the price: `N(d1) − k e^(−rT) N(d2)` with `k`
/// the strike as a share of the price.
pub(super) fn call(strike: f64, years: f64, volatility: f64, rate: f64) -> f64 {
    if strike <= 0.0 {
        return 1.0;
    }
    let swing = volatility * libm::sqrt(years);
    let d1 = (-libm::log(strike) + (rate + volatility * volatility / 2.0) * years) / swing;
    normal(d1) - strike * libm::exp(-rate * years) * normal(d1 - swing)
}

/// The normal distribution below `x`.
fn normal(x: f64) -> f64 {
    libm::erfc(-x / std::f64::consts::SQRT_2) / 2.0
}

pub(super) fn float(rate: Rate) -> f64 {
    decimal(rate.share())
}

pub(super) fn decimal(figure: Decimal) -> f64 {
    figure.to_f64().unwrap_or(f64::MAX)
}

/// A share as a rate, held between nothing and all, to six decimals.
pub(super) fn rate(share: f64) -> Result<Rate, Problem> {
    exact(share.clamp(0.0, 1.0), 6).and_then(|share| Rate::new(share).ok_or_else(Problem::too_large))
}

/// An estimate as a decimal with so many places.
pub(super) fn exact(figure: f64, places: u32) -> Result<Decimal, Problem> {
    Decimal::from_f64_retain(figure).map(|figure| figure.round_dp(places)).ok_or_else(Problem::too_large)
}
