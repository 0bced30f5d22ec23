//! The schedules themselves, in the words of this program.

use super::Preset;
use crate::domain::offer::Cadence::{HalfYearly, Monthly, Quarterly, Yearly};

const BLANK: Preset = Preset {
    id: "",
    company: None,
    also: &[],
    name: "",
    shares: &[25, 25, 25, 25],
    cadence: None,
    cliff_months: None,
    as_of: "",
    source: "",
    note: "",
    disputed: false,
};

const AMAZON: Preset = Preset { company: Some("Amazon"), also: &["Amazon Web Services", "AWS"], ..BLANK };
const GOOGLE: Preset =
    Preset { company: Some("Google"), also: &["Alphabet", "DeepMind", "YouTube"], ..BLANK };
const MICROSOFT: Preset = Preset { company: Some("Microsoft"), disputed: true, ..BLANK };
const NVIDIA: Preset = Preset { company: Some("Nvidia"), cadence: Some(Quarterly), ..BLANK };
const DOORDASH: Preset = Preset { company: Some("DoorDash"), cliff_months: Some(0), ..BLANK };
const LYFT: Preset =
    Preset { company: Some("Lyft"), as_of: "undated", source: "levels.fyi company page", ..BLANK };

/// Every known schedule: the common ones, then the companies' by name, the newest first.
pub const PRESETS: [Preset; 24] = [
    Preset {
        id: "even-quarterly",
        name: "usual",
        cadence: Some(Quarterly),
        cliff_months: Some(12),
        as_of: "2026",
        source: "Doody; salaryscript",
        note: "The most common schedule.",
        ..BLANK
    },
    Preset {
        id: "even-monthly",
        name: "usual",
        cadence: Some(Monthly),
        cliff_months: Some(12),
        as_of: "2026",
        source: "Doody; salaryscript",
        note: "As common as the quarterly one, above all in young companies.",
        ..BLANK
    },
    Preset {
        id: "even",
        name: "years only",
        as_of: "2026",
        source: "Doody; salaryscript",
        note: "For a letter that names no cliff and no vesting days: ask them.",
        ..BLANK
    },
    Preset {
        id: "one-year",
        name: "yearly grants",
        shares: &[100],
        as_of: "2021",
        source: "reports on Lyft and Stripe",
        note: "Later years hold nothing until a further grant is made.",
        ..BLANK
    },
    Preset {
        id: "airbnb",
        company: Some("Airbnb"),
        shares: &[35, 30, 20, 15],
        cadence: Some(Quarterly),
        as_of: "undated",
        source: "levels.fyi company page",
        ..BLANK
    },
    Preset {
        id: "amazon",
        shares: &[5, 15, 40, 40],
        cadence: Some(HalfYearly),
        cliff_months: Some(12),
        as_of: "2018 to 2026",
        source: "Doody; salaryscript",
        note: "Years 1 and 2 vest at their end; a cash sign-on in both makes up for them: enter it as signing.",
        ..AMAZON
    },
    Preset {
        id: "apple",
        company: Some("Apple"),
        cadence: Some(HalfYearly),
        as_of: "2026",
        source: "salaryscript",
        note: "A report of 2023 has year 1 at its end and then months.",
        disputed: true,
        ..BLANK
    },
    Preset {
        id: "doordash-2024",
        name: "since 2024",
        shares: &[40, 30, 20, 10],
        as_of: "2024",
        source: "a levels.fyi thread",
        ..DOORDASH
    },
    Preset {
        id: "doordash-before",
        name: "before 2024",
        as_of: "2021",
        source: "Hacker News 27765421",
        note: "No cliff since 2021.",
        ..DOORDASH
    },
    Preset {
        id: "google-2024",
        name: "since 2024",
        shares: &[38, 32, 20, 10],
        cadence: Some(Monthly),
        cliff_months: Some(0),
        as_of: "2024",
        source: "Levels.fyi on LinkedIn",
        ..GOOGLE
    },
    Preset {
        id: "google-before",
        name: "before 2024",
        shares: &[33, 33, 22, 12],
        cadence: Some(Monthly),
        cliff_months: Some(0),
        as_of: "2026",
        source: "salaryscript",
        note: "Still listed by some as the one in force.",
        disputed: true,
        ..GOOGLE
    },
    Preset {
        id: "lyft-year",
        name: "one-year grant",
        shares: &[100],
        cadence: Some(Quarterly),
        note: "A new grant each year.",
        ..LYFT
    },
    Preset { id: "lyft-even", name: "four-year grant", cliff_months: Some(12), ..LYFT },
    Preset {
        id: "meta",
        company: Some("Meta"),
        also: &["Facebook", "Instagram", "WhatsApp"],
        cadence: Some(Quarterly),
        cliff_months: Some(0),
        as_of: "2026",
        source: "salaryscript",
        ..BLANK
    },
    Preset {
        id: "microsoft-yearly",
        name: "by the year",
        cadence: Some(Yearly),
        as_of: "2026",
        source: "salaryscript",
        note: "Another source says quarterly. For the grant at hiring.",
        ..MICROSOFT
    },
    Preset {
        id: "microsoft-quarterly",
        name: "by the quarter",
        cadence: Some(Quarterly),
        as_of: "2025",
        source: "a negotiation guide",
        note: "Another source says yearly. For the grant at hiring.",
        ..MICROSOFT
    },
    Preset {
        id: "nvidia-2025",
        name: "since Aug 2025",
        shares: &[40, 30, 20, 10],
        as_of: "Aug 2025",
        source: "r/levels_fyi 1mif4jc",
        note: "With a least refresher promised; some lists still have the even one.",
        disputed: true,
        ..NVIDIA
    },
    Preset {
        id: "nvidia-before",
        name: "before Aug 2025",
        as_of: "2026",
        source: "salaryscript",
        note: "A later report has 40/30/20/10.",
        disputed: true,
        ..NVIDIA
    },
    Preset {
        id: "openai",
        company: Some("OpenAI"),
        cliff_months: Some(0),
        as_of: "Dec 2025",
        source: "a negotiation guide; salaryscript",
        note: "About four years, profit units then stock: ask them to confirm it.",
        disputed: true,
        ..BLANK
    },
    Preset {
        id: "oracle",
        company: Some("Oracle"),
        shares: &[40, 30, 20, 10],
        as_of: "undated",
        source: "r/levels_fyi",
        ..BLANK
    },
    Preset {
        id: "pinterest",
        company: Some("Pinterest"),
        shares: &[50, 33, 17],
        as_of: "2024",
        source: "Levels.fyi",
        ..BLANK
    },
    Preset {
        id: "plaid",
        company: Some("Plaid"),
        as_of: "2025",
        source: "r/levels_fyi 1monj1f",
        note: "Mostly; one year and three years, even or front-loaded, were seen too.",
        disputed: true,
        ..BLANK
    },
    Preset {
        id: "stripe",
        company: Some("Stripe"),
        shares: &[100],
        as_of: "2021",
        source: "Blind omA1Wge8; salaryscript",
        note: "Not listed and double trigger: nothing is yours before an exit as well. A new grant each year.",
        ..BLANK
    },
    Preset {
        id: "uber",
        company: Some("Uber"),
        cadence: Some(Monthly),
        as_of: "2026",
        source: "salaryscript",
        note: "Levels.fyi calls it front-loaded in 2024, without figures known here.",
        disputed: true,
        ..BLANK
    },
];
