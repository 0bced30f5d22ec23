//! The inputs of the computation, resolved: one band, one currency, the alternatives that count.

use jiff::civil::Date;

use super::Warning;
use super::haircut::Haircut;
use super::rival::Field;
use super::term::{Package, Term};
use super::trace::{Figure, Trace};
use crate::domain::money::exact::{self, Exact};
use crate::domain::money::{Currency, Decimal, Money, Range, Rate, show};
use crate::domain::offer::value::{Horizon, Parts, Schedule, marked_down};
use crate::domain::offer::{Basis, Equity, EquityKind, OptionTerms, TargetOffer};
use crate::domain::playbook::{Band, OwnBand, Playbook};
use crate::domain::problem::Problem;
use crate::domain::session::Session;

/// Everything the rules speak of, in the plan's currency.
#[derive(Debug, Clone)]
pub(in crate::domain) struct Brief<'a> {
    pub playbook: &'a Playbook,
    pub session: &'a Session,
    pub currency: Currency,
    pub region: String,
    pub band: OwnBand,
    /// The band that the levers' amounts are written for.
    pub written_for: OwnBand,
    pub steps: Package,
    pub horizon: Horizon,
    pub paper: Paper,
    /// What the target's written refreshers bring a year, at face.
    pub refreshers: Decimal,
    pub bonus: BandBonus,
    pub target: TargetOffer,
    pub field: Field,
    pub warnings: Vec<Warning>,
}

/// The target's equity: what one unit of its grant brings.
#[derive(Debug, Clone)]
pub(in crate::domain) struct Paper {
    pub kind: EquityKind,
    pub schedule: Schedule,
    /// What a cautious mind takes off its face.
    pub haircut: Rate,
    /// Where the haircut comes from.
    pub cut: Haircut,
    /// The stock's price as a share of today's: one, but where it is asked what if.
    pub price: Decimal,
}

/// The bonus at the middle of the band: a share of base, or an amount.
#[derive(Debug, Clone, Copy)]
pub(in crate::domain) struct BandBonus {
    pub share: Decimal,
    pub amount: Decimal,
}

impl<'a> Brief<'a> {
    pub fn new(
        playbook: &'a Playbook,
        session: &'a Session,
        today: Date,
        trace: &mut Trace,
    ) -> Result<Self, Problem> {
        let settings = &session.settings;
        let (region, band) = band_of(playbook, session)?;
        let written_for = playbook.bands.first().map_or_else(|| band.clone(), Band::terms);
        let horizon = Horizon::new(settings.horizon_years, settings.discount_rate)?;
        let target = session.target.clone().unwrap_or_default();
        one_currency(&target, session, band.currency)?;
        let mut warnings = Vec::new();
        let field = Field::survey(session, band.currency, &horizon, today, trace, &mut warnings)?;
        if target.expires.is_some_and(|day| day < today) {
            warnings.push(Warning {
                code: "target-expired",
                alternative: None,
                message: "The target's own deadline lies in the past: ask whether the offer still stands."
                    .to_owned(),
            });
        }
        one_sided(session, &field, &mut warnings);
        let options = target.equity.as_ref().and_then(|equity| equity.options.as_ref());
        if options.map(OptionTerms::basis) == Some(Basis::Unknown) {
            warnings.push(Warning {
                code: "options-unpriced",
                alternative: None,
                message:
                    "The target's options count as nothing yet: state count, strike, and the 409A value or exit cases of your own."
                        .to_owned(),
            });
        }
        Ok(Self {
            steps: steps(&band),
            paper: Paper::of(playbook, session)?,
            refreshers: refreshers(target.equity.as_ref(), &horizon)?,
            bonus: BandBonus::of(&band)?,
            currency: band.currency,
            playbook,
            session,
            region,
            band,
            written_for,
            horizon,
            target,
            field,
            warnings,
        })
    }

    /// An amount as the derivation shows it.
    pub fn show(&self, amount: Decimal) -> String {
        show::full(self.currency, amount)
    }

    /// `1 + the band's middle bonus`.
    pub fn bonus_factor(&self) -> Exact {
        exact::add(Decimal::ONE, self.bonus.share)
    }

    /// What base and bonus of the target bring a year.
    pub fn cash(&self, base: Decimal) -> Exact {
        exact::add(exact::mul(base, self.bonus_factor()?)?, self.bonus.amount)
    }

    /// What a grant of the target brings a year, less a haircut.
    pub fn equity(&self, grant: Decimal, haircut: Rate) -> Exact {
        let priced = exact::mul(grant, self.paper.price)?;
        marked_down(self.paper.schedule.a_year(priced, &self.horizon)?, haircut)
    }

    /// What the target's equity brings a year, less a haircut: a grant, and refreshers beside it.
    pub fn equity_with_refreshers(&self, grant: Decimal, haircut: Rate) -> Exact {
        let refreshers = exact::mul(self.refreshers, self.paper.price)?;
        exact::add(self.equity(grant, haircut)?, marked_down(refreshers, haircut)?)
    }

    /// A package of the target as its parts.
    pub fn parts(&self, package: &Package) -> Result<Parts, Problem> {
        Ok(Parts {
            base: package.base,
            bonus: self.bonus.share,
            bonus_amount: self.bonus.amount,
            other_annual: Decimal::ZERO,
            equity: self.equity_with_refreshers(package.equity, Rate::ZERO)?,
            once: package.signing,
        })
    }

    pub fn ask_value(&self, ask: &Package, trace: &mut Trace) -> Exact {
        let value = self.parts(ask)?.value(Rate::ZERO, &self.horizon)?;
        let (cash, equity) = (self.cash(ask.base)?, self.equity_with_refreshers(ask.equity, Rate::ZERO)?);
        trace.add(
            Figure::Value,
            || format!(
                "The ask brings {} a year at face: base with bonus {}, equity {}, signing {} spread over {} years.",
                self.show(value),
                self.show(cash),
                self.show(equity),
                self.show(ask.signing),
                self.horizon.years(),
            ),
        );
        Ok(value)
    }

    /// The share of face at which the ask equals the BATNA; `None` without a BATNA or equity.
    pub fn break_even(&self, ask: &Package) -> Result<Option<Decimal>, Problem> {
        let Some(batna) = &self.field.batna else { return Ok(None) };
        let equity = self.equity_with_refreshers(ask.equity, Rate::ZERO)?;
        if equity.is_zero() {
            return Ok(None);
        }
        let missing = exact::sub(batna.value, self.cash(ask.base)?)?;
        exact::div(missing, equity).map(Some)
    }
}

impl Paper {
    fn of(playbook: &Playbook, session: &Session) -> Result<Self, Problem> {
        let terms = &playbook.equity;
        let usual = match &terms.vesting {
            Some(vesting) => Schedule::Shares(vesting.clone()),
            None => Schedule::Even(terms.years.max(1)),
        };
        let offered = session.target.as_ref().and_then(|target| target.equity.as_ref());
        let kind = offered.and_then(|equity| equity.kind).unwrap_or(terms.kind);
        let mut cut = Haircut::of(offered, kind, &session.settings)?;
        if kind.is_liquid() {
            (cut.rate, cut.route) = (Rate::ZERO, None);
        }
        let schedule = offered.map_or_else(|| usual.clone(), |equity| Schedule::of(equity, &usual));
        Ok(Self { kind, schedule, haircut: cut.rate, cut, price: Decimal::ONE })
    }
}

/// What a grant's written refreshers bring a year, at face.
pub(in crate::domain) fn refreshers(equity: Option<&Equity>, horizon: &Horizon) -> Exact {
    match equity.and_then(|equity| equity.refresher) {
        Some(refresher) => horizon.average(&refresher.by_year(horizon.years())?),
        None => Ok(Decimal::ZERO),
    }
}

impl BandBonus {
    fn of(band: &OwnBand) -> Result<Self, Problem> {
        let none = Decimal::ZERO;
        Ok(match (band.bonus, band.bonus_amount) {
            (Some(rate), _) => Self { share: rate.middle()?, amount: none },
            (None, Some(amount)) => Self { share: none, amount: amount.middle()? },
            (None, None) => Self { share: none, amount: none },
        })
    }
}

/// What is said of one side only makes it look better than it is beside the other.
fn one_sided(session: &Session, field: &Field, warnings: &mut Vec<Warning>) {
    let has =
        |equity: Option<&Equity>| equity.and_then(|equity| equity.refresher).is_some_and(|one| one.written);
    let target = has(session.target.as_ref().and_then(|target| target.equity.as_ref()));
    let of_rivals: Vec<bool> = field
        .rivals
        .iter()
        .filter_map(|rival| session.alternatives.get(rival.index))
        .map(|own| has(own.equity.as_ref()))
        .collect();
    if (target || of_rivals.contains(&true)) && (!target || of_rivals.contains(&false)) {
        warnings.push(Warning {
            code: "refreshers-one-sided",
            alternative: None,
            message:
                "Written refreshers count for some packages and are not stated for others: ask them all."
                    .to_owned(),
        });
    }
}

/// What has no currency of its own must be in the plan's: an amount marked otherwise was entered
/// when the plan was in another one.
fn one_currency(target: &TargetOffer, session: &Session, plan: Currency) -> Result<(), Problem> {
    let amounts = [
        ("target.base", target.base),
        ("target.signing", target.signing),
        ("target.bonus_amount", target.bonus_amount),
        ("settings.personal_minimum", session.settings.personal_minimum),
    ];
    let equity = target.equity.iter().flat_map(Equity::amounts);
    let equity = equity.map(|(key, amount)| (format!("target.{key}"), Some(amount)));
    for (at, amount) in amounts.into_iter().map(|(at, amount)| (at.to_owned(), amount)).chain(equity) {
        let Some(mark) = amount.and_then(Money::mark).filter(|mark| !mark.fits(plan)) else { continue };
        let what = if at.starts_with("target") { "What they have offered" } else { "Your own minimum" };
        return Err(Problem::new(
            "currency-conflict",
            format!("{what} is in {mark}; the plan is in {plan}."),
        )
        .at(&at)
        .hint(format!("Enter it anew in {plan}.")));
    }
    Ok(())
}

/// The band a session negotiates in, with the name of its region.
///
/// # Errors
/// When a general playbook has no band from the user yet, or the playbook has no such region.
pub fn band_of(playbook: &Playbook, session: &Session) -> Result<(String, OwnBand), Problem> {
    if let Some(own) = &session.band
        && (own.base.is_some() || !playbook.is_general())
    {
        return Ok((session.region.clone(), own.clone()));
    }
    let in_region = |band: &&Band| band.region.to_lowercase() == session.region.to_lowercase();
    let mut rows = playbook.bands.iter().filter(in_region);
    let first = rows.clone().next();
    let by_level =
        session.level.as_ref().and_then(|level| rows.find(|band| band.level.as_ref() == Some(level)));
    if let Some(band) = by_level.or(first) {
        return Ok((band.label(), band.terms()));
    }
    if playbook.is_general() {
        return Err(Problem::new("band-missing", "This playbook has no bands: the band comes from you.")
            .at("band")
            .hint("Type in the pay range of the job posting, such as 180k to 230k."));
    }
    let regions: Vec<String> = playbook.bands.iter().map(|band| band.region.clone()).collect();
    Err(Problem::new("region-unknown", format!("This playbook has no region `{}`.", session.region))
        .at("region")
        .hint(format!("Its regions: {}.", regions.join(", "))))
}

/// The step each term is rounded to; base's step serves for signing.
fn steps(band: &OwnBand) -> Package {
    let base = step(band.base);
    Package { base, equity: step(band.equity), signing: base }
}

/// `max(1000, 10^(k−2))`, 10^k being the power of ten at or below the band's high.
fn step(band: Option<Range>) -> Decimal {
    let thousand = Decimal::ONE_THOUSAND;
    let Some(band) = band else { return thousand };
    let digits = band.high.amount().trunc().to_string().len();
    let power = u32::try_from(digits).unwrap_or(0).saturating_sub(3);
    10_i64.checked_pow(power).map_or(thousand, Decimal::from).max(thousand)
}

impl OwnBand {
    /// The band of a term; signing has none.
    pub fn range(&self, term: Term) -> Option<Range> {
        match term {
            Term::Base => self.base,
            Term::Equity => self.equity,
            Term::Signing => None,
        }
    }
}

impl TargetOffer {
    /// What the target has offered of a term, if anything.
    ///
    /// # Errors
    /// When the worth of its options leaves the range of decimals.
    pub fn offered(&self, term: Term) -> Result<Option<Decimal>, Problem> {
        let offered = match term {
            Term::Base => self.base.map(Money::amount),
            Term::Equity => self.equity.as_ref().map(Equity::worth).transpose()?,
            Term::Signing => self.signing.map(Money::amount),
        };
        Ok(offered.filter(|amount| !amount.is_zero()))
    }
}
