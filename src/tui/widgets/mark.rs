//! The cell in front of rows that can be marked.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::text::cells;

/// Draws the sign of a marked row into a strip's first cell and returns the rest. As long as nothing is marked anywhere
/// (`shown` is false) the cell is not taken.
pub(crate) fn mark(buf: &mut Buffer, strip: Rect, style: Style, shown: bool, marked: bool) -> Rect {
    if !shown || strip.width < 2 {
        return strip;
    }
    if marked {
        cells::put(buf, strip.x, strip.y, 1, "*", style);
    }
    Rect {
        x: strip.x + 1,
        width: strip.width - 1,
        ..strip
    }
}
