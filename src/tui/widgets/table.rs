//! The cells of one row.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::text::cells;

/// Where a cell's text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Align {
    /// Words.
    Left,
    /// Figures.
    Right,
}

/// A cell of a row.
#[derive(Clone, Debug)]
pub(crate) struct Cell<'a> {
    /// What it says.
    pub(crate) text: std::borrow::Cow<'a, str>,
    /// Drawn over the row's style.
    pub(crate) style: Style,
    /// Where the text stands.
    pub(crate) align: Align,
}

impl<'a> Cell<'a> {
    /// Words in the row's own style.
    pub(crate) fn left(text: impl Into<std::borrow::Cow<'a, str>>) -> Self {
        Self {
            text: text.into(),
            style: Style::new(),
            align: Align::Left,
        }
    }

    /// Figures in the row's own style.
    pub(crate) fn right(text: impl Into<std::borrow::Cow<'a, str>>) -> Self {
        Self {
            align: Align::Right,
            ..Self::left(text)
        }
    }

    /// In this style, over the row's.
    pub(crate) fn styled(self, style: Style) -> Self {
        Self { style, ..self }
    }
}

/// Draws the cells of a row into a strip, at the places that `columns` found. On the cursor row a cell's colour would
/// hide in the cursor's, so give `plain` there.
pub(crate) fn row(
    buf: &mut Buffer,
    strip: Rect,
    places: &[(u16, u16)],
    style: Style,
    row: &[Cell<'_>],
) {
    for ((x, width), cell) in places.iter().zip(row) {
        // A strip may be a cell narrower than planned, for the scroll mark.
        let most = (*width).min(strip.width.saturating_sub(*x));
        if most == 0 || strip.is_empty() {
            continue;
        }
        let wide = usize::from(most);
        let text = match cell.align {
            Align::Left => cells::shorten(&cell.text, wide),
            Align::Right => cells::fit_right(&cell.text, wide),
        };
        // The cursor's colours win over a cell's.
        let style = cell.style.patch(style);
        cells::put(buf, strip.x + x, strip.y, most, &text, style);
    }
}
