//! The packages side by side, year by year, in the plan's currency: what is paid, not discounted and
//! not weighed by how firm an offer is.

use jiff::civil::Date;

use super::option_view::OptionView;
use super::terms::{Conversion, Terms};
use crate::domain::money::exact::{self, Exact};
use crate::domain::money::{Currency, Decimal, Rate};
use crate::domain::offer::EquityKind;
use crate::domain::offer::value::marked_down;
use crate::domain::plan::Plan;
use crate::domain::plan::brief::Brief;
use crate::domain::problem::Problem;

/// Whose package a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Whose {
    /// What the target has offered so far.
    Target,
    Ask,
    /// An alternative, by its place in the session.
    Alternative(usize),
}

/// All packages over the same years.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SideBySide {
    pub currency: Currency,
    pub years: usize,
    pub columns: Vec<Column>,
}

/// One package, year by year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    pub whose: Whose,
    /// The company with its level; for the target `Their offer` and `Your ask`.
    pub label: String,
    pub base: Decimal,
    /// The target bonus as an amount a year; `None` where an offer does not state one: it counts as 0.
    pub bonus: Option<Decimal>,
    pub other_annual: Decimal,
    pub grant: Decimal,
    pub kind: EquityKind,
    /// What is taken off the equity for the bankable figures.
    pub haircut: Rate,
    /// What the grant vests in each year, at face.
    pub equity: Vec<Decimal>,
    /// What written refreshers vest in each year, at face; empty where none are written.
    pub refreshers: Vec<Decimal>,
    /// Signing and relocation, paid in the first year.
    pub once: Decimal,
    pub first_year_cash: Decimal,
    /// With equity at face.
    pub face: Total,
    /// With private equity marked down.
    pub bankable: Total,
    /// The share of all years at face that is cash or listed stock; `None` where there is no pay.
    pub liquid: Option<Decimal>,
    /// What taxes and the cost of living multiply it by, to compare at the target's place; `None`
    /// where the user states neither.
    pub adjustment: Option<Decimal>,
    /// The value a year by the plan's rules: bankable, discounted, at the target's place; not weighed
    /// by how firm the offer is. Without a discount rate and places it is the bankable average.
    pub value: Decimal,
    /// What stock options may come to, where their terms are stated.
    pub options: Option<OptionView>,
    pub conversion: Option<Conversion>,
    pub expires: Option<Date>,
}

/// What a package brings in each year, in all, and a year on average.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Total {
    pub by_year: Vec<Decimal>,
    pub sum: Decimal,
    pub average: Decimal,
}

/// What the columns are put in order by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Measure {
    /// Theirs, the ask, the alternatives as entered.
    #[default]
    Entered,
    Average,
    FirstYear,
    FirstYearCash,
    Base,
    Liquid,
}

/// How far a package lies from the reference, a year: the first year at the target's place, and the
/// value by the plan's rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Difference {
    pub first_year: Decimal,
    pub average: Decimal,
}

impl Measure {
    pub const ALL: [Self; 6] =
        [Self::Entered, Self::Average, Self::FirstYear, Self::FirstYearCash, Self::Base, Self::Liquid];

    pub fn name(self) -> &'static str {
        match self {
            Self::Entered => "entered",
            Self::Average => "average",
            Self::FirstYear => "first-year",
            Self::FirstYearCash => "first-year-cash",
            Self::Base => "base",
            Self::Liquid => "liquid",
        }
    }

    /// The measure in words a user reads.
    pub fn words(self) -> &'static str {
        match self {
            Self::Entered => "as entered",
            Self::Average => "average a year",
            Self::FirstYear => "first year",
            Self::FirstYearCash => "first-year cash",
            Self::Base => "base",
            Self::Liquid => "liquid share",
        }
    }

    fn of(self, column: &Column) -> Option<Decimal> {
        match self {
            Self::Entered => None,
            Self::Average => Some(column.value),
            Self::FirstYear => Some(column.first_year()),
            Self::FirstYearCash => Some(column.first_year_cash),
            Self::Base => Some(column.base),
            Self::Liquid => column.liquid,
        }
    }
}

impl SideBySide {
    pub(super) fn of(brief: &Brief, plan: &Plan) -> Result<Self, Problem> {
        let all = Terms::all(brief, &plan.ask)?;
        let years = brief.horizon.years();
        let columns = all.iter().map(|terms| {
            let options = OptionView::of(brief, terms, &all)?;
            Ok(Column { options, value: terms.value(brief)?, ..terms.column(years)? })
        });
        Ok(Self { currency: brief.currency, years, columns: columns.collect::<Result<_, Problem>>()? })
    }

    /// The same with the highest first; columns that are equal stay in the order entered.
    #[must_use]
    pub fn sorted(mut self, by: Measure) -> Self {
        if by != Measure::Entered {
            self.columns.sort_by_key(|column| std::cmp::Reverse(by.of(column)));
        }
        self
    }

    /// What the others are measured against: what the target has offered, or else the ask.
    pub fn reference(&self) -> Option<&Column> {
        let of = |whose| self.columns.iter().find(|column| column.whose == whose);
        of(Whose::Target).or_else(|| of(Whose::Ask))
    }

    /// How far a column lies from the reference; `None` for the reference itself.
    ///
    /// # Errors
    /// When a figure leaves the range of decimals.
    pub fn difference(&self, column: &Column) -> Result<Option<Difference>, Problem> {
        let Some(reference) = self.reference().filter(|reference| reference.whose != column.whose) else {
            return Ok(None);
        };
        Ok(Some(Difference {
            first_year: exact::sub(column.first_year_there()?, reference.first_year_there()?)?,
            average: exact::sub(column.value, reference.value)?,
        }))
    }

    /// The highest total of any year, to draw all bars to one scale.
    pub fn highest_year(&self) -> Decimal {
        let years = self.columns.iter().flat_map(|column| column.face.by_year.iter().copied());
        years.max().unwrap_or_default()
    }
}

impl Column {
    /// What the first year brings, bankable.
    pub fn first_year(&self) -> Decimal {
        self.bankable.by_year.first().copied().unwrap_or_default()
    }

    /// Whether there is equity, if only options that count as nothing yet.
    pub fn has_paper(&self) -> bool {
        !self.grant.is_zero() || self.kind == EquityKind::Options
    }

    /// Whether the value that counts differs from what is paid.
    pub fn is_adjusted(&self) -> bool {
        self.value.round_dp(2) != self.bankable.average.round_dp(2)
    }

    /// The first year, bankable, as it compares at the target's place.
    ///
    /// # Errors
    /// When it leaves the range of decimals.
    pub fn first_year_there(&self) -> Exact {
        self.adjustment.map_or(Ok(self.first_year()), |factor| exact::mul(self.first_year(), factor))
    }

    /// Base, bonus and other pay of each year, the bars' first part.
    pub fn cash(&self) -> Decimal {
        self.first_year_cash.checked_sub(self.once).unwrap_or_default()
    }
}

impl Terms<'_> {
    fn column(&self, years: usize) -> Result<Column, Problem> {
        let equity = self.vests(years)?;
        let refreshers = self.refreshed(years)?;
        let haircut = self.grant.haircut;
        let cash = self.cash()?;
        let face = Total::of(cash, self.once, &equity, &refreshers, Rate::ZERO)?;
        let bankable = Total::of(cash, self.once, &equity, &refreshers, haircut)?;
        let bankable_average = bankable.average;
        let paper = exact::sum(equity.iter().chain(&refreshers).copied())?;
        let illiquid = if self.grant.kind.is_liquid() { Decimal::ZERO } else { paper };
        let liquid = if face.sum.is_zero() {
            None
        } else {
            Some(exact::div(exact::sub(face.sum, illiquid)?, face.sum)?)
        };
        Ok(Column {
            whose: self.whose,
            label: self.label.clone(),
            base: self.base,
            bonus: self.bonus,
            other_annual: self.other_annual,
            grant: self.grant.worth,
            kind: self.grant.kind,
            haircut,
            equity,
            refreshers,
            once: self.once,
            first_year_cash: exact::add(cash, self.once)?,
            face,
            bankable,
            liquid,
            adjustment: self.adjustment,
            value: bankable_average,
            options: None,
            conversion: self.conversion.clone(),
            expires: self.expires,
        })
    }
}

impl Total {
    fn of(
        cash: Decimal,
        once: Decimal,
        equity: &[Decimal],
        refreshers: &[Decimal],
        haircut: Rate,
    ) -> Result<Self, Problem> {
        let by_year = equity
            .iter()
            .enumerate()
            .map(|(year, vested)| {
                let paid_once = if year == 0 { once } else { Decimal::ZERO };
                let refreshed = refreshers.get(year).copied().unwrap_or_default();
                exact::sum([cash, paid_once, marked_down(exact::add(*vested, refreshed)?, haircut)?])
            })
            .collect::<Result<Vec<_>, _>>()?;
        let sum = exact::sum(by_year.iter().copied())?;
        let average: Exact = exact::div(sum, Decimal::from(by_year.len()));
        Ok(Self { by_year, sum, average: average? })
    }
}

#[cfg(test)]
mod tests {
    use super::super::Inputs;
    use super::*;
    use crate::domain::playbook::Playbook;
    use crate::domain::session::Session;

    fn d(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    fn compare(session: &str) -> (Plan, SideBySide) {
        let playbook: Playbook = serde_yaml::from_str(
            "{playbook: 1, id: a/b, company: A, role: B, equity: {kind: private, years: 4}, bands: [{region: X, \
             currency: USD, base: {low: 170000, high: 220000}, equity: {low: 140000, high: 250000}, bonus: {low: \
             5%, high: 10%}}], levers: [{id: l, name: L, script: S, asks: {base: 215000, signing: 20000}}]}",
        )
        .unwrap();
        let session: Session = serde_yaml::from_str(session).unwrap();
        let today = "2026-11-23".parse().unwrap();
        let plan = Plan::compute(&playbook, &session, today).unwrap();
        let inputs = Inputs { playbook: &playbook, session: &session, plan: &plan, today };
        let table = inputs.side_by_side().unwrap();
        (plan, table)
    }

    const SESSION: &str = "{session: 1, playbook: a/b, region: X, backing: {l: full}, \
        target: {base: 190000, equity: {grant: 160000}}, \
        settings: {fx: {GBP: {rate: 1.25}}}, alternatives: [\
        {company: G, base: 200000, bonus: 15%, signing: 40000, equity: {grant: 200000, vesting: [40%, 30%, 20%, 10%]}},\
        {company: L, currency: GBP, base: 100000, equity: {grant: 80000, kind: private}}]}";

    #[test]
    fn years_follow_the_schedule_and_signing_comes_first() {
        let (_, table) = compare(SESSION);
        let [offer, ask, google, london] = table.columns.as_slice() else { panic!("{table:?}") };
        assert_eq!((offer.whose, offer.bonus, offer.once), (Whose::Target, Some(d("14250")), d("0")));
        assert_eq!(offer.face.sum, d("977000"));
        assert_eq!((ask.whose, ask.base, ask.first_year_cash), (Whose::Ask, d("219000"), d("255425")));
        assert_eq!(google.equity, [d("80000"), d("60000"), d("40000"), d("20000")]);
        assert_eq!(google.face.by_year, [d("350000"), d("290000"), d("270000"), d("250000")]);
        assert_eq!(google.first_year_cash, d("270000"));
        assert_eq!((london.base, london.grant, london.label.as_str()), (d("125000"), d("100000"), "L"));
        assert_eq!(london.bankable.by_year[0], d("143750"));
    }

    #[test]
    fn without_discounting_the_average_is_what_the_plan_counts() {
        let (plan, table) = compare(SESSION);
        for (standing, column) in plan.alternatives.iter().zip(&table.columns[2..]) {
            assert_eq!(column.bankable.average, standing.value);
            assert_eq!(column.face.average, standing.face);
        }
        assert_eq!(table.columns[1].face.average, plan.ask_value);
    }
}
