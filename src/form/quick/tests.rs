use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::domain::money::{Money, Rate};
use crate::domain::offer::{Equity, EquityKind, OfferStatus, StatedBonus};

/// A Monday.
const TODAY: Context = Context { today: date(2026, 11, 23), currency: Currency::USD };

fn money(text: &str) -> Money {
    text.parse().unwrap()
}

fn shown(understood: &Understood) -> String {
    let shown: Vec<&str> = understood.pieces().iter().map(|piece| piece.shown.as_str()).collect();
    shown.join(" | ")
}

/// Lines that leave nothing open, with all that is understood.
const CLEAR: &[(&str, &str)] = &[
    (
        "Google L4 210k base 260k rsu/4y 15% bonus 25k sign-on by Fri",
        "company Google | level L4 | base $210,000 a year | listed stock $260,000 over 4 years | bonus 15% | signing $25,000 | answer by Fri 27 Nov",
    ),
    (
        "Meta E4: base $205K, RSU $300K/4y, bonus 15%, signing 50k, expires 2026-12-01",
        "company Meta | level E4 | base $205,000 a year | listed stock $300,000 over 4 years | bonus 15% | signing $50,000 | answer by Tue 1 Dec",
    ),
    (
        "Stripe 220k + 180k stock options verbal 70%",
        "company Stripe | base $220,000 a year | stock options $180,000 over 4 years, as none are stated | verbal offer | 70% likely to come in writing",
    ),
    (
        "stay at Acme 180k 10% bonus 40k/yr rsu",
        "current job | company Acme | base $180,000 a year | bonus 10% | listed stock $160,000 over 4 years ($40,000 a year)",
    ),
    (
        "DeepMind London £150k 15% £160k RSUs",
        "company DeepMind London | base £150,000 a year | bonus 15% | listed stock £160,000 over 4 years, as none are stated",
    ),
    (
        "Acme base=210k equity=65k/yr",
        "company Acme | base $210,000 a year | equity $260,000 over 4 years ($65,000 a year), counted as listed stock",
    ),
    (
        "Anthropic 215k/250k private",
        "company Anthropic | base $215,000 a year | private stock $250,000 over 4 years, as none are stated",
    ),
    ("Jane Street IC3 250k base", "company Jane Street | level IC3 | base $250,000 a year"),
    ("JANE STREET ic3 250K BASE", "company JANE STREET | level ic3 | base $250,000 a year"),
    (
        "Ernst & Young Senior 120k bonus 10-15%",
        "company Ernst & Young | level Senior | base $120,000 a year | bonus 10%-15%",
    ),
    (
        "Bank of America VP 175k base 30% bonus",
        "company Bank of America | level VP | base $175,000 a year | bonus 30%",
    ),
    ("AT&T 150k", "company AT&T | base $150,000 a year"),
    ("The Trade Desk SWE II 190k", "company The Trade Desk | level SWE II | base $190,000 a year"),
    (
        "23andMe Senior Software Engineer 150k",
        "company 23andMe | level Senior Software Engineer | base $150,000 a year",
    ),
    ("7-Eleven 100k base", "company 7-Eleven | base $100,000 a year"),
    ("\"3M\" 150k base no bonus", "company 3M | base $150,000 a year | no bonus"),
    ("Acme £95k", "company Acme | base £95,000 a year"),
    ("Acme ₹45L", "company Acme | base ₹45,00,000 a year"),
    (
        "Flipkart 45 lakh fixed 12 LPA esop",
        "company Flipkart | base ₹45,00,000 a year | stock options ₹48,00,000 over 4 years (₹12,00,000 a year)",
    ),
    ("Acme base: 210 000 €, signing: 16 000 €", "company Acme | base €210,000 a year | signing €16,000"),
    ("Acme €145.000,00 base", "company Acme | base €145,000 a year"),
    ("Acme 95 500 EUR", "company Acme | base €95,500 a year"),
    ("Roche CHF 120'000 base 10% bonus", "company Roche | base CHF 120,000 a year | bonus 10%"),
    ("$150k CAD Shopify Staff", "base C$150,000 a year | company Shopify | level Staff"),
    (
        "GBP: Acme 95k base 10k pension",
        "amounts in GBP | company Acme | base £95,000 a year | other pay £10,000 a year",
    ),
    (
        "offer from Stripe: 220k base, 180k stock options (4y, 1 year cliff)",
        "company Stripe | base $220,000 a year | stock options $180,000 over 4 years | `1 year cliff`",
    ),
    (
        "Amazon SDE2 base 165k rsu 200k 5/15/40/40 signing 60k",
        "company Amazon | level SDE2 | base $165,000 a year | listed stock $200,000 vesting 5% 15% 40% 40% | signing $60,000",
    ),
    (
        "Snap 210k base 300k stock vesting over 3 years",
        "company Snap | base $210,000 a year | equity $300,000 over 3 years, counted as listed stock",
    ),
    (
        "base 210k, private, Anthropic, equity 250k, confidence 80%",
        "base $210,000 a year | private stock $250,000 over 4 years, as none are stated | company Anthropic | private stock $250,000 over 4 years, as none are stated | 80% likely to come in writing",
    ),
    ("Two Sigma 200k bonus 100k", "company Two Sigma | base $200,000 a year | bonus $100,000 a year"),
    ("Acme 210k base relocation 10k", "company Acme | base $210,000 a year | relocation $10,000"),
    ("Acme base 210k bonus 0.15", "company Acme | base $210,000 a year | bonus 15%"),
    (
        "currently at Acme Corp; salary 150k | RSUs 40k per year",
        "current job | company Acme Corp | base $150,000 a year | listed stock $160,000 over 4 years ($40,000 a year)",
    ),
    (
        "expected offer from Meta, base 230k",
        "expected offer, which does not count yet | company Meta | base $230,000 a year",
    ),
    ("Acme 210k base by Nov 20", "company Acme | base $210,000 a year | answer by Sat 20 Nov 2027"),
    (
        "Acme 210k base expires 2026-11-20",
        "company Acme | base $210,000 a year | answer by Fri 20 Nov, 3 days ago",
    ),
    (
        "Acme 210k base starts Jan 5 by EOD Nov 30",
        "company Acme | base $210,000 a year | `starts Jan 5` | answer by Mon 30 Nov",
    ),
    // What is no pay is never taken for pay.
    ("Acme 401k 210k", "company Acme | `401k` | base $210,000 a year"),
    ("Acme 2026 210k base", "company Acme | `2026` | base $210,000 a year"),
    (
        "Acme 210k 0.5% equity",
        "company Acme | base $210,000 a year | `0.5% equity` (write what the grant is worth, such as equity 200k)",
    ),
    (
        "Acme 210k base, pension 8%",
        "company Acme | base $210,000 a year | `pension 8%` (write an amount, such as other pay 10k)",
    ),
    ("Netflix 500k all cash", "company Netflix | base $500,000 a year | `all cash`"),
    ("Google, Meta 210k", "company Google | `Meta` | base $210,000 a year"),
    ("Acme\u{1b} 210k", "company Acme | base $210,000 a year"),
    ("Ac\u{200b}me 210k", "company Acme | base $210,000 a year"),
];

#[test]
fn what_is_understood_is_shown() {
    for (line, expected) in CLEAR {
        let understood = read(line, &TODAY);
        assert_eq!(shown(&understood), *expected, "{line}");
        assert!(understood.alternative().is_ok(), "{line}: {:?}", understood.alternative());
    }
}

/// Lines that leave one thing open, with the line that each answer makes and what it says.
const OPEN: &[(&str, [&str; 2])] = &[
    ("Acme 210", ["Acme 210k", "Acme 210.00"]),
    ("Acme €145.000", ["Acme €145,000", "Acme EUR 145.00"]),
    ("Acme base 1.234M", ["Acme base 1,234,000,000", "Acme base 1,234,000"]),
    ("Anthropic 215/250 private", ["Anthropic 215k/250k private", "Anthropic 215.00/250.00 private"]),
    ("Google 210k 15 bonus", ["Google 210k 15% bonus", "Google 210k 15k bonus"]),
    ("Snap 180k rsu 210k", ["Snap 180k, rsu 210k", "Snap 180k rsu, 210k"]),
    ("Snap 210k base, 260k", ["Snap 210k base, equity 260k", "Snap 210k base, signing 260k"]),
    ("Snap 210k 260k 15%", ["Snap 210k , equity 260k, 15%", "Snap 210k , signing 260k, 15%"]),
    (
        "Acme signing 25k relocation, base 200k",
        ["Acme signing 25k, relocation, base 200k", "Acme signing, 25k relocation, base 200k"],
    ),
    ("Acme 210k verbal 15%", ["Acme 210k verbal bonus 15%", "Acme 210k verbal confidence 15%"]),
    ("Acme 210k base by 12/11/2026", ["Acme 210k base by 2026-11-12", "Acme 210k base by 2026-12-11"]),
    ("Acme 210k base by next friday", ["Acme 210k base by 2026-11-27", "Acme 210k base by 2026-12-04"]),
];

fn answered(line: &str, question: &Question, reading: usize) -> String {
    let mut line = line.to_owned();
    line.replace_range(question.span.clone(), &question.readings[reading].1);
    line
}

#[test]
fn what_can_be_read_two_ways_is_asked_about_and_an_answer_settles_it() {
    for (line, answers) in OPEN {
        let understood = read(line, &TODAY);
        let [question] = understood.questions().try_into().unwrap_or_else(|_| panic!("{line}"));
        assert_eq!(understood.alternative().unwrap_err().code, "quick-open", "{line}");
        assert!(understood.pieces().iter().any(|piece| piece.meaning == Meaning::Ambiguous), "{line}");
        for (reading, expected) in answers.iter().enumerate() {
            let settled = answered(line, &question, reading);
            assert_eq!(settled, *expected, "{line}");
            assert!(read(&settled, &TODAY).alternative().is_ok(), "{settled}");
        }
    }
}

#[test]
fn what_cannot_be_used_is_refused_by_its_reason() {
    for (line, code) in [
        ("", "company-missing"),
        (" ,;| ", "company-missing"),
        ("base 210k", "company-missing"),
        ("Google", "base-missing"),
        ("TC 340", "base-missing"),
        ("Google TC 340", "base-missing"),
        ("Acme 5.5k/mo", "amount-period"),
        ("Acme 65/hr base", "amount-period"),
        ("Acme base 5.5k monthly", "amount-period"),
        ("Acme rsu/month 5k base 200k", "amount-period"),
        ("Acme 200-220k base", "amount-several"),
        ("Acme -5k base", "amount-negative"),
        ("Acme base 2\u{200b}10k", "amount-unreadable"),
        ("Acme base 99999999999999", "amount-range"),
        ("Acme base 210k base 220k", "offer-twice"),
        ("Acme base 210k by Fri by Thu", "offer-twice"),
        ("Acme 210k base 200k rsu 30/30/20/10", "vesting-sum"),
        ("Acme 210k base 200k rsu 3y 25/25/25/25", "vesting-years"),
        ("Acme 210k base signing 5k/yr", "amount-once"),
        ("Acme 210k base expires 2025-02-30", "day-impossible"),
        ("Acme £95k base $40k rsu", "currency-mixed"),
        ("Acme written 210k 70% likely", "confidence-status"),
        ("Acme 210k base 400% bonus", "rate-range"),
    ] {
        let problem = read(line, &TODAY).alternative().unwrap_err();
        assert_eq!(problem.code, code, "{line}: {problem}");
        assert!(problem.hint.is_some(), "{line}");
    }
    let euros = Context { currency: Currency::EUR, ..TODAY };
    assert_eq!(read("Acme $210k", &euros).alternative().unwrap_err().code, "currency-open");
    let long = format!("Google 210k {}", "base ".repeat(1000));
    assert_eq!(read(&long, &TODAY).alternative().unwrap_err().code, "company-missing");
}

#[test]
fn a_total_is_explained_and_never_taken_for_the_base() {
    let understood = read("Google TC 340", &TODAY);
    assert_eq!(understood.offer.total, Some(money("340k")));
    assert_eq!(understood.offer.base, None);
    let problem = understood.alternative().unwrap_err();
    assert_eq!(problem.message, "A total of $340,000 is no base: it cannot be split into its parts.");
}

#[test]
fn the_whole_offer_is_taken_over() {
    let line = "Acme IC4 verbal 70%: base £150k, bonus 10-15%, private stock 40k/yr over 3 years, signing 20k, relo 5k, pension 6k, by 27 Nov";
    let expected = Alternative {
        level: Some("IC4".to_owned()),
        status: OfferStatus::Verbal,
        confidence: Some(Rate::percent(70)),
        currency: Some(Currency::GBP),
        bonus: Some("10-15%".parse::<StatedBonus>().unwrap()),
        equity: Some(Equity { kind: Some(EquityKind::Private), years: Some(3), ..Equity::of(money("120k")) }),
        signing: Some(money("20k")),
        relocation: Some(money("5k")),
        other_annual: Some(money("6k")),
        expires: Some(date(2026, 11, 27)),
        ..Alternative::of("Acme", money("150k"))
    };
    assert_eq!(read(line, &TODAY).alternative(), Ok(expected));
}

#[test]
fn a_bare_figure_in_a_plan_in_rupees_may_be_lakhs() {
    let rupees = Context { currency: Currency::INR, ..TODAY };
    let [question] = read("Acme 45", &rupees).questions().try_into().unwrap();
    assert_eq!(question.readings[0], ("base ₹45,00,000".to_owned(), "45L".to_owned()));
}

const WORDS: [&str; 56] = [
    "Google",
    "Acme",
    "L4",
    "Senior",
    "210k",
    "260k",
    "25k",
    "15%",
    "70%",
    "210",
    "$95k",
    "145.000",
    "base",
    "rsu",
    "bonus",
    "signing",
    "equity",
    "private",
    "options",
    "verbal",
    "current",
    "by",
    "Fri",
    "12/11",
    "2026-12-01",
    "/4y",
    "over",
    "4",
    "years",
    "per",
    "year",
    "a",
    "/yr",
    "/mo",
    "TC",
    "no",
    "33/33/22/12",
    "relo",
    "likely",
    "EUR",
    "$",
    "000",
    "lakh",
    "the",
    "of",
    "from",
    "&",
    "0.5",
    "27",
    "Nov",
    "next",
    "vesting",
    "10-15%",
    "401k",
    "-",
    "\"3M\"",
];

fn any_line() -> impl Strategy<Value = String> {
    let gaps = prop::sample::select(vec![" ", " ", " ", ", ", "/", ": ", "=", " + ", "\n", "\u{a0}", "("]);
    let words =
        prop_oneof![8 => prop::sample::select(WORDS.to_vec()).prop_map(str::to_owned), 1 => "\\PC{0,6}"];
    prop::collection::vec((words, gaps), 0..14)
        .prop_map(|words| words.into_iter().flat_map(|(word, gap)| [word, gap.to_owned()]).collect())
}

fn holds_every_word_once(line: &str) -> Result<(), TestCaseError> {
    let understood = read(line, &TODAY);
    let mut at = 0;
    for piece in understood.pieces() {
        prop_assert!(piece.span.start >= at && piece.span.end > piece.span.start, "{:?}", piece);
        prop_assert!(line[at..piece.span.start].chars().all(is_separator), "{:?}", understood.pieces());
        prop_assert!(!piece.shown.is_empty() && !piece.shown.contains(char::is_control));
        at = piece.span.end;
    }
    prop_assert!(line[at..].chars().all(is_separator), "{:?}", understood.pieces());
    let _ = understood.alternative();
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_word_is_in_one_piece(line in any_line(), noise in ".*") {
        holds_every_word_once(&line)?;
        holds_every_word_once(&noise)?;
    }

    #[test]
    fn answers_come_to_an_end(line in any_line(), picks in prop::collection::vec(0_usize..2, 60)) {
        let mut line = line;
        for pick in picks {
            let Some(question) = read(&line, &TODAY).questions().into_iter().next() else { return Ok(()) };
            line = answered(&line, &question, pick);
        }
        prop_assert!(false, "still open: {line}");
    }

    #[test]
    fn the_order_of_labelled_parts_is_free(
        parts in Just(vec!["base 210k", "260k rsu", "over 3 years", "15% bonus", "signing 25k", "by Fri", "verbal 70%", "Jane Street", "L4", "relocation: 5k"]).prop_shuffle(),
        behind in Just(vec!["210k base", "$260k rsu", "15% bonus", "25k sign-on", "5k relocation"]).prop_shuffle(),
        gap in prop::sample::select(vec![", ", "; ", " | ", " + "]),
    ) {
        let parted = read(&parts.join(gap), &TODAY).alternative();
        prop_assert_eq!(parted, read("Jane Street L4, base 210k, 260k rsu over 3 years, 15% bonus, signing 25k, by Fri, verbal 70%, relocation: 5k", &TODAY).alternative());
        let spaced = read(&format!("Acme {}", behind.join(" ")), &TODAY).alternative();
        prop_assert_eq!(spaced, read("Acme 210k base $260k rsu 15% bonus 25k sign-on 5k relocation", &TODAY).alternative());
    }
}
