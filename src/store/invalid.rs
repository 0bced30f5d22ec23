//! An input file that says something wrong, and where.

use std::fmt;
use std::ops::Range;
use std::path::PathBuf;

use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};

use super::failure::shown;
use super::yaml;
use crate::domain::problem::Problem;
use crate::domain::text;

/// How many characters of a line are shown.
const WIDEST: usize = 100;
/// How many problems are shown one by one.
const MOST: usize = 10;

/// A file with the problems found in it, the one to look at first in front.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invalid {
    pub path: PathBuf,
    /// What the file says; the places count in it.
    pub text: String,
    pub faults: Vec<Located>,
}

/// A problem with its place in the file's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located {
    pub problem: Problem,
    pub place: Option<Place>,
}

/// A stretch of a text: line and column count from one, in characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub line: usize,
    pub column: usize,
    /// The stretch in bytes.
    pub span: Range<usize>,
    /// The place that this one repeats, for what may stand once only.
    pub earlier: Option<Box<Place>>,
}

/// The last place up to `at` at which a character begins.
pub(super) fn boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

impl Place {
    /// The place of a span of bytes.
    pub(super) fn of(text: &str, span: Range<usize>) -> Self {
        let start = boundary(text, span.start);
        let before = &text[..start];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        Self {
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
            span: start..span.end.clamp(start, text.len()),
            earlier: None,
        }
    }
}

impl Invalid {
    pub fn new(path: impl Into<PathBuf>, text: impl Into<String>, faults: Vec<Located>) -> Self {
        Self { path: path.into(), text: text.into(), faults }
    }

    /// Problems that were found in what a file says, put in their places.
    pub fn of_problems(path: impl Into<PathBuf>, text: &str, problems: Vec<Problem>) -> Self {
        let text = yaml::bare(text);
        Self::new(path, text, yaml::place_all(text, problems))
    }

    /// A problem with a whole line of the file; lines count from one.
    pub fn at_line(path: impl Into<PathBuf>, text: &str, line: usize, problem: Problem) -> Self {
        let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
        let length = text[start..].find('\n').unwrap_or(text.len() - start);
        let place = Some(Place::of(text, start..start + length));
        Self::new(path, text, vec![Located { problem, place }])
    }

    /// Every problem with its line of the file, the place marked, and the hint.
    pub fn render(&self) -> String {
        self.render_as(&Level::ERROR)
    }

    /// The same for what is odd and no fault.
    pub fn render_warnings(&self) -> String {
        self.render_as(&Level::WARNING)
    }

    fn render_as(&self, level: &Level<'_>) -> String {
        let file = shown(&self.path);
        let mut parts: Vec<String> =
            self.faults.iter().take(MOST).map(|fault| self.rendered(fault, &file, level)).collect();
        if self.faults.len() > MOST {
            parts.push(format!("… and {} more in {file}.", self.faults.len() - MOST));
        }
        parts.join("\n\n")
    }

    fn rendered(&self, Located { problem, place }: &Located, file: &str, level: &Level<'_>) -> String {
        let message = text::excerpt(&problem.message, 400);
        let hint = problem.hint.as_deref().map(|hint| text::excerpt(hint, 600));
        let title = level.clone().primary_title(message);
        let mut group = match place {
            None => title.element(Origin::path(file)),
            Some(place) => {
                let marked = Marked::of(&self.text, place);
                if marked.is_cut {
                    title
                        .element(Origin::path(file).line(place.line).char_column(place.column))
                        .element(marked.snippet(AnnotationKind::Primary, None))
                } else {
                    title.element(marked.snippet(AnnotationKind::Primary, None).path(file))
                }
            }
        };
        if let Some(earlier) = place.as_ref().and_then(|place| place.earlier.as_deref()) {
            let marked = Marked::of(&self.text, earlier);
            let snippet = marked.snippet(AnnotationKind::Context, Some("first here"));
            group = group.element(snippet.path(file));
        }
        if let Some(hint) = hint {
            group = group.element(Level::HELP.message(hint));
        }
        Renderer::plain().term_width(WIDEST + 40).render(&[group])
    }
}

impl fmt::Display for Invalid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&shown(&self.path))?;
        let Some(Located { problem, place }) = self.faults.first() else { return Ok(()) };
        if let Some(place) = place {
            write!(f, ":{}:{}", place.line, place.column)?;
        }
        write!(f, ": {}", text::excerpt(&problem.message, 400))
    }
}

/// One line of a file, cut to what can be shown, with a stretch of it marked.
struct Marked {
    line: usize,
    /// Whether the line's beginning is left out: its columns then have to be given apart.
    is_cut: bool,
    shown: String,
    span: Range<usize>,
}

impl Marked {
    fn of(text: &str, place: &Place) -> Self {
        let start = text[..place.span.start].rfind('\n').map_or(0, |at| at + 1);
        let end = text[place.span.start..].find('\n').map_or(text.len(), |at| place.span.start + at);
        let from = text[start..place.span.start]
            .char_indices()
            .rev()
            .nth(WIDEST / 2)
            .map_or(start, |(at, _)| start + at);
        let mut shown = String::new();
        if from > start {
            shown.push('…');
        }
        let mut span = None;
        let mut span_end = 0;
        for (i, (at, c)) in text[from..end].char_indices().enumerate() {
            if i >= WIDEST {
                shown.push('…');
                break;
            }
            if from + at >= place.span.start {
                span.get_or_insert(shown.len());
            }
            shown.push(visible(c));
            if from + at < place.span.end {
                span_end = shown.len();
            }
        }
        let span_start = span.unwrap_or(shown.len());
        Self { line: place.line, is_cut: from > start, span: span_start..span_end.max(span_start), shown }
    }

    fn snippet(
        self,
        kind: AnnotationKind,
        label: Option<&str>,
    ) -> Snippet<'_, annotate_snippets::Annotation<'_>> {
        Snippet::source(self.shown).line_start(self.line).annotation(kind.span(self.span).label(label))
    }
}

/// A character as it may be printed: whatever a terminal would obey or hide becomes a mark.
fn visible(c: char) -> char {
    let mut buffer = [0; 4];
    match c {
        '\t' => '→',
        '\r' => ' ',
        _ if !text::clean(c.encode_utf8(&mut buffer)).starts_with(c) => '\u{fffd}',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_would_obey_becomes_a_mark() {
        for c in ['\u{1b}', '\u{85}', '\u{9b}', '\u{2028}', '\u{202e}'] {
            assert_eq!(visible(c), '\u{fffd}', "{c:?}");
        }
    }

    fn invalid(text: &str, span: Range<usize>) -> Invalid {
        let problem = Problem::new("x", "`levrs` is no key.").hint("Did you mean `levers`?");
        let place = Some(Place::of(text, span));
        Invalid::new("dir/p.yaml", text, vec![Located { problem, place }])
    }

    #[test]
    fn the_place_is_marked_under_its_line() {
        let shown = invalid("a: 1\nlevrs: 2\n", 5..10).render();
        assert_eq!(
            shown,
            "error: `levrs` is no key.\n --> dir/p.yaml:2:1\n  |\n2 | levrs: 2\n  | ^^^^^\n  |\n  = help: Did you mean `levers`?"
        );
    }

    #[test]
    fn a_warning_is_marked_in_the_same_way() {
        let shown = invalid("a: 1\nlevrs: 2\n", 5..10).render_warnings();
        assert!(shown.starts_with("warning: `levrs` is no key.\n --> dir/p.yaml:2:1\n"), "{shown}");
        assert!(shown.contains("2 | levrs: 2\n  | ^^^^^"), "{shown}");
    }

    #[test]
    fn nothing_of_the_file_drives_the_terminal() {
        let shown = invalid("a: \"\u{1b}]52;c;x\u{7}\u{202e}\"\n", 3..8).render();
        assert!(!shown.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{shown:?}");
    }

    #[test]
    fn a_long_line_is_cut_around_the_place_and_keeps_its_column() {
        let text = format!("{}é!{}", "x".repeat(5000), "y".repeat(1_000_000));
        let shown = invalid(&text, 5002..5003).render();
        assert!(shown.contains("dir/p.yaml:1:5002"), "{shown}");
        assert!(shown.len() < 1000, "{}", shown.len());
    }

    #[test]
    fn a_line_may_be_meant_as_a_whole() {
        for (line, place) in [(1, "p.md:1:1\n"), (2, "p.md:2:1\n"), (9, "p.md:2:4\n")] {
            let shown = Invalid::at_line("p.md", "one\ntwo", line, Problem::new("x", "odd")).render();
            assert!(shown.contains(place), "{line}: {shown}");
        }
    }

    #[test]
    fn a_place_at_the_end_of_the_text() {
        let shown = invalid("a: 1", 4..4).render();
        assert!(shown.contains("p.yaml:1:5"), "{shown}");
    }

    #[test]
    fn many_problems_are_counted() {
        let fault = Located { problem: Problem::new("x", "wrong"), place: None };
        let shown = Invalid::new("p", "", vec![fault; 15]).render();
        assert_eq!(shown.matches("error: wrong").count(), MOST);
        assert!(shown.ends_with("… and 5 more in p."), "{shown}");
    }
}
