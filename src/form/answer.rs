//! What an answer to a field does: an edit of the session, a question back, or a refusal.

use super::offer_answer;
use super::read::{self, Read, VestingText};
use super::relabel::keeping_currency;
use super::{BandField, Desk, Field, FieldId, Kind, OfferField, SettingField, TargetField};
use crate::domain::day;
use crate::domain::edit::Edit;
use crate::domain::money::{Currency, Mark, Money, Range, Rate, show};
use crate::domain::offer::{Equity, TargetOffer};
use crate::domain::playbook::{OwnBand, QuestionKind};
use crate::domain::problem::Problem;
use crate::domain::session::{Backing, Fx};

/// What follows from an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    Edit(Edit),
    /// The text can be read two ways: what to show for each, and the text that means it alone.
    Which([(String, String); 2]),
    Refused(Problem),
}

/// Takes the text of a field. Empty text takes an optional answer back.
pub fn answer(desk: &Desk, id: &FieldId, text: &str) -> Answer {
    take(desk, id, text.trim()).unwrap_or_else(Answer::Refused)
}

fn take(desk: &Desk, id: &FieldId, text: &str) -> Result<Answer, Problem> {
    let words = (!text.is_empty()).then(|| text.to_owned());
    Ok(match id {
        FieldId::Company => Answer::Edit(Edit::Company(words)),
        FieldId::Role => Answer::Edit(Edit::Role(words)),
        FieldId::Region => Answer::Edit(keeping_currency(desk, region(desk, text))),
        FieldId::Band(field) => Answer::Edit(keeping_currency(desk, Edit::Band(band(desk, *field, text)?))),
        FieldId::Target(field) => target(desk, *field, text)?,
        FieldId::Answer(question) => return question_answer(desk, question, text),
        FieldId::Offer(index, field) => return offer_answer::take(desk, *index, *field, text),
        FieldId::Backing(lever) => {
            let backing = Backing::ALL.into_iter().find(|backing| backing.name() == text).unwrap_or_default();
            Answer::Edit(Edit::Backing { lever: lever.clone(), backing })
        }
        FieldId::Setting(field) => setting(desk, *field, text)?,
        FieldId::ExchangeRate(currency) => exchange_rate(desk, *currency, text)?,
        FieldId::ExchangeDay(currency) => return exchange_day(desk, *currency, text),
        FieldId::Passage(id) => Answer::Edit(Edit::Passage { id: id.clone(), text: words }),
        FieldId::QuickLine => Answer::Edit(Edit::All(Vec::new())),
    })
}

/// What is understood of a text while it is typed; `None` while it is empty or not yet readable.
pub fn echo(desk: &Desk, field: &Field, text: &str) -> Option<String> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    match &field.kind {
        Kind::Money(currency) => match read::pay(text, *currency).ok()? {
            Read::Sure(money) => Some(format!("{}{}", show::understood(money, *currency), period(&field.id))),
            Read::Either([(one, _), (other, _)]) => Some(format!("{one} or {other}? Enter asks you.")),
        },
        Kind::MoneySpan(currency) => {
            let (range, mark) = read::span(text).ok()?;
            let end = |money: Money| show::understood(money.marked(mark), *currency);
            Some(format!("{} to {}", end(range.low), end(range.high)))
        }
        Kind::Rate => text.parse::<Rate>().ok().map(|rate| rate.to_string()).filter(|shown| shown != text),
        Kind::RateSpan => read::rates(text).ok().map(|rates| rates.to_string()).filter(|shown| shown != text),
        Kind::Day => match read::day(text, desk.today).ok()? {
            Read::Sure(date) => Some(day::with_distance(date, desk.today)),
            Read::Either([(one, _), (other, _)]) => Some(format!("{one} or {other}? Enter asks you.")),
        },
        Kind::Vesting => match read::vesting(text).ok()? {
            VestingText::Years(years) => Some(format!("even over {years} years")),
            VestingText::Shares(vesting) => {
                Some(format!("{} years, adds up to 100%", vesting.shares().len()))
            }
        },
        Kind::Text | Kind::Number | Kind::Choice(_) => None,
    }
}

fn period(id: &FieldId) -> &'static str {
    match id {
        FieldId::Target(TargetField::Equity) | FieldId::Offer(_, OfferField::Grant) => ", the whole grant",
        FieldId::Target(TargetField::Signing)
        | FieldId::Offer(_, OfferField::Signing | OfferField::Relocation) => " once",
        FieldId::Answer(_) => "",
        _ => " a year",
    }
}

fn region(desk: &Desk, text: &str) -> Edit {
    let row = desk.playbook.bands.iter().find(|band| band.label() == text);
    let (region, level) = match row {
        Some(band) => (band.region.clone(), band.level.clone()),
        None => (text.to_owned(), None),
    };
    Edit::Region { region, level }
}

fn band(desk: &Desk, field: BandField, text: &str) -> Result<Option<OwnBand>, Problem> {
    let playbooks = || {
        let mut plain = desk.session.clone();
        plain.band = None;
        Desk { session: &plain, ..*desk }.band()
    };
    let empty = OwnBand {
        currency: desk.currency(),
        base: None,
        equity: None,
        bonus: None,
        bonus_amount: None,
        total: None,
    };
    let mut own = desk.session.band.clone().or_else(playbooks).unwrap_or(empty);
    match field {
        BandField::Source if text == "playbook" => return Ok(None),
        BandField::Source => {}
        BandField::Currency => own.currency = read_currency(text)?,
        BandField::Base if text.is_empty() => own.base = None,
        BandField::Base => own.base = Some(span(&mut own, text)?),
        BandField::Equity if text.is_empty() => own.equity = None,
        BandField::Equity => own.equity = Some(span(&mut own, text)?),
        BandField::Bonus if text.is_empty() => own.bonus = None,
        BandField::Bonus => {
            own.bonus = Some(read::rates(text)?);
            own.bonus_amount = None;
        }
    }
    Ok(Some(own))
}

/// A span of a band. Its mark settles the currency of a band that is still empty, and must not
/// contradict the one of a band that is not.
fn span(band: &mut OwnBand, text: &str) -> Result<Range, Problem> {
    let (range, mark) = read::span(text)?;
    let is_empty = band.base.is_none() && band.equity.is_none();
    match mark {
        Some(Mark::Currency(marked)) if is_empty => band.currency = marked,
        Some(mark) if !mark.fits(band.currency) => {
            let message = format!("This is marked {mark}; the band is in {}.", band.currency);
            return Err(
                Problem::new("currency-conflict", message).hint("Change the currency of the band first.")
            );
        }
        _ => {}
    }
    Ok(range)
}

pub(super) fn read_currency(text: &str) -> Result<Currency, Problem> {
    text.parse().map_err(|_| {
        Problem::new("currency-unknown", format!("`{text}` is no currency code."))
            .hint("Write a code such as USD, EUR or INR.")
    })
}

fn target(desk: &Desk, field: TargetField, text: &str) -> Result<Answer, Problem> {
    let target = desk.session.target.clone().unwrap_or_default();
    let edit = |target: TargetOffer| {
        let nothing = target == TargetOffer::default();
        Edit::Target((!nothing).then(|| Box::new(target)))
    };
    if field == TargetField::Expires {
        if text.is_empty() {
            return Ok(Answer::Edit(edit(TargetOffer { expires: None, ..target })));
        }
        let day = read::day(text, desk.today)?;
        return Ok(day.into_answer(|day| edit(TargetOffer { expires: Some(day), ..target })));
    }
    let put = |money: Option<Money>| {
        let mut target = target.clone();
        match field {
            TargetField::Base => target.base = money,
            TargetField::Signing => target.signing = money,
            TargetField::Equity => target.equity = with_grant(target.equity, money),
            TargetField::Expires => {}
        }
        edit(target)
    };
    if text.is_empty() {
        return Ok(Answer::Edit(put(None)));
    }
    Ok(read::money_in(text, desk.currency())?.into_answer(|money| put(Some(money))))
}

/// The equity with another grant; no grant takes all of it away.
pub(super) fn with_grant(equity: Option<Equity>, grant: Option<Money>) -> Option<Equity> {
    grant.map(|grant| match equity {
        Some(equity) => Equity { grant, ..equity },
        None => Equity::of(grant),
    })
}

fn question_answer(desk: &Desk, question: &str, text: &str) -> Result<Answer, Problem> {
    let kind = desk.playbook.question(question).map_or(QuestionKind::Text, |question| question.kind);
    let edit = |text: &str| Edit::Answer {
        question: question.to_owned(),
        answer: (!text.is_empty()).then(|| text.to_owned()),
    };
    if text.is_empty() {
        return Ok(Answer::Edit(edit(text)));
    }
    match kind {
        QuestionKind::Text | QuestionKind::Choice => Ok(Answer::Edit(edit(text))),
        QuestionKind::Number => match read::number(text) {
            Ok(Read::Sure(number)) => Ok(Answer::Edit(edit(&number.amount().normalize().to_string()))),
            Ok(Read::Either(readings)) => Ok(Answer::Which(readings)),
            Err(_) => Err(Problem::new("number-unreadable", format!("`{text}` is no number."))
                .hint("Write one such as 5 or 1,200.")),
        },
        QuestionKind::Money => {
            let currency = desk.currency();
            Ok(read::pay(text, currency)?.into_answer(|money| edit(&show::understood(money, currency))))
        }
    }
}

/// A rate that is a part of a whole: at most 100%.
pub(super) fn part(text: &str) -> Result<Rate, Problem> {
    let rate: Rate = text.parse()?;
    if rate > Rate::ONE {
        return Err(
            Problem::new("rate-range", format!("{rate} is more than the whole.")).hint("At most 100%.")
        );
    }
    Ok(rate)
}

fn setting(desk: &Desk, field: SettingField, text: &str) -> Result<Answer, Problem> {
    let mut settings = desk.session.settings.clone();
    let usual = crate::domain::session::Settings::default();
    let rate = |usual: Rate| if text.is_empty() { Ok(usual) } else { part(text) };
    match field {
        SettingField::PersonalMinimum if text.is_empty() => settings.personal_minimum = None,
        SettingField::PersonalMinimum => {
            return Ok(read::money_in(text, desk.currency())?.into_answer(|money| {
                settings.personal_minimum = Some(money);
                Edit::Settings(Box::new(settings))
            }));
        }
        SettingField::PrivateHaircut => settings.private_haircut = rate(usual.private_haircut)?,
        SettingField::DiscountRate => settings.discount_rate = rate(usual.discount_rate)?,
        SettingField::SwitchingPremium => settings.switching_premium = rate(usual.switching_premium)?,
        SettingField::Horizon if text.is_empty() => settings.horizon_years = usual.horizon_years,
        SettingField::Horizon => {
            let years = text.parse().ok().filter(|years| (1..=40).contains(years));
            settings.horizon_years = years.ok_or_else(|| {
                Problem::new("horizon-range", "The years you look at are 1 to 40.").hint("Four is usual.")
            })?;
        }
    }
    Ok(Answer::Edit(Edit::Settings(Box::new(settings))))
}

fn exchange_rate(desk: &Desk, currency: Currency, text: &str) -> Result<Answer, Problem> {
    if text.is_empty() {
        return Ok(Answer::Edit(Edit::Fx { currency, fx: None }));
    }
    let rate = text.parse()?;
    let held = desk.session.settings.fx.get(&currency).filter(|fx| fx.rate == rate);
    let fx = Fx {
        rate,
        as_of: held.map_or(Some(desk.today), |fx| fx.as_of),
        source: held.and_then(|fx| fx.source.clone()),
    };
    Ok(Answer::Edit(Edit::Fx { currency, fx: Some(fx) }))
}

fn exchange_day(desk: &Desk, currency: Currency, text: &str) -> Result<Answer, Problem> {
    let Some(held) = desk.session.settings.fx.get(&currency).cloned() else {
        return Err(Problem::new("fx-missing", "State the rate first.").hint("For instance 1.27."));
    };
    let put = |as_of| Edit::Fx { currency, fx: Some(Fx { as_of, ..held }) };
    if text.is_empty() {
        return Ok(Answer::Edit(put(None)));
    }
    Ok(read::day(text, desk.today)?.into_answer(|day| put(Some(day))))
}
