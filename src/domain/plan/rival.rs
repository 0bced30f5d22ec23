//! The alternatives: which of them count, what each is worth, which is best.

use jiff::civil::Date;

use super::Warning;
use super::adjustment::Adjustment;
use super::brief::refreshers;
use super::haircut::Haircut;
use super::trace::{Figure, Trace, of_face};
use crate::domain::money::exact::{self, Exact};
use crate::domain::money::{Currency, Decimal, Mark, Rate, show};
use crate::domain::offer::value::{Horizon, Parts, Schedule, marked_down};
use crate::domain::offer::{Alternative, Basis, EquityKind, OfferStatus, OptionTerms, StatedBonus};
use crate::domain::playbook::EquityTerms;
use crate::domain::problem::Problem;
use crate::domain::session::{Session, Settings};

/// What an alternative that counts is worth a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Its place in the session.
    pub index: usize,
    pub company: String,
    /// The company with its level.
    pub label: String,
    /// Bankable: haircuts applied, and weighed by how firm it is.
    pub value: Decimal,
    /// Every haircut zero, and taken as said.
    pub face: Decimal,
}

/// An alternative in the plan's currency.
#[derive(Debug, Clone)]
pub(in crate::domain) struct Rival {
    pub index: usize,
    pub status: OfferStatus,
    pub parts: Parts,
    pub bonus_stated: bool,
    pub kind: EquityKind,
    pub haircut: Rate,
    /// Where the haircut comes from.
    cut: Haircut,
    /// What the value is multiplied by to compare at the target's place; `None`: nothing is stated.
    pub adjustment: Option<Adjustment>,
    confidence: Rate,
    company: String,
    label: String,
}

/// All the alternatives that count.
#[derive(Debug, Clone)]
pub(in crate::domain) struct Field {
    pub rivals: Vec<Rival>,
    pub standings: Vec<Standing>,
    pub batna: Option<Standing>,
}

impl Field {
    pub fn survey(
        session: &Session,
        currency: Currency,
        horizon: &Horizon,
        today: Date,
        trace: &mut Trace,
        warnings: &mut Vec<Warning>,
    ) -> Result<Self, Problem> {
        let mut rivals = Vec::with_capacity(session.alternatives.len());
        for (index, alternative) in session.alternatives.iter().enumerate() {
            if !counts(index, alternative, today, warnings) {
                continue;
            }
            if !trace.is_off() {
                warn(index, alternative, &session.settings, warnings);
                warn_of_rate(index, alternative, session, currency, today, warnings);
            }
            let rival = Rival::new(index, alternative, session, currency, horizon);
            rivals.push(rival.map_err(|problem| problem.at(format!("alternatives[{index}]")))?);
        }
        Self::weigh(rivals, &session.settings, currency, horizon, trace)
    }

    /// Values the rivals and finds the best.
    pub fn weigh(
        rivals: Vec<Rival>,
        settings: &Settings,
        currency: Currency,
        horizon: &Horizon,
        trace: &mut Trace,
    ) -> Result<Self, Problem> {
        let firm: Vec<Option<Decimal>> = rivals
            .iter()
            .map(|rival| {
                (rival.status != OfferStatus::Verbal).then(|| rival.firm(settings, horizon)).transpose()
            })
            .collect::<Result<_, _>>()?;
        let best_firm = firm.iter().flatten().copied().max().unwrap_or_default();
        let mut standings = Vec::with_capacity(rivals.len());
        for (rival, firm) in rivals.iter().zip(firm) {
            let value = match firm {
                Some(value) => value,
                None => rival.verbal(best_firm, horizon)?,
            };
            let face = rival.at(Rate::ZERO, horizon)?;
            rival.explain(value, settings, currency, horizon, trace)?;
            let (index, company, label) = (rival.index, rival.company.clone(), rival.label.clone());
            standings.push(Standing { index, company, label, value, face });
        }
        let batna = best(&rivals, &standings).cloned();
        if let Some(batna) = &batna {
            let value = show::full(currency, batna.value);
            trace.add(Figure::Batna, || format!("{} is worth most: {value} a year.", batna.label));
        }
        Ok(Self { rivals, standings, batna })
    }

    /// The offers that count; the current job is no offer.
    pub fn offers(&self) -> impl Iterator<Item = &Rival> + Clone {
        self.rivals.iter().filter(|rival| rival.status != OfferStatus::Current)
    }
}

impl Rival {
    fn new(
        index: usize,
        alternative: &Alternative,
        session: &Session,
        plan: Currency,
        horizon: &Horizon,
    ) -> Result<Self, Problem> {
        let settings = &session.settings;
        let rate = rate_into(plan, currency_of(alternative, plan)?, alternative, settings)?;
        let convert = |amount: Option<crate::domain::money::Money>| {
            amount.map_or(Ok(Decimal::ZERO), |amount| exact::mul(amount.amount(), rate))
        };
        let usual = Schedule::Even(EquityTerms::usual_years());
        let equity = alternative.equity.as_ref();
        let kind = equity.and_then(|equity| equity.kind).unwrap_or_default();
        let cut = Haircut::of(equity, kind, settings)?;
        let refreshed = exact::mul(refreshers(equity, horizon)?, rate)?;
        let parts = Parts {
            base: convert(Some(alternative.base))?,
            bonus: alternative.bonus.map_or(Ok(Decimal::ZERO), StatedBonus::middle)?,
            bonus_amount: convert(alternative.bonus_amount)?,
            other_annual: convert(alternative.other_annual)?,
            equity: match equity {
                Some(equity) => {
                    let worth = exact::mul(equity.worth()?, rate)?;
                    exact::add(Schedule::of(equity, &usual).a_year(worth, horizon)?, refreshed)?
                }
                None => Decimal::ZERO,
            },
            once: exact::add(convert(alternative.signing)?, convert(alternative.relocation)?)?,
        };
        Ok(Self {
            index,
            status: alternative.status,
            parts,
            bonus_stated: alternative.bonus.is_some() || alternative.bonus_amount.is_some(),
            kind,
            haircut: cut.rate,
            cut,
            adjustment: Adjustment::of(alternative, settings)?,
            confidence: alternative.confidence.unwrap_or(Settings::VERBAL_CONFIDENCE),
            company: alternative.company.clone(),
            label: alternative.label(),
        })
    }

    fn bankable(&self, horizon: &Horizon) -> Exact {
        self.at(self.haircut, horizon)
    }

    /// The value with its equity marked down, as it compares at the target's place.
    fn at(&self, haircut: Rate, horizon: &Horizon) -> Exact {
        let value = self.parts.value(haircut, horizon)?;
        self.adjustment.map_or(Ok(value), |adjustment| exact::mul(value, adjustment.factor))
    }

    /// The value of a written offer or of the current job.
    fn firm(&self, settings: &Settings, horizon: &Horizon) -> Exact {
        let value = self.bankable(horizon)?;
        if self.status != OfferStatus::Current {
            return Ok(value);
        }
        exact::mul(value, exact::add(Decimal::ONE, settings.switching_premium.share())?)
    }

    /// The value of an offer that is only said: `p × value + (1 − p) × the best firm one`.
    fn verbal(&self, best_firm: Decimal, horizon: &Horizon) -> Exact {
        let p = self.confidence.share();
        let if_not = exact::mul(exact::sub(Decimal::ONE, p)?, best_firm)?;
        exact::add(exact::mul(p, self.bankable(horizon)?)?, if_not)
    }

    fn explain(
        &self,
        value: Decimal,
        settings: &Settings,
        currency: Currency,
        horizon: &Horizon,
        trace: &mut Trace,
    ) -> Result<(), Problem> {
        if trace.is_off() {
            return Ok(());
        }
        let shown = |amount| show::full(currency, amount);
        let parts = &self.parts;
        let mut terms = vec![format!("base {}", shown(parts.base))];
        if !parts.bonus.is_zero() {
            let bonus = exact::mul(parts.base, parts.bonus)?;
            terms.push(format!("bonus {} ({})", shown(bonus), super::trace::percent(parts.bonus)));
        }
        if !parts.bonus_amount.is_zero() {
            terms.push(format!("bonus {}", shown(parts.bonus_amount)));
        }
        if !self.bonus_stated {
            terms.push("bonus not stated, so 0".to_owned());
        }
        if !parts.equity.is_zero() {
            let counted = marked_down(parts.equity, self.haircut)?;
            let kind = self.kind.words();
            terms.push(if self.haircut == Rate::ZERO {
                format!("{kind} {}", shown(counted))
            } else {
                format!("{kind} {} ({} {})", shown(counted), shown(parts.equity), of_face(self.haircut))
            });
        }
        if !parts.other_annual.is_zero() {
            terms.push(format!("other pay {}", shown(parts.other_annual)));
        }
        if !parts.once.is_zero() {
            let (once, years) = (shown(parts.once), horizon.years());
            terms
                .push(format!("{once} paid once, over {years} years {}", shown(horizon.a_year(parts.once)?)));
        }
        let weighed = match self.status {
            OfferStatus::Current => format!(", plus {} because staying is free", settings.switching_premium),
            OfferStatus::Verbal => format!(", weighed at {} because it is not written", self.confidence),
            OfferStatus::Written | OfferStatus::Expected => String::new(),
        };
        for line in self.cut.lines() {
            trace.add(Figure::Alternative(self.index), || line);
        }
        if let Some(adjustment) = self.adjustment {
            let paid = shown(self.parts.value(self.haircut, horizon)?);
            let text = format!("{}: {} = {paid} a year as it is paid there.", self.label, terms.join(" + "));
            trace.add(Figure::Alternative(self.index), || text);
            terms = vec![format!("{paid}{}", adjustment.words())];
        }
        let text = format!("{}: {}{weighed} = {} a year.", self.label, terms.join(" + "), shown(value));
        trace.add(Figure::Alternative(self.index), || text);
        Ok(())
    }
}

/// Whether an alternative counts today; what drops out is said.
fn counts(index: usize, alternative: &Alternative, today: Date, warnings: &mut Vec<Warning>) -> bool {
    if alternative.status == OfferStatus::Expected {
        return false;
    }
    match alternative.expires {
        Some(day) if day < today => {
            let message = format!("{} expired on {day} and is left out of the plan.", alternative.label());
            warnings.push(Warning { code: "expired", alternative: Some(index), message });
            false
        }
        _ => true,
    }
}

fn warn(index: usize, alternative: &Alternative, settings: &Settings, warnings: &mut Vec<Warning>) {
    let label = alternative.label();
    let mut add = |code, message| warnings.push(Warning { code, alternative: Some(index), message });
    if alternative.bonus.is_none() && alternative.bonus_amount.is_none() {
        add(
            "bonus-missing",
            format!("{label} states no bonus: it counts as none. Ask, it moves your floor."),
        );
    }
    if alternative.equity.as_ref().is_some_and(|equity| equity.kind.is_none()) {
        add(
            "equity-kind-assumed",
            format!("{label}'s equity is taken as listed stock; say if it is private."),
        );
    }
    let options = alternative.equity.as_ref().and_then(|equity| equity.options.as_ref());
    if options.map(OptionTerms::basis) == Some(Basis::Unknown) {
        add(
            "options-unpriced",
            format!(
                "{label}'s options count as nothing yet: state count, strike, and the 409A value or exit cases of your own."
            ),
        );
    }
    match (alternative.tax_rate, settings.tax_rate) {
        (Some(_), None) => add(
            "tax-one-sided",
            format!("{label} states a tax rate and the target's place none: taxes are left out."),
        ),
        (None, Some(_)) if alternative.currency.is_some() => add(
            "tax-one-sided",
            format!("The target's place states a tax rate and {label} none: taxes are left out."),
        ),
        _ => {}
    }
}

/// A rate without a day, or one of long ago, is said.
fn warn_of_rate(
    index: usize,
    alternative: &Alternative,
    session: &Session,
    plan: Currency,
    today: Date,
    warnings: &mut Vec<Warning>,
) {
    let own = currency_of(alternative, plan).unwrap_or(plan);
    let Some(fx) = session.settings.fx.get(&own).filter(|_| own != plan) else { return };
    let age = fx.as_of.and_then(|day| day.until(today).ok()).map(|span| span.get_days());
    let message = match age {
        None => format!("The rate of {own} has no date: say of which day it is."),
        Some(days) if days > 30 => format!("The rate of {own} is {days} days old: look it up again."),
        Some(_) => return,
    };
    let code = if age.is_none() { "fx-undated" } else { "fx-old" };
    warnings.push(Warning { code, alternative: Some(index), message });
}

/// The highest value; ties go to listed stock, then the higher base, then the order entered.
fn best<'a>(rivals: &[Rival], standings: &'a [Standing]) -> Option<&'a Standing> {
    let rank = |at: usize| {
        let (rival, standing) = (&rivals[at], &standings[at]);
        (standing.value, rival.kind.is_liquid(), rival.parts.base, std::cmp::Reverse(at))
    };
    (0..rivals.len().min(standings.len())).max_by_key(|&at| rank(at)).and_then(|at| standings.get(at))
}

/// The currency an alternative is in: stated, or by the marks on its amounts, or the plan's.
pub(in crate::domain) fn currency_of(alternative: &Alternative, plan: Currency) -> Result<Currency, Problem> {
    let marked = alternative.amounts().find_map(|(_, amount)| match amount.mark() {
        Some(Mark::Currency(currency)) => Some(currency),
        _ => None,
    });
    let currency = alternative.currency.or(marked).unwrap_or(plan);
    for (key, amount) in alternative.amounts() {
        if let Some(mark) = amount.mark().filter(|mark| !mark.fits(currency)) {
            let message = format!("This amount is marked {mark}, but the offer is in {currency}.");
            return Err(Problem::new("currency-conflict", message)
                .at(key)
                .hint("Write all of one offer in one currency, such as `currency: GBP`."));
        }
    }
    Ok(currency)
}

/// What one unit of `from` is in the plan's currency: stated by the user, never guessed.
pub(in crate::domain) fn rate_into(
    plan: Currency,
    from: Currency,
    offer: &Alternative,
    settings: &Settings,
) -> Exact {
    if from == plan {
        return Ok(Decimal::ONE);
    }
    settings.fx.get(&from).map(|fx| fx.rate.factor()).ok_or_else(|| {
        let message = format!("{} is in {from}, the plan in {plan}, and no rate is set.", offer.label());
        Problem::new("fx-missing", message).at("currency").hint(format!(
            "State what 1 {from} is in {plan}, with its date: among the fields of the offer, or in the file as \
             `settings: {{fx: {{{from}: {{rate: 0.92, as_of: 2026-01-15}}}}}}`."
        ))
    })
}
