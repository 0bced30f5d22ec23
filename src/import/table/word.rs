//! The words that heads of pay tables are made of.

pub const TOTAL: [&str; 10] =
    ["total", "all-in", "all in", "ote", "on-target", "on target", "tc", "tcc", "tdc", "ctc"];
/// Words for all pay together, where no word before them says which part.
pub const WHOLE: [&str; 9] = [
    "comp",
    "compensation",
    "remuneration",
    "earnings",
    "package",
    "first-year",
    "first year",
    "year 1",
    "year-1",
];
pub const SIGNING: [&str; 7] =
    ["sign-on", "signing", "sign on", "signon", "joining", "welcome", "make-whole"];
/// A bonus, even where it is called a share.
pub const PROFIT_OF_DESK: [&str; 2] = ["pnl", "p&l"];
/// Spelt with a word that elsewhere means a bonus.
pub const LONG_TERM: [&str; 2] = ["long-term incentive", "long term incentive"];
pub const EQUITY: [&str; 43] = [
    "stock",
    "stocks",
    "equity",
    "rsu",
    "rsus",
    "gsu",
    "gsus",
    "psu",
    "psus",
    "dsu",
    "option",
    "options",
    "iso",
    "nso",
    "esop",
    "vsop",
    "bspce",
    "warrants",
    "ppu",
    "ppus",
    "units",
    "token",
    "tokens",
    "profit",
    "profits",
    "profit-share",
    "profit-sharing",
    "carry",
    "carried",
    "co-invest",
    "phantom",
    "share",
    "shares",
    "grant",
    "grants",
    "ltip",
    "lti",
    "deferred",
    "sar",
    "sars",
    "ownership",
    "pre-ipo",
    "synthetic",
];
pub const BONUS: [&str; 11] = [
    "bonus",
    "bonuses",
    "variable",
    "incentive",
    "incentives",
    "commission",
    "commissions",
    "sti",
    "stip",
    "performance",
    "discretionary",
];
pub const BASE: [&str; 11] = [
    "base",
    "salary",
    "salaries",
    "fixed",
    "cash",
    "pay",
    "basic",
    "wage",
    "gross",
    "guaranteed",
    "retainer",
];
pub const REGION: [&str; 30] = [
    "region",
    "regions",
    "location",
    "locations",
    "locale",
    "city",
    "cities",
    "market",
    "markets",
    "office",
    "offices",
    "hub",
    "hubs",
    "geography",
    "geo",
    "site",
    "sites",
    "country",
    "countries",
    "metro",
    "place",
    "area",
    "zone",
    "campus",
    "studio",
    "branch",
    "state",
    "territory",
    "headquarters",
    "hq",
];
pub const LEVEL: [&str; 10] =
    ["level", "levels", "grade", "grades", "seniority", "tier", "title", "band", "role", "experience"];
pub const COMPONENT: [&str; 8] =
    ["component", "components", "element", "elements", "item", "compensation", "category", "part"];
pub const CURRENCY: [&str; 2] = ["currency", "ccy"];
/// Words that make a column one about pay, not of pay.
pub const ABOUT: [&str; 16] = [
    "schedule",
    "type",
    "refresh",
    "refresher",
    "refreshers",
    "price",
    "note",
    "notes",
    "yoe",
    "years of experience",
    "equivalent",
    "timing",
    "index",
    "frequency",
    "percentile",
    "cliff",
];

/// A head in lower case, whole and in words.
pub struct Words {
    pub lower: String,
    words: Vec<String>,
}

impl Words {
    pub fn of(text: &str) -> Self {
        let lower = text.to_lowercase();
        let words = lower
            .split(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '&')))
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect();
        Self { lower, words }
    }

    /// Whether one of the words, or of the phrases, is there.
    pub fn have(&self, known: &[&str]) -> bool {
        known.iter().any(|known| {
            if known.contains(' ') {
                self.lower.contains(known)
            } else {
                self.words.iter().any(|word| word == known)
            }
        })
    }
}

/// A head without what stands in its brackets.
pub fn outside_brackets(text: &str) -> String {
    let mut depth = 0_usize;
    let mut outside = String::new();
    for c in text.chars() {
        match c {
            '(' | '[' => depth = depth.saturating_add(1),
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 => outside.push(c),
            _ => {}
        }
    }
    outside
}
