//! A guide's sentences as the user will say them.
//!
//! Figures the guide asks for become slots, gaps become questions. What the user did not enter is
//! never said: a sentence that claims an offer gives way to the user's own offers, one that names a
//! floor is left for private reading.

use super::ask::{self, Said};
use super::placeholder::{self, Kind};
use super::question::Questions;
use super::role::Role;
use super::sentence;
use super::term::Term;

/// The sentence that names the user's own offers.
pub const RIVALS: &str = "I hold {{ rivals }}.";

/// What became of a text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Speech {
    /// The sentences to say, with slots.
    pub script: String,
    /// Whether it claimed an offer from somebody else.
    pub claims_offer: bool,
}

/// Words that claim an offer in hand, or name rivals one could go to.
const CLAIMS: [&str; 16] = [
    "offer from",
    "offers from",
    "competing offer",
    "have an offer",
    "have offers",
    "offer at",
    "offers at",
    "offers in",
    "holding a",
    "interviewing",
    "in the process with",
    "other offers",
    "another offer",
    "i'm evaluating",
    "active offers",
    "has offered",
];

/// Rewrites the sentences of a text.
pub fn rewrite(text: &str, questions: &mut Questions) -> Speech {
    let (shadow, gaps) = shadow(text);
    let said = ask::read(&shadow);
    let mut speech = Speech::default();
    let mut kept: Vec<String> = Vec::new();
    for range in sentence::split(&shadow) {
        let own: Vec<&Said> = said.iter().filter(|said| said.sentence == range).collect();
        let words = &shadow[range.clone()];
        match fate(words, &own) {
            Fate::Drop => {}
            Fate::Claim => {
                speech.claims_offer = true;
                kept.extend(own_ask(&own, "To choose {{ company }}, I need"));
            }
            Fate::Restate if kept.iter().any(|sentence| sentence.contains("{{ ask.")) => {}
            Fate::Restate => kept.extend(own_ask(&own, "I'm looking for")),
            Fate::Own => kept.push(own_words(words, questions)),
            Fate::Keep => kept.push(slotted(&shadow, range, &own, &gaps, questions)),
        }
    }
    speech.script =
        kept.iter().map(|sentence| sentence.trim()).filter(|s| !s.is_empty()).collect::<Vec<_>>().join(" ");
    if speech.claims_offer && !speech.script.contains("rivals") {
        let rest = std::mem::take(&mut speech.script);
        speech.script = format!("{RIVALS} {rest}").trim().into();
    }
    speech
}

/// Whether a sentence asks without a verb ("$210K base and …") or names its ask a minimum.
fn is_bare(sentence: &str, said: &[&Said]) -> bool {
    let start = sentence.trim_start_matches(['"', '“', '*', ' ', '~']);
    let asks = said.iter().any(|said| said.role == Role::Ask);
    asks && (super::figure::find(start)
        .first()
        .is_some_and(|figure| figure.range.start == 0 && figure.is_money())
        || sentence.to_lowercase().contains("minimum"))
}

enum Fate {
    Keep,
    /// It claims an offer; the user's own offers stand in its place.
    Claim,
    /// It asks for a total or for two places at once: the terms are said in the program's words.
    Restate,
    /// It claims a result of the user's in figures; the user says it with figures of their own.
    Own,
    Drop,
}

/// Words with which a speaker tells of their own work.
const MY_WORK: [&str; 16] = [
    "i've ",
    "i have ",
    "i built",
    "i led",
    "i managed",
    "i delivered",
    "i shipped",
    "i reduced",
    "i grew",
    "i drove",
    "i saved",
    "i published",
    "my experience",
    "my previous",
    "my track record",
    "i'm leaving",
];

/// Verbs of results, behind "my".
const RESULTS: [&str; 9] =
    ["reduced", "improved", "saved", "saving", "increased", "generated", "processing", "span", "cut "];

/// Whether a sentence tells of the speaker's own work in figures.
fn claims_result(lower: &str, said: &[&Said]) -> bool {
    let asks = said.iter().any(|said| said.role == Role::Ask);
    let has_figure = super::figure::find(lower).iter().any(|figure| !figure.low.is_zero());
    let is_mine = MY_WORK.iter().any(|words| lower.contains(words))
        || (lower.contains("my ") && RESULTS.iter().any(|verb| lower.contains(verb)));
    is_mine && has_figure && !asks
}

/// The sentence as a question: the user fills it with what is true of them.
fn own_words(sentence: &str, questions: &mut Questions) -> String {
    format!("{{{{ {} }}}}.", questions.own_words(&plain(sentence)))
}

fn fate(sentence: &str, said: &[&Said]) -> Fate {
    let lower = sentence.to_lowercase().replace('’', "'");
    let has = |role: Role| said.iter().any(|said| said.role == role);
    let asks = || said.iter().filter(|said| said.role == Role::Ask);
    if CLAIMS.iter().any(|words| lower.contains(words)) || has(Role::Rival) {
        Fate::Claim
    } else if has(Role::Floor)
        || has(Role::Counter)
        || ["my floor", "walk away", "the offer of"].iter().any(|words| lower.contains(words))
    {
        Fate::Drop
    } else if asks().any(|said| said.term == Some(Term::Total) || said.term.is_none())
        || is_bare(sentence, said)
    {
        Fate::Restate
    } else if claims_result(&lower, said) {
        Fate::Own
    } else if has(Role::Condition)
        || said.iter().any(|said| said.amount().is_zero() && said.role != Role::Ask)
    {
        Fate::Drop
    } else {
        Fate::Keep
    }
}

/// The terms that some sentence asks for, in the program's words.
fn own_ask(said: &[&Said], lead: &str) -> Option<String> {
    let asks = said.iter().filter(|said| said.role == Role::Ask);
    let mut terms: Vec<Term> = asks.clone().filter_map(|said| said.term).collect();
    if terms.contains(&Term::Total) {
        terms.extend([Term::Base, Term::Equity]);
    }
    sentence_for(&terms, lead)
}

/// A sentence that asks for the terms: base, grant and signing in this order.
pub fn sentence_for(terms: &[Term], lead: &str) -> Option<String> {
    let words = [
        (Term::Base, "{{ ask.base }} in base"),
        (Term::Equity, "{{ ask.equity }} in equity"),
        (Term::Signing, "a signing bonus of {{ ask.signing }}"),
    ];
    let named: Vec<&str> =
        words.into_iter().filter(|(term, _)| terms.contains(term)).map(|(_, words)| words).collect();
    let list = match named.as_slice() {
        [] => return None,
        [one] => (*one).to_owned(),
        [one, two] => format!("{one} and {two}"),
        [one, two, three, ..] => format!("{one}, {two} and {three}"),
    };
    Some(format!("{lead} {list}."))
}

/// The text with every gap for an amount as an amount of nothing, so that its term can be read.
fn shadow(text: &str) -> (String, Vec<placeholder::Placeholder>) {
    let mut shadow = String::with_capacity(text.len());
    let mut kept = Vec::new();
    let mut from = 0;
    for mut gap in placeholder::find(text) {
        if gap.range.start < from {
            continue;
        }
        shadow.push_str(&text[from..gap.range.start]);
        let start = shadow.len();
        match gap.kind {
            Kind::Money => shadow.push_str("$0"),
            Kind::Citation => {}
            _ => shadow.push_str(&text[gap.range.clone()]),
        }
        from = gap.range.end;
        gap.range = start..shadow.len();
        kept.push(gap);
    }
    shadow.push_str(&text[from..]);
    (shadow, kept)
}

/// A sentence with its asks and its gaps as slots.
fn slotted(
    text: &str,
    range: std::ops::Range<usize>,
    said: &[&Said],
    gaps: &[placeholder::Placeholder],
    questions: &mut Questions,
) -> String {
    let mut edits: Vec<(std::ops::Range<usize>, String)> = Vec::new();
    for said in said.iter().filter(|said| said.role == Role::Ask && !said.is_repeat) {
        let slot = match said.term {
            Some(Term::Base) => "{{ ask.base }}",
            Some(Term::Equity) => "{{ ask.equity }}",
            Some(Term::Signing) => "{{ ask.signing }}",
            _ => continue,
        };
        edits.push((said.figure.range.clone(), slot.to_owned()));
    }
    for pair in said.windows(2).filter(|pair| pair[1].is_repeat) {
        edits.push((pair[0].figure.range.end..pair[1].figure.range.end, String::new()));
    }
    let sentence = text[range.clone()].to_owned();
    for gap in gaps.iter().filter(|gap| range.contains(&gap.range.start) && gap.kind != Kind::Citation) {
        if edits.iter().all(|(edit, _)| edit.end <= gap.range.start || edit.start >= gap.range.end) {
            let mut local = gap.clone();
            local.range = gap.range.start - range.start..gap.range.end - range.start;
            let id = questions.slot(&local, &sentence);
            edits.push((gap.range.clone(), format!("{{{{ {id} }}}}")));
        }
    }
    edits.sort_by_key(|(edit, _)| edit.start);
    let mut out = String::new();
    let mut from = range.start;
    for (edit, words) in edits {
        out.push_str(&plain(&text[from..edit.start]));
        out.push_str(&words);
        from = edit.end;
    }
    out.push_str(&plain(&text[from..range.end]));
    out
}

/// Without what the template engine or the reader would trip over.
fn plain(text: &str) -> String {
    let parts = text.replace('{', "(").replace('}', ")").replace(['*', '`'], "");
    let mut out = String::with_capacity(parts.len());
    for c in parts.chars() {
        match c {
            '"' | '“' | '”' => {}
            ' ' if out.ends_with(' ') => {}
            c => out.push(c),
        }
    }
    out.replace(" -- ", " – ").replace("/4yr", " over four years").replace('~', "about ")
}
