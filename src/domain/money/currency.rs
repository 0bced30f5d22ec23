//! Currencies by their ISO 4217 code.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A currency, known by its three-letter ISO 4217 code.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Currency(iso_currency::Currency);

impl Currency {
    pub const USD: Self = Self(iso_currency::Currency::USD);
    pub const EUR: Self = Self(iso_currency::Currency::EUR);
    pub const GBP: Self = Self(iso_currency::Currency::GBP);
    pub const INR: Self = Self(iso_currency::Currency::INR);

    pub fn code(self) -> &'static str {
        self.0.code()
    }

    /// The sign to write in front of an amount, where one is unmistakable in a single document.
    pub fn sign(self) -> Option<&'static str> {
        Some(match self.code() {
            "USD" => "$",
            "EUR" => "€",
            "GBP" => "£",
            "INR" => "₹",
            "JPY" => "¥",
            "CNY" => "CN¥",
            "KRW" => "₩",
            "ILS" => "₪",
            "BRL" => "R$",
            "CAD" => "C$",
            "AUD" => "A$",
            "SGD" => "S$",
            "HKD" => "HK$",
            "NZD" => "NZ$",
            "TWD" => "NT$",
            "MXN" => "MX$",
            _ => return None,
        })
    }

    /// Whether amounts in this currency are commonly written with a bare `$`.
    pub fn is_dollar(self) -> bool {
        self.sign().is_some_and(|sign| sign.ends_with('$')) && self.code() != "BRL"
    }
}

impl FromStr for Currency {
    type Err = String;

    fn from_str(code: &str) -> Result<Self, String> {
        iso_currency::Currency::from_code(&code.trim().to_ascii_uppercase())
            .map(Self)
            .ok_or_else(|| format!("`{code}` is no currency code. Write one such as USD, EUR or INR."))
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl PartialOrd for Currency {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Currency {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.code().cmp(other.code())
    }
}

impl Serialize for Currency {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Currency {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let code = String::deserialize(deserializer)?;
        code.parse().map_err(serde::de::Error::custom)
    }
}

impl JsonSchema for Currency {
    fn schema_name() -> Cow<'static, str> {
        "Currency".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A currency by its three-letter ISO 4217 code.",
            "type": "string",
            "pattern": "^[A-Za-z]{3}$",
            "examples": ["USD", "EUR", "GBP", "INR", "CAD", "CHF", "JPY", "SGD"],
        })
    }
}
