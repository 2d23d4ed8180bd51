//! An event: one line in a list, or whole.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{Cell, Col, columns, paragraph, row};
use crate::domain::answer::EventRow;
use crate::domain::codes::EventStatus;
use crate::text::{Lang, cells};
use crate::tui::look::Look;
use crate::tui::screen::Cx;

/// Draws an event into a strip: sign, half day (if asked for), kind, where and what, what came of it, who.
pub(crate) fn event_line(
    buf: &mut Buffer,
    strip: Rect,
    cx: &Cx<'_>,
    event: &EventRow,
    style: Style,
    with_half: bool,
) {
    let say = cx.say;
    let kind = match say {
        Lang::Zh => 8,
        Lang::En => 12,
    };
    // A narrow strip keeps the title: it says what the kind says.
    let kind = if strip.width < 56 { 0 } else { kind };
    let half = u16::from(with_half) * 4;
    let title = event_title(event);
    let outcome = outcome(say, event);
    let people = cx.book.names(&event.draft.people);
    let wide = |text: &str, most: u16| cells::to_u16(cells::width(text)).min(most);
    // What came of it and who goes take the room that the title leaves.
    let places = columns(
        strip.width,
        1,
        &[
            Col::Fix(1),
            Col::Fix(half),
            Col::Fix(kind),
            Col::Flex(wide(&title, strip.width.saturating_sub(2))),
            Col::Fix(wide(&outcome, 12)),
            Col::Fix(wide(&people, 24)),
        ],
    );
    let tone = tone(cx.look, event);
    row(
        buf,
        strip,
        &places,
        style,
        &[
            Cell::left(say.event_sign(event.status)).styled(sign_style(cx.look, event.status)),
            Cell::left(say.half(event.draft.half)).styled(cx.look.dim),
            Cell::left(say.event_kind(event.draft.kind)).styled(cx.look.dim),
            Cell::left(title).styled(tone),
            Cell::right(outcome).styled(cx.look.dim),
            Cell::right(people).styled(cx.look.dim),
        ],
    );
}

/// What an event is about, with its place unless the title names it; milestones carry a star.
pub(crate) fn event_title(event: &EventRow) -> String {
    let title = event.draft.title.trim();
    let place = if event.village_name.is_empty() {
        &event.unit_name
    } else {
        &event.village_name
    };
    let mut text = String::new();
    if event.draft.milestone {
        text.push('★');
    }
    if !place.is_empty() && !title.contains(place.as_str()) {
        text.push_str(place);
        if !title.is_empty() {
            text.push(' ');
        }
    }
    text.push_str(title);
    text
}

/// What became of it, short: `6 户`, `→11-16`, 取消.
pub(crate) fn outcome(say: Lang, event: &EventRow) -> String {
    let to = |day| format!("→{}", say.day(day));
    let from = |day| format!("{}→", say.day(day));
    match event.status {
        EventStatus::Moved => event
            .moved_to
            .map_or_else(|| say.event_status(event.status).to_owned(), to),
        EventStatus::Cancelled => say.event_status(event.status).to_owned(),
        EventStatus::Planned => event.moved_from.map(from).unwrap_or_default(),
        EventStatus::Done => match (event.draft.count, say.event_unit(event.draft.kind)) {
            (Some(n), Some(unit)) => format!("{n} {unit}"),
            _ => String::new(),
        },
    }
}

/// The whole event, wrapped from the top of an area; returns the rows it took.
pub(crate) fn event_sheet(buf: &mut Buffer, area: Rect, cx: &Cx<'_>, event: &EventRow) -> u16 {
    let mut y = 0;
    for (text, style) in event_facts(cx, event) {
        let rest = Rect {
            y: area.y.saturating_add(y),
            height: area.height.saturating_sub(y),
            ..area
        };
        y = y.saturating_add(paragraph(buf, rest, &text, style));
    }
    y.min(area.height)
}

/// What there is to say about an event, a line per fact, the title first.
fn event_facts(cx: &Cx<'_>, event: &EventRow) -> Vec<(String, Style)> {
    let (say, look, draft) = (cx.say, cx.look, &event.draft);
    let join = |parts: &[&str]| {
        let parts: Vec<&str> = parts.iter().copied().filter(|it| !it.is_empty()).collect();
        parts.join(" · ")
    };
    let when = join(&[
        &say.day_and_weekday(draft.day),
        say.half(draft.half),
        say.event_kind(draft.kind),
    ]);
    let place = join(&[&event.unit_name, &event.village_name, &draft.place]);
    let status = format!(
        "{} {}",
        say.event_sign(event.status),
        say.event_status(event.status)
    );
    let standing = join(&[
        &status,
        &outcome(say, event),
        if draft.sensitive {
            say.unannounced()
        } else {
            ""
        },
    ]);
    let people = join(&[&cx.book.names(&draft.people), &event.team_code]);
    let facts = [
        (event_title(event), look.title),
        (when, look.text),
        (place, look.text),
        (people, look.text),
        (standing, sign_style(look, event.status)),
        (draft.note.clone(), look.text),
    ];
    facts
        .into_iter()
        .filter(|(text, _)| cells::width(text) > 0)
        .collect()
}

/// The colour of a status sign.
pub(crate) fn sign_style(look: &Look, status: EventStatus) -> Style {
    match status {
        EventStatus::Done => look.good,
        EventStatus::Planned => look.text,
        EventStatus::Moved | EventStatus::Cancelled => look.dim,
    }
}

/// The colour of what an event is about.
fn tone(look: &Look, event: &EventRow) -> Style {
    match event.status {
        EventStatus::Moved | EventStatus::Cancelled => look.dim,
        _ if event.draft.milestone => look.key,
        _ => look.text,
    }
}
