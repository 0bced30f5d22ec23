//! The terminal shell: the runtime does what the state machine wants, and draws what it holds.

mod backstage;
pub mod draw;
mod handover;
mod keymap;
pub mod layout;
mod librarian;
mod page;
mod panic;
mod papers;
pub mod picture;
mod runtime;
pub mod sample;
mod shelf;
mod signals;
mod terminal;
pub mod theme;
mod vault;
mod wrap;

pub use runtime::{Options, Start, run};
