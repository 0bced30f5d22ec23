//! What must reach the disk if the program ends at once: shared with the thread that hears signals
//! and with the panic hook.

use std::sync::{Arc, Mutex, PoisonError};

/// Something that puts the latest work on disk, and says whether it is there.
pub type Rescue = Box<dyn FnOnce() -> bool + Send>;

/// What is to be done with the latest work.
#[derive(Clone, Default)]
pub struct Vault(Arc<Mutex<Option<Rescue>>>);

impl Vault {
    /// Replaces what is to be done.
    pub fn hold(&self, rescue: Rescue) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(rescue);
    }

    /// Does what is held, once; whether all is on disk now.
    pub fn rescue(&self) -> bool {
        let held = self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
        held.is_none_or(|rescue| rescue())
    }
}

impl std::fmt::Debug for Vault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Vault")
    }
}
