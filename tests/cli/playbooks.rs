//! `playbooks`: the library listed, shown, checked, found.

use serde_json::json;

use crate::sandbox::{PLAYBOOK, Sandbox, place};

const HUGGING_FACE: &str = "huggingface-enterprise/software-engineer";
const COMPLETE: &str = include_str!("fixtures/complete.yaml");

#[test]
fn the_list_has_the_built_in_ones_and_ones_own() {
    let sandbox = Sandbox::new();
    sandbox.write("data/playbooks/acme/engineer.yaml", COMPLETE);
    let list = sandbox.json(&["playbooks", "list", "--json"]);
    let ids: Vec<_> = list.as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["acme/engineer", "any-company/software-engineer", HUGGING_FACE]);
    assert_eq!(list[1]["source"], "built in");
    assert_eq!(list[0]["source"], sandbox.path("data/playbooks/acme/engineer.yaml").to_str().unwrap());
    assert_eq!(list[0]["places"][0]["region"], "Paris");
    let ran = sandbox.run(&["playbooks"]);
    let lines: Vec<_> = ran.out.lines().collect();
    assert!(lines[0].contains("Acme · Engineer  Paris") && lines[1].ends_with("(built in)"), "{}", ran.out);
    assert!(lines.iter().all(|line| line.chars().count() <= 80), "{}", ran.out);
    assert_eq!(ran.err, "1 of your own, 2 built in.\n");
}

#[test]
fn a_damaged_one_is_listed_with_its_reason() {
    let sandbox = Sandbox::new();
    sandbox.write("data/playbooks/acme/engineer.yaml", "playbook: [\n");
    let list = sandbox.json(&["playbooks", "list", "--json"]);
    let damaged = list.as_array().unwrap().iter().find(|one| one["id"] == "acme/engineer").unwrap();
    assert!(damaged["damaged"].as_str().unwrap().contains("engineer.yaml:"), "{damaged}");
    let ran = sandbox.run(&["playbooks", "list"]);
    assert!(ran.out.contains("damaged: acme/engineer.yaml:") && ran.err.contains("1 damaged"), "{ran:?}");
}

#[test]
fn a_playbook_is_shown_for_people_and_for_other_programs() {
    let sandbox = Sandbox::new();
    let text = sandbox.done(&["playbooks", "show", HUGGING_FACE]);
    assert!(text.contains("base $170K to $220K") && text.contains("competing-offers"), "{text}");
    let shown = sandbox.json(&["playbooks", "show", "playbook.yaml", "--json"]);
    assert_eq!((&shown["playbook"], &shown["id"]), (&json!(1), &json!(HUGGING_FACE)));
    assert_eq!(shown["bands"][0]["base"], json!({"low": 170_000, "high": 220_000}));
    // What is shown is itself a playbook.
    sandbox.write("shown.json", shown.to_string());
    assert_eq!(sandbox.json(&["playbooks", "show", "shown.json", "--json"]), shown);
}

/// The bundled playbook with figures of a month not long ago.
fn fresh() -> String {
    PLAYBOOK.replace("as_of: 2026-01", "as_of: 2026-09")
}

#[test]
fn checking_takes_each_on_its_own_and_the_worst_decides() {
    let sandbox = Sandbox::new();
    sandbox.write("complete.yaml", COMPLETE);
    sandbox.write("playbook.yaml", fresh());
    sandbox.write("bad.yaml", PLAYBOOK.replace("role:", "rolle:"));
    let sound = sandbox.done(&[
        "playbooks",
        "check",
        "playbook.yaml",
        "complete.yaml",
        "any-company/software-engineer",
    ]);
    assert_eq!(sound.matches(": sound\n").count(), 3, "{sound}");
    for (names, code) in [(["none.yaml", "playbook.yaml"], 1), (["bad.yaml", "playbook.yaml"], 3)] {
        let ran = sandbox.run(&["playbooks", "check", names[0], names[1]]);
        assert_eq!((ran.code, ran.out.as_str()), (code, "playbook.yaml: sound\n"), "{}", ran.err);
        assert!(ran.err.contains(names[0]), "{}", ran.err);
    }
}

#[test]
fn what_is_odd_is_said_with_its_place_and_is_no_failure() {
    let sandbox = Sandbox::new();
    sandbox.write(
        "odd.yaml",
        fresh().replace("total: {low: 223000, high: 315000}", "total: {low: 223000, high: 915000}"),
    );
    let ran = sandbox.run(&["playbooks", "check", "odd.yaml"]);
    assert_eq!((ran.code, ran.out.as_str()), (0, "odd.yaml: sound, 1 to look at\n"), "{}", ran.err);
    let marked = "28 |     total: {low: 223000, high: 915000}\n   |     ^^^^^\n";
    assert!(ran.err.starts_with("warning: ") && ran.err.contains("odd.yaml:28:5"), "{}", ran.err);
    assert!(ran.err.contains(marked), "{}", ran.err);
}

#[test]
fn every_kind_of_warning_has_its_place() {
    let sandbox = Sandbox::new();
    let question = "  - id: idle\n    ask: Why?\nlevers:\n";
    let odd = PLAYBOOK
        .replace("total: {low: 223000, high: 315000}", "total: {low: 223000, high: 915000}")
        .replace("asks: {base: 218000}", "asks: {base: 318000}")
        .replace("levers:\n", question);
    sandbox.write("odd.yaml", &odd);
    let found = sandbox.json(&["playbooks", "check", "odd.yaml", "--json"]);
    let found: Vec<_> = found
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            assert_eq!((&one["severity"], &one["file"]), (&json!("warning"), &json!("odd.yaml")));
            assert!(one["message"].is_string() && one["hint"].is_string());
            let at = |key: &str| usize::try_from(one[key].as_u64().unwrap()).unwrap();
            (one["code"].as_str().unwrap(), (at("line"), at("column")))
        })
        .collect();
    let value_of = |part: &str, key: usize| {
        let (line, column) = place(&odd, part);
        (line, column + key)
    };
    let wanted = [
        ("total-differs", place(&odd, "total: {low: 223000, high: 915000}")),
        ("ask-outside-band", value_of("{base: 318000}", 7)),
        ("question-unused", value_of("id: idle", 4)),
        ("figures-old", value_of("as_of:", 7)),
    ];
    assert_eq!(found, wanted);
}

#[test]
fn errors_are_objects_too_and_keep_their_exit_code() {
    let sandbox = Sandbox::new();
    let bad = fresh().replace("role:", "rolle:");
    sandbox.write("bad.yaml", &bad);
    let ran = sandbox.run(&["playbooks", "check", "bad.yaml", "none.yaml", "--json"]);
    assert_eq!((ran.code, ran.err.as_str()), (3, ""));
    let rows: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let (line, column) = place(&bad, "rolle:");
    assert_eq!(
        (&rows[0]["line"], &rows[0]["column"], &rows[0]["severity"], &rows[0]["code"]),
        (&json!(line), &json!(column), &json!("error"), &json!("key-unknown"))
    );
    assert_eq!((&rows[1]["line"], &rows[1]["severity"]), (&json!(null), &json!("error")));
    assert!(rows[1]["message"].as_str().unwrap().contains("none.yaml"));
    // A sentence that is wrong does not hide what is odd.
    sandbox.write("both.yaml", PLAYBOOK.replace("{{ github_stars }}", "{{ github_star }}"));
    let ran = sandbox.run(&["playbooks", "check", "both.yaml"]);
    assert_eq!((ran.code, ran.out.as_str()), (3, ""));
    assert!(ran.err.contains("error: Nothing fills") && ran.err.contains("warning: These are figures of"));
}

/// A shelf of playbooks of several companies.
fn shelf() -> Sandbox {
    let sandbox = Sandbox::new();
    for (id, company, role, level) in [
        ("google/software-engineer", "Google", "Software Engineer", "Google L4"),
        ("google/senior-software-engineer", "Google", "Senior Software Engineer", "Google L5"),
        ("stripe/product-manager", "Stripe", "Product Manager", "Google L5 PM"),
        ("stripe/data-engineer", "Stripe", "Data Engineer", "Meta E4"),
    ] {
        let text = fresh()
            .replace("id: huggingface-enterprise/software-engineer", &format!("id: {id}"))
            .replace("company: Hugging Face Enterprise", &format!("company: {company}"))
            .replace("role: Software Engineer", &format!("role: {role}"))
            .replace("  - Google L4\n", &format!("  - {level}\n"));
        sandbox.write(&format!("data/playbooks/{id}.yaml"), text);
    }
    sandbox
}

fn ids(list: &serde_json::Value) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect()
}

#[test]
fn words_find_the_playbook_that_is_meant() {
    let sandbox = shelf();
    for (words, first) in [
        ("google swe", "google/software-engineer"),
        ("sr swe google", "google/senior-software-engineer"),
        ("product manager at Stripe", "stripe/product-manager"),
        ("pm stripe", "stripe/product-manager"),
        ("hugging face", HUGGING_FACE),
    ] {
        let mut arguments = vec!["playbooks", "search", "--json"];
        arguments.extend(words.split(' '));
        let list = sandbox.json(&arguments);
        assert_eq!(ids(&list).first(), Some(&first), "{words}");
    }
    let ran = sandbox.run(&["playbooks", "search", "swe", "-n", "1"]);
    assert_eq!((ran.code, ran.out.lines().count()), (0, 1), "{}", ran.err);
    assert!(ran.err.contains("… and 3 more"), "{}", ran.err);
    assert_eq!(sandbox.done(&["playbooks", "search", "swe", "-n", "0"]).lines().count(), 4);
    let list = sandbox.json(&["playbooks", "search", "engineer", "--region", "paris", "--json"]);
    assert!(!ids(&list).contains(&"any-company/software-engineer") && ids(&list).len() == 4, "{list}");
    assert_eq!(sandbox.refused(&["playbooks", "list", "--currency", "EURO"], 2).matches("EURO").count(), 2);
}

#[test]
fn the_whole_text_is_searched_when_asked() {
    let sandbox = shelf();
    let words = ["playbooks", "search", "--text", "tokenize", "stripe", "--json"];
    assert_eq!(sandbox.json(&words), json!([]));
    let words = ["playbooks", "search", "--text", "serving-layer", "stripe", "--json"];
    assert_eq!(ids(&sandbox.json(&words)), ["stripe/data-engineer", "stripe/product-manager"]);
    let list = sandbox.json(&["playbooks", "search", "--text", "serving", "--currency", "INR", "--json"]);
    assert_eq!(list, json!([]));
}

#[test]
fn where_nothing_is_found_the_way_on_is_told() {
    let sandbox = shelf();
    for (words, told) in [
        (
            "software engineer at unknownco",
            [
                "No playbook for Unknownco.",
                "negotiate-up new any-company/software-engineer",
                "google/software-engineer",
            ],
        ),
        (
            "stripe swe",
            ["Stripe has no playbook for `swe`.", "stripe/data-engineer", "google/software-engineer"],
        ),
        ("zzzz", ["No playbook for Zzzz.", "any company", "any-company/software-engineer"]),
    ] {
        let mut arguments = vec!["playbooks", "search"];
        arguments.extend(words.split(' '));
        let ran = sandbox.run(&arguments);
        assert_eq!((ran.code, ran.out.as_str()), (0, ""), "{words}");
        for part in told {
            assert!(ran.err.contains(part), "{words}: {}", ran.err);
        }
        arguments.push("--json");
        assert_eq!(sandbox.json(&arguments), json!([]));
    }
    let ran = sandbox.run(&["playbooks", "search", "google", "--region", "Atlantis"]);
    assert!(ran.err.contains("2 playbooks fit the words; none has a band in `Atlantis`."), "{}", ran.err);
    assert!(ran.err.contains("New York, Paris"), "{}", ran.err);
    let ran = sandbox.run(&["playbooks", "list", "--region", "Atlantis", "--json"]);
    assert_eq!((ran.code, ran.out.as_str()), (0, "[]\n"));
}

#[test]
fn the_page_of_a_playbook_has_rulers_its_age_and_its_neighbours() {
    let sandbox = shelf();
    let page = sandbox.done(&["playbooks", "show", HUGGING_FACE]);
    for part in [
        "Figures of January 2026, 10 months old: check them against a newer source.",
        "  $170K [---",
        "] $220K",
        "  €145K [---",
        "3. Enterprise infrastructure (enterprise-infrastructure)\n   asks for $218K base",
        "PRIVATE: for your eyes only",
        "Same role elsewhere\n- google/software-engineer\n",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert!(page.lines().all(|line| line.chars().count() <= 80), "{page}");
    let page = sandbox.done(&["playbooks", "show", "stripe/product-manager"]);
    assert!(page.contains("Other roles at Stripe\n- stripe/data-engineer\n"), "{page}");
}

#[test]
fn paths_are_results() {
    let sandbox = Sandbox::new();
    let folder = sandbox.done(&["playbooks", "path"]);
    assert_eq!(folder.trim_end(), sandbox.path("data/playbooks").to_str().unwrap());
    let place = sandbox.path(&format!("data/playbooks/{HUGGING_FACE}.yaml"));
    let ran = sandbox.run(&["playbooks", "path", HUGGING_FACE]);
    assert_eq!(ran.out.trim_end(), place.to_str().unwrap());
    assert!(ran.err.contains("built in"), "{}", ran.err);
    sandbox.write(&format!("data/playbooks/{HUGGING_FACE}.yaml"), PLAYBOOK);
    let ran = sandbox.run(&["playbooks", "path", HUGGING_FACE]);
    assert_eq!((ran.out.trim_end(), ran.err.as_str()), (place.to_str().unwrap(), ""));
}

#[test]
fn an_id_that_is_not_there_brings_the_near_ones() {
    let said = Sandbox::new().refused(&["playbooks", "show", "huggingface/software-engineer"], 1);
    assert!(said.contains(HUGGING_FACE), "{said}");
}
