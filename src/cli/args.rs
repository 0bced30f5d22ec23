//! The command line, defined once; completions and the man page come from it.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

use crate::domain::compare::Measure;
use crate::domain::money::Currency;

/// Know what to ask for, what to open with, where to walk, and what to say.
///
/// Without a command the program starts at Home, with your saved sessions and the playbooks.
/// Everything stays on this machine: the program has no network code.
#[derive(Debug, Parser)]
#[command(name = "negotiate-up", version, max_term_width = 100, after_help = AFTER)]
pub struct Cli {
    #[command(flatten)]
    pub global: Global,
    #[command(subcommand)]
    pub command: Option<Command>,
}

const AFTER: &str = "\
Examples:
  negotiate-up                                   start at Home
  negotiate-up new any-company/software-engineer start with the general playbook
  negotiate-up plan acme                         the figures of a saved session
  negotiate-up script acme -o script.txt         the script as a file that only you can read

The variable NEGOTIATE_UP_DATA names the data folder where no --data-dir does.

Exit codes: 0 done, 1 the work failed, 2 wrong usage, 3 the input is invalid, 130 interrupted.
Amounts belong into the screens or a session file, not on a command line, where `ps` and the shell's
history would keep them.";

/// What every command takes.
#[derive(Debug, Args)]
pub struct Global {
    /// Where sessions and your own playbooks are kept (default: the platform's data folder)
    #[arg(long, global = true, value_name = "DIR")]
    pub data_dir: Option<PathBuf>,
    /// Words only: no screens, no colour
    #[arg(long, global = true)]
    pub plain: bool,
    /// No colour (a variable `NO_COLOR` does the same)
    #[arg(long, global = true)]
    pub no_color: bool,
    /// Take this day for today
    #[arg(long, global = true, value_name = "DATE", value_parser = day)]
    pub today: Option<Date>,
}

fn day(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| "this is no date; write one such as 2026-11-27".to_owned())
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Start a negotiation, with a playbook if one is named
    New {
        /// The playbook's id, such as any-company/software-engineer
        playbook: Option<String>,
        /// The region to negotiate in
        #[arg(long)]
        region: Option<String>,
    },
    /// Go on with a saved session; without a name, with the latest
    Open {
        /// A saved session's name, or a path to a session file
        session: Option<String>,
    },
    /// Ask, opening, floor, zones, and how they come about
    Plan {
        /// A saved session's name, or a path to a session file
        session: String,
        /// For other programs
        #[arg(long)]
        json: bool,
    },
    /// The personalised script
    Script(ScriptArgs),
    /// The packages side by side: what each is worth, when, and on what assumption
    #[command(after_help = COMPARE)]
    Compare(CompareArgs),
    /// Saved sessions
    Sessions {
        #[command(subcommand)]
        command: Option<SessionsCommand>,
    },
    /// The library of playbooks
    Playbooks {
        #[command(subcommand)]
        command: Option<PlaybooksCommand>,
    },
    /// A completion script for a shell, on standard output
    Completions { shell: clap_complete::Shell },
    /// The manual page, on standard output
    Man,
    /// A screen of the sample negotiation as a picture (SVG), on standard output
    #[command(hide = true)]
    Picture {
        #[arg(value_enum, default_value_t = Shot::Lever)]
        screen: Shot,
    },
}

/// Which screen is pictured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Shot {
    Lever,
    Desk,
}

#[derive(Debug, Args)]
pub struct ScriptArgs {
    /// A saved session's name, or a path to a session file
    pub session: String,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// Write to a file, which only you can read, instead of standard output
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Replace the file if it exists
    #[arg(long)]
    pub force: bool,
}

const COMPARE: &str = "\
Examples:
  negotiate-up compare acme                                everything on a page of text
  negotiate-up compare acme --sort first-year              the best first year first
  negotiate-up compare acme --format html -o offers.html   a page to print, which only you can read
  negotiate-up compare acme --format ics -o offers.ics     the deadlines and moves for a calendar
  negotiate-up compare acme --json                         for other programs

The first year and the average a year stand together: one alone misleads.";

#[derive(Debug, Args)]
pub struct CompareArgs {
    /// A saved session's name, or a path to a session file
    pub session: String,
    /// For other programs; the same as --format json
    #[arg(long, conflicts_with = "format")]
    pub json: bool,
    #[arg(long, value_enum, default_value_t = OffersFormat::Text)]
    pub format: OffersFormat,
    /// Put the packages in this order, the highest first
    #[arg(long, value_name = "MEASURE", default_value = Measure::Entered.name(), value_parser = measure())]
    pub sort: Measure,
    /// Write to a file, which only you can read, instead of standard output
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Replace the file if it exists
    #[arg(long)]
    pub force: bool,
}

fn measure() -> impl TypedValueParser<Value = Measure> {
    PossibleValuesParser::new(Measure::ALL.map(Measure::name))
        .map(|name| Measure::ALL.into_iter().find(|measure| measure.name() == name).unwrap_or_default())
}

/// The form of the offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum OffersFormat {
    Text,
    Markdown,
    Html,
    Json,
    /// Only the deadlines and moves, for a calendar
    Ics,
}

/// The form of the script.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Text,
    Markdown,
    Html,
    Json,
}

#[derive(Debug, Subcommand)]
pub enum SessionsCommand {
    /// All saved sessions, the latest first
    List {
        /// For other programs
        #[arg(long)]
        json: bool,
    },
    /// What a session's file says
    Show {
        session: String,
        /// For other programs
        #[arg(long)]
        json: bool,
    },
    /// Give a session another name
    Rename { session: String, name: String },
    /// Copy a session under another name
    Copy { session: String, name: String },
    /// Delete a session with its backup and its draft
    Delete {
        session: String,
        /// Do not ask: delete
        #[arg(long)]
        yes: bool,
    },
    /// The folder of the sessions, or a session's file
    Path { session: Option<String> },
}

#[derive(Debug, Subcommand)]
pub enum PlaybooksCommand {
    /// All playbooks, built in and your own
    List {
        #[command(flatten)]
        narrow: Narrow,
        /// For other programs
        #[arg(long)]
        json: bool,
    },
    /// The playbooks for a company, a role, a level or a place, the best first
    Search(SearchArgs),
    /// What a playbook holds
    Show {
        /// A playbook's id, or a path to a playbook file
        playbook: String,
        /// For other programs
        #[arg(long)]
        json: bool,
    },
    /// Look for what is wrong in playbook files
    Check {
        /// Ids, or paths to playbook files
        #[arg(required = true)]
        playbooks: Vec<String>,
        /// For other programs
        #[arg(long)]
        json: bool,
    },
    /// Turn guides in Markdown into playbooks
    #[command(after_help = IMPORT)]
    Import(ImportArgs),
    /// The folder of your own playbooks, or a playbook's file
    Path { playbook: Option<String> },
    /// The JSON Schema of a playbook, for editors
    Schema,
}

const IMPORT: &str = "\
Examples:
  negotiate-up playbooks import engineer.md          one guide, with what was understood of it
  negotiate-up playbooks import guides/ --replace    all guides in and below a folder
  negotiate-up playbooks import engineer.md -o -     the playbook on standard output
  negotiate-up playbooks import guides/ -o out/      the playbooks in a folder out/company/role.yaml

--json prints one file's playbook as an object, and for a folder or several files one object a line;
there a guide that was refused is {\"refused\": {path, code, line, message, hint}}. In each playbook
\"import\" holds its path, the warnings, what was not understood, and the guide's line of each value.

Each guide is taken on its own: a bad one is named, and the others go on.
Exit codes: 0 all are in; 3 a guide could not be read or was refused; 1 one could not be
written, or was left because a playbook of its id is there.";

#[derive(Debug, Args)]
pub struct ImportArgs {
    /// Guides, or folders with guides in .md or .markdown files; - reads standard input
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Print what the guides become, for other programs, and write nothing
    #[arg(long, conflicts_with_all = ["output", "replace"])]
    pub json: bool,
    /// Write to this file, or below this folder (out/), instead of the library; - is standard output
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Replace playbooks that are there, without being asked
    #[arg(long)]
    pub replace: bool,
}

/// Which playbooks are meant.
#[derive(Debug, Default, Args)]
pub struct Narrow {
    /// Only those with a band in this region, such as London
    #[arg(long, value_name = "REGION")]
    pub region: Option<String>,
    /// Only those with a band in this currency, such as EUR
    #[arg(long, value_name = "CODE")]
    pub currency: Option<Currency>,
}

#[derive(Debug, Args)]
pub struct SearchArgs {
    /// Such as: google swe, meta e5, product manager at stripe
    #[arg(required = true)]
    pub words: Vec<String>,
    #[command(flatten)]
    pub narrow: Narrow,
    /// Look for the words in everything that the playbooks say
    #[arg(long)]
    pub text: bool,
    /// How many to show at most; 0 for all
    #[arg(short = 'n', long, value_name = "COUNT", default_value_t = 20)]
    pub most: usize,
    /// For other programs
    #[arg(long)]
    pub json: bool,
}
