//! Cleans every string of what was read: the border behind which text is safe to print.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::domain::offer::Alternative;
use crate::domain::playbook::{Lever, Playbook, Question, Strategy};
use crate::domain::problem::Problem;
use crate::domain::session::Session;
use crate::domain::text;

pub(super) fn playbook(playbook: &mut Playbook) {
    let Playbook { id, company, role, as_of, summary, about, bands, level_mapping, .. } = playbook;
    short([id, company, role].into_iter().chain(as_of));
    short(summary.iter_mut().chain(level_mapping));
    long(about);
    for band in bands {
        short(std::iter::once(&mut band.region).chain(&mut band.level));
    }
    for Question { id, ask, choices, example, kind: _ } in &mut playbook.questions {
        short([id, ask].into_iter().chain(choices).chain(example));
    }
    for Lever { id, name, about, script, softer, asks: _, from_offers: _ } in &mut playbook.levers {
        short([id, name]);
        long(std::iter::once(script).chain(about).chain(softer));
    }
    if let Some(Strategy { script, private, asks: _, floor: _ }) = &mut playbook.strategy {
        long(script.iter_mut().chain(private));
    }
    short(&mut playbook.evidence);
}

/// Also finds keys that become the same when what cannot be seen is taken out.
pub(super) fn session(session: &mut Session) -> Vec<Problem> {
    let Session { playbook, region, title, level, company, role, .. } = session;
    short([playbook, region].into_iter().chain(title).chain(level).chain(company).chain(role));
    for Alternative { company, level, .. } in &mut session.alternatives {
        short(std::iter::once(company).chain(level));
    }
    short(session.settings.fx.values_mut().filter_map(|fx| fx.source.as_mut()));
    let mut problems = Vec::new();
    keys(&mut session.answers, "answers", &mut problems);
    keys(&mut session.backing, "backing", &mut problems);
    keys(&mut session.script.edits, "script.edits", &mut problems);
    long(session.answers.values_mut());
    long(session.script.edits.values_mut());
    problems
}

fn short<'a>(texts: impl IntoIterator<Item = &'a mut String>) {
    texts.into_iter().for_each(|text| put(text, text::line));
}

fn long<'a>(texts: impl IntoIterator<Item = &'a mut String>) {
    texts.into_iter().for_each(|text| put(text, text::clean));
}

fn put(text: &mut String, cleaned: impl FnOnce(&str) -> Cow<'_, str>) {
    if let Cow::Owned(clean) = cleaned(text) {
        *text = clean;
    }
}

fn keys<V>(map: &mut BTreeMap<String, V>, at: &str, problems: &mut Vec<Problem>) {
    if map.keys().all(|key| matches!(text::line(key), Cow::Borrowed(_))) {
        return;
    }
    for (key, value) in std::mem::take(map) {
        let clean = text::line(&key).into_owned();
        if map.insert(clean.clone(), value).is_some() {
            let message = format!("`{clean}` stands here twice, once with characters that cannot be seen.");
            problems.push(Problem::new("key-twice", message).at(at).hint("Keep one of them."));
        }
    }
}
