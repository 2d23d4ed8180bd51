//! The two doors, the log behind them, and what the file promises.

mod any;
mod faults;
mod log;
mod plans;
pub(crate) mod round;
mod writing;
