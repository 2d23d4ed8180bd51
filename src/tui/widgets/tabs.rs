//! A strip of titles of which one is chosen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::text::cells;
use crate::tui::look::Look;

/// Draws titles in one row, the chosen one in brackets so that it is seen without colour; returns the cells taken.
pub(crate) fn tabs(
    buf: &mut Buffer,
    strip: Rect,
    look: &Look,
    titles: &[&str],
    chosen: usize,
) -> u16 {
    let strip = strip.intersection(buf.area);
    if strip.is_empty() {
        return 0;
    }
    let mut x = strip.x;
    for (at, title) in titles.iter().enumerate() {
        let (text, style) = if at == chosen {
            (format!("[{title}]"), look.title)
        } else {
            (format!(" {title} "), look.dim)
        };
        x += cells::put(buf, x, strip.y, strip.right() - x, &text, style);
        if x >= strip.right() {
            break;
        }
    }
    x - strip.x
}
