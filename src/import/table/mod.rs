//! Pay tables, in every shape guides print them: to bands.

use super::Report;
use super::document::Document;
use crate::domain::playbook::{Band, EquityTerms};

/// What a guide's tables say of pay.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pay {
    pub bands: Vec<Band>,
    pub equity: EquityTerms,
    pub lines: Vec<usize>,
    pub used: Vec<usize>,
}

pub fn read(_document: &Document, _role: &str, _report: &mut Report) -> Pay {
    Pay::default()
}

/// Notes the line of every band.
pub fn place(_pay: &Pay, _report: &mut Report) {}
