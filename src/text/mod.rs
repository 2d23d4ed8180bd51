//! Every word the program says, 中文 beside English; and the cells they take.

pub mod cells;
pub mod clean;
pub mod say;

pub use say::Lang;
