//! `plan`: ask, opening, floor, zones, and how they come about.

use super::desk::Desk;
use super::failure::CliFailure;
use super::shell::{Shell, print};
use crate::export;

pub fn run(shell: &Shell, session: &str, json: bool) -> Result<u8, CliFailure> {
    let desk = Desk::load(shell, session)?;
    let plan = desk.plan(shell)?;
    print(&if json { export::plan_json_text(&plan) } else { export::plan_text(&plan) })?;
    Ok(0)
}
