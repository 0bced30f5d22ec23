//! `compare`: the packages side by side, year by year.

use super::desk::Desk;
use super::failure::CliFailure;
use super::shell::{Shell, print, print_json};
use crate::domain::compare::Inputs;
use crate::export;

pub fn run(shell: &Shell, session: &str, json: bool) -> Result<u8, CliFailure> {
    let desk = Desk::load(shell, session)?;
    let plan = desk.plan(shell)?;
    let inputs = Inputs { playbook: &desk.playbook, session: &desk.session, plan: &plan, today: shell.today };
    let table = inputs.side_by_side().map_err(|problem| desk.locate(problem))?;
    if json {
        print_json(&export::compare_json(&table))?;
    } else {
        print(&export::compare_text(&table))?;
    }
    Ok(0)
}
