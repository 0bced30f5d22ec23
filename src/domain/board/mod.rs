//! The Friday board: which offer ends when, and what to do before.

mod deadline;
mod working_day;

pub use deadline::{Deadline, State};
pub use working_day::{is_working_day, working_day_on_or_before, working_days_after, working_days_before};
