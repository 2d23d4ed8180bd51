//! A box with a title. In tiny areas the box goes and the room stays.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::text::cells;
use crate::tui::look::Look;

/// Below so many columns or rows a pane has no box.
const LEAST: (u16, u16) = (8, 4);

/// Where a pane's content lies; what [`pane`] returns, for those who need it before drawing.
pub(crate) fn inner(area: Rect) -> Rect {
    if boxed(area) {
        Rect::new(area.x + 1, area.y + 1, area.width - 2, area.height - 2)
    } else {
        area
    }
}

/// Draws the box with its title at the left and, where there is room, another one at the right; returns the inside.
pub(crate) fn pane(
    buf: &mut Buffer,
    area: Rect,
    look: &Look,
    title: &str,
    right: &str,
    focused: bool,
) -> Rect {
    let area = area.intersection(buf.area);
    if !boxed(area) {
        return area;
    }
    let style = if focused { look.focus } else { look.line };
    let across = "─".repeat(usize::from(area.width - 2));
    for (y, left, end) in [(area.top(), "┌", "┐"), (area.bottom() - 1, "└", "┘")] {
        cells::put(buf, area.x, y, 1, left, style);
        cells::put(buf, area.x + 1, y, area.width - 2, &across, style);
        cells::put(buf, area.right() - 1, y, 1, end, style);
    }
    for y in area.top() + 1..area.bottom() - 1 {
        cells::put(buf, area.x, y, 1, "│", style);
        cells::put(buf, area.right() - 1, y, 1, "│", style);
    }
    let room = usize::from(area.width - 4);
    let title_style = if focused { look.title } else { look.text };
    let mut left = 0;
    if !title.is_empty() {
        let title = format!(" {} ", cells::shorten(title, room.saturating_sub(2)));
        left = cells::width(&title);
        let most = area.width - 2;
        cells::put(buf, area.x + 1, area.y, most, &title, title_style);
    }
    let wide = cells::width(right) + 2;
    if !right.is_empty() && left + wide <= room {
        let wide = u16::try_from(wide).unwrap_or(area.width);
        let x = area.right() - 1 - wide;
        cells::put(buf, x, area.y, wide, &format!(" {right} "), look.dim);
    }
    inner(area)
}

fn boxed(area: Rect) -> bool {
    area.width >= LEAST.0 && area.height >= LEAST.1
}
