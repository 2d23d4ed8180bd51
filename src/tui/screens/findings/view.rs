//! Draws the findings screen.

mod board;
mod chips;
mod detail;
mod empty;
mod table;

pub(crate) use detail::whole;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::place::place;
use super::state::{Findings, Focus, Shape};
use crate::domain::answer::Total;
use crate::text::cells;
use crate::tui::screen::Cx;
use crate::tui::widgets::finding_line::short_number;

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

/// Lets the words of the filter stand out in a text that was drawn from `x` on.
fn light_up(
    words: &str,
    cx: &Cx<'_>,
    (text, style): (&str, Style),
    (x, y, right): (u16, u16, u16),
    buf: &mut Buffer,
) {
    for word in words.split_whitespace() {
        let mut at = x;
        let mut parts = text.split(word).peekable();
        while let Some(part) = parts.next() {
            at = at.saturating_add(cells::to_u16(cells::width(part)));
            if parts.peek().is_none() {
                break;
            }
            let room = right.saturating_sub(at);
            at += cells::put(buf, at, y, room, word, style.patch(cx.look.hit));
        }
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
