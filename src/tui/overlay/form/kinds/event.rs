//! Events: planned, changed, finished with a count.

use super::super::field::Field;
use super::super::read::{Errors, Reader};
use crate::domain::change::Change;
use crate::domain::codes::EventStatus;
use crate::domain::ids::EventId;
use crate::domain::records::EventDraft;
use crate::tui::overlay::picker::choice::Choices;
use crate::tui::screen::Cx;

pub(super) fn fields(it: &EventDraft, cx: &Cx<'_>) -> Vec<Field> {
    let say = cx.say;
    let name = |slug| say.column("event", slug);
    let none = say.pick_none();
    vec![
        Field::one("kind", name("kind"), Choices::EventKinds, it.kind),
        Field::one("half", name("half"), Choices::Halves, it.half),
        Field::line("title", name("title"), &it.title)
            .wide()
            .blank(say.blank_event_title()),
        Field::date("day", name("day"), Some(it.day)).required(),
        Field::maybe("team", name("team"), Choices::Teams, it.team, none),
        Field::maybe(
            "village",
            name("village"),
            Choices::Villages,
            it.village,
            none,
        ),
        Field::maybe("unit", say.label_unit(), Choices::Units, it.unit, none),
        Field::many("people", name("people"), Choices::People, &it.people).at_least(2),
        Field::line("place", name("place"), &it.place),
        Field::flag("milestone", name("milestone"), it.milestone),
        Field::flag("sensitive", name("sensitive"), it.sensitive),
        Field::number("count", name("count"), it.count).blank(say.blank_count()),
        Field::line("note", name("note"), &it.note),
    ]
}

/// An event without a title is called by its kind.
pub(super) fn read(
    mut it: EventDraft,
    mut read: Reader<'_>,
    cx: &Cx<'_>,
) -> Result<EventDraft, Errors> {
    read.one("kind", &mut it.kind);
    read.one("half", &mut it.half);
    read.day("day", &mut it.day);
    read.maybe("team", &mut it.team);
    read.line("title", &mut it.title);
    read.maybe("village", &mut it.village);
    read.maybe("unit", &mut it.unit);
    read.many("people", &mut it.people);
    read.line("place", &mut it.place);
    read.flag("milestone", &mut it.milestone);
    read.flag("sensitive", &mut it.sensitive);
    read.number("count", &mut it.count);
    read.line("note", &mut it.note);
    if it.title.trim().is_empty() {
        cx.say.event_kind(it.kind).clone_into(&mut it.title);
    }
    read.done(it)
}

/// The next one: same day and place, nothing said yet.
pub(super) fn next(mut it: EventDraft, mut read: Reader<'_>) -> EventDraft {
    read.one("half", &mut it.half);
    read.day("day", &mut it.day);
    read.maybe("team", &mut it.team);
    read.maybe("village", &mut it.village);
    read.maybe("unit", &mut it.unit);
    read.many("people", &mut it.people);
    EventDraft {
        title: String::new(),
        place: String::new(),
        milestone: false,
        sensitive: false,
        count: None,
        note: String::new(),
        ..it
    }
}

/// How many it came to.
pub(super) fn finish_fields(count: Option<u32>, cx: &Cx<'_>) -> Vec<Field> {
    let label = cx.say.column("event", "count");
    vec![
        Field::number("count", label, count)
            .wide()
            .blank(cx.say.blank_how_many()),
    ]
}

pub(super) fn finish(
    id: EventId,
    mut count: Option<u32>,
    mut read: Reader<'_>,
) -> Result<Change, Errors> {
    read.number("count", &mut count);
    read.done(Change::SetEvents {
        ids: vec![id],
        status: EventStatus::Done,
        count,
    })
}
