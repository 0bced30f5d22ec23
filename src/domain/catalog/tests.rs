//! Queries as people type them, over a shelf of invented bands.

use proptest::prelude::*;

use super::*;
use crate::domain::money::Money;

/// Company, role, regions, levels.
const SHELF: &[(&str, &str, &str, &str)] = &[
    ("Any Company", "Software Engineer", "", ""),
    ("Google", "Software Engineer", "San Francisco, New York, London", "Google L4; Meta E4; Amazon SDE II"),
    ("Google", "Senior Software Engineer", "San Francisco, London", "Google L5; Meta E5; Amazon SDE III"),
    ("Google", "Staff Software Engineer", "San Francisco", "Google L6; Meta E6"),
    ("Google", "Product Manager", "San Francisco", "Google L5 PM; Meta IC5 PM"),
    ("Google", "Data Scientist", "New York", "Google L4 DS"),
    ("Google", "DevOps Engineer", "Zürich (HQ)", "Google L4 SRE; Meta Production Engineer"),
    ("Google", "ML/AI Engineer", "San Francisco", "Google L4 ML"),
    ("Google", "Solutions Architect", "Remote US", "Google Customer Engineer"),
    ("Meta", "Software Engineer", "Menlo Park, London", "Meta E4; Google L4"),
    ("Meta", "Senior Software Engineer", "Menlo Park", "Meta E5; Google L5"),
    ("Meta", "Security Engineer", "Menlo Park", "Meta E4 Security; Google L4 Security"),
    ("Amazon", "Software Engineer", "Seattle / Bay Area (US)", "Amazon SDE II; Google L4"),
    ("Amazon", "Senior Software Engineer", "Seattle / Bay Area (US)", "Amazon SDE III (L6); Google L5"),
    ("Amazon", "Technical Program Manager", "Seattle / Bay Area (US)", "Amazon TPM II (L5)"),
    ("Stripe", "Software Engineer", "San Francisco, Dublin", "Stripe L2; Amazon L5; Meta E4"),
    ("Stripe", "Product Manager", "San Francisco, New York", "Stripe L3; Google L5 PM"),
    ("Stripe", "Data Engineer", "Dublin", "Stripe L2 Data"),
    ("OpenAI", "ML/AI Engineer", "San Francisco, London (UK)", "OpenAI MTS; Google L5"),
    ("OpenAI", "Software Engineer", "San Francisco", "OpenAI SWE; Google L5"),
    ("OpenAI", "Security Engineer", "San Francisco", "OpenAI Security; Meta E5 Security"),
    ("Anthropic", "ML/AI Engineer", "San Francisco, London", "Anthropic MTS; Google L5 ML"),
    ("Anthropic", "Software Engineer", "San Francisco, London", "Anthropic SWE; Google L5"),
    (
        "Hugging Face Enterprise",
        "Software Engineer",
        "San Francisco, New York, Paris",
        "HF Enterprise SWE; Google L4",
    ),
    ("Hugging Face Enterprise", "Product Designer", "New York, Paris", "HF Designer; Meta IC4 Design"),
    ("JPMorgan Chase", "Software Engineer", "New York, Bangalore", "JPM VP; Google L4"),
    ("JPMorgan Chase", "Engineering Manager", "New York", "JPM ED; Google L6 EM"),
    ("Bank of America", "Data Engineer", "Charlotte, New York City", "BofA VP; Google L4"),
    ("Bank of America", "Software Engineer", "Charlotte", "BofA AVP; Google L3"),
    ("Scale AI", "Software Engineer", "San Francisco", "Scale L4; Google L4"),
    ("Scale AI", "Data Engineer", "San Francisco", "Scale L4"),
    ("Databricks", "Software Engineer", "San Francisco, Amsterdam", "Databricks L4; Google L5"),
    ("Databricks", "Data Scientist", "San Francisco", "Databricks DS"),
    ("Data Foundry", "Product Manager", "Austin", ""),
    ("Block", "Software Engineer", "San Francisco", "Block L5; Meta E5"),
    ("Coinbase", "Blockchain Engineer", "Remote US", "Coinbase IC4"),
    ("Nvidia", "ML/AI Engineer", "Santa Clara", "Nvidia IC3"),
    ("Nvidia", "RISC-V AI Silicon Engineer", "Santa Clara", "Nvidia IC5"),
    ("Microsoft", "Software Engineer", "Redmond, Hyderabad", "Microsoft 61; Google L4"),
    ("Microsoft", "Senior Software Engineer", "Redmond", "Microsoft 63; Google L5"),
    ("Uber", "Site Reliability Engineer", "San Francisco", "Uber L4"),
    ("Uber", "Engineering Manager", "Amsterdam", "Uber M1"),
    ("Uber Freight", "Software Engineer", "Chicago", "Uber L4"),
    ("Warner Bros Discovery", "QA Engineer", "New York", "WBD L3"),
    ("F5", "Network Engineer", "Seattle", "F5 IC3"),
    ("AT&T", "Data Analyst", "Dallas TX", ""),
    ("SAP", "Solutions Architect", "Walldorf", "SAP T3"),
    ("Shield AI", "Security Engineer", "San Diego, CA", ""),
    ("D. E. Shaw", "Software Engineer", "New York", ""),
    ("Spotify", "Product Designer", "Stockholm, London", "Spotify IC3"),
    ("Spotify", "Audio AI Personalization Engineer", "Stockholm", "Spotify IC4"),
    ("Klarna", "Backend Engineer", "Stockholm", "Klarna IC3"),
    ("Okta", "Security Engineer", "Toronto", "Okta P3; Google L4 Security"),
    ("HSBC", "Data Scientist", "London (GBP), Hong Kong", "HSBC GCB5"),
    ("Monday.com", "Software Engineer", "Tel Aviv", ""),
    ("Grab", "Machine Learning Engineer", "Singapore (HQ)", "Grab G5"),
    ("Riot Games", "Technical Program Manager", "Los Angeles", "Riot P4"),
    ("Zoom", "Product Manager", "Denver", "Zoom ZP4; Meta IC5 PM"),
    ("Cloudflare", "Product Manager", "Austin, Lisbon", "Cloudflare L3"),
    ("Cloudflare Workers", "Software Engineer", "Austin", "Cloudflare L3"),
];

pub(super) fn card(company: &str, role: &str, regions: &str, levels: &str) -> Card {
    let slug = |text: &str| words::split(text).join("-");
    let parts = |text: &str, mark: &str| -> Vec<String> {
        text.split(mark).filter(|part| !part.is_empty()).map(str::to_owned).collect()
    };
    let money = |amount: u32| Money::new(amount.into()).unwrap();
    let place = |region: String| Place {
        currency: match region.split([' ', '/']).next() {
            Some("London") => Currency::GBP,
            Some("Dublin" | "Paris" | "Amsterdam") => Currency::EUR,
            _ => Currency::USD,
        },
        region,
        level: None,
        base: Some(Range { low: money(100_000), high: money(150_000) }),
        total: None,
    };
    Card {
        id: format!("{}/{}", slug(company), slug(role)),
        company: company.to_owned(),
        role: role.to_owned(),
        as_of: Some("2026-01".to_owned()),
        places: parts(regions, ", ").into_iter().map(place).collect(),
        levels: parts(levels, "; "),
        levers: Vec::new(),
        origin: Origin::Own,
        damaged: None,
    }
}

fn catalog() -> Catalog {
    Catalog::new(SHELF.iter().map(|(a, b, c, d)| card(a, b, c, d)).collect())
}

fn found(catalog: &Catalog, words: &str) -> Vec<String> {
    let places = catalog.search(&Query { words: words.to_owned(), ..Query::default() });
    names(catalog, &places)
}

fn names(catalog: &Catalog, places: &[usize]) -> Vec<String> {
    let card = |at: &usize| catalog.cards().get(*at).unwrap();
    places.iter().map(card).map(|card| format!("{}, {}", card.company, card.role)).collect()
}

#[test]
fn the_right_playbook_comes_first() {
    let catalog = catalog();
    let mut wrong = Vec::new();
    for (words, first) in [
        ("google swe", "Google, Software Engineer"),
        ("swe google", "Google, Software Engineer"),
        ("google", "Google, Data Scientist"),
        ("google senior swe", "Google, Senior Software Engineer"),
        ("sr swe at google", "Google, Senior Software Engineer"),
        ("google staff", "Google, Staff Software Engineer"),
        ("google engineers", "Google, DevOps Engineer"),
        ("google l5 swe", "Google, Senior Software Engineer"),
        ("meta e5", "Meta, Senior Software Engineer"),
        ("meta e4 security", "Meta, Security Engineer"),
        ("product manager at stripe", "Stripe, Product Manager"),
        ("pm stripe", "Stripe, Product Manager"),
        ("Stripe's PM role in New York", "Stripe, Product Manager"),
        ("l5 sde amazon", "Amazon, Software Engineer"),
        ("amazon sde iii", "Amazon, Senior Software Engineer"),
        ("ml engineer openai london", "OpenAI, ML/AI Engineer"),
        ("mle anthropic", "Anthropic, ML/AI Engineer"),
        ("machine learning engineer openai", "OpenAI, ML/AI Engineer"),
        ("machine learning at grab", "Grab, Machine Learning Engineer"),
        ("ai engineer london", "Anthropic, ML/AI Engineer"),
        ("sre", "Uber, Site Reliability Engineer"),
        ("sre google", "Google, DevOps Engineer"),
        ("devops", "Google, DevOps Engineer"),
        ("google sre zurich", "Google, DevOps Engineer"),
        ("em uber", "Uber, Engineering Manager"),
        ("uber em amsterdam", "Uber, Engineering Manager"),
        ("uber", "Uber, Engineering Manager"),
        ("uber freight", "Uber Freight, Software Engineer"),
        ("tpm", "Amazon, Technical Program Manager"),
        ("tpm riot", "Riot Games, Technical Program Manager"),
        ("program manager la", "Riot Games, Technical Program Manager"),
        ("data", "Data Foundry, Product Manager"),
        ("databricks", "Databricks, Data Scientist"),
        ("data scientist databricks", "Databricks, Data Scientist"),
        ("data foundry", "Data Foundry, Product Manager"),
        ("ds hsbc", "HSBC, Data Scientist"),
        ("de stripe", "Stripe, Data Engineer"),
        ("de shaw", "D. E. Shaw, Software Engineer"),
        ("block", "Block, Software Engineer"),
        ("blockchain", "Coinbase, Blockchain Engineer"),
        ("scale data engineer", "Scale AI, Data Engineer"),
        ("jpm", "JPMorgan Chase, Engineering Manager"),
        ("jpm swe nyc", "JPMorgan Chase, Software Engineer"),
        ("jpmc em", "JPMorgan Chase, Engineering Manager"),
        ("bofa swe", "Bank of America, Software Engineer"),
        ("bank of america", "Bank of America, Data Engineer"),
        ("hf swe paris", "Hugging Face Enterprise, Software Engineer"),
        ("huggingface", "Hugging Face Enterprise, Product Designer"),
        ("ux hugging face", "Hugging Face Enterprise, Product Designer"),
        ("wbd qa", "Warner Bros Discovery, QA Engineer"),
        ("sdet", "Warner Bros Discovery, QA Engineer"),
        ("nvda ml", "Nvidia, ML/AI Engineer"),
        ("msft 63", "Microsoft, Senior Software Engineer"),
        ("f5", "F5, Network Engineer"),
        ("at&t analyst", "AT&T, Data Analyst"),
        ("sa sap", "SAP, Solutions Architect"),
        ("sa google", "Google, Solutions Architect"),
        ("infosec okta", "Okta, Security Engineer"),
        ("security engineer toronto", "Okta, Security Engineer"),
        ("gogle swe", "Google, Software Engineer"),
        ("anthorpic", "Anthropic, ML/AI Engineer"),
        ("software enginer meta", "Meta, Software Engineer"),
        ("spo", "Spotify, Audio AI Personalization Engineer"),
        ("spotify designer", "Spotify, Product Designer"),
        ("backend klarna", "Klarna, Backend Engineer"),
        ("backend engineer stripe", "Stripe, Software Engineer"),
        ("full stack developer anthropic", "Anthropic, Software Engineer"),
        ("mondaycom swe", "Monday.com, Software Engineer"),
        ("software engineer hyderabad", "Microsoft, Software Engineer"),
        ("stripe/software-engineer", "Stripe, Software Engineer"),
        ("pm denver", "Zoom, Product Manager"),
        ("cloudflare pm", "Cloudflare, Product Manager"),
        ("cloudflare workers", "Cloudflare Workers, Software Engineer"),
        ("silicon", "Nvidia, RISC-V AI Silicon Engineer"),
        ("software engineer any company", "Any Company, Software Engineer"),
    ] {
        let found = found(&catalog, words);
        if found.first().map(String::as_str) != Some(first) {
            wrong.push(format!("{words}: not {first} but {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_level_leads_to_its_company_first_and_then_to_those_that_map_to_it() {
    let catalog = catalog();
    let meta = found(&catalog, "meta e5");
    assert_eq!(meta.first().unwrap(), "Meta, Senior Software Engineer");
    assert!(meta.iter().take(3).all(|name| name.starts_with("Meta")), "{meta:?}");
    assert!(meta.contains(&"Block, Software Engineer".to_owned()), "{meta:?}");
    let cards = catalog.cards().iter().filter(|card| card.company != "Meta").cloned();
    let without = found(&Catalog::new(cards.collect()), "meta e5");
    assert!(without.contains(&"Google, Senior Software Engineer".to_owned()), "{without:?}");
    assert!(!without.contains(&"Google, Software Engineer".to_owned()), "{without:?}");
}

#[test]
fn the_plain_role_stands_before_the_senior_one() {
    let found = found(&catalog(), "software engineer");
    let senior = found.iter().position(|name| name.ends_with("Senior Software Engineer")).unwrap();
    assert!(found.iter().take(senior).all(|name| name.ends_with(", Software Engineer")), "{found:?}");
}

#[test]
fn what_nobody_has_is_not_found() {
    let catalog = catalog();
    for words in ["software engineer at unknownco", "openai nurse", "zzzz", "stripe qa", "block7"] {
        assert!(found(&catalog, words).is_empty(), "{words}: {:?}", found(&catalog, words));
    }
    // A place that the company does not have gives way; alone it does not.
    assert_eq!(found(&catalog, "okta security london").first().unwrap(), "Okta, Security Engineer");
    assert!(found(&catalog, "lisbon").iter().all(|name| name.starts_with("Cloudflare")));
}

#[test]
fn regions_and_currencies_narrow() {
    let catalog = catalog();
    let narrowed = |region: Option<&str>, currency: Option<Currency>| {
        let query = Query { words: String::new(), region: region.map(str::to_owned), currency };
        names(&catalog, &catalog.search(&query))
    };
    let london = narrowed(Some("london"), None);
    for name in ["OpenAI, ML/AI Engineer", "HSBC, Data Scientist", "Google, Software Engineer"] {
        assert!(london.contains(&name.to_owned()), "{london:?}");
    }
    assert_eq!(narrowed(Some("zurich"), None), ["Google, DevOps Engineer"]);
    assert_eq!(narrowed(Some("nyc"), None), narrowed(Some("New York"), None));
    assert_eq!(narrowed(Some("York New"), None), Vec::<String>::new());
    assert_eq!(narrowed(Some("Dublin"), Some(Currency::EUR)).len(), 2);
    assert_eq!(narrowed(Some("Dublin"), Some(Currency::USD)), Vec::<String>::new());
    assert_eq!(narrowed(None, None).len(), SHELF.len());
}

#[test]
fn an_unknown_company_leads_to_the_general_playbook_and_the_role_elsewhere() {
    let catalog = catalog();
    for words in
        ["software engineer at unknownco", "swe unknownco", "Software engineer at UnknownCo in London"]
    {
        let advice = catalog.advise(words);
        assert_eq!(advice.known_company, None, "{words}");
        assert_eq!(advice.unknown_company.unwrap().to_lowercase(), "unknownco", "{words}");
        assert_eq!(names(&catalog, &advice.general), ["Any Company, Software Engineer"]);
        assert_eq!(advice.same_family_here, [] as [usize; 0]);
        let elsewhere = names(&catalog, &advice.same_role_elsewhere);
        assert_eq!(elsewhere.first().unwrap(), "Amazon, Software Engineer", "{words}");
        assert!(!elsewhere.contains(&"Any Company, Software Engineer".to_owned()));
    }
    assert_eq!(catalog.advise("pm at acme cloud").unknown_company.unwrap(), "Acme Cloud");
    assert_eq!(catalog.advise("nurse at ACME").role.unwrap(), "nurse");
    assert_eq!(catalog.advise("").general.len(), 1);
}

#[test]
fn a_known_company_without_the_role_offers_the_next_of_kin() {
    let catalog = catalog();
    let advice = catalog.advise("qa engineer at stripe");
    assert_eq!((advice.known_company.as_deref(), advice.unknown_company.as_deref()), (Some("Stripe"), None));
    assert_eq!(names(&catalog, &advice.same_role_elsewhere), ["Warner Bros Discovery, QA Engineer"]);
    assert_eq!(advice.same_family_here.len(), 3);
    let advice = catalog.advise("stripe data scientist");
    assert_eq!(names(&catalog, &advice.same_family_here), ["Stripe, Data Engineer"]);
    let advice = catalog.advise("openai nurse");
    assert_eq!((advice.known_company.as_deref(), advice.role.as_deref()), (Some("OpenAI"), Some("nurse")));
}

#[test]
fn neighbours_share_the_role_or_the_company() {
    let catalog = catalog();
    let neighbours = catalog.neighbours("google/ml-ai-engineer");
    assert_eq!(
        names(&catalog, &neighbours.same_role_elsewhere),
        ["Anthropic, ML/AI Engineer", "OpenAI, ML/AI Engineer", "Nvidia, ML/AI Engineer"]
    );
    assert_eq!(neighbours.other_roles_here.len(), 7);
    assert_eq!(catalog.neighbours("any-company/software-engineer"), Neighbours::default());
    assert_eq!(catalog.neighbours("none"), Neighbours::default());
}

#[test]
fn damaged_cards_are_found_behind_the_sound_ones_and_are_nobodys_neighbours() {
    let mut cards: Vec<Card> = catalog().cards().to_vec();
    let mut twin = card("Stripe", "Product Manager", "Dublin", "");
    twin.id = "a/damaged".to_owned();
    twin.damaged = Some("it is".to_owned());
    cards.push(twin);
    let catalog = Catalog::new(cards);
    let found = catalog.search(&Query { words: "stripe pm".to_owned(), ..Query::default() });
    assert_eq!(found.len(), 2);
    assert_eq!(catalog.cards().get(*found.last().unwrap()).unwrap().id, "a/damaged");
    let neighbours = catalog.neighbours("zoom/product-manager");
    assert!(!neighbours.same_role_elsewhere.contains(found.last().unwrap()));
}

fn text() -> impl Strategy<Value = String> {
    "(at|the|ml|ai|e5|l4|bay|area|[a-c]{1,3}|é|年)( (of|at|engineer|ii|learning|machine|[a-c/&.]{1,3})){0,3}"
}

proptest! {
    #[test]
    fn company_and_role_as_they_are_come_first(
        names in proptest::collection::btree_set((text(), text()), 1..12),
        at in any::<prop::sample::Index>(),
    ) {
        let names: Vec<_> = names.into_iter().collect();
        let catalog = Catalog::new(names.iter().map(|(a, b)| card(a, b, "London", "Google L4")).collect());
        let (company, role) = at.get(&names);
        let words = format!("{company} {role}");
        let first = catalog.search(&Query { words: words.clone(), ..Query::default() }).first().copied();
        let first = catalog.cards().get(first.unwrap()).unwrap();
        // A company may be called as another's role is, and the other way round: then both are meant.
        let typed = |company: &str, role: &str| {
            let mut words = words::telling(&words::split(&format!("{company} {role}")));
            words.sort_unstable();
            words
        };
        prop_assert_eq!(typed(&first.company, &first.role), typed(company, role));
    }

    #[test]
    fn a_filter_only_takes_away(words in "[a-z0-9 ]{0,20}", region in "[a-zA-Z ]{0,10}") {
        let catalog = catalog();
        let all = Query { words, ..Query::default() };
        let some = Query { region: Some(region), ..all.clone() };
        let found = catalog.search(&all);
        let narrowed = catalog.search(&some);
        prop_assert!(narrowed.iter().all(|at| found.contains(at)));
        prop_assert!(narrowed.iter().all(|at| catalog.cards().get(*at).is_some_and(|card| !card.is_general())));
    }

    #[test]
    fn no_words_break_it(words in "\\PC{0,30}") {
        let catalog = catalog();
        let found = catalog.search(&Query { words: words.clone(), ..Query::default() });
        prop_assert!(found.iter().all(|at| *at < SHELF.len()));
        catalog.advise(&words);
    }
}
