//! Fields, validation and the order of the steps. Pure.

pub mod quick;
