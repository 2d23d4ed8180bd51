//! The list behind a figure: events of a kind, or household visits.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::super::behind::Behind;
use super::super::state::Counts;
use crate::domain::answer::VisitRow;
use crate::text::cells;
use crate::tui::screen::Cx;
use crate::tui::widgets::{Cell, Col, columns, event_line, list, note, pane, row};

pub(super) fn draw(it: &Behind, screen: &Counts, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let inside = pane(buf, area, cx.look, &title(screen, cx), "", true);
    match it {
        Behind::Events(_, _, at) => {
            let Some(events) = it.events_known(cx) else {
                return;
            };
            if events.is_empty() {
                note(buf, inside, cx.look, cx.say.counts_behind_none());
            }
            let len = u32::try_from(events.len()).unwrap_or(0);
            list(
                buf,
                inside,
                cx.look,
                *at,
                len,
                true,
                |buf, strip, index, style| {
                    let at = usize::try_from(index).ok();
                    let Some(event) = at.and_then(|at| events.get(at)) else {
                        return;
                    };
                    let day = cx.say.day_and_weekday(event.draft.day);
                    let wide = cells::put(buf, strip.x, strip.y, strip.width, &day, style) + 1;
                    let rest = Rect {
                        x: strip.x + wide.min(strip.width),
                        width: strip.width.saturating_sub(wide),
                        ..strip
                    };
                    event_line(buf, rest, cx, event, style, true);
                },
            );
        }
        Behind::Visits(_, at) => {
            let Some(known) = it.visits_known(cx) else {
                return;
            };
            if known.is_empty() {
                note(buf, inside, cx.look, cx.say.counts_behind_none());
            }
            let wishes = [
                Col::Fix(5),
                Col::Fix(4),
                Col::Fix(12),
                Col::Fix(10),
                Col::Fix(13),
                Col::Flex(10),
            ];
            let places = columns(inside.width.saturating_sub(1), 1, &wishes);
            list(
                buf,
                inside,
                cx.look,
                at.list,
                known.total(),
                true,
                |buf, strip, index, style| {
                    if let Some(visit) = known.row(index) {
                        row(buf, strip, &places, style, &parts(visit, cx));
                    }
                },
            );
        }
    }
}

/// `谈话 124 人次`
fn title(screen: &Counts, cx: &Cx<'_>) -> String {
    let Some((figure, n, _)) = screen.reported.on(cx) else {
        return String::new();
    };
    format!(
        "{} {n} {}",
        cx.say.figure(figure),
        cx.say.figure_unit(figure)
    )
}

fn parts<'a>(visit: &'a VisitRow, cx: &Cx<'_>) -> Vec<Cell<'a>> {
    vec![
        Cell::left(cx.say.day(visit.day)),
        Cell::left(cx.say.half(visit.half)),
        Cell::left(visit.village_name.as_str()),
        Cell::left(visit.head.as_str()),
        Cell::left(cx.say.household(visit.class)),
        Cell::left(visit.said.as_str()),
    ]
}
