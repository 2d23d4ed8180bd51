//! The screen: keys in, cells out.

mod input;
mod terminal;
