//! The currency that a head or a label names.

use super::super::figure;
use crate::domain::money::Currency;

/// A currency by its code, as guides write it.
pub fn of_code(word: &str) -> Option<Currency> {
    match word {
        "RMB" => "CNY".parse().ok(),
        "NIS" => "ILS".parse().ok(),
        code if figure::is_code(code) => code.parse().ok(),
        _ => None,
    }
}

/// The first currency that a label names: `London (GBP £)`.
pub fn of_label(label: &str) -> Option<Currency> {
    label.split(|c: char| !c.is_alphanumeric()).find_map(of_code)
}

/// Signs that name a currency in a head, the longer first.
const SIGNS: [(&str, &str); 11] = [
    ("C$", "CAD"),
    ("A$", "AUD"),
    ("S$", "SGD"),
    ("HK$", "HKD"),
    ("R$", "BRL"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("₹", "INR"),
    ("₪", "ILS"),
    ("₩", "KRW"),
    ("$", "USD"),
];

/// The currency whose sign a head holds: `Base (€)`.
pub fn of_sign(head: &str) -> Option<Currency> {
    let (_, code) = SIGNS.into_iter().find(|(sign, _)| head.contains(sign))?;
    code.parse().ok()
}
