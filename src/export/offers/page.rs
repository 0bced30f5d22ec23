//! The frame of the HTML page, and how it looks on a screen, on a phone and on paper.

use super::bars::Part;
use crate::export::html::escape;

const STYLE: &str = "\
:root{color-scheme:light dark;--ink:#1b1b1b;--paper:#fff;--soft:#5a5a5a;--line:#b5b5b5;--band:#f3f3f0}
@media (prefers-color-scheme:dark){:root{--ink:#ececec;--paper:#161616;--soft:#b0b0b0;--line:#5c5c5c;--band:#242424}}
body{font:1rem/1.5 Georgia,serif;color:var(--ink);background:var(--paper);max-width:52rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.4rem}h2{margin-top:2.2rem;font-size:1.2rem}h3{font-size:1rem;margin:1.2rem 0 .2rem}
.note,figcaption{color:var(--soft);font-size:.9rem}li{margin:.2rem 0}
blockquote{margin:.3rem 0;padding-left:1rem;border-left:3px solid var(--line)}
.scroll{overflow-x:auto;margin:.8rem 0}
table{border-collapse:collapse;font-size:.9rem;font-variant-numeric:tabular-nums}
th,td{padding:.15rem .6rem;text-align:right;border-bottom:1px solid var(--line);white-space:nowrap}
th[scope=row]{text-align:left;font-weight:normal}tr.strong>*{font-weight:bold;background:var(--band)}
.bar{display:flex;align-items:center;gap:.5rem;font-size:.85rem;margin:.15rem 0}
.year{flex:0 0 3.6rem}.sum{flex:0 0 6.5rem;font-variant-numeric:tabular-nums}
.track{flex:1 1 auto;display:flex;height:1.3rem}
.part{box-sizing:border-box;border:1px solid #333;color:#111;overflow:hidden;text-align:center;line-height:1.2rem;\
print-color-adjust:exact;-webkit-print-color-adjust:exact}
.key{display:inline-block;width:1.3rem;margin-right:.3rem}
.base{background:#9db7d5}.bonus{background:#dfe7ef}.signing{background:#f2d9a0}.listed{background:#b4d6ac}\
.private-stock{background:#fff;border-style:dashed}
figure{margin:1rem 0}svg{min-width:34rem;width:100%;height:auto;font:12px Georgia,serif}
svg text{fill:currentColor}svg path,svg line,svg circle{stroke:currentColor;fill:none}
.private{break-before:page;border-top:3px double var(--line);margin-top:2.5rem}
@media (max-width:34rem){.bar{flex-wrap:wrap}.track{flex-basis:100%;order:3}.sum{flex:1 1 auto}}
@media print{:root{--ink:#000;--paper:#fff;--soft:#333;--line:#888;--band:#f3f3f0}
body{max-width:none;margin:0;font-size:10pt}.scroll{overflow:visible}table{font-size:8pt}th,td{padding:.1rem .3rem}
table,figure,.bars,blockquote{break-inside:avoid}h2,h3{break-after:avoid}svg{min-width:0}}
";

/// The whole page around its body; `title` and `dates` are escaped here.
pub(super) fn page(title: &str, dates: &str, body: &str) -> String {
    let (title, dates) = (escape(title), escape(dates));
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n\
         <h1>{title}</h1>\n<p class=\"note\">{dates}</p>\n{body}</body>\n</html>\n"
    )
}

/// A part that scrolls sideways by itself where the screen is narrow, by the keyboard as well.
pub(super) fn scrolling(label: &str, inside: &str) -> String {
    let label = escape(label);
    format!("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{label}\">\n{inside}</div>\n")
}

/// A table's head: an empty corner, then a cell for each column.
pub(super) fn head(corner: &str, columns: impl Iterator<Item = String>) -> String {
    let cells: Vec<String> =
        columns.map(|name| format!("<th scope=\"col\">{}</th>", escape(&name))).collect();
    let corner = if corner.is_empty() {
        "<td></td>".to_owned()
    } else {
        format!("<th scope=\"col\">{}</th>", escape(corner))
    };
    format!("<thead>\n<tr>{corner}{}</tr>\n</thead>\n", cells.concat())
}

/// A row of a table.
pub(super) fn row(name: &str, cells: &[String], is_strong: bool) -> String {
    let class = if is_strong { " class=\"strong\"" } else { "" };
    let cells: Vec<String> = cells.iter().map(|cell| format!("<td>{}</td>", escape(cell))).collect();
    format!("<tr{class}><th scope=\"row\">{}</th>{}</tr>\n", escape(name), cells.concat())
}

/// The style's name for a part of a bar.
pub(super) fn class(part: Part) -> &'static str {
    match part {
        Part::Base => "base",
        Part::Bonus => "bonus",
        Part::Signing => "signing",
        Part::Listed => "listed",
        Part::Private => "private-stock",
    }
}
