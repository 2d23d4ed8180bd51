//! What screens are drawn with. Everything goes through `text::cells::put`, so nothing is split and nothing panics.

pub(crate) mod bar;
pub(crate) mod columns;
pub(crate) mod event_line;
pub(crate) mod facts;
pub(crate) mod finding_line;
pub(crate) mod list;
pub(crate) mod mark;
pub(crate) mod pane;
pub(crate) mod scroll;
pub(crate) mod table;
pub(crate) mod tabs;

pub(crate) use bar::bar;
pub(crate) use columns::{Col, columns};
pub(crate) use event_line::event_line;
pub(crate) use facts::{Fact, facts};
pub(crate) use finding_line::finding_line;
pub(crate) use list::{list, note, paragraph, row_style};
pub(crate) use mark::mark;
pub(crate) use pane::pane;
pub(crate) use scroll::ListState;
pub(crate) use table::{Cell, row};
pub(crate) use tabs::tabs;

use ratatui::layout::Rect;

/// The one-row strip of `area` that lies `dy` rows below its top; empty beyond its end.
pub(crate) fn line(area: Rect, dy: u16) -> Rect {
    if dy < area.height {
        Rect::new(area.x, area.y + dy, area.width, 1)
    } else {
        Rect::new(area.x, area.bottom(), 0, 0)
    }
}
