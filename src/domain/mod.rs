//! What is known and what follows from it. Pure: no terminal, file, clock or environment;
//! the day is passed in.
#![deny(clippy::arithmetic_side_effects)]

pub mod board;
pub mod catalog;
pub mod check;
pub mod compare;
pub mod day;
pub mod edit;
pub mod money;
pub mod offer;
pub mod plan;
pub mod playbook;
pub mod problem;
pub mod quote;
pub mod session;
pub mod text;
pub mod total;
