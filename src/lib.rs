//! An interactive negotiation coach for the terminal.
//!
//! The data flows one way: what a guide says and what the user says, what follows from it, what to
//! say. The layers, each using only those before it:
//!
//! - [`domain`]: money, offers, playbooks, sessions, the plan. Pure.
//! - [`form`], [`script`], [`import`], [`store`], [`export`]: fields and their order; templates to
//!   sentences; a guide to a playbook; files; data to text.
//! - [`app`]: the state machine behind the screens. Pure.
//! - [`tui`], [`cli`]: the shells.

pub mod app;
pub mod cli;
pub mod domain;
pub mod export;
pub mod form;
pub mod import;
pub mod script;
pub mod store;
pub mod tui;
