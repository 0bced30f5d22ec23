//! Files: sessions, playbooks, drafts, exports. The only layer that reads or writes any.
//!
//! Four promises hold for everything here: a file on disk is always one whole version, old or new;
//! it belongs to its owner alone; what cannot be read is named and never overwritten; nothing is
//! created before there is something to keep.

pub mod atomic;
mod batch;
pub mod binder;
pub mod draft;
pub mod failure;
pub mod guides;
pub mod home;
pub mod invalid;
pub mod library;
pub mod lock;
mod name;
mod near;
mod owner;
mod read;
pub mod schema;
pub mod sessions;
pub mod yaml;

pub use binder::Binder;
pub use draft::{Draft, DraftFile};
pub use failure::{Failure, Kind, Outcome};
pub use home::DataDir;
pub use invalid::{Invalid, Located, Place};
pub use library::Library;
pub use sessions::Sessions;
