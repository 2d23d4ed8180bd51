//! Mirrors src/text.

mod cells;
mod clean;
mod hostile;
