//! Events: planned, moved, finished.

use chrono::{Duration, NaiveDate};
use rusqlite::OptionalExtension;
use rusqlite::types::Value;

use super::{Column, Done, Hand, listed, value};
use crate::domain::change::{LogVerb, Made};
use crate::domain::codes::{EventStatus, Half};
use crate::domain::fault::{Fault, Refusal};
use crate::domain::ids::EventId;
use crate::domain::records::EventDraft;
use crate::domain::rules::{line, text};
use crate::store::sql::{Day, People, broken};

fn columns(draft: &EventDraft) -> Result<Vec<Column>, Fault> {
    let EventDraft {
        day,
        half,
        kind,
        title,
        team,
        unit,
        village,
        people,
        place,
        milestone,
        sensitive,
        count,
        note,
    } = draft;
    line("event.title", title)?;
    text("event.place", place)?;
    text("event.note", note)?;
    Ok(vec![
        ("day", value(&Day(*day))?),
        ("half", value(half)?),
        ("kind", value(kind)?),
        ("title", value(&title.trim())?),
        ("team", value(team)?),
        ("unit", value(unit)?),
        ("village", value(village)?),
        ("people", value(&People(people.clone()))?),
        ("place", value(place)?),
        ("milestone", value(milestone)?),
        ("sensitive", value(sensitive)?),
        ("count", value(count)?),
        ("note", value(note)?),
    ])
}

pub(super) fn plan(hand: &mut Hand<'_>, draft: &EventDraft) -> Result<Done, Fault> {
    let key = hand.key();
    hand.insert("event", key, &columns(draft)?)?;
    let subject = format!("{} {}", draft.day, draft.title.trim());
    Ok(Done::new(LogVerb::PlanEvent, subject).made(Made::Event(EventId(key))))
}

pub(super) fn edit(
    hand: &mut Hand<'_>,
    id: EventId,
    was: &EventDraft,
    now: &EventDraft,
) -> Result<Done, Fault> {
    let it = standing(hand, id)?;
    if it.status == EventStatus::Moved {
        return Err(Refusal::EventMoved.into());
    }
    hand.edit("event", id.bytes(), columns(was)?, columns(now)?)?;
    Ok(Done::new(
        LogVerb::EditEvent,
        format!("{} {}", now.day, now.title.trim()),
    ))
}

/// What moving and finishing look at.
struct Standing {
    day: NaiveDate,
    half: Half,
    title: String,
    status: EventStatus,
    moved_from: Option<NaiveDate>,
}

fn standing(hand: &Hand<'_>, id: EventId) -> Result<Standing, Fault> {
    hand.conn
        .prepare_cached(
            "SELECT day, half, title, status, moved_from FROM event WHERE id = ? AND x = 1",
        )
        .and_then(|mut s| {
            s.query_row([id], |r| {
                Ok(Standing {
                    day: r.get::<_, Day>(0)?.0,
                    half: r.get(1)?,
                    title: r.get(2)?,
                    status: r.get(3)?,
                    moved_from: r.get::<_, Option<Day>>(4)?.map(|d| d.0),
                })
            })
            .optional()
        })
        .map_err(broken)?
        .ok_or_else(|| Refusal::Gone.into())
}

/// Moves events. The event itself keeps its key and goes to the new day; what stays behind is a trace marked as moved,
/// so that the old plan can still be seen. An event that is moved again takes its trace's arrow along.
pub(super) fn shift(
    hand: &mut Hand<'_>,
    ids: &[EventId],
    days: i64,
    half: Option<Half>,
) -> Result<Done, Fault> {
    let mut names = Vec::new();
    for id in ids {
        let it = standing(hand, *id)?;
        if it.status == EventStatus::Moved {
            return Err(Refusal::EventMoved.into());
        }
        let to = it
            .day
            .checked_add_signed(Duration::days(days))
            .ok_or(Refusal::BadPeriod)?;
        let half = half.unwrap_or(it.half);
        if to == it.day && half == it.half {
            continue;
        }
        let from = if let Some(origin) = it.moved_from {
            lead(hand, &it, origin, to)?;
            (origin != to).then_some(origin)
        } else {
            trace(hand, *id, to)?;
            Some(it.day)
        };
        hand.update(
            "event",
            id.bytes(),
            &[
                ("day", value(&Day(to))?),
                ("half", value(&half)?),
                ("moved_from", value(&from.map(Day))?),
                ("status", value(&EventStatus::Planned)?),
            ],
        )?;
        names.push(format!("{} {} → {to}", it.day, it.title));
    }
    Ok(Done::new(LogVerb::MoveEvents, listed(&names)))
}

/// The trace of an event that is moved again says where it goes now; back on its first day it needs none.
fn lead(hand: &Hand<'_>, it: &Standing, origin: NaiveDate, to: NaiveDate) -> Result<(), Fault> {
    hand.conn
        .prepare_cached(
            "UPDATE event SET moved_to = ?1, x = ?1 <> ?2
             WHERE day = ?2 AND status = 'moved' AND moved_to = ?3 AND title = ?4 AND x = 1",
        )
        .and_then(|mut s| {
            s.execute(rusqlite::params![
                Day(to),
                Day(origin),
                Day(it.day),
                it.title
            ])
        })
        .map(|_| ())
        .map_err(broken)
}

/// What stays behind when an event moves: a copy that says where it went.
fn trace(hand: &mut Hand<'_>, id: EventId, to: NaiveDate) -> Result<(), Fault> {
    let key = hand.key();
    hand.conn
        .prepare_cached(
            "INSERT INTO event (id, day, half, kind, title, team, unit, village, people, place, milestone, sensitive,
               note, status, moved_to)
             SELECT ?1, day, half, kind, title, team, unit, village, people, place, milestone, sensitive, note, 'moved', ?2
             FROM event WHERE id = ?3",
        )
        .and_then(|mut s| s.execute(rusqlite::params![key.as_bytes(), Day(to), id]))
        .map(|_| ())
        .map_err(broken)
}

pub(super) fn set(
    hand: &mut Hand<'_>,
    ids: &[EventId],
    status: EventStatus,
    count: Option<u32>,
) -> Result<Done, Fault> {
    if status == EventStatus::Moved {
        return Err(Refusal::EventMoved.into());
    }
    let mut names = Vec::new();
    for id in ids {
        let it = standing(hand, *id)?;
        if it.status == EventStatus::Moved {
            return Err(Refusal::EventMoved.into());
        }
        let mut row = vec![("status", value(&status)?)];
        if let Some(count) = count {
            row.push(("count", Value::Integer(count.into())));
        }
        hand.update("event", id.bytes(), &row)?;
        names.push(format!("{} {}", it.day, it.title));
    }
    Ok(Done::new(LogVerb::SetEvents, listed(&names)))
}
