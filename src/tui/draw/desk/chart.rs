//! A chart of lines, each drawn with a letter of its own, so that none needs a colour.

use crate::domain::money::Decimal;

/// A grid of `width` × `height` cells: one row of text for each line, the highest value on top.
pub struct Chart {
    cells: Vec<Vec<char>>,
    low: Decimal,
    high: Decimal,
}

impl Chart {
    pub fn new(width: usize, height: usize, low: Decimal, high: Decimal) -> Self {
        Self { cells: vec![vec![' '; width]; height], low, high }
    }

    /// Draws all lines, `a` the first; where two share a cell, the higher is seen.
    pub fn lines(&mut self, lines: &[Vec<Decimal>]) {
        let width = self.cells.first().map_or(0, Vec::len);
        for column in 0..width {
            let mut heights: Vec<(Decimal, char)> = lines
                .iter()
                .zip('a'..='z')
                .filter_map(|(values, sign)| Some((sample(values, column, width)?, sign)))
                .collect();
            heights.sort_by_key(|(value, sign)| (*value, std::cmp::Reverse(*sign)));
            for (value, sign) in heights {
                let cell = self.row(value).and_then(|row| self.cells.get_mut(row)?.get_mut(column));
                if let Some(cell) = cell {
                    *cell = sign;
                }
            }
        }
    }

    pub fn rows(&self) -> impl Iterator<Item = String> + '_ {
        self.cells.iter().map(|cells| cells.iter().collect())
    }

    fn row(&self, value: Decimal) -> Option<usize> {
        let span = self.high.checked_sub(self.low).filter(|span| !span.is_zero())?;
        let last = self.cells.len().checked_sub(1)?;
        let above = self.high.checked_sub(value)?.checked_div(span)?.checked_mul(Decimal::from(last))?;
        usize::try_from(above.round()).ok().filter(|row| *row <= last)
    }
}

/// The value at a column of `width`.
fn sample(values: &[Decimal], column: usize, width: usize) -> Option<Decimal> {
    values.get(place(column, width, values.len())).copied()
}

/// The place among `to` things that a place among `from` things falls on; the ends meet.
pub fn place(at: usize, from: usize, to: usize) -> usize {
    match (from.saturating_sub(1), to.saturating_sub(1)) {
        (0, _) => 0,
        (from, to) => (at * to + from / 2) / from,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_meet_ends_whatever_the_sizes() {
        for (from, to) in [(2, 2), (60, 201), (201, 60), (5, 2)] {
            assert_eq!((place(0, from, to), place(from - 1, from, to)), (0, to - 1), "{from} {to}");
        }
        assert_eq!(place(0, 1, 9), 0);
    }

    #[test]
    fn lines_keep_their_letters_and_the_higher_covers_the_lower() {
        let figures = |figures: [i64; 3]| figures.map(Decimal::from).to_vec();
        let mut chart = Chart::new(3, 2, Decimal::ZERO, Decimal::from(9));
        chart.lines(&[figures([0, 1, 9]), figures([9, 2, 0])]);
        assert_eq!(chart.rows().collect::<Vec<_>>(), ["b a", "abb"]);
    }
}
