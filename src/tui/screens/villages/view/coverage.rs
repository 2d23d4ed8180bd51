//! The coverage matrix: villages down, focus areas across, and how far each is.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::super::state::{Villages, together};
use super::list::below_heads;
use super::nothing;
use crate::domain::answer::{AreaProgress, AreaRow, VillageRow};
use crate::domain::query::Dim;
use crate::text::cells;
use crate::tui::look::Look;
use crate::tui::screen::Cx;
use crate::tui::widgets::{Cell, Col, columns, line, list, pane, row};

/// Cells of the name and of the sum.
const NAME: u16 = 10;
const SUM: u16 = 7;
/// A cell narrower than this shows no count of findings.
const ROOM_FOR_FINDINGS: u16 = 9;

pub(super) fn draw(screen: &Villages, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let known = screen.known(cx);
    let title = cx.say.coverage_title();
    let inside = pane(buf, area, cx.look, title, cx.say.coverage_key(), true);
    if known.is_empty() {
        nothing(screen, cx, inside, buf);
        return;
    }
    let chosen = screen.on_area(cx);
    let chosen = cx.book.areas.iter().position(|it| Some(it.no) == chosen);
    let (areas, each) = in_sight(inside.width, chosen.unwrap_or(0), &cx.book.areas);
    let mut wishes = vec![Col::Flex(NAME), Col::Fix(SUM)];
    wishes.extend(areas.iter().map(|_| Col::Fix(each)));
    let places = columns(inside.width.saturating_sub(1), 1, &wishes);
    row(
        buf,
        line(inside, 0),
        &places,
        cx.look.dim,
        &heads(areas, cx),
    );
    let column = areas
        .iter()
        .position(|it| Some(it.no) == screen.on_area(cx));
    list(
        buf,
        below_heads(inside),
        cx.look,
        screen.list.list,
        known.total(),
        false,
        |buf, strip, index, style| {
            let Some(village) = known.row(index) else {
                return;
            };
            let cells = shares(village, areas, each, cx);
            row(buf, strip, &places, style, &cells);
            let at = column.filter(|_| index == screen.list.index());
            let cell = at.and_then(|at| Some((places.get(at + 2)?, cells.get(at + 2)?)));
            if let Some(((x, wide), cell)) = cell {
                let text = cells::fit(&cell.text, usize::from(*wide));
                cells::put(buf, strip.x + x, strip.y, *wide, &text, cx.look.cursor);
            }
        },
    );
}

/// The areas that have room, the chosen one among them, and the cells of each.
fn in_sight(width: u16, chosen: usize, areas: &[AreaRow]) -> (&[AreaRow], u16) {
    let n = cells::to_u16(areas.len()).max(1);
    let room = width.saturating_sub(NAME + SUM + 3);
    let each = (room / n).saturating_sub(1).clamp(5, 12);
    let fit = usize::from(room / (each + 1)).clamp(1, areas.len().max(1));
    let first = (chosen + 1).saturating_sub(fit);
    let end = (first + fit).min(areas.len());
    (areas.get(first..end).unwrap_or_default(), each)
}

fn heads<'a>(areas: &'a [AreaRow], cx: &Cx<'_>) -> Vec<Cell<'a>> {
    let mut heads = vec![
        Cell::left(cx.say.dim(Dim::Village)),
        Cell::left(cx.say.coverage_all()),
    ];
    heads.extend(areas.iter().map(|it| Cell::left(it.short.as_str())));
    heads
}

fn shares<'a>(village: &'a VillageRow, areas: &[AreaRow], each: u16, cx: &Cx<'_>) -> Vec<Cell<'a>> {
    let sum = together(&village.areas);
    let all = format!("{}/{}", sum.checked(), sum.asked);
    let mut cells = vec![Cell::left(village.name.as_str()), Cell::left(all)];
    for known in areas {
        let own = village.areas.iter().find(|it| it.area == known.no);
        cells.push(own.map_or_else(
            || Cell::left(""),
            |own| Cell::left(share(own, each)).styled(shade(own, cx.look)),
        ));
    }
    cells
}

/// `◑ 5/9 ✗1`, or as much of it as the cell holds.
fn share(own: &AreaProgress, wide: u16) -> String {
    let figure = format!("{}/{}", own.checked(), own.asked);
    let sign = match own.checked() {
        n if n >= own.asked => "✓",
        0 => "·",
        _ => "◑",
    };
    match own.finding {
        _ if wide < 7 => figure,
        0 => format!("{sign} {figure}"),
        _ if wide < ROOM_FOR_FINDINGS => format!("{sign} {figure}"),
        n => format!("{sign} {figure} ✗{n}"),
    }
}

fn shade(own: &AreaProgress, look: &Look) -> Style {
    match own.checked() {
        n if n >= own.asked => look.good,
        0 => look.dim,
        _ => look.warn,
    }
}
