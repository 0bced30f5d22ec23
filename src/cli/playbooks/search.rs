//! `playbooks search`: the playbooks that words ask for, the best first.

use super::{advice, row};
use crate::cli::args::SearchArgs;
use crate::cli::failure::CliFailure;
use crate::cli::shell::{Shell, note, print, print_json};
use crate::domain::catalog::{Card, Catalog, Query};

pub fn run(shell: &Shell, args: SearchArgs) -> Result<(), CliFailure> {
    let catalog = shell.library.catalog()?;
    let words = args.words.join(" ");
    let query = Query { words, region: args.narrow.region, currency: args.narrow.currency };
    let found = if args.text { in_texts(shell, &catalog, &query)? } else { catalog.search(&query) };
    let most = if args.most == 0 { found.len() } else { args.most };
    let cards: Vec<&Card> = found.iter().take(most).filter_map(|at| catalog.cards().get(*at)).collect();
    if cards.is_empty() {
        note(&advice::nothing(&catalog, &query, args.text));
    }
    if args.json {
        print_json(&row::json(shell, &cards)?)?;
    } else if !cards.is_empty() {
        print(&row::lines(&cards))?;
    }
    if found.len() > cards.len() {
        note(&format!("… and {} more: -n {} shows them all.", found.len() - cards.len(), found.len()));
    }
    Ok(())
}

/// The playbooks that have the words anywhere, those that pass the filters.
fn in_texts(shell: &Shell, catalog: &Catalog, query: &Query) -> Result<Vec<usize>, CliFailure> {
    let having = catalog.places_of(&shell.library.full_text(&query.words)?);
    let passing = catalog.search(&Query { words: String::new(), ..query.clone() });
    Ok(passing.into_iter().filter(|at| having.binary_search(at).is_ok()).collect())
}
