//! Amounts found in running text, so that a text can be asked which figures it speaks.

use crate::domain::money::Decimal;

/// An amount in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Figure {
    pub value: Decimal,
    /// Whether a currency sign or code stands before it.
    pub marked: bool,
    /// Whether a unit such as `K` follows it.
    pub scaled: bool,
}

impl Figure {
    /// Whether it can only be money: `$215K`, `215K`, `215,000`, not `215`.
    pub fn is_money(&self) -> bool {
        self.marked || self.scaled || self.value >= Decimal::ONE_THOUSAND
    }

    /// Whether it says `amount`, also in short: `$200` for 200,000.
    pub fn says(&self, amount: Decimal) -> bool {
        let in_short = self.value.checked_mul(Decimal::ONE_THOUSAND);
        self.is_money() && self.value == amount || self.marked && !self.scaled && in_short == Some(amount)
    }
}

/// The figures of a text, in their order.
pub(super) fn figures(text: &str) -> Vec<Figure> {
    let mut found = Vec::new();
    let mut rest = text;
    let mut before = String::new();
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        before.push_str(&rest[..start]);
        let number = &rest[start..];
        let length =
            number.find(|c: char| !(c.is_ascii_digit() || c == ',' || c == '.')).unwrap_or(number.len());
        let digits = number[..length].trim_end_matches([',', '.']);
        rest = &number[digits.len()..];
        if let Ok(value) = digits.replace(',', "").parse::<Decimal>() {
            let scale = scale(rest);
            let value = value.checked_mul(scale.unwrap_or(Decimal::ONE)).unwrap_or(value);
            found.push(Figure { value, marked: marked(&before), scaled: scale.is_some() });
        }
        before.clear();
    }
    found
}

fn marked(before: &str) -> bool {
    let before = before.trim_end();
    let sign = before.chars().next_back().is_some_and(|c| "$€£₹¥₩₪".contains(c));
    let word = before.rsplit(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
    sign || word.len() == 3 && word.chars().all(|c| c.is_ascii_uppercase())
}

/// The unit that a number is followed by.
fn scale(after: &str) -> Option<Decimal> {
    let word: String =
        after.trim_start().chars().take_while(char::is_ascii_alphabetic).collect::<String>().to_lowercase();
    Some(Decimal::from(match word.as_str() {
        "k" | "thousand" | "grand" => 1_000,
        "l" | "lakh" | "lakhs" => 100_000,
        "m" | "mn" | "million" => 1_000_000,
        "cr" | "crore" | "crores" => 10_000_000,
        _ => return None,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_spellings_of_an_amount() {
        let amount = Decimal::from(200_000);
        for text in [
            "$200K",
            "200k",
            "200 K",
            "$200,000",
            "200000",
            "200,000.",
            "USD 200000",
            "200 thousand",
            "$200.0K",
            "$0.2M",
            "2 lakh",
            "at $200 or so",
            "€200K",
        ] {
            assert!(figures(text).iter().any(|figure| figure.says(amount)), "{text}");
        }
        for text in ["200", "200 models", "$2,000", "1200K", "L200", "$200M"] {
            let found = figures(text);
            let says = found.iter().any(|figure| figure.says(amount));
            assert!(!says || text == "{text}: {found:?}");
        }
    }

    #[test]
    fn a_level_or_a_date_is_no_money() {
        assert!(figures("L4 on 27 November, 6 years").iter().all(|figure| !figure.is_money()));
    }
}
