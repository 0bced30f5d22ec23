//! What a playbook's sentences get wrong, before anybody has to say them.

use std::collections::BTreeSet;

use super::slots::Slots;
use super::spoken::ANSWERS;
use super::template;
use crate::domain::playbook::Playbook;
use crate::domain::problem::Problem;

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The sentence can never be said.
    Error,
    Warning,
}

/// One thing about a playbook's sentences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub severity: Severity,
    pub problem: Problem,
}

/// Reads every sentence of a playbook as a template.
pub fn check(playbook: &Playbook) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut used: BTreeSet<String> = ANSWERS.map(str::to_owned).into();
    let known = Slots::known(playbook);
    let mut read = |path: String, source: &str, private: bool| match template::slots(source) {
        Ok(slots) => {
            let unknown = slots.iter().filter(|name| {
                let kept = private && Slots::PRIVATE.contains(&name.as_str());
                !known.contains(*name) && !kept
            });
            findings.extend(unknown.map(|name| error(unknown_slot(name, &known).at(&path))));
            used.extend(slots);
        }
        Err(problem) => findings.push(error(problem.at(&path))),
    };
    for (index, lever) in playbook.levers.iter().enumerate() {
        read(format!("levers[{index}].script"), &lever.script, false);
        if let Some(softer) = &lever.softer {
            read(format!("levers[{index}].softer"), softer, false);
        }
    }
    if let Some(strategy) = &playbook.strategy {
        if let Some(script) = &strategy.script {
            read("strategy.script".to_owned(), script, false);
        }
        if let Some(private) = &strategy.private {
            read("strategy.private".to_owned(), private, true);
        }
    }
    let reserved = ["company", "role", "region", "rivals", "ask", "range", "floor"];
    for (index, question) in playbook.questions.iter().enumerate() {
        let path = format!("questions[{index}].id");
        if reserved.contains(&question.id.as_str()) {
            let message = format!("`{}` is filled by the program and cannot be a question.", question.id);
            let problem = Problem::new("question-reserved", message);
            findings.push(error(problem.at(&path).hint("Choose another id, such as current_employer.")));
        } else if !used.contains(&question.id) {
            let message = format!("No sentence uses the answer to `{}`.", question.id);
            let hint = format!("Write {{{{ {} }}}} in a sentence, or drop the question.", question.id);
            let problem = Problem::new("question-unused", message).at(&path).hint(hint);
            findings.push(Finding { severity: Severity::Warning, problem });
        }
    }
    findings
}

fn error(problem: Problem) -> Finding {
    Finding { severity: Severity::Error, problem }
}

fn unknown_slot(name: &str, known: &BTreeSet<String>) -> Problem {
    let problem = Problem::new("slot-unknown", format!("Nothing fills the slot {{{{ {name} }}}}."));
    let near = known.iter().map(|other| (distance(name, other), other)).min();
    match near {
        Some((steps, other)) if steps <= 3 && steps < name.chars().count() => {
            problem.hint(format!("Did you mean {{{{ {other} }}}}?"))
        }
        _ => problem.hint("Add a question with this id, or use one such as {{ ask.base }}."),
    }
}

/// How many letters have to change to make one name the other.
fn distance(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().take(64).collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (i, a) in from.chars().take(64).enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for (j, b) in to.iter().enumerate() {
            let swap = corner + usize::from(a != *b);
            corner = row[j + 1];
            row[j + 1] = swap.min(corner + 1).min(row[j] + 1);
        }
    }
    row[to.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn playbook(script: &str) -> Playbook {
        let mut playbook = super::super::tests::hugging_face();
        playbook.levers[2].script = script.to_owned();
        playbook
    }

    #[test]
    fn both_playbooks_of_the_library_are_clean() {
        for playbook in [super::super::tests::hugging_face(), super::super::tests::any_company()] {
            assert_eq!(check(&playbook), [], "{}", playbook.id);
        }
    }

    #[test]
    fn a_misspelt_slot_gets_its_nearest_name() {
        let findings =
            check(&playbook("{{ infrastructure_compny }} and {{ ask.bse }} {{ infrastructure_built }}"));
        let hints: Vec<_> = findings.iter().filter_map(|finding| finding.problem.hint.as_deref()).collect();
        assert_eq!(hints, ["Did you mean {{ ask.base }}?", "Did you mean {{ infrastructure_company }}?"]);
        assert!(findings.iter().all(|finding| finding.problem.at == "levers[2].script"));
    }

    #[test]
    fn the_floor_is_no_slot_of_a_spoken_sentence() {
        let findings =
            check(&playbook("{{ floor.base }}{{ infrastructure_built }}{{ infrastructure_company }}"));
        assert_eq!(findings.len(), 1);
        assert_eq!(findings[0].problem.code, "slot-unknown");
    }

    #[test]
    fn a_broken_sentence_and_an_idle_question() {
        let mut playbook = playbook("One.\n{{ ask base }}");
        playbook.levers[2].softer = None;
        let findings = check(&playbook);
        let found: Vec<_> =
            findings.iter().map(|f| (f.severity, f.problem.code, f.problem.at.as_str())).collect();
        assert_eq!(
            found,
            [
                (Severity::Error, "template", "levers[2].script"),
                (Severity::Warning, "question-unused", "questions[5].id"),
                (Severity::Warning, "question-unused", "questions[6].id"),
            ]
        );
    }
}
