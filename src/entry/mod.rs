//! What people type, as values: pure, and nothing is guessed in silence.

pub mod dates;
pub mod ime;
pub mod pinyin;
