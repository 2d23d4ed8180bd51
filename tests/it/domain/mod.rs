//! Mirrors src/domain.

mod calendar;
