//! The state machine behind the screens. Pure: a message in, effects out.

pub mod command;
pub mod desk;
pub mod editor;
mod forms;
pub mod home;
pub mod key;
pub mod library;
mod lists;
pub mod msg;
pub mod offers;
pub mod overlay;
mod overlays;
pub mod plan_page;
mod script_page;
mod steps;
pub mod work;

use std::collections::HashMap;

use jiff::civil::Date;

use crate::domain::session::Step;
use crate::script::Script;
use command::{Command, Context};
use desk::{DeskPage, OffersDesk};
use editor::Editor;
use home::Filtered;
use key::Key;
use library::{Errand, Library};
use msg::{Effect, Msg, Opened, Paper, SessionRow};
use overlay::Overlay;
use plan_page::PlanPage;
use work::Work;

/// What fills the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Screen {
    Home,
    Library,
    Target,
    Background,
    Offers,
    /// The fields of one alternative.
    Offer(usize),
    /// A page of the offers desk.
    Desk(DeskPage),
    Lever(usize),
    Plan,
    Settings,
    Script,
}

impl Screen {
    /// The step of the path that a screen belongs to.
    pub fn step(self) -> Option<Step> {
        Some(match self {
            Self::Home | Self::Library => return None,
            Self::Target => Step::Target,
            Self::Background => Step::Background,
            Self::Offers | Self::Offer(_) | Self::Desk(_) => Step::Offers,
            Self::Lever(_) => Step::Levers,
            Self::Plan | Self::Settings => Step::Plan,
            Self::Script => Step::Script,
        })
    }
}

/// The whole state of the program.
#[derive(Debug)]
pub struct App {
    pub today: Date,
    pub screen: Screen,
    pub overlays: Vec<Overlay>,
    pub sessions: Filtered<SessionRow>,
    pub library: Library,
    /// Whether letters go to the filter of the sessions.
    pub filtering: bool,
    pub work: Option<Work>,
    /// The text of the focused field or passage.
    pub editor: Editor,
    /// The focused field, row, figure or passage.
    pub focus: usize,
    /// How far a long text is scrolled, in lines.
    pub scroll: u16,
    scroll_limit: u16,
    /// Whether a passage of the script is being edited.
    pub editing: bool,
    /// What just happened, until the next key.
    pub notice: Option<String>,
    /// The Plan screen's rows, while it is shown.
    pub plan_page: PlanPage,
    /// The script, while it is shown.
    pub script: Option<Script>,
    pub desk: OffersDesk,
    /// Where a form that was opened from elsewhere leads back to.
    back_to: Option<Screen>,
    /// The screen and the revision that the page and the script were made for.
    derived: Option<(Screen, u64)>,
    /// Typing that undo took back: the field and the text, until something else is typed.
    discarded: Option<(String, String)>,
    folder: String,
    places: HashMap<Screen, usize>,
}

impl App {
    /// The program at Home on a day; `folder` is where exports go unless said otherwise.
    pub fn new(today: Date, folder: impl Into<String>) -> Self {
        Self {
            today,
            screen: Screen::Home,
            overlays: Vec::new(),
            sessions: Filtered::default(),
            library: Library::default(),
            filtering: false,
            work: None,
            editor: Editor::default(),
            focus: 0,
            scroll: 0,
            scroll_limit: 0,
            editing: false,
            notice: None,
            plan_page: PlanPage::default(),
            script: None,
            desk: OffersDesk::default(),
            back_to: None,
            derived: None,
            discarded: None,
            folder: folder.into(),
            places: HashMap::new(),
        }
    }

    /// Takes a message and says what is to be done.
    pub fn update(&mut self, msg: Msg) -> Vec<Effect> {
        let effects = match msg {
            Msg::Key(key) => {
                self.notice = None;
                self.key(key)
            }
            Msg::Paste(text) => {
                self.paste(&text);
                Vec::new()
            }
            Msg::Sessions(rows) => {
                self.sessions.fill(rows);
                Vec::new()
            }
            Msg::Library(news) => self.library_news(news),
            Msg::Opened(opened) => {
                self.open(*opened);
                Vec::new()
            }
            Msg::Saved { name, at, notice } => {
                if notice.is_some() {
                    self.notice = notice;
                }
                if let Some(work) = &mut self.work {
                    work.saved_now(name, at);
                }
                Vec::new()
            }
            Msg::NotSaved(why) => {
                if let Some(work) = &mut self.work {
                    work.not_saved(why.clone());
                    let reached = work.session.step.unwrap_or(Step::Target);
                    if self.screen.step().is_none() {
                        self.show(steps::screen_of(reached));
                    }
                }
                self.notice = Some(why);
                Vec::new()
            }
            Msg::Exported(path) => {
                self.overlays.pop();
                self.notice = Some(format!("Exported, and only you can read it: {}", path.display()));
                Vec::new()
            }
            Msg::ExportExists(path) => {
                if let Some(Overlay::Export { exists, .. }) = self.overlays.last_mut() {
                    *exists = Some(path);
                }
                Vec::new()
            }
            Msg::ExportFailed(why) => {
                if let Some(Overlay::Export { trouble, exists, .. }) = self.overlays.last_mut() {
                    (*trouble, *exists) = (Some(why), None);
                }
                Vec::new()
            }
            Msg::Copied => {
                let text =
                    "Copied the spoken part to your terminal's clipboard; the private page stays here.";
                self.notice = Some(text.to_owned());
                Vec::new()
            }
            Msg::Deleted { title } => {
                self.notice = Some(format!("Deleted “{title}”. u brings it back, until you quit."));
                vec![Effect::ListSessions]
            }
            Msg::Failed(why) => {
                self.notice = Some(why);
                Vec::new()
            }
            Msg::Drawn { scroll_limit, top } => {
                self.library.drawn_from(top);
                self.scroll_limit = scroll_limit;
                self.scroll = self.scroll.min(scroll_limit);
                return Vec::new();
            }
        };
        self.refresh();
        effects
    }

    /// The state that decides what a key means.
    pub fn context(&self) -> Context {
        if let Some(overlay) = self.overlays.last() {
            return overlay.context();
        }
        match self.screen {
            Screen::Home if self.filtering => Context::Filter,
            Screen::Home => Context::Home,
            Screen::Library => self.library.context(),
            Screen::Plan => Context::Plan,
            Screen::Desk(_) if self.editing => Context::Passage,
            Screen::Desk(page) => page.context(),
            Screen::Script if self.editing => Context::Passage,
            Screen::Script => Context::Script,
            Screen::Offers if self.focus > 0 => Context::Rows,
            Screen::Offers => Context::QuickLine,
            _ => match self.focused_field() {
                Some(field) if !field.is_typed() => Context::Choice,
                _ => Context::Text,
            },
        }
    }

    fn key(&mut self, key: Key) -> Vec<Effect> {
        let context = self.context();
        if let Some(command) = context.command(key) {
            return self.command(command);
        }
        if let key::Code::Char(c) = key.code
            && key.alt
            && !context.is_typing()
        {
            let mut effects = self.key(Key::plain(key::Code::Esc));
            effects.extend(self.key(Key::char(c)));
            return effects;
        }
        if context.is_typing() {
            self.edit(|editor| editor.take(key));
        }
        Vec::new()
    }

    fn paste(&mut self, text: &str) {
        if self.context().is_typing() {
            self.edit(|editor| {
                editor.paste(text);
                true
            });
        }
    }

    /// Lets a change happen to whatever text is being typed, and keeps what was typed.
    fn edit(&mut self, change: impl FnOnce(&mut Editor) -> bool) {
        if let Some(overlay) = self.overlays.last_mut() {
            if let Some(editor) = overlay.editor() {
                change(editor);
            }
            return;
        }
        match self.screen {
            Screen::Home => {
                if change(&mut self.sessions.filter) {
                    self.sessions.selected = 0;
                }
            }
            Screen::Library => self.library.edit(change),
            _ => {
                if change(&mut self.editor) {
                    self.keep_draft();
                }
            }
        }
    }

    /// Goes to the library, to begin with a playbook.
    pub fn open_library(&mut self) -> Vec<Effect> {
        self.library.reset();
        self.show(Screen::Library);
        vec![Effect::Library(Errand::List)]
    }

    /// What has to be read for the screen as it is now, once for all the keys that led to it.
    pub fn wanted(&self) -> Option<Effect> {
        let errand = self.library.wanted().filter(|_| self.screen == Screen::Library);
        errand.map(Effect::Library)
    }

    fn command(&mut self, command: Command) -> Vec<Effect> {
        match command {
            Command::Leave => return self.quit(130),
            Command::Suspend => return vec![Effect::Suspend],
            _ => {}
        }
        if !self.overlays.is_empty() {
            return self.overlay_command(command);
        }
        match command {
            Command::Quit => self.quit(0),
            Command::Help => {
                self.scroll = 0;
                self.overlays.push(Overlay::Help(self.context()));
                Vec::new()
            }
            Command::Why => {
                self.why();
                Vec::new()
            }
            Command::GoTo if self.work.is_some() => {
                let step = self.screen.step().unwrap_or(Step::Target);
                self.overlays.push(Overlay::GoTo { selected: step as usize });
                Vec::new()
            }
            Command::Export if self.work.is_some() => self.export(match self.screen {
                Screen::Desk(_) => Paper::Offers,
                _ => Paper::Script,
            }),
            Command::ExportCalendar if self.work.is_some() => self.export(Paper::Calendar),
            Command::Desk if self.work.is_some() => self.open_desk(),
            Command::Step(step) if self.work.is_some() => self.jump(Step::ALL[usize::from(step)]),
            command => match self.screen {
                Screen::Home => self.home_command(command),
                Screen::Library => self.library_command(command),
                Screen::Plan => self.plan_command(command),
                Screen::Script => self.script_command(command),
                Screen::Offers => self.offers_command(command),
                Screen::Desk(page) => self.desk_command(page, command),
                _ => self.form_command(command),
            },
        }
    }

    /// Leaves; what is typed stays as a draft, what is changed is saved.
    fn quit(&self, code: u8) -> Vec<Effect> {
        let mut effects = self.save();
        effects.push(Effect::Quit(code));
        effects
    }

    fn open(&mut self, opened: Opened) {
        let notice = opened.notice.clone();
        let reached = opened.session.step.unwrap_or(Step::Target);
        self.places.clear();
        self.desk = OffersDesk::default();
        self.derived = None;
        self.work = Some(Work::new(opened, self.today));
        self.show(steps::screen_of(reached));
        self.notice = notice;
    }

    /// Changes the screen, remembering the place on the one that is left.
    fn show(&mut self, screen: Screen) {
        self.places.insert(self.screen, self.focus);
        self.screen = screen;
        self.focus = self.places.get(&screen).copied().unwrap_or(0);
        self.scroll = 0;
        self.editing = false;
        if let (Some(work), Some(step)) = (&mut self.work, screen.step()) {
            work.reach(step);
        }
        self.refresh();
        self.load_editor();
    }

    /// Brings what is derived for the shown screen up to date.
    fn refresh(&mut self) {
        let Some(work) = &self.work else { return };
        let wanted = Some((self.screen, work.revision));
        if self.derived == wanted {
            return;
        }
        self.derived = wanted;
        match self.screen {
            Screen::Plan => self.plan_page = PlanPage::of(work, self.today),
            Screen::Script => self.script = script_page::assemble(work, self.today),
            Screen::Desk(page) => self.desk.follow(page, work, self.today),
            _ => {}
        }
    }
}
