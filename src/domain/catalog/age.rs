//! How old a playbook's figures are.

use jiff::civil::Date;

use super::super::playbook::Playbook;
use super::super::problem::Problem;
use super::super::quote::quoted;

/// Figures older than this many months are said to be.
const OLD: u32 = 6;

/// The months between the month of the figures, `2026-01` or a day of it, and today; none where
/// the month is yet to come.
pub fn months(as_of: &str, today: Date) -> Option<u32> {
    let month = month(as_of)?;
    let count =
        |date: Date| i32::from(date.year()).saturating_mul(12).saturating_add(i32::from(date.month()));
    u32::try_from(count(today).saturating_sub(count(month))).ok()
}

/// What to say of figures older than half a year: `figures of January 2026, 10 months old: check
/// them against a newer source`.
pub fn words(as_of: &str, today: Date) -> Option<String> {
    let months = months(as_of, today).filter(|months| *months > OLD)?;
    let age = match (months / 12, months) {
        (years @ 2.., _) => format!("{years} years old"),
        (_, months) => format!("{months} months old"),
    };
    Some(format!("figures of {}, {age}: check them against a newer source", month(as_of)?.strftime("%B %Y")))
}

/// The month of the figures in words, `January 2026`; as it is written where it is no month.
pub fn of(as_of: &str) -> String {
    month(as_of).map_or_else(|| as_of.to_owned(), |month| month.strftime("%B %Y").to_string())
}

/// What is to be looked at in a playbook with figures: that they are old, or of no month at all.
pub fn warning(playbook: &Playbook, today: Date) -> Option<Problem> {
    let as_of = playbook.as_of.as_deref()?;
    if month(as_of).is_none() {
        let message = format!("{} is no month.", quoted(as_of));
        return Some(Problem::new("month-unreadable", message).at("as_of").hint("Write it such as 2026-01."));
    }
    if playbook.is_general() {
        return None;
    }
    let words = words(as_of, today)?;
    let (what, advice) = words.split_once(": ")?;
    let message = format!("These are {what}.");
    let hint = format!("Pay moves: {advice}, and write its month here.");
    Some(Problem::new("figures-old", message).at("as_of").hint(hint))
}

fn month(as_of: &str) -> Option<Date> {
    let mut parts = as_of.trim().splitn(3, '-');
    let (year, month) = (parts.next()?, parts.next()?);
    let is_whole = year.len() == 4 && (1..=2).contains(&month.len());
    let date = Date::new(year.parse().ok()?, month.parse().ok()?, 1).ok()?;
    (is_whole && parts.next().is_none_or(|day| day.parse::<u8>().is_ok())).then_some(date)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const TODAY: Date = date(2026, 11, 23);

    #[test]
    fn the_age_counts_whole_months() {
        for (as_of, age) in [
            ("2026-01", Some(10)),
            ("2026-1", Some(10)),
            ("2026-11-30", Some(0)),
            ("2025-12", Some(11)),
            ("2026-12", None),
            ("2026-13", None),
            ("2026", None),
            ("Jan 2026", None),
            ("2025-2026", None),
            ("", None),
        ] {
            assert_eq!(months(as_of, TODAY), age, "{as_of}");
        }
    }

    #[test]
    fn only_old_figures_are_remarked_on() {
        assert_eq!(
            words("2026-01", TODAY).unwrap(),
            "figures of January 2026, 10 months old: check them against a newer source"
        );
        assert_eq!(words("2026-05", TODAY), None);
        assert!(words("2026-04", TODAY).is_some());
        assert!(words("2024-10", TODAY).unwrap().contains("2 years old"));
        assert_eq!((of("2026-01"), of("lately")), ("January 2026".to_owned(), "lately".to_owned()));
    }
}
