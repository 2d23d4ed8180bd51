//! Village × day: a sign for the events, a digit for the findings.

use chrono::{Datelike, Duration, NaiveDate, Weekday};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::super::period::Period;
use super::super::regions::{Columns, DAY, columns};
use super::super::state::{Calendar, cell_of};
use crate::domain::answer::{VillageDayCell, VillageDayRow};
use crate::text::cells;
use crate::tui::look::Look;
use crate::tui::screen::Cx;
use crate::tui::widgets::{self, row_style};

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
    let known = it.known(period, cx);
    let count = known.total().to_string();
    let title = cx.say.matrix_title();
    let inside = widgets::pane(buf, area, cx.look, title, &count, focused);
    let day = it.at(period, cx);
    let places = columns(inside, period, period.number(day));
    if known.is_empty() {
        widgets::note(buf, inside, cx.look, cx.say.no_villages_yet());
        return;
    }
    heads(buf, inside, &places, period, day, cx);
    let list = Rect {
        y: inside.y + places.heads.min(inside.height),
        height: places.rows,
        ..inside
    };
    let state = it.villages.list;
    for (index, y) in state.visible(known.total(), list.height).zip(list.top()..) {
        if let Some(row) = known.row(index) {
            let strip = Rect::new(list.x, y, list.width, 1);
            let cursor = (index == state.cursor).then_some(day);
            draw_row(buf, strip, &places, period, cx, row, cursor, focused);
        }
    }
    if places.legend > 0 {
        let legend = cells::shorten(cx.say.matrix_legend(), inside.width.into());
        let y = inside.bottom() - 1;
        cells::put(buf, inside.x, y, inside.width, &legend, cx.look.dim);
    }
}

/// The days in sight, each with the cell where its column begins.
fn days(
    inside: Rect,
    places: &Columns,
    period: Period,
) -> impl Iterator<Item = (u16, NaiveDate)> + use<> {
    let left = inside.x + places.names;
    let first = period.start + Duration::days(places.first.into());
    let shown = places.shown;
    (0..shown)
        .zip(first.iter_days())
        .map(move |(n, day)| (left + n * DAY, day))
}

/// Months, days of the month, and where there is room the weekdays.
fn heads(
    buf: &mut Buffer,
    inside: Rect,
    places: &Columns,
    period: Period,
    at: NaiveDate,
    cx: &Cx<'_>,
) {
    let (say, look) = (cx.say, cx.look);
    let weekday_row = places.heads > 2;
    for (x, day) in days(inside, places, period) {
        let style = day_style(look, cx, day, at);
        let first = x == inside.x + places.names;
        if first || day.day() == 1 {
            let month = match say {
                crate::text::Lang::Zh => format!("{}月", day.month()),
                crate::text::Lang::En => day.format("%b").to_string(),
            };
            let room = inside.right() - x;
            cells::put(buf, x, inside.y, room, &month, look.title);
        }
        // Two figures side by side would read as one: Mondays and the cursor's day are enough.
        let near = (day - at).num_days().abs();
        let shown = near == 0 || near > 1 && (first || day.weekday() == Weekday::Mon);
        if shown {
            let number = cells::fit_right(&day.day().to_string(), DAY.into());
            cells::put(buf, x, inside.y + 1, DAY, &number, style);
        }
        if weekday_row {
            let name = cells::fit_right(say.weekday_short(day.weekday()), DAY.into());
            cells::put(buf, x, inside.y + 2, DAY, &name, style);
        }
    }
}

fn day_style(look: &Look, cx: &Cx<'_>, day: NaiveDate, at: NaiveDate) -> Style {
    if day == cx.today {
        look.today
    } else if day == at {
        look.key
    } else if cx.book.holidays.is_workday(day) {
        look.text
    } else {
        look.rest
    }
}

#[expect(
    clippy::too_many_arguments,
    reason = "a row is drawn from all of these and nowhere else"
)]
fn draw_row(
    buf: &mut Buffer,
    strip: Rect,
    places: &Columns,
    period: Period,
    cx: &Cx<'_>,
    row: &VillageDayRow,
    cursor: Option<NaiveDate>,
    focused: bool,
) {
    let look = cx.look;
    let name = cells::fit(&row.name, places.names.saturating_sub(1).into());
    let name_style = if cursor.is_some() {
        look.key
    } else {
        look.text
    };
    cells::put(buf, strip.x, strip.y, places.names, &name, name_style);
    for (x, day) in days(strip, places, period) {
        let cell = cell_of(row, day);
        let style = match cursor {
            Some(at) if at == day => row_style(look, true, focused),
            _ => cell_style(look, cx, cell, day),
        };
        let text = cells::fit(&sign(cell), DAY.into());
        cells::put(buf, x, strip.y, DAY, &text, style);
    }
}

fn cell_style(look: &Look, cx: &Cx<'_>, cell: Option<&VillageDayCell>, day: NaiveDate) -> Style {
    match cell {
        Some(cell) if cell.planned > 0 && cell.done == cell.planned => look.good,
        // Planned for a day that is over, and not done.
        Some(cell) if cell.done < cell.planned && day < cx.today => look.warn,
        Some(_) => look.text,
        None => look.rest,
    }
}

/// ○ planned, ◐ partly done, ● done, + visits without an event; then the number of findings.
fn sign(cell: Option<&VillageDayCell>) -> String {
    let Some(cell) = cell else {
        return "·".to_owned();
    };
    let events = match (cell.planned, cell.done) {
        (0, _) if cell.visits > 0 => "+",
        (0, _) => " ",
        (_, 0) => "○",
        (planned, done) if done < planned => "◐",
        _ => "●",
    };
    match cell.noted {
        0 => events.to_owned(),
        n @ 1..=9 => format!("{events}{n}"),
        _ => format!("{events}9"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::screens::test_kit::day;

    #[test]
    fn a_sign_says_how_far_the_day_is() {
        let cases = [
            ((0, 0, 0, 0), " "),
            ((2, 0, 0, 0), "○"),
            ((2, 1, 5, 3), "◐3"),
            ((2, 2, 0, 12), "●9"),
            ((0, 0, 4, 0), "+"),
            ((0, 0, 0, 2), " 2"),
        ];
        for ((planned, done, visits, noted), want) in cases {
            let cell = VillageDayCell {
                day: day("2018-11-15"),
                planned,
                done,
                visits,
                noted,
            };
            assert_eq!(sign(Some(&cell)), want);
        }
        assert_eq!(sign(None), "·");
    }
}
