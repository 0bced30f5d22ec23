//! The known name nearest to a mistyped one.

/// The names that a typing error or two could have made `wanted` from, nearest first.
pub(super) fn nearest<'a>(wanted: &str, known: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let wanted: Vec<char> = wanted.chars().take(100).flat_map(char::to_lowercase).collect();
    let bound = wanted.len().div_ceil(3).min(4);
    let mut found: Vec<(usize, &str)> = known
        .into_iter()
        .filter(|name| name.len() <= 400)
        .map(|name| (distance(&wanted, name), name))
        .filter(|(far, _)| *far <= bound)
        .collect();
    found.sort_unstable();
    found.dedup();
    found.into_iter().map(|(_, name)| name).collect()
}

/// The number of characters to insert, drop or change to get from one name to the other.
fn distance(wanted: &[char], name: &str) -> usize {
    let mut row: Vec<usize> = (0..=wanted.len()).collect();
    for (i, c) in name.chars().flat_map(char::to_lowercase).enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, &w) in wanted.iter().enumerate() {
            let change = diagonal + usize::from(w != c);
            diagonal = row[j + 1];
            row[j + 1] = change.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[wanted.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_comes_first_and_the_far_not_at_all() {
        let known = ["levers", "level", "company"];
        assert_eq!(nearest("levrs", known), ["levers", "level"]);
        assert_eq!(nearest("Comapny", known), ["company"]);
        assert!(nearest("zebra", known).is_empty());
        assert!(nearest("", known).is_empty());
    }
}
