//! Questions to the user, from the gaps that a guide leaves in its sentences.

use super::placeholder::{Kind, Placeholder};
use crate::domain::playbook::{Question, QuestionKind};
use crate::domain::text;

/// The questions of a playbook in the making; a gap with the same words is asked about once.
#[derive(Debug, Default)]
pub struct Questions {
    asked: Vec<(String, Question)>,
}

/// Names that the program fills itself.
const RESERVED: [&str; 7] = ["company", "role", "region", "rivals", "ask", "range", "floor"];

impl Questions {
    /// The slot for a gap inside a sentence.
    pub fn slot(&mut self, gap: &Placeholder, sentence: &str) -> String {
        let lone = is_lone(&gap.words);
        let key = if lone { format!("{} {sentence}", gap.words) } else { gap.words.to_lowercase() };
        if let Some((_, question)) = self.asked.iter().find(|(known, _)| *known == key) {
            return question.id.clone();
        }
        let id = self.fresh(if lone { "" } else { &gap.words });
        let (kind, choices) = match &gap.kind {
            Kind::Money => (QuestionKind::Money, Vec::new()),
            Kind::Menu(choices) => (QuestionKind::Choice, choices.clone()),
            Kind::Text | Kind::Citation => (QuestionKind::Text, Vec::new()),
        };
        let ask = wording(gap, sentence, lone);
        let question = Question { id: id.clone(), ask, kind, choices, example: None };
        self.asked.push((key, question));
        id
    }

    /// The slot for a whole sentence that only the user can say.
    pub fn own_words(&mut self, sentence: &str) -> String {
        let id = self.fresh("own result");
        let shown = text::excerpt(sentence.trim(), 200);
        let ask = format!("Say this with your own figures: “{}”", shown.replace(['“', '”'], "'"));
        let question =
            Question { id: id.clone(), ask, kind: QuestionKind::Text, choices: Vec::new(), example: None };
        self.asked.push((sentence.to_owned(), question));
        id
    }

    pub fn into_vec(self) -> Vec<Question> {
        self.asked.into_iter().map(|(_, question)| question).collect()
    }

    /// A name that no other question has.
    fn fresh(&self, words: &str) -> String {
        let slug = identifier(words);
        let stem = match slug.as_str() {
            "" => "detail".to_owned(),
            name if RESERVED.contains(&name) || name.len() < 2 => format!("your_{name}"),
            name if name.starts_with(|c: char| c.is_ascii_digit()) => format!("detail_{name}"),
            name => name.to_owned(),
        };
        let is_taken = |name: &str| self.asked.iter().any(|(_, question)| question.id == name);
        if !is_taken(&stem) {
            return stem;
        }
        (2_u32..10_000).map(|n| format!("{stem}_{n}")).find(|name| !is_taken(name)).unwrap_or(stem)
    }
}

/// Whether a gap has no name of its own: `[X]`.
fn is_lone(words: &str) -> bool {
    words.chars().filter(|c| c.is_alphabetic()).count() < 3
}

fn wording(gap: &Placeholder, sentence: &str, lone: bool) -> String {
    let context = context(gap, sentence);
    let words = text::excerpt(&gap.words, 60);
    match gap.kind {
        Kind::Money => format!("Which amount belongs here? “{context}”"),
        Kind::Menu(_) => format!("Which of these is yours? “{context}”"),
        _ if lone => format!("What belongs here? “{context}”"),
        _ => format!("{}? “{context}”", capital(&words)),
    }
}

/// Some words of the sentence around the gap, the gap itself as a dash.
fn context(gap: &Placeholder, sentence: &str) -> String {
    let before = sentence.get(..gap.range.start).unwrap_or_default();
    let after = sentence.get(gap.range.end..).unwrap_or_default();
    let head: Vec<&str> = before.split_whitespace().rev().take(6).collect();
    let tail: Vec<&str> = after.split_whitespace().take(5).collect();
    let head = head.into_iter().rev().collect::<Vec<_>>().join(" ");
    let cut_head = if before.split_whitespace().count() > 6 { "…" } else { "" };
    let cut_tail = if after.split_whitespace().count() > 5 { "…" } else { "" };
    let tail = tail.join(" ");
    let gap = if after.starts_with(' ') { "___ " } else { "___" };
    let shown = format!("{cut_head}{head} {gap}{tail}{cut_tail}");
    text::line(shown.trim().trim_matches('"')).replace(['“', '”', '"'], "'").replace("$0", "___")
}

fn capital(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars).collect())
}

/// Lower-case words with `_` between them, at most six.
fn identifier(words: &str) -> String {
    let parts = words.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
    parts.take(5).map(str::to_ascii_lowercase).collect::<Vec<_>>().join("_")
}
