//! The keys of the offers desk.

use super::tables::{
    BACK, BACK_TAB, DOWN, ENTER, EXPORT_SILENT, FIRST, GO_TO, HELP, LAST, LEFT, PAGE_DOWN, PAGE_UP, QUIT,
    REDO, RIGHT, TAB, UNDO, UP, shown, silent,
};
use super::{Binding, Command};
use crate::app::key::Key;

const UP_ROW: Binding = silent(&[UP, Key::char('k')], Command::Previous, "up");

/// What works on every page, behind the page's own keys.
pub(super) const EVERY_PAGE: &[Binding] = &[
    shown(&[TAB], Command::NextPage, "next page", "to the next page of the desk"),
    silent(&[BACK_TAB], Command::PreviousPage, "to the page before"),
    BACK,
    FIRST,
    LAST,
    PAGE_DOWN,
    PAGE_UP,
    shown(&[Key::char('w'), Key::ctrl('y')], Command::Why, "why?", "how the selected figure comes about"),
    EXPORT_SILENT,
    GO_TO,
    UNDO,
    REDO,
    QUIT,
    HELP,
];

pub(super) const SIDE_BY_SIDE: &[Binding] = &[
    shown(&[RIGHT, Key::char('l')], Command::ChooseRight, "column", "to the next package"),
    silent(&[LEFT, Key::char('h')], Command::ChooseLeft, "to the package before"),
    shown(&[Key::char('s')], Command::Sort, "sort", "sort another way, the highest first"),
    shown(&[ENTER, Key::char('e')], Command::EditOffer, "edit", "open the package's fields"),
    silent(&[DOWN, Key::char('j')], Command::Next, "scroll down"),
    UP_ROW,
];

pub(super) const WHAT_IF: &[Binding] = &[
    shown(&[DOWN, Key::char('j')], Command::Next, "assumption", "to the next assumption"),
    UP_ROW,
    shown(&[RIGHT, Key::char('l')], Command::ChooseRight, "move it", "move the assumption up"),
    silent(&[LEFT, Key::char('h')], Command::ChooseLeft, "move the assumption down"),
    shown(&[Key::char('t')], Command::AsToday, "as today", "back to what is assumed today"),
];

pub(super) const PACKAGES: &[Binding] = &[
    shown(&[DOWN, Key::char('j')], Command::Next, "package", "to the next package"),
    UP_ROW,
    shown(&[RIGHT, Key::char('l')], Command::ChooseRight, "shift", "more of what the package leans on"),
    silent(&[LEFT, Key::char('h')], Command::ChooseLeft, "less of it"),
    silent(&[Key::char('o')], Command::OriginalPassage, "all three as they were"),
    shown(&[Key::char('y')], Command::CopyScript, "copy", "copy the sentences to the clipboard"),
];

pub(super) const DEADLINES: &[Binding] = &[
    shown(&[DOWN, Key::char('j')], Command::Next, "move", "to the next move"),
    UP_ROW,
    shown(&[ENTER], Command::Accept, "letter", "the letter of the move, or the script"),
    shown(&[Key::char('i')], Command::ExportCalendar, "calendar", "a calendar file of days and moves"),
];

pub(super) const LETTERS: &[Binding] = &[
    shown(&[DOWN, Key::char('j')], Command::Next, "letter", "to the next letter"),
    UP_ROW,
    shown(&[Key::char('y')], Command::CopyScript, "copy", "copy the letter to the clipboard"),
    shown(&[ENTER, Key::char('e')], Command::EditPassage, "edit", "put the letter in your own words"),
    silent(&[Key::char('o')], Command::OriginalPassage, "back to the original words"),
    silent(&[Key::char('r')], Command::NameRivals, "name the rival companies, or do not"),
];
