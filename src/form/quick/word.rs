//! The words that offers are written with.

use crate::domain::offer::{EquityKind, OfferStatus};

/// What a figure is, by the word beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Label {
    Base,
    Bonus,
    /// A grant, with its kind where the word tells.
    Equity(Option<EquityKind>),
    Signing,
    Relocation,
    Other,
    Total,
    Confidence,
}

impl Label {
    /// Whether two words name the same thing.
    pub fn is_like(self, other: Self) -> bool {
        matches!((self, other), (Self::Equity(_), Self::Equity(_))) || self == other
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Base => "base",
            Self::Bonus => "bonus",
            Self::Equity(Some(kind)) => kind.words(),
            Self::Equity(None) => "equity",
            Self::Signing => "signing",
            Self::Relocation => "relocation",
            Self::Other => "other pay",
            Self::Total => "total",
            Self::Confidence => "confidence",
        }
    }
}

/// What a known word does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    Label(Label),
    /// Says of what kind the grant is; it names a figure only where nothing else does.
    Paper(EquityKind),
    Status(OfferStatus),
    /// A date follows.
    Deadline,
    /// A date may follow that is no deadline.
    Start,
    /// Years may follow.
    Over,
    PerYear,
    PerOther,
    /// Denies the word that follows.
    No,
    /// A company's name follows.
    From,
    Glue,
    /// Known, and of no use in an offer.
    Aside,
}

use Label::{Base, Bonus, Confidence, Equity, Other, Relocation, Signing, Total};
use Word::{Aside, Deadline, From, Glue, No, Over, Paper, PerOther, PerYear, Start, Status};

/// The longest phrase, in words.
pub(super) const LONGEST: usize = 3;

const TABLE: &[(Word, &[&str])] = &[
    (Word::Label(Base), &["base", "base salary", "base pay", "salary", "basic", "fixed", "fixed pay"]),
    (
        Word::Label(Bonus),
        &[
            "bonus",
            "bonuses",
            "annual bonus",
            "yearly bonus",
            "target bonus",
            "performance bonus",
            "cash bonus",
            "bonus target",
            "variable",
            "variable pay",
        ],
    ),
    (
        Word::Label(Equity(None)),
        &["equity", "equity grant", "stock", "stocks", "shares", "grant", "stock grant"],
    ),
    (
        Word::Label(Equity(Some(EquityKind::Rsu))),
        &["rsu", "rsus", "gsu", "gsus", "rsu grant", "stock units", "listed stock", "public stock"],
    ),
    (
        Word::Label(Equity(Some(EquityKind::Options))),
        &[
            "options",
            "option",
            "stock options",
            "option grant",
            "iso",
            "isos",
            "nso",
            "nsos",
            "esop",
            "esops",
        ],
    ),
    (
        Word::Label(Equity(Some(EquityKind::Private))),
        &["private stock", "private equity", "private shares", "private rsu", "private rsus", "ppu", "ppus"],
    ),
    (Paper(EquityKind::Private), &["private", "preipo", "pre ipo", "unlisted"]),
    (Paper(EquityKind::Rsu), &["listed", "public"]),
    (
        Word::Label(Signing),
        &[
            "signing",
            "signing bonus",
            "signon",
            "sign on",
            "signon bonus",
            "sign on bonus",
            "joining",
            "joining bonus",
            "signup bonus",
            "starting bonus",
        ],
    ),
    (
        Word::Label(Relocation),
        &["relocation", "relo", "relocation bonus", "relocation package", "relocation allowance", "moving"],
    ),
    (
        Word::Label(Other),
        &[
            "other",
            "allowance",
            "stipend",
            "pension",
            "benefits",
            "perks",
            "match",
            "401k match",
            "401(k) match",
        ],
    ),
    (
        Word::Label(Total),
        &[
            "tc",
            "total",
            "total comp",
            "total compensation",
            "total pay",
            "total package",
            "ote",
            "ctc",
            "package",
            "all in",
        ],
    ),
    (Word::Label(Confidence), &["likely", "sure", "confidence", "confident", "probability", "chance"]),
    (Status(OfferStatus::Verbal), &["verbal", "verbally", "verbal offer", "by phone"]),
    (Status(OfferStatus::Written), &["written", "in writing", "written offer"]),
    (Status(OfferStatus::Expected), &["expected", "expecting", "expect", "hoping", "hoped"]),
    (
        Status(OfferStatus::Current),
        &["current", "currently", "current job", "stay", "staying", "present job"],
    ),
    (
        Deadline,
        &[
            "by",
            "until",
            "till",
            "before",
            "expires",
            "expire",
            "expiring",
            "expiry",
            "exp",
            "deadline",
            "due",
            "ends",
            "answer by",
            "decide by",
            "reply by",
            "respond by",
        ],
    ),
    (Start, &["start", "starts", "starting", "since", "joined", "start date"]),
    (Over, &["over", "across", "vest", "vests", "vested", "vesting", "vesting over", "vests over"]),
    (PerYear, &["per year", "a year", "per annum", "pa", "p.a", "annually", "yearly", "each year", "per yr"]),
    (
        PerOther,
        &[
            "per month",
            "a month",
            "monthly",
            "per hour",
            "an hour",
            "hourly",
            "per week",
            "a week",
            "weekly",
            "per day",
            "a day",
            "daily",
        ],
    ),
    (No, &["no", "without", "zero"]),
    (From, &["at", "from", "company"]),
    (
        Glue,
        &[
            "a", "an", "the", "of", "is", "with", "and", "plus", "for", "in", "on", "offer", "offers",
            "offered", "offering", "has", "have", "gives", "pays", "paying", "my", "our", "job", "about",
            "around", "roughly", "approx", "i", "me", "they", "level",
        ],
    ),
    (
        Aside,
        &[
            "401k", "401(k)", "remote", "hybrid", "onsite", "up to", "cliff", "yoe", "fulltime", "role",
            "position",
        ],
    ),
];

/// What a phrase of keys does.
pub(super) fn meaning(phrase: &str) -> Option<Word> {
    TABLE.iter().find(|(_, phrases)| phrases.contains(&phrase)).map(|(word, _)| *word)
}

/// Codes that are read in lower case too; the others are words more often than currencies.
const COMMON: [&str; 30] = [
    "usd", "eur", "gbp", "inr", "cad", "aud", "sgd", "chf", "jpy", "cny", "rmb", "hkd", "nzd", "sek", "nok",
    "dkk", "pln", "czk", "brl", "mxn", "ils", "krw", "twd", "aed", "sar", "zar", "huf", "ron", "thb", "idr",
];

/// Whether a word of three letters is meant as a currency code.
pub(super) fn is_code(text: &str) -> bool {
    let upper = text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase());
    upper || COMMON.contains(&text.to_ascii_lowercase().as_str())
}
