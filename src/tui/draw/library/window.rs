//! Which rows of a long list are in sight.

/// The first row to draw: the one drawn first before, moved as little as it takes to have the
/// selected row in sight. Looks at no more rows than fit.
pub fn start(
    top: usize,
    selected: usize,
    rows: usize,
    height: usize,
    high: impl Fn(usize) -> usize,
) -> usize {
    let Some(last) = rows.checked_sub(1) else { return 0 };
    let selected = selected.min(last);
    let top = top.min(selected);
    let back = |from: usize, least: usize| {
        let (mut start, mut used) = (from, high(from));
        while start > least && used + high(start - 1) <= height {
            start -= 1;
            used += high(start);
        }
        start
    };
    let start = back(selected, top);
    let mut used = 0;
    let is_filled = (start..rows).any(|row| {
        used += high(row);
        used >= height
    });
    if is_filled { start } else { back(last, 0).min(start) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::start;

    #[test]
    fn the_window_moves_as_little_as_it_must() {
        for (top, selected, rows, first) in [
            (0, 0, 100, 0),
            (0, 9, 100, 0),
            (0, 10, 100, 1),
            (20, 25, 100, 20),
            (20, 15, 100, 15),
            (20, 99, 100, 90),
            (95, 99, 100, 90),
            (50, 3, 4, 0),
            (7, 0, 0, 0),
        ] {
            assert_eq!(start(top, selected, rows, 10, |_| 1), first, "{top} {selected} {rows}");
        }
    }

    proptest! {
        #[test]
        fn the_selected_row_is_in_sight(
            highs in proptest::collection::vec(1_usize..5, 1..40),
            top in 0_usize..50,
            selected in 0_usize..50,
            height in 5_usize..20,
        ) {
            let selected = selected.min(highs.len() - 1);
            let first = start(top, selected, highs.len(), height, |row| highs[row]);
            prop_assert!(first <= selected);
            prop_assert!(highs[first..=selected].iter().sum::<usize>() <= height);
        }
    }
}
