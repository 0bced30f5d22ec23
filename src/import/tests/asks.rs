use super::super::strategy::amounts;
use super::super::term::Term;

/// What a text asks for a term, the first that counts.
fn asked(text: &str, term: Term) -> Option<String> {
    let found = amounts(text).asks.into_iter().find(|said| said.term == Some(term))?;
    Some(found.amount().normalize().to_string())
}

fn floor(text: &str, term: Option<Term>) -> Option<String> {
    let found = amounts(text).floors.into_iter().find(|said| said.term == term)?;
    Some(found.amount().normalize().to_string())
}

#[test]
fn what_the_user_asks_for_is_an_ask() {
    for (text, term, wanted) in [
        ("I need $160K base, RSUs worth $70K over 4 years.", Term::Base, "160000"),
        ("I need $160K base, RSUs worth $70K over 4 years.", Term::Equity, "70000"),
        ("This scope warrants a base of £90,000.", Term::Base, "90000"),
        ("Push for $75K+ over 4 years.", Term::Equity, "75000"),
        ("I'd like a $12K signing bonus.", Term::Signing, "12000"),
        ("A $60K signing bonus reflects the risk.", Term::Signing, "60000"),
        ("I'm targeting £210K / $269K total compensation.", Term::Total, "210000"),
        ("I'm looking for a $15K base adjustment to $145K.", Term::Base, "145000"),
        ("Their band ends at $150K, but I need $170K base.", Term::Base, "170000"),
        ("Request a $15,000-$20,000 signing bonus.", Term::Signing, "20000"),
        ("Open at $145K base. To close, request base at $142K.", Term::Base, "142000"),
        ("Target $245K TC by anchoring at $275K.", Term::Total, "275000"),
    ] {
        assert_eq!(asked(text, term).as_deref(), Some(wanted), "{text}");
    }
}

#[test]
fn other_peoples_figures_are_no_asks() {
    for text in [
        "I have a competing offer from Acme at $255K base with $480K RSUs.",
        "Brio is offering me $270K base. Cobalt is at $280K base.",
        "Peers at Acme earn $308K+ TC.",
        "Acme will counter at $140K-$150K base.",
        "I'm leaving $28,000 in unvested equity.",
        "My work saved $15M in base costs.",
        "If base is capped at $175,000, demand $300,000 in RSUs.",
        "An increase of $8,000 to the base would help.",
    ] {
        assert_eq!(asked(text, Term::Base), None, "{text}");
        assert_eq!(asked(text, Term::Equity), None, "{text}");
        assert_eq!(asked(text, Term::Total), None, "{text}");
    }
}

#[test]
fn floors_are_told_from_asks() {
    for (text, term, wanted) in [
        ("Accept at $208K+ base.", Some(Term::Base), "208000"),
        ("Accept if total first-year TC reaches $185K+.", Some(Term::Total), "185000"),
        ("Your accept-at floor should be $155,000 base.", Some(Term::Base), "155000"),
        ("Accept no lower than £78,000 base.", Some(Term::Base), "78000"),
        ("My floor is $200K, below that I walk.", None, "200000"),
        ("Walk away below $145K base. Accept at $155K base.", Some(Term::Base), "155000"),
    ] {
        assert_eq!(floor(text, term).as_deref(), Some(wanted), "{text}");
        assert!(amounts(text).asks.is_empty(), "{text}");
    }
}
