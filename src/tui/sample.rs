//! The sample negotiation: the guide's own two offers, with deadlines that lie ahead.

use std::path::Path;

use jiff::Span;
use jiff::civil::{Date, Weekday};

use crate::app::msg::Opened;
use crate::store::{Failure, Library, yaml};

const SAMPLE: &str = include_str!("../../assets/sample.yaml");

/// The sample, ready to be looked at; it is saved only once it is changed.
pub fn opened(library: &Library, today: Date) -> Result<Opened, Failure> {
    let read =
        yaml::parse_session(SAMPLE).map_err(|unread| unread.in_file(Path::new("sample.yaml"), SAMPLE))?;
    let mut session = read.session;
    let playbook = library.load(&session.playbook, None)?.playbook;
    let friday = today.nth_weekday(1, Weekday::Friday).unwrap_or(today);
    let days_after = |days: i64| friday.checked_add(Span::new().days(days)).ok();
    for (alternative, days) in session.alternatives.iter_mut().zip([0, 4]) {
        alternative.expires = days_after(days);
    }
    if let Some(target) = &mut session.target {
        target.expires = days_after(7);
    }
    session.company = Some(playbook.company.clone());
    session.role = Some(playbook.role.clone());
    let notice =
        "This is a sample: look around, change what you like. It is saved once you change it.".to_owned();
    Ok(Opened {
        name: None,
        session,
        playbook,
        drafts: std::collections::BTreeMap::new(),
        read_only: false,
        notice: Some(notice),
    })
}
