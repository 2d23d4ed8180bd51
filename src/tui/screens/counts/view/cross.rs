//! The table of two fields: values down and across, sums at the left and at the bottom.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::super::cross::{Cross, Grid, Line};
use super::super::feet;
use super::super::state::{Counts, Pane, cross_rows};
use super::named;
use crate::domain::query::Dim;
use crate::text::cells;
use crate::tui::screen::Cx;
use crate::tui::widgets::{Cell, Col, columns, line, list, note, pane, row, row_style};

/// Cells of the names and of the sums.
const NAME: u16 = 12;
const SUM: u16 = 6;

/// Which columns are seen and where they stand; the first two places are the name's and the sum's.
struct Seen {
    from: usize,
    to: usize,
    places: Vec<(u16, u16)>,
}

pub(super) fn draw(screen: &Counts, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let cross = &screen.cross;
    let focused = screen.pane == Pane::Cross;
    let title = cx
        .say
        .counts_cross(cx.say.dim(cross.down), cx.say.dim(cross.across));
    let inside = pane(buf, area, cx.look, &title, "", focused);
    if inside.is_empty() {
        return;
    }
    let Some(grid) = cross.grid(cross_rows(cx), cx) else {
        note(buf, inside, cx.look, cx.say.counts_asking());
        return;
    };
    let seen = in_sight(inside.width, cross, &grid);
    row(
        buf,
        line(inside, 0),
        &seen.places,
        cx.look.dim,
        &heads(&grid, &seen, cx),
    );
    let body = Rect {
        y: inside.y + inside.height.min(1),
        height: inside.height.saturating_sub(1 + feet(area.height)),
        ..inside
    };
    let most = grid.largest();
    list(
        buf,
        body,
        cx.look,
        cross.row.list,
        grid.keys.total(),
        false,
        |buf, strip, index, _| {
            let on = cross.line == Line::Value && index == cross.row.index();
            let style = row_style(cx.look, on, false);
            buf.set_style(strip, style);
            let numbers = numbers(index, &grid, &seen, most, cx);
            row(buf, strip, &seen.places, style, &numbers);
            if on {
                cursor(cross, &seen, &numbers, focused, cx, strip, buf);
            }
        },
    );
    let under = Rect {
        y: body.bottom(),
        height: inside.bottom().saturating_sub(body.bottom()),
        ..inside
    };
    let strip = line(under, 0);
    let sums = sums(&grid, &seen, cx);
    row(buf, strip, &seen.places, cx.look.title, &sums);
    if cross.line == Line::Sums {
        cursor(cross, &seen, &sums, focused, cx, strip, buf);
    }
    let foot = line(under, 1);
    cells::put(
        buf,
        foot.x,
        foot.y,
        foot.width,
        &remark(cross, cx),
        cx.look.dim,
    );
}

/// The columns that have room, the one under the cursor among them.
fn in_sight(width: u16, cross: &Cross, grid: &Grid<'_>) -> Seen {
    let width = width.saturating_sub(1);
    let n = cells::to_u16(grid.cols.len()).max(1);
    let room = width.saturating_sub(NAME + SUM + 1);
    let each = (room / n).saturating_sub(1).clamp(5, 9);
    let fit = usize::from(room / (each + 1)).max(1);
    let on = cross.col.saturating_sub(1);
    let from = (on + 1).saturating_sub(fit);
    let to = (from + fit).min(grid.cols.len());
    let mut wishes = vec![Col::Flex(NAME), Col::Fix(SUM)];
    wishes.extend((from..to).map(|_| Col::Fix(each)));
    Seen {
        from,
        to,
        places: columns(width, 1, &wishes),
    }
}

fn heads<'a>(grid: &Grid<'a>, seen: &Seen, cx: &Cx<'a>) -> Vec<Cell<'a>> {
    let mut heads = vec![Cell::left(""), Cell::right(cx.say.counts_sum())];
    let cols = grid.cols.get(seen.from..seen.to).unwrap_or_default();
    for (key, (_, wide)) in cols.iter().zip(seen.places.iter().skip(2)) {
        let (word, wide) = (named(key, cx), usize::from(*wide));
        // Two characters of a word say more than one and a sign of what is missing.
        let word = if wide < 7 {
            cells::cut(word, wide).0.to_owned()
        } else {
            cells::shorten(word, wide)
        };
        heads.push(Cell::right(word));
    }
    heads
}

fn numbers<'a>(index: u32, grid: &Grid<'a>, seen: &Seen, most: u32, cx: &Cx<'a>) -> Vec<Cell<'a>> {
    let name = grid.keys.row(index).map_or("", |key| named(key, cx));
    let sum = grid.row_sum(index).to_string();
    let mut numbers = vec![Cell::left(name), Cell::right(sum).styled(cx.look.title)];
    for col in seen.from..seen.to {
        let n = grid.cell(index, col);
        numbers.push(Cell::right(written(n)).styled(shade(n, most, cx)));
    }
    numbers
}

fn sums<'a>(grid: &Grid<'a>, seen: &Seen, cx: &Cx<'a>) -> Vec<Cell<'a>> {
    let mut sums = vec![
        Cell::left(cx.say.counts_sum()),
        Cell::right(grid.total().to_string()),
    ];
    sums.extend((seen.from..seen.to).map(|col| Cell::right(written(grid.col_sum(col)))));
    sums
}

/// A nought is a dot: what there is stands out.
fn written(n: u32) -> String {
    if n == 0 {
        "·".to_owned()
    } else {
        n.to_string()
    }
}

/// Heavier the nearer a number is to the largest one in sight.
fn shade(n: u32, most: u32, cx: &Cx<'_>) -> Style {
    match n.saturating_mul(3) {
        0 => cx.look.dim,
        it if it > most.saturating_mul(2) => cx.look.bad,
        it if it > most => cx.look.warn,
        _ => cx.look.text,
    }
}

/// Draws the number under the cursor anew, as the cursor.
fn cursor(
    cross: &Cross,
    seen: &Seen,
    numbers: &[Cell<'_>],
    focused: bool,
    cx: &Cx<'_>,
    strip: Rect,
    buf: &mut Buffer,
) {
    let at = match cross.col.checked_sub(1) {
        None => 1,
        Some(col) => col.saturating_sub(seen.from) + 2,
    };
    let (Some((x, wide)), Some(cell)) = (seen.places.get(at), numbers.get(at)) else {
        return;
    };
    if strip.is_empty() {
        return;
    }
    let text = cells::fit_right(&cell.text, usize::from(*wide));
    let style = row_style(cx.look, true, focused);
    cells::put(buf, strip.x + x, strip.y, *wide, &text, style);
}

/// What counts in this table.
fn remark(cross: &Cross, cx: &Cx<'_>) -> String {
    let has = |dim| [cross.down, cross.across].contains(&dim);
    let stages = if has(Dim::Stage) {
        cx.say.counts_stages_all()
    } else {
        cx.say.counts_without_merged()
    };
    if has(Dim::Area) {
        format!("{} {stages}", cx.say.counts_areas_once())
    } else {
        stages.to_owned()
    }
}
