//! Where things lie, from the size alone: what is drawn and what a page is agree by calling the same functions.

use ratatui::layout::{Rect, Size};

use super::period::Period;
use super::state::{Focus, Shape};
use crate::tui::widgets::pane::inner;

/// The panes, each with its box. An area of no size is not shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Regions {
    pub(super) grid: Rect,
    pub(super) agenda: Rect,
}

/// Which pane lies where.
pub(super) fn regions(area: Rect, shape: Shape, focus: Focus) -> Regions {
    let wide = match shape {
        Shape::Month => area.width >= 80,
        Shape::Matrix => area.width >= 120,
        Shape::Week => false,
    };
    let agenda = if wide {
        area.width - grid_width(area.width, shape)
    } else {
        0
    };
    let below = match shape {
        Shape::Week | Shape::Matrix if !wide && area.height >= 18 => 7,
        _ => 0,
    };
    let grid = Rect {
        width: area.width - agenda,
        height: area.height - below,
        ..area
    };
    if agenda > 0 {
        let agenda = Rect {
            x: grid.right(),
            width: agenda,
            ..area
        };
        return Regions { grid, agenda };
    }
    let agenda = Rect {
        y: grid.bottom(),
        height: below,
        ..area
    };
    match focus {
        // No room for both: the agenda opens over the grid.
        Focus::Agenda if agenda.is_empty() => Regions {
            grid: Rect::default(),
            agenda: area,
        },
        _ => Regions { grid, agenda },
    }
}

/// Cells for the grid where the agenda stands beside it: seven equal columns, or the names and two cells a day.
fn grid_width(width: u16, shape: Shape) -> u16 {
    let most = width - (width * 35 / 100).clamp(28, 56);
    match shape {
        Shape::Month => (most - 1) / 7 * 7 + 1,
        _ => most.max(width.saturating_sub(34)),
    }
}

/// What the inside of the agenda's box is divided into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct AgendaParts {
    /// One line about the day.
    pub(super) head: Rect,
    /// Its lines.
    pub(super) list: Rect,
    /// The selected one, whole.
    pub(super) detail: Rect,
}

pub(super) fn agenda_parts(agenda: Rect) -> AgendaParts {
    let inside = inner(agenda);
    let head = inside.height.min(1);
    let detail = if inside.height >= 14 { 7 } else { 0 };
    let strip = |y: u16, height: u16| Rect {
        y: inside.y + y,
        height,
        ..inside
    };
    AgendaParts {
        head: strip(0, head),
        list: strip(head, inside.height - head - detail),
        detail: strip(inside.height - detail, detail),
    }
}

/// The month as a grid of weeks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Weeks {
    /// Cells of a day's column, without the line at its right.
    pub(super) cell: u16,
    /// Lines of a week, with the rule under it if there is one.
    pub(super) lines: u16,
    /// Whether a rule stands under each week.
    pub(super) rule: bool,
    /// The first week shown.
    pub(super) first: u16,
    /// Weeks shown.
    pub(super) shown: u16,
}

/// Narrower columns hold no figures.
const NARROWEST: u16 = 5;

/// How the weeks lie in the grid's inside, of which the first line names the weekdays; `None`: too small for a grid, so
/// that days stand under each other.
pub(super) fn weeks(inside: Rect, period: Period, week: u16) -> Option<Weeks> {
    // The box's own line serves as the last column's.
    let cell = (inside.width + 1) / 7;
    let cell = cell.saturating_sub(1);
    let room = inside.height.saturating_sub(1);
    let all = period.weeks();
    if cell < NARROWEST || room < all.min(6) {
        return None;
    }
    let lines = (room / all).clamp(3.min(room), 7);
    let lines = if all <= 6 { (room / all).min(7) } else { lines };
    let shown = (room / lines).min(all);
    let first = week.saturating_sub(shown / 2).min(all - shown);
    Some(Weeks {
        cell,
        lines,
        rule: lines >= 5,
        first,
        shown,
    })
}

/// How the village × day matrix lies in the grid's inside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Columns {
    /// Cells of the names.
    pub(super) names: u16,
    /// Lines of heads above the villages.
    pub(super) heads: u16,
    /// Villages shown.
    pub(super) rows: u16,
    /// Lines of the legend below.
    pub(super) legend: u16,
    /// The first day shown, from 0.
    pub(super) first: u16,
    /// Days shown.
    pub(super) shown: u16,
}

/// Cells of a day.
pub(super) const DAY: u16 = 2;

pub(super) fn columns(inside: Rect, period: Period, day: i64) -> Columns {
    let days = u16::try_from(period.len()).unwrap_or(u16::MAX);
    let least = if inside.width >= 50 { 11 } else { 9 };
    let spare = inside.width.saturating_sub(days.saturating_mul(DAY));
    let names = spare.clamp(least, 18).min(inside.width);
    let shown = ((inside.width - names) / DAY).min(days);
    let at = u16::try_from(day - 1).unwrap_or(0);
    let first = at.saturating_sub(shown / 2).min(days - shown);
    let heads = if inside.height >= 10 { 3 } else { 2 };
    let legend = u16::from(inside.height >= 8);
    let rows = inside.height.saturating_sub(heads + legend);
    Columns {
        names,
        heads,
        rows,
        legend,
        first,
        shown,
    }
}

/// The whole area of a screen.
pub(super) fn whole(size: Size) -> Rect {
    Rect::new(0, 0, size.width, size.height)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::screens::test_kit::day;

    fn period() -> Period {
        Period {
            start: day("2018-11-01"),
            end: day("2018-12-05"),
        }
    }

    #[test]
    fn every_arrangement_stays_inside_its_area() {
        for width in 0..150 {
            for height in 0..50 {
                let area = Rect::new(3, 2, width, height);
                for shape in [Shape::Month, Shape::Week, Shape::Matrix] {
                    for focus in [Focus::Grid, Focus::Agenda] {
                        let it = regions(area, shape, focus);
                        let parts = agenda_parts(it.agenda);
                        for part in [it.grid, it.agenda, parts.list, parts.detail] {
                            assert!(
                                part.is_empty() || area.intersection(part) == part,
                                "{shape:?} {focus:?} {area} {part}"
                            );
                        }
                        assert!(it.grid.intersection(it.agenda).is_empty());
                        columns(inner(it.grid), period(), 35);
                        weeks(inner(it.grid), period(), 5);
                    }
                }
            }
        }
    }

    #[test]
    fn a_week_has_the_lines_that_the_area_allows() {
        // (columns, rows) → lines of a week and cells of a day, of a period of six weeks
        let cases = [
            ((120, 33), Some((5, 10))),
            ((80, 21), Some((3, 6))),
            ((80, 15), Some((2, 6))),
            ((60, 10), Some((1, 7))),
            ((40, 8), None),
        ];
        for ((width, height), want) in cases {
            let area = Rect::new(0, 0, width, height);
            let grid = inner(regions(area, Shape::Month, Focus::Grid).grid);
            let got = weeks(grid, period(), 2).map(|it| (it.lines, it.cell));
            assert_eq!(got, want, "{width}x{height}");
        }
    }

    #[test]
    fn a_long_period_shows_the_weeks_around_the_cursor() {
        let year = Period {
            start: day("2018-01-01"),
            end: day("2018-12-31"),
        };
        let inside = Rect::new(0, 0, 78, 19);
        let at = |week| weeks(inside, year, week).map(|it| (it.lines, it.first, it.shown));
        assert_eq!(at(0), Some((3, 0, 6)));
        assert_eq!(at(30), Some((3, 27, 6)));
        assert_eq!(at(52), Some((3, 47, 6)));
    }
}
