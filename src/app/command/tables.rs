//! The keys of the screens and dialogs.

use super::{Binding, Command};
use crate::app::key::{Code, Key};

pub(super) const fn shown(
    keys: &'static [Key],
    command: Command,
    footer: &'static str,
    doc: &'static str,
) -> Binding {
    Binding { keys, command, footer, doc }
}

pub(super) const fn silent(keys: &'static [Key], command: Command, doc: &'static str) -> Binding {
    Binding { keys, command, footer: "", doc }
}

pub(super) const ENTER: Key = Key::plain(Code::Enter);
pub(super) const ESC: Key = Key::plain(Code::Esc);
pub(super) const TAB: Key = Key::plain(Code::Tab);
pub(super) const BACK_TAB: Key = Key::plain(Code::BackTab);
pub(super) const UP: Key = Key::plain(Code::Up);
pub(super) const DOWN: Key = Key::plain(Code::Down);
pub(super) const LEFT: Key = Key::plain(Code::Left);
pub(super) const RIGHT: Key = Key::plain(Code::Right);

pub(super) const DOWN_LIST: Binding = shown(&[DOWN, Key::char('j'), TAB], Command::Next, "", "down the list");
pub(super) const UP_LIST: Binding = silent(&[UP, Key::char('k'), BACK_TAB], Command::Previous, "up the list");
pub(super) const FIRST: Binding =
    silent(&[Key::plain(Code::Home), Key::char('g')], Command::First, "to the top");
pub(super) const LAST: Binding =
    silent(&[Key::plain(Code::End), Key::char('G')], Command::Last, "to the end");
pub(super) const PAGE_DOWN: Binding = silent(&[Key::plain(Code::PageDown)], Command::PageDown, "a page down");
pub(super) const PAGE_UP: Binding = silent(&[Key::plain(Code::PageUp)], Command::PageUp, "a page up");
pub(super) const BACK: Binding = shown(&[ESC], Command::Back, "back", "one step back; nothing is lost");
pub(super) const HELP: Binding = silent(&[Key::char('?'), Key::plain(Code::F1)], Command::Help, "this help");
pub(super) const HELP_TYPING: Binding = silent(&[Key::plain(Code::F1)], Command::Help, "this help");
pub(super) const WHY: Binding =
    silent(&[Key::char('w'), Key::ctrl('y')], Command::Why, "why? how the figures come about");
pub(super) const WHY_TYPING: Binding =
    silent(&[Key::ctrl('y')], Command::Why, "why? how the figures come about");
pub(super) const GO_TO: Binding = silent(&[Key::ctrl('g')], Command::GoTo, "go to any step");
pub(super) const EXPORT: Binding =
    shown(&[Key::ctrl('s')], Command::Export, "export", "save, and export the script to a file");
pub(super) const EXPORT_SILENT: Binding =
    silent(&[Key::ctrl('s')], Command::Export, "save, and export to a file");
const DESK: Binding = shown(
    &[Key::char('t'), Key::ctrl('t')],
    Command::Desk,
    "compare",
    "the offers desk: compare, deadlines, letters",
);
const DESK_TYPING: Binding =
    silent(&[Key::ctrl('t')], Command::Desk, "the offers desk: compare, deadlines, letters");
pub(super) const UNDO: Binding =
    silent(&[Key::char('u'), Key::ctrl('_'), Key::ctrl('7')], Command::Undo, "undo the last change");
pub(super) const UNDO_TYPING: Binding =
    silent(&[Key::ctrl('_'), Key::ctrl('7')], Command::Undo, "undo the last change");
pub(super) const REDO: Binding = silent(&[Key::ctrl('r')], Command::Redo, "redo what was undone");
pub(super) const QUIT: Binding = silent(&[Key::char('q')], Command::Quit, "quit; everything is saved");
pub(super) const STEPS: [Binding; 6] = [
    silent(&[Key::char('1')], Command::Step(0), "to Target"),
    silent(&[Key::char('2')], Command::Step(1), "to Background"),
    silent(&[Key::char('3')], Command::Step(2), "to Offers"),
    silent(&[Key::char('4')], Command::Step(3), "to Levers"),
    silent(&[Key::char('5')], Command::Step(4), "to Plan"),
    silent(&[Key::char('6')], Command::Step(5), "to Script"),
];

/// What works everywhere.
pub(super) const ALWAYS: &[Binding] = &[
    silent(&[Key::ctrl('c')], Command::Leave, "leave at once; what you typed is kept"),
    silent(&[Key::ctrl('z')], Command::Suspend, "put the program to sleep; `fg` wakes it"),
];

pub(super) const HOME: &[Binding] = &[
    shown(&[ENTER], Command::Accept, "open", "open what is selected"),
    shown(&[Key::char('n')], Command::New, "new", "start a new negotiation"),
    shown(&[Key::char('s')], Command::Sample, "sample", "try the sample negotiation"),
    shown(&[Key::char('l')], Command::Library, "library", "look through the playbooks"),
    silent(&[Key::char('/')], Command::Filter, "filter the sessions as you type"),
    silent(&[Key::char('r')], Command::Rename, "rename the session"),
    silent(&[Key::char('c')], Command::Duplicate, "copy the session"),
    silent(&[Key::char('d')], Command::Delete, "delete the session"),
    silent(&[Key::char('b')], Command::Restore, "bring back the backup of a damaged session"),
    silent(&[Key::char('u')], Command::Undo, "bring back what was just deleted"),
    DOWN_LIST,
    UP_LIST,
    FIRST,
    LAST,
    shown(&[Key::char('q')], Command::Quit, "quit", "quit"),
    HELP,
];

pub(super) const FILTER: &[Binding] = &[
    shown(&[ENTER], Command::Accept, "open", "open what is selected"),
    shown(&[ESC], Command::Back, "clear the filter", "clear the filter"),
    silent(&[DOWN, TAB], Command::Next, "down the list"),
    silent(&[UP, BACK_TAB], Command::Previous, "up the list"),
    HELP_TYPING,
];

pub(super) const TEXT: &[Binding] = &[
    shown(&[TAB, DOWN], Command::Next, "next field", "to the next field"),
    silent(&[BACK_TAB, UP], Command::Previous, "to the field before"),
    shown(&[ENTER], Command::Accept, "go on", "take the answer and go on"),
    BACK,
    EXPORT,
    PAGE_DOWN,
    PAGE_UP,
    GO_TO,
    DESK_TYPING,
    WHY_TYPING,
    UNDO_TYPING,
    REDO,
    HELP_TYPING,
];

pub(super) const QUICK_LINE: &[Binding] = &[
    shown(&[ENTER], Command::Accept, "add it, or go on", "add the offer; on the empty line go on"),
    shown(&[DOWN, TAB], Command::Next, "to the offers", "to the offers below"),
    silent(&[UP, BACK_TAB], Command::Previous, "up"),
    shown(&[Key::ctrl('t')], Command::Desk, "compare", "the offers desk: compare, deadlines, letters"),
    BACK,
    EXPORT_SILENT,
    PAGE_DOWN,
    PAGE_UP,
    GO_TO,
    WHY_TYPING,
    UNDO_TYPING,
    REDO,
    HELP_TYPING,
];

pub(super) const CHOICE: &[Binding] = &[
    shown(&[LEFT, Key::char('h')], Command::ChooseLeft, "", "choose the one before"),
    shown(&[RIGHT, Key::char('l'), Key::char(' ')], Command::ChooseRight, "choose", "choose the next one"),
    shown(&[TAB, DOWN, Key::char('j')], Command::Next, "next field", "to the next field"),
    silent(&[BACK_TAB, UP, Key::char('k')], Command::Previous, "to the field before"),
    shown(&[ENTER], Command::Accept, "go on", "go on"),
    BACK,
    EXPORT,
    PAGE_DOWN,
    PAGE_UP,
    GO_TO,
    DESK_TYPING,
    WHY,
    UNDO,
    REDO,
    QUIT,
    HELP,
];

pub(super) const ROWS: &[Binding] = &[
    shown(&[ENTER, Key::char('e')], Command::EditOffer, "edit", "open the offer's fields"),
    shown(&[Key::char('d')], Command::Delete, "delete", "take the offer out; undo brings it back"),
    shown(&[Key::char('c')], Command::CurrentJob, "current job", "add the job you have now"),
    DOWN_LIST,
    UP_LIST,
    shown(&[RIGHT, Key::char('n')], Command::ChooseRight, "go on", "go on to the levers"),
    DESK,
    BACK,
    EXPORT_SILENT,
    GO_TO,
    WHY,
    UNDO,
    REDO,
    QUIT,
    HELP,
];

pub(super) const PLAN: &[Binding] = &[
    shown(&[DOWN, Key::char('j'), TAB], Command::Next, "move", "down to the next figure"),
    UP_LIST,
    shown(&[Key::char('w'), Key::ctrl('y')], Command::Why, "why?", "how the selected figure comes about"),
    shown(&[Key::char('s')], Command::Settings, "settings", "change the assumptions"),
    shown(&[ENTER], Command::Accept, "go on", "go on to the script"),
    FIRST,
    LAST,
    PAGE_DOWN,
    PAGE_UP,
    DESK,
    BACK,
    EXPORT_SILENT,
    GO_TO,
    UNDO,
    REDO,
    QUIT,
    HELP,
];

pub(super) const SCRIPT: &[Binding] = &[
    shown(&[DOWN, Key::char('j'), TAB], Command::Next, "move", "to the next passage"),
    silent(&[UP, Key::char('k'), BACK_TAB], Command::Previous, "to the passage before"),
    shown(&[ENTER, Key::char('e')], Command::EditPassage, "edit", "put the passage in your own words"),
    silent(&[Key::char('o')], Command::OriginalPassage, "back to the original words"),
    shown(&[Key::char('r')], Command::NameRivals, "name rivals", "name the rival companies, or do not"),
    shown(&[Key::char('y')], Command::CopyScript, "copy", "copy the spoken part to the clipboard"),
    shown(&[Key::ctrl('s')], Command::Export, "export", "save, and export the script to a file"),
    FIRST,
    LAST,
    PAGE_DOWN,
    PAGE_UP,
    silent(&[ESC], Command::Back, "one step back; nothing is lost"),
    GO_TO,
    DESK_TYPING,
    WHY,
    UNDO,
    REDO,
    QUIT,
    HELP,
];

pub(super) const PASSAGE: &[Binding] = &[
    shown(&[ENTER], Command::Accept, "keep", "keep the words"),
    shown(&[ESC], Command::Back, "back", "leave; what you typed is kept as a draft"),
    shown(
        &[Key::ctrl('j'), Key { code: Code::Enter, ctrl: false, alt: true }],
        Command::NewLine,
        "new line",
        "begin a new line",
    ),
    HELP_TYPING,
];

pub(super) const READING: &[Binding] = &[
    shown(&[DOWN, Key::char('j')], Command::Next, "scroll", "down"),
    silent(&[UP, Key::char('k')], Command::Previous, "up"),
    PAGE_DOWN,
    PAGE_UP,
    FIRST,
    LAST,
    shown(&[ESC, ENTER, Key::char('q'), Key::char('?')], Command::Back, "close", "close"),
];

pub(super) const MENU: &[Binding] = &[
    shown(&[DOWN, Key::char('j'), TAB], Command::Next, "move", "down"),
    silent(&[UP, Key::char('k'), BACK_TAB], Command::Previous, "up"),
    shown(&[ENTER], Command::Accept, "choose", "choose"),
    silent(&[Key::char('1')], Command::Step(0), "the first"),
    silent(&[Key::char('2')], Command::Step(1), "the second, and so on"),
    silent(&[Key::char('3')], Command::Step(2), "the third"),
    silent(&[Key::char('4')], Command::Step(3), "the fourth"),
    silent(&[Key::char('5')], Command::Step(4), "the fifth"),
    silent(&[Key::char('6')], Command::Step(5), "the sixth"),
    shown(&[ESC], Command::Back, "close", "close without choosing"),
];

pub(super) const PROMPT: &[Binding] = &[
    shown(&[ENTER], Command::Accept, "do it", "do it"),
    shown(&[ESC], Command::Back, "cancel", "close; nothing happens"),
];

pub(super) const CONFIRM: &[Binding] = &[
    shown(&[Key::char('y')], Command::Yes, "yes", "yes"),
    shown(&[Key::char('n'), ESC], Command::Back, "no", "no"),
];
