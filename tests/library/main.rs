//! The library's screens: as text at two sizes, and what keys do there. The errands are done by a
//! desk in memory.

mod desk;
mod flows;
mod screens;
