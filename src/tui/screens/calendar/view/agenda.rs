//! The cursor day's agenda.

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::super::agenda::Line;
use super::super::period::Period;
use super::super::regions::agenda_parts;
use super::super::state::Calendar;
use crate::domain::calendar::DayKind;
use crate::text::cells;
use crate::tui::screen::Cx;
use crate::tui::widgets::event_line::event_sheet;
use crate::tui::widgets::finding_line::{due, place};
use crate::tui::widgets::{self, event_line, finding_line, paragraph};

pub(super) fn draw(
    it: &Calendar,
    period: Period,
    cx: &Cx<'_>,
    area: Rect,
    focused: bool,
    buf: &mut Buffer,
) {
    if area.is_empty() {
        return;
    }
    let day = it.at(period, cx);
    let village = it.agenda(period, cx).village.and(it.village(period, cx));
    let name = village.map(|row| row.name.as_str()).unwrap_or_default();
    let title = format!("{} {name}", cx.say.day_and_weekday(day));
    let number = cx.say.day_mark(period.number(day));
    widgets::pane(buf, area, cx.look, title.trim_end(), &number, focused);
    let parts = agenda_parts(area);
    let head = head(day, period, cx);
    cells::put(
        buf,
        parts.head.x,
        parts.head.y,
        parts.head.width,
        &cells::shorten(&head, parts.head.width.into()),
        cx.look.dim,
    );
    draw_lines(it, period, cx, parts.list, focused, buf);
    if !parts.detail.is_empty() {
        let rule = "─".repeat(parts.detail.width.into());
        let strip = parts.detail;
        cells::put(buf, strip.x, strip.y, strip.width, &rule, cx.look.line);
        let rest = Rect {
            y: strip.y + 1,
            height: strip.height - 1,
            ..strip
        };
        selected(it, period, cx, rest, buf);
    }
}

/// The selected one whole, in a box of its own.
pub(super) fn draw_selected(
    it: &Calendar,
    period: Period,
    cx: &Cx<'_>,
    area: Rect,
    buf: &mut Buffer,
) {
    let day = it.at(period, cx);
    let title = cx.say.day_and_weekday(day);
    let right = head(day, period, cx);
    let inside = widgets::pane(buf, area, cx.look, &title, &right, false);
    selected(it, period, cx, inside, buf);
}

/// 第15天 · 工作日 · 距撤离 20 天
fn head(day: NaiveDate, period: Period, cx: &Cx<'_>) -> String {
    let say = cx.say;
    let kind = match cx.book.holidays.kind(day) {
        DayKind::Workday => say.workday(),
        DayKind::Weekend => say.weekend_day(),
        DayKind::Holiday => say.holiday_day(),
        DayKind::MakeUp => say.make_up_day(),
    };
    let left = match (period.end - day).num_days() {
        0 => say.last_day_on_site().to_owned(),
        n => say.days_to_withdrawal(n),
    };
    format!("{kind} · {left}")
}

fn draw_lines(
    it: &Calendar,
    period: Period,
    cx: &Cx<'_>,
    area: Rect,
    focused: bool,
    buf: &mut Buffer,
) {
    let lines = it.lines(period, cx);
    let state = it.item.list();
    let len = u32::try_from(lines.len()).unwrap_or(u32::MAX);
    widgets::list(
        buf,
        area,
        cx.look,
        state,
        len,
        focused,
        |buf, strip, index, style| {
            let Some(shown) = lines.get(index as usize) else {
                return;
            };
            // Before anything can be selected the cursor stands on a heading: it is not shown there.
            let selected = shown.item().is_some() && shown.item() == it.item.key();
            let style = if selected { style } else { cx.look.text };
            buf.set_style(strip, Style::reset());
            buf.set_style(strip, style);
            let marked = shown.item().is_some_and(|item| it.item.is_marked(item));
            let marks = it.item.has_marks();
            let strip = widgets::mark(buf, strip, cx.look.mark, marks, marked);
            draw_line(buf, strip, cx, shown, style, selected);
        },
    );
}

fn draw_line(
    buf: &mut Buffer,
    strip: Rect,
    cx: &Cx<'_>,
    shown: &Line<'_>,
    style: Style,
    selected: bool,
) {
    match shown {
        Line::Event(row) => event_line(buf, strip, cx, row, style, false),
        Line::Finding(row) => finding_line(buf, strip, cx, row, style),
        _ => {
            let role = match shown {
                Line::Half(_) | Line::Due(_) => cx.look.title,
                Line::Free => cx.look.dim,
                _ => cx.look.text,
            };
            let style = if selected { style } else { role };
            let text = cells::shorten(&said(cx, shown), strip.width.into());
            cells::put(buf, strip.x, strip.y, strip.width, &text, style);
        }
    }
}

/// What a line says that is no event and no finding.
pub(super) fn said(cx: &Cx<'_>, line: &Line<'_>) -> String {
    let say = cx.say;
    match line {
        Line::Half(half) => say.half(*half).to_owned(),
        Line::Free => say.nothing_planned().to_owned(),
        Line::Due(n) => say.due_that_day(*n),
        Line::MoreDue(n) => say.more_due(*n),
        Line::Noted(n) => say.noted_that_day(*n),
        Line::Closed(n) => say.closed_that_day(*n),
        Line::Visits(n) => say.visits_that_day(*n),
        Line::Event(_) | Line::Finding(_) => String::new(),
    }
}

/// The selected event or finding with all it says.
fn selected(it: &Calendar, period: Period, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    if let Some(event) = it.event(period, cx) {
        event_sheet(buf, area, cx, event);
    } else if let Some(row) = it.finding(period, cx) {
        let facts = [
            cx.say.stage(row.stage),
            &due(row, cx),
            place(row),
            &row.handler_name,
        ];
        let facts: Vec<&str> = facts.into_iter().filter(|it| !it.is_empty()).collect();
        let text = format!("{} {}\n{}", row.number, row.title, facts.join(" · "));
        paragraph(buf, area, &text, cx.look.text);
    }
}
