//! What each year is made of, as the parts of a bar.

use crate::domain::compare::{Column, SideBySide};
use crate::domain::money::Decimal;

/// A part of a year's pay, in the order in which it stands in the bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Base,
    Bonus,
    Signing,
    Listed,
    Private,
}

impl Part {
    pub const ALL: [Self; 5] = [Self::Base, Self::Bonus, Self::Signing, Self::Listed, Self::Private];

    /// Tells the parts apart without colour.
    pub fn letter(self) -> char {
        match self {
            Self::Base => 'B',
            Self::Bonus => 'o',
            Self::Signing => 'S',
            Self::Listed => 'L',
            Self::Private => 'p',
        }
    }

    pub fn words(self) -> &'static str {
        match self {
            Self::Base => "base",
            Self::Bonus => "bonus and other pay",
            Self::Signing => "signing and relocation",
            Self::Listed => "listed stock",
            Self::Private => "private stock or options",
        }
    }
}

/// One year of a package, at face.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    pub year: usize,
    /// The parts that are more than nothing.
    pub parts: Vec<(Part, Decimal)>,
    pub total: Decimal,
}

/// The years of a package.
pub fn bars(table: &SideBySide, column: &Column) -> Vec<Bar> {
    let paper = if column.kind.is_liquid() { Part::Listed } else { Part::Private };
    let get = |years: &[Decimal], year: usize| years.get(year).copied().unwrap_or_default();
    (0..table.years)
        .map(|year| {
            let vested = get(&column.equity, year).saturating_add(get(&column.refreshers, year));
            let once = if year == 0 { column.once } else { Decimal::ZERO };
            let bonus = column.cash().saturating_sub(column.base);
            let parts =
                [(Part::Base, column.base), (Part::Bonus, bonus), (Part::Signing, once), (paper, vested)];
            Bar {
                year: year + 1,
                parts: parts.into_iter().filter(|(_, amount)| *amount > Decimal::ZERO).collect(),
                total: get(&column.face.by_year, year),
            }
        })
        .collect()
}

impl Bar {
    /// The length of each part where the highest year of all is `room` long.
    ///
    /// Ends are rounded, not lengths, so that the bar as a whole has its length.
    pub fn lengths(&self, highest: Decimal, room: u16) -> Vec<(Part, u16)> {
        let mut sum = Decimal::ZERO;
        let mut before = 0;
        self.parts
            .iter()
            .map(|(part, amount)| {
                sum = sum.saturating_add(*amount);
                let end = along(sum, highest, room);
                let length = end.saturating_sub(before);
                before = end;
                (*part, length)
            })
            .collect()
    }
}

/// How far along `room` an amount lies where the whole is `whole`.
pub fn along(amount: Decimal, whole: Decimal, room: u16) -> u16 {
    let share = amount.checked_div(whole).unwrap_or_default().clamp(Decimal::ZERO, Decimal::ONE);
    let place = share.checked_mul(Decimal::from(room)).unwrap_or_default().round();
    u16::try_from(place).unwrap_or(room)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_as_long_as_its_year() {
        let thirds = [Part::Base, Part::Bonus, Part::Listed].map(|part| (part, Decimal::ONE));
        let bar = Bar { year: 1, parts: thirds.to_vec(), total: Decimal::from(3) };
        let lengths = bar.lengths(Decimal::from(3), 50);
        assert_eq!(lengths.iter().map(|(_, length)| length).collect::<Vec<_>>(), [&17, &16, &17]);
        assert_eq!(along(Decimal::ONE, Decimal::ZERO, 50), 0);
        assert_eq!(along(Decimal::MAX, Decimal::ONE, 50), 50);
    }
}
