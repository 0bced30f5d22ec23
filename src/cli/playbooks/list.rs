//! `playbooks list`: every playbook, or those of a region or a currency.

use super::{advice, row};
use crate::cli::args::Narrow;
use crate::cli::failure::CliFailure;
use crate::cli::shell::{Shell, note, print, print_json};
use crate::domain::catalog::{Card, Origin, Query};

pub fn run(shell: &Shell, narrow: Narrow, json: bool) -> Result<(), CliFailure> {
    let catalog = shell.library.catalog()?;
    let query = Query { words: String::new(), region: narrow.region, currency: narrow.currency };
    let cards: Vec<&Card> = catalog.search(&query).iter().filter_map(|at| catalog.cards().get(*at)).collect();
    if cards.is_empty() {
        note(&advice::narrowed(&catalog, &query, 0));
    }
    if json {
        return print_json(&row::json(shell, &cards)?);
    }
    if cards.is_empty() {
        return Ok(());
    }
    print(&row::lines(&cards))?;
    let built_in = cards.iter().filter(|card| card.origin == Origin::BuiltIn).count();
    let damaged = cards.iter().filter(|card| card.damaged.is_some()).count();
    let mut counts = format!("{} of your own, {built_in} built in", cards.len() - built_in);
    if damaged > 0 {
        counts.push_str(&format!(", {damaged} damaged: `playbooks check ID` tells more"));
    }
    note(&format!("{counts}."));
    Ok(())
}
