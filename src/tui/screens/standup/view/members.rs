//! All members with their counts: who has something overdue or is stuck is seen at once.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::super::MEMBER;
use super::super::state::{Part, Standup};
use super::{is_absent, name, sign, tone};
use crate::domain::answer::MemberDay;
use crate::text::{Lang, cells};
use crate::tui::screen::Cx;
use crate::tui::widgets::{Cell, Col, ListState, columns, line, list, pane, row, row_style};

/// One under the other, a column per part.
pub(super) fn table(screen: &Standup, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let (say, look) = (cx.say, cx.look);
    let members = screen.members(cx);
    let turn = screen.turn(cx);
    let inside = pane(buf, area, look, say.stand_members(), "", false);
    let team = if screen.team(cx).is_none() { 5 } else { 0 };
    let mut wishes = vec![Col::Flex(8), Col::Fix(team)];
    let parts = Part::ALL.iter();
    wishes.extend(parts.map(|part| Col::Fix(cells::to_u16(cells::width(name(*part, say))))));
    let places = columns(inside.width.saturating_sub(1), 1, &wishes);
    let mut heads = vec![Cell::left(""), Cell::left("")];
    heads.extend(Part::ALL.iter().map(|part| Cell::right(name(*part, say))));
    row(buf, line(inside, 0), &places, look.dim, &heads);
    let rows = Rect {
        y: inside.y.saturating_add(1),
        height: inside.height.saturating_sub(1),
        ..inside
    };
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let state = ListState {
        cursor: count(turn),
        top: 0,
    };
    list(
        buf,
        rows,
        look,
        state,
        count(members.len()),
        false,
        |buf, strip, index, style| {
            let at = usize::try_from(index).unwrap_or(usize::MAX);
            if let Some(member) = members.get(at) {
                let mut all = vec![
                    Cell::left(called(member, at == turn, screen, cx)),
                    Cell::left(member.team_code.as_str()).styled(look.dim),
                ];
                all.extend(Part::ALL.iter().map(|part| {
                    let n = part.of(member).len();
                    let text = match n {
                        0 => "·".to_owned(),
                        _ => format!("{}{n}", sign(*part, n)),
                    };
                    Cell::right(text).styled(tone(*part, n, look))
                }));
                row(buf, strip, &places, style, &all);
            }
        },
    );
}

fn called(member: &MemberDay, turn: bool, screen: &Standup, cx: &Cx<'_>) -> String {
    let mark = if turn { "▸" } else { " " };
    let absent = if is_absent(member, screen, cx) {
        format!(" {}", cx.say.stand_missing())
    } else {
        String::new()
    };
    format!("{mark}{}{absent}", member.name)
}

/// One after the other, in rows; the row with the current one is in sight.
pub(super) fn strip(screen: &Standup, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let members = screen.members(cx);
    let turn = screen.turn(cx);
    let in_row = usize::from((area.width / MEMBER).max(1));
    let height = usize::from(area.height);
    let rows = members.len().div_ceil(in_row);
    let top = (turn / in_row + 1).saturating_sub(height);
    let top = top.min(rows.saturating_sub(height));
    let shown = members.iter().enumerate().skip(top * in_row);
    for (at, member) in shown.take(height * in_row) {
        let place = at - top * in_row;
        let strip = line(area, cells::to_u16(place / in_row));
        let x = strip.x + cells::to_u16(place % in_row) * MEMBER;
        let wide = MEMBER.min(strip.right().saturating_sub(x));
        let style = row_style(cx.look, at == turn, false);
        let name = called(member, at == turn, screen, cx);
        let mut used = cells::put(buf, x, strip.y, wide, &name, style);
        for (part, text) in troubles(member, cx.say) {
            let n = part.of(member).len();
            let text = format!(" {}{text}{n}", sign(part, n));
            let style = tone(part, n, cx.look);
            used += cells::put(buf, x + used, strip.y, wide - used.min(wide), &text, style);
        }
    }
}

/// What is worth a word where room is scarce: what makes trouble, else what was done.
fn troubles(member: &MemberDay, say: Lang) -> Vec<(Part, &'static str)> {
    let all = [
        (Part::Blocked, say.stand_blocked_short()),
        (Part::Overdue, say.stand_overdue_short()),
    ];
    let some: Vec<_> = all
        .into_iter()
        .filter(|(part, _)| !part.of(member).is_empty())
        .collect();
    if some.is_empty() {
        return vec![(Part::Done, say.stand_done())];
    }
    some
}
