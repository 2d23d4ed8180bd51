//! The findings screen over a hand-made store: rows in a list, answered as the real one answers.

mod board;
mod marks;
mod table;
mod world;
