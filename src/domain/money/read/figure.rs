//! The digits of an amount, with the marks between them.

use super::Decimal;

/// A figure as its digits allow it to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Figure {
    Sure(Number),
    Either { groups: Number, decimals: Number },
}

/// Digits with their decimal point, still free to move: `1.2M` must not be rounded on the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Number {
    digits: i128,
    decimals: u32,
}

impl Number {
    fn new(whole: &str, fraction: &str) -> Option<Self> {
        let fraction = fraction.trim_end_matches('0');
        let digits = format!("{whole}{fraction}");
        (digits.len() <= 28).then_some(())?;
        Some(Self { digits: digits.parse().ok()?, decimals: u32::try_from(fraction.len()).ok()? })
    }

    /// The number times ten to a power; `None` where an exact decimal cannot hold it.
    pub fn times_ten_to(&self, power: u32) -> Option<Decimal> {
        let zeros = power.saturating_sub(self.decimals);
        let digits = self.digits.checked_mul(10_i128.checked_pow(zeros)?)?;
        Decimal::try_from_i128_with_scale(digits, self.decimals.saturating_sub(power)).ok()
    }
}

/// Reads digits and the marks between them; `scaled` when a unit such as `k` follows, which leaves
/// a single comma before three digits open.
pub(super) fn read(run: &str, scaled: bool) -> Option<Figure> {
    let groups: Vec<&str> = run.split(|c: char| !c.is_ascii_digit()).collect();
    let marks: Vec<char> = run.chars().filter(|c| !c.is_ascii_digit()).collect();
    let Some((&last, before)) = marks.split_last() else { return sure(run, "") };
    let (fraction, whole) = groups.split_last()?;
    match before.first() {
        None if matches!(last, '.' | ',') => one_mark(whole[0], last, fraction, scaled),
        Some(&first) if last != first => {
            let alike = before.iter().all(|&mark| mark == first);
            let grouped = matches!(last, '.' | ',') && alike && are_groups(whole, first);
            grouped.then(|| open(&whole.concat(), fraction))?
        }
        _ if marks.iter().all(|&mark| mark == last) && are_groups(&groups, last) => {
            sure(&groups.concat(), "")
        }
        _ => None,
    }
}

/// One point or comma: `145,000`, `145.000`, `145,5`, `.5`.
fn one_mark(whole: &str, mark: char, fraction: &str, scaled: bool) -> Option<Figure> {
    if whole.is_empty() {
        return if mark == '.' { sure("0", fraction) } else { None };
    }
    let may_group = are_groups(&[whole, fraction], mark);
    match (may_group, mark, scaled) {
        (true, ',', false) => sure(&format!("{whole}{fraction}"), ""),
        (true, ..) => open(whole, fraction),
        // A digit too many: `195,0007` is neither thousands nor cents.
        (false, ',', false) if fraction.len() > 3 => None,
        (false, ..) => sure(whole, fraction),
    }
}

/// Three digits after the last mark may be one more group.
fn open(whole: &str, fraction: &str) -> Option<Figure> {
    let Figure::Sure(decimals) = sure(whole, fraction)? else { return None };
    if fraction.len() != 3 {
        return Some(Figure::Sure(decimals));
    }
    Some(Figure::Either { groups: Number::new(&format!("{whole}{fraction}"), "")?, decimals })
}

fn sure(whole: &str, fraction: &str) -> Option<Figure> {
    let padded = whole.len() > 1 && whole.starts_with('0');
    if padded { None } else { Number::new(whole, fraction).map(Figure::Sure) }
}

/// A plain decimal; `None` when it is padded with zeros in front.
pub(super) fn decimal(whole: &str, fraction: &str) -> Option<Decimal> {
    match sure(whole, fraction)? {
        Figure::Sure(number) => number.times_ten_to(0),
        Figure::Either { .. } => None,
    }
}

/// Groups of three, or as in India of two with three at the end.
fn are_groups(groups: &[&str], mark: char) -> bool {
    let Some((first, rest)) = groups.split_first() else { return false };
    if first.starts_with('0') {
        return false;
    }
    let western = (1..=3).contains(&first.len()) && rest.iter().all(|group| group.len() == 3);
    let indian = || {
        let Some((last, middle)) = rest.split_last() else { return false };
        let twos = !middle.is_empty() && middle.iter().all(|group| group.len() == 2);
        mark == ',' && (1..=2).contains(&first.len()) && twos && last.len() == 3
    };
    western || indian()
}
