//! The private page: the floor, the zones, and everything else that is not said aloud.

use minijinja::{Value, context};

use super::desk::Desk;
use super::slots::{self, Slots};
use super::template::{self, Fault};
use super::{Part, Passage, Source, words};
use crate::domain::money::{Decimal, Money, show};
use crate::domain::plan::{Figure, FloorSource, Term, Zone};
use crate::domain::playbook::Asks;
use crate::domain::problem::Problem;

const FLOOR: &str = include_str!("../../assets/script/floor.txt.j2");
const STATUS: &str = include_str!("../../assets/script/status.txt.j2");
const ALTERNATIVE: &str = include_str!("../../assets/script/alternative.txt.j2");
const RULE: &str = include_str!("../../assets/script/rule.txt.j2");

pub(super) fn passages(desk: &Desk) -> Result<Vec<Passage>, Problem> {
    let guide = desk.playbook.strategy.as_ref().is_some_and(|strategy| strategy.floor.is_some());
    let mut passages = vec![
        from("private.rule", "Keep to yourself", RULE, context! { guide })?,
        floor(desk)?,
        status(desk)?,
    ];
    passages.extend(alternative(desk)?);
    passages.extend(listed("private.dates", "Dates", &dates(desk)));
    passages.extend(guide_figures(desk));
    passages.extend(guide_words(desk)?);
    let warnings: Vec<String> = desk.plan.warnings.iter().map(|warning| warning.message.clone()).collect();
    passages.extend(listed("private.warnings", "Before you trust these figures", &warnings));
    let trace = &desk.plan.trace;
    let step = |figure: Figure, text: &str| format!("{}: {text}", figure.title());
    let steps: Vec<String> = trace
        .figures()
        .into_iter()
        .flat_map(|figure| trace.of(figure).map(move |text| step(figure, text)))
        .collect();
    passages.extend(listed("private.steps", "How the figures came about", &steps));
    Ok(passages)
}

fn page(id: &str, heading: &str, text: &str, source: Source) -> Passage {
    let (id, heading, text) = (id.to_owned(), heading.to_owned(), words::lines(text));
    Passage { id, part: Part::Private, heading, text, source, note: None }
}

fn from(id: &str, heading: &str, template: &str, context: Value) -> Result<Passage, Problem> {
    Ok(page(id, heading, &template::own(template, context)?, Source::Plan))
}

fn listed(id: &str, heading: &str, lines: &[String]) -> Option<Passage> {
    (!lines.is_empty()).then(|| page(id, heading, &lines.join("\n"), Source::Plan))
}

fn floor(desk: &Desk) -> Result<Passage, Problem> {
    let (plan, say) = (desk.plan, |amount| desk.say(amount));
    let cautious = plan.floor.cautious_base.filter(|cautious| Some(*cautious) != plan.floor.base);
    let has_floor = plan.floor.source != FloorSource::Band;
    let landing = desk.landing(&plan.ask);
    let context = context! {
        floor => plan.floor.base.map(say),
        source => plan.floor.source.name(),
        best => plan.batna.as_ref().map(|batna| batna.label.clone()),
        paper => paper(desk),
        whose => whose(desk),
        cautious => cautious.filter(|_| has_floor && !desk.no_zone()).map(say),
        thin => plan.zone(plan.ask.base) == Some(Zone::Think) && has_floor,
        ask => say(plan.ask.base),
        no_zone => desk.no_zone(),
        landing => (!landing.is_empty()).then_some(landing),
    };
    from("private.floor", "Where to walk, where to say yes", FLOOR, context)
}

/// The target's paper, where some is asked for.
fn paper(desk: &Desk) -> Option<&'static str> {
    (!desk.plan.ask.equity.is_zero()).then(|| desk.paper.words())
}

/// Whose paper: the company's where it has a name of its own.
fn whose(desk: &Desk) -> String {
    let company = slots::company(desk.playbook, desk.session);
    if company == slots::UNNAMED { "their".to_owned() } else { format!("{company}'s") }
}

fn status(desk: &Desk) -> Result<Passage, Problem> {
    let (plan, say) = (desk.plan, |amount| desk.say(amount));
    let up = |amount: Decimal| desk.say(amount.ceil());
    let lack = plan.no_zone.and_then(|zone| zone.lack);
    let context = context! {
        status => plan.status.name(),
        best => plan.batna.as_ref().map(|batna| batna.label.clone()),
        floor => plan.floor.base.map(say),
        ask => say(plan.ask.base),
        level => plan.floor.base == Some(plan.ask.base),
        minimum => plan.floor.source == FloorSource::PersonalMinimum,
        top => plan.band.base.map(|band| say(band.high.amount())),
        needed => plan.no_zone.and_then(|zone| zone.equity_needed_at_top_base).map(up),
        lack => lack.map(|lack| up(lack.shortfall_per_year)),
        signing => lack.map(|lack| up(lack.signing_needed)),
    };
    from("private.status", "How you stand", STATUS, context)
}

fn alternative(desk: &Desk) -> Result<Option<Passage>, Problem> {
    let Some(batna) = &desk.plan.batna else { return Ok(None) };
    let share = desk.plan.break_even_equity;
    let percent = |share: Decimal| {
        let percent = share.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(share);
        format!("{}%", percent.round_dp(1).normalize())
    };
    let context = context! {
        best => batna.label,
        value => desk.say(batna.value.round_dp(0)),
        ask_value => desk.say(desk.plan.ask_value.round_dp(0)),
        paper => paper(desk),
        whose => whose(desk),
        even => share.filter(|share| *share > Decimal::ZERO).map(percent),
        safe => share.is_some_and(|share| share <= Decimal::ZERO),
    };
    from("private.alternative", "Your best alternative", ALTERNATIVE, context).map(Some)
}

/// Until when every offer stands, the target's own first.
fn dates(desk: &Desk) -> Vec<String> {
    let say = |day| words::day(day, desk.today);
    let own = desk.session.target.as_ref().and_then(|target| target.expires);
    let own = own.map(|day| format!("Their offer: until {}.", say(day)));
    let counting = desk.plan.alternatives.iter().filter_map(|one| {
        let alternative = desk.session.alternatives.get(one.index)?;
        Some(format!("{}: until {}.", one.label, say(alternative.expires?)))
    });
    own.into_iter().chain(counting).collect()
}

/// The guide's own numbers beside the computed ones.
fn guide_figures(desk: &Desk) -> Option<Passage> {
    let strategy = desk.playbook.strategy.as_ref()?;
    let plan = desk.plan;
    let first = desk.playbook.bands.first();
    let currency = first.map_or(plan.currency, |band| band.currency);
    let guide = |amount: Money| show::short(currency, amount.amount());
    let mut lines = Vec::new();
    let Asks { base, equity, signing, total } = strategy.asks.unwrap_or_default();
    for (term, amount) in [(Term::Base, base), (Term::Equity, equity), (Term::Signing, signing)] {
        if let Some(amount) = amount {
            let own = desk.say(plan.ask.get(term));
            lines.push(format!("Ask, {}: the guide {}, your plan {own}.", term.name(), guide(amount)));
        }
    }
    if let Some(total) = total {
        lines.push(format!("Ask, total: the guide {}.", guide(total)));
    }
    let floor = strategy.floor.unwrap_or_default();
    if let Some(base) = floor.base {
        let own = plan.floor.base.map_or_else(|| "none".to_owned(), |base| desk.say(base));
        lines.push(format!("Floor, base: the guide {}, your plan {own}.", guide(base)));
    }
    if let Some(total) = floor.total {
        lines.push(format!("Floor, total: the guide {}.", guide(total)));
    }
    if let Some(first) = first.filter(|band| !lines.is_empty() && band.label() != plan.region) {
        lines.push(format!("The guide's figures are written for {}.", first.label()));
    }
    listed("private.guide", "The guide's numbers beside yours", &lines)
}

/// What the guide says for the user's eyes.
fn guide_words(desk: &Desk) -> Result<Option<Passage>, Problem> {
    let strategy = desk.playbook.strategy.as_ref();
    let Some(source) = strategy.and_then(|strategy| strategy.private.as_deref()) else { return Ok(None) };
    let slots = Slots::private(desk.playbook, desk.session, desk.plan);
    match template::sentence(source, slots.value(), false) {
        Ok(text) => Ok(Some(page("private.strategy", "What the guide advises", &text, Source::Strategy))),
        Err(Fault::Missing) => Ok(None),
        Err(Fault::Broken(problem)) => Err(problem.at("strategy.private")),
    }
}
