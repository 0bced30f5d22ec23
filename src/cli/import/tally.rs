//! What a run came to: which guides are taken in, and which are not and why.

use super::refused::Refused;

/// How many are told one by one that are there already, or could not be written for one and the same
/// reason; the rest is counted. A guide that was refused is always told.
const MOST: usize = 20;

/// The outcome of a run, with its exit code.
#[derive(Debug, Default)]
pub struct Tally {
    pub imported: usize,
    pub replaced: usize,
    pub unchanged: usize,
    /// Guides whose playbook is there already in other words.
    pub left: Vec<String>,
    /// Guides whose playbook could not be written.
    pub failed: Vec<String>,
    pub refused: Vec<Refused>,
    /// Guides in which something should be looked at.
    pub doubtful: usize,
}

impl Tally {
    /// 3 something was refused, else 1 something was not written, else 0.
    pub fn code(&self) -> u8 {
        match (self.refused.is_empty(), self.left.is_empty() && self.failed.is_empty()) {
            (false, _) => 3,
            (true, false) => 1,
            (true, true) => 0,
        }
    }

    /// A line for each guide that was not taken in, and one that sums up.
    pub fn words(&self) -> String {
        let mut lines = Vec::new();
        for (told, what) in [(&self.left, "are there already"), (&self.failed, "could not be written")] {
            lines.extend(told.iter().take(MOST).cloned());
            if told.len() > MOST {
                lines.push(format!("… and {} more that {what}", told.len() - MOST));
            }
        }
        lines.extend(self.refused.iter().map(Refused::in_a_line));
        if self.doubtful > 0 {
            let guides = if self.doubtful == 1 { "guide has" } else { "guides have" };
            lines.push(format!(
                "{} {guides} something to look at: import one alone to see it, or use --json.",
                self.doubtful
            ));
        }
        lines.push(self.sum());
        lines.join("\n")
    }

    fn sum(&self) -> String {
        let left = "left because a playbook of that id is there (replace it with --replace)";
        let parts: Vec<String> = [
            (self.imported, "imported"),
            (self.replaced, "replaced"),
            (self.unchanged, "unchanged"),
            (self.left.len(), left),
            (self.failed.len(), "could not be written"),
            (self.refused.len(), "refused"),
        ]
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, what)| format!("{count} {what}"))
        .collect();
        if parts.is_empty() { "Nothing to import.".to_owned() } else { format!("{}.", parts.join(", ")) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused() -> Refused {
        Refused {
            path: "g/bad.md".to_owned(),
            code: "not-a-guide",
            line: Some(3),
            message: "This is no guide.".to_owned(),
            hint: Some("Name another.".to_owned()),
            page: String::new(),
        }
    }

    #[test]
    fn the_sum_comes_last_and_names_what_there_was() {
        let tally = Tally {
            imported: 571,
            replaced: 3,
            left: vec!["b.md: x".to_owned(); 22],
            failed: vec!["f.md: full".to_owned()],
            refused: vec![refused()],
            doubtful: 1,
            ..Tally::default()
        };
        let words = tally.words();
        let mut lines = words.lines().rev();
        assert_eq!(
            lines.next().unwrap(),
            "571 imported, 3 replaced, 22 left because a playbook of that id is there (replace it with \
             --replace), 1 could not be written, 1 refused."
        );
        assert!(lines.next().unwrap().starts_with("1 guide has something to look at"));
        assert_eq!(lines.next().unwrap(), "g/bad.md:3: This is no guide. Name another.");
        assert_eq!(lines.next().unwrap(), "f.md: full");
        assert_eq!(lines.next().unwrap(), "… and 2 more that are there already");
        assert_eq!(lines.count(), MOST);
    }

    #[test]
    fn what_was_refused_decides_the_code_before_what_was_not_written() {
        let some = || vec!["x".to_owned()];
        for (tally, code) in [
            (Tally { imported: 2, ..Tally::default() }, 0),
            (Tally { unchanged: 2, ..Tally::default() }, 0),
            (Tally { left: some(), ..Tally::default() }, 1),
            (Tally { failed: some(), ..Tally::default() }, 1),
            (Tally { failed: some(), refused: vec![refused()], ..Tally::default() }, 3),
        ] {
            assert_eq!(tally.code(), code, "{tally:?}");
        }
    }
}
