//! Amounts as people read them: `$215,000`, `$215K`, `₹36.5L`.

use super::{Currency, Decimal, Money};

/// An amount in full, grouped as its readers group: `$215,000`, `₹36,50,000`, `CHF 120,000`.
///
/// Cents are shown only where there are any.
pub fn full(currency: Currency, amount: Decimal) -> String {
    prefixed(currency, amount, &digits(amount, currency == Currency::INR))
}

/// An amount without its currency, grouped by three: `215,000`.
pub fn grouped(amount: Decimal) -> String {
    let minus = if amount.is_sign_negative() && !amount.is_zero() { "-" } else { "" };
    format!("{minus}{}", digits(amount, false))
}

fn digits(amount: Decimal, indian: bool) -> String {
    let amount = amount.round_dp(2).normalize();
    let mut text = by_groups(&amount.abs().trunc().to_string(), indian);
    if !amount.fract().is_zero() {
        let cents = format!("{:.2}", amount.fract().abs());
        text.push_str(cents.trim_start_matches('0'));
    }
    text
}

/// An amount as one says it: `$215K`, `$1.2M`, `₹36.5L`; in full where that would drop digits.
pub fn short(currency: Currency, amount: Decimal) -> String {
    let units: &[(u32, &str)] =
        if currency == Currency::INR { &[(7, "Cr"), (5, "L")] } else { &[(6, "M"), (3, "K")] };
    for &(power, unit) in units {
        let scale = Decimal::from(10_u64.pow(power));
        let decimals = if power == 3 { 1 } else { 2 };
        let Some(scaled) = amount.checked_div(scale) else { continue };
        if scaled.abs() >= Decimal::ONE && scaled == scaled.round_dp(decimals) {
            return prefixed(currency, amount, &format!("{}{unit}", scaled.abs().normalize()));
        }
    }
    full(currency, amount)
}

/// An amount in at most `width` columns: in full where that fits, else rounded to a larger unit, with
/// as many decimals as there is room for.
pub fn fitting(currency: Currency, amount: Decimal, width: usize) -> String {
    let whole = full(currency, amount.round());
    if whole.chars().count() <= width {
        return whole;
    }
    let units: &[(u32, &str)] = if currency == Currency::INR {
        &[(5, "L"), (7, "Cr")]
    } else {
        &[(3, "K"), (6, "M"), (9, "B"), (12, "T")]
    };
    let mut last = whole;
    for &(power, unit) in units {
        let Some(scaled) = amount.abs().checked_div(Decimal::from(10_u64.pow(power))) else { continue };
        // A figure of five digits asks for the next unit, as long as there is one.
        let is_last = units.last().is_some_and(|&(last, _)| last == power);
        if scaled < Decimal::ONE || (scaled >= Decimal::from(10_000) && !is_last) {
            continue;
        }
        for decimals in [2, 1, 0] {
            let rounded = scaled.round_dp(decimals).normalize();
            let text = prefixed(
                currency,
                amount,
                &format!("{}{unit}", by_point(rounded, currency == Currency::INR)),
            );
            if text.chars().count() <= width {
                return text;
            }
            last = text;
        }
    }
    last
}

/// Grouped digits with whatever decimals there are.
fn by_point(amount: Decimal, indian: bool) -> String {
    let text = amount.to_string();
    let (whole, rest) = text.split_once('.').unwrap_or((&text, ""));
    let point = if rest.is_empty() { "" } else { "." };
    format!("{}{point}{rest}", by_groups(whole, indian))
}

/// A span as one says it; one figure where both ends are the same.
pub fn span(currency: Currency, low: Decimal, high: Decimal) -> String {
    if low == high {
        short(currency, low)
    } else {
        format!("{} to {}", short(currency, low), short(currency, high))
    }
}

/// A figure for other programs: plain digits, six places at most, halves to even, no trailing zeros.
pub fn plain(amount: Decimal) -> String {
    let rounded = amount.round_dp(6).normalize();
    if rounded.is_zero() { "0".to_owned() } else { rounded.to_string() }
}

/// What was understood of an amount that may carry its own mark: `£95,000`.
pub fn understood(money: Money, currency: Currency) -> String {
    match money.mark() {
        Some(super::Mark::Currency(own)) => full(own, money.amount()),
        _ => full(currency, money.amount()),
    }
}

fn prefixed(currency: Currency, amount: Decimal, digits: &str) -> String {
    let minus = if amount.is_sign_negative() && !amount.is_zero() { "-" } else { "" };
    match currency.sign() {
        Some(sign) => format!("{minus}{sign}{digits}"),
        None => format!("{minus}{currency} {digits}"),
    }
}

/// Groups by three, or as in India by two after the first three.
fn by_groups(digits: &str, indian: bool) -> String {
    let last = digits.len().saturating_sub(1);
    let mut text = String::with_capacity(digits.len().saturating_mul(2));
    for (i, digit) in digits.chars().enumerate() {
        text.push(digit);
        let behind = last.saturating_sub(i);
        let ends_group =
            if indian { behind == 3 || (behind > 3 && behind % 2 == 1) } else { behind % 3 == 0 };
        if behind > 0 && ends_group {
            text.push(',');
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn d(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn in_full_with_the_readers_grouping() {
        assert_eq!(full(Currency::USD, d("215000")), "$215,000");
        assert_eq!(full(Currency::USD, d("-1234.5")), "-$1,234.50");
        assert_eq!(full(Currency::INR, d("3650000")), "₹36,50,000");
        assert_eq!(full("CHF".parse().unwrap(), d("999")), "CHF 999");
    }

    #[test]
    fn short_never_drops_a_digit() {
        assert_eq!(short(Currency::USD, d("215000")), "$215K");
        assert_eq!(short(Currency::USD, d("12500")), "$12.5K");
        assert_eq!(short(Currency::USD, d("215340")), "$215,340");
        assert_eq!(short(Currency::USD, d("1250000")), "$1.25M");
        assert_eq!(short(Currency::INR, d("3650000")), "₹36.5L");
        assert_eq!(short(Currency::INR, d("12000000")), "₹1.2Cr");
        assert_eq!(short(Currency::EUR, d("0")), "€0");
    }

    #[test]
    fn a_figure_fits_its_cell_or_is_rounded_to_a_larger_unit() {
        let idr: Currency = "IDR".parse().unwrap();
        for (currency, amount, width, shown) in [
            (Currency::USD, "215000.4", 13, "$215,000"),
            (Currency::USD, "-209999750", 11, "-$210M"),
            (idr, "1387340000", 13, "IDR 1,387.34M"),
            (idr, "1387340000", 9, "IDR 1.39B"),
            (Currency::INR, "13700000", 11, "₹137L"),
            (Currency::USD, "37500000000000000", 13, "$37,500T"),
        ] {
            assert_eq!(fitting(currency, d(amount), width), shown);
        }
    }

    #[test]
    fn plain_figures_have_six_places_at_most() {
        assert_eq!(plain(d("199534.8837209302")), "199534.883721");
        assert_eq!(plain(d("275000.000")), "275000");
        assert_eq!(plain(d("-0.0000001")), "0");
    }
}
