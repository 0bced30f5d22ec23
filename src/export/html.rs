//! The script as one HTML file: no scripts, no links to anywhere, readable on a phone and on paper.

use super::head::ExportHead;
use super::text::heading_of;
use crate::script::{Part, Passage, Script};

const STYLE: &str = "body{font:1.05rem/1.55 Georgia,serif;max-width:38rem;margin:2rem auto;padding:0 1rem}\
h1{font-size:1.4rem}h2{margin-top:2.5rem}h3{font-size:1rem;margin-bottom:.2rem}\
blockquote{margin:.2rem 0;padding-left:1rem;border-left:3px solid #888}\
.note{color:#555;font-style:italic}.private{break-before:page;border-top:3px double #888}\
li{margin:.2rem 0}";

/// The script as a page; nothing that anybody entered is read as markup.
pub fn html(script: &Script, head: &ExportHead) -> String {
    let title = escape(&head.title());
    let mut page = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n\
         <h1>{title}</h1>\n<p class=\"note\">{}</p>\n<h2>To say</h2>\n",
        escape(&head.dates())
    );
    for passage in script.part(Part::Spoken) {
        page.push_str(&heading(passage));
        let lines: Vec<String> = passage.text.lines().map(escape).collect();
        page.push_str(&format!("<blockquote>{}</blockquote>\n", lines.join("<br>")));
        if let Some(note) = &passage.note {
            page.push_str(&format!("<p class=\"note\">{}</p>\n", escape(note)));
        }
    }
    page.push_str("<section class=\"private\">\n<h2>Private: do not read aloud</h2>\n");
    for passage in script.part(Part::Private) {
        page.push_str(&heading(passage));
        page.push_str(&list(passage.text.lines().map(escape)));
    }
    if !script.left_out.is_empty() {
        page.push_str("<h3>Left out of the script</h3>\n");
        page.push_str(&list(script.left_out.iter().map(|out| escape(&format!("{}: {}", out.name, out.why)))));
    }
    if !script.lints.is_empty() {
        page.push_str("<h3>Look at this again</h3>\n");
        let line =
            |passage: &str, message: &str| escape(&format!("{}: {message}", heading_of(script, passage)));
        page.push_str(&list(script.lints.iter().map(|lint| line(&lint.passage, &lint.message))));
    }
    page.push_str("</section>\n</body>\n</html>\n");
    page
}

fn heading(passage: &Passage) -> String {
    format!("<h3>{}</h3>\n", escape(&passage.heading))
}

fn list(lines: impl Iterator<Item = String>) -> String {
    let items: Vec<String> = lines.map(|line| format!("<li>{line}</li>\n")).collect();
    format!("<ul>\n{}</ul>\n", items.concat())
}

pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn what_was_entered_is_no_markup() {
        assert_eq!(
            escape("<script>\"a\" & b</script>"),
            "&lt;script&gt;&quot;a&quot; &amp; b&lt;/script&gt;"
        );
    }
}
