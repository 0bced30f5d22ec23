//! The loop: wait, update, perform, draw. The only place where time passes.

use std::io::{self, Write};
use std::time::{Duration, Instant};

use crossterm::event::{Event, poll, read};
use jiff::civil::Date;

use super::backstage::Backstage;
use super::draw;
use super::page::Shown;
use super::terminal::{self, Canvas, Guard};
use super::theme::Theme;
use super::{handover, keymap, panic, signals};
use crate::app::App;
use crate::app::library::{Beginning, Errand, News};
use crate::app::msg::{Effect, Msg};
use crate::app::work::Saved;
use crate::store::{Library, Sessions};

/// After so long without a key, what was typed goes to disk.
const QUIET: Duration = Duration::from_millis(400);
/// While keys keep coming, what was typed goes to disk this often.
const LONGEST: Duration = Duration::from_millis(1500);
/// Keys that follow a paste this closely are taken for its tail, which a hostile text can smuggle
/// past the end of the paste.
const TAIL: Duration = Duration::from_millis(50);
/// Long enough to find the events that have come already, short enough not to be felt; the reader
/// does not look at all within no time.
const AT_ONCE: Duration = Duration::from_micros(20);

/// What the program starts with.
#[derive(Debug)]
pub struct Options {
    pub today: Date,
    pub theme: Theme,
    pub sessions: Sessions,
    pub library: Library,
    /// Where exports go unless the user says otherwise.
    pub folder: String,
    pub start: Start,
}

/// Where the program starts.
#[derive(Debug)]
pub enum Start {
    Home,
    /// With a playbook, named by its id, and maybe a region.
    New {
        playbook: Option<String>,
        region: Option<String>,
    },
    Open(String),
}

/// Runs the program on the terminal until it is left; gives the exit code.
pub fn run(options: Options) -> io::Result<u8> {
    let notice = options.sessions.data().notices().into_iter().next();
    let backstage = Backstage::new(options.sessions, options.library, options.today);
    let mut app = App::new(options.today, options.folder);
    app.notice = notice;
    let _guard = Guard::enter()?;
    panic::install(backstage.vault());
    signals::listen(backstage.vault())?;
    let mut runtime = Runtime {
        app,
        backstage,
        canvas: terminal::canvas()?,
        theme: options.theme,
        unsaved: None,
        pasted: None,
        exit: None,
        warned: false,
        fault: Fault::from_env(),
    };
    runtime.begin(options.start)?;
    runtime.turn()
}

struct Runtime {
    app: App,
    backstage: Backstage,
    canvas: Canvas,
    theme: Theme,
    /// When the oldest and the newest change that is not on disk were made.
    unsaved: Option<(Instant, Instant)>,
    pasted: Option<Instant>,
    exit: Option<u8>,
    /// Whether the user was told that leaving loses what could not be saved.
    warned: bool,
    fault: Option<Fault>,
}

impl Runtime {
    fn begin(&mut self, start: Start) -> io::Result<()> {
        match start {
            Start::Home => {
                self.draw()?;
                self.perform(vec![Effect::ListSessions]);
            }
            Start::New { playbook: None, region } => {
                self.backstage.prefer(region);
                let effects = self.app.open_library();
                self.perform(effects);
            }
            Start::New { playbook: Some(id), region } => {
                self.backstage.prefer(region);
                self.perform(vec![Effect::ListSessions, Effect::Start(Beginning::with(id))]);
            }
            Start::Open(name) => self.perform(vec![Effect::ListSessions, Effect::Open(name)]),
        }
        Ok(())
    }

    fn turn(mut self) -> io::Result<u8> {
        loop {
            let wanted = self.app.wanted();
            self.perform(wanted.into_iter().collect());
            self.draw()?;
            if let Some(code) = self.exit {
                // Thousands of cards given back one by one would be waited for.
                std::mem::forget(std::mem::take(&mut self.app.library));
                return Ok(code);
            }
            self.wait()?;
        }
    }

    /// Waits for something to happen and takes all that has happened by then.
    fn wait(&mut self) -> io::Result<()> {
        let due = self.unsaved.map(|(oldest, newest)| (newest + QUIET).min(oldest + LONGEST));
        if let Some(due) = due {
            let left = due.saturating_duration_since(Instant::now());
            if !poll(left)? {
                self.perform(vec![Effect::Save]);
                return Ok(());
            }
        }
        loop {
            self.take(read()?);
            if self.exit.is_some() || !poll(AT_ONCE)? {
                return Ok(());
            }
        }
    }

    fn take(&mut self, event: Event) {
        match event {
            Event::Key(event) => {
                if self.pasted.is_some_and(|at| at.elapsed() < TAIL) {
                    return;
                }
                if let Some(key) = keymap::key(event) {
                    self.feed(Msg::Key(key));
                }
            }
            Event::Paste(text) => {
                self.pasted = Some(Instant::now());
                self.feed(Msg::Paste(text));
            }
            Event::Resize(width, height) => {
                let _ = self.canvas.resize(terminal::area((width, height)));
            }
            _ => {}
        }
    }

    fn feed(&mut self, msg: Msg) {
        let effects = self.app.update(msg);
        self.perform(effects);
        self.note_unsaved();
    }

    /// Starts or stops the clock of the autosave, and keeps the latest work at hand for a rescue.
    fn note_unsaved(&mut self) {
        let now = Instant::now();
        let dirty = self.app.work.as_ref().filter(|work| work.is_dirty());
        self.unsaved = dirty.map(|_| (self.unsaved.map_or(now, |(oldest, _)| oldest), now));
        self.backstage.keep_ready(dirty);
    }

    fn perform(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Quit(code) => self.leave(code),
                Effect::Suspend => signals::suspend(),
                Effect::Copy(text) => {
                    let outcome = self.copy(&text);
                    self.answer(outcome);
                }
                Effect::Library(Errand::Edit(path)) => {
                    let trouble = handover::edit(&path);
                    let _ = terminal::size().and_then(|size| self.canvas.resize(terminal::area(size)));
                    self.answer(Msg::Library(News::Edited { path, trouble }));
                }
                effect => {
                    if effect == Effect::Library(Errand::List) && self.app.library.catalog.is_none() {
                        let _ = self.draw();
                    }
                    let saving = effect == Effect::Save;
                    let outcome = self.backstage.perform(effect, &self.app);
                    if saving {
                        self.unsaved = None;
                    }
                    for msg in outcome {
                        self.answer(msg);
                    }
                }
            }
        }
    }

    /// Leaves; but where the last save failed, the first try only says so.
    fn leave(&mut self, code: u8) {
        let failed =
            self.app.work.as_ref().filter(|work| work.is_dirty()).and_then(|work| match &work.saved {
                Saved::Failed(why) => Some(why.clone()),
                _ => None,
            });
        match failed.filter(|_| !std::mem::replace(&mut self.warned, true)) {
            Some(why) => self.answer(Msg::Failed(format!("Not saved: {why} Leave once more to lose it."))),
            None => self.exit = Some(code),
        }
    }

    fn answer(&mut self, msg: Msg) {
        let effects = self.app.update(msg);
        self.perform(effects);
    }

    /// Hands a text to the terminal's clipboard.
    fn copy(&mut self, text: &str) -> Msg {
        use crossterm::clipboard::CopyToClipboard;
        let backend = self.canvas.backend_mut();
        let written = crossterm::queue!(backend, CopyToClipboard::to_clipboard_from(text));
        match written.and_then(|()| io::Write::flush(backend)) {
            Ok(()) => Msg::Copied,
            Err(error) => Msg::Failed(format!("The terminal did not take the copy: {error}.")),
        }
    }

    fn draw(&mut self) -> io::Result<()> {
        if !terminal::is_taken() || self.exit.is_some() {
            return Ok(());
        }
        if let Some(fault) = &mut self.fault {
            fault.count();
        }
        let (app, theme) = (&self.app, self.theme);
        let mut shown = Shown::default();
        self.canvas.draw(|frame| {
            shown = draw::draw(app, theme, frame.area(), frame.buffer_mut());
            if let Some(position) = draw::cursor(shown) {
                frame.set_cursor_position(position);
            }
        })?;
        self.canvas.backend_mut().flush()?;
        self.app.update(Msg::Drawn { scroll_limit: shown.scroll_limit, top: shown.top });
        Ok(())
    }
}

/// A panic on purpose, so that the way out of one can be tested in the real program:
/// `APP_FAULT=panic:draw` on the third frame, `panic:draw:N` on the N-th.
struct Fault {
    frames_left: u32,
}

impl Fault {
    fn from_env() -> Option<Self> {
        let wanted = std::env::var("APP_FAULT").ok()?;
        let frames = wanted.strip_prefix("panic:draw")?;
        let frames_left = frames.strip_prefix(':').and_then(|frames| frames.parse().ok()).unwrap_or(3);
        Some(Self { frames_left })
    }

    fn count(&mut self) {
        self.frames_left = self.frames_left.saturating_sub(1);
        assert!(self.frames_left > 0, "a fault was asked for");
    }
}
