//! The figures that leaders report, each with its unit.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::super::reported::{Since, lines};
use super::super::state::{Counts, Pane};
use crate::domain::answer::FigureLine;
use crate::text::cells;
use crate::tui::screen::Cx;
use crate::tui::widgets::{Cell, Col, ListState, columns, line, list, pane, row, row_style};

pub(super) fn draw(screen: &Counts, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let focused = screen.pane == Pane::Reported;
    let day = cx.say.day_and_weekday(cx.today);
    let inside = pane(buf, area, cx.look, cx.say.counts_reported(), &day, focused);
    let figures = lines(cx);
    let wishes = [Col::Flex(8), Col::Fix(5), Col::Fix(5), Col::Fix(6)];
    let places = columns(inside.width.min(44), 1, &wishes);
    let heads = [
        Cell::left(""),
        Cell::right(cx.say.counts_total()),
        Cell::right(cx.say.counts_today()),
        Cell::left(""),
    ];
    row(buf, line(inside, 0), &places, cx.look.dim, &heads);
    let body = Rect {
        y: inside.y.saturating_add(1).min(inside.bottom()),
        height: inside.height.saturating_sub(1),
        ..inside
    };
    let at = u32::try_from(screen.reported.line).unwrap_or(0);
    let mut state = ListState::at(at);
    state.top = 0;
    let len = u32::try_from(figures.len()).unwrap_or(0);
    list(
        buf,
        body,
        cx.look,
        state,
        len,
        false,
        |buf, strip, index, style| {
            let Some(figure) = usize::try_from(index).ok().and_then(|at| figures.get(at)) else {
                return;
            };
            let style = if focused { style } else { cx.look.text };
            buf.set_style(strip, style);
            row(buf, strip, &places, style, &numbers(figure, cx));
            if index == at && focused {
                let (place, n) = match screen.reported.since {
                    Since::Entry => (places.get(1), figure.total),
                    Since::Today => (places.get(2), figure.day),
                };
                if let Some((x, wide)) = place {
                    let text = cells::fit_right(&n.to_string(), usize::from(*wide));
                    let style = row_style(cx.look, true, true);
                    cells::put(buf, strip.x + x, strip.y, *wide, &text, style);
                }
            }
        },
    );
}

fn numbers<'a>(figure: &FigureLine, cx: &Cx<'_>) -> Vec<Cell<'a>> {
    vec![
        Cell::left(cx.say.figure(figure.figure)),
        Cell::right(figure.total.to_string()),
        Cell::right(figure.day.to_string()),
        Cell::left(cx.say.figure_unit(figure.figure)).styled(cx.look.dim),
    ]
}
