//! Every word the program says, 中文 beside English; and the cells they take.

pub mod cells;
pub mod clean;
pub mod say;
mod sentences;
mod words;

pub use say::Lang;
