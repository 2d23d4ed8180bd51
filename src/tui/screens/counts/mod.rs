//! 6 统计: two fields against each other, shares, the trend by day, the figures that leaders report; every number opens
//! the list behind it.
//!
//! Needs the counts kept by the store, never the findings themselves; a list behind a figure asks for its own window.

mod behind;
mod cross;
mod reported;
mod shares;
mod state;
#[cfg(test)]
mod tests;
mod trend;
mod update;
mod view;

use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};

use crate::domain::query::Query;
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::screen::{Cx, Screen};

pub(crate) use state::Counts;
use state::Pane;

/// Where the panes lie. An area of no size is not shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Regions {
    /// The strip of tabs where there is room for one pane only.
    tabs: Rect,
    cross: Rect,
    shares: Rect,
    trend: Rect,
    reported: Rect,
}

/// Least size at which all panes stand side by side.
const ROOM_FOR_ALL: (u16, u16) = (120, 26);
/// Cells of the right-hand panes.
const RIGHT: u16 = 37;
/// Rows of the reported figures: twelve, their heads and the box.
const REPORTED: u16 = 15;

/// Whether all panes are seen at once.
fn all_shown(size: Size) -> bool {
    size.width >= ROOM_FOR_ALL.0 && size.height >= ROOM_FOR_ALL.1
}

fn regions(area: Rect, pane: Pane) -> Regions {
    if !all_shown(area.as_size()) {
        return alone(area, pane);
    }
    let left = area.width - RIGHT;
    let trend = (area.height / 3).clamp(8, 12);
    let cross = area.height - trend;
    let right = area.x + left;
    Regions {
        tabs: Rect::default(),
        cross: Rect::new(area.x, area.y, left, cross),
        trend: Rect::new(area.x, area.y + cross, left, trend),
        reported: Rect::new(right, area.y, RIGHT, REPORTED),
        shares: Rect::new(right, area.y + REPORTED, RIGHT, area.height - REPORTED),
    }
}

/// One pane under a strip of tabs.
fn alone(area: Rect, pane: Pane) -> Regions {
    let strip = area.height.min(1);
    let tabs = Rect {
        height: strip,
        ..area
    };
    let rest = Rect {
        y: area.y + strip,
        height: area.height - strip,
        ..area
    };
    let mut at = Regions {
        tabs,
        ..Regions::default()
    };
    match pane {
        Pane::Cross => at.cross = rest,
        Pane::Shares => at.shares = rest,
        Pane::Trend => at.trend = rest,
        Pane::Reported => at.reported = rest,
    }
    at
}

/// Rows of a pane's list: without its box, and without so many lines of heads and feet.
fn rows(size: Size, pane: Pane) -> u16 {
    let at = regions(Rect::new(0, 0, size.width, size.height), pane);
    let (area, others) = match pane {
        Pane::Cross => (at.cross, 1 + feet(at.cross.height)),
        Pane::Shares => (at.shares, 0),
        Pane::Trend => (at.trend, 0),
        Pane::Reported => (at.reported, 1),
    };
    area.height.saturating_sub(2 + others)
}

/// Rows under the table, of so many with its box: the sums and, where there is room, a remark.
const fn feet(rows: u16) -> u16 {
    if rows >= 9 { 2 } else { 1 }
}

/// Rows of the list behind a figure, which has the whole screen.
fn behind_rows(size: Size) -> u16 {
    size.height.saturating_sub(2)
}

impl Screen for Counts {
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
