//! How far the work is, for someone who watches.

use std::io::{self, IsTerminal, Write};

use crate::cli::shell::Shell;

/// Where only whole lines can be shown, one for so many guides.
const LINE_EVERY: usize = 500;

/// Counts guides on standard error, where that is a terminal.
#[derive(Debug)]
pub struct Progress {
    manner: Manner,
    done: usize,
    total: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Manner {
    Silent,
    Lines,
    /// One line, written over.
    Counter,
}

impl Progress {
    pub fn new(shell: &Shell, total: usize) -> Self {
        let is_dumb = std::env::var("TERM").map_or(true, |term| term.is_empty() || term == "dumb");
        let manner = match io::stderr().is_terminal() {
            false => Manner::Silent,
            true if shell.is_plain || is_dumb => Manner::Lines,
            true => Manner::Counter,
        };
        Self { manner, done: 0, total }
    }

    /// One more is done.
    pub fn advance(&mut self) {
        self.done += 1;
        let said = self.words();
        let _nobody_watches_any_more = io::stderr().lock().write_all(said.as_bytes());
    }

    /// Wipes the counter, so that other words can follow.
    pub fn end(&self) {
        if self.manner == Manner::Counter {
            let _nobody_watches_any_more = write!(io::stderr().lock(), "\r{:30}\r", "");
        }
    }

    fn words(&self) -> String {
        let Self { manner, done, total } = self;
        match manner {
            Manner::Lines if done % LINE_EVERY == 0 => format!("{done} of {total} guides read\n"),
            Manner::Counter if done % (total / 100).max(1) == 0 => format!("\r{done} of {total} guides read"),
            _ => String::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(manner: Manner, total: usize) -> Vec<String> {
        let words = |done| Progress { manner, done, total }.words();
        (1..=total).map(words).filter(|words| !words.is_empty()).collect()
    }

    #[test]
    fn the_manner_decides_how_often() {
        assert!(said(Manner::Silent, 2000).is_empty());
        assert_eq!(said(Manner::Lines, 1200), ["500 of 1200 guides read\n", "1000 of 1200 guides read\n"]);
        assert_eq!(said(Manner::Counter, 4470).len(), 101);
        assert_eq!(said(Manner::Counter, 2), ["\r1 of 2 guides read", "\r2 of 2 guides read"]);
    }
}
