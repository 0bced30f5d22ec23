//! What to say to whom, by when.

use jiff::civil::Date;

use super::State;
use crate::domain::compare::Whose;

/// One thing to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    pub kind: MoveKind,
    pub whose: Whose,
    /// Whom to say it to: the company, for an alternative with its level.
    pub label: String,
    /// Never later than the end of the offer it serves, and before today only where that has passed.
    pub by: Date,
    pub state: State,
    /// One sentence for the user's eyes: it may name rivals, and never says an amount.
    pub why: String,
}

/// What to do; in the order in which moves of one day are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MoveKind {
    /// Have a spoken offer put in writing.
    Confirm,
    /// Ask for an earlier answer, or when an offer comes.
    SpeedUp,
    MoreTime,
    /// Say the ask to the target.
    Counter,
    Answer,
    /// The offer's day has passed.
    AskWhetherItStands,
}

impl MoveKind {
    pub const ALL: [Self; 6] =
        [Self::Confirm, Self::SpeedUp, Self::MoreTime, Self::Counter, Self::Answer, Self::AskWhetherItStands];

    pub fn name(self) -> &'static str {
        match self {
            Self::Confirm => "confirm",
            Self::SpeedUp => "speed-up",
            Self::MoreTime => "more-time",
            Self::Counter => "counter",
            Self::Answer => "answer",
            Self::AskWhetherItStands => "ask-whether-it-stands",
        }
    }

    /// The move in words, as it stands before a company: `Ask for more time`.
    pub fn title(self) -> &'static str {
        match self {
            Self::Confirm => "Get it in writing",
            Self::SpeedUp => "Ask for an early answer",
            Self::MoreTime => "Ask for more time",
            Self::Counter => "Say your ask",
            Self::Answer => "Give your answer",
            Self::AskWhetherItStands => "Ask whether it stands",
        }
    }
}
