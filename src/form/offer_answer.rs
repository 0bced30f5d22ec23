//! What an answer to a field of an alternative does.

use super::answer::{part, read_currency};
use super::equity::{EquityForm, Owner};
use super::read::{self, Read};
use super::setting_answer::tax_rate;
use super::{Answer, Desk, EquityField, OfferField, clawback};
use crate::domain::edit::Edit;
use crate::domain::money::{Currency, Decimal, Mark, Money, Rate};
use crate::domain::offer::{Alternative, Equity, OfferStatus};
use crate::domain::problem::Problem;

/// Takes the text of one field of an alternative.
pub(super) fn take(desk: &Desk, index: usize, field: OfferField, text: &str) -> Result<Answer, Problem> {
    let Some(own) = desk.session.alternatives.get(index) else {
        return Err(Problem::new("offer-gone", "This offer is no longer here."));
    };
    let replace = |alternative| Edit::ReplaceAlternative { index, alternative: Box::new(alternative) };
    let plan = desk.currency();
    let is_first = is_first(own, field);
    let settled = |currency: &mut Option<Currency>, money| settle(currency, is_first, money, plan);
    if let OfferField::Equity(field) = field {
        let form = EquityForm { desk, owner: Owner::Offer(index) };
        let mut currency = own.currency;
        let taken = form.take(field, text, &mut |money| settled(&mut currency, money))?;
        return Ok(taken.into_answer(|equity| replace(Alternative { currency, equity, ..own.clone() })));
    }
    if is_amount(field) && !text.is_empty() {
        return match read::pay(text, own.currency.unwrap_or(plan))? {
            Read::Either(readings) => Ok(Answer::Which(readings)),
            Read::Sure(money) => {
                let mut changed = own.clone();
                let money = settled(&mut changed.currency, money)?;
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
    use OfferField::{Base, BonusAmount, OtherAnnual, Relocation, Signing};
    matches!(field, Base | BonusAmount | OtherAnnual | Relocation | Signing)
}

/// Whether nothing but the field itself holds an amount yet.
fn is_first(offer: &Alternative, field: OfferField) -> bool {
    let mut others = offer.clone();
    if let OfferField::Equity(field) = field {
        others.equity = others.equity.map(|equity| match field {
            EquityField::Grant => {
                Equity { grant: Money::new(Decimal::ZERO).unwrap_or(equity.grant), ..equity }
            }
            EquityField::Refresher => Equity { refresher: None, ..equity },
            _ => equity,
        });
    } else {
        put_amount(&mut others, field, Money::new(Decimal::ZERO));
    }
    let has_more =
        others.equity.as_ref().is_some_and(|equity| equity.refresher.is_some() || equity.options.is_some());
    !has_more && others.amounts().all(|(_, amount)| amount.amount().is_zero())
}

/// A mark on the first amount settles the currency of an offer that states none; it must not
/// contradict a stated one, nor change what was entered before.
fn settle(
    currency: &mut Option<Currency>,
    is_first: bool,
    money: Money,
    plan: Currency,
) -> Result<Money, Problem> {
    let stated = currency.unwrap_or(plan);
    match money.mark() {
        Some(Mark::Currency(marked)) if currency.is_none() && marked != plan && is_first => {
            *currency = Some(marked);
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
        OfferField::Clawback(field) => offer.clawback = clawback::take(offer.clawback, field, text)?,
        OfferField::TaxRate => offer.tax_rate = tax_rate(text)?,
        OfferField::CostOfLiving => {
            offer.cost_of_living = (!text.is_empty()).then(|| cost_of_living(text)).transpose()?;
        }
        _ => put_amount(offer, field, None),
    }
    Ok(())
}

fn cost_of_living(text: &str) -> Result<Rate, Problem> {
    let example = "Write what life costs there, the target's place being 100%, such as 85%.";
    let rate: Rate = text.parse().map_err(|problem: Problem| problem.hint(example))?;
    if rate == Rate::ZERO {
        return Err(Problem::new("living-zero", "Nowhere does life cost nothing.").hint(example));
    }
    Ok(rate)
}
