//! The board: a column per stage, its cards by deadline.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::super::place::{Grid, Place};
use super::super::state::{Findings, Focus, home};
use super::table::{count, marked_title};
use super::{empty, light_up, short_number, sum, total};
use crate::domain::answer::{FindingRow, Total};
use crate::domain::calendar::Urgency;
use crate::domain::codes::Stage;
use crate::text::cells;
use crate::tui::screen::Cx;
use crate::tui::widgets::finding_line::{due, place, urgency, urgency_style};
use crate::tui::widgets::{line, row_style};

/// More cards in a column than this are said to be many; `board.crowded` sets another limit.
const CROWDED: u32 = 40;
/// A card so wide also says its number.
const ROOMY: u16 = 26;

pub(super) fn draw(screen: &Findings, cx: &Cx<'_>, spot: &Place, buf: &mut Buffer) {
    let area = spot.list;
    let grid = screen.grid(cx);
    let columns = screen.columns();
    let shown = screen.shown_columns(cx);
    let before = columns.iter().position(|it| Some(it) == shown.first());
    let after = columns.iter().rposition(|it| Some(it) == shown.last());
    let hidden_left = before.is_some_and(|at| at > 0);
    let hidden_right = after.is_some_and(|at| at + 1 < columns.len());
    for (at, stage) in shown.iter().enumerate() {
        let x = area.x + cells::to_u16(at).saturating_mul(grid.width + 1);
        let width = grid.width.min(area.right().saturating_sub(x));
        let column = Rect { x, width, ..area };
        let more = (
            hidden_left && at == 0,
            hidden_right && at + 1 == shown.len(),
        );
        head(screen, cx, *stage, more, column, &grid, buf);
        cards(screen, cx, *stage, column, &grid, buf);
    }
    if screen.is_empty(cx) {
        let below = grid.head.min(area.height);
        let body = Rect {
            y: area.y + below,
            height: area.height - below,
            ..area
        };
        empty::draw(screen, cx, body, buf);
    }
}

/// How many stand in a column.
fn column_total(screen: &Findings, cx: &Cx<'_>, column: Stage) -> Total {
    let here = Stage::ALL
        .iter()
        .filter(|stage| home(**stage) == Some(column));
    sum(here.filter_map(|stage| count(screen, cx, *stage)))
}

/// The stage and its count; below it a rule that says what lies above and below the cards shown.
fn head(
    screen: &Findings,
    cx: &Cx<'_>,
    stage: Stage,
    (left, right): (bool, bool),
    area: Rect,
    grid: &Grid,
    buf: &mut Buffer,
) {
    let (say, look) = (cx.say, cx.look);
    let here = stage == screen.board.column && screen.focus == Focus::List;
    let style = if here { look.title } else { look.text };
    let n = column_total(screen, cx, stage);
    let sign = if left { "‹" } else { say.stage_sign(stage) };
    let mut text = format!("{sign} {} {}", say.stage(stage), total(n));
    let limit = cx.book.setting("board.crowded");
    let limit = limit.and_then(|it| it.parse().ok()).unwrap_or(CROWDED);
    if n.n > limit && stage != Stage::Closed {
        text.push('!');
    }
    if right {
        let room = usize::from(area.width).saturating_sub(2);
        text = format!("{} ›", cells::fit(&text, room));
    }
    let strip = line(area, 0);
    let text = cells::shorten(&text, strip.width.into());
    cells::put(buf, strip.x, strip.y, strip.width, &text, style);
    if grid.head < 2 {
        return;
    }
    let strip = line(area, 1);
    let style = if here { look.focus } else { look.line };
    let rule = if here { "━" } else { "─" };
    let rule = rule.repeat(strip.width.into());
    cells::put(buf, strip.x, strip.y, strip.width, &rule, style);
    let above = screen.board.lane(stage).top;
    let below = n.n.saturating_sub(above + u32::from(grid.cards));
    let hidden: Vec<String> = [("↑", above), ("↓", below)]
        .into_iter()
        .filter(|(_, n)| *n > 0)
        .map(|(sign, n)| format!("{sign}{n}"))
        .collect();
    if !hidden.is_empty() {
        let hidden = format!(" {} ", hidden.join(" "));
        let wide = cells::to_u16(cells::width(&hidden)).min(strip.width);
        cells::put(buf, strip.right() - wide, strip.y, wide, &hidden, look.dim);
    }
}

fn cards(screen: &Findings, cx: &Cx<'_>, stage: Stage, area: Rect, grid: &Grid, buf: &mut Buffer) {
    let rows = screen.column_rows(stage, cx);
    let lane = screen.board.lane(stage);
    let here = stage == screen.board.column;
    for slot in 0..grid.cards {
        let at = lane.top + u32::from(slot);
        let Some(finding) = rows.get(at) else { return };
        let y = area.y + grid.head + slot * (grid.card + grid.gap);
        let card = Rect {
            y,
            height: grid.card,
            ..area
        }
        .intersection(area);
        let cursor = here && at == lane.at;
        let style = row_style(cx.look, cursor, screen.focus == Focus::List);
        buf.set_style(card, style);
        draw_card(screen, cx, finding, card, style, buf);
    }
}

/// The title on all lines but the last; there the village and the deadline.
fn draw_card(
    screen: &Findings,
    cx: &Cx<'_>,
    finding: &FindingRow,
    card: Rect,
    style: Style,
    buf: &mut Buffer,
) {
    let (say, look) = (cx.say, cx.look);
    let urgency = urgency(finding, cx);
    let colour = urgency_style(look, urgency);
    let text = Rect {
        x: card.x + 1.min(card.width),
        width: card.width.saturating_sub(1),
        ..card
    };
    let title = marked_title(finding, say);
    let lines = usize::from(card.height.saturating_sub(1).max(1));
    for (part, dy) in titled(&title, text.width.into(), lines).iter().zip(0..) {
        let strip = line(text, dy);
        cells::put(buf, strip.x, strip.y, strip.width, part, style);
        let spot = (strip.x, strip.y, strip.right());
        light_up(&screen.filter.text, cx, (part, style), spot, buf);
    }
    let signs = [
        (say.urgency_sign(urgency), colour),
        if screen.is_marked(finding.id) {
            ("*", look.mark)
        } else {
            (say.triage_sign(finding.triage), look.text)
        },
    ];
    for ((sign, colour), dy) in signs.into_iter().zip(0..card.height) {
        cells::put(
            buf,
            card.x,
            card.y + dy,
            1.min(card.width),
            sign,
            colour.patch(style),
        );
    }
    if card.height < 2 {
        return;
    }
    let strip = line(card, card.height - 1);
    let due = short_due(finding, cx, strip.width);
    let due_wide = cells::to_u16(cells::width(&due)).min(strip.width);
    let at = strip.right() - due_wide;
    cells::put(buf, at, strip.y, due_wide, &due, colour.patch(style));
    let room = strip.width.saturating_sub(due_wide + 1);
    let mut facts = Vec::new();
    if finding.stage == Stage::Returned {
        facts.push(say.stage_sign(finding.stage).to_owned());
        if card.width >= ROOMY {
            facts.push(say.board_returned().to_owned());
        }
    }
    if card.width >= ROOMY {
        facts.push(short_number(&finding.number, cx).to_owned());
    }
    facts.push(place(finding).to_owned());
    let facts = cells::shorten(&facts.join(" "), room.into());
    cells::put(buf, strip.x, strip.y, room, &facts, look.dim.patch(style));
}

/// The deadline as short as the card asks for: `逾14天`, `逾14`, `11-17`.
fn short_due(finding: &FindingRow, cx: &Cx<'_>, width: u16) -> String {
    let Urgency::Overdue(days) = urgency(finding, cx) else {
        return due(finding, cx);
    };
    let late = cx.say.board_late(days);
    let both = cells::width(place(finding)) + 1 + cells::width(&late);
    if both <= width.into() {
        late
    } else {
        cx.say.board_late_short(days)
    }
}

/// The title in at most so many lines; what does not fit ends in `…`.
fn titled(title: &str, width: usize, lines: usize) -> Vec<String> {
    let mut parts = cells::wrap(title, width);
    if parts.len() > lines {
        parts.truncate(lines);
        if let Some(last) = parts.last_mut() {
            let (kept, _) = cells::cut(last, width.saturating_sub(1));
            *last = format!("{kept}…");
        }
    }
    parts
}
