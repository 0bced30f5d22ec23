//! Pay tables, in every shape guides print them: to bands.
