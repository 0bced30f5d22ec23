//! What an answer to a field of a grant makes of the grant.

use super::fields::{NONE, is_by_count};
use super::{EquityForm, options, schedule};
use crate::domain::money::{Decimal, Money};
use crate::domain::offer::{Cadence, Equity, EquityKind, Refresher};
use crate::domain::problem::Problem;
use crate::form::answer::part;
use crate::form::mark_down::{self, STATED};
use crate::form::months;
use crate::form::read::{self, Read, VestingText};
use crate::form::{EquityField, MarkDownField};

/// Takes the mark off an amount, or refuses it.
pub(in crate::form) type Settle<'s> = &'s mut dyn FnMut(Money) -> Result<Money, Problem>;

impl EquityForm<'_> {
    /// The grant as it is after an answer; `None` when nothing is left of it.
    pub fn take(
        &self,
        field: EquityField,
        text: &str,
        settle: Settle,
    ) -> Result<Read<Option<Equity>>, Problem> {
        let held = self.held().cloned();
        if let EquityField::Options(field) = field {
            return options::take(self, held, field, text, settle);
        }
        if matches!(field, EquityField::Grant | EquityField::Refresher) {
            let money = match text {
                "" => Read::Sure(None),
                text => read::pay(text, self.currency())?.map(Some),
            };
            return money.then(|money| Ok(with_amount(held, field, money.map(settle).transpose()?)));
        }
        if field == EquityField::Kind {
            return Ok(Read::Sure(of_kind(held, text)));
        }
        let Some(mut equity) = held else { return Ok(Read::Sure(None)) };
        if field == EquityField::Schedule {
            return Ok(Read::Sure(Some(schedule::put(equity, text, self.company()))));
        }
        self.put(&mut equity, field, text)?;
        Ok(Read::Sure(Some(equity)))
    }

    fn put(&self, equity: &mut Equity, field: EquityField, text: &str) -> Result<(), Problem> {
        match field {
            EquityField::Vesting => {
                (equity.years, equity.vesting) = match text {
                    "" => (None, None),
                    text => match read::vesting(text)? {
                        VestingText::Years(years) => (Some(years), None),
                        VestingText::Shares(shares) => (None, Some(shares)),
                    },
                };
                self.within(equity, "Shorten the cliff first, or write more years, such as 4.")?;
            }
            EquityField::Cadence => {
                equity.cadence = Cadence::ALL.into_iter().find(|cadence| cadence.name() == text);
            }
            EquityField::Cliff => {
                equity.cliff_months = cliff(text)?;
                self.within(equity, "Write one such as 1 year, 6 months or none.")?;
            }
            EquityField::RefresherWritten => {
                let written = text == "yes";
                equity.refresher = equity.refresher.map(|refresher| Refresher { written, ..refresher });
            }
            EquityField::Haircut => {
                equity.haircut = (!text.is_empty()).then(|| part(text)).transpose()?;
                equity.mark_down = equity.mark_down.filter(|_| equity.haircut.is_none());
            }
            EquityField::MarkDown(MarkDownField::Route) => {
                let usual = self.desk.session.settings.private_haircut;
                equity.haircut = (text == STATED).then(|| equity.haircut.unwrap_or(usual));
                equity.mark_down = mark_down::chosen(text, equity.mark_down);
            }
            EquityField::MarkDown(field) => {
                if let Some(way) = &mut equity.mark_down {
                    mark_down::put(way, field, text)?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// A cliff longer than the grant would mean that nothing ever vests.
    fn within(&self, equity: &Equity, hint: &str) -> Result<(), Problem> {
        let (months, Some(cliff)) = (self.months(equity), equity.cliff_months) else { return Ok(()) };
        if cliff <= months {
            return Ok(());
        }
        let message = format!(
            "A cliff of {} is longer than the grant of {}.",
            months::shown(cliff),
            months::shown(months)
        );
        Err(Problem::new("cliff-range", message).hint(hint))
    }
}

fn cliff(text: &str) -> Result<Option<u16>, Problem> {
    match text.to_lowercase().as_str() {
        "" => Ok(None),
        "none" | "no" | "no cliff" | "0" => Ok(Some(0)),
        text => months::read(text.trim_end_matches("cliff").trim_end()).map(Some),
    }
}

/// A grant of an amount that is not stated.
pub(super) fn unstated() -> Option<Equity> {
    Money::new(Decimal::ZERO).map(Equity::of)
}

fn with_amount(held: Option<Equity>, field: EquityField, money: Option<Money>) -> Option<Equity> {
    match (field, held, money) {
        (EquityField::Refresher, Some(equity), money) => {
            let written = equity.refresher.is_some_and(|refresher| refresher.written);
            let refresher = money.map(|a_year| Refresher { a_year, written });
            Some(Equity { refresher, ..equity })
        }
        (EquityField::Refresher, None, _) => None,
        (_, Some(equity), Some(grant)) => Some(Equity { grant, ..equity }),
        (_, None, Some(grant)) => Some(Equity::of(grant)),
        (_, held, None) => {
            let nothing = Money::new(Decimal::ZERO)?;
            held.map(|equity| Equity { grant: nothing, ..equity }).filter(is_by_count)
        }
    }
}

/// The grant as another kind; the terms of options go with the options.
fn of_kind(held: Option<Equity>, text: &str) -> Option<Equity> {
    if text == NONE {
        return held.filter(|equity| !equity.grant.amount().is_zero() || equity.options.is_some());
    }
    let kind = EquityKind::ALL.into_iter().find(|kind| kind.name() == text);
    let Some(kind) = kind else { return held };
    let Some(equity) = held else { return unstated().map(|equity| Equity { kind: Some(kind), ..equity }) };
    if equity.kind.unwrap_or_default() == kind {
        return Some(equity);
    }
    let options = equity.options.filter(|_| kind == EquityKind::Options);
    Some(Equity { kind: Some(kind), options, ..equity })
}
