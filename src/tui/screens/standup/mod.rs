//! 5 例会: the members one after the other with the five parts of their day, and the minutes with the figures.
//!
//! Needs the meeting's day, that of the workday before (its action items, figures to compare) and the selected finding.

mod minutes;
mod state;
#[cfg(test)]
mod tests;
mod update;
mod view;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::query::Query;
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::screen::{Cx, Screen};
use crate::tui::widgets::pane;

pub(crate) use state::Standup;

/// Which pane hears the arrows up and down.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Focus {
    /// The member's day.
    #[default]
    Day,
    Minutes,
}

/// Where things lie. An area of no size is not shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Regions {
    /// One row: the day, the team, their figures.
    head: Rect,
    /// All members with their counts: a box with a table, or rows without one.
    members: Rect,
    /// Whether the members stand one after the other in rows instead of under each other.
    strip: bool,
    day: Rect,
    /// The selected line, whole.
    detail: Rect,
    minutes: Rect,
}

/// From this width on all panes stand side by side.
const WIDE: u16 = 120;
/// Rows that the selected line takes where it is shown whole, with its box.
const DETAIL: u16 = 7;
/// Cells of a member in a strip.
const MEMBER: u16 = 26;

fn regions(area: Rect, members: usize, focus: Focus) -> Regions {
    let (head, rest) = split(area, 1);
    let members = u16::try_from(members).unwrap_or(u16::MAX);
    if area.width < WIDE {
        return narrow(head, rest, members, focus);
    }
    let left = Rect { width: 48, ..rest };
    let right = Rect {
        x: rest.x + left.width,
        width: rest.width - left.width,
        ..rest
    };
    // A box and a row of column heads around them; the minutes keep the larger half.
    let (table, minutes) = split(left, members.saturating_add(3).min(rest.height * 2 / 5));
    let (day, detail) = with_detail(right, 20);
    Regions {
        head,
        members: table,
        strip: false,
        day,
        detail,
        minutes,
    }
}

fn narrow(head: Rect, rest: Rect, members: u16, focus: Focus) -> Regions {
    let in_row = (rest.width / MEMBER).max(1);
    let wanted = members.div_ceil(in_row);
    let (strip, rest) = split(rest, wanted.min(rest.height / 6).max(1));
    let (day, detail, minutes) = match focus {
        Focus::Day => {
            let (day, detail) = with_detail(rest, 24);
            (day, detail, Rect::default())
        }
        Focus::Minutes => (Rect::default(), Rect::default(), rest),
    };
    Regions {
        head,
        members: strip,
        strip: true,
        day,
        detail,
        minutes,
    }
}

/// The selected line is shown whole where so many rows are there.
fn with_detail(area: Rect, least: u16) -> (Rect, Rect) {
    if area.height < least {
        return (area, Rect::default());
    }
    split(area, area.height - DETAIL)
}

/// The first rows of an area and the others.
fn split(area: Rect, rows: u16) -> (Rect, Rect) {
    let rows = rows.min(area.height);
    let above = Rect {
        height: rows,
        ..area
    };
    let below = Rect {
        y: area.y.saturating_add(rows),
        height: area.height - rows,
        ..area
    };
    (above, below)
}

fn regions_of(screen: &Standup, cx: &Cx<'_>) -> Regions {
    let area = Rect::new(0, 0, cx.size.width, cx.size.height);
    regions(area, screen.members(cx).len(), screen.focus)
}

fn inner_rows(area: Rect) -> u16 {
    pane::inner(area).height
}

/// Cells of a line in a pane; the last column is the scroll mark's.
fn inner_width(area: Rect) -> u16 {
    pane::inner(area).width.saturating_sub(1)
}

impl Screen for Standup {
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
