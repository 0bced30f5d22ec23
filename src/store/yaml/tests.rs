//! What the reading of files promises: places, words, limits, and that writing loses nothing.

use proptest::prelude::*;

use super::*;
use crate::domain::money::{Currency, Decimal, Money, Range, Rate, RateRange};
use crate::domain::offer::{Alternative, Equity, EquityKind, OfferStatus, StatedBonus, TargetOffer, Vesting};
use crate::domain::playbook::OwnBand;
use crate::domain::session::{Backing, Fx, Step};

const HEAD: &str = "playbook: 1\nid: acme/engineer\ncompany: Acme\nrole: Engineer\n";

fn faults(unread: Unread) -> Vec<Located> {
    match unread {
        Unread::Faults(faults) => faults,
        Unread::Newer { .. } => panic!("{unread:?}"),
    }
}

/// Line and column of the first fault with everything that is said about it.
fn first(unread: Unread) -> (usize, usize, String) {
    let faults = faults(unread);
    let Located { problem, place } = faults.into_iter().next().expect("a fault");
    let (line, column) = place.map_or((0, 0), |place| (place.line, place.column));
    (line, column, format!("{} {}", problem.message, problem.hint.unwrap_or_default()))
}

#[test]
fn a_bad_playbook_names_line_column_and_cause() {
    let levers = "levers:\n  - id: one\n    name: One\n    script: Say it.\n";
    for (rest, line, column, words) in [
        ("levrs: []\n", 5, 1, "`levrs` is no key that belongs here. Did you mean `levers`?"),
        ("", 1, 1, "The key `levers` is missing here. Add a line `levers: …`."),
        ("levers:\n  - id: a\n    script: x\n", 6, 5, "The key `name` is missing"),
        ("levers: []\nrole: Other\n", 6, 1, "`role` stands twice: in line 4 and in line 6."),
        (
            "levers: []\nequity: {kind: gold}\n",
            6,
            16,
            "`gold` is not known here. Write one of rsu, private, options.",
        ),
        ("levers: []\nequity: {years: four}\n", 6, 17, "Found `four` where a whole number"),
        ("levers: []\nequity: {years: 300}\n", 6, 17, "Found `300` where a whole number"),
        ("levers: []\nequity: {vesting: [50%, 40%]}\n", 6, 10, "adds up to 90%"),
        (
            "levers: []\nequity: [1]\n",
            6,
            1,
            "Found a list where a group of keys (kind, years, vesting) belongs.",
        ),
        ("levers: text\n", 5, 9, "Found `text` where a list belongs."),
        ("levers: []\nabout: [x]\n", 6, 1, "Found a list where a string belongs."),
        ("levers: []\nbands:\n  - region: X\n    currency: XXQ\n", 8, 15, "`XXQ` is no currency code"),
        (
            "levers: []\nbands:\n  - region: é€x\n    currency: USD\n    base: {low: abc, high: 2}\n",
            9,
            17,
            "`abc` is no amount. Write one such as",
        ),
        (
            "levers: []\nbands:\n  - {region: é€x, currency: USD, base: {low: .nan, high: 2}}\n",
            7,
            46,
            "`.nan` is no amount.",
        ),
        ("levers: []\nbands:\n  - {region: X, currency: USD, base: {low: 1e400, high: 2}}\n", 7, 44, "1e400"),
        (
            "levers: []\nbands:\n  - {region: X, currency: USD, base: {low: 9, high: 2}}\n",
            7,
            32,
            "The low end 9 is above the high end 2.",
        ),
        ("levers:\n\t- id: x\n", 6, 1, "A tab stands in the indentation of this line."),
        ("levers:\n  - id: x\n\tname: y\n", 7, 1, "A tab stands"),
        ("levers: []\nabout: this: that\n", 6, 12, "Put quotes around a text that contains `: `"),
        ("levers: []\nabout: \"open\n", 6, 8, "Close the quotation mark"),
        ("levers: []\n---\nplaybook: 1\n", 6, 1, "A second document begins here."),
        ("levers: []\nsummary: &a [*a]\n", 6, 14, "alias stands inside the value"),
        ("levers: []\n<<: {about: x}\n", 6, 1, "`<<` is no key"),
        ("levers: []\n? [a]\n: b\n", 6, 3, "Found a list where a key belongs."),
        ("levers: []\n1: b\n", 6, 1, "`1` is no key"),
        ("levers: []\n\"\\e]52;c;x\\a\": b\n", 6, 1, "`]52;c;x` is no key"),
    ] {
        let text = format!("{HEAD}{rest}");
        let (at, col, said) = first(parse_playbook(&text).expect_err(rest));
        assert_eq!((at, col), (line, column), "{rest:?}: {said}");
        assert!(said.contains(words), "{rest:?}: {said}");
    }
    assert!(parse_playbook(&format!("{HEAD}{levers}")).is_ok());
}

#[test]
fn a_bad_session_names_line_and_column() {
    let head = "session: 1\nplaybook: acme/engineer\nregion: X\n";
    for (rest, line, column, words) in [
        ("answers: {a: x, b: y, a: z}\n", 4, 23, "`a` stands twice: in line 4 and in line 4."),
        (
            "settings:\n  fx:\n    GBP: {rate: 1.2}\n    GBP: {rate: 1.3}\n",
            7,
            5,
            "`GBP` stands twice: in line 6 and in line 7.",
        ),
        ("answers: {a: x, \"a\\u200b\": y}\n", 4, 1, "cannot be seen"),
        (
            "alternatives:\n  - company: G\n    base: 1\n    expires: 2025-02-30\n",
            7,
            14,
            "`2025-02-30` is no date.",
        ),
        ("alternatives:\n  - company: G\n", 5, 5, "`base` is missing"),
        ("alternatives:\n  - company: G\n    base: 1\n    bonus: a lot\n", 7, 12, "a lot"),
        ("backing: {a: fully}\n", 4, 14, "Write one of none, partial, full."),
        ("settings: {horizon_years: -1}\n", 4, 27, "whole number"),
        ("script: {name_rivals: maybe}\n", 4, 23, "true or false"),
        ("x_new: {a: 1}\n", 4, 1, "`x_new` is no key"),
        ("target: {equity: {kind: rsu}}\n", 4, 10, "`grant` is missing"),
    ] {
        let (at, col, said) = first(parse_session(&format!("{head}{rest}")).expect_err(rest));
        assert!(said.contains(words), "{rest:?}: {said}");
        assert_eq!((at, col), (line, column), "{rest:?}: {said}");
    }
}

#[test]
fn byte_order_mark_crlf_and_json_are_accepted() {
    let text = "\u{feff}session: 1\r\nplaybook: a/b\r\nregion: São Paulo\r\n";
    assert_eq!(parse_session(text).unwrap().session.region, "São Paulo");
    let json =
        r#"{"session": 1, "playbook": "a/b", "region": "X", "target": {"base": "$210K", "signing": 5}}"#;
    assert!(parse_session(&json.replace("$210K", "210000")).is_ok());
    let (line, column, _) = first(parse_session("\u{feff}session: 1\r\nplaybok: a/b\r\n").unwrap_err());
    assert_eq!((line, column), (2, 1));
}

#[test]
fn what_looks_like_another_type_stays_text() {
    let text = "session: 1\nplaybook: a/b\nregion: NO\ncompany: 010\nrole: 1:30\nanswers: {a: on, b: 0o17, c: 2024-01-01}\n";
    let session = parse_session(text).unwrap().session;
    assert_eq!(
        (session.region.as_str(), session.company.as_deref(), session.role.as_deref()),
        ("NO", Some("010"), Some("1:30"))
    );
    assert_eq!(session.answers.values().collect::<Vec<_>>(), ["on", "0o17", "2024-01-01"]);
}

#[test]
fn empty_and_zero_filled_files_are_damaged() {
    for text in ["", " \n\n", "\u{feff}", "\0\0\0\0", "# only a comment\n"] {
        let (_, _, said) = first(parse_session(text).unwrap_err());
        assert!(said.contains("damaged") || said.contains("is missing"), "{text:?}: {said}");
    }
    assert!(first(parse_session("\0\0").unwrap_err()).2.contains("zero bytes"));
    assert!(first(parse_session("").unwrap_err()).2.contains("damaged: empty file"));
}

#[test]
fn bombs_end_in_an_error() {
    let laughs: String = ["a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n".to_owned()]
        .into_iter()
        .chain("abcdefgh".chars().zip("bcdefghi".chars()).map(|(one, next)| {
            let nine = vec![format!("*{one}"); 9].join(", ");
            format!("{next}: &{next} [{nine}]\n")
        }))
        .collect();
    let long =
        format!("{HEAD}levers: []\nabout: &a {}\nsummary: [{}]\n", "x".repeat(400_000), "*a, ".repeat(1000));
    for (name, text, words) in [
        ("lists", "[".repeat(1_000_000), "levels deep"),
        ("maps", "{".repeat(1_000_000), "levels deep"),
        ("maps with keys", "{a: ".repeat(250_000), "levels deep"),
        ("block lists", "- ".repeat(500_000), "levels deep"),
        ("hidden depth", "[ # ]\n".repeat(150_000), "levels deep"),
        ("laughs", laughs, "aliases"),
        ("a long text, often", long, "aliases"),
        ("many values", format!("[{}]", "1,".repeat(500_000)), "values"),
        ("a long key", format!("{}: 1", "k".repeat(1_000_000)), ""),
    ] {
        let (_, _, said) = first(parse_playbook(&text).expect_err(name));
        assert!(said.contains(words), "{name}: {said}");
        assert!(said.len() < 1000, "{name}");
    }
}

#[test]
fn brackets_and_stars_in_prose_are_no_bombs() {
    let prose = "[{ R&D *bold* ".repeat(3000);
    let text = format!("{HEAD}levers: []\nabout: '{prose}'\n");
    assert_eq!(parse_playbook(&text).unwrap().about.unwrap(), prose.clone());
}

#[test]
fn a_newer_session_is_read_without_what_is_unknown() {
    let text = "session: 7\nplaybook: a/b\nregion: X\nmood: {a: [1]}\nalternatives:\n  - {company: G, base: 210000.10, perks: 3}\n";
    let read = parse_session(text).unwrap();
    assert_eq!(read.newer, Some(7));
    assert_eq!(read.session.alternatives[0].base.amount().to_string(), "210000.1");
    let unknown = "session: 7\nplaybook: a/b\nregion: X\nalternatives: nowadays a text\n";
    assert_eq!(parse_session(unknown), Err(Unread::Newer { found: 7, known: 1 }));
    assert_eq!(parse_session("session: 2\nplaybook: a/b\nregion: X\n").unwrap().newer, Some(2));
    let newer = parse_playbook("playbook: 2\nid: a/b\nplays: []\n");
    assert_eq!(newer, Err(Unread::Newer { found: 2, known: 1 }));
    assert!(
        first(parse_session("session: 0\nplaybook: a/b\nregion: X\n").unwrap_err()).2.contains("format 0")
    );
}

#[test]
fn problems_of_a_computation_get_their_place() {
    let text = "session: 1\nplaybook: a/b\nregion: X\nanswers: {a.b: 1, a: 2}\nalternatives:\n  - company: G\n    base: 1\n    equity:\n      grant: 5\n      vesting: [100%]\n";
    for (at, place) in [
        ("alternatives[0].equity.vesting", (10, 7)),
        ("alternatives[0].equity.grant", (9, 14)),
        ("alternatives[0].currency", (6, 5)),
        ("alternatives[0]", (6, 5)),
        ("alternatives", (5, 1)),
        ("answers.a.b", (4, 16)),
        ("answers.a", (4, 22)),
        ("band", (1, 1)),
        ("", (1, 1)),
    ] {
        assert_eq!(locate(text, &Problem::new("x", "x").at(at)), Some(place), "{at}");
    }
    assert_eq!(locate("a: [", &Problem::new("x", "x")), None);
}

#[test]
fn escapes_that_become_controls_are_cleaned() {
    let text = "session: 1\nplaybook: a/b\nregion: \"a\\e[31m\\u202eb\"\nanswers: {\"q\\u200b\": \"x\\ty\\nz\\a\"}\n";
    let session = parse_session(text).unwrap().session;
    assert_eq!(session.region, "a[31mb");
    assert_eq!(session.answers["q"], "x y\nz");
}

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        "\\PC{0,12}",
        "[ -~\\n]{0,40}",
        Just("~".to_owned()),
        Just("null".to_owned()),
        Just("true".to_owned()),
        Just("0x1F".to_owned()),
        Just("1e3".to_owned()),
        Just("- a: b # c".to_owned()),
        Just("\n leading\n\ntrailing \n".to_owned()),
    ]
    .prop_map(|text| text::clean(&text).into_owned())
}

fn name() -> impl Strategy<Value = String> {
    words().prop_map(|text| text::line(&text).into_owned())
}

fn money() -> impl Strategy<Value = Money> {
    let amount = prop_oneof![0..=10_000_000_000_000_i64, 0..=500_000_i64];
    (amount, 0..=2_u32).prop_map(|(amount, scale)| Money::new(Decimal::new(amount, scale)).unwrap())
}

fn rate() -> impl Strategy<Value = Rate> {
    (0..=30_000_i64).prop_map(|n| Rate::new(Decimal::new(n, 4)).unwrap())
}

fn bonus() -> impl Strategy<Value = StatedBonus> {
    (rate(), rate()).prop_map(|(a, b)| StatedBonus(RateRange { low: a.min(b), high: a.max(b) }))
}

fn day() -> impl Strategy<Value = jiff::civil::Date> {
    (2000..=2100_i16, 1..=12_i8, 1..=28_i8).prop_map(|(y, m, d)| jiff::civil::date(y, m, d))
}

fn equity() -> impl Strategy<Value = Equity> {
    let kind = prop::option::of(prop::sample::select(EquityKind::ALL.to_vec()));
    let vesting = prop::option::of(
        (0..=100_u32).prop_map(|a| Vesting::new(vec![Rate::percent(a), Rate::percent(100 - a)]).unwrap()),
    );
    (money(), kind, prop::option::of(1..=40_u8), vesting, prop::option::of(rate())).prop_map(
        |(grant, kind, years, vesting, haircut)| Equity {
            kind,
            years,
            vesting,
            haircut,
            ..Equity::of(grant)
        },
    )
}

fn alternative() -> impl Strategy<Value = Alternative> {
    let terms = (
        prop::option::of(bonus()),
        prop::option::of(money()),
        prop::option::of(equity()),
        prop::option::of(money()),
        prop::option::of(day()),
    );
    let status = prop::sample::select(OfferStatus::ALL.to_vec());
    (name(), prop::option::of(name()), status, prop::option::of(rate()), money(), terms).prop_map(
        |(company, level, status, confidence, base, (bonus, bonus_amount, equity, signing, expires))| {
            Alternative {
                level,
                status,
                confidence,
                currency: signing.map(|_| Currency::GBP),
                bonus,
                bonus_amount,
                equity,
                signing,
                relocation: signing,
                expires,
                ..Alternative::of(company, base)
            }
        },
    )
}

prop_compose! {
    fn sessions()(
        texts in (name(), name(), prop::option::of(name()), prop::option::of(name())),
        answers in prop::collection::btree_map(name(), words(), 0..4),
        backing in prop::collection::btree_map(name(), prop::sample::select(Backing::ALL.to_vec()), 0..4),
        alternatives in prop::collection::vec(alternative(), 0..4),
        target in prop::option::of((prop::option::of(money()), prop::option::of(bonus()), prop::option::of(equity()), prop::option::of(day()))),
        band in prop::option::of((money(), money(), rate())),
        step in prop::option::of(prop::sample::select(Step::ALL.to_vec())),
        settings in (1..=40_u8, rate(), rate(), prop::option::of(money()), prop::option::of((1..=1_000_000_i64, day()))),
        edits in prop::collection::btree_map(name(), words(), 0..3),
        name_rivals: bool,
    ) -> Session {
        let mut session = Session::new(texts.0, texts.1);
        (session.title, session.level) = (texts.2, texts.3);
        (session.answers, session.backing, session.alternatives) = (answers, backing, alternatives);
        session.target = target.map(|(base, bonus, equity, expires)| TargetOffer { base, bonus, equity, expires, ..TargetOffer::default() });
        session.band = band.map(|(low, high, rate)| OwnBand {
            currency: Currency::INR,
            base: Some(Range { low, high }),
            equity: None,
            bonus: Some(RateRange { low: rate, high: rate }),
            bonus_amount: None,
            total: Some(Range { low: high, high: low }),
        });
        session.step = step;
        let (horizon_years, discount_rate, private_haircut, personal_minimum, fx) = settings;
        session.settings.horizon_years = horizon_years;
        session.settings.discount_rate = discount_rate;
        session.settings.private_haircut = private_haircut;
        session.settings.personal_minimum = personal_minimum;
        if let Some((rate, day)) = fx {
            let rate = Decimal::new(rate, 4).to_string().parse().unwrap();
            session.settings.fx.insert(Currency::EUR, Fx { rate, as_of: Some(day), source: Some("my bank".to_owned()) });
        }
        session.script.edits = edits;
        session.script.name_rivals = name_rivals;
        session
    }
}

proptest! {
    #[test]
    fn what_is_written_reads_back_the_same(session in sessions()) {
        let text = to_yaml(&session).unwrap();
        let read = parse_session(&text);
        prop_assert_eq!(read, Ok(SessionRead { session: session.clone(), newer: None }), "{}", text);
    }

    /// The two readings agree: whatever the ordinary one takes, the one with places takes as the same.
    #[test]
    fn the_reading_with_places_agrees(session in sessions()) {
        let text = to_yaml(&session).unwrap();
        let tree = tree::build(&text).unwrap();
        let read = <Session as serde::Deserialize>::deserialize(Reader { node: &tree, manner: Manner::Strict });
        prop_assert_eq!(read.unwrap(), session);
    }

    #[test]
    fn any_damage_is_an_answer_and_never_a_panic(session in sessions(), at in 0..4000_usize, bit in 0..8_u32) {
        let mut bytes = to_yaml(&session).unwrap().into_bytes();
        let at = at % bytes.len();
        bytes[at] ^= 1 << bit;
        let text = String::from_utf8_lossy(&bytes);
        if let Err(unread) = parse_session(&text) {
            let shown = unread.in_file(Path::new("x.yaml"), &text).render();
            prop_assert!(!shown.chars().any(|c| c.is_control() && c != '\n'), "{:?}", shown);
        }
    }
}
