//! Where a pop-up lies, and an empty place for it.

use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};

use crate::text::cells;

/// A box of at most so many cells in the middle of the window.
pub(crate) fn centered(window: Size, width: u16, height: u16) -> Rect {
    let (width, height) = (width.min(window.width), height.min(window.height));
    Rect::new(
        (window.width - width) / 2,
        (window.height - height) / 2,
        width,
        height,
    )
}

/// Wipes what lies under a pop-up; a wide character that it cuts in half goes whole.
pub(crate) fn clear(buf: &mut Buffer, area: Rect) {
    let area = area.intersection(buf.area);
    let blank = " ".repeat(area.width.into());
    for y in area.top()..area.bottom() {
        cells::put(
            buf,
            area.x,
            y,
            area.width,
            &blank,
            ratatui::style::Style::new(),
        );
    }
}
