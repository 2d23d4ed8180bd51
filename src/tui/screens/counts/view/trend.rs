//! Findings noted and closed per day: two columns for each day of the period, and the day under the cursor in words.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use chrono::Datelike;

use super::super::state::{Counts, Pane};
use super::super::trend::{Series, days};
use crate::domain::answer::DayCount;
use crate::text::cells;
use crate::tui::screen::Cx;
use crate::tui::widgets::{line, note, pane, row_style};

const EIGHTHS: [&str; 8] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

pub(super) fn draw(screen: &Counts, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let focused = screen.pane == Pane::Trend;
    let days = days(cx);
    let sum = |of: fn(&DayCount) -> u32| days.iter().map(of).sum::<u32>();
    let (noted, closed) = (sum(|it| it.noted), sum(|it| it.closed));
    let legend = format!(
        "█ {} {noted}  ▒ {} {closed}",
        cx.say.counts_noted(),
        cx.say.counts_closed()
    );
    let inside = pane(buf, area, cx.look, cx.say.counts_trend(), &legend, focused);
    if days.is_empty() {
        if cx.book.round.is_none() {
            note(buf, inside, cx.look, cx.say.counts_no_round());
        }
        return;
    }
    let place = screen.trend.place(days, cx.today);
    let Some(day) = days.get(place) else { return };
    words(screen, day, focused, cx, line(inside, 0), buf);
    let axis = line(inside, inside.height.saturating_sub(1));
    let chart = Rect {
        y: inside.y.saturating_add(1).min(inside.bottom()),
        height: inside.height.saturating_sub(2),
        ..inside
    };
    // Two cells a day and, where there is room, one between.
    let n = cells::to_u16(days.len()).max(1);
    let each = (inside.width / n).clamp(2, 3);
    let fit = usize::from(inside.width / each).max(1);
    let first = (place + 1).saturating_sub(fit);
    let most = days.iter().map(|it| it.noted.max(it.closed)).max();
    for (at, day) in days.iter().enumerate().skip(first).take(fit) {
        let x = inside.x + cells::to_u16(at - first) * each;
        let scale = most.unwrap_or(0);
        column(buf, chart, x, day.noted, scale, Series::Noted, cx);
        column(buf, chart, x + 1, day.closed, scale, Series::Closed, cx);
        if inside.height > 1 {
            under(buf, axis, x, day, at == place, cx);
        }
    }
}

/// `11-15 周四  登记 5  销号 2`, the number under the cursor marked.
fn words(
    screen: &Counts,
    day: &DayCount,
    focused: bool,
    cx: &Cx<'_>,
    strip: Rect,
    buf: &mut Buffer,
) {
    let mut x = strip.x;
    let mut say = |text: &str, style: Style| {
        x += cells::put(
            buf,
            x,
            strip.y,
            strip.right().saturating_sub(x),
            text,
            style,
        );
    };
    say(&cx.say.day_and_weekday(day.day), cx.look.text);
    for (series, word, n) in [
        (Series::Noted, cx.say.counts_noted(), day.noted),
        (Series::Closed, cx.say.counts_closed(), day.closed),
    ] {
        say("  ", cx.look.text);
        let style = row_style(cx.look, screen.trend.series == series, focused);
        say(&format!("{word} {n}"), style);
    }
}

/// One column of the chart, from the bottom up. What was closed is hatched, so that it is told apart without colour.
fn column(buf: &mut Buffer, chart: Rect, x: u16, n: u32, most: u32, series: Series, cx: &Cx<'_>) {
    if n == 0 || most == 0 || x >= chart.right() {
        return;
    }
    let style = match series {
        Series::Noted => cx.look.warn,
        Series::Closed => cx.look.good,
    };
    let eighths = u64::from(n) * u64::from(chart.height) * 8 / u64::from(most);
    let eighths = usize::try_from(eighths).unwrap_or(0).max(1);
    for (up, y) in (chart.top()..chart.bottom()).rev().enumerate() {
        let here = eighths.saturating_sub(up * 8).min(8);
        let Some(level) = here.checked_sub(1) else {
            break;
        };
        let sign = match series {
            Series::Noted => EIGHTHS[level],
            Series::Closed => "▒",
        };
        cells::put(buf, x, y, 1, sign, style);
    }
}

/// The day of the month under the first of its column, every fifth day; the cursor's day and today always.
fn under(buf: &mut Buffer, axis: Rect, x: u16, day: &DayCount, on: bool, cx: &Cx<'_>) {
    let style = match on {
        true => cx.look.cursor,
        false if day.day == cx.today => cx.look.today,
        false => cx.look.dim,
    };
    let number = day.day.day();
    let named = number == 1 || (number.is_multiple_of(5) && number < 30);
    if on || day.day == cx.today || named {
        let room = axis.right().saturating_sub(x);
        let text = format!("{number:02}");
        cells::put(buf, x, axis.y, room.min(2), &text, style);
    }
}
