//! Who is written to, and what else is on the table.

use jiff::civil::Date;

use crate::domain::compare::Whose;
use crate::domain::money::Currency;
use crate::domain::offer::OfferStatus;
use crate::domain::plan::band_of;
use crate::domain::playbook::{Playbook, QuestionKind};
use crate::domain::session::Session;
use crate::script::slots::{UNNAMED, company};
use crate::script::words;

/// All that the letters of one day draw on.
pub(super) struct Field<'a> {
    pub session: &'a Session,
    pub today: Date,
    /// The name to sign with.
    pub name: Option<String>,
    /// The plan's currency; `None` while there is no band.
    pub currency: Option<Currency>,
    target: String,
}

/// One side that a letter goes to.
pub(super) struct Addressee {
    pub whose: Whose,
    pub name: String,
    /// The name as a sentence may use it; `None` where it is not known.
    pub company: Option<String>,
    /// `None` for the target.
    pub status: Option<OfferStatus>,
    pub expires: Option<Date>,
}

/// An offer in hand from somebody else.
pub(super) struct Other {
    /// Only where the user allows it.
    pub company: Option<String>,
    pub expires: Option<Date>,
}

impl<'a> Field<'a> {
    pub fn new(playbook: &Playbook, session: &'a Session, today: Date) -> Self {
        let asked = playbook.question("name").is_some();
        let name = session.answers.get("name").filter(|_| asked);
        Self {
            session,
            today,
            name: name.and_then(|name| words::answer(name, QuestionKind::Text, None)),
            currency: band_of(playbook, session).ok().map(|(_, band)| band.currency),
            target: company(playbook, session),
        }
    }

    pub fn addressee(&self, whose: Whose) -> Addressee {
        let alternative = match whose {
            Whose::Alternative(index) => self.session.alternatives.get(index),
            Whose::Target | Whose::Ask => None,
        };
        let (company, status, expires) = match alternative {
            Some(one) => (words::one_line(&one.company), Some(one.status), one.expires),
            None => {
                (self.target.clone(), None, self.session.target.as_ref().and_then(|target| target.expires))
            }
        };
        let known = !company.is_empty() && company != UNNAMED;
        let name = if known { company.clone() } else { "the hiring team".to_owned() };
        Addressee { whose, name, company: known.then_some(company), status, expires }
    }

    /// The written and verbal offers that still stand and are not the addressee's, the first to end
    /// first.
    pub fn others(&self, to: &Addressee) -> Vec<Other> {
        let theirs = to.company.as_deref().map(str::to_lowercase);
        let mut others: Vec<Other> = self
            .session
            .alternatives
            .iter()
            .enumerate()
            .filter(|(index, one)| {
                matches!(one.status, OfferStatus::Written | OfferStatus::Verbal)
                    && one.expires.is_none_or(|day| day >= self.today)
                    && to.whose != Whose::Alternative(*index)
                    && Some(words::one_line(&one.company).to_lowercase()) != theirs
            })
            .map(|(_, one)| {
                let company = Some(words::one_line(&one.company)).filter(|name| !name.is_empty());
                Other { company: company.filter(|_| self.session.script.name_rivals), expires: one.expires }
            })
            .collect();
        others.sort_by_key(|other| other.expires.unwrap_or(Date::MAX));
        others
    }

    /// Whether another process may still bring an offer.
    pub fn is_another_expected(&self, to: &Addressee) -> bool {
        self.session.alternatives.iter().enumerate().any(|(index, one)| {
            one.status == OfferStatus::Expected
                && one.expires.is_none_or(|day| day >= self.today)
                && to.whose != Whose::Alternative(index)
        })
    }

    /// The day on which the target wants its answer, where that is still to come.
    pub fn target_deadline(&self) -> Option<Date> {
        self.session.target.as_ref()?.expires.filter(|day| *day >= self.today)
    }
}
