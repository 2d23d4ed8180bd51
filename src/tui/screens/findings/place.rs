//! Where things lie on the findings screen: pure, and called by update (how far a page is) and view alike.

use ratatui::layout::{Rect, Size};

use super::state::{Focus, Shape};
use crate::tui::widgets::pane;

/// A column of the board is never narrower; fewer columns are shown instead.
const CARD_LEAST: u16 = 14;

/// Longer lines are hard to read.
const LINE_MOST: u16 = 108;

/// Where things lie. An area of no size is not shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
    /// The line of chips: what the list is narrowed to.
    pub(super) chips: Rect,
    /// The table with its box, or the board.
    pub(super) list: Rect,
    /// The selected finding, with its box.
    pub(super) detail: Rect,
}

/// The places in an area.
pub(super) fn place(area: Rect, shape: Shape, focus: Focus) -> Place {
    let heads = u16::from(area.height >= 3);
    let (chips, body) = split_top(area, heads);
    let (list, detail) = match (focus, shape) {
        (Focus::Page, _) => (Rect::default(), body),
        (_, Shape::Table) if body.width >= 120 => {
            split_right(body, (body.width * 7 / 20).clamp(42, 68))
        }
        (_, Shape::Table) if body.width >= 80 && body.height >= 18 => {
            split_bottom(body, (body.height * 2 / 5).clamp(8, 12))
        }
        (_, Shape::Board) if body.width >= 60 && body.height >= 26 => split_bottom(body, 9),
        _ => (body, Rect::default()),
    };
    Place {
        chips,
        list,
        detail,
    }
}

/// The places on a screen of this size.
pub(super) fn place_of(size: Size, shape: Shape, focus: Focus) -> Place {
    place(Rect::new(0, 0, size.width, size.height), shape, focus)
}

impl Place {
    /// The table's inside: its heads, and the lines below them.
    pub(super) fn table(&self) -> (Rect, Rect) {
        let inner = pane::inner(self.list);
        split_top(inner, u16::from(inner.height >= 4))
    }

    /// Cells of the detail's text: width and height.
    pub(super) fn detail_size(&self) -> (u16, u16) {
        let inner = pane::inner(self.detail);
        (inner.width.min(LINE_MOST), inner.height)
    }

    /// How the board is cut up.
    pub(super) fn board(&self, columns: usize) -> Grid {
        let columns = u16::try_from(columns).unwrap_or(u16::MAX).max(1);
        let Rect { width, height, .. } = self.list;
        let fit = if width < 60 {
            1
        } else {
            ((width + 1) / (CARD_LEAST + 1)).clamp(1, columns)
        };
        let head = if height >= 8 { 2 } else { 1 };
        let lines = height.saturating_sub(head);
        let card = if lines >= 9 { 3 } else { 2 };
        let gap = u16::from(lines >= 20);
        Grid {
            fit: fit.into(),
            width: ((width + 1) / fit).saturating_sub(1),
            head,
            card,
            gap,
            cards: ((lines + gap) / (card + gap)).max(1),
        }
    }
}

/// How the board is cut up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Grid {
    /// Columns shown at once.
    pub(super) fit: usize,
    /// Cells of a column; one blank lies between two.
    pub(super) width: u16,
    /// Rows of a column's head.
    pub(super) head: u16,
    /// Rows of a card.
    pub(super) card: u16,
    /// Blank rows between two cards.
    pub(super) gap: u16,
    /// Cards shown in a column.
    pub(super) cards: u16,
}

fn split_top(area: Rect, rows: u16) -> (Rect, Rect) {
    let rows = rows.min(area.height);
    let top = Rect {
        height: rows,
        ..area
    };
    let rest = Rect {
        y: area.y + rows,
        height: area.height - rows,
        ..area
    };
    (top, rest)
}

fn split_bottom(area: Rect, rows: u16) -> (Rect, Rect) {
    split_top(area, area.height.saturating_sub(rows))
}

fn split_right(area: Rect, cells: u16) -> (Rect, Rect) {
    let cells = cells.min(area.width);
    let left = Rect {
        width: area.width - cells,
        ..area
    };
    let right = Rect {
        x: left.right(),
        width: cells,
        ..area
    };
    (left, right)
}
