//! What stands above an exported script.

use jiff::civil::Date;

use crate::domain::plan::Plan;
use crate::domain::playbook::Playbook;
use crate::domain::session::Session;

/// What an exported script is about, and of when it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportHead {
    pub company: String,
    pub role: String,
    pub region: String,
    /// The day it was written.
    pub prepared: Date,
    /// The month the playbook's figures were taken in.
    pub as_of: Option<String>,
}

impl ExportHead {
    pub fn of(playbook: &Playbook, session: &Session, plan: &Plan, today: Date) -> Self {
        let or = |own: &Option<String>, usual: &str| own.clone().unwrap_or_else(|| usual.to_owned());
        Self {
            company: or(&session.company, &playbook.company),
            role: or(&session.role, &playbook.role),
            region: plan.region.clone(),
            prepared: today,
            as_of: playbook.as_of.clone(),
        }
    }

    pub(super) fn title(&self) -> String {
        format!("{} · {} · {}", self.company, self.role, self.region)
    }

    pub(super) fn dates(&self) -> String {
        match &self.as_of {
            Some(as_of) => format!("Prepared {}, with figures as of {as_of}", self.prepared),
            None => format!("Prepared {}", self.prepared),
        }
    }
}
