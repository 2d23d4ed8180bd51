//! The checklist by area, and the whole point beside it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::super::state::{Line, Page, lines};
use super::summary::tally;
use crate::domain::answer::{AreaProgress, ChecklistRow};
use crate::domain::codes::AnswerState;
use crate::text::cells;
use crate::tui::look::Look;
use crate::tui::screen::Cx;
use crate::tui::widgets::{Cell, Col, Fact, ListState, columns, facts, list, note, pane, row};

/// Columns from which a point's finding is called by its number.
const NARROW: u16 = 50;

pub(super) fn draw(page: &Page, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let points = page.checklist(cx);
    let lines = lines(&points);
    if lines.is_empty() {
        note(buf, area, cx.look, cx.say.village_points_none());
        return;
    }
    let on = points.get(page.point.place(&points)).map(|row| row.item.id);
    let is_on = |line: &Line<'_>| matches!(line, Line::Point(row) if Some(row.item.id) == on);
    let at = index(lines.iter().position(is_on).unwrap_or(0));
    // The point stands in the middle, so that one sees what comes and where one is.
    let state = ListState {
        cursor: at,
        top: at.saturating_sub(u32::from(area.height / 2)),
    };
    // Where there is little room, a sign says that there is a finding or a remark.
    let narrow = area.width < NARROW;
    let last = if narrow { 1 } else { 9 };
    let wishes = [Col::Fix(1), Col::Fix(3), Col::Flex(10), Col::Fix(last)];
    let places = columns(area.width.saturating_sub(1), 1, &wishes);
    list(
        buf,
        area,
        cx.look,
        state,
        index(lines.len()),
        true,
        |buf, strip, n, style| match usize::try_from(n).ok().and_then(|n| lines.get(n)) {
            Some(Line::Head(own)) => head(own, cx, strip, buf),
            Some(Line::Point(point)) => row(buf, strip, &places, style, &parts(point, narrow, cx)),
            None => {}
        },
    );
}

fn index(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// `三 组织建设 5/9`
fn head(own: &AreaProgress, cx: &Cx<'_>, strip: Rect, buf: &mut Buffer) {
    let name = cx.book.area(own.area).map_or("", |it| it.name.as_str());
    let text = format!("{} {name}  {}", cx.say.area_ordinal(own.area), tally(own));
    cells::put(buf, strip.x, strip.y, strip.width, &text, cx.look.title);
}

fn parts<'a>(point: &'a ChecklistRow, narrow: bool, cx: &Cx<'a>) -> Vec<Cell<'a>> {
    let last = match &point.finding {
        Some(_) if narrow => "→",
        Some((_, number)) => number.as_str(),
        None if point.note.is_empty() => "",
        None if narrow => "…",
        None => cx.say.point_has_note(),
    };
    vec![
        Cell::left(cx.say.answer_sign(point.state)).styled(tone(point.state, cx.look)),
        Cell::left(point.item.code.as_str()),
        Cell::left(point.item.text.as_str()),
        Cell::right(last).styled(cx.look.key),
    ]
}

fn tone(state: AnswerState, look: &Look) -> Style {
    match state {
        AnswerState::Open => look.text,
        AnswerState::Fine => look.good,
        AnswerState::Finding => look.bad,
        AnswerState::Unsure => look.warn,
        AnswerState::NotApplicable => look.dim,
    }
}

/// The point under the cursor, whole.
pub(super) fn point(page: &Page, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let Some(point) = page.on(cx) else {
        pane(buf, area, cx.look, "", "", false);
        return;
    };
    let say = cx.say;
    let state = format!(
        "{} {}",
        say.answer_sign(point.state),
        say.answer_state(point.state)
    );
    let inside = pane(buf, area, cx.look, &point.item.code, &state, false);
    let who = cx.book.names(&point.people);
    let day = point.day.map(|day| say.day_and_weekday(day));
    let finding = point.finding.as_ref().map(|(_, number)| number.as_str());
    let said = [
        Fact::plain(point.item.text.as_str()),
        Fact::new(say.column("item", "method"), point.item.method.as_str()),
        Fact::new(say.table("finding"), finding.unwrap_or_default()).styled(cx.look.key),
        Fact::new(say.column("village", "note"), point.note.as_str()),
        Fact::new(say.column("answer", "people"), who),
        Fact::new(say.column("answer", "day"), day.unwrap_or_default()),
    ];
    facts(buf, inside, cx.look, &said);
}
