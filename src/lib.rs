//! xuncha: the terminal tracker for an inspection team's month on site.

pub mod domain;
mod os;
pub mod text;
pub mod tui;
