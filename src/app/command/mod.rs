//! Every command, stated once: dispatch, footer, help and the README's table read from here.

mod desk;
mod library;
mod tables;

use super::key::Key;
use desk::{DEADLINES, EVERY_PAGE, LETTERS, PACKAGES, SIDE_BY_SIDE, WHAT_IF};
use library::{BESIDE, FACET, FAULTS, LIBRARY, PLAYBOOK, REVIEW};
use tables::{
    ALWAYS, CHOICE, CONFIRM, FILTER, HOME, MENU, PASSAGE, PLAN, PROMPT, QUICK_LINE, READING, ROWS, SCRIPT,
    STEPS, TEXT,
};

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
    /// Show the selected playbook.
    Look,
    NextFacet,
    PreviousFacet,
    /// Show the selected playbook beside its neighbours.
    Beside,
    /// Turn from the role elsewhere to the company's other roles, and back.
    Turn,
    ImportGuide,
    MakeOwn,
    NextMark,
    PreviousMark,
    /// To the offers desk.
    Desk,
    NextPage,
    PreviousPage,
    Sort,
    /// Put an assumption back to what it is today.
    AsToday,
    ExportCalendar,
    /// Break the line in one's own words.
    NewLine,
}

/// Where keys go: each state of the program has its own bindings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Context {
    Home,
    /// Typing into a list's filter.
    Filter,
    /// Typing into the library's search.
    Library,
    /// Typing into one of the library's filters.
    Facet,
    /// One playbook, to read.
    Playbook,
    /// Playbooks side by side.
    Beside,
    /// What a guide was understood as.
    Review,
    /// What is wrong in a playbook's file.
    Faults,
    /// A field that is typed into.
    Text,
    /// A field that is chosen from.
    Choice,
    /// Typing an offer into one line.
    QuickLine,
    /// The table of offers.
    Rows,
    /// The packages side by side.
    SideBySide,
    /// One assumption moved.
    WhatIf,
    /// Three packages of equal worth.
    Packages,
    /// Deadlines, and the moves they ask for.
    Deadlines,
    /// Letters for time.
    Letters,
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

impl Context {
    /// The bindings that several contexts of one kind share.
    fn shared(self) -> &'static [Binding] {
        match self {
            Self::SideBySide | Self::WhatIf | Self::Packages | Self::Deadlines | Self::Letters => EVERY_PAGE,
            _ => &[],
        }
    }

    /// The context's own bindings, without those that work everywhere.
    fn bindings(self) -> &'static [Binding] {
        match self {
            Self::Home => HOME,
            Self::Filter => FILTER,
            Self::Library => LIBRARY,
            Self::Facet => FACET,
            Self::Playbook => PLAYBOOK,
            Self::Beside => BESIDE,
            Self::Review => REVIEW,
            Self::Faults => FAULTS,
            Self::Text => TEXT,
            Self::Choice => CHOICE,
            Self::QuickLine => QUICK_LINE,
            Self::Rows => ROWS,
            Self::SideBySide => SIDE_BY_SIDE,
            Self::WhatIf => WHAT_IF,
            Self::Packages => PACKAGES,
            Self::Deadlines => DEADLINES,
            Self::Letters => LETTERS,
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
        self.bindings().iter().chain(self.shared()).chain(steps).chain(ALWAYS)
    }

    /// The command a key stands for here.
    pub fn command(self, key: Key) -> Option<Command> {
        self.all().find(|binding| binding.keys.contains(&key)).map(|binding| binding.command)
    }

    /// Whether typed characters are text here.
    pub fn is_typing(self) -> bool {
        matches!(
            self,
            Self::Filter
                | Self::Library
                | Self::Facet
                | Self::Text
                | Self::QuickLine
                | Self::Passage
                | Self::Prompt
        )
    }

    fn has_digits(self) -> bool {
        matches!(
            self,
            Self::Choice
                | Self::Rows
                | Self::SideBySide
                | Self::WhatIf
                | Self::Packages
                | Self::Deadlines
                | Self::Letters
                | Self::Plan
                | Self::Script
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EVERY: [Context; 24] = [
        Context::Home,
        Context::Filter,
        Context::Library,
        Context::Facet,
        Context::Playbook,
        Context::Beside,
        Context::Review,
        Context::Faults,
        Context::Text,
        Context::Choice,
        Context::QuickLine,
        Context::Rows,
        Context::SideBySide,
        Context::WhatIf,
        Context::Packages,
        Context::Deadlines,
        Context::Letters,
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
            let named = context.all().filter(|binding| !binding.footer.is_empty()).count();
            assert!((2..=6).contains(&named), "{context:?} names {named}");
        }
    }
}
