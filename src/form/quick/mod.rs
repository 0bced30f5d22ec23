//! The one quick line for offers: `Google L4 210k base 260k rsu 15% bonus 25k sign-on by Fri`.
//!
//! Words may stand in any order. Every word ends up in one piece that says what it was taken for;
//! what can be read two ways is asked about, and an answer is a text to put in its place.
//!
//! line → words (`atom`) → figures, labels, names (`lexeme`) → labels bound to figures (`bind`)
//! → the offer with its pieces and questions (`draft`).

mod atom;
mod bind;
mod draft;
mod figures;
mod grant;
mod level;
mod lexeme;
mod offer;
mod pay;
mod question;
mod tell;
mod when;
mod word;

use std::ops::Range;

use jiff::civil::Date;

pub use atom::is_separator;
pub use offer::Partial;
pub(super) use question::amounts;

use crate::domain::money::Currency;
use crate::domain::offer::Alternative;
use crate::domain::problem::Problem;

/// What a line is read for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Context {
    pub today: Date,
    /// The plan's, for amounts without a mark.
    pub currency: Currency,
}

/// What words were taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    Company,
    Level,
    Base,
    Bonus,
    BonusAmount,
    Equity,
    Signing,
    Relocation,
    OtherAnnual,
    /// Total pay: said back, and not used, since a total is no base.
    Total,
    Deadline,
    Status,
    Confidence,
    Currency,
    /// Two readings; a question asks which.
    Ambiguous,
    Unknown,
}

/// Some words of the line and what they were taken for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The bytes from the first of these words to the last.
    pub span: Range<usize>,
    pub meaning: Meaning,
    /// What was understood: `base $210,000 a year`; of unknown words the words, with a hint where
    /// there is one.
    pub shown: String,
}

/// Words that can be read two ways.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The bytes that an answer replaces.
    pub span: Range<usize>,
    pub ask: String,
    /// What each reading means, and the text that means it alone.
    pub readings: [(String, String); 2],
}

/// What was understood of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Understood {
    pub offer: Partial,
    pieces: Vec<Piece>,
    line: String,
    questions: Vec<Question>,
    problems: Vec<Problem>,
}

/// The longest line that is read, in bytes; of a longer one nothing is understood.
const LONGEST: usize = 2000;

/// Reads one line.
pub fn read(line: &str, context: &Context) -> Understood {
    let atoms = atom::split(line);
    let lexemes =
        if line.len() > LONGEST { lexeme::asides(&atoms) } else { lexeme::read(line, &atoms, *context) };
    draft::Draft::of(line, &lexemes, *context).finish()
}

impl Understood {
    /// The offer, once nothing is open and it has a company and a base.
    ///
    /// # Errors
    /// The first figure that cannot be used, an open question (`quick-open`), `company-missing` or
    /// `base-missing`, each with an example.
    pub fn alternative(&self) -> Result<Alternative, Problem> {
        if let Some(problem) = self.problems.first() {
            return Err(problem.clone());
        }
        if let Some(question) = self.questions.first() {
            let [one, other] = question.readings.each_ref().map(|(_, text)| text.trim_matches([',', ' ']));
            let problem = Problem::new("quick-open", question.ask.clone());
            return Err(problem.hint(format!("Write it as {one} or as {other}.")));
        }
        self.offer.alternative()
    }

    /// In the order of the line; together they hold each word once. A part whose words stand apart,
    /// such as a grant and its `private`, has several pieces that show the same.
    pub fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// What can be read two ways, in the order of the line.
    pub fn questions(&self) -> Vec<Question> {
        self.questions.clone()
    }

    /// What is wrong with figures and dates in the line.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// The words that were of no use, in the order of the line.
    pub fn not_understood(&self) -> Vec<&str> {
        let unknown = self.pieces.iter().filter(|piece| piece.meaning == Meaning::Unknown);
        unknown.map(|piece| &self.line[piece.span.clone()]).collect()
    }
}

#[cfg(test)]
mod tests;
