//! What an answer to a field of an alternative does.

use super::answer::{part, read_currency, with_grant};
use super::read::{self, Read, VestingText};
use super::{Answer, Desk, OfferField};
use crate::domain::edit::Edit;
use crate::domain::money::{Currency, Decimal, Mark, Money};
use crate::domain::offer::{Alternative, Equity, EquityKind, OfferStatus};
use crate::domain::problem::Problem;

/// Takes the text of one field of an alternative.
pub(super) fn take(desk: &Desk, index: usize, field: OfferField, text: &str) -> Result<Answer, Problem> {
    let Some(own) = desk.session.alternatives.get(index) else {
        return Err(Problem::new("offer-gone", "This offer is no longer here."));
    };
    let replace = |alternative| Edit::ReplaceAlternative { index, alternative: Box::new(alternative) };
    if is_amount(field) && !text.is_empty() {
        let plan = desk.currency();
        return match read::pay(text, own.currency.unwrap_or(plan))? {
            Read::Either(readings) => Ok(Answer::Which(readings)),
            Read::Sure(money) => {
                let mut changed = own.clone();
                let money = settle_currency(&mut changed, field, money, plan)?;
                put_amount(&mut changed, field, Some(money));
                Ok(Answer::Edit(replace(changed)))
            }
        };
    }
    if field == OfferField::Expires && !text.is_empty() {
        let day = read::day(text, desk.today)?;
        return Ok(day.into_answer(|day| replace(Alternative { expires: Some(day), ..own.clone() })));
    }
    let mut changed = own.clone();
    put_words(&mut changed, field, text)?;
    Ok(Answer::Edit(replace(changed)))
}

fn is_amount(field: OfferField) -> bool {
    use OfferField::{Base, BonusAmount, Grant, OtherAnnual, Relocation, Signing};
    matches!(field, Base | BonusAmount | Grant | OtherAnnual | Relocation | Signing)
}

/// A mark on the first amount settles the currency of an offer that states none; it must not
/// contradict a stated one, nor change what was entered before.
fn settle_currency(
    offer: &mut Alternative,
    field: OfferField,
    money: Money,
    plan: Currency,
) -> Result<Money, Problem> {
    let stated = offer.currency.unwrap_or(plan);
    let mut others = offer.clone();
    put_amount(&mut others, field, Money::new(Decimal::ZERO));
    let is_first = others.amounts().all(|(_, amount)| amount.amount().is_zero());
    match money.mark() {
        Some(Mark::Currency(marked)) if offer.currency.is_none() && marked != plan && is_first => {
            offer.currency = Some(marked);
        }
        Some(mark) if !mark.fits(stated) => {
            let message = format!("This is marked {mark}; the offer is in {stated}.");
            return Err(Problem::new("currency-conflict", message)
                .hint("Change the offer's currency first, or write the amount without a mark."));
        }
        _ => {}
    }
    Ok(money.marked(None))
}

fn put_amount(offer: &mut Alternative, field: OfferField, money: Option<Money>) {
    match field {
        OfferField::Base => offer.base = money.unwrap_or(offer.base),
        OfferField::BonusAmount => {
            offer.bonus_amount = money;
            offer.bonus = offer.bonus.filter(|_| money.is_none());
        }
        OfferField::Grant => offer.equity = with_grant(offer.equity.take(), money),
        OfferField::Signing => offer.signing = money,
        OfferField::Relocation => offer.relocation = money,
        OfferField::OtherAnnual => offer.other_annual = money,
        _ => {}
    }
}

fn put_words(offer: &mut Alternative, field: OfferField, text: &str) -> Result<(), Problem> {
    let needed = |what: &str, example: &str| {
        Err(Problem::new("field-needed", format!("An offer needs {what}."))
            .hint(format!("For instance {example}.")))
    };
    let rate = || (!text.is_empty()).then(|| part(text)).transpose();
    match field {
        OfferField::Company if text.is_empty() => return needed("a company", "Google"),
        OfferField::Company => text.clone_into(&mut offer.company),
        OfferField::Base => return needed("a base", "210k"),
        OfferField::Level => offer.level = (!text.is_empty()).then(|| text.to_owned()),
        OfferField::Status => {
            offer.status =
                OfferStatus::ALL.into_iter().find(|status| status.name() == text).unwrap_or_default();
        }
        OfferField::Confidence => offer.confidence = rate()?,
        OfferField::Currency => {
            offer.currency = if text.is_empty() { None } else { Some(read_currency(text)?) };
        }
        OfferField::Bonus if text.is_empty() => offer.bonus = None,
        OfferField::Bonus => {
            offer.bonus = Some(text.parse()?);
            offer.bonus_amount = None;
        }
        OfferField::Expires => offer.expires = None,
        OfferField::Kind | OfferField::Vesting | OfferField::Haircut => {
            let Some(equity) = &mut offer.equity else { return Ok(()) };
            put_equity(equity, field, text)?;
        }
        _ => put_amount(offer, field, None),
    }
    Ok(())
}

fn put_equity(equity: &mut Equity, field: OfferField, text: &str) -> Result<(), Problem> {
    match field {
        OfferField::Kind => equity.kind = EquityKind::ALL.into_iter().find(|kind| kind.name() == text),
        OfferField::Haircut => {
            equity.haircut = if text.is_empty() { None } else { Some(part(text)?) };
        }
        _ => {
            (equity.years, equity.vesting) = match text {
                "" => (None, None),
                text => match read::vesting(text)? {
                    VestingText::Years(years) => (Some(years), None),
                    VestingText::Shares(shares) => (None, Some(shares)),
                },
            };
        }
    }
    Ok(())
}
