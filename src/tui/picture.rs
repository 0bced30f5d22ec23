//! A screen as a picture: the real drawing code on a buffer, written out as SVG.

use std::fmt::Write;
use std::ops::Range;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};

use super::draw;
use super::theme::Theme;
use crate::app::App;

const CELL: (u16, u16) = (9, 19);
const PAPER: &str = "#16181d";
const INK: &str = "#d8dade";

/// Draws the program at a size and gives the picture.
pub fn svg(app: &App, width: u16, height: u16) -> String {
    let area = Rect::new(0, 0, width, height);
    let mut buffer = Buffer::empty(area);
    let _shown = draw::draw(app, Theme::new(true, false), area, &mut buffer);
    let (wide, high) = (width * CELL.0 + 24, height * CELL.1 + 24);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {wide} {high}\" font-family=\"'DejaVu Sans Mono', Menlo, \
         Consolas, monospace\" font-size=\"15\">\n<rect width=\"{wide}\" \
         height=\"{high}\" rx=\"8\" fill=\"{PAPER}\"/>\n"
    );
    for y in 0..height {
        let mut x = 0;
        while x < width {
            let end = run_end(&buffer, x, y, width);
            run(&mut svg, &buffer, x..end, y);
            x = end;
        }
    }
    svg.push_str("</svg>\n");
    svg
}

/// Where the cells that look alike end.
fn run_end(buffer: &Buffer, start: u16, y: u16, width: u16) -> u16 {
    let look = |x: u16| (buffer[(x, y)].fg, buffer[(x, y)].modifier);
    (start..width).find(|&x| look(x) != look(start)).unwrap_or(width)
}

fn run(svg: &mut String, buffer: &Buffer, cells: Range<u16>, y: u16) {
    let cell = &buffer[(cells.start, y)];
    let is_reversed = cell.modifier.contains(Modifier::REVERSED);
    let (left, top) = (12 + cells.start * CELL.0, 12 + y * CELL.1);
    let wide = (cells.end - cells.start) * CELL.0;
    if is_reversed {
        let _ = writeln!(
            svg,
            "<rect x=\"{left}\" y=\"{top}\" width=\"{wide}\" height=\"{}\" fill=\"{}\"/>",
            CELL.1,
            ink(cell)
        );
    }
    let fill = if is_reversed { PAPER } else { ink(cell) };
    let mut look = String::new();
    if cell.modifier.contains(Modifier::BOLD) {
        look.push_str(" font-weight=\"bold\"");
    }
    if cell.modifier.contains(Modifier::DIM) {
        look.push_str(" opacity=\"0.6\"");
    }
    if cell.modifier.contains(Modifier::UNDERLINED) {
        look.push_str(" text-decoration=\"underline\"");
    }
    for word in words(buffer, cells, y) {
        let left = 12 + word.start * CELL.0;
        let wide = (word.end - word.start) * CELL.0;
        let text: String = word.map(|x| buffer[(x, y)].symbol()).collect();
        let _ = writeln!(
            svg,
            "<text x=\"{left}\" y=\"{}\" textLength=\"{wide}\" lengthAdjust=\"spacingAndGlyphs\" \
             fill=\"{fill}\"{look}>{}</text>",
            top + 14,
            escaped(&text)
        );
    }
}

/// The stretches of cells without a blank: each is placed by itself, so that no font can shift the
/// columns.
fn words(buffer: &Buffer, cells: Range<u16>, y: u16) -> Vec<Range<u16>> {
    let mut words: Vec<Range<u16>> = Vec::new();
    for x in cells {
        if buffer[(x, y)].symbol().trim().is_empty() {
            continue;
        }
        match words.last_mut().filter(|word| word.end == x) {
            Some(word) => word.end = x + 1,
            None => words.push(x..x + 1),
        }
    }
    words
}

fn ink(cell: &Cell) -> &'static str {
    match cell.fg {
        Color::Cyan => "#5cc8d7",
        Color::Green => "#7fc97f",
        Color::Magenta => "#d9a0e0",
        Color::Red => "#f0766c",
        _ => INK,
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
