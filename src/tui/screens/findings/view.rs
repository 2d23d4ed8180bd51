//! Draws the findings screen.

mod board;
mod chips;
mod detail;
mod empty;
mod table;

pub(crate) use detail::whole;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::place::place;
use super::state::{Findings, Focus, Shape};
use crate::domain::answer::Total;
use crate::tui::screen::Cx;

/// Draws all of it.
pub(super) fn draw(screen: &Findings, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let area = area.intersection(buf.area);
    let place = place(area, screen.shape, screen.focus);
    chips::draw(screen, cx, place.chips, buf);
    if !place.list.is_empty() {
        match screen.shape {
            Shape::Table => table::draw(screen, cx, &place, buf),
            Shape::Board => board::draw(screen, cx, &place, buf),
        }
    }
    if !place.detail.is_empty() {
        detail::draw(screen, cx, &place, screen.focus != Focus::List, buf);
    }
}

/// `41`, or `2000+` where counting stopped.
fn total(total: Total) -> String {
    let more = if total.more { "+" } else { "" };
    format!("{}{more}", total.n)
}

/// The sum of several.
fn sum(totals: impl Iterator<Item = Total>) -> Total {
    totals.fold(Total::default(), |all, one| Total {
        n: all.n.saturating_add(one.n),
        more: all.more || one.more,
    })
}
