//! An amount with everything that its text says about it.

use super::figure::{self, Figure, Number};
use super::period::Period;
use super::unit::Unit;
use super::{Money, Reading, mark, period, refuse, unit};
use crate::domain::money::{Currency, Mark};
use crate::domain::problem::Problem;
use crate::domain::quote;

/// The longest text that is looked at.
const LONGEST: usize = 120;

/// An amount, and how it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stated {
    pub reading: Reading,
    /// Whether the text says that this is paid each year.
    pub yearly: bool,
    /// Whether it is digits only: no unit, no groups, at most one decimal, so that `210` for
    /// 210,000 can be told from `210.00`.
    pub bare: bool,
}

/// Reads one amount, with what its text says of its period.
///
/// # Errors
/// As [`super::amount`].
pub fn stated(text: &str) -> Result<Stated, Problem> {
    let plain = plain(text)?;
    let (head_mark, rest) = head(text, &plain)?;
    let (run, rest) = rest.split_at(run_length(rest));
    if run.is_empty() {
        return Err(refuse::unreadable(text));
    }
    let behind = rest.trim_start();
    let (unit, rest) = match unit::leading(behind) {
        Some((unit, rest)) => (Some(unit), rest),
        None => (None, behind),
    };
    let mut tail = tail(text, head_mark, rest)?;
    if unit.is_some_and(|unit: Unit| unit.rupees) {
        tail.mark = tail.mark.or(Some(Mark::Currency(Currency::INR)));
    }
    let figure = figure::read(run, unit.is_some()).ok_or_else(|| refuse::figure(text, run))?;
    let zeros = unit.map_or(0, |unit| unit.zeros);
    let one = |number: &Number| {
        let amount = number.times_ten_to(zeros).ok_or_else(|| refuse::range(text))?;
        let money = Money::new(amount).ok_or_else(|| refuse::range(text))?;
        Ok(money.marked(tail.mark))
    };
    let reading = match &figure {
        Figure::Sure(number) => Reading::Sure(one(number)?),
        Figure::Either { groups, decimals } => Reading::Either(one(groups)?, one(decimals)?),
    };
    let stated = Stated {
        reading,
        yearly: tail.period.is_some() || unit.is_some_and(|unit: Unit| unit.yearly),
        bare: unit.is_none() && is_bare(run),
    };
    match tail.period {
        None | Some(Period::Year) => Ok(stated),
        Some(other) => Err(refuse::period(text, &stated, other)),
    }
}

/// The text with one kind of space, apostrophe and digit; what cannot be seen is refused.
fn plain(text: &str) -> Result<String, Problem> {
    let text = text.trim();
    if text.is_empty() {
        return Err(refuse::missing());
    }
    if text.chars().nth(LONGEST).is_some() {
        return Err(refuse::unreadable(text));
    }
    let plain = text.chars().map(|c| match c {
        '\t' => Some(' '),
        c if quote::is_hidden(c) => None,
        c if c.is_whitespace() => Some(' '),
        '’' | '‘' | 'ʼ' => Some('\''),
        '￥' => Some('¥'),
        '￡' => Some('£'),
        '￦' => Some('₩'),
        '！'..='～' => char::from_u32(u32::from(c).saturating_sub(0xFEE0)),
        c => Some(c),
    });
    plain.collect::<Option<String>>().ok_or_else(|| refuse::hidden(text))
}

/// What stands in front of the digits.
fn head<'a>(text: &str, plain: &'a str) -> Result<(Option<Mark>, &'a str), Problem> {
    let mut rest = plain.strip_prefix('~').unwrap_or(plain).trim_start();
    let mut found = None;
    while !rest.starts_with(|c: char| c.is_ascii_digit() || c == '.') {
        if rest.starts_with(['-', '−', '–', '(']) {
            let below = rest.contains(|c: char| c.is_ascii_digit());
            return Err(if below { refuse::negative(text) } else { refuse::unreadable(text) });
        }
        let Some((mark, behind)) = mark::leading(rest) else { return Err(refuse::unreadable(text)) };
        found = Some(mark::both(found, mark).ok_or_else(|| refuse::currencies(text))?);
        rest = behind.trim_start();
    }
    Ok((found, rest))
}

struct Tail {
    mark: Option<Mark>,
    period: Option<Period>,
}

/// What stands behind the digits and their unit, in any order.
fn tail(text: &str, mark: Option<Mark>, rest: &str) -> Result<Tail, Problem> {
    let mut tail = Tail { mark, period: None };
    let mut rest = rest.trim_start();
    while !rest.is_empty() {
        if let Some(behind) = rest.strip_prefix('+') {
            rest = behind;
        } else if let Some((mark, behind)) = mark::leading(rest) {
            tail.mark = Some(mark::both(tail.mark, mark).ok_or_else(|| refuse::currencies(text))?);
            rest = behind;
        } else if let (None, Some((period, behind))) = (tail.period, period::leading(rest)) {
            tail.period = Some(period);
            rest = behind;
        } else {
            return Err(refuse::word(text, rest));
        }
        rest = rest.trim_start();
    }
    Ok(tail)
}

/// How far the digits and the marks between them reach.
fn run_length(text: &str) -> usize {
    let mut end = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let before_digit = chars.peek().is_some_and(|(_, next)| next.is_ascii_digit());
        let joins = before_digit && matches!(c, '.' | ',' | '\'' | '_' | ' ');
        if !(c.is_ascii_digit() || joins) {
            break;
        }
        end = at.saturating_add(c.len_utf8());
    }
    end
}

fn is_bare(run: &str) -> bool {
    match run.split_once(['.', ',']) {
        Some((whole, fraction)) => fraction.len() < 2 && whole.bytes().all(|byte| byte.is_ascii_digit()),
        None => run.bytes().all(|byte| byte.is_ascii_digit()),
    }
}
