//! A guide's parts put together as a playbook.

use std::collections::BTreeSet;

use super::amounts::{Frame, Place};
use super::document::Document;
use super::lever::{self, Part};
use super::question::Questions;
use super::strategy::{self, Amounts};
use super::table::{self, Hints, Pay};
use super::term::Term;
use super::title::{self, Title};
use super::{Import, Refusal, Report, evidence, level, name, quote, speech, summary};
use crate::domain::money::Currency;
use crate::domain::playbook::{Asks, Band, FORMAT, Lever, Playbook, Strategy};

/// Reads a guide that holds text.
pub fn read(document: &Document) -> Result<Import, Refusal> {
    let title = title::read(document)?;
    let mut report = Report::default();
    for (line, width) in &document.too_wide {
        report.warn(
            "table-too-wide",
            *line,
            format!("A table of {width} columns is no pay table; it was passed over."),
        );
        report.unread(*line, "table");
    }
    let levers = lever::read(document, &mut report);
    let strategy = strategy::read(document);
    let end = strategy.as_ref().map(|draft| strategy::amounts(&draft.text())).unwrap_or_default();
    let hints = Hints { role: &title.role, opening: end.base() };
    let mut pay = table::read(document, &hints, &mut report);
    if levers.is_empty() {
        return Err(unusable(&title, &pay));
    }
    let said: Vec<Amounts> = levers.iter().map(|draft| strategy::amounts(&draft.text())).collect();
    let currencies = std::iter::once(&end).chain(&said).filter(|said| !said.asks.is_empty());
    lead(
        &mut pay,
        currencies.filter_map(|said| said.currency),
        strategy.as_ref().map(strategy::Draft::text).as_deref(),
    );
    if pay.bands.is_empty() {
        report.warn("no-bands", title.line, "No pay table was found: you will be asked for the band.");
    }
    table::place(&pay, &mut report);
    let frame = Frame { band: pay.bands.first(), years: pay.equity.years };
    let mut build = Build { frame, questions: Questions::default(), ids: BTreeSet::new(), report };
    let levers: Vec<Lever> = levers
        .iter()
        .zip(&said)
        .enumerate()
        .map(|(at, (draft, said))| build.lever(at, draft, said))
        .collect();
    let strategy = strategy.map(|draft| build.strategy(&draft, &end));
    let Build { questions, mut report, .. } = build;
    report.place("company", title.line);
    report.place("role", title.line);
    let (level_mapping, line) = level::read(document).unwrap_or_default();
    if !level_mapping.is_empty() {
        report.place("level_mapping", line);
    }
    let playbook = Playbook {
        playbook: FORMAT,
        id: format!("{}/{}", named(&title.company, "company"), named(&title.role, "role")),
        as_of: summary::as_of(document),
        summary: summary::phrases(document, &mut report),
        about: summary::about(document, &mut report),
        equity: pay.equity,
        bands: pay.bands,
        level_mapping,
        questions: questions.into_vec(),
        levers,
        strategy,
        evidence: evidence::read(document, &mut report),
        company: title.company,
        role: title.role,
    };
    report.warnings.sort_by_key(|warning| warning.line);
    report.not_understood.sort_by_key(|unread| unread.line);
    Ok(Import { playbook, report })
}

fn named(name: &str, otherwise: &str) -> String {
    match name::slug(name) {
        slug if slug.is_empty() => otherwise.to_owned(),
        slug => slug,
    }
}

fn unusable(title: &Title, pay: &Pay) -> Refusal {
    let what = format!("“{}, {}”", title.role, title.company);
    let message = if pay.bands.is_empty() {
        format!("{what} holds neither a pay table nor levers, so there is nothing to negotiate with.")
    } else {
        format!("{what} holds a pay table and no levers, so there is nothing to say.")
    };
    let hint = "Levers are numbered lines or headings such as “Lever 1: Competing offers”.";
    Refusal { code: "not-a-guide", line: title.line, message, hint: Some(hint.to_owned()) }
}

/// Puts the region first that the amounts are written for: the first one that the strategy names in
/// the currency most of them are in.
fn lead(pay: &mut Pay, currencies: impl Iterator<Item = Currency>, strategy: Option<&str>) {
    let mut counts: Vec<(Currency, usize)> = Vec::new();
    for currency in currencies {
        match counts.iter_mut().find(|(known, _)| *known == currency) {
            Some((_, count)) => *count = count.saturating_add(1),
            None => counts.push((currency, 1)),
        }
    }
    let most = counts.iter().map(|(_, count)| *count).max().unwrap_or(0);
    let Some((currency, _)) = counts.into_iter().find(|(_, count)| *count == most) else { return };
    let named = |band: &Band| strategy.and_then(|text| text.find(bare(&band.region)));
    let fitting = pay.bands.iter().enumerate().filter(|(_, band)| band.currency == currency);
    let best = fitting.min_by_key(|(at, band)| (named(band).unwrap_or(usize::MAX), *at));
    if let Some((at, _)) = best {
        pay.bands[..=at].rotate_right(1);
        pay.lines[..=at].rotate_right(1);
    }
}

/// A region without what stands behind it in brackets.
fn bare(region: &str) -> &str {
    region.split(['(', '/', ',']).next().unwrap_or(region).trim()
}

/// What grows while the levers are built.
struct Build<'b> {
    frame: Frame<'b>,
    questions: Questions,
    ids: BTreeSet<String>,
    report: Report,
}

impl Build<'_> {
    fn lever(&mut self, at: usize, draft: &lever::Draft, said: &Amounts) -> Lever {
        let path = format!("levers[{at}]");
        self.report.place(format!("{path}.name"), draft.line);
        let text = draft.text();
        let line = |byte: usize| line_of(&draft.parts, byte, draft.line);
        let asks_path = format!("{path}.asks");
        let place = Place { path: &asks_path, text: &text, line: &line };
        let asks = self.frame.asks(&said.asks, &place, &mut self.report);
        let mut spoken = Vec::new();
        let mut about = Vec::new();
        for part in &draft.parts {
            let parted = quote::lever(&part.text, part.is_quoted);
            if !parted.spoken.is_empty() {
                if spoken.is_empty() {
                    self.report.place(format!("{path}.script"), part.line);
                }
                spoken.push(parted.spoken);
            }
            about.extend(Some(parted.rest).filter(|rest| !rest.is_empty()));
        }
        let speech = speech::rewrite(&spoken.join(" "), &mut self.questions);
        if speech.claims_offer {
            let message = format!(
                "“{}” speaks of an offer from elsewhere; your own offers stand in its place.",
                draft.name
            );
            self.report.warn("offer-claim", draft.line, message);
        }
        let script = with_asks(speech.script, asks, &draft.name);
        if spoken.is_empty() {
            let message = format!("“{}” gives no words to say; a plain sentence stands in.", draft.name);
            self.report.warn("own-words", draft.line, message);
        }
        Lever {
            id: name::fresh(&draft.name, &mut self.ids),
            name: draft.name.clone(),
            about: (!about.is_empty()).then(|| clipped(&about.join(" "))),
            script,
            softer: None,
            asks,
            from_offers: speech.claims_offer,
        }
    }

    fn strategy(&mut self, draft: &strategy::Draft, end: &Amounts) -> Strategy {
        let text = draft.text();
        let line = |byte: usize| line_of(&draft.parts, byte, draft.line);
        let place = Place { path: "strategy.asks", text: &text, line: &line };
        let asks = self.frame.asks(&end.asks, &place, &mut self.report);
        let place = Place { path: "strategy.floor", text: &text, line: &line };
        let floor = self.frame.asks(&end.floors, &place, &mut self.report);
        let floor = floor.map(|floor| Asks { equity: None, signing: None, ..floor });
        self.report.place("strategy.script", draft.line);
        let parted = quote::strategy(&text);
        let speech = speech::rewrite(&parted.spoken, &mut self.questions);
        let script =
            if speech.script.is_empty() { self.closing(asks) } else { with_asks(speech.script, asks, "") };
        let private = clipped(&text.replace(['*', '`'], "").replace('{', "(").replace('}', ")"));
        Strategy {
            script: Some(script),
            private: Some(format!("The guide's own advice, with its figures: {private}")),
            asks,
            floor: floor.filter(|floor| *floor != Asks::default()),
        }
    }

    /// A closing of our own, for a guide that advises and gives no words.
    fn closing(&self, asks: Option<Asks>) -> String {
        let mut terms = asked(asks);
        if let Some(band) = self.frame.band {
            terms.extend(band.base.map(|_| Term::Base));
            terms.extend(band.equity.map(|_| Term::Equity));
        }
        let lead =
            "I'd like to join {{ company }} as {{ role }}. With what I bring to the role, I'm looking for";
        let ask = speech::sentence_for(&terms, lead).unwrap_or_else(|| {
            "I'd like to join {{ company }} as {{ role }}, and I'd like the offer to reflect what I bring.".to_owned()
        });
        format!("{ask} If we can get there, I'm ready to say yes.")
    }
}

fn asked(asks: Option<Asks>) -> Vec<Term> {
    let Some(asks) = asks else { return Vec::new() };
    let named = [(asks.base, Term::Base), (asks.equity, Term::Equity), (asks.signing, Term::Signing)];
    let mut terms: Vec<Term> = named.into_iter().filter_map(|(ask, term)| ask.map(|_| term)).collect();
    if asks.total.is_some() && terms.is_empty() {
        terms = vec![Term::Base, Term::Equity];
    }
    terms
}

/// The script with a closing sentence for what it asks and does not say yet.
fn with_asks(script: String, asks: Option<Asks>, name: &str) -> String {
    let unsaid = asked(asks).into_iter().filter(|term| {
        let slot = match term {
            Term::Base => "ask.base",
            Term::Equity => "ask.equity",
            _ => "ask.signing",
        };
        !script.contains(slot)
    });
    let unsaid: Vec<Term> = unsaid.collect();
    let lead = if script.is_empty() { "I have in mind" } else { "That is my reason for" };
    let ask = speech::sentence_for(&unsaid, lead);
    match (script.is_empty(), ask) {
        (false, Some(ask)) => format!("{script} {ask}"),
        (false, None) => script,
        (true, Some(ask)) => format!("One of my points is {}. {ask}", plain_name(name)),
        (true, None) => {
            format!("One of my points is {}, and I'd like the offer to reflect it.", plain_name(name))
        }
    }
}

fn plain_name(name: &str) -> String {
    let bare = name.replace(['{', '}', '"', '“', '”'], "");
    if bare.trim().is_empty() { "my experience".to_owned() } else { bare.trim().to_owned() }
}

/// The source line of a byte of the joined parts.
fn line_of(parts: &[Part], byte: usize, otherwise: usize) -> usize {
    let mut start = 0_usize;
    let mut line = otherwise;
    for part in parts {
        if start > byte {
            break;
        }
        line = part.line;
        start = start.saturating_add(part.text.len()).saturating_add(1);
    }
    line
}

/// At most some 2,000 bytes, ending with a sentence where one ends near.
pub fn clipped(text: &str) -> String {
    const MOST: usize = 2_000;
    if text.len() <= MOST {
        return text.to_owned();
    }
    let end = (0..=MOST).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let end = text[..end].rfind(". ").map_or(end, |at| at.saturating_add(1));
    format!("{} …", &text[..end])
}
