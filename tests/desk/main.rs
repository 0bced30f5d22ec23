//! The offers desk: its pages at two sizes, and what its keys do.

mod flows;
mod screens;
mod walker;
