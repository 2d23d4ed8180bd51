//! Meetings and their action items.

use super::super::field::Field;
use super::super::read::{Errors, Reader};
use crate::domain::records::{ActionDraft, MeetingDraft};
use crate::tui::overlay::picker::choice::{Choices, Pickable};
use crate::tui::screen::Cx;

pub(super) fn fields(it: &MeetingDraft, cx: &Cx<'_>) -> Vec<Field> {
    let name = |slug| cx.say.column("meeting", slug);
    vec![
        Field::one("kind", name("kind"), Choices::MeetingKinds, it.kind).wide(),
        Field::many("present", name("present"), Choices::People, &it.present).wide(),
        Field::many("absent", name("absent"), Choices::People, &it.absent).wide(),
        Field::body("decisions", name("decisions"), &it.decisions).blank(cx.say.blank_decisions()),
    ]
}

pub(super) fn read(mut it: MeetingDraft, mut read: Reader<'_>) -> Result<MeetingDraft, Errors> {
    read.one("kind", &mut it.kind);
    read.many("present", &mut it.present);
    read.many("absent", &mut it.absent);
    // Nobody is both: who is named absent was not there.
    it.present.retain(|one| !it.absent.contains(one));
    read.body("decisions", &mut it.decisions);
    read.done(it)
}

pub(super) fn action_fields(cx: &Cx<'_>) -> Vec<Field> {
    let say = cx.say;
    let name = |slug| say.column("action", slug);
    vec![
        Field::line("text", name("text"), "")
            .required()
            .wide()
            .blank(say.blank_action()),
        Field::maybe(
            "owner",
            name("owner"),
            Choices::People,
            Pickable::Nothing,
            say.pick_nobody(),
        ),
        Field::date("due", name("due"), None).blank(say.blank_due()),
    ]
}

pub(super) fn read_action(mut read: Reader<'_>) -> Result<ActionDraft, Errors> {
    let mut it = ActionDraft {
        text: String::new(),
        owner: None,
        due: None,
    };
    read.line("text", &mut it.text);
    read.maybe("owner", &mut it.owner);
    read.maybe_day("due", &mut it.due);
    read.done(it)
}
