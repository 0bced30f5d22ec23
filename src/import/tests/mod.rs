//! The import on guides of our own, part by part.

mod asks;
mod figures;
mod guides;
mod titles;

use super::{Import, Refusal};

const ORCHARD: &str = include_str!("../../../tests/fixtures/guides/orchard-data-engineer.md");
const LANTERN: &str = include_str!("../../../tests/fixtures/guides/lantern-product-designer.md");
const HARBOUR: &str = include_str!("../../../tests/fixtures/guides/harbour-staff-engineer.md");

fn import(text: &str) -> Import {
    super::read(text).unwrap()
}

fn refused(text: &str) -> Refusal {
    super::read(text).unwrap_err()
}

/// The codes of all warnings, in order.
fn codes(import: &Import) -> Vec<&'static str> {
    import.report.warnings.iter().map(|warning| warning.code).collect()
}
