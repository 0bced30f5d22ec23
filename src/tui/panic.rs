//! The way out of a panic: work saved, terminal restored, and a message without a word of the
//! user's data.

use std::panic;

use super::terminal;
use super::vault::Vault;

/// Installs the hook. The payload of a panic may quote what was entered, so it is not printed.
pub fn install(vault: Vault) {
    panic::set_hook(Box::new(move |info| {
        let is_saved = vault.rescue();
        terminal::leave();
        let place =
            info.location().map_or_else(String::new, |place| format!(" ({}:{})", place.file(), place.line()));
        eprintln!(
            "negotiate-up stopped: a fault in the program{place}, version {}.",
            env!("CARGO_PKG_VERSION")
        );
        eprintln!(
            "{}",
            if is_saved {
                "What you entered is saved; start again to go on where you were."
            } else {
                "What you entered last could not be saved; the version before it is on disk."
            }
        );
    }));
}
