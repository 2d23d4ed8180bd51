//! Where things lie.

use ratatui::layout::Rect;

/// The panes, each with its box. An area of no size is not shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Regions {
    pub(super) list: Rect,
    pub(super) detail: Rect,
}

/// The detail beside the list, in a narrow but high window below it, in a small one not at all.
pub(super) fn regions(area: Rect) -> Regions {
    let (beside, below) = match (area.width, area.height) {
        (100.., _) => (area.width * 2 / 5, 0),
        (80.., _) => (30, 0),
        (_, 20..) => (0, 8),
        _ => (0, 0),
    };
    let list = Rect {
        width: area.width - beside,
        height: area.height - below,
        ..area
    };
    let detail = if beside > 0 {
        Rect {
            x: list.right(),
            width: beside,
            ..area
        }
    } else {
        Rect {
            y: list.bottom(),
            height: below,
            ..area
        }
    };
    Regions { list, detail }
}
