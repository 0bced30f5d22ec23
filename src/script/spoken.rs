//! The spoken part: opening, reasons, offers, ask, close, and what to say if.

use minijinja::{Value, context};

use super::desk::Desk;
use super::lever::{self, Spoken};
use super::slots::{asked, range};
use super::template::{self, Fault};
use super::{LeftOut, Part, Passage, Source, lint, words};
use crate::domain::plan::{Status, Term};
use crate::domain::problem::Problem;

/// The questions whose answers the opening uses, where a playbook asks them.
pub(super) const ANSWERS: [&str; 3] = ["name", "current_employer", "years_experience"];

const OPENING: &str = include_str!("../../assets/script/opening.txt.j2");
const RIVALS: &str = include_str!("../../assets/script/rivals.txt.j2");
const ASK: &str = include_str!("../../assets/script/ask.txt.j2");
const CLOSE: &str = include_str!("../../assets/script/close.txt.j2");
const FIXED: &str = include_str!("../../assets/script/reply-fixed.txt.j2");
const LOWER: &str = include_str!("../../assets/script/reply-lower.txt.j2");
const FLOOR: &str = include_str!("../../assets/script/reply-floor.txt.j2");
const TIME: &str = include_str!("../../assets/script/reply-time.txt.j2");

pub(super) fn passages(desk: &Desk, levers: Spoken) -> Result<(Vec<Passage>, Vec<LeftOut>), Problem> {
    let Spoken { passages: reasons, mut left_out, offers_told } = levers;
    let mut passages = vec![opening(desk, !reasons.is_empty())?];
    passages.extend(reasons);
    passages.extend(rivals(desk, offers_told)?);
    passages.push(ask(desk)?);
    passages.extend(close(desk)?);
    if !desk.settled() {
        passages.extend(replies(desk)?);
    }
    match summing_up(desk)? {
        Some(Ok(passage)) => passages.push(passage),
        Some(Err(out)) => left_out.push(out),
        None => {}
    }
    Ok((passages, left_out))
}

fn spoken(
    id: &str,
    heading: &str,
    source: Source,
    template: &str,
    context: Value,
) -> Result<Passage, Problem> {
    let text = words::one_line(&template::own(template, context)?);
    let (id, heading) = (id.to_owned(), heading.to_owned());
    Ok(Passage { id, part: Part::Spoken, heading, text, source, note: None })
}

fn opening(desk: &Desk, reasons: bool) -> Result<Passage, Problem> {
    let plan = desk.plan;
    let base = asked(plan, Term::Base, &plan.ask);
    let (base, base_held) = if desk.held(Term::Base) { (None, base) } else { (base, None) };
    let range = base.map(|_| range(plan, Term::Base));
    let offered = desk.session.target.as_ref().is_some_and(|target| target.base.is_some());
    let slot = |name| desk.slots.get(name);
    let context = context! {
        name => slot("name"),
        employer => slot("current_employer"),
        years => slot("years_experience").map(words::years),
        company => slot("company"),
        role => slot("role"),
        offered,
        base => range,
        base_held,
        no_zone => desk.no_zone(),
        more => !desk.settled(),
        reasons,
    };
    let mut passage = spoken("opening", "Open", Source::Opening, OPENING, context)?;
    passage.note = range.is_some().then(|| {
        if desk.plan.opening.base > desk.plan.ask.base {
            "Say the whole range, and nothing below it.".to_owned()
        } else {
            "Say the figure, and nothing below it.".to_owned()
        }
    });
    Ok(passage)
}

/// The offers in hand, unless a lever states them already, and until when they stand.
fn rivals(desk: &Desk, told: bool) -> Result<Option<Passage>, Problem> {
    let offers = if told { None } else { desk.offers.in_words() };
    let deadlines = desk.offers.deadlines(desk.today);
    if offers.is_none() && deadlines.is_none() {
        return Ok(None);
    }
    let heading = if offers.is_some() { "Your other offers" } else { "Their deadlines" };
    let mut passage = spoken("rivals", heading, Source::Rivals, RIVALS, context! { offers, deadlines })?;
    if desk.plan.status == Status::FloorBelowBand {
        passage.note = Some(
            "This offer is worth less than the bottom of their band: think about leaving it unsaid."
                .to_owned(),
        );
    }
    Ok(Some(passage))
}

fn ask(desk: &Desk) -> Result<Passage, Problem> {
    let package = words::list(&desk.package());
    let package = (!package.is_empty()).then_some(package);
    let context = context! { package, settled => desk.settled(), no_zone => desk.no_zone() };
    spoken("ask", "Ask", Source::Ask, ASK, context)
}

fn close(desk: &Desk) -> Result<Option<Passage>, Problem> {
    let landing = desk.landing(&desk.plan.ask);
    if landing.is_empty() && !desk.no_zone() {
        return Ok(None);
    }
    let by = desk.offers.next_end().map(|day| words::day(day, desk.today));
    let context = context! { landing, by, no_zone => desk.no_zone() };
    let mut passage = spoken("close", "Close", Source::Close, CLOSE, context)?;
    passage.note = Some("Then say nothing more. Let them speak first, however long it takes.".to_owned());
    Ok(Some(passage))
}

fn replies(desk: &Desk) -> Result<Vec<Passage>, Problem> {
    let landing = desk.landing(&desk.plan.ask);
    let reply = |id, heading, template| {
        let context = context! {
            landing,
            no_zone => desk.no_zone(),
            written => desk.offers.any_written(),
            equity => !desk.plan.ask.equity.is_zero(),
            by => desk.offers.next_end().map(|day| words::day(day, desk.today)),
        };
        spoken(id, heading, Source::Reply, template, context)
    };
    let mut replies = Vec::new();
    if landing.is_empty() {
        return Ok(replies);
    }
    if !desk.held(Term::Base) && !desk.plan.ask.base.is_zero() {
        replies.push(reply("reply.fixed", "If they say that the band is fixed", FIXED)?);
    }
    let mut lower = reply("reply.lower", "If they come back with less", LOWER)?;
    lower.note = Some("At most two asks after their first counter. Then decide.".to_owned());
    replies.push(lower);
    let mut floor = reply("reply.floor", "If they ask for the least you would take", FLOOR)?;
    floor.note = Some("Name no figure but the ask.".to_owned());
    replies.push(floor);
    replies.push(reply("reply.time", "If they need time", TIME)?);
    Ok(replies)
}

/// The playbook's own summing-up, for when there is only a minute.
fn summing_up(desk: &Desk) -> Result<Option<Result<Passage, LeftOut>>, Problem> {
    let strategy = desk.playbook.strategy.as_ref();
    let Some(source) = strategy.and_then(|strategy| strategy.script.as_deref()) else { return Ok(None) };
    let name = "In one breath".to_owned();
    let out = |why: String| Some(Err(LeftOut { lever: "strategy".to_owned(), name: name.clone(), why }));
    if desk.no_zone() {
        return Ok(out(
            "No base in their band reaches your floor, so it would commit you to a loss.".to_owned()
        ));
    }
    let text = match template::sentence(source, desk.slots.value(), false) {
        Ok(text) => words::one_line(&text),
        Err(Fault::Missing) => return lever::missing(desk.playbook, &desk.slots, source).map(out),
        Err(Fault::Broken(problem)) => return Err(problem.at("strategy.script")),
    };
    if let Some(why) = lint::forbids(desk, &text, true) {
        return Ok(out(why));
    }
    let (id, note) =
        ("short".to_owned(), Some("In place of all the above, if there is only a minute.".to_owned()));
    let source = Source::Strategy;
    Ok(Some(Ok(Passage { id, part: Part::Spoken, heading: name, text, source, note })))
}
