//! A stand-in for the importer: the first line is the id, the second the company, `?` marks doubts.

use crate::domain::playbook::{EquityTerms, Playbook};
use crate::import::{Import, Refusal, Report};

pub fn read(text: &str) -> Result<Import, Refusal> {
    assert!(!text.starts_with("panic"), "as asked");
    if !text.contains('/') {
        let hint = Some("Try another.".to_owned());
        return Err(Refusal { code: "not-a-guide", line: 1, message: "This is no guide.".to_owned(), hint });
    }
    let mut lines = text.lines();
    let mut next = || lines.next().unwrap_or_default().to_owned();
    let (id, company) = (next(), next());
    let mut report = Report::default();
    report.place("id", 1);
    report.place("company", 2);
    for (i, line) in text.lines().enumerate().filter(|(_, line)| line.starts_with('?')) {
        report.warn("odd", i + 1, line);
    }
    let playbook = Playbook {
        playbook: 1,
        id,
        company,
        role: "Engineer".to_owned(),
        as_of: None,
        summary: Vec::new(),
        about: None,
        equity: EquityTerms::default(),
        bands: Vec::new(),
        level_mapping: Vec::new(),
        questions: Vec::new(),
        levers: Vec::new(),
        strategy: None,
        evidence: Vec::new(),
    };
    Ok(Import { playbook, report })
}

pub fn utf16(text: &str) -> Vec<u8> {
    "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
}
