//! 7 记录: every change, newest first: who, when, what it did to what; beside it what it changed, from → to.
//!
//! Needs windows of the log and the entry under the cursor.

mod entry;
mod state;
#[cfg(test)]
mod tests;
mod update;
mod view;

use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};

use crate::domain::query::Query;
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::screen::{Cx, Screen};

use state::Focus;
pub(crate) use state::History;

/// Where the list and the entry lie. An area of no size is not shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Regions {
    list: Rect,
    entry: Rect,
}

fn regions(area: Rect, focus: Focus) -> Regions {
    if area.width >= 120 {
        let left = area.width - area.width * 2 / 5;
        return Regions {
            list: Rect {
                width: left,
                ..area
            },
            entry: Rect {
                x: area.x + left,
                width: area.width - left,
                ..area
            },
        };
    }
    if area.width >= 80 && area.height >= 16 {
        let top = area.height / 2;
        return Regions {
            list: Rect {
                height: top,
                ..area
            },
            entry: Rect {
                y: area.y + top,
                height: area.height - top,
                ..area
            },
        };
    }
    let (list, entry) = match focus {
        Focus::List => (area, Rect::default()),
        Focus::Entry => (Rect::default(), area),
    };
    Regions { list, entry }
}

/// Rows of the list and of the entry, and the entry's cells across, without their boxes.
fn insides(size: Size, focus: Focus) -> (u16, u16, u16) {
    let at = regions(Rect::new(0, 0, size.width, size.height), focus);
    (
        at.list.height.saturating_sub(2),
        at.entry.height.saturating_sub(2),
        // One cell stays free for the mark of what lies below.
        at.entry.width.saturating_sub(3),
    )
}

impl Screen for History {
    fn needs(&self, cx: &Cx<'_>) -> Vec<Query> {
        self.asks(cx)
    }

    fn settle(&mut self, cx: &Cx<'_>) {
        self.follow(cx);
    }

    fn verbs(&self, cx: &Cx<'_>) -> Vec<Action> {
        self.likely(cx)
    }

    fn update(&mut self, action: Action, cx: &Cx<'_>) -> Option<Vec<Effect>> {
        let effects = self.hear(action, cx);
        self.follow(cx);
        effects
    }

    fn view(&self, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
        view::draw(self, cx, area, buf);
    }
}
