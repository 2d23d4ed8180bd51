//! What an inspection is: pure data and rules; imports nothing else of ours.

pub mod answer;
pub mod calendar;
pub mod change;
pub mod codes;
pub mod fault;
pub mod ids;
pub mod query;
pub mod records;
pub mod rules;
