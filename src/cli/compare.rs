//! `compare`: the packages side by side, year by year.

use super::desk::Desk;
use super::failure::CliFailure;
use super::shell::{Shell, print, print_json};
use crate::domain::compare;
use crate::export;

pub fn run(shell: &Shell, session: &str, json: bool) -> Result<u8, CliFailure> {
    let desk = Desk::load(shell, session)?;
    let plan = desk.plan(shell)?;
    let table = compare::side_by_side(&desk.playbook, &desk.session, &plan, shell.today)
        .map_err(|problem| desk.locate(problem))?;
    if json {
        print_json(&export::compare_json(&table))?;
    } else {
        print(&export::compare_text(&table))?;
    }
    Ok(0)
}
