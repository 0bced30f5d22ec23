//! What to do where nothing was found, in words.

use crate::domain::catalog::{Advice, Catalog, Query};
use crate::domain::quote::quoted;
use crate::domain::text;

/// How many playbooks are named.
const MOST: usize = 5;
/// How many regions are named.
const REGIONS: usize = 8;

/// No playbook answers the query.
pub fn nothing(catalog: &Catalog, query: &Query, in_text: bool) -> String {
    if in_text {
        return "No playbook has all of these words. The beginning of a word is enough; fewer words find more."
            .to_owned();
    }
    let fitting = catalog.search(&Query { words: query.words.clone(), ..Query::default() }).len();
    if fitting > 0 {
        narrowed(catalog, query, fitting)
    } else {
        advised(catalog, &catalog.advise(&query.words))
    }
}

/// No playbook passes the filters, or none of those that fit the words.
pub fn narrowed(catalog: &Catalog, query: &Query, fitting: usize) -> String {
    let place = match (&query.region, query.currency) {
        (Some(region), Some(currency)) => format!("in {} in {currency}", quoted(region)),
        (Some(region), None) => format!("in {}", quoted(region)),
        (None, Some(currency)) => format!("in {currency}"),
        (None, None) => return "There is no playbook.".to_owned(),
    };
    let what = match fitting {
        0 => format!("No playbook has a band {place}."),
        1 => format!("One playbook fits the words; it has no band {place}."),
        _ => format!("{fitting} playbooks fit the words; none has a band {place}."),
    };
    let regions = catalog.regions();
    let more = if regions.len() > REGIONS { ", …" } else { "" };
    let regions: Vec<&str> = regions.into_iter().take(REGIONS).collect();
    format!("{what}\nRegions there are: {}{more}", regions.join(", "))
}

fn advised(catalog: &Catalog, advice: &Advice) -> String {
    let role = advice.role.as_deref();
    let mut parts = Vec::new();
    parts.push(match (&advice.known_company, &advice.unknown_company) {
        (Some(company), _) => match role {
            Some(role) => format!("{company} has no playbook for {}.", quoted(role)),
            None => format!("{company} has no such playbook."),
        },
        (None, Some(company)) => format!("No playbook for {}.", text::excerpt(company, 60)),
        (None, None) => "No playbook has all of this.".to_owned(),
    });
    if let Some(company) = &advice.known_company {
        parts.extend(named(catalog, &format!("At {company}"), &advice.same_family_here));
    }
    if let Some(general) = advice.general.first().and_then(|at| catalog.cards().get(*at)) {
        let id = &general.id;
        parts.push(format!(
            "The general playbook serves any company, with the range of the job posting:\n  negotiate-up new {id}"
        ));
    }
    parts.extend(named(catalog, "The same work at other companies", &advice.same_role_elsewhere));
    parts.join("\n")
}

fn named(catalog: &Catalog, title: &str, places: &[usize]) -> Option<String> {
    let ids = places.iter().take(MOST).filter_map(|at| catalog.cards().get(*at));
    let mut lines: Vec<String> = ids.map(|card| format!("  {}", card.id)).collect();
    if lines.is_empty() {
        return None;
    }
    if places.len() > MOST {
        lines.push(format!("  … and {} more", places.len() - MOST));
    }
    Some(format!("{title}:\n{}", lines.join("\n")))
}
