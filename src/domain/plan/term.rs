//! The terms that are negotiated, and a figure for each.

use crate::domain::money::Decimal;

/// A term of a package that levers ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Term {
    Base,
    /// The whole grant.
    Equity,
    Signing,
}

impl Term {
    pub const ALL: [Self; 3] = [Self::Base, Self::Equity, Self::Signing];

    pub fn name(self) -> &'static str {
        match self {
            Self::Base => "base",
            Self::Equity => "equity",
            Self::Signing => "signing",
        }
    }
}

/// A figure for each term.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Package {
    pub base: Decimal,
    pub equity: Decimal,
    pub signing: Decimal,
}

impl Package {
    pub fn get(&self, term: Term) -> Decimal {
        match term {
            Term::Base => self.base,
            Term::Equity => self.equity,
            Term::Signing => self.signing,
        }
    }

    pub fn set(&mut self, term: Term, figure: Decimal) {
        match term {
            Term::Base => self.base = figure,
            Term::Equity => self.equity = figure,
            Term::Signing => self.signing = figure,
        }
    }
}
