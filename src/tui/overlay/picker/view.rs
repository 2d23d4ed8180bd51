//! How a list to choose from looks: a box with the line typed, the rows, and what can be done.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::choice::Row;
use super::list::List;
use crate::text::cells::{self, cut, to_u16, width};
use crate::tui::overlay::boxed;
use crate::tui::screen::Cx;
use crate::tui::widgets;

/// Cells a list of asked rows takes where there is room.
const ASKED: usize = 64;
/// Rows of such a list.
const ASKED_ROWS: u16 = 12;
/// Cells around a row: the edges, the sign, the digit.
const AROUND: usize = 9;
/// Rows shown at most.
const ROWS: u16 = 16;

/// Draws the list in the middle of `area` and says where the caret stands.
pub(crate) fn view(
    list: &List,
    title: &str,
    cx: &Cx<'_>,
    area: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    let rows = list.rows(cx);
    let area = place(list, title, cx, area);
    boxed::clear(buf, area, cx);
    let inside = widgets::pane(buf, area, cx.look, title, "", true);
    if inside.is_empty() {
        return None;
    }
    let (top, bottom) = (1, u16::from(inside.height > 2));
    let body = Rect {
        y: inside.y + top,
        height: inside.height.saturating_sub(top + bottom),
        ..inside
    };
    widgets::list(
        buf,
        body,
        cx.look,
        list.state,
        u32::try_from(rows.len()).unwrap_or(u32::MAX),
        true,
        |buf, strip, index, style| {
            let at = usize::try_from(index).unwrap_or(0);
            if let Some(row) = rows.get(at) {
                let style = if row.barred.is_some() {
                    cx.look.dim
                } else {
                    style
                };
                draw(list, &rows, at, row, strip, buf, style, cx);
            }
        },
    );
    if rows.is_empty() {
        let text = if list.needs(cx).iter().all(|query| cx.answers.has(query)) {
            cx.say.pick_nothing_found()
        } else {
            cx.say.pick_looking()
        };
        widgets::note(buf, body, cx.look, text);
    }
    if bottom > 0 {
        hint(list, cx, widgets::line(inside, inside.height - 1), buf);
    }
    Some(filter_line(list, cx, inside, buf))
}

/// Where it lies; it does not jump while one types.
fn place(list: &List, title: &str, cx: &Cx<'_>, area: Rect) -> Rect {
    let all = list.rows_for("", cx);
    let widest = all
        .iter()
        .map(|row| width(&row.label) + width(&row.note) + 2)
        .max()
        .unwrap_or(0);
    let (wide, high) = if list.choices.is_asked() {
        (ASKED, ASKED_ROWS)
    } else {
        ((widest + AROUND).clamp(58, 96), to_u16(all.len()).min(ROWS))
    };
    let wide = to_u16(wide.max(width(title) + 6)).min(area.width);
    let high = high.max(1).saturating_add(4).min(area.height);
    Rect::new(
        area.x + (area.width - wide) / 2,
        area.y + (area.height - high) / 3,
        wide,
        high,
    )
}

fn filter_line(list: &List, cx: &Cx<'_>, inside: Rect, buf: &mut Buffer) -> Position {
    let label = cx.say.pick_filter();
    let used = cells::put(buf, inside.x, inside.y, inside.width, label, cx.look.dim);
    let room = inside.width.saturating_sub(used);
    let (shown, caret) = list.line.window(room.into());
    cells::put(buf, inside.x + used, inside.y, room, shown, cx.look.text);
    let x = inside.x + used + to_u16(caret);
    Position::new(x.min(inside.right().saturating_sub(1)), inside.y)
}

#[expect(
    clippy::too_many_arguments,
    reason = "a row of a list: what, where, how"
)]
fn draw(
    list: &List,
    rows: &[Row],
    at: usize,
    row: &Row,
    strip: Rect,
    buf: &mut Buffer,
    style: ratatui::style::Style,
    cx: &Cx<'_>,
) {
    let here = usize::try_from(list.state.cursor).is_ok_and(|cursor| cursor == at);
    let digit = list.digit(rows, at).map_or(' ', |digit| digit);
    let tick = match (list.is_many(), list.is_ticked(row.key)) {
        (true, true) => "[x] ",
        (true, false) => "[ ] ",
        _ => "",
    };
    let sign = if here { '>' } else { ' ' };
    let bar = if row.barred.is_some() { "× " } else { "" };
    let text = format!("{sign}{digit} {tick}{bar}{}", row.label);
    let used = cells::put(buf, strip.x, strip.y, strip.width, &text, style);
    let note = row.barred.as_deref().unwrap_or(&row.note);
    let room = strip.width.saturating_sub(used + 2);
    if !note.is_empty() && room > 2 {
        let (note, wide) = cut(note, room.into());
        let style = if here { style } else { cx.look.dim };
        let x = strip.right() - to_u16(wide) - 1;
        cells::put(buf, x, strip.y, room, note, style);
    }
}

fn hint(list: &List, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let keys = match list {
        list if list.is_many() => cx.say.pick_keys_many(),
        list if list.choices.has_digits() => cx.say.pick_keys_typed(),
        _ => cx.say.pick_keys(),
    };
    let room = area.width.into();
    let (text, style) = match &list.refused {
        Some(why) => (cells::shorten(why, room), cx.look.bad),
        None => (cells::hints(keys, room), cx.look.dim),
    };
    cells::put(buf, area.x, area.y, area.width, &text, style);
}
