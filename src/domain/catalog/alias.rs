//! What people type in place of a role's or a place's full name.

/// What somebody typed, and the words of the roles meant by it, the likeliest first.
type Alias = (&'static str, &'static [&'static str]);

/// The most words that an alias has.
pub(super) const LONGEST: usize = 2;

/// Other names of the same role.
const ROLES: [Alias; 54] = [
    ("swe", &["software engineer", "software developer"]),
    ("sde", &["software engineer", "software development engineer", "software developer"]),
    ("dev", &["developer", "software engineer"]),
    ("se", &["software engineer", "sales engineer", "solutions engineer"]),
    ("sr", &["senior"]),
    ("jr", &["junior"]),
    ("mgr", &["manager"]),
    ("management", &["manager"]),
    ("vp", &["vice president"]),
    ("pm", &["product manager", "program manager", "project manager"]),
    ("apm", &["associate product manager", "product manager"]),
    ("pmm", &["product marketing manager"]),
    ("tpm", &["technical program manager", "technical product manager", "program manager"]),
    ("pgm", &["program manager"]),
    ("em", &["engineering manager"]),
    ("eng manager", &["engineering manager"]),
    ("ds", &["data scientist"]),
    ("data science", &["data scientist"]),
    ("de", &["data engineer"]),
    ("da", &["data analyst", "data scientist"]),
    ("ml", &["machine learning", "ai"]),
    ("machine learning", &["ml", "ai"]),
    ("ai", &["artificial intelligence", "ml", "machine learning"]),
    ("artificial intelligence", &["ai", "ml", "machine learning"]),
    ("genai", &["ai", "ml", "machine learning"]),
    ("llm", &["ai", "ml", "machine learning"]),
    ("mle", &["ml engineer", "machine learning engineer", "ai engineer"]),
    ("rs", &["research scientist"]),
    ("sre", &["site reliability", "devops"]),
    ("site reliability", &["sre", "devops"]),
    ("devops", &["sre", "site reliability"]),
    ("production engineer", &["sre", "site reliability", "devops"]),
    ("infra", &["infrastructure", "devops", "site reliability"]),
    ("infrastructure", &["devops", "site reliability"]),
    ("ux", &["user experience", "product designer", "designer"]),
    ("ui", &["user interface", "product designer", "designer"]),
    ("user experience", &["ux", "product designer", "designer"]),
    ("sa", &["solutions architect", "solution architect"]),
    ("customer engineer", &["solutions architect", "solutions engineer"]),
    ("fde", &["forward deployed"]),
    ("sec", &["security"]),
    ("infosec", &["security"]),
    ("appsec", &["security"]),
    ("cyber", &["security"]),
    ("cybersecurity", &["security"]),
    ("qa", &["quality", "test"]),
    ("sdet", &["quality", "test", "qa"]),
    ("ae", &["account executive"]),
    ("csm", &["customer success manager"]),
    ("dba", &["database administrator"]),
    ("research scientist", &["ml", "machine learning", "ai"]),
    ("applied scientist", &["data scientist", "ml", "machine learning"]),
    ("analytics", &["analyst", "data scientist"]),
    ("tl", &["tech lead", "lead"]),
];

/// What is asked of a role without being its name: a playbook for the role still serves.
const KINDS: [Alias; 14] = [
    ("backend", SOFTWARE),
    ("back end", SOFTWARE),
    ("frontend", SOFTWARE),
    ("front end", SOFTWARE),
    ("fullstack", SOFTWARE),
    ("full stack", SOFTWARE),
    ("mobile", SOFTWARE),
    ("ios", SOFTWARE),
    ("android", SOFTWARE),
    ("web", SOFTWARE),
    ("developer", SOFTWARE),
    ("programmer", SOFTWARE),
    ("coder", SOFTWARE),
    ("analyst", &["data scientist"]),
];
const SOFTWARE: &[&str] = &["software engineer", "software developer"];

const PLACES: [Alias; 28] = [
    ("nyc", &["new york"]),
    ("ny", &["new york"]),
    ("sf", &["san francisco", "bay area"]),
    ("bay area", &["san francisco", "mountain view", "san jose"]),
    ("silicon valley", &["bay area", "san francisco", "mountain view", "san jose"]),
    ("la", &["los angeles"]),
    ("dc", &["washington"]),
    ("us", &["united states", "usa"]),
    ("usa", &["united states", "us"]),
    ("uk", &["united kingdom", "london"]),
    ("england", &["uk", "london"]),
    ("ldn", &["london"]),
    ("eu", &["europe", "emea"]),
    ("blr", &["bangalore", "bengaluru"]),
    ("bangalore", &["bengaluru"]),
    ("bengaluru", &["bangalore"]),
    ("hyd", &["hyderabad"]),
    ("bombay", &["mumbai"]),
    ("mumbai", &["bombay"]),
    ("munich", &["munchen"]),
    ("munchen", &["munich"]),
    ("cologne", &["koln"]),
    ("tlv", &["tel aviv"]),
    ("hk", &["hong kong"]),
    ("sg", &["singapore"]),
    ("sgp", &["singapore"]),
    ("wfh", &["remote"]),
    ("germany", &["berlin", "munich"]),
];

/// The roles that go by this name.
pub(super) fn roles(typed: &str) -> &'static [&'static str] {
    of(&ROLES, typed)
}

/// The roles that do what this word asks for.
pub(super) fn kinds(typed: &str) -> &'static [&'static str] {
    of(&KINDS, typed)
}

/// The places that go by this name.
pub(super) fn places(typed: &str) -> &'static [&'static str] {
    of(&PLACES, typed)
}

fn of(table: &'static [Alias], typed: &str) -> &'static [&'static str] {
    table.iter().find(|(name, _)| *name == typed).map_or(&[], |(_, meant)| meant)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::catalog::words;

    #[test]
    fn the_tables_are_written_as_the_catalog_compares() {
        for table in [&ROLES[..], &KINDS[..], &PLACES[..]] {
            for (at, (name, meant)) in table.iter().enumerate() {
                for text in meant.iter().chain([name]) {
                    assert_eq!(words::split(text).join(" "), **text);
                }
                assert!(words::split(name).len() <= LONGEST, "{name}");
                assert!(!meant.is_empty() && !meant.contains(name), "{name}");
                assert!(table.iter().skip(at).filter(|(other, _)| other == name).count() == 1, "{name}");
            }
        }
    }

    #[test]
    fn a_name_leads_to_what_is_meant() {
        assert_eq!(roles("em"), ["engineering manager"]);
        assert_eq!(kinds("backend").first(), Some(&"software engineer"));
        assert_eq!(places("nyc"), ["new york"]);
        assert!(roles("software").is_empty() && places("london").is_empty());
    }
}
