//! The real program, driven by keys in a pseudo-terminal; waits for text, never for time.

mod desk;
mod import_happy;
mod leaving;
mod library;
mod library_import;
mod path;
mod terminal;
mod typing;

const ENTER: &str = "\r";
const ESC: &str = "\x1b";
const TAB: &str = "\t";
const DOWN: &str = "\x1b[B";
const RIGHT: &str = "\x1b[C";
const CTRL_C: &str = "\x03";
const CTRL_G: &str = "\x07";
const CTRL_O: &str = "\x0f";
const CTRL_S: &str = "\x13";
const CTRL_Z: &str = "\x1a";
