//! A Markdown text as a row of blocks, each with the line it starts at.
//!
//! Nesting is flattened: what counts for a guide is the order of its headings, paragraphs, items,
//! quotes and tables. Text is cleaned of control and bidi characters on the way in.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::domain::text;

/// The widest table that is read; wider ones are no pay table.
pub const COLUMNS: usize = 64;

/// The whole text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Document {
    pub blocks: Vec<Block>,
    /// Tables wider than [`COLUMNS`], by their line and width; they are left out.
    pub too_wide: Vec<(usize, usize)>,
}

/// One heading, paragraph, list item or table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    pub kind: Kind,
    /// Whether it stands in a block quote.
    pub is_quoted: bool,
    pub prose: Prose,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// With its level, 1 to 6.
    Heading(u8),
    Paragraph,
    /// The text that starts a list item, with its number in an ordered list.
    Item {
        number: Option<u64>,
        depth: usize,
    },
    /// Its prose is empty.
    Table(Table),
    Rule,
    Code,
}

/// Text with its bold parts and the lines it came from. Never empty of lines.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Prose {
    /// Line ends are blanks.
    pub text: String,
    /// Byte ranges of `text` that are bold.
    pub strong: Vec<Range<usize>>,
    /// Byte ranges of `text` that are code.
    pub code: Vec<Range<usize>>,
    /// The byte each source line starts at, with the line.
    lines: Vec<(usize, usize)>,
}

/// A table: the head and the rows, each row as wide as the head.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    pub line: usize,
    pub head: Vec<String>,
    pub rows: Vec<Row>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    pub line: usize,
    pub cells: Vec<String>,
    /// How many cells the source has, where that differs from the head.
    pub odd_width: Option<usize>,
}

impl Prose {
    /// The source line of a byte of the text.
    pub fn line_at(&self, byte: usize) -> usize {
        let after = self.lines.partition_point(|(start, _)| *start <= byte);
        self.lines.get(after.saturating_sub(1)).map_or(1, |(_, line)| *line)
    }

    /// The line it starts at.
    pub fn line(&self) -> usize {
        self.line_at(0)
    }

    /// The bold words it starts with, and what follows them.
    pub fn bold_lead(&self) -> Option<(&str, usize)> {
        let first = self.strong.first()?;
        let before = self.text.get(..first.start)?;
        before.trim().is_empty().then(|| (&self.text[first.clone()], first.end))
    }

    fn push(&mut self, text: &str, line: usize) {
        if self.lines.last().is_none_or(|(_, last)| *last != line) {
            self.lines.push((self.text.len(), line));
        }
        self.text.push_str(&text::line(text));
    }
}

impl Document {
    /// Reads a text.
    pub fn read(source: &str) -> Self {
        Reader::new(source).run()
    }
}

struct Reader<'s> {
    source: &'s str,
    starts: Vec<usize>,
    document: Document,
    quotes: usize,
    lists: Vec<Option<u64>>,
    kind: Option<Kind>,
    prose: Prose,
    strong: Option<usize>,
    table: Option<Table>,
    cells: Vec<String>,
    is_wide: bool,
}

impl<'s> Reader<'s> {
    fn new(source: &'s str) -> Self {
        let starts = std::iter::once(0).chain(source.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self {
            source,
            starts,
            document: Document::default(),
            quotes: 0,
            lists: Vec::new(),
            kind: None,
            prose: Prose::default(),
            strong: None,
            table: None,
            cells: Vec::new(),
            is_wide: false,
        }
    }

    fn line_of(&self, byte: usize) -> usize {
        self.starts.partition_point(|start| *start <= byte)
    }

    fn run(mut self) -> Document {
        for (event, range) in Parser::new_ext(self.source, Options::ENABLE_TABLES).into_offset_iter() {
            self.take(event, range);
        }
        self.flush();
        self.document
    }

    fn take(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.open(&tag, range),
            Event::End(tag) => self.close(tag),
            Event::Text(words) => self.words(&words, range.start),
            Event::Code(words) => {
                let from = self.prose.text.len();
                self.words(&words, range.start);
                self.prose.code.push(from..self.prose.text.len());
            }
            Event::InlineHtml(words) if words.starts_with("<br") => self.words(" ", range.start),
            Event::SoftBreak | Event::HardBreak => self.words(" ", range.start),
            Event::Rule => {
                self.flush();
                self.document.blocks.push(Block {
                    kind: Kind::Rule,
                    is_quoted: self.quotes > 0,
                    prose: Prose { lines: vec![(0, self.line_of(range.start))], ..Prose::default() },
                });
            }
            _ => {}
        }
    }

    fn open(&mut self, tag: &Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Heading { level, .. } => self.start(Kind::Heading(depth(*level))),
            Tag::Paragraph if matches!(self.kind, Some(Kind::Item { .. })) && self.prose.text.is_empty() => {}
            Tag::Paragraph => self.start(Kind::Paragraph),
            Tag::CodeBlock(_) => self.start(Kind::Code),
            Tag::BlockQuote(_) => {
                self.flush();
                self.quotes += 1;
            }
            Tag::List(first) => {
                self.flush();
                self.lists.push(*first);
            }
            Tag::Item => {
                let depth = self.lists.len();
                let number = self.lists.last_mut().and_then(|next| {
                    let number = *next;
                    *next = next.map(|number| number + 1);
                    number
                });
                self.start(Kind::Item { number, depth });
            }
            Tag::Strong => self.strong = Some(self.prose.text.len()),
            Tag::Table(columns) => {
                self.flush();
                let line = self.line_of(range.start);
                self.is_wide = columns.len() > COLUMNS;
                if self.is_wide {
                    self.document.too_wide.push((line, columns.len()));
                }
                self.table = Some(Table { line, ..Table::default() });
            }
            Tag::TableRow | Tag::TableHead => {
                let line = self.line_of(range.start);
                let odd_width = self.width(&range);
                if matches!(tag, Tag::TableRow)
                    && let Some(table) = &mut self.table
                    && !self.is_wide
                {
                    table.rows.push(Row { line, cells: Vec::new(), odd_width });
                }
                self.cells.clear();
            }
            Tag::TableCell => self.prose = Prose::default(),
            _ => {}
        }
    }

    fn close(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) | TagEnd::Paragraph | TagEnd::Item | TagEnd::CodeBlock => self.flush(),
            TagEnd::BlockQuote(_) => {
                self.flush();
                self.quotes = self.quotes.saturating_sub(1);
            }
            TagEnd::List(_) => {
                self.flush();
                self.lists.pop();
            }
            TagEnd::Strong => {
                if let Some(from) = self.strong.take() {
                    self.prose.strong.push(from..self.prose.text.len());
                }
            }
            TagEnd::TableCell => {
                let cell = std::mem::take(&mut self.prose).text;
                if !self.is_wide {
                    self.cells.push(cell.trim().to_owned());
                }
            }
            TagEnd::TableHead => {
                if let Some(table) = &mut self.table {
                    table.head = std::mem::take(&mut self.cells);
                }
            }
            TagEnd::TableRow => {
                if let Some(row) = self.table.as_mut().and_then(|table| table.rows.last_mut()) {
                    row.cells = std::mem::take(&mut self.cells);
                }
            }
            TagEnd::Table => {
                if let Some(table) = self.table.take()
                    && !self.is_wide
                {
                    let prose = Prose { lines: vec![(0, table.line)], ..Prose::default() };
                    let is_quoted = self.quotes > 0;
                    self.document.blocks.push(Block { kind: Kind::Table(table), is_quoted, prose });
                }
                self.is_wide = false;
            }
            _ => {}
        }
    }

    /// How many cells a row's source has, where that is not the head's number. An escaped bar parts
    /// no cells.
    fn width(&self, range: &Range<usize>) -> Option<usize> {
        let head = self.table.as_ref()?.head.len();
        let row = self.source.get(range.clone())?.trim();
        let inner = row.strip_prefix('|').unwrap_or(row);
        let inner = inner.strip_suffix('|').filter(|rest| !rest.ends_with('\\')).unwrap_or(inner);
        let bars = inner.matches('|').count() - inner.matches("\\|").count();
        (head > 0 && bars + 1 != head).then_some(bars + 1)
    }

    fn words(&mut self, words: &str, byte: usize) {
        if self.kind.is_none() && self.table.is_none() {
            return;
        }
        let line = self.line_of(byte);
        self.prose.push(words, line);
    }

    fn start(&mut self, kind: Kind) {
        self.flush();
        self.kind = Some(kind);
    }

    fn flush(&mut self) {
        let prose = std::mem::take(&mut self.prose);
        self.strong = None;
        if let Some(kind) = self.kind.take()
            && !prose.text.trim().is_empty()
        {
            self.document.blocks.push(Block { kind, is_quoted: self.quotes > 0, prose });
        }
    }
}

fn depth(level: HeadingLevel) -> u8 {
    level as u8
}
