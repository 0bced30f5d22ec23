//! The script for other programs.

use serde_json::{Map, Value, json as object};

use super::head::ExportHead;
use crate::script::{Lint, Passage, Script, Source};

/// The script as a JSON object.
pub fn json(script: &Script, head: &ExportHead) -> Value {
    object!({
        "script": 1,
        "company": head.company,
        "role": head.role,
        "region": head.region,
        "prepared": head.prepared.to_string(),
        "passages": script.passages.iter().map(passage).collect::<Vec<_>>(),
        "left_out": script.left_out.iter().map(|out| object!({
            "lever": out.lever, "name": out.name, "why": out.why,
        })).collect::<Vec<_>>(),
        "lints": script.lints.iter().map(lint).collect::<Vec<_>>(),
    })
}

fn passage(passage: &Passage) -> Value {
    let mut fields = Map::new();
    let mut put = |key: &str, value: &str| fields.insert(key.to_owned(), Value::from(value));
    put("id", &passage.id);
    put("part", passage.part.name());
    put("heading", &passage.heading);
    put("text", &passage.text);
    put("source", passage.source.name());
    match &passage.source {
        Source::Lever(id) => _ = put("lever", id),
        Source::Own { original } => _ = put("original", original),
        _ => {}
    }
    if let Some(note) = &passage.note {
        put("note", note);
    }
    Value::Object(fields)
}

fn lint(lint: &Lint) -> Value {
    object!({"code": lint.code, "passage": lint.passage, "message": lint.message})
}
