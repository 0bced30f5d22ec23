//! The question whether playbooks that are there may be replaced.

use std::io::{self, BufRead, IsTerminal, Write};

use crate::domain::text;

/// Who decides about playbooks that are there.
pub enum Asker<R, W> {
    /// The command said it.
    Replace,
    /// Nobody is there to be asked: they are left.
    Leave,
    /// Somebody at a terminal.
    Ask { answers: R, questions: W },
}

/// An answer about several at once.
enum Answer {
    All,
    None,
    Each,
}

impl Asker<io::StdinLock<'static>, io::Stderr> {
    /// The one that the command and its surroundings call for.
    pub fn new(replace: bool) -> Self {
        match (replace, io::stdin().is_terminal() && io::stderr().is_terminal()) {
            (true, _) => Self::Replace,
            (false, true) => Self::Ask { answers: io::stdin().lock(), questions: io::stderr() },
            (false, false) => Self::Leave,
        }
    }
}

impl<R: BufRead, W: Write> Asker<R, W> {
    /// Whether each of the playbooks, given by its id, may be replaced. No answer is a no.
    pub fn decide(&mut self, ids: &[&str]) -> io::Result<Vec<bool>> {
        let Self::Ask { answers, questions } = self else {
            return Ok(vec![matches!(self, Self::Replace); ids.len()]);
        };
        let mut ask = |question: &str| {
            write!(questions, "{}", text::clean(question))?;
            questions.flush()?;
            let mut typed = String::new();
            answers.read_line(&mut typed)?;
            io::Result::Ok(typed.trim().to_lowercase())
        };
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        if let [id] = ids {
            return Ok(vec![is_yes(&ask(&format!("{id} is there and differs. Replace it? [y/N] "))?)]);
        }
        let count = ids.len();
        let question =
            format!("{count} playbooks are there and differ. Replace all, none, or ask for each? [a/N/e] ");
        match Answer::of(&ask(&question)?) {
            Answer::All => Ok(vec![true; count]),
            Answer::None => Ok(vec![false; count]),
            Answer::Each => {
                let mut decided = Vec::with_capacity(count);
                for id in ids {
                    let typed = ask(&format!("Replace {id}? [y/N, a: all from here, q: no more] "))?;
                    match typed.as_str() {
                        "a" | "all" => decided.resize(count, true),
                        "q" | "quit" => decided.resize(count, false),
                        typed => decided.push(is_yes(typed)),
                    }
                    if decided.len() == count {
                        break;
                    }
                }
                Ok(decided)
            }
        }
    }
}

impl Answer {
    fn of(typed: &str) -> Self {
        match typed {
            "a" | "all" => Self::All,
            "e" | "each" => Self::Each,
            _ => Self::None,
        }
    }
}

fn is_yes(typed: &str) -> bool {
    matches!(typed, "y" | "yes")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(typed: &str, ids: &[&str]) -> (Vec<bool>, usize) {
        let mut asker = Asker::Ask { answers: typed.as_bytes(), questions: Vec::new() };
        let decided = asker.decide(ids).unwrap();
        let Asker::Ask { questions, .. } = asker else { unreachable!() };
        (decided, String::from_utf8(questions).unwrap().matches('?').count())
    }

    #[test]
    fn only_a_yes_replaces() {
        for (typed, yes) in [("y\n", true), ("Yes\n", true), ("\n", false), ("n\n", false), ("", false)] {
            assert_eq!(asked(typed, &["a/b"]), (vec![yes], 1), "{typed:?}");
        }
    }

    #[test]
    fn many_are_asked_about_once_or_each() {
        let ids = ["a/b", "a/c", "a/d"];
        for (typed, want) in [
            ("a\n", (vec![true; 3], 1)),
            ("ALL\n", (vec![true; 3], 1)),
            ("none\n", (vec![false; 3], 1)),
            ("\n", (vec![false; 3], 1)),
            ("e\ny\nn\n", (vec![true, false, false], 4)),
            ("e\nn\na\n", (vec![false, true, true], 3)),
            ("e\ny\nq\n", (vec![true, false, false], 3)),
        ] {
            assert_eq!(asked(typed, &ids), want, "{typed:?}");
        }
        assert_eq!(asked("", &[]), (vec![], 0));
    }

    #[test]
    fn without_a_terminal_the_command_decides() {
        let (mut replace, mut leave) = (Asker::<&[u8], Vec<u8>>::Replace, Asker::<&[u8], Vec<u8>>::Leave);
        assert_eq!(replace.decide(&["a", "b"]).unwrap(), [true, true]);
        assert_eq!(leave.decide(&["a", "b"]).unwrap(), [false, false]);
    }
}
