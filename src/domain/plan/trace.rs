//! The derivation: one line for each thing that was computed, under the figure it leads to.

use super::brief::Brief;
use super::term::Term;
use crate::domain::money::{Decimal, Rate};

/// A figure that can be asked "why?".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    /// An alternative's value, by its place in the session.
    Alternative(usize),
    Batna,
    Ask(Term),
    Opening(Term),
    Floor,
    Cautious,
    Value,
    BreakEven,
}

impl Figure {
    pub fn title(self) -> String {
        match self {
            Self::Alternative(index) => format!("Alternative {}", index.saturating_add(1)),
            Self::Batna => "Best alternative (BATNA)".to_owned(),
            Self::Ask(term) => format!("Ask: {}", term.name()),
            Self::Opening(term) => format!("Opening: {}", term.name()),
            Self::Floor => "Floor".to_owned(),
            Self::Cautious => "Cautious floor".to_owned(),
            Self::Value => "Value of the ask".to_owned(),
            Self::BreakEven => "Break-even of the equity".to_owned(),
        }
    }
}

/// One line of the derivation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TraceLine {
    pub figure: Figure,
    pub text: String,
}

/// The whole derivation, in the order of the computation.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Trace {
    lines: Vec<TraceLine>,
    /// Whether nobody will read it, so that no line need be written.
    is_off: bool,
}

impl Trace {
    /// A trace that takes nothing down.
    pub fn off() -> Self {
        Self { lines: Vec::new(), is_off: true }
    }

    pub fn is_off(&self) -> bool {
        self.is_off
    }

    /// Takes a line down; the text is only made where somebody reads it.
    pub fn add<T: Into<String>>(&mut self, figure: Figure, text: impl FnOnce() -> T) {
        if !self.is_off {
            self.lines.push(TraceLine { figure, text: text().into() });
        }
    }

    pub fn lines(&self) -> &[TraceLine] {
        &self.lines
    }

    /// The figures that are derived, each once, in the order of their first lines.
    pub fn figures(&self) -> Vec<Figure> {
        let mut figures = Vec::new();
        for line in &self.lines {
            if !figures.contains(&line.figure) {
                figures.push(line.figure);
            }
        }
        figures
    }

    /// The lines that lead to one figure.
    pub fn of(&self, figure: Figure) -> impl Iterator<Item = &str> {
        self.lines.iter().filter(move |line| line.figure == figure).map(|line| line.text.as_str())
    }
}

pub(super) fn percent(share: Decimal) -> String {
    let percent = share.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(share).round_dp(1).normalize();
    format!("{percent}%")
}

pub(super) fn break_even(brief: &Brief, share: Decimal, trace: &mut Trace) {
    let kind = brief.paper.kind.words();
    trace.add(Figure::BreakEven, || {
        if share <= Decimal::ZERO {
            format!("The ask beats the best alternative even if the target's {kind} is worth nothing.")
        } else {
            format!(
                "The ask equals the best alternative when the target's {kind} is worth {} of face.",
                percent(share)
            )
        }
    });
}

/// What a haircut leaves, in words: `at 75% of face`.
pub(super) fn of_face(haircut: Rate) -> String {
    let left = Decimal::ONE.checked_sub(haircut.share()).unwrap_or_default();
    format!("at {} of face", percent(left))
}
