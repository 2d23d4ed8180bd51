//! Mirrors src/entry.

mod dates;
mod ime;
