//! How the villages are drawn.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::tui::screen::Cx;

use super::state::Villages;

pub(super) fn draw(_screen: &Villages, _cx: &Cx<'_>, _area: Rect, _buf: &mut Buffer) {}
