//! The grant of a draft, with the years, the schedule and the kind that stand anywhere in the line.

use super::draft::{Draft, Grant};
use super::lexeme::Kind;
use super::{Meaning, tell};
use crate::domain::money::{Decimal, Money, exact};
use crate::domain::offer::{Equity, EquityKind, Vesting};
use crate::domain::problem::Problem;

/// Years of a grant that states none.
const YEARS: u8 = 4;

impl Draft<'_> {
    pub(super) fn find_grant(&mut self) {
        let Some(grant) = self.grant else { return self.leave_open() };
        let (years, vesting) = (self.years(grant.part), self.vesting(grant.part));
        let kind = self.kind(&grant);
        let length = vesting.as_ref().and_then(|vesting| u8::try_from(vesting.shares().len()).ok());
        if let (Some(years), Some(length)) = (years, length)
            && years != length
        {
            let message = format!("The schedule has {length} years, the line says {years}.");
            self.problem(
                Problem::new("vesting-years", message).hint("Write one share a year, such as 33/33/22/12."),
            );
        }
        let years = years.or(if grant.yearly { Some(length.unwrap_or(YEARS)) } else { None });
        let whole = if grant.yearly { whole(grant.money, years.unwrap_or(YEARS)) } else { Some(grant.money) };
        let Some(whole) = whole else { return self.problem(Problem::too_large()) };
        let equity = Equity { kind, years, vesting, ..Equity::of(whole) };
        let yearly = grant.yearly.then_some(grant.money);
        self.show(grant.part, tell::equity(&equity, yearly, self.currency));
        self.offer.equity = Some(equity);
    }

    /// Years and labels that wait for a grant that is still asked about belong to the question.
    fn leave_open(&mut self) {
        let about = |word: &Kind| {
            matches!(word, Kind::Years(_) | Kind::Vesting(_) | Kind::Paper(_))
                || matches!(word, Kind::Label(super::word::Label::Equity(_)))
        };
        if self.questions.is_empty() {
            return;
        }
        for (at, lexeme) in self.lexemes.iter().enumerate() {
            if about(&lexeme.kind) && self.is_free(at) {
                let shown = match &lexeme.kind {
                    Kind::Years(years) => format!("vesting over {years} years"),
                    Kind::Paper(kind) => kind.words().to_owned(),
                    Kind::Vesting(_) => "vesting by the year".to_owned(),
                    _ => "equity".to_owned(),
                };
                self.part([at], Meaning::Equity, shown);
            }
        }
    }

    fn years(&mut self, part: usize) -> Option<u8> {
        let mut found = None;
        for (at, lexeme) in self.lexemes.iter().enumerate() {
            if let Kind::Years(years) = lexeme.kind
                && self.is_free(at)
            {
                self.once(found.is_some_and(|before| before != years), "grant's years");
                found = Some(years);
                self.join(at, part);
            }
        }
        found
    }

    fn vesting(&mut self, part: usize) -> Option<Vesting> {
        let mut found = None;
        for (at, lexeme) in self.lexemes.iter().enumerate() {
            if let Kind::Vesting(vesting) = &lexeme.kind
                && self.is_free(at)
            {
                self.once(found.is_some(), "vesting schedule");
                found = Some(vesting.clone());
                self.join(at, part);
            }
        }
        found
    }

    /// The kind by the grant's own label, or by a word such as `private` elsewhere.
    fn kind(&mut self, grant: &Grant) -> Option<EquityKind> {
        let loose: Vec<_> =
            self.bound.groups.iter().filter(|group| group.figure.is_none()).cloned().collect();
        let mut kind = grant.kind;
        for group in loose {
            let super::word::Label::Equity(told) = group.label else { continue };
            if group.at.clone().all(|at| self.is_free(at)) {
                kind = match (kind, told) {
                    (None | Some(EquityKind::Rsu), Some(told)) => Some(told),
                    (kind, _) => kind,
                };
                group.at.for_each(|at| self.join(at, grant.part));
            }
        }
        kind
    }
}

fn whole(yearly: Money, years: u8) -> Option<Money> {
    let grant = exact::mul(yearly.amount(), Decimal::from(years)).ok()?;
    Money::new(grant).map(|money| money.marked(yearly.mark()))
}
