//! Every word the program says, 中文 beside English; and the cells they take.

pub mod say;

pub use say::Lang;
