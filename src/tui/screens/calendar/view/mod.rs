//! Draws the calendar.

mod agenda;
mod matrix;
mod month;
mod week;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::cell::{Role, Word};
use super::period::Period;
use super::regions::regions;
use super::state::{Calendar, Focus, Shape};
use crate::text::cells;
use crate::tui::look::Look;
use crate::tui::screen::Cx;
use crate::tui::widgets;

pub(super) fn draw(it: &Calendar, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let Some(period) = Period::of(cx) else {
        let inside = widgets::pane(buf, area, cx.look, cx.say.calendar_title(), "", true);
        widgets::note(buf, inside, cx.look, cx.say.no_round_yet());
        return;
    };
    let places = regions(area, it.shape, it.focus);
    let focused = it.focus == Focus::Grid;
    match it.shape {
        Shape::Month => month::draw(it, period, cx, places.grid, focused, buf),
        Shape::Week => week::draw(it, period, cx, places.grid, buf),
        Shape::Matrix => matrix::draw(it, period, cx, places.grid, focused, buf),
    }
    match it.shape {
        Shape::Week if !places.agenda.is_empty() => {
            agenda::draw_selected(it, period, cx, places.agenda, buf);
        }
        _ => agenda::draw(it, period, cx, places.agenda, !focused, buf),
    }
}

/// The colour of a word in a cell.
fn role(look: &Look, role: Role) -> Style {
    match role {
        Role::Plain => look.text,
        Role::Rest => look.rest,
        Role::Today => look.today,
        Role::Key => look.key,
        Role::Good => look.good,
        Role::Warn => look.warn,
        Role::Bad => look.bad,
    }
}

/// Words beside each other from the left; the strip's own style, where it has one, wins over theirs.
fn words(buf: &mut Buffer, strip: Rect, look: &Look, words: &[Word], over: Option<Style>) {
    let mut x = strip.x;
    for word in words {
        if x >= strip.right() {
            break;
        }
        let style = over.unwrap_or_else(|| role(look, word.role));
        let room = strip.right() - x;
        let text = cells::shorten(&word.text, room.into());
        x += cells::put(buf, x, strip.y, room, &text, style);
        if text.ends_with('…') && text != word.text {
            // One sign is enough for all that follows.
            break;
        }
    }
}
