//! The two doors, the log behind them, and what the file promises.

mod log;
pub(crate) mod round;
mod writing;
