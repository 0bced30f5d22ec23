//! The words of a whole playbook, for looking into thousands of them at once.

use std::collections::BTreeSet;

use super::super::playbook::Playbook;
use super::words;

/// Every word of a playbook that somebody may look for, once, each behind a space.
pub fn of(playbook: &Playbook) -> String {
    let bands = playbook.bands.iter().flat_map(|band| [Some(&band.region), band.level.as_ref()]);
    let levers = playbook.levers.iter().flat_map(|lever| {
        [Some(&lever.name), lever.about.as_ref(), Some(&lever.script), lever.softer.as_ref()]
    });
    let strategy =
        playbook.strategy.iter().flat_map(|strategy| [strategy.script.as_ref(), strategy.private.as_ref()]);
    let lists = [&playbook.summary, &playbook.level_mapping, &playbook.evidence];
    let texts = [Some(&playbook.company), Some(&playbook.role), playbook.about.as_ref()]
        .into_iter()
        .chain(lists.into_iter().flatten().map(Some))
        .chain(playbook.questions.iter().map(|question| Some(&question.ask)))
        .chain(bands)
        .chain(levers)
        .chain(strategy);
    let words: BTreeSet<String> = texts.flatten().flat_map(|text| words::split(text)).collect();
    words.into_iter().fold(String::new(), |mut text, word| {
        text.push(' ');
        text.push_str(&word);
        text
    })
}

/// Words looked for in the whole of a playbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// Each as it begins in the text of [`of`].
    words: Vec<String>,
}

impl Wanted {
    /// The words that count of what was typed.
    pub fn new(text: &str) -> Self {
        let words = words::telling(&words::split(text));
        Self { words: words.into_iter().map(|word| format!(" {word}")).collect() }
    }

    /// Whether every word is in a text, or begins one of its words.
    pub fn are_in(&self, text: &str) -> bool {
        self.words.iter().all(|word| text.contains(word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_a_playbook_is_found_by_its_beginning() {
        let playbook: Playbook = serde_yaml::from_str(
            "{playbook: 1, id: a/b, company: Zürich Labs, role: ML/AI Engineer, summary: [Long hours],
              about: An old firm., level_mapping: [Google L4], evidence: [Levels.fyi],
              bands: [{region: Genève, currency: CHF, level: Senior}],
              questions: [{id: x, ask: Which tokenizer?}],
              levers: [{id: y, name: Buyback, about: Cash flow, script: I hold $215K, softer: Perhaps}],
              strategy: {script: I join, private: Walk away below}}",
        )
        .unwrap();
        let text = of(&playbook);
        for words in [
            "zurich",
            "ai engineer",
            "hours",
            "firm",
            "google l4",
            "levels.fyi",
            "Genève senior",
            "tokeniz",
            "BUYBACK cash",
            "215k hold",
            "perhaps",
            "join walk below",
        ] {
            assert!(Wanted::new(words).are_in(&text), "{words} in {text}");
        }
        for words in ["uyback", "zebra", "buyback zebra", "chf"] {
            assert!(!Wanted::new(words).are_in(&text), "{words} in {text}");
        }
        assert!(Wanted::new(" , ").are_in(""));
    }
}
