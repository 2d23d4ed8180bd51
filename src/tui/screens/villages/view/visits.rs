//! The household visits of a village.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::super::classes_rows;
use super::super::state::Page;
use super::summary::classes;
use crate::domain::answer::VisitRow;
use crate::domain::codes::Found;
use crate::tui::look::Look;
use crate::tui::screen::Cx;
use crate::tui::widgets::{Cell, Col, Fact, columns, facts, list, note, pane, row};

pub(super) fn draw(page: &Page, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let known = page.known_visits(cx);
    if known.is_empty() {
        note(buf, area, cx.look, cx.say.village_visits_none());
        return;
    }
    let height = area.height.saturating_sub(classes_rows(area.height));
    let body = Rect { height, ..area };
    let wishes = [
        Col::Fix(5),
        Col::Fix(4),
        Col::Fix(10),
        Col::Fix(14),
        Col::Fix(8),
        Col::Flex(8),
    ];
    let places = columns(body.width.saturating_sub(1), 1, &wishes);
    list(
        buf,
        body,
        cx.look,
        page.visits.list,
        known.total(),
        true,
        |buf, strip, index, style| {
            if let Some(visit) = known.row(index) {
                row(buf, strip, &places, style, &cells(visit, cx));
            }
        },
    );
    let foot = Rect {
        y: body.bottom(),
        height: area.height - height,
        ..area
    };
    if let Some(sheet) = page.sheet(cx) {
        let line = Fact::parts("", &classes(sheet, cx)).styled(cx.look.dim);
        facts(buf, foot, cx.look, &[line]);
    }
}

fn cells<'a>(visit: &'a VisitRow, cx: &Cx<'_>) -> Vec<Cell<'a>> {
    vec![
        Cell::left(cx.say.day(visit.day)),
        Cell::left(cx.say.half(visit.half)),
        Cell::left(visit.head.as_str()),
        Cell::left(cx.say.household(visit.class)),
        Cell::left(cx.say.found(visit.found)).styled(tone(visit.found, cx.look)),
        Cell::left(visit.said.as_str()),
    ]
}

fn tone(found: Found, look: &Look) -> Style {
    match found {
        Found::Home | Found::Contacted => look.good,
        Found::Nobody => look.dim,
        Found::Refused => look.warn,
    }
}

/// The visit under the cursor, whole.
pub(super) fn visit(page: &Page, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let Some(visit) = page.visit(cx) else {
        pane(buf, area, cx.look, "", "", false);
        return;
    };
    let say = cx.say;
    let title = format!(
        "{} {}",
        say.day_and_weekday(visit.day),
        say.half(visit.half)
    );
    let inside = pane(buf, area, cx.look, &title, say.found(visit.found), false);
    let draft = page.visit_sheet(cx).map(|sheet| &sheet.draft);
    let people = draft.map(|it| cx.book.names(&it.people));
    let escort = draft.is_some_and(|it| it.escorted);
    let said = [
        Fact::new(say.column("visit", "head"), visit.head.as_str()).styled(cx.look.title),
        Fact::new(say.column("visit", "grp"), visit.group.as_str()),
        Fact::new(say.column("visit", "class"), say.household(visit.class)),
        Fact::new(say.column("visit", "said"), visit.said.as_str()),
        Fact::new(say.column("visit", "follow_up"), visit.follow_up.as_str()),
        Fact::new(say.column("visit", "people"), people.unwrap_or_default()),
        Fact::plain(if escort { say.village_escorted() } else { "" }).styled(cx.look.warn),
    ];
    facts(buf, inside, cx.look, &said);
}
