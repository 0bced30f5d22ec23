//! What another currency of the plan does to amounts that were entered in the one before: they keep
//! it. A figure must never change its meaning because a region was changed.

use super::Desk;
use crate::domain::edit::Edit;
use crate::domain::money::{Currency, Mark, Money};
use crate::domain::offer::{Alternative, Refresher, TargetOffer};
use crate::domain::session::{Session, Settings};

/// The edit, and with it the currency stated on everything that had it unsaid until now.
pub(super) fn keeping_currency(desk: &Desk, edit: Edit) -> Edit {
    let before = desk.currency();
    let mut changed = desk.session.clone();
    let _inverse = edit.clone().apply(&mut changed);
    let after = Desk { session: &changed, ..*desk }.currency();
    if after == before {
        return edit;
    }
    let mut edits: Vec<Edit> = Vec::new();
    edits.extend(alternatives(&changed, before));
    edits.extend(
        changed.target.clone().map(|target| Edit::Target(Some(Box::new(marked_target(target, before))))),
    );
    if let Some(minimum) = changed.settings.personal_minimum {
        let personal_minimum = Some(marked(minimum, before));
        edits.push(Edit::Settings(Box::new(Settings { personal_minimum, ..changed.settings.clone() })));
    }
    if edits.is_empty() {
        return edit;
    }
    edits.insert(0, edit);
    Edit::All(edits)
}

fn alternatives(session: &Session, before: Currency) -> impl Iterator<Item = Edit> {
    let unsaid = session.alternatives.iter().enumerate().filter(|(_, one)| one.currency.is_none());
    unsaid.map(move |(index, one)| {
        let alternative = Box::new(Alternative { currency: Some(before), ..one.clone() });
        Edit::ReplaceAlternative { index, alternative }
    })
}

fn marked_target(mut target: TargetOffer, before: Currency) -> TargetOffer {
    let mark = |money: Option<Money>| money.map(|money| marked(money, before));
    target.base = mark(target.base);
    target.signing = mark(target.signing);
    target.bonus_amount = mark(target.bonus_amount);
    if let Some(equity) = &mut target.equity {
        equity.grant = marked(equity.grant, before);
        equity.refresher = equity
            .refresher
            .map(|refresher| Refresher { a_year: marked(refresher.a_year, before), ..refresher });
        if let Some(terms) = &mut equity.options {
            terms.strike = marked(terms.strike, before);
            terms.fmv = mark(terms.fmv);
            terms.preferred = mark(terms.preferred);
            for exit in &mut terms.exits {
                exit.price = marked(exit.price, before);
            }
        }
    }
    target
}

/// Nothing is the same in every currency.
fn marked(money: Money, before: Currency) -> Money {
    if money.amount().is_zero() {
        return money;
    }
    money.marked(money.mark().or(Some(Mark::Currency(before))))
}
