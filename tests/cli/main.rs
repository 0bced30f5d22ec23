//! The commands as scripts use them: in a sandbox, with a cleared environment and a fixed day.

mod compare;
mod escapes;
mod import;
mod import_happy;
mod packaging;
mod playbooks;
mod refusals;
mod results;
mod sandbox;
mod schema;
mod script;
mod sessions;
