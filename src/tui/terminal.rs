//! The terminal, entered and left; it is left on every way out.

use std::io::{self, BufWriter, Stdout, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use crossterm::cursor::Show;
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::execute;
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};

/// A terminal that is drawn on through one buffer, so that a frame is one write.
pub type Canvas = Terminal<CrosstermBackend<BufWriter<Stdout>>>;

/// Holds the terminal while the program is on it, and gives it back when dropped.
#[derive(Debug)]
pub struct Guard(());

impl Guard {
    pub fn enter() -> io::Result<Self> {
        enter()?;
        Ok(Self(()))
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        leave();
    }
}

/// Whether the terminal is taken: it must be given back once, not twice.
static TAKEN: AtomicBool = AtomicBool::new(false);

pub fn enter() -> io::Result<()> {
    enable_raw_mode()?;
    TAKEN.store(true, Ordering::SeqCst);
    execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste).inspect_err(|_| leave())
}

/// Whether the terminal is ours to draw on.
pub fn is_taken() -> bool {
    TAKEN.load(Ordering::SeqCst)
}

/// Who has the terminal instead of this program.
static LOAN: Mutex<Loan> = Mutex::new(Loan::None);
/// What was sent to the borrower may be heard here so much later.
const ECHO: Duration = Duration::from_secs(1);

#[derive(Debug, Clone, Copy)]
enum Loan {
    None,
    Lent,
    Over(Instant),
}

/// Lets another program have the terminal while `work` runs, and takes it again.
pub fn lend<T>(work: impl FnOnce() -> T) -> T {
    leave();
    *loan() = Loan::Lent;
    let done = work();
    *loan() = Loan::Over(Instant::now());
    let _ = enter();
    done
}

fn loan() -> MutexGuard<'static, Loan> {
    LOAN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Whether another program has the terminal.
pub fn is_lent() -> bool {
    matches!(*loan(), Loan::Lent)
}

/// Whether a key that is a signal was pressed for another program.
pub fn is_for_borrower() -> bool {
    match *loan() {
        Loan::None => false,
        Loan::Lent => true,
        Loan::Over(since) => since.elapsed() < ECHO,
    }
}

/// Gives the terminal back as it was. Errors are passed over: there is nobody left to tell.
pub fn leave() {
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut out = io::stdout();
    let _ = execute!(out, DisableBracketedPaste, LeaveAlternateScreen, Show);
    let _ = out.flush();
    let _ = disable_raw_mode();
}

/// Columns and rows.
pub fn size() -> io::Result<(u16, u16)> {
    crossterm::terminal::size()
}

/// A canvas of the terminal's size.
pub fn canvas() -> io::Result<Canvas> {
    let backend = CrosstermBackend::new(BufWriter::with_capacity(1 << 16, io::stdout()));
    let viewport = Viewport::Fixed(area(size().unwrap_or((0, 0))));
    Terminal::with_options(backend, TerminalOptions { viewport })
}

/// The part of a terminal that is drawn on. A terminal that reports no size is taken as 80×24; one
/// of absurd size is not filled, so that no size can exhaust the memory.
pub fn area((width, height): (u16, u16)) -> Rect {
    match (width, height) {
        (0, _) | (_, 0) => Rect::new(0, 0, 80, 24),
        (width, height) => Rect::new(0, 0, width.min(500), height.min(300)),
    }
}
