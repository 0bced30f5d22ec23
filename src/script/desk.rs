//! Everything the writing of a script needs at hand.

use jiff::civil::Date;

use super::offers::Offers;
use super::slots::{Slots, asked, range, target_years};
use super::words;
use crate::domain::money::{Decimal, show};
use crate::domain::offer::EquityKind;
use crate::domain::plan::{Package, Plan, Status, Term};
use crate::domain::playbook::Playbook;
use crate::domain::session::Session;

pub(super) struct Desk<'a> {
    pub playbook: &'a Playbook,
    pub session: &'a Session,
    pub plan: &'a Plan,
    pub today: Date,
    pub slots: Slots,
    pub offers: Offers<'a>,
    /// What the target's equity is made of.
    pub paper: EquityKind,
    years: usize,
}

impl<'a> Desk<'a> {
    pub fn new(playbook: &'a Playbook, session: &'a Session, plan: &'a Plan, today: Date) -> Self {
        let years = target_years(playbook, session);
        let offered = session.target.as_ref().and_then(|target| target.equity.as_ref());
        Self {
            playbook,
            session,
            plan,
            today,
            slots: Slots::spoken(playbook, session, Some(plan)),
            offers: Offers::of(session, plan, years),
            paper: offered.and_then(|equity| equity.kind).unwrap_or(playbook.equity.kind),
            years,
        }
    }

    pub fn say(&self, amount: Decimal) -> String {
        show::short(self.plan.currency, amount)
    }

    pub fn held(&self, term: Term) -> bool {
        self.plan.held.contains(&term)
    }

    /// Whether no base in the band is worth accepting.
    pub fn no_zone(&self) -> bool {
        self.plan.status == Status::NoZone
    }

    /// Whether they have offered every term that is asked for.
    pub fn settled(&self) -> bool {
        let mut asked = Term::ALL.into_iter().filter(|term| !self.plan.ask.get(*term).is_zero());
        asked.all(|term| self.held(term))
    }

    /// The package as a range: `$215K to $218K in base`, …; what they hold out already said so.
    pub fn package(&self) -> Vec<String> {
        let phrase = |term: &Term| {
            asked(self.plan, *term, &self.plan.ask)?;
            let phrase = self.phrase(*term, &range(self.plan, *term));
            Some(if self.held(*term) { format!("{phrase} as you offered") } else { phrase })
        };
        Term::ALL.iter().filter_map(phrase).collect()
    }

    /// The package to land on, as it follows "At": `$215K in base, with … and …,`.
    pub fn landing(&self, package: &Package) -> String {
        let phrases: Vec<String> = Term::ALL
            .into_iter()
            .filter_map(|term| asked(self.plan, term, package).map(|figure| self.phrase(term, &figure)))
            .collect();
        match phrases.split_first() {
            Some((first, [])) => first.clone(),
            Some((first, rest)) => format!("{first}, with {}", words::list(rest)),
            None => String::new(),
        }
    }

    fn phrase(&self, term: Term, figure: &str) -> String {
        match term {
            Term::Base => format!("{figure} in base"),
            Term::Equity => {
                let paper = if self.paper == EquityKind::Options { "stock options" } else { "equity" };
                format!("{figure} in {paper} {}", words::over_years(self.years))
            }
            Term::Signing => format!("a signing bonus of {figure}"),
        }
    }
}
