//! Findings: noting, editing, moving on, merging, and the numbers they earn.

use rusqlite::OptionalExtension;
use rusqlite::types::Value;

use super::{Column, Done, Hand, listed, value};
use crate::domain::change::{FindingSet, LogVerb, Made};
use crate::domain::codes::{Stage, Track};
use crate::domain::fault::{Fault, Need, Refusal};
use crate::domain::ids::{AreaNo, FindingId, SourceId, UnitId, VillageId};
use crate::domain::records::{FindingDraft, SourceDraft};
use crate::domain::rules::{self, Standing, line, text};
use crate::store::sql::{Areas, Day, broken};

fn columns(draft: &FindingDraft) -> Result<Vec<Column>, Fault> {
    let FindingDraft {
        title,
        body,
        village,
        unit,
        areas,
        level,
        track,
        clue,
        triage,
        discipline,
        spread,
        risk,
        handler,
        handler2,
        due,
        item,
        amount,
        people,
    } = draft;
    line("finding.title", title)?;
    text("finding.body", body)?;
    text("finding.people", people)?;
    Ok(vec![
        ("title", value(&title.trim())?),
        ("body", value(body)?),
        ("village", value(village)?),
        ("unit", value(unit)?),
        ("areas", value(&Areas(areas.clone()))?),
        ("level", value(level)?),
        ("track", value(track)?),
        ("clue", value(clue)?),
        ("triage", value(triage)?),
        ("discipline", value(discipline)?),
        ("spread", value(spread)?),
        ("risk", value(risk)?),
        ("handler", value(handler)?),
        ("handler2", value(handler2)?),
        ("due", value(&due.map(Day))?),
        ("item", value(item)?),
        ("amount", value(amount)?),
        ("people", value(people)?),
    ])
}

pub(super) fn note(hand: &mut Hand<'_>, draft: &FindingDraft) -> Result<Done, Fault> {
    let (id, called) = put(hand, draft)?;
    Ok(Done::new(LogVerb::NoteFinding, called).made(Made::Finding(id)))
}

/// Notes a finding; answers its key and what the log calls it.
pub(super) fn put(hand: &mut Hand<'_>, draft: &FindingDraft) -> Result<(FindingId, String), Fault> {
    check_areas(hand, &draft.areas)?;
    let mut draft = draft.clone();
    if draft.unit.is_none() {
        draft.unit = unit_of(hand, draft.village)?;
    }
    let mut row = columns(&draft)?;
    let code = code(hand)?;
    let number = format!("{code}-{:03}", hand.number(&code)?);
    let key = hand.key();
    row.extend([
        ("pre_no", value(&number)?),
        ("staged_on", value(&Day(hand.today()))?),
        ("staged_by", value(&hand.me)?),
        ("noted_on", value(&Day(hand.today()))?),
        ("noted_by", value(&hand.me)?),
    ]);
    hand.insert("finding", key, &row)?;
    let id = FindingId(key);
    step(hand, id, None, Stage::Noted, "")?;
    Ok((id, format!("{number} {}", draft.title.trim())))
}

/// The first half of a pre-number: the writer's team, else this machine.
fn code(hand: &Hand<'_>) -> Result<String, Fault> {
    hand.conn
        .prepare_cached(
            "SELECT coalesce((SELECT t.code FROM person p JOIN team t ON t.id = p.team WHERE p.id = ?), code)
             FROM device WHERE one = 1",
        )
        .and_then(|mut s| s.query_row([hand.me], |r| r.get(0)))
        .map_err(broken)
}

fn unit_of(hand: &Hand<'_>, village: Option<VillageId>) -> Result<Option<UnitId>, Fault> {
    let Some(village) = village else {
        return Ok(None);
    };
    hand.conn
        .prepare_cached("SELECT unit FROM village WHERE id = ?")
        .and_then(|mut s| s.query_row([village], |r| r.get(0)).optional())
        .map_err(broken)
}

/// Every area must be one of the round's scheme.
fn check_areas(hand: &Hand<'_>, areas: &[AreaNo]) -> Result<(), Fault> {
    for no in areas {
        let there = hand
            .conn
            .prepare_cached("SELECT 1 FROM area WHERE no = ? AND x = 1")
            .and_then(|mut s| s.exists([no]))
            .map_err(broken)?;
        if !there {
            return Err(Refusal::NoArea(*no).into());
        }
    }
    Ok(())
}

fn step(
    hand: &mut Hand<'_>,
    finding: FindingId,
    from: Option<Stage>,
    to: Stage,
    remark: &str,
) -> Result<(), Fault> {
    text("step.remark", remark)?;
    let key = hand.key();
    hand.insert(
        "step",
        key,
        &[
            ("finding", value(&finding)?),
            ("from_stage", value(&from)?),
            ("to_stage", value(&to)?),
            ("day", value(&Day(hand.today()))?),
            ("by", value(&hand.me)?),
            ("remark", value(&remark.trim())?),
        ],
    )
}

pub(super) fn edit(
    hand: &mut Hand<'_>,
    id: FindingId,
    was: &FindingDraft,
    now: &FindingDraft,
) -> Result<Done, Fault> {
    check_areas(hand, &now.areas)?;
    let mut now = now.clone();
    // A finding that is moved to another village answers to that village's organisation unless the form says otherwise.
    if now.village != was.village && now.unit == was.unit {
        now.unit = unit_of(hand, now.village)?;
    }
    hand.edit("finding", id.bytes(), columns(was)?, columns(&now)?)?;
    let called = called(hand, id)?;
    Ok(Done::new(LogVerb::EditFinding, called))
}

/// What the log calls a finding; refused if it is not there or withdrawn.
fn called(hand: &Hand<'_>, id: FindingId) -> Result<String, Fault> {
    hand.conn
        .prepare_cached("SELECT pre_no || ' ' || title FROM finding WHERE id = ? AND x = 1")
        .and_then(|mut s| s.query_row([id], |r| r.get(0)).optional())
        .map_err(broken)?
        .ok_or_else(|| Refusal::Gone.into())
}

pub(super) fn set(hand: &mut Hand<'_>, ids: &[FindingId], set: &FindingSet) -> Result<Done, Fault> {
    let row: Vec<Column> = match set {
        FindingSet::Handler(person) => vec![("handler", value(person)?)],
        FindingSet::Due(day) => vec![("due", value(&day.map(Day))?)],
        FindingSet::Track(track) => vec![("track", value(track)?)],
        FindingSet::Village(village) => vec![
            ("village", value(village)?),
            ("unit", value(&unit_of(hand, *village)?)?),
        ],
        FindingSet::Unit(unit) => vec![("unit", value(unit)?)],
        FindingSet::Areas(areas) => {
            check_areas(hand, areas)?;
            vec![("areas", value(&Areas(areas.clone()))?)]
        }
        FindingSet::Triage(triage) => vec![("triage", value(triage)?)],
    };
    let mut names = Vec::new();
    for id in ids {
        names.push(called(hand, *id)?);
        hand.update("finding", id.bytes(), &row)?;
    }
    Ok(Done::new(LogVerb::SetFindings, listed(&names)))
}

/// What the rules look at, and what the log calls it.
fn standing(hand: &Hand<'_>, id: FindingId) -> Result<(Standing, String), Fault> {
    hand.conn
        .prepare_cached(
            "SELECT pre_no, title, stage, track, coalesce(village, unit) IS NOT NULL, areas <> '', handler IS NOT NULL,
               trim(body) <> '', due IS NOT NULL,
               EXISTS (SELECT 1 FROM source s WHERE s.finding = f.id AND s.x = 1), coalesce(final_no, pre_no)
             FROM finding f WHERE id = ? AND x = 1",
        )
        .and_then(|mut s| {
            s.query_row([id], |r| {
                let track: Track = r.get(3)?;
                let mut has = Vec::new();
                let asked = [
                    (Need::Place, r.get(4)?),
                    (Need::Area, r.get(5)?),
                    (Need::Handler, r.get(6)?),
                    (Need::Body, r.get(7)?),
                    (Need::Due, r.get(8)?),
                    (Need::Source, r.get(9)?),
                    (Need::Track, track != Track::Undecided),
                ];
                has.extend(asked.into_iter().filter(|(_, there)| *there).map(|(need, _)| need));
                let called = format!("{} {}", r.get::<_, String>(0)?, r.get::<_, String>(1)?);
                let standing = Standing {
                    number: r.get(10)?,
                    stage: r.get(2)?,
                    track,
                    has,
                };
                Ok((standing, called))
            })
            .optional()
        })
        .map_err(broken)?
        .ok_or_else(|| Refusal::Gone.into())
}

pub(super) fn move_stage(
    hand: &mut Hand<'_>,
    ids: &[FindingId],
    to: Stage,
    remark: &str,
) -> Result<Done, Fault> {
    let mut names = Vec::new();
    for id in ids {
        let (it, called) = standing(hand, *id)?;
        rules::allowed(&it, to, remark)?;
        enter(hand, *id, it.stage, to, remark)?;
        names.push(called);
    }
    Ok(Done::new(LogVerb::MoveStage, listed(&names)))
}

/// The step itself, with what a stage brings with it.
fn enter(
    hand: &mut Hand<'_>,
    id: FindingId,
    from: Stage,
    to: Stage,
    remark: &str,
) -> Result<(), Fault> {
    hand.update(
        "finding",
        id.bytes(),
        &[
            ("stage", value(&to)?),
            ("staged_on", value(&Day(hand.today()))?),
            ("staged_by", value(&hand.me)?),
        ],
    )?;
    step(hand, id, Some(from), to, remark)?;
    if to == Stage::Qualified {
        final_number(hand, id)?;
    }
    if to == Stage::Closed {
        // 回头看: what was put right is looked at again on the checklist.
        hand.conn
            .prepare_cached(
                "UPDATE answer SET state = 'unsure' WHERE id IN (SELECT a.id FROM finding f
               JOIN answer a ON a.village = f.village AND a.item = f.item
               WHERE f.id = ?1 AND a.finding = ?1 AND a.state = 'finding' AND a.x = 1)",
            )
            .and_then(|mut s| s.execute([id]))
            .map_err(broken)?;
    }
    Ok(())
}

/// The final number, earned by sign-off: 「2018-01-圃田-009」. Given once.
fn final_number(hand: &Hand<'_>, id: FindingId) -> Result<(), Fault> {
    let place: Option<(String, String)> = hand
        .conn
        .prepare_cached(
            "SELECT r.code, u.short FROM finding f JOIN unit u ON u.id = f.unit JOIN round r ON r.x = 1
             WHERE f.id = ? AND f.final_no IS NULL",
        )
        .and_then(|mut s| s.query_row([id], |r| Ok((r.get(0)?, r.get(1)?))).optional())
        .map_err(broken)?;
    let Some((round, unit)) = place else {
        return Ok(());
    };
    let code = format!("{round}-{unit}");
    let number = format!("{code}-{:03}", hand.number(&code)?);
    hand.update("finding", id.bytes(), &[("final_no", value(&number)?)])
}

pub(super) fn merge(
    hand: &mut Hand<'_>,
    from: FindingId,
    into: FindingId,
    reason: &str,
) -> Result<Done, Fault> {
    if from == into {
        return Err(Refusal::MergeIntoItself.into());
    }
    let (it, name) = standing(hand, from)?;
    let (target, other) = standing(hand, into)?;
    for (standing, number) in [(&it, &it.number), (&target, &target.number)] {
        if !standing.stage.is_live() {
            return Err(Refusal::NoWay {
                number: number.clone(),
                from: standing.stage,
                to: Stage::Merged,
            }
            .into());
        }
    }
    if reason.trim().is_empty() {
        return Err(Refusal::NoReason.into());
    }
    enter(hand, from, it.stage, Stage::Merged, reason)?;
    hand.update("finding", from.bytes(), &[("merged_into", value(&into)?)])?;
    let sources: Vec<(Value, Value)> = hand
        .conn
        .prepare_cached("SELECT kind, reference FROM source WHERE finding = ? AND x = 1 ORDER BY n")
        .and_then(|mut s| {
            s.query_map([from], |r| Ok((r.get(0)?, r.get(1)?)))
                .and_then(Iterator::collect)
        })
        .map_err(broken)?;
    for (kind, reference) in sources {
        let key = hand.key();
        hand.insert(
            "source",
            key,
            &[
                ("finding", value(&into)?),
                ("kind", kind),
                ("reference", reference),
            ],
        )?;
    }
    Ok(Done::new(
        LogVerb::MergeFinding,
        format!("{name} → {other}"),
    ))
}

pub(super) fn add_source(
    hand: &mut Hand<'_>,
    finding: FindingId,
    source: &SourceDraft,
) -> Result<Done, Fault> {
    let SourceDraft { kind, reference } = source;
    line("source.reference", reference)?;
    let called = called(hand, finding)?;
    let key = hand.key();
    hand.insert(
        "source",
        key,
        &[
            ("finding", value(&finding)?),
            ("kind", value(kind)?),
            ("reference", value(&reference.trim())?),
        ],
    )?;
    Ok(Done::new(LogVerb::AddSource, called).made(Made::Source(SourceId(key))))
}
