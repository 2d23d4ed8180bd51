//! How a form looks. Colour never speaks alone: the focus has a sign, an error a sentence.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::field::{Field, Value};
use super::hint::{self, Hint};
use super::layout::{Place, Plan, sentence};
use super::{Form, kinds};
use crate::text::cells::{self, to_u16};
use crate::tui::overlay::boxed;
use crate::tui::overlay::picker::{choice, view as picker};
use crate::tui::screen::Cx;
use crate::tui::widgets;

/// Draws the form and says where the caret stands.
pub(super) fn view(form: &Form, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let area = area.intersection(buf.area);
    if area.is_empty() {
        return None;
    }
    let plan = form.plan(cx, area);
    boxed::clear(buf, plan.frame, cx);
    let title = kinds::title(&form.kind, cx);
    let right = if form.dirty() {
        cx.say.form_unsaved()
    } else {
        ""
    };
    widgets::pane(buf, plan.frame, cx.look, &title, right, true);
    let caret = fields(form, &plan, cx, buf);
    say_hint(&hint::of(form, cx), plan.hint, cx, buf);
    let keys = cells::hints(hint::keys(form, cx), plan.keys.width.into());
    cells::put(
        buf,
        plan.keys.x,
        plan.keys.y,
        plan.keys.width,
        &keys,
        cx.look.dim,
    );
    if let (Some(list), Some(field)) = (&form.list, form.fields.get(form.focus)) {
        return picker::view(list, &field.label, cx, area, buf);
    }
    caret
}

fn say_hint(hint: &Hint, area: Rect, cx: &Cx<'_>, buf: &mut Buffer) {
    let style = match hint {
        Hint::Plain(_) => cx.look.dim,
        Hint::Good(_) => cx.look.key,
        Hint::Warn(_) => cx.look.warn,
        Hint::Bad(_) => cx.look.bad,
    };
    let lines = cells::wrap_in(hint.text(), area.width.into(), area.height.into());
    for (line, y) in lines.iter().zip(area.y..) {
        cells::put(buf, area.x, y, area.width, line, style);
    }
}

fn fields(form: &Form, plan: &Plan, cx: &Cx<'_>, buf: &mut Buffer) -> Option<Position> {
    let top = plan.scroll(form.focus);
    let mut caret = None;
    for place in &plan.places {
        let Some(place) = shown(place, top, plan.fields) else {
            continue;
        };
        let here = place.at == form.focus;
        let at = match form.fields.get(place.at) {
            Some(field) => one(field, here, &place, plan, cx, buf),
            None => save_line(here, place.area, cx, buf),
        };
        if here {
            caret = at;
        }
    }
    more_marks(plan, top, cx, buf);
    caret
}

/// A place as the window shows it; `None` if it lies outside.
fn shown(place: &Place, top: u16, window: Rect) -> Option<Place> {
    let end = top.saturating_add(window.height);
    if place.area.bottom() <= top || place.area.y >= end {
        return None;
    }
    let first = place.area.y.max(top);
    let rows = place.rows.checked_sub(first - place.area.y)?;
    let area = Rect::new(
        window.x + place.area.x,
        window.y + (first - top),
        place.area.width,
        place.area.bottom().min(end) - first,
    )
    .intersection(window);
    let rows = rows.min(area.height);
    (!area.is_empty() && rows > 0).then_some(Place {
        area,
        rows,
        ..*place
    })
}

/// Says at the right edge that there is more above or below.
fn more_marks(plan: &Plan, top: u16, cx: &Cx<'_>, buf: &mut Buffer) {
    let area = plan.fields;
    let all = plan
        .places
        .iter()
        .map(|place| place.area.bottom())
        .max()
        .unwrap_or(0);
    if area.is_empty() {
        return;
    }
    let x = plan.frame.right().saturating_sub(1);
    if top > 0 {
        cells::put(buf, x, area.y, 1, "▲", cx.look.key);
    }
    if all > top + area.height {
        cells::put(buf, x, area.bottom() - 1, 1, "▼", cx.look.key);
    }
}

fn one(
    field: &Field,
    here: bool,
    place: &Place,
    plan: &Plan,
    cx: &Cx<'_>,
    buf: &mut Buffer,
) -> Option<Position> {
    let look = cx.look;
    let area = place.area;
    let style = match (field.error.is_some(), here) {
        (true, _) => look.bad,
        (_, true) => look.title,
        _ => look.dim,
    };
    let sign = match (here, field.error.is_some()) {
        (true, _) => "> ",
        (_, true) => "! ",
        _ => "  ",
    };
    let star = if field.required { "*" } else { "" };
    let label = cells::fit(&format!("{}{star}", field.label), plan.label.into());
    cells::put(
        buf,
        area.x,
        area.y,
        area.width,
        &format!("{sign}{label}"),
        style,
    );
    let value = plan.value(place);
    let caret = draw(field, here, value, cx, buf);
    let lines = sentence(field, value.width);
    for (line, y) in lines.iter().zip(area.y + place.rows..area.bottom()) {
        cells::put(buf, value.x, y, value.width, line, look.bad);
    }
    caret
}

fn draw(field: &Field, here: bool, area: Rect, cx: &Cx<'_>, buf: &mut Buffer) -> Option<Position> {
    let area = area.intersection(buf.area);
    if area.is_empty() {
        return None;
    }
    let look = cx.look;
    let start = Position::new(area.x, area.y);
    let put = |buf: &mut Buffer, text: &str, style: Style| {
        let text = cells::shorten(text, area.width.into());
        cells::put(buf, area.x, area.y, area.width, &text, style);
    };
    match &field.value {
        Value::Line(line) | Value::Date(line) | Value::Number(line) => {
            if line.text().is_empty() {
                put(buf, &field.blank, look.dim);
                return here.then_some(start);
            }
            if !here {
                put(buf, line.text(), look.text);
                return None;
            }
            let (text, caret) = line.window(area.width.into());
            let style = boxed::typed_style(line.is_selected(), cx);
            cells::put(buf, area.x, area.y, area.width, text, style);
            Some(Position::new(area.x + to_u16(caret), area.y))
        }
        Value::Body(body) => {
            let caret = body.view(look, area, buf);
            if body.is_empty() {
                put(buf, &field.blank, look.dim);
            }
            caret.filter(|_| here)
        }
        Value::One { choices, none, now } => {
            let text = choice::label(*now, choices, cx);
            let empty = text.is_empty();
            let text = if empty {
                none.as_deref().unwrap_or("…")
            } else {
                &text
            };
            chosen(text, empty, here, area, cx, buf);
            here.then_some(start)
        }
        Value::Many { choices, now, .. } => {
            let names: Vec<String> = now
                .iter()
                .map(|key| choice::label(*key, choices, cx))
                .collect();
            let text = names.join(cx.say.pick("、", ", "));
            let empty = text.is_empty();
            let text = if empty { cx.say.pick_none() } else { &text };
            chosen(text, empty, here, area, cx, buf);
            here.then_some(start)
        }
        Value::Flag(on) => {
            let text = if *on {
                cx.say.flag_on()
            } else {
                cx.say.flag_off()
            };
            put(buf, text, if here { look.cursor } else { look.text });
            here.then_some(start)
        }
    }
}

/// A choice; with the focus it stands between signs that say that it can be turned.
fn chosen(text: &str, empty: bool, here: bool, area: Rect, cx: &Cx<'_>, buf: &mut Buffer) {
    let room = usize::from(area.width);
    let (text, style) = match (here, empty) {
        (true, _) => {
            let text = cells::shorten(text, room.saturating_sub(4));
            (format!("< {text} >"), cx.look.cursor)
        }
        (_, true) => (cells::shorten(text, room), cx.look.dim),
        _ => (cells::shorten(text, room), cx.look.text),
    };
    cells::put(buf, area.x, area.y, area.width, &text, style);
}

fn save_line(here: bool, area: Rect, cx: &Cx<'_>, buf: &mut Buffer) -> Option<Position> {
    let sign = if here { "> " } else { "  " };
    let used = cells::put(buf, area.x, area.y, area.width, sign, cx.look.title);
    let style = if here { cx.look.cursor } else { cx.look.key };
    let room = area.width.saturating_sub(used);
    cells::put(buf, area.x + used, area.y, room, cx.say.form_save(), style);
    None
}
