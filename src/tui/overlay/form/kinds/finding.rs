//! Findings and their evidence.

use super::super::field::Field;
use super::super::read::{Errors, Reader};
use crate::domain::codes::SourceKind;
use crate::domain::records::{FindingDraft, SourceDraft};
use crate::tui::overlay::picker::choice::Choices;
use crate::tui::screen::Cx;

/// What matters first stands first; only the title is needed.
pub(super) fn fields(it: &FindingDraft, cx: &Cx<'_>) -> Vec<Field> {
    let say = cx.say;
    let name = |slug| say.column("finding", slug);
    let (none, nobody) = (say.pick_none(), say.pick_nobody());
    vec![
        Field::line("title", name("title"), &it.title)
            .required()
            .wide()
            .blank(say.blank_title()),
        Field::maybe(
            "village",
            name("village"),
            Choices::Villages,
            it.village,
            none,
        ),
        Field::maybe("unit", name("unit"), Choices::Units, it.unit, none),
        Field::many("areas", name("areas"), Choices::Areas, &it.areas),
        Field::one("track", name("track"), Choices::Tracks, it.track),
        Field::maybe(
            "handler",
            name("handler"),
            Choices::People,
            it.handler,
            nobody,
        ),
        Field::maybe(
            "handler2",
            say.label_handler2(),
            Choices::People,
            it.handler2,
            nobody,
        ),
        Field::date("due", name("due"), it.due).blank(say.blank_due()),
        Field::one("triage", name("triage"), Choices::Triage, it.triage),
        Field::body("body", name("body"), &it.body).blank(say.blank_body()),
        Field::maybe("item", name("item"), Choices::Points, it.item, none),
        Field::one("level", say.label_level(), Choices::Levels, it.level),
        Field::maybe(
            "discipline",
            name("discipline"),
            Choices::Disciplines,
            it.discipline,
            none,
        ),
        Field::one("spread", say.label_spread(), Choices::Spreads, it.spread),
        Field::one("risk", say.label_risk(), Choices::Risks, it.risk),
        Field::number("amount", name("amount"), it.amount).blank(say.blank_amount()),
        Field::line("people", say.label_concerned(), &it.people).blank(say.blank_concerned()),
        Field::flag("clue", say.label_clue(), it.clue),
    ]
}

/// The draft as the fields say.
pub(super) fn read(mut it: FindingDraft, mut read: Reader<'_>) -> Result<FindingDraft, Errors> {
    read.line("title", &mut it.title);
    read.maybe("village", &mut it.village);
    read.maybe("unit", &mut it.unit);
    read.many("areas", &mut it.areas);
    read.one("track", &mut it.track);
    read.maybe("handler", &mut it.handler);
    read.maybe("handler2", &mut it.handler2);
    read.maybe_day("due", &mut it.due);
    read.one("triage", &mut it.triage);
    read.body("body", &mut it.body);
    read.maybe("item", &mut it.item);
    read.one("level", &mut it.level);
    read.maybe("discipline", &mut it.discipline);
    read.one("spread", &mut it.spread);
    read.one("risk", &mut it.risk);
    read.number("amount", &mut it.amount);
    read.line("people", &mut it.people);
    read.flag("clue", &mut it.clue);
    read.done(it)
}

/// The next one: same place, same area.
pub(super) fn next(mut read: Reader<'_>) -> FindingDraft {
    let mut it = FindingDraft::titled("");
    read.maybe("village", &mut it.village);
    read.maybe("unit", &mut it.unit);
    read.many("areas", &mut it.areas);
    read.one("level", &mut it.level);
    it
}

/// A reference to evidence: never the file itself.
pub(super) fn source_fields(cx: &Cx<'_>) -> Vec<Field> {
    let name = |slug| cx.say.column("source", slug);
    vec![
        Field::one("kind", name("kind"), Choices::SourceKinds, SourceKind::Talk),
        Field::line("reference", name("reference"), "")
            .required()
            .wide()
            .blank(cx.say.blank_reference()),
    ]
}

pub(super) fn read_source(mut read: Reader<'_>) -> Result<SourceDraft, Errors> {
    let mut it = SourceDraft {
        kind: SourceKind::Talk,
        reference: String::new(),
    };
    read.one("kind", &mut it.kind);
    read.line("reference", &mut it.reference);
    read.done(it)
}
