//! The template engine, fenced in: no loader, strict about what is undefined, bounded in time and size.

use std::collections::BTreeSet;
use std::io;

use minijinja::{Environment, Error, ErrorKind, UndefinedBehavior, Value};

use crate::domain::problem::Problem;

/// Instructions one rendering may take.
const FUEL: u64 = 50_000;
/// The longest sentence a playbook may hold, in bytes.
const LONGEST_SOURCE: usize = 8_000;
/// The longest text one rendering may give, in bytes.
const LONGEST_TEXT: usize = 20_000;

/// Put around what a slot was filled with, where a reader wants to tell it from the sentence.
pub(super) const FILLED: (char, char) = ('\u{2}', '\u{3}');

/// How a rendering failed.
#[derive(Debug)]
pub(super) enum Fault {
    /// A slot has no value.
    Missing,
    /// The template itself is at fault.
    Broken(Problem),
}

impl Fault {
    /// The fault as a problem, for templates whose slots are known to be filled.
    pub fn problem(self) -> Problem {
        match self {
            Self::Missing => Problem::new("slot-unfilled", "A slot of this sentence has no value."),
            Self::Broken(problem) => problem,
        }
    }
}

/// Renders a sentence of a playbook: slots and `{% if … %}`, nothing else.
pub(super) fn sentence(source: &str, slots: Value, marked: bool) -> Result<String, Fault> {
    fence(source).map_err(Fault::Broken)?;
    render(source, slots, marked)
}

/// Renders one of the program's own templates.
pub(super) fn own(source: &str, context: Value) -> Result<String, Problem> {
    render(source, context, false).map_err(Fault::problem)
}

/// The slots of a playbook's sentence, such as `ask.base`.
///
/// # Errors
/// When the sentence is no template this program accepts.
pub fn slots(template: &str) -> Result<BTreeSet<String>, Problem> {
    fence(template)?;
    let environment = environment(false);
    let compiled = environment.template_from_str(template).map_err(|error| broken(&error))?;
    Ok(compiled.undeclared_variables(true).into_iter().collect())
}

fn environment<'a>(marked: bool) -> Environment<'a> {
    let mut environment = Environment::empty();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_fuel(Some(FUEL));
    environment.set_trim_blocks(true);
    environment.add_test("defined", |value: &Value| !value.is_undefined());
    environment.set_formatter(move |out, _, value| {
        if value.is_undefined() || value.is_none() {
            return Err(Error::from(ErrorKind::UndefinedError));
        }
        let words = value.as_str().ok_or_else(|| {
            Error::new(ErrorKind::InvalidOperation, "a slot takes a word or a figure of the plan")
        })?;
        let (open, close) = FILLED;
        if marked {
            write!(out, "{open}{words}{close}")?;
        } else {
            write!(out, "{words}")?;
        }
        Ok(())
    });
    environment
}

fn render(source: &str, context: Value, marked: bool) -> Result<String, Fault> {
    let environment = environment(marked);
    let template = environment.template_from_str(source).map_err(|error| Fault::Broken(broken(&error)))?;
    let mut text = Capped(Vec::new());
    match template.render_captured_to(context, &mut text) {
        Ok(_) => {}
        Err(error) if error.kind() == ErrorKind::UndefinedError => return Err(Fault::Missing),
        Err(error) => return Err(Fault::Broken(broken(&error))),
    }
    String::from_utf8(text.0).map_err(|_| Fault::Broken(Problem::new("template", "This is no text.")))
}

fn broken(error: &Error) -> Problem {
    let line = error.line().map(|line| format!(" (line {line} of it)")).unwrap_or_default();
    let what = match error.kind() {
        ErrorKind::OutOfFuel => "it takes too long to fill in".to_owned(),
        ErrorKind::WriteFailure => "it becomes too long".to_owned(),
        kind => error.detail().map_or_else(|| kind.to_string(), str::to_owned),
    };
    Problem::new("template", format!("This sentence cannot be used: {what}{line}."))
        .hint("A slot is written like {{ ask.base }}.")
}

/// Refuses everything but slots and conditions, so that no sentence can loop, include or multiply.
fn fence(source: &str) -> Result<(), Problem> {
    if source.len() > LONGEST_SOURCE {
        let message = format!("This sentence is longer than {LONGEST_SOURCE} bytes.");
        return Err(Problem::new("template-length", message).hint("One lever is a few sentences."));
    }
    let mut rest = source;
    while let Some(start) = rest.find("{{").into_iter().chain(rest.find("{%")).chain(rest.find("{#")).min() {
        let (kind, inside) = rest[start..].split_at(2);
        let close = match kind {
            "{{" => "}}",
            "{%" => "%}",
            _ => "#}",
        };
        let Some(end) = inside.find(close) else { break };
        let tag = &inside[..end];
        if kind != "{#" {
            allow(kind, tag, source.len() - rest.len() + start, source)?;
        }
        rest = &inside[end + close.len()..];
    }
    Ok(())
}

fn allow(kind: &str, tag: &str, at: usize, source: &str) -> Result<(), Problem> {
    let word = tag.trim_matches(|c: char| c == '-' || c.is_whitespace()).split_whitespace().next();
    let known = kind == "{{" || matches!(word, Some("if" | "elif" | "else" | "endif"));
    let plain = |c: char| c.is_alphanumeric() || c.is_whitespace() || "_.,'\"=!()-".contains(c);
    if known && tag.chars().all(plain) && !tag.contains("--") {
        return Ok(());
    }
    let line = source[..at].matches('\n').count() + 1;
    let shown: String = tag.trim().chars().take(40).collect();
    Err(Problem::new("template", format!("`{shown}` (line {line} of it) is more than a sentence may do."))
        .hint("A sentence holds slots like {{ ask.base }} and {% if ask.equity is defined %} … {% endif %}."))
}

/// A text that grows no further than [`LONGEST_TEXT`].
struct Capped(Vec<u8>);

impl io::Write for Capped {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.len() + bytes.len() > LONGEST_TEXT {
            return Err(io::Error::other("too long"));
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use minijinja::context;

    use super::*;

    #[test]
    fn a_slot_is_filled_and_a_missing_one_is_a_fault() {
        let slots = || context! { ask => context! { base => "$215K" } };
        assert_eq!(sentence("At {{ ask.base }}.", slots(), false).unwrap(), "At $215K.");
        assert_eq!(sentence("At {{ ask.base }}.", slots(), true).unwrap(), "At \u{2}$215K\u{3}.");
        assert!(matches!(sentence("{{ ask.equity }}", slots(), false), Err(Fault::Missing)));
        assert!(matches!(sentence("{{ place }}", slots(), false), Err(Fault::Missing)));
        assert!(matches!(sentence("{{ place.name }}", slots(), false), Err(Fault::Missing)));
        let guarded = "{% if ask.equity is defined %}and {{ ask.equity }}{% else %}only{% endif %}";
        assert_eq!(sentence(guarded, slots(), false).unwrap(), "only");
    }

    #[test]
    fn slots_are_named_with_their_group() {
        let found = slots("{{ ask.base }} {% if range.equity is defined %}{{ place }}{% endif %}").unwrap();
        assert_eq!(found.into_iter().collect::<Vec<_>>(), ["ask.base", "place", "range.equity"]);
    }

    #[test]
    fn every_bomb_ends_in_a_problem() {
        let deep_if = "{% if a %}".repeat(700) + &"{% endif %}".repeat(80);
        let parentheses = format!("{{{{ {}a{} }}}}", "(".repeat(3000), ")".repeat(3000));
        let nots = format!("{{{{ {}a }}}}", "not ".repeat(1900));
        let long = "a".repeat(9_000);
        let calls = format!("{{{{ a{} }}}}", "()".repeat(3000));
        let attributes = format!("{{{{ a{} }}}}", ".b".repeat(3500));
        let compares = format!("{{{{ a{} }}}}", " == a".repeat(1500));
        for bomb in [
            "{{ '-' * 10**9 }}",
            "{{ ['-'] * 1000000000 }}",
            "{{ 'a'|indent(1000000000) }}",
            "{{ range(1000000000) }}",
            "{% for a in range(100000) %}{% for b in range(100000) %}x{% endfor %}{% endfor %}",
            "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
            "{% set x = 'aaaaaaaaaaaaaaaaaaaa' %}{% set x = x ~ x %}{{ x }}",
            "{% include '/etc/passwd' %}",
            "{% import 'a' as b %}",
            "{% extends 'a' %}",
            "{% raw %}{{ floor }}{% endraw %}",
            "{{ a",
            "{% if a %}",
            "{% frobnicate %}",
            "{{ }}",
            "{{ a b }}",
            "{{ self.x() }}",
            "{{ debug() }}",
            "{{ ask }}",
            "{{ 1 }}",
            &deep_if,
            &parentheses,
            &nots,
            &long,
            &calls,
            &attributes,
        ] {
            let failed = sentence(bomb, context! { a => "x" }, false);
            assert!(failed.is_err(), "{} gave {:?}", &bomb[..bomb.len().min(60)], failed.map(|t| t.len()));
        }
        let harmless = sentence(&compares, context! { a => "x" }, false);
        assert!(harmless.is_err() || harmless.is_ok_and(|text| text.len() < 10));
    }

    #[test]
    fn a_text_that_grows_too_long_is_refused() {
        let template = "{{ a }}".repeat(30);
        let fault = sentence(&template, context! { a => "x".repeat(1_000) }, false).unwrap_err();
        assert!(fault.problem().message.starts_with("This sentence cannot be used: it becomes too long"));
    }

    #[test]
    fn a_fault_names_its_line() {
        let problem = slots("One line.\n{{ ask.base | upper }}").unwrap_err();
        assert!(problem.message.contains("line 2"), "{}", problem.message);
        let problem = slots("One line.\n{{ ask base }}").unwrap_err();
        assert!(problem.message.contains("line 2"), "{}", problem.message);
    }
}
