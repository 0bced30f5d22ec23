//! Style by role. A colour is named here and nowhere else; each role also has a sign or an
//! attribute beside its colour.

use crate::app::key::{Code, Key};
use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier, Style};

/// How the roles look on this terminal.
#[derive(Debug, Clone, Copy)]
pub struct Theme {
    color: bool,
    ascii: bool,
}

impl Theme {
    pub fn new(color: bool, ascii: bool) -> Self {
        Self { color, ascii }
    }

    fn paint(self, color: Color) -> Style {
        if self.color { Style::new().fg(color) } else { Style::new() }
    }

    pub fn text(self) -> Style {
        Style::new()
    }

    /// What explains, beside what matters.
    pub fn quiet(self) -> Style {
        Style::new().add_modifier(Modifier::DIM)
    }

    pub fn strong(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    pub fn heading(self) -> Style {
        self.paint(Color::Cyan).add_modifier(Modifier::BOLD)
    }

    /// The name of a key.
    pub fn key(self) -> Style {
        self.paint(Color::Cyan).add_modifier(Modifier::BOLD)
    }

    /// What has the focus or is chosen.
    pub fn selected(self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED)
    }

    pub fn good(self) -> Style {
        self.paint(Color::Green)
    }

    pub fn careful(self) -> Style {
        self.paint(Color::Magenta)
    }

    pub fn bad(self) -> Style {
        self.paint(Color::Red).add_modifier(Modifier::BOLD)
    }

    /// The user's own words inside a sentence.
    pub fn own_words(self) -> Style {
        Style::new().add_modifier(Modifier::UNDERLINED)
    }

    /// A key as the footer names it: an arrow is a word where there is no sign for it.
    pub fn key_name(self, key: Key) -> String {
        match (self.ascii, key.code) {
            (true, Code::Up | Code::Down | Code::Left | Code::Right) => format!("{:?}", key.code),
            _ => key.to_string(),
        }
    }

    /// Replaces the program's own signs by ASCII ones where the locale has no others.
    pub fn settle(self, buffer: &mut Buffer) {
        if !self.ascii {
            return;
        }
        for cell in &mut buffer.content {
            if let Some(plain) = plain(cell.symbol()) {
                cell.set_symbol(plain);
            }
        }
    }
}

fn plain(symbol: &str) -> Option<&'static str> {
    Some(match symbol {
        "─" | "–" | "—" => "-",
        "│" => "|",
        "┌" | "┐" | "└" | "┘" | "├" | "┤" => "+",
        "▸" | "›" | "→" => ">",
        "‹" | "←" => "<",
        "✓" => "*",
        "●" => "F",
        "◐" => "C",
        "◆" => "A",
        "◇" => "O",
        "◎" => "T",
        "“" | "”" => "\"",
        "’" | "‘" => "'",
        "…" => "~",
        "·" => "-",
        "↑" => "^",
        "↓" => "v",
        "×" => "x",
        "÷" => "/",
        "−" => "-",
        "█" => "#",
        "▓" => "+",
        "▒" => "=",
        "░" => ".",
        _ => return None,
    })
}
