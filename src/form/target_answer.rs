//! What an answer to a field of the target's offer does.

use super::equity::{EquityForm, Owner};
use super::read::{self, Read};
use super::{Answer, Desk, TargetField, clawback};
use crate::domain::edit::Edit;
use crate::domain::money::Money;
use crate::domain::offer::TargetOffer;
use crate::domain::problem::Problem;

/// Takes the text of one field of what the target has offered.
pub(super) fn take(desk: &Desk, field: TargetField, text: &str) -> Result<Answer, Problem> {
    let target = desk.session.target.clone().unwrap_or_default();
    let changed = match field {
        TargetField::Base => money(desk, text)?.map(|base| TargetOffer { base, ..target }),
        TargetField::Signing => money(desk, text)?.map(|signing| TargetOffer { signing, ..target }),
        TargetField::Equity(field) => {
            let form = EquityForm { desk, owner: Owner::Target };
            let mut settle = |money| read::own(money, desk.currency());
            form.take(field, text, &mut settle)?.map(|equity| TargetOffer { equity, ..target })
        }
        TargetField::Clawback(field) => {
            let clawback = clawback::take(target.clawback, field, text)?;
            Read::Sure(TargetOffer { clawback, ..target })
        }
        TargetField::Expires if text.is_empty() => Read::Sure(TargetOffer { expires: None, ..target }),
        TargetField::Expires => {
            read::day(text, desk.today)?.map(|day| TargetOffer { expires: Some(day), ..target })
        }
    };
    Ok(changed.into_answer(|target| {
        let nothing = target == TargetOffer::default();
        Edit::Target((!nothing).then(|| Box::new(target)))
    }))
}

fn money(desk: &Desk, text: &str) -> Result<Read<Option<Money>>, Problem> {
    if text.is_empty() { Ok(Read::Sure(None)) } else { Ok(read::money_in(text, desk.currency())?.map(Some)) }
}
