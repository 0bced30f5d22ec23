//! Bad input: each answer names file, line and column, what was found, what belongs there, and a way out.

use crate::sandbox::{PLAYBOOK, Sandbox, WORKED, place};

/// One thing done to a sound file, and what must be said about it.
struct Case {
    from: &'static str,
    to: &'static str,
    /// What the place points at, in `to` or elsewhere in the file.
    at: &'static str,
    found: &'static str,
    way_out: &'static str,
}

const fn case(
    from: &'static str,
    to: &'static str,
    at: &'static str,
    found: &'static str,
    way_out: &'static str,
) -> Case {
    Case { from, to, at, found, way_out }
}

const BASE: &str = "base: 210000";
const SCHEDULE: &str = "years: 4}\n    expires";

const SESSIONS: [Case; 29] = [
    case(BASE, "base: \"\"", "\"\"", "no amount", "210k"),
    case(BASE, "base:", "base:", "no amount", "210k"),
    case(BASE, "base: -210000", "-210000", "`-210000` is below zero", "210k"),
    case(BASE, "base: 99999999999999999", "99999999999999999", "too large", "ten trillion"),
    case(BASE, "base: 1e400", "1e400", "`1e400` is no amount", "210k"),
    case(BASE, "base: .nan", ".nan", "`.nan` is no amount", "210k"),
    case(BASE, "base: a lot", "a lot", "`a lot` is no amount", "210k"),
    case(BASE, "base: 210.000", "210.000", "210,000 or as 210", "Write 210,000 or 210."),
    case(BASE, "currency: USD\n    base: £210k", "£210k", "marked GBP", "Write the amount in USD"),
    case(BASE, "base: £210k", "company: Google", "in GBP", "fx: {GBP: {rate:"),
    case(BASE, "base: [210000]", "base: [", "Found a list", "an amount such as 215000"),
    case(
        "years: 4}\n    expires",
        "vesting: [50%, 30%]}\n    expires",
        "vesting",
        "adds up to 80%",
        "25% 25% 25% 25%",
    ),
    case(SCHEDULE, "vesting: []}\n    expires", "vesting", "1 to 40 years", "25% 25% 25% 25%"),
    case(SCHEDULE, "years: 0}\n    expires", "0}\n    expires", "0 is no usable number of years", "1 to 40"),
    case(
        SCHEDULE,
        "years: 4, haircut: 25}\n    expires",
        "25}\n    expires",
        "no percent sign",
        "Write 25% or 0.25",
    ),
    case(BASE, "currency: XXQ\n    base: 210000", "XXQ", "`XXQ` is no currency code", "USD, EUR or INR"),
    case(BASE, "currency: GBP\n    base: 210000", "GBP", "no rate is set", "fx: {GBP: {rate:"),
    case(BASE, "bse: 210000", "bse", "`bse` is no key that belongs here", "Did you mean `base`?"),
    case(BASE, "base: 210000\n    base: 220000", "base: 220000", "`base` stands twice", "Keep one of them"),
    case("    base: 210000\n", "", "company: Google", "The key `base` is missing", "Add a line `base: …`"),
    case("San Francisco", "Atlantis", "Atlantis", "no region `Atlantis`", "San Francisco, New York, Paris"),
    case(
        "./playbook.yaml",
        "acme/engineer",
        "acme/engineer",
        "no playbook `acme/engineer`",
        "any-company/software-engineer",
    ),
    case("./playbook.yaml", "./gone.yaml", "./gone.yaml", "no file ./gone.yaml", "playbooks list"),
    case("2026-11-27", "2026-02-30", "2026-02-30", "`2026-02-30` is no date", "2026-11-27"),
    case("2026-11-27", "9026-11-27", "9026-11-27", "too far away", "2026-11-27"),
    case(
        "competing-offers: full",
        "competing-offers: fully",
        "fully",
        "`fully` is not known here",
        "none, partial, full",
    ),
    case("session: 1", "session: 0", "0\n", "no format 0", "session: 1"),
    case("region:", "\tregion:", "\tregion:", "A tab", "spaces"),
    case(
        "kind: rsu, years: 4}",
        "kind: rsu, years: 4",
        ": 2026-11-27",
        "cannot be read as YAML",
        "Close the bracket",
    ),
];

#[test]
fn sessions() {
    let sandbox = Sandbox::new();
    for case in SESSIONS {
        let text = WORKED.replacen(case.from, case.to, 1);
        sandbox.write("bad.yaml", &text);
        for command in ["plan", "script", "compare"] {
            let said = sandbox.refused(&[command, "bad.yaml"], 3);
            expect(&said, "bad.yaml", &text, &case);
        }
    }
}

const PLAYBOOKS: [Case; 12] = [
    case("role:", "rolle:", "rolle:", "`rolle` is no key that belongs here", "Did you mean `role`?"),
    case("company:", "role: x\ncompany:", "role: Software", "`role` stands twice", "Keep one of them"),
    case(
        "id: huggingface-enterprise/software-engineer\n",
        "",
        "playbook: 1",
        "The key `id` is missing",
        "Add a line `id: …`",
    ),
    case(
        "id: huggingface-enterprise/",
        "id: Hugging Face/",
        "Hugging Face/",
        "lower-case letters",
        "company/role",
    ),
    case("{low: 170000,", "{low: lots,", "lots", "`lots` is no amount", "210k"),
    case(
        "base: {low: 170000,",
        "base: {low: 270000,",
        "base: {low: 270000",
        "above the high end",
        "{low: 220000, high: 270000}",
    ),
    case("{low: 5%,", "{low: 5,", "5, high: 10%", "no percent sign", "Write 5% or 0.05"),
    case("currency: EUR", "currency: EURO", "EURO", "`EURO` is no currency code", "USD, EUR or INR"),
    case("kind: private", "kind: paper", "paper", "`paper` is not known here", "rsu, private, options"),
    case(
        "of\n      {{ ask.signing }} would",
        "of\n      {{ ask.singing }} would",
        "I'm active in",
        "Nothing fills the slot {{ ask.singing }}",
        "Did you mean {{ ask.signing }}?",
    ),
    case(
        "{{ github_stars }}",
        "{{ followers_i_have }}",
        "I'm active in",
        "Nothing fills the slot {{ followers_i_have }}",
        "Add a question",
    ),
    case(
        "{{ github_stars }}",
        "{% for x in y %}",
        "I'm active in",
        "more than a sentence may do",
        "{{ ask.base }}",
    ),
];

#[test]
fn playbooks() {
    let sandbox = Sandbox::new();
    for case in PLAYBOOKS {
        let text = PLAYBOOK.replacen(case.from, case.to, 1);
        sandbox.write("bad.yaml", &text);
        let said = sandbox.refused(&["playbooks", "check", "bad.yaml"], 3);
        expect(&said, "bad.yaml", &text, &case);
    }
}

fn expect(said: &str, file: &str, text: &str, case: &Case) {
    assert_ne!(text, WORKED, "`{}` was not found", case.from);
    assert_ne!(text, PLAYBOOK, "`{}` was not found", case.from);
    let (line, column) = place(text, case.at);
    let place = format!("{file}:{line}:{column}\n");
    let parts = [place.as_str(), case.found, case.way_out];
    let missing: Vec<_> = parts.iter().filter(|part| !said.contains(*part)).collect();
    assert!(missing.is_empty(), "{}: {missing:?} not in\n{said}", case.to);
}

#[test]
fn a_session_with_a_damaged_playbook_names_the_playbooks_file() {
    let sandbox = Sandbox::new();
    sandbox.write("playbook.yaml", PLAYBOOK.replace("role:", "rolle:"));
    let said = sandbox.refused(&["plan", "session.yaml"], 3);
    assert!(said.contains("playbook.yaml:4:1\n"), "{said}");
}

#[test]
fn a_newer_playbook_is_refused() {
    let sandbox = Sandbox::new();
    sandbox.write("playbook.yaml", PLAYBOOK.replacen("playbook: 1", "playbook: 2\nmood: good", 1));
    for arguments in [&["plan", "session.yaml"][..], &["playbooks", "check", "playbook.yaml"]] {
        let said = sandbox.refused(arguments, 3);
        assert!(said.contains("playbook.yaml") && said.contains("format 2"), "{said}");
        assert!(said.contains("newer negotiate-up"), "{said}");
    }
}

#[test]
fn only_ordinary_files_are_read() {
    let sandbox = Sandbox::new();
    sandbox.write("folder/x", "");
    sandbox.write("empty.yaml", "");
    sandbox.write("zeros.yaml", [0; 64]);
    sandbox.write("latin.yaml", b"session: 1\nregion: Z\xfcrich\n");
    sandbox.write("large.yaml", vec![b'#'; 5 << 20]);
    let cases = [
        ("./folder", "a folder"),
        ("./empty.yaml", "empty"),
        ("./zeros.yaml", "zero bytes"),
        ("./latin.yaml", "latin.yaml:2:10"),
        ("./large.yaml", "larger than 4 MiB"),
        #[cfg(unix)]
        ("/dev/null", "a device"),
    ];
    for (path, found) in cases {
        let said = sandbox.refused(&["plan", path], 3);
        assert!(said.contains(found), "{path}: {said}");
    }
    sandbox.write("session.yaml", WORKED.replace("./playbook.yaml", "./folder"));
    let said = sandbox.refused(&["plan", "session.yaml"], 3);
    assert!(said.contains("folder is a folder"), "{said}");
}

#[test]
fn every_problem_is_told_at_once() {
    let sandbox = Sandbox::new();
    let text = WORKED.replace("San Francisco", "Atlantis").replace("2026-11-27", "9026-11-27");
    sandbox.write("bad.yaml", text);
    let said = sandbox.refused(&["plan", "bad.yaml"], 3);
    assert_eq!(said.matches("error: ").count(), 2, "{said}");
}
