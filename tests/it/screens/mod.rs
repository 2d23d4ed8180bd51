//! Every screen, driven by keys.

mod counts;
mod findings;
mod history;
mod standup;
mod villages;

use xuncha::tui::desk::Desk;

/// The window without the frame's header and tabs.
pub(crate) fn below_tabs(desk: &Desk) -> String {
    let text = desk.text();
    let lines: Vec<&str> = text.lines().skip(2).collect();
    lines.join("\n")
}
