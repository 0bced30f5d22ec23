//! Whose figure it is: what the user asks for, or a rival's offer, the employer's next number, a
//! peer's pay, a floor, a result in money.
//!
//! The words nearest before a figure decide; where none stand before it, those behind it do.

/// What part a figure plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The user asks for it.
    Ask,
    /// Somebody else offers it.
    Rival,
    /// What the employer is expected to say, or has said.
    Counter,
    /// Below it the user does not go.
    Floor,
    /// It holds only if something else happens.
    Condition,
    /// By how much something should grow.
    Step,
    /// Pay elsewhere, sales, savings, what is left behind, a band.
    Fact,
}

/// Words that tell a role when they stand before a figure in its sentence.
const BEFORE: [(&str, Role); 165] = [
    // what the user asks for
    ("i need", Role::Ask),
    ("i'd need", Role::Ask),
    ("i would need", Role::Ask),
    ("we need", Role::Ask),
    ("need the ", Role::Ask),
    ("i'd like", Role::Ask),
    ("i would like", Role::Ask),
    ("i'd want", Role::Ask),
    ("i want", Role::Ask),
    ("i'm asking", Role::Ask),
    ("i am asking", Role::Ask),
    ("asking for", Role::Ask),
    ("my ask is", Role::Ask),
    ("expectation is", Role::Ask),
    ("looking for", Role::Ask),
    ("looking at", Role::Ask),
    ("target", Role::Ask),
    ("request", Role::Ask),
    ("push", Role::Ask),
    ("open at", Role::Ask),
    ("open with", Role::Ask),
    ("open your", Role::Ask),
    ("opening at", Role::Ask),
    ("start at", Role::Ask),
    ("start your", Role::Ask),
    ("start with", Role::Ask),
    ("anchor", Role::Ask),
    ("aim", Role::Ask),
    ("seek", Role::Ask),
    ("i expect", Role::Ask),
    ("i'd expect", Role::Ask),
    ("propose", Role::Ask),
    ("warrant", Role::Ask),
    ("justif", Role::Ask),
    ("reflect", Role::Ask),
    ("merit", Role::Ask),
    ("deserve", Role::Ask),
    ("support", Role::Ask),
    ("commands", Role::Ask),
    ("should be", Role::Ask),
    ("should land", Role::Ask),
    ("should reach", Role::Ask),
    ("puts my", Role::Ask),
    ("bring the", Role::Ask),
    ("brings", Role::Ask),
    ("bringing", Role::Ask),
    ("to accept", Role::Ask),
    ("to choose", Role::Ask),
    ("to commit", Role::Ask),
    ("to join", Role::Ask),
    ("to close", Role::Ask),
    ("to sign", Role::Ask),
    ("can we", Role::Ask),
    ("can you", Role::Ask),
    ("could we", Role::Ask),
    ("could you", Role::Ask),
    ("would you", Role::Ask),
    ("move the", Role::Ask),
    ("i propose", Role::Ask),
    ("negotiate", Role::Ask),
    ("lead with", Role::Ask),
    ("position", Role::Ask),
    ("demand", Role::Ask),
    ("secure", Role::Ask),
    ("ask for", Role::Ask),
    ("ask:", Role::Ask),
    ("insist", Role::Ask),
    ("set my", Role::Ask),
    ("competitive at", Role::Ask),
    // other people's offers
    ("competing", Role::Rival),
    ("offer from", Role::Rival),
    ("offers from", Role::Rival),
    ("offer at", Role::Rival),
    ("offers at", Role::Rival),
    ("have an offer", Role::Rival),
    ("have offers", Role::Rival),
    ("have a ", Role::Rival),
    ("holding", Role::Rival),
    ("i hold", Role::Rival),
    ("my offer", Role::Rival),
    ("offered me", Role::Rival),
    ("offer of", Role::Counter),
    ("has offered", Role::Rival),
    ("have offered", Role::Rival),
    ("offering", Role::Rival),
    ("alternative", Role::Rival),
    ("present a", Role::Rival),
    ("reference", Role::Rival),
    ("cite", Role::Rival),
    ("interviewing", Role::Rival),
    ("benchmark", Role::Rival),
    ("offers in the", Role::Rival),
    ("offer in the", Role::Rival),
    // the employer
    ("will counter", Role::Counter),
    ("may counter", Role::Counter),
    ("likely counter", Role::Counter),
    ("counter at", Role::Counter),
    ("counter with", Role::Counter),
    ("counter any", Role::Counter),
    ("counter-offer", Role::Counter),
    ("initial offer", Role::Counter),
    ("initial counter at", Role::Ask),
    ("your counter at", Role::Ask),
    ("to align", Role::Ask),
    (" is at", Role::Rival),
    ("will offer", Role::Counter),
    ("may offer", Role::Counter),
    ("the offer of", Role::Counter),
    ("your offer", Role::Counter),
    ("opens at", Role::Counter),
    ("they open", Role::Counter),
    ("current offer", Role::Counter),
    ("bands for", Role::Fact),
    // floors
    ("floor", Role::Floor),
    ("accept at", Role::Floor),
    ("accept-at", Role::Floor),
    ("accept if", Role::Floor),
    ("accept no", Role::Floor),
    ("accept when", Role::Floor),
    ("accept only", Role::Floor),
    ("accept ", Role::Floor),
    ("accept:", Role::Floor),
    ("acceptable", Role::Floor),
    ("walk away", Role::Floor),
    ("walk-away", Role::Floor),
    ("walk if", Role::Floor),
    ("walkaway", Role::Floor),
    ("do not go below", Role::Floor),
    ("don't go below", Role::Floor),
    ("settle for", Role::Floor),
    ("settle at", Role::Floor),
    ("no less than", Role::Floor),
    ("no lower than", Role::Floor),
    ("nothing below", Role::Floor),
    ("minimum of", Role::Floor),
    ("below this", Role::Floor),
    // conditions
    ("if base", Role::Condition),
    ("if the base", Role::Condition),
    ("if they", Role::Condition),
    ("if equity", Role::Condition),
    ("if rsu", Role::Condition),
    ("capped", Role::Condition),
    ("if cash", Role::Condition),
    ("if pushed", Role::Condition),
    ("fallback", Role::Condition),
    ("fall back", Role::Condition),
    ("if the company", Role::Condition),
    ("if that", Role::Condition),
    // growth
    ("increase of", Role::Step),
    ("premium of", Role::Step),
    ("uplift of", Role::Step),
    ("gap of", Role::Step),
    ("raise of", Role::Step),
    ("additional", Role::Step),
    // facts
    ("unvested", Role::Fact),
    ("forfeit", Role::Fact),
    ("leaving", Role::Fact),
    ("walking away from", Role::Fact),
    ("giving up", Role::Fact),
    ("recruited by", Role::Fact),
    ("ranging from", Role::Fact),
    ("earn", Role::Fact),
    ("pays", Role::Fact),
    ("revenue", Role::Fact),
    ("valuation", Role::Fact),
];

/// Words that ask, unless the sentence has named a floor: "your floor should be …".
const WEAK: [&str; 8] =
    ["should be", "target", "aim", "reflect", "should land", "support", "position", "need the "];

/// Further facts; a table of its own keeps the one above readable.
const FACTS: [&str; 37] = [
    "saved",
    "saving",
    "reduc",
    "generat",
    "processing",
    "invest",
    "raised",
    "acqui",
    "market cap",
    "typically",
    "average",
    "median",
    "ranges from",
    "range from",
    "range is",
    "starts at",
    "make ",
    "paying",
    "pay ",
    "comp packages",
    "comp parity",
    "with $",
    "given the",
    "budget",
    "worth of",
    "managed",
    "manage ",
    "delivered",
    "drove",
    "built",
    "powering",
    "handling",
    "annual volume",
    "that's",
    "that is",
    "over $",
    "remains",
];

/// Words behind a figure that make it an ask, where nothing before it tells.
const ASK_BEHIND: [&str; 14] = [
    "would offset",
    "would bridge",
    "would close",
    "would make",
    "would cover",
    "would reflect",
    "reflects",
    "is justified",
    "is fair",
    "aligns",
    "would recogni",
    "is a small price",
    "would bring",
    "would help",
];

/// Words behind a figure that keep it from being an ask.
const NOT_BEHIND: [&str; 17] = [
    "offer",
    "offers",
    "additional",
    "premium",
    "increase",
    "adjustment",
    "uplift",
    "more ",
    "gap",
    "unvested",
    "in unvested",
    "refresh",
    "above",
    "below",
    "higher",
    "valuation",
    "market cap",
];

/// The role of a figure at `range` of a sentence; `None` where no word tells.
pub fn of(sentence: &str, from: usize, to: usize) -> Option<Role> {
    let lower = sentence.to_lowercase().replace('’', "'");
    let (before, after) = if lower.len() == sentence.len() {
        (&lower[..from], &lower[to..])
    } else {
        (sentence.get(..from).unwrap_or_default(), sentence.get(to..).unwrap_or_default())
    };
    let own = after.trim_start_matches(['*', ' ', '+', '"']);
    let own = &own[..own.find([',', ';', '.', '—', '(']).unwrap_or(own.len())];
    let cut = [" and ", " to ", " would "].iter().filter_map(|word| own.find(word)).min();
    let own = &own[..cut.unwrap_or(own.len())];
    let own = own.split_whitespace().take(3).collect::<Vec<_>>().join(" ");
    if before.trim_matches([' ', '"', '“', '*']) == "with" {
        return Some(Role::Fact);
    }
    let near: Vec<&str> = after.split_whitespace().take(7).collect();
    let is_lost = near.iter().any(|word| word.starts_with("forfeit") || word.starts_with("unvested"));
    if is_lost
        && !near
            .iter()
            .any(|word| ["sign", "bonus", "would", "offset"].iter().any(|start| word.starts_with(start)))
    {
        return Some(Role::Fact);
    }
    if let Some(word) = NOT_BEHIND.iter().find(|word| own.contains(word.trim())) {
        return Some(if word.starts_with("offer") { Role::Rival } else { Role::Step });
    }
    let told =
        BEFORE.iter().filter_map(|(word, role)| Some((before.rfind(word)? + word.len(), *word, *role)));
    let facts = FACTS.iter().filter_map(|word| Some((before.rfind(word)? + word.len(), *word, Role::Fact)));
    let told: Vec<(usize, &str, Role)> = told.chain(facts).collect();
    let nearest = told.iter().max_by_key(|(end, word, _)| (*end, word.len()));
    let has_floor = told.iter().any(|(_, _, role)| *role == Role::Floor);
    let nearest = match nearest {
        Some((_, word, Role::Ask)) if has_floor && WEAK.contains(word) => Some(Role::Floor),
        Some((_, _, role)) => Some(*role),
        None => before.trim_end().ends_with(" is").then_some(Role::Fact),
    };
    nearest.or_else(|| ASK_BEHIND.iter().any(|word| after.contains(word)).then_some(Role::Ask))
}
