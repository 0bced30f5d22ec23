//! The desk as one HTML file: no scripts, no links to anywhere; nothing entered is read as markup.

use super::bars::{Bar, Part, bars};
use super::chart::charts;
use super::page::{class, head, page, row, scrolling};
use super::rows::{figure, rows};
use super::sections::{Group, Section, private, sections};
use super::view::OffersView;
use crate::domain::compare::{Column, Measure};
use crate::domain::money::Decimal;
use crate::export::html::escape;

/// Packages in one table, as many as fit on a sheet of paper; more stand in the next.
const ACROSS: usize = 4;
/// A bar's whole length, in thousandths.
const WHOLE: u16 = 1000;
/// The least length that has room for its letter.
const ROOM: u16 = 40;

/// The desk as a page.
pub fn offers_html(view: &OffersView) -> String {
    let mut body = "<h2>The packages side by side</h2>\n".to_owned();
    if view.sort != Measure::Entered {
        body.push_str(&format!("<p class=\"note\">By {}, the highest first.</p>\n", view.sort.words()));
    }
    let count = view.table.columns.len();
    for from in (0..count).step_by(ACROSS) {
        body.push_str(&scrolling("The packages side by side", &table(view, from..count.min(from + ACROSS))));
    }
    body.push_str("<h2>Year by year, at face</h2>\n");
    body.push_str(&legend());
    for column in &view.table.columns {
        body.push_str(&chart(view, column));
    }
    for (at, one) in sections(view).iter().enumerate() {
        body.push_str(&section(one));
        if at == 0 {
            body.push_str(&charts(view));
        }
    }
    if let Some(own) = private(view) {
        body.push_str(&format!("<section class=\"private\">\n{}</section>\n", section(&own)));
    }
    page(&view.head.title(), &view.head.dates(), &body)
}

fn table(view: &OffersView, places: std::ops::Range<usize>) -> String {
    let columns = view.table.columns.get(places.clone()).unwrap_or_default();
    let head = head("", columns.iter().map(|column| column.label.clone()));
    let rows: String = rows(view, places)
        .iter()
        .map(|line| row(line.name.trim_start(), &line.cells, line.is_strong))
        .collect();
    format!("<table>\n{head}<tbody>\n{rows}</tbody>\n</table>\n")
}

fn legend() -> String {
    let keys: Vec<String> = Part::ALL
        .iter()
        .map(|part| {
            let (class, letter) = (class(*part), part.letter());
            format!("<span class=\"part key {class}\">{letter}</span>{}", part.words())
        })
        .collect();
    format!("<p class=\"note\">{}. All bars have one scale.</p>\n", keys.join(", "))
}

fn chart(view: &OffersView, column: &Column) -> String {
    let say = |amount: Decimal| figure(view.table.currency, amount);
    let bars = bars(&view.table, column);
    let spoken: Vec<String> = bars
        .iter()
        .map(|bar| {
            let parts: Vec<String> =
                bar.parts.iter().map(|(part, amount)| format!("{} {}", part.words(), say(*amount))).collect();
            format!("year {} {}: {}", bar.year, say(bar.total), parts.join(", "))
        })
        .collect();
    let label = escape(&format!("{}, {}", column.label, spoken.join("; ")));
    let highest = view.table.highest_year();
    let drawn: String = bars.iter().map(|bar| drawn(bar, highest, &say(bar.total))).collect();
    format!(
        "<h3>{}</h3>\n<div class=\"bars\" role=\"img\" aria-label=\"{label}\">\n{drawn}</div>\n",
        escape(&column.label)
    )
}

fn drawn(bar: &Bar, highest: Decimal, total: &str) -> String {
    let parts: Vec<String> = bar
        .lengths(highest, WHOLE)
        .into_iter()
        .filter(|(_, length)| *length > 0)
        .map(|(part, length)| {
            let letter = if length >= ROOM { part.letter().to_string() } else { String::new() };
            let (whole, tenth) = (length / 10, length % 10);
            format!("<span class=\"part {}\" style=\"width:{whole}.{tenth}%\">{letter}</span>", class(part))
        })
        .collect();
    format!(
        "<div class=\"bar\"><span class=\"year\">Year {}</span><span class=\"track\">{}</span>\
         <span class=\"sum\">{}</span></div>\n",
        bar.year,
        parts.concat(),
        escape(total)
    )
}

fn section(section: &Section) -> String {
    let mut text = format!("<h2>{}</h2>\n", section.heading);
    text.extend(section.intro.iter().map(|line| format!("<p>{}</p>\n", escape(line))));
    text.extend(section.groups.iter().map(group));
    text
}

fn group(group: &Group) -> String {
    let mut text = String::new();
    text.extend(group.title.iter().map(|title| format!("<h3>{}</h3>\n", escape(title))));
    text.extend(group.spoken.iter().map(|said| {
        let lines: Vec<String> = said.lines().map(escape).collect();
        format!("<blockquote>{}</blockquote>\n", lines.join("<br>"))
    }));
    if !group.lines.is_empty() {
        let items: Vec<String> =
            group.lines.iter().map(|line| format!("<li>{}</li>\n", escape(line))).collect();
        text.push_str(&format!("<ul>\n{}</ul>\n", items.concat()));
    }
    text
}
