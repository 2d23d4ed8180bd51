//! Rows under each other with a cursor and a scroll mark.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::ListState;
use crate::text::cells;
use crate::tui::look::Look;

/// How a row is drawn: with the cursor, with the cursor of a pane without focus, or plainly.
pub(crate) fn row_style(look: &Look, at_cursor: bool, focused: bool) -> Style {
    match (at_cursor, focused) {
        (true, true) => look.cursor,
        (true, false) => look.shadow,
        _ => look.text,
    }
}

/// Draws the visible rows of a list of `len`: each gets its strip, already filled with its style. A mark at the right
/// edge says where in the list one is when not all of it fits.
pub(crate) fn list(
    buf: &mut Buffer,
    area: Rect,
    look: &Look,
    state: ListState,
    len: u32,
    focused: bool,
    mut draw: impl FnMut(&mut Buffer, Rect, u32, Style),
) {
    let area = area.intersection(buf.area);
    if area.is_empty() {
        return;
    }
    let scrolls = len > u32::from(area.height) && area.width > 4;
    let width = area.width - u16::from(scrolls);
    for (index, y) in state.visible(len, area.height).zip(area.top()..) {
        let style = row_style(look, index == state.cursor, focused);
        let strip = Rect::new(area.x, y, width, 1);
        buf.set_style(strip, style);
        draw(buf, strip, index, style);
    }
    if scrolls {
        scroll_mark(buf, area, look, state, len);
    }
}

/// One cell at the right edge, as far down as the rows shown are in the list.
fn scroll_mark(buf: &mut Buffer, area: Rect, look: &Look, state: ListState, len: u32) {
    let hidden = u64::from(len.saturating_sub(u32::from(area.height))).max(1);
    let top = u64::from(state.visible(len, area.height).start);
    let down = top * u64::from(area.height - 1) / hidden;
    let y = area.y + u16::try_from(down).unwrap_or(0).min(area.height - 1);
    cells::put(buf, area.right() - 1, y, 1, "▐", look.line);
}

/// A quiet sentence in an empty place, wrapped.
pub(crate) fn note(buf: &mut Buffer, area: Rect, look: &Look, text: &str) {
    paragraph(buf, area, text, look.dim);
}

/// Wrapped text from the top of an area; returns the rows it took.
pub(crate) fn paragraph(buf: &mut Buffer, area: Rect, text: &str, style: Style) -> u16 {
    let area = area.intersection(buf.area);
    if area.is_empty() {
        return 0;
    }
    let mut rows = 0;
    for (line, y) in cells::wrap(text, area.width.into())
        .iter()
        .zip(area.top()..area.bottom())
    {
        cells::put(buf, area.x, y, area.width, line, style);
        rows += 1;
    }
    rows
}
