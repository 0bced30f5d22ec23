//! The schema of a playbook against the files and against the reader, so that it cannot fall behind.

use std::collections::BTreeSet;

use negotiate_up::store::{schema, yaml};
use serde_json::{Map, Value, json};

use crate::sandbox::{PLAYBOOK, Sandbox};

const GENERAL: &str = include_str!("../../playbooks/any-company/software-engineer.yaml");
const COMPLETE: &str = include_str!("fixtures/complete.yaml");

/// A small checker of the words that the schema uses; any other word is a fault of the test.
#[derive(Default)]
struct Checker {
    schema: Value,
    /// Each key that a value had, with the object that the schema has it in.
    seen: BTreeSet<(String, String)>,
}

impl Checker {
    fn new() -> Self {
        Self { schema: schema::playbook(), seen: BTreeSet::new() }
    }

    /// What is wrong with a playbook.
    fn faults(&mut self, playbook: &Value) -> Vec<String> {
        let root = self.schema.clone();
        self.check(&root, "#", playbook, "")
    }

    fn check(&mut self, schema: &Value, name: &str, value: &Value, at: &str) -> Vec<String> {
        let mut faults = Vec::new();
        let mut expect = |holds: bool, what: &Value| {
            if !holds {
                faults.push(format!("{at}: {value} is not as {what}"));
            }
        };
        let words = schema.as_object().unwrap();
        let mut inner = Vec::new();
        for (word, rule) in words {
            match word.as_str() {
                "title" | "description" | "default" | "examples" | "$schema" | "$defs" | "required" => {}
                "additionalProperties" => assert_eq!(rule, &json!(false)),
                "$ref" => {
                    let name = rule.as_str().unwrap();
                    let target = self.schema.pointer(name.strip_prefix('#').unwrap()).unwrap().clone();
                    inner.extend(self.check(&target, name, value, at));
                }
                "type" => {
                    let kinds = rule.as_array().cloned().unwrap_or_else(|| vec![rule.clone()]);
                    expect(kinds.iter().any(|kind| is_kind(value, kind.as_str().unwrap())), rule);
                }
                "const" => expect(value == rule, rule),
                "enum" => expect(rule.as_array().unwrap().contains(value), rule),
                "anyOf" | "oneOf" => {
                    let branches = rule.as_array().unwrap();
                    let tries: Vec<_> =
                        branches.iter().map(|branch| self.check(branch, name, value, at)).collect();
                    if !tries.iter().any(Vec::is_empty) {
                        inner.extend(tries.into_iter().flatten());
                    }
                }
                "minimum" => expect(value.as_f64().is_none_or(|n| n >= rule.as_f64().unwrap()), rule),
                "maximum" => expect(value.as_f64().is_none_or(|n| n <= rule.as_f64().unwrap()), rule),
                "minItems" => expect(length(value).is_none_or(|n| n >= rule.as_u64().unwrap()), rule),
                "maxItems" => expect(length(value).is_none_or(|n| n <= rule.as_u64().unwrap()), rule),
                "pattern" => {
                    expect(value.as_str().is_none_or(|text| fits(text, rule.as_str().unwrap())), rule);
                }
                "items" => {
                    for (i, item) in value.as_array().into_iter().flatten().enumerate() {
                        inner.extend(self.check(rule, name, item, &format!("{at}[{i}]")));
                    }
                }
                "properties" => {
                    let object = value.as_object();
                    inner.extend(self.keys(words, name, object.unwrap_or(&Map::new()), at));
                }
                other => panic!("the checker does not know `{other}`"),
            }
        }
        faults.extend(inner);
        faults
    }

    fn keys(
        &mut self,
        words: &Map<String, Value>,
        name: &str,
        object: &Map<String, Value>,
        at: &str,
    ) -> Vec<String> {
        let mut faults = Vec::new();
        assert_eq!(words["additionalProperties"], json!(false), "{name}");
        for required in words.get("required").and_then(Value::as_array).into_iter().flatten() {
            if !object.contains_key(required.as_str().unwrap()) {
                faults.push(format!("{at}: {required} is missing"));
            }
        }
        for (key, value) in object {
            match words["properties"].get(key) {
                Some(rule) => {
                    self.seen.insert((name.to_owned(), key.clone()));
                    faults.extend(self.check(rule, name, value, &format!("{at}.{key}")));
                }
                None => faults.push(format!("{at}: {key} is no key")),
            }
        }
        faults
    }
}

fn is_kind(value: &Value, kind: &str) -> bool {
    match kind {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "number" => value.is_number(),
        "integer" => value.is_i64() || value.is_u64(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        other => panic!("the checker does not know the type `{other}`"),
    }
}

fn length(value: &Value) -> Option<u64> {
    value.as_array().map(|items| items.len() as u64)
}

/// The few patterns that the schema uses.
fn fits(text: &str, pattern: &str) -> bool {
    let word = |text: &str| {
        !text.is_empty() && text.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'_' | b'-'))
    };
    match pattern {
        "[0-9]" => text.contains(|c: char| c.is_ascii_digit()),
        "^[A-Za-z]{3}$" => text.len() == 3 && text.bytes().all(|b| b.is_ascii_alphabetic()),
        "^[a-z0-9_-]+$" => word(text),
        "^[a-z0-9_-]+(/[a-z0-9_-]+)?$" => text.splitn(2, '/').all(word),
        other => panic!("the checker does not know the pattern `{other}`"),
    }
}

fn value(yaml: &str) -> Value {
    serde_yaml::from_str(yaml).unwrap()
}

/// Whether the program takes a playbook.
fn is_read(playbook: &Value) -> bool {
    yaml::parse_playbook(&playbook.to_string()).is_ok()
}

#[test]
fn it_is_what_the_command_prints() {
    let printed = Sandbox::new().json(&["playbooks", "schema"]);
    assert_eq!(printed, schema::playbook());
    assert_eq!(printed["$schema"], "https://json-schema.org/draft/2020-12/schema");
}

#[test]
fn every_playbook_we_have_is_valid() {
    for text in [PLAYBOOK, GENERAL, COMPLETE] {
        assert_eq!(Checker::new().faults(&value(text)), [""; 0]);
    }
    let sandbox = Sandbox::new();
    sandbox.write("complete.yaml", COMPLETE);
    assert_eq!(sandbox.done(&["playbooks", "check", "complete.yaml"]), "complete.yaml: sound\n");
    // As the program itself writes it.
    let shown = sandbox.json(&["playbooks", "show", "complete.yaml", "--json"]);
    assert_eq!(Checker::new().faults(&shown), [""; 0]);
}

#[test]
fn every_key_is_tried_and_explained() {
    let mut checker = Checker::new();
    checker.faults(&value(COMPLETE));
    let schema = checker.schema.clone();
    let groups = schema["$defs"].as_object().unwrap().iter();
    let groups = groups.map(|(name, group)| (format!("#/$defs/{name}"), group));
    for (name, group) in groups.chain([("#".to_owned(), &schema)]) {
        for (key, rule) in group.get("properties").and_then(Value::as_object).into_iter().flatten() {
            let seen = checker.seen.contains(&(name.clone(), key.clone()));
            assert!(seen, "the complete playbook has no `{key}` of {name}");
            let explained = rule.get("description").is_some() || has_explained_type(&schema, rule);
            assert!(explained, "`{key}` of {name} is not explained");
        }
    }
}

/// Whether a key takes its explanation from the type that it refers to.
fn has_explained_type(schema: &Value, rule: &Value) -> bool {
    let branch = rule.get("anyOf").map_or(rule, |branches| &branches[0]);
    let Some(target) = branch.get("$ref").and_then(Value::as_str) else { return false };
    schema.pointer(&target[1..]).is_some_and(|target| target.get("description").is_some())
}

#[test]
fn a_missing_and_an_unknown_key_are_refused_here_where_they_are_there() {
    let complete = value(COMPLETE);
    let mut count = 0;
    for group in groups(&complete) {
        let mut wrong = complete.clone();
        wrong.pointer_mut(&group).unwrap()["unknown"] = json!("x");
        assert!(!is_read(&wrong) && !Checker::new().faults(&wrong).is_empty(), "{group}");
        for key in complete.pointer(&group).unwrap().as_object().unwrap().keys() {
            let mut less = complete.clone();
            less.pointer_mut(&group).unwrap().as_object_mut().unwrap().remove(key);
            assert_eq!(Checker::new().faults(&less).is_empty(), is_read(&less), "{group} without {key}");
            count += 1;
        }
    }
    assert!(count > 60, "only {count} keys were tried");
}

/// The paths of all groups of keys in a value.
fn groups(value: &Value) -> Vec<String> {
    let below = |key: &str, value: &Value| {
        groups(value).into_iter().map(|path| format!("/{key}{path}")).collect::<Vec<_>>()
    };
    match value {
        Value::Object(entries) => {
            let inner = entries.iter().flat_map(|(key, value)| below(key, value));
            std::iter::once(String::new()).chain(inner).collect()
        }
        Value::Array(items) => {
            items.iter().enumerate().flat_map(|(i, item)| below(&i.to_string(), item)).collect()
        }
        _ => Vec::new(),
    }
}

#[test]
fn values_are_judged_as_the_program_judges_them() {
    for (path, values) in [
        ("/playbook", json!([1, 0, 2, "one"])),
        ("/id", json!(["a/b", "a", "A/B", "a/b/c", ""])),
        ("/equity/kind", json!(["rsu", "private", "options", "cash"])),
        ("/equity/years", json!([1, 40, 0, 41, -1, "four"])),
        ("/equity/vesting", json!([["100%"], [1], [], "100%"])),
        ("/bands/0/currency", json!(["EUR", "eur", "EURO", ""])),
        ("/bands/0/base/low", json!([0, 1.5, "€1k", "1,000", "", "lots", -1, 100_000_000_000_000_u64])),
        ("/bands/0/bonus/low", json!([0, 0.01, "1%", "1.5 %", -0.1, 5, "", "some"])),
        ("/bands/0/also", json!([null, {"currency": "USD"}, {}, "USD"])),
        ("/questions/0/kind", json!(["text", "number", "money", "choice", "date"])),
        ("/questions/0/id", json!(["place", "years_of-1", "Place", "", "a b"])),
        ("/levers", json!([[], [{"id": "a", "name": "A", "script": "S"}], ["a"], {"a": 1}])),
        ("/levers/0/from_offers", json!([true, false, 1, "yes"])),
        ("/strategy", json!([null, {}, "win"])),
        ("/summary", json!([[], ["a"], "a", [["a"]]])),
    ] {
        for one in values.as_array().unwrap() {
            let mut playbook = value(COMPLETE);
            *playbook.pointer_mut(path).unwrap() = one.clone();
            let faults = Checker::new().faults(&playbook);
            assert_eq!(faults.is_empty(), is_read(&playbook), "{path}: {one}: {faults:?}");
        }
    }
}
