//! Every command, stated once: dispatch, footer, help and the README's table read from here.

use super::key::{Code, Key};

/// Something the user can tell the program to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    Quit,
    Leave,
    Suspend,
    Back,
    Accept,
    Next,
    Previous,
    ChooseLeft,
    ChooseRight,
    First,
    Last,
    PageUp,
    PageDown,
    Help,
    Why,
    GoTo,
    Step(u8),
    Export,
    Undo,
    Redo,
    New,
    Sample,
    Library,
    Filter,
    Rename,
    Duplicate,
    Restore,
    Delete,
    EditOffer,
    CurrentJob,
    Settings,
    EditPassage,
    OriginalPassage,
    NameRivals,
    CopyScript,
    Yes,
}

/// Where keys go: each state of the program has its own bindings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Context {
    Home,
    /// Typing into a list's filter.
    Filter,
    Library,
    /// A field that is typed into.
    Text,
    /// A field that is chosen from.
    Choice,
    /// The table of offers.
    Rows,
    Plan,
    Script,
    /// Editing a passage of the script.
    Passage,
    /// A text to scroll: help, why.
    Reading,
    /// A short list to choose from: go to, which reading.
    Menu,
    /// One line to type: a path, a name.
    Prompt,
    /// A yes or a no.
    Confirm,
}

/// Keys bound to a command in some context.
#[derive(Debug, Clone, Copy)]
pub struct Binding {
    pub keys: &'static [Key],
    pub command: Command,
    /// The words of the footer; empty for a key that only the help lists.
    pub footer: &'static str,
    /// What it does, for the help.
    pub doc: &'static str,
}

const fn shown(keys: &'static [Key], command: Command, footer: &'static str, doc: &'static str) -> Binding {
    Binding { keys, command, footer, doc }
}

const fn silent(keys: &'static [Key], command: Command, doc: &'static str) -> Binding {
    Binding { keys, command, footer: "", doc }
}

const ENTER: Key = Key::plain(Code::Enter);
const ESC: Key = Key::plain(Code::Esc);
const TAB: Key = Key::plain(Code::Tab);
const BACK_TAB: Key = Key::plain(Code::BackTab);
const UP: Key = Key::plain(Code::Up);
const DOWN: Key = Key::plain(Code::Down);
const LEFT: Key = Key::plain(Code::Left);
const RIGHT: Key = Key::plain(Code::Right);

const DOWN_LIST: Binding = shown(&[DOWN, Key::char('j'), TAB], Command::Next, "", "down the list");
const UP_LIST: Binding = silent(&[UP, Key::char('k'), BACK_TAB], Command::Previous, "up the list");
const FIRST: Binding = silent(&[Key::plain(Code::Home), Key::char('g')], Command::First, "to the top");
const LAST: Binding = silent(&[Key::plain(Code::End), Key::char('G')], Command::Last, "to the end");
const PAGE_DOWN: Binding = silent(&[Key::plain(Code::PageDown)], Command::PageDown, "a page down");
const PAGE_UP: Binding = silent(&[Key::plain(Code::PageUp)], Command::PageUp, "a page up");
const BACK: Binding = shown(&[ESC], Command::Back, "back", "one step back; nothing is lost");
const HELP: Binding = silent(&[Key::char('?'), Key::plain(Code::F1)], Command::Help, "this help");
const HELP_TYPING: Binding = silent(&[Key::plain(Code::F1)], Command::Help, "this help");
const WHY: Binding =
    silent(&[Key::char('w'), Key::ctrl('y')], Command::Why, "why? how the figures come about");
const WHY_TYPING: Binding = silent(&[Key::ctrl('y')], Command::Why, "why? how the figures come about");
const GO_TO: Binding = silent(&[Key::ctrl('g')], Command::GoTo, "go to any step");
const EXPORT: Binding =
    shown(&[Key::ctrl('s')], Command::Export, "export", "save, and export the script to a file");
const UNDO: Binding =
    silent(&[Key::char('u'), Key::ctrl('_'), Key::ctrl('7')], Command::Undo, "undo the last change");
const UNDO_TYPING: Binding = silent(&[Key::ctrl('_'), Key::ctrl('7')], Command::Undo, "undo the last change");
const REDO: Binding = silent(&[Key::ctrl('r')], Command::Redo, "redo what was undone");
const QUIT: Binding = silent(&[Key::char('q')], Command::Quit, "quit; everything is saved");
const STEPS: [Binding; 6] = [
    silent(&[Key::char('1')], Command::Step(0), "to Target"),
    silent(&[Key::char('2')], Command::Step(1), "to Background"),
    silent(&[Key::char('3')], Command::Step(2), "to Offers"),
    silent(&[Key::char('4')], Command::Step(3), "to Levers"),
    silent(&[Key::char('5')], Command::Step(4), "to Plan"),
    silent(&[Key::char('6')], Command::Step(5), "to Script"),
];

/// What works everywhere.
const ALWAYS: &[Binding] = &[
    silent(&[Key::ctrl('c')], Command::Leave, "leave at once; what you typed is kept"),
    silent(&[Key::ctrl('z')], Command::Suspend, "put the program to sleep; `fg` wakes it"),
];

const HOME: &[Binding] = &[
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

const FILTER: &[Binding] = &[
    shown(&[ENTER], Command::Accept, "open", "open what is selected"),
    shown(&[ESC], Command::Back, "clear the filter", "clear the filter"),
    silent(&[DOWN, TAB], Command::Next, "down the list"),
    silent(&[UP, BACK_TAB], Command::Previous, "up the list"),
    HELP_TYPING,
];

const LIBRARY: &[Binding] = &[
    shown(&[ENTER], Command::Accept, "start with it", "start a negotiation with the playbook"),
    shown(&[DOWN, TAB], Command::Next, "down", "down the list"),
    silent(&[UP, BACK_TAB], Command::Previous, "up the list"),
    shown(&[ESC], Command::Back, "back", "clear the filter, then back"),
    HELP_TYPING,
];

const TEXT: &[Binding] = &[
    shown(&[TAB, DOWN], Command::Next, "next field", "to the next field"),
    silent(&[BACK_TAB, UP], Command::Previous, "to the field before"),
    shown(&[ENTER], Command::Accept, "go on", "take the answer and go on"),
    BACK,
    EXPORT,
    PAGE_DOWN,
    PAGE_UP,
    GO_TO,
    WHY_TYPING,
    UNDO_TYPING,
    REDO,
    HELP_TYPING,
];

const CHOICE: &[Binding] = &[
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
    WHY,
    UNDO,
    REDO,
    QUIT,
    HELP,
];

const ROWS: &[Binding] = &[
    shown(&[ENTER, Key::char('e')], Command::EditOffer, "edit", "open the offer's fields"),
    shown(&[Key::char('d')], Command::Delete, "delete", "take the offer out; undo brings it back"),
    shown(&[Key::char('c')], Command::CurrentJob, "current job", "add the job you have now"),
    DOWN_LIST,
    UP_LIST,
    shown(&[RIGHT, Key::char('n')], Command::ChooseRight, "go on", "go on to the levers"),
    BACK,
    EXPORT,
    GO_TO,
    WHY,
    UNDO,
    REDO,
    QUIT,
    HELP,
];

const PLAN: &[Binding] = &[
    shown(&[DOWN, Key::char('j'), TAB], Command::Next, "move", "down to the next figure"),
    UP_LIST,
    shown(&[Key::char('w'), Key::ctrl('y')], Command::Why, "why?", "how the selected figure comes about"),
    shown(&[Key::char('s')], Command::Settings, "settings", "change the assumptions"),
    shown(&[ENTER], Command::Accept, "go on", "go on to the script"),
    FIRST,
    LAST,
    PAGE_DOWN,
    PAGE_UP,
    BACK,
    EXPORT,
    GO_TO,
    UNDO,
    REDO,
    QUIT,
    HELP,
];

const SCRIPT: &[Binding] = &[
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
    WHY,
    UNDO,
    REDO,
    QUIT,
    HELP,
];

const PASSAGE: &[Binding] = &[
    shown(&[ENTER], Command::Accept, "keep", "keep the words"),
    shown(&[ESC], Command::Back, "back", "leave; what you typed is kept as a draft"),
    HELP_TYPING,
];

const READING: &[Binding] = &[
    shown(&[DOWN, Key::char('j')], Command::Next, "scroll", "down"),
    silent(&[UP, Key::char('k')], Command::Previous, "up"),
    PAGE_DOWN,
    PAGE_UP,
    FIRST,
    LAST,
    shown(&[ESC, ENTER, Key::char('q'), Key::char('?')], Command::Back, "close", "close"),
];

const MENU: &[Binding] = &[
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

const PROMPT: &[Binding] = &[
    shown(&[ENTER], Command::Accept, "do it", "do it"),
    shown(&[ESC], Command::Back, "cancel", "close; nothing happens"),
];

const CONFIRM: &[Binding] = &[
    shown(&[Key::char('y')], Command::Yes, "yes", "yes"),
    shown(&[Key::char('n'), ESC], Command::Back, "no", "no"),
];

impl Context {
    /// The context's own bindings, without those that work everywhere.
    pub fn bindings(self) -> &'static [Binding] {
        match self {
            Self::Home => HOME,
            Self::Filter => FILTER,
            Self::Library => LIBRARY,
            Self::Text => TEXT,
            Self::Choice => CHOICE,
            Self::Rows => ROWS,
            Self::Plan => PLAN,
            Self::Script => SCRIPT,
            Self::Passage => PASSAGE,
            Self::Reading => READING,
            Self::Menu => MENU,
            Self::Prompt => PROMPT,
            Self::Confirm => CONFIRM,
        }
    }

    /// All bindings that work here, for the help.
    pub fn all(self) -> impl Iterator<Item = &'static Binding> {
        let steps: &[Binding] = if self.has_digits() { &STEPS } else { &[] };
        self.bindings().iter().chain(steps).chain(ALWAYS)
    }

    /// The command a key stands for here.
    pub fn command(self, key: Key) -> Option<Command> {
        self.all().find(|binding| binding.keys.contains(&key)).map(|binding| binding.command)
    }

    /// Whether typed characters are text here.
    pub fn is_typing(self) -> bool {
        matches!(self, Self::Filter | Self::Library | Self::Text | Self::Passage | Self::Prompt)
    }

    fn has_digits(self) -> bool {
        matches!(self, Self::Choice | Self::Rows | Self::Plan | Self::Script)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EVERY: [Context; 13] = [
        Context::Home,
        Context::Filter,
        Context::Library,
        Context::Text,
        Context::Choice,
        Context::Rows,
        Context::Plan,
        Context::Script,
        Context::Passage,
        Context::Reading,
        Context::Menu,
        Context::Prompt,
        Context::Confirm,
    ];

    #[test]
    fn no_key_is_bound_twice_in_a_context() {
        for context in EVERY {
            let keys: Vec<Key> = context.all().flat_map(|binding| binding.keys.iter().copied()).collect();
            for (at, key) in keys.iter().enumerate() {
                assert!(!keys[..at].contains(key), "{context:?} binds {key} twice");
            }
        }
    }

    #[test]
    fn no_plain_character_is_a_command_where_text_is_typed() {
        for context in EVERY.into_iter().filter(|context| context.is_typing()) {
            for binding in context.all() {
                assert!(binding.keys.iter().all(|key| key.typed().is_none()), "{context:?}: {}", binding.doc);
            }
        }
    }

    #[test]
    fn the_footer_names_three_to_six_keys() {
        for context in EVERY {
            let named = context.bindings().iter().filter(|binding| !binding.footer.is_empty()).count();
            assert!((2..=6).contains(&named), "{context:?} names {named}");
        }
    }
}
