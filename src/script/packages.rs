//! The sentences of three equal packages.

use crate::domain::money::{Currency, show};
use crate::domain::plan::{Package, Shape};

/// One package as it is said.
pub fn package_sentence(shape: Shape, package: &Package, currency: Currency) -> String {
    format!("{shape:?} {}", show::short(currency, package.base))
}
