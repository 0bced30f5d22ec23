//! Signals: whatever ends or stops the program from outside finds the work saved and the terminal
//! restored.
//!
//! A thread of its own hears them, because the reader of keys may be stuck: in a paste that never
//! ends, or on a terminal that is gone.

use std::{io, thread};

use rustix::process::{Signal, kill_current_process_group};
use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;
use signal_hook::low_level::{exit, raise};

use super::terminal;
use super::vault::Vault;

/// Starts the thread.
pub fn listen(vault: Vault) -> io::Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP])?;
    let hear = move || {
        for signal in signals.forever() {
            if signal == SIGTSTP {
                sleep();
                continue;
            }
            // The user's editor takes Ctrl-C for itself; in this program's own mode it is no signal.
            if terminal::is_for_borrower() && matches!(signal, SIGINT | SIGQUIT) {
                continue;
            }
            vault.rescue();
            terminal::leave();
            exit(128 + signal);
        }
    };
    thread::Builder::new().name("signals".to_owned()).stack_size(128 * 1024).spawn(hear)?;
    Ok(())
}

/// Gives the terminal back, stops, and on waking takes the terminal again; the size may have
/// changed meanwhile, so the screen is told to look.
///
/// The whole process group stops, as it does by the terminal's own key: a program that started this
/// one and waits for it would keep the shell waiting otherwise. While another program has the
/// terminal on loan, it keeps it.
fn sleep() {
    terminal::leave();
    let _ = kill_current_process_group(Signal::STOP);
    if !terminal::is_lent() {
        let _ = terminal::enter();
        let _ = raise(SIGWINCH);
    }
}

/// Puts the program to sleep as Ctrl-Z does in a shell.
pub fn suspend() {
    terminal::leave();
    let _ = raise(SIGTSTP);
}
