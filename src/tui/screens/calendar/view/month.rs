//! The period as whole weeks; where there is no room for them, as days under each other.

use chrono::{Datelike, NaiveDate};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::super::cell::Day;
use super::super::period::Period;
use super::super::regions::{Weeks, weeks};
use super::super::state::Calendar;
use super::words;
use crate::text::cells;
use crate::tui::look::Look;
use crate::tui::screen::Cx;
use crate::tui::widgets::{self, ListState, line, row_style};

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
    let say = cx.say;
    let span = say.period_span(&say.day(period.start), &say.day(period.end));
    let title = format!("{} {span}", say.calendar_title());
    let inside = widgets::pane(buf, area, cx.look, &title, say.cell_legend(), focused);
    let at = it.at(period, cx);
    match weeks(inside, period, period.week_of(at)) {
        Some(grid) => draw_weeks(&grid, period, at, cx, inside, focused, buf),
        None => draw_days(period, at, cx, inside, focused, buf),
    }
}

fn draw_weeks(
    grid: &Weeks,
    period: Period,
    at: NaiveDate,
    cx: &Cx<'_>,
    inside: Rect,
    focused: bool,
    buf: &mut Buffer,
) {
    let look = cx.look;
    let column = |day: usize| inside.x + cells::to_u16(day) * (grid.cell + 1);
    for (at, day) in period.week(0).into_iter().enumerate() {
        let name = cells::center(cx.say.weekday(day.weekday()), grid.cell.into());
        cells::put(buf, column(at), inside.y, grid.cell, &name, look.title);
    }
    for nth in 0..grid.shown {
        let top = inside.y + 1 + nth * grid.lines;
        let content = grid.lines - u16::from(grid.rule);
        lines_around(buf, grid, inside, top, look, nth + 1 == grid.shown);
        for (x, day) in period.week(grid.first + nth).into_iter().enumerate() {
            let cell = Rect::new(column(x), top, grid.cell, content);
            let style = (day == at).then(|| row_style(look, true, focused));
            draw_cell(buf, cell, cx, &Day::of(day, period, cx), style);
        }
    }
}

fn draw_cell(buf: &mut Buffer, cell: Rect, cx: &Cx<'_>, day: &Day<'_>, cursor: Option<Style>) {
    if let Some(style) = cursor {
        buf.set_style(cell, style);
    }
    let lines = day.lines(cell.width.into(), cell.height.into());
    for (y, line_words) in (0..).zip(&lines) {
        words(buf, line(cell, y), cx.look, line_words, cursor);
    }
}

/// The lines between the days of a week, and under it.
fn lines_around(
    buf: &mut Buffer,
    grid: &Weeks,
    inside: Rect,
    top: u16,
    look: &Look,
    is_last: bool,
) {
    let cell = grid.cell;
    let bottom = top + grid.lines - 1;
    for day in 0..6 {
        let x = inside.x + day * (cell + 1) + cell;
        let down = if grid.rule { bottom } else { bottom + 1 };
        for y in top..down {
            cells::put(buf, x, y, 1, "│", look.line);
        }
    }
    if grid.rule && !is_last {
        let dash = "─".repeat(cell.into());
        let rule = vec![dash; 7].join("┼");
        cells::put(buf, inside.x, bottom, inside.width, &rule, look.line);
    }
}

fn draw_days(
    period: Period,
    at: NaiveDate,
    cx: &Cx<'_>,
    inside: Rect,
    focused: bool,
    buf: &mut Buffer,
) {
    let place = |n: i64| u32::try_from(n).unwrap_or(0);
    let cursor = place(period.number(at) - 1);
    let mut state = ListState::at(cursor);
    // The cursor's day stands in the middle as long as there are days around it.
    state.top = cursor.saturating_sub(u32::from(inside.height / 2));
    let len = place(period.len());
    widgets::list(
        buf,
        inside,
        cx.look,
        state,
        len,
        focused,
        |buf, strip, index, style| {
            let Some(day) = period.days().nth(index as usize) else {
                return;
            };
            let over = (index == cursor).then_some(style);
            words(
                buf,
                strip,
                cx.look,
                &spread(&Day::of(day, period, cx)),
                over,
            );
        },
    );
}

/// The words of a day's line with blanks between.
fn spread(day: &Day<'_>) -> Vec<super::Word> {
    let mut line = Vec::new();
    for mut word in day.line() {
        word.text.push(' ');
        line.push(word);
    }
    line
}
