//! The keys of the library.

use super::tables::{
    BACK_TAB, DOWN, DOWN_LIST, ENTER, ESC, FIRST, HELP, HELP_TYPING, LAST, LEFT, PAGE_DOWN, PAGE_UP, QUIT,
    RIGHT, TAB, UP, UP_LIST, shown, silent,
};
use super::{Binding, Command};
use crate::app::key::Key;

pub(super) const LIBRARY: &[Binding] = &[
    shown(&[ENTER], Command::Accept, "start", "start a negotiation with the playbook"),
    shown(&[RIGHT], Command::Look, "look", "look at the playbook, from the end of the text"),
    shown(&[TAB], Command::NextFacet, "filter", "to the filters: region, currency"),
    silent(&[BACK_TAB], Command::PreviousFacet, "to the last filter"),
    shown(&[Key::ctrl('o')], Command::ImportGuide, "import", "take in a guide in Markdown as a playbook"),
    shown(&[ESC], Command::Back, "back", "clear the search, then the filters, then back"),
    shown(&[Key::ctrl('t')], Command::Beside, "compare", "the same role at other companies, side by side"),
    silent(&[DOWN, Key::ctrl('n')], Command::Next, "down the list"),
    silent(&[UP, Key::ctrl('p')], Command::Previous, "up the list"),
    PAGE_DOWN,
    PAGE_UP,
    HELP_TYPING,
];

pub(super) const FACET: &[Binding] = &[
    silent(&[LEFT], Command::ChooseLeft, "the choice before"),
    shown(&[RIGHT], Command::ChooseRight, "choose", "the next choice; or type a part of its name"),
    shown(&[ENTER], Command::Accept, "done", "back to the search"),
    shown(&[TAB], Command::NextFacet, "next", "to the next filter, then to the search"),
    silent(&[BACK_TAB], Command::PreviousFacet, "to the filter before"),
    shown(&[ESC], Command::Back, "clear", "clear the filter, then back to the search"),
    silent(&[DOWN], Command::Next, "down the list"),
    silent(&[UP], Command::Previous, "up the list"),
    HELP_TYPING,
];

pub(super) const PLAYBOOK: &[Binding] = &[
    shown(&[ENTER], Command::Accept, "start", "start a negotiation with the playbook"),
    shown(&[ESC, LEFT, Key::char('h')], Command::Back, "back", "one step back"),
    shown(&[Key::char('m')], Command::MakeOwn, "make it mine", "edit your own copy of it in your editor"),
    shown(
        &[Key::char('t'), Key::ctrl('t')],
        Command::Beside,
        "compare",
        "the same role at other companies, side by side",
    ),
    shown(&[DOWN, Key::char('j')], Command::Next, "scroll", "down"),
    silent(&[UP, Key::char('k')], Command::Previous, "up"),
    PAGE_DOWN,
    PAGE_UP,
    FIRST,
    LAST,
    QUIT,
    HELP,
];

pub(super) const BESIDE: &[Binding] = &[
    shown(&[ENTER], Command::Accept, "open", "look at the selected playbook"),
    shown(&[TAB], Command::Turn, "roles/companies", "turn to the company's other roles, and back"),
    shown(&[ESC, LEFT, Key::char('h')], Command::Back, "back", "one step back"),
    shown(&[DOWN, Key::char('j')], Command::Next, "move", "down the list"),
    silent(&[UP, Key::char('k')], Command::Previous, "up the list"),
    PAGE_DOWN,
    PAGE_UP,
    FIRST,
    LAST,
    QUIT,
    HELP,
];

pub(super) const REVIEW: &[Binding] = &[
    shown(&[ENTER], Command::Accept, "keep it", "keep the playbook in your library"),
    shown(&[Key::char('n')], Command::NextMark, "next to check", "to the next line to check"),
    silent(&[Key::char('N')], Command::PreviousMark, "to the line to check before"),
    DOWN_LIST,
    UP_LIST,
    PAGE_DOWN,
    PAGE_UP,
    FIRST,
    LAST,
    shown(&[ESC], Command::Back, "leave it", "leave the guide; nothing is kept"),
    QUIT,
    HELP,
];

pub(super) const FAULTS: &[Binding] = &[
    shown(&[Key::char('e')], Command::MakeOwn, "edit again", "open the file in your editor again"),
    shown(&[DOWN, Key::char('j')], Command::Next, "scroll", "down"),
    silent(&[UP, Key::char('k')], Command::Previous, "up"),
    shown(&[ESC], Command::Back, "leave it", "leave the file as it is"),
];
