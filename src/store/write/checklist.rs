//! Answers to checklist points.

use rusqlite::OptionalExtension;

use super::{Done, Hand, findings, value};
use crate::domain::change::{LogVerb, Made};
use crate::domain::codes::{AnswerState, VillageKind};
use crate::domain::fault::{Fault, Refusal};
use crate::domain::ids::FindingId;
use crate::domain::records::{AnswerDraft, FindingDraft};
use crate::domain::rules::text;
use crate::store::make::derived;
use crate::store::sql::{Day, People, broken};

pub(super) fn answer(hand: &mut Hand<'_>, draft: &AnswerDraft) -> Result<Done, Fault> {
    let called = put(hand, draft, draft.finding)?;
    Ok(Done::new(LogVerb::Answer, called))
}

/// A point that fails and the finding it leads to, in one step.
pub(super) fn fail(
    hand: &mut Hand<'_>,
    finding: &FindingDraft,
    draft: &AnswerDraft,
) -> Result<Done, Fault> {
    let (id, called) = findings::put(hand, finding)?;
    let mut draft = draft.clone();
    draft.state = AnswerState::Finding;
    put(hand, &draft, Some(id))?;
    Ok(Done::new(LogVerb::FailItem, called).made(Made::Finding(id)))
}

fn put(
    hand: &mut Hand<'_>,
    draft: &AnswerDraft,
    finding: Option<FindingId>,
) -> Result<String, Fault> {
    let AnswerDraft {
        village,
        item,
        state,
        note,
        people,
        day,
        finding: _,
    } = draft;
    text("answer.note", note)?;
    let place: Option<(String, VillageKind)> = hand
        .conn
        .prepare_cached("SELECT name, kind FROM village WHERE id = ? AND x = 1")
        .and_then(|mut s| {
            s.query_row([village], |r| Ok((r.get(0)?, r.get(1)?)))
                .optional()
        })
        .map_err(broken)?;
    let point: Option<(String, Option<VillageKind>, u8)> = hand
        .conn
        .prepare_cached("SELECT code, kind, area FROM item WHERE id = ? AND x = 1")
        .and_then(|mut s| {
            s.query_row([item], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))
                .optional()
        })
        .map_err(broken)?;
    let (Some((name, village_kind)), Some((code, asked_of, area))) = (place, point) else {
        return Err(Refusal::Gone.into());
    };
    if asked_of.is_some_and(|kind| kind != village_kind) {
        return Err(Refusal::ItemNotAsked.into());
    }
    hand.upsert(
        "answer",
        derived(&[b"answer", village.bytes(), item.bytes()]),
        vec![
            ("village", value(village)?),
            ("item", value(item)?),
            ("area", value(&area)?),
            ("state", value(state)?),
            ("note", value(&note.trim())?),
            ("people", value(&People(people.clone()))?),
            ("day", value(&Day(*day))?),
            ("by", value(&hand.me)?),
            ("finding", value(&finding)?),
        ],
    )?;
    Ok(format!("{name} {code}"))
}
