//! A village's profile, and the answers to its checklist.

use super::super::field::Field;
use super::super::read::{Errors, Reader};
use crate::domain::records::{AnswerDraft, VillageDraft};
use crate::tui::overlay::picker::choice::Choices;
use crate::tui::screen::Cx;

pub(super) fn fields(it: &VillageDraft, cx: &Cx<'_>) -> Vec<Field> {
    let say = cx.say;
    let name = |slug| say.column("village", slug);
    vec![
        Field::line("name", name("name"), &it.name)
            .required()
            .wide(),
        Field::one("kind", name("kind"), Choices::VillageKinds, it.kind),
        Field::one("unit", say.label_unit(), Choices::Units, it.unit),
        Field::number("households", name("households"), it.households),
        Field::number("at_home", name("at_home"), it.at_home),
        Field::body("note", name("note"), &it.note),
    ]
}

pub(super) fn read(mut it: VillageDraft, mut read: Reader<'_>) -> Result<VillageDraft, Errors> {
    read.line("name", &mut it.name);
    read.one("kind", &mut it.kind);
    read.one("unit", &mut it.unit);
    read.number("households", &mut it.households);
    read.number("at_home", &mut it.at_home);
    read.body("note", &mut it.note);
    read.done(it)
}

pub(super) fn answer_fields(it: &AnswerDraft, cx: &Cx<'_>) -> Vec<Field> {
    let name = |slug| cx.say.column("answer", slug);
    vec![
        Field::one("state", name("state"), Choices::AnswerStates, it.state),
        Field::date("day", name("day"), Some(it.day)).required(),
        Field::many("people", name("people"), Choices::People, &it.people).wide(),
        Field::body("note", name("note"), &it.note),
    ]
}

pub(super) fn read_answer(
    mut it: AnswerDraft,
    mut read: Reader<'_>,
) -> Result<AnswerDraft, Errors> {
    read.one("state", &mut it.state);
    read.day("day", &mut it.day);
    read.many("people", &mut it.people);
    read.body("note", &mut it.note);
    read.done(it)
}
