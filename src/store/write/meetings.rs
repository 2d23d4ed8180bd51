//! Meetings: notes while open, frozen figures once closed.

use chrono::NaiveDate;
use rusqlite::OptionalExtension;
use rusqlite::types::Value;
use uuid::Uuid;

use super::{Column, Done, Hand, value};
use crate::domain::change::{LogVerb, Made};
use crate::domain::codes::{ActionState, MeetingKind};
use crate::domain::fault::{Fault, Refusal};
use crate::domain::ids::{ActionId, MeetingId, TeamId};
use crate::domain::records::{ActionDraft, MeetingDraft};
use crate::domain::rules::{line, text};
use crate::store::answers;
use crate::store::make::derived;
use crate::store::sql::{Day, Moment, People, broken};

/// Two machines that open the meeting of one day and team open the same one.
fn key(day: NaiveDate, team: Option<TeamId>) -> Uuid {
    let team = team.map(|t| *t.bytes()).unwrap_or_default();
    derived(&[b"meeting", day.to_string().as_bytes(), &team])
}

/// Whether the meeting is there, and closed.
fn state(hand: &Hand<'_>, id: &[u8; 16]) -> Result<Option<(NaiveDate, bool)>, Fault> {
    hand.conn
        .prepare_cached("SELECT day, figures IS NOT NULL FROM meeting WHERE id = ? AND x = 1")
        .and_then(|mut s| {
            s.query_row([id], |r| Ok((r.get::<_, Day>(0)?.0, r.get(1)?)))
                .optional()
        })
        .map_err(broken)
}

fn still_open(hand: &Hand<'_>, id: &[u8; 16]) -> Result<(), Fault> {
    match state(hand, id)? {
        Some((day, true)) => Err(Refusal::MeetingClosed(day).into()),
        _ => Ok(()),
    }
}

fn columns(draft: &MeetingDraft) -> Result<Vec<Column>, Fault> {
    let MeetingDraft {
        day,
        kind,
        team,
        present,
        absent,
        decisions,
    } = draft;
    text("meeting.decisions", decisions)?;
    Ok(vec![
        ("day", value(&Day(*day))?),
        ("team", value(team)?),
        ("kind", value(kind)?),
        ("present", value(&People(present.clone()))?),
        ("absent", value(&People(absent.clone()))?),
        ("decisions", value(decisions)?),
    ])
}

pub(super) fn save(hand: &mut Hand<'_>, draft: &MeetingDraft) -> Result<Done, Fault> {
    let key = key(draft.day, draft.team);
    still_open(hand, key.as_bytes())?;
    hand.upsert("meeting", key, columns(draft)?)?;
    Ok(Done::new(LogVerb::SaveMeeting, draft.day.to_string()).made(Made::Meeting(MeetingId(key))))
}

/// Opens the meeting of a day if nobody has, with everybody's name still to be entered.
fn ensure(hand: &mut Hand<'_>, day: NaiveDate, team: Option<TeamId>) -> Result<Uuid, Fault> {
    let key = key(day, team);
    if state(hand, key.as_bytes())?.is_none() {
        let draft = MeetingDraft {
            day,
            kind: MeetingKind::Team,
            team,
            present: Vec::new(),
            absent: Vec::new(),
            decisions: String::new(),
        };
        hand.upsert("meeting", key, columns(&draft)?)?;
    }
    Ok(key)
}

pub(super) fn close(
    hand: &mut Hand<'_>,
    day: NaiveDate,
    team: Option<TeamId>,
) -> Result<Done, Fault> {
    let key = ensure(hand, day, team)?;
    still_open(hand, key.as_bytes())?;
    let figures = serde_json::to_string(&answers::figures(hand.conn, day)?)
        .map_err(|e| Fault::Internal(e.to_string()))?;
    hand.update(
        "meeting",
        key.as_bytes(),
        &[
            ("figures", Value::Text(figures)),
            ("closed_by", value(&hand.me)?),
            ("closed_at", value(&Moment(hand.now))?),
        ],
    )?;
    Ok(Done::new(LogVerb::CloseMeeting, day.to_string()).made(Made::Meeting(MeetingId(key))))
}

pub(super) fn reopen(hand: &mut Hand<'_>, id: MeetingId, reason: &str) -> Result<Done, Fault> {
    text("meeting.reopened", reason)?;
    if reason.trim().is_empty() {
        return Err(Refusal::NoReason.into());
    }
    let day = match state(hand, id.bytes())? {
        None => return Err(Refusal::Gone.into()),
        Some((day, false)) => return Err(Refusal::MeetingOpen(day).into()),
        Some((day, true)) => day,
    };
    hand.update(
        "meeting",
        id.bytes(),
        &[
            ("figures", Value::Null),
            ("closed_by", Value::Null),
            ("closed_at", Value::Null),
            ("reopened", value(&reason.trim())?),
        ],
    )?;
    Ok(Done::new(
        LogVerb::ReopenMeeting,
        format!("{day} · {}", reason.trim()),
    ))
}

pub(super) fn add_action(
    hand: &mut Hand<'_>,
    day: NaiveDate,
    team: Option<TeamId>,
    action: &ActionDraft,
) -> Result<Done, Fault> {
    let ActionDraft {
        text: words,
        owner,
        due,
    } = action;
    line("action.text", words)?;
    let meeting = ensure(hand, day, team)?;
    still_open(hand, meeting.as_bytes())?;
    let key = hand.key();
    hand.insert(
        "action",
        key,
        &[
            ("meeting", value(&MeetingId(meeting))?),
            ("text", value(&words.trim())?),
            ("owner", value(owner)?),
            ("due", value(&due.map(Day))?),
        ],
    )?;
    Ok(Done::new(LogVerb::AddAction, words.trim()).made(Made::Action(ActionId(key))))
}

pub(super) fn set_action(
    hand: &mut Hand<'_>,
    id: ActionId,
    state: ActionState,
) -> Result<Done, Fault> {
    if !hand.exists("action", id.bytes())? {
        return Err(Refusal::Gone.into());
    }
    hand.update("action", id.bytes(), &[("state", value(&state)?)])?;
    let text: String = hand
        .conn
        .prepare_cached("SELECT text FROM action WHERE id = ?")
        .and_then(|mut s| s.query_row([id], |r| r.get(0)))
        .map_err(broken)?;
    Ok(Done::new(LogVerb::SetAction, text))
}
