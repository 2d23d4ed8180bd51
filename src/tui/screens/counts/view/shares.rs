//! Findings by stage, by track and by area, with bars.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::super::shares::{Share, lines};
use super::super::state::{Counts, Pane};
use super::called;
use crate::text::cells;
use crate::tui::screen::Cx;
use crate::tui::widgets::bar::filled;
use crate::tui::widgets::{Cell, Col, columns, list, pane, row, row_style};

pub(super) fn draw(screen: &Counts, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let focused = screen.pane == Pane::Shares;
    let inside = pane(buf, area, cx.look, cx.say.counts_shares(), "", focused);
    let lines = lines(cx);
    let places = columns(
        inside.width.saturating_sub(1),
        1,
        &[Col::Fix(11), Col::Fix(5), Col::Flex(4)],
    );
    let len = u32::try_from(lines.len()).unwrap_or(0);
    let state = screen.shares.list();
    // The largest number of the group that is being drawn.
    let most = |index: usize| {
        let before = lines.iter().take(index + 1).rev();
        let mut heads = before.filter_map(|it| match it {
            Share::Head(_, most) => Some(*most),
            Share::Of(..) => None,
        });
        heads.next().unwrap_or(0)
    };
    list(
        buf,
        inside,
        cx.look,
        state,
        len,
        focused,
        |buf, strip, index, _| {
            let Ok(at) = usize::try_from(index) else {
                return;
            };
            match lines.get(at) {
                Some(Share::Head(dim, _)) => {
                    buf.set_style(strip, cx.look.text);
                    let title = cx.say.dim(*dim);
                    cells::put(buf, strip.x, strip.y, strip.width, title, cx.look.title);
                }
                Some(Share::Of(key, n)) => {
                    let on = focused && Some(*key) == screen.shares.key();
                    let style = row_style(cx.look, on, true);
                    buf.set_style(strip, style);
                    let room = places.get(2).map_or(0, |(_, wide)| *wide);
                    let bar = "█".repeat(filled(*n, most(at), room).into());
                    let parts = [
                        Cell::left(called(*key, cx)),
                        Cell::right(n.to_string()),
                        Cell::left(bar).styled(cx.look.key),
                    ];
                    row(buf, strip, &places, style, &parts);
                }
                None => {}
            }
        },
    );
}
