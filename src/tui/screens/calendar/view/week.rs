//! A week: seven days beside each other with their events; in a narrow window under each other.

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::super::agenda::{Agenda, Line};
use super::super::cell::Day;
use super::super::period::Period;
use super::super::state::Calendar;
use super::agenda::said;
use super::words;
use crate::text::cells;
use crate::tui::screen::Cx;
use crate::tui::widgets::event_line::{event_title, sign_style};
use crate::tui::widgets::finding_line::{urgency, urgency_style};
use crate::tui::widgets::{self, line, row_style};

/// Narrower columns are no longer read: then the cursor's day alone is shown.
const NARROWEST: u16 = 8;

pub(super) fn draw(it: &Calendar, period: Period, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    if area.is_empty() {
        return;
    }
    let at = it.at(period, cx);
    let week = period.week(period.week_of(at));
    let (Some(first), Some(last)) = (week.first(), week.last()) else {
        return;
    };
    let say = cx.say;
    let title = say.week_title(&say.day(*first), &say.day(*last));
    let inside = widgets::pane(buf, area, cx.look, &title, say.cell_legend(), true);
    let wide = ((inside.width + 1) / 7).saturating_sub(1);
    if wide < NARROWEST {
        column(it, period, at, cx, inside, buf);
        return;
    }
    for (x, day) in (0..).zip(week) {
        let left = inside.x + x * (wide + 1);
        let strip = Rect::new(left, inside.y, wide, inside.height);
        column(it, period, day, cx, strip, buf);
        if x < 6 {
            for y in inside.top()..inside.bottom() {
                cells::put(buf, left + wide, y, 1, "│", cx.look.line);
            }
        }
    }
}

/// One day: its head and its lines.
fn column(
    it: &Calendar,
    period: Period,
    day: NaiveDate,
    cx: &Cx<'_>,
    area: Rect,
    buf: &mut Buffer,
) {
    let is_at = day == it.at(period, cx);
    let head = line(area, 0);
    let over = is_at.then(|| row_style(cx.look, true, true));
    if let Some(style) = over {
        buf.set_style(head, style);
    }
    let day_words = Day::of(day, period, cx).lines(area.width.into(), 2);
    if let Some(first) = day_words.first() {
        words(buf, head, cx.look, first, over);
    }
    if !period.has(day) {
        return;
    }
    let rest = Rect {
        y: area.y.saturating_add(1),
        height: area.height.saturating_sub(1),
        ..area
    };
    let lines = if is_at {
        it.lines(period, cx)
    } else {
        let agenda = Agenda { day, village: None };
        let count = Calendar::count(day, period, cx);
        let tally = count.map(super::super::agenda::Tally::of);
        agenda.lines(tally.unwrap_or_default(), cx)
    };
    let top = if is_at {
        it.item.list().top as usize
    } else {
        0
    };
    let shown = lines.iter().skip(top);
    for (dy, shown) in (0..rest.height).zip(shown) {
        let selected = is_at && shown.item().is_some() && shown.item() == it.item.key();
        let over = selected.then(|| row_style(cx.look, true, true));
        let marked = shown.item().is_some_and(|item| it.item.is_marked(item));
        let marks = is_at && it.item.has_marks();
        let strip = widgets::mark(buf, line(rest, dy), cx.look.mark, marks, marked);
        draw_line(buf, strip, cx, shown, over);
    }
    let hidden = lines.len().saturating_sub(top + usize::from(rest.height));
    if hidden > 0 && rest.height > 0 && !is_at {
        let text = cells::fit(&format!("… +{}", hidden + 1), rest.width.into());
        let last = line(rest, rest.height - 1);
        cells::put(buf, last.x, last.y, last.width, &text, cx.look.dim);
    }
}

fn draw_line(buf: &mut Buffer, strip: Rect, cx: &Cx<'_>, shown: &Line<'_>, over: Option<Style>) {
    let (text, style) = match shown {
        Line::Event(row) => (
            format!("{}{}", cx.say.event_sign(row.status), event_title(row)),
            sign_style(cx.look, row.status),
        ),
        Line::Finding(row) => {
            let urgency = urgency(row, cx);
            (
                format!("{}{}", cx.say.urgency_sign(urgency), row.title),
                urgency_style(cx.look, urgency),
            )
        }
        Line::Half(_) | Line::Due(_) => (said(cx, shown), cx.look.title),
        Line::Free => ("·".to_owned(), cx.look.dim),
        _ => (said(cx, shown), cx.look.dim),
    };
    let style = over.unwrap_or(style);
    let text = cells::fit(&text, strip.width.into());
    cells::put(buf, strip.x, strip.y, strip.width, &text, style);
}
