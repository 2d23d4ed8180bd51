//! The box a small overlay is drawn in.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::{Clear, Widget};

use crate::text::cells;
use crate::tui::screen::Cx;
use crate::tui::widgets;

/// Where a box lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// A third down, where the eye is.
    Middle,
    /// At the bottom, so that what it speaks of is seen.
    Bottom,
}

/// Opens a box for `wide` × `high` cells inside; returns the inside, smaller where the window is.
pub(crate) fn open(
    buf: &mut Buffer,
    area: Rect,
    cx: &Cx<'_>,
    title: &str,
    (wide, high): (u16, u16),
    place: Place,
) -> Rect {
    let area = area.intersection(buf.area);
    let wide = wide.saturating_add(2).min(area.width);
    let high = high.saturating_add(2).min(area.height);
    let down = match place {
        Place::Middle => (area.height - high) / 3,
        // The footer below it stays in sight.
        Place::Bottom => area.height - high - u16::from(area.height > high + 6),
    };
    let x = area.x + (area.width - wide) / 2;
    let area = Rect::new(x, area.y + down, wide, high);
    clear(buf, area, cx);
    widgets::pane(buf, area, cx.look, title, "", true)
}

/// How a line being typed looks: what is selected is shown as such.
pub(crate) fn typed_style(selected: bool, cx: &Cx<'_>) -> Style {
    if selected {
        cx.look.cursor
    } else {
        cx.look.text
    }
}

/// Makes room: nothing of what lies below shows through, no character is cut in half.
pub(crate) fn clear(buf: &mut Buffer, area: Rect, cx: &Cx<'_>) {
    let area = area.intersection(buf.area);
    cells::open_edge(buf, area);
    Clear.render(area, buf);
    buf.set_style(area, cx.look.text);
}
