//! The list of villages: as many columns as there is room for, the areas all or none.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::super::state::{Villages, together};
use super::nothing;
use crate::domain::answer::VillageRow;
use crate::domain::query::Dim;
use crate::tui::screen::Cx;
use crate::tui::widgets::{Cell, Col, bar, columns, line, list, pane, row};

/// Cells of the bar in a column.
const BAR: u16 = 3;

/// Least width inside the box at which the areas have their columns.
const ROOM_FOR_AREAS: u16 = 76;

pub(super) fn draw(screen: &Villages, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let known = screen.known(cx);
    let found = cx.say.villages_count(known.total());
    let inside = pane(buf, area, cx.look, cx.say.villages_title(), &found, true);
    if known.is_empty() {
        nothing(screen, cx, inside, buf);
        return;
    }
    let areas = inside.width >= ROOM_FOR_AREAS;
    // One cell for the scroll mark.
    let places = columns(inside.width.saturating_sub(1), 1, &wishes(cx, areas));
    row(
        buf,
        line(inside, 0),
        &places,
        cx.look.dim,
        &heads(cx, areas),
    );
    let body = below_heads(inside);
    list(
        buf,
        body,
        cx.look,
        screen.list.list,
        known.total(),
        true,
        |buf, strip, index, style| {
            if let Some(village) = known.row(index) {
                row(buf, strip, &places, style, &figures(village, cx, areas));
            }
        },
    );
}

/// The rows under a line of column heads.
pub(super) fn below_heads(inside: Rect) -> Rect {
    Rect {
        y: inside.y.saturating_add(1).min(inside.bottom()),
        height: inside.height.saturating_sub(1),
        ..inside
    }
}

fn wishes(cx: &Cx<'_>, areas: bool) -> Vec<Col> {
    let mut wishes = vec![Col::Flex(10), Col::Fix(BAR + 6), Col::Fix(4)];
    if areas {
        wishes.extend(cx.book.areas.iter().map(|_| Col::Fix(5)));
    }
    wishes.extend([Col::Fix(5), Col::Fix(7), Col::Fix(5)]);
    wishes
}

fn heads<'a>(cx: &Cx<'a>, areas: bool) -> Vec<Cell<'a>> {
    let mut heads = vec![
        Cell::left(cx.say.dim(Dim::Village)),
        Cell::left(cx.say.village_checklist_head()),
        Cell::right(cx.say.village_open()),
    ];
    if areas {
        let shorts = cx.book.areas.iter().map(|it| it.short.as_str());
        heads.extend(shorts.map(Cell::right));
    }
    heads.extend([
        Cell::right(cx.say.village_events_head()),
        Cell::right(cx.say.village_homes()),
        Cell::right(cx.say.village_last()),
    ]);
    heads
}

fn figures<'a>(village: &'a VillageRow, cx: &Cx<'_>, areas: bool) -> Vec<Cell<'a>> {
    let sum = together(&village.areas);
    let mut figures = vec![
        Cell::left(village.name.as_str()),
        Cell::left(bar(sum.checked(), sum.asked, BAR)),
        Cell::right(village.open.to_string()),
    ];
    if areas {
        for known in &cx.book.areas {
            let own = village.areas.iter().find(|it| it.area == known.no);
            let text = own.map(|it| format!("{}/{}", it.checked(), it.asked));
            let done = own.is_some_and(|it| it.checked() == it.asked);
            let style = if done { cx.look.good } else { cx.look.text };
            figures.push(Cell::right(text.unwrap_or_default()).styled(style));
        }
    }
    let last = village.last_visit.map(|day| cx.say.day(day));
    figures.extend([
        Cell::right(format!("{}/{}", village.done, village.planned)),
        Cell::right(homes(village)),
        Cell::right(last.unwrap_or_default()),
    ]);
    figures
}

/// Households visited and what share of those at home that is.
fn homes(village: &VillageRow) -> String {
    match share(village) {
        Some(share) => format!("{} {share}%", village.visited),
        None => village.visited.to_string(),
    }
}

/// Percent of the households at home that were visited; `None` while nobody entered how many there are.
pub(super) fn share(village: &VillageRow) -> Option<u32> {
    let all = village.at_home.filter(|all| *all > 0)?;
    Some(village.visited.saturating_mul(100) / all)
}
