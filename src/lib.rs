//! xuncha: the terminal tracker for an inspection team's month on site.

pub mod clock;
pub mod domain;
pub mod entry;
mod os;
pub mod sample;
pub mod shipped;
pub mod store;
pub mod text;
pub mod tui;
