//! Checks that playbooks and sessions share: spans, currencies, rates, years.

use super::Findings;
use crate::domain::money::{Currency, Money, Range, Rate, RateRange};
use crate::domain::playbook::{Asks, OwnBand};

/// The longest horizon and the longest grant.
const MOST_YEARS: u8 = 40;

impl Findings {
    /// An amount's mark must be able to stand for its record's currency.
    pub(super) fn amount(&mut self, amount: Option<Money>, currency: Currency, at: &str) {
        let Some(mark) = amount.and_then(Money::mark).filter(|mark| !mark.fits(currency)) else { return };
        self.hinted(
            "currency-conflict",
            at,
            format!("This amount is marked {mark}, but the figures here are in {currency}."),
            format!("Write the amount in {currency}, or change the currency."),
        );
    }

    pub(super) fn range(&mut self, range: Option<Range>, currency: Currency, at: &str) {
        let Some(Range { low, high }) = range else { return };
        self.amount(Some(low), currency, &format!("{at}.low"));
        self.amount(Some(high), currency, &format!("{at}.high"));
        if low.amount() > high.amount() {
            self.reversed(at, &low.to_string(), &high.to_string());
        }
    }

    fn rates(&mut self, range: Option<RateRange>, at: &str) {
        if let Some(RateRange { low, high }) = range
            && low > high
        {
            self.reversed(at, &low.to_string(), &high.to_string());
        }
    }

    fn reversed(&mut self, at: &str, low: &str, high: &str) {
        self.hinted(
            "range-reversed",
            at,
            format!("The low end {low} is above the high end {high}."),
            format!("Write it as {{low: {high}, high: {low}}}."),
        );
    }

    pub(super) fn band(&mut self, band: &OwnBand, at: &str) {
        for (key, range) in [
            ("base", band.base),
            ("equity", band.equity),
            ("bonus_amount", band.bonus_amount),
            ("total", band.total),
        ] {
            self.range(range, band.currency, &format!("{at}.{key}"));
        }
        self.rates(band.bonus, &format!("{at}.bonus"));
    }

    pub(super) fn asks(&mut self, asks: Option<Asks>, currency: Currency, at: &str) {
        let Some(asks) = asks else { return };
        for (key, amount) in
            [("base", asks.base), ("equity", asks.equity), ("signing", asks.signing), ("total", asks.total)]
        {
            self.amount(amount, currency, &format!("{at}.{key}"));
        }
    }

    pub(super) fn years(&mut self, years: u8, at: &str) {
        if !(1..=MOST_YEARS).contains(&years) {
            self.hinted(
                "years-range",
                at,
                format!("{years} is no usable number of years."),
                format!("Write one from 1 to {MOST_YEARS}; 4 is usual."),
            );
        }
    }

    /// A rate that cannot be more than the whole.
    pub(super) fn share(&mut self, rate: Option<Rate>, name: &str, at: &str) {
        if let Some(rate) = rate.filter(|rate| *rate > Rate::ONE) {
            self.hinted(
                "rate-above-100",
                at,
                format!("A {name} of {rate} is more than 100%."),
                "Write one from 0% to 100%, such as 25%.",
            );
        }
    }
}
