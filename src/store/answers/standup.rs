//! The daily meeting: what each member did, does next, cannot go on with, found, and owes.

use chrono::NaiveDate;
use rusqlite::{Connection, params};

use super::lists::{listed, of};
use super::{count, counts, days, row, rows};
use crate::domain::answer::{
    ActionRow, EventRow, FindingRow, MeetingSheet, MemberDay, StandLine, Standup,
};
use crate::domain::codes::{EventStatus, MeetingKind, Role};
use crate::domain::fault::Fault;
use crate::domain::ids::{MeetingId, PersonId, TeamId};
use crate::domain::query::{EventsQuery, Span};
use crate::store::sql::{Day, Moment, People, words};

/// Lines of one kind that a member's day shows; a meeting does not read more aloud.
const LINES: u32 = 60;

/// Events of one day that are looked through for who takes part.
const EVENTS: u32 = 2000;

pub(super) fn standup(
    conn: &Connection,
    day: NaiveDate,
    next: NaiveDate,
    team: Option<TeamId>,
    clues: bool,
) -> Result<Standup, Fault> {
    let today = events(conn, Span::day(day), team, Some(EventStatus::Done))?;
    let coming = events(conn, Span::day(next), team, Some(EventStatus::Planned))?;
    let stuck = events(conn, Span::before(day), team, Some(EventStatus::Planned))?;
    let people = rows(
        conn,
        "SELECT p.id, p.name, p.role, coalesce(t.code, '') FROM person p LEFT JOIN team t ON t.id = p.team
         WHERE p.x = 1 AND (?1 IS NULL OR p.team = ?1)
         ORDER BY t.n, CASE p.role WHEN 'leader' THEN 0 WHEN 'deputy' THEN 1 WHEN 'liaison' THEN 2 ELSE 3 END, p.n",
        [team],
        |r| {
            Ok((
                r.get::<_, PersonId>(0)?,
                words(r, 1)?,
                r.get::<_, Role>(2)?,
                words(r, 3)?,
            ))
        },
    )?;
    let mut members = Vec::new();
    for (person, name, role, team_code) in people {
        let taking_part = |list: &[EventRow]| -> Vec<StandLine> {
            list.iter()
                .filter(|e| e.draft.people.contains(&person))
                .cloned()
                .map(StandLine::Event)
                .collect()
        };
        let mut done = taking_part(&today);
        done.extend(work(conn, person, day)?);
        done.extend(steps(conn, person, day, clues)?);
        let mut soon = taking_part(&coming);
        soon.extend(findings(conn, DUE, person, (day, next), clues)?);
        let mut blocked = taking_part(&stuck);
        blocked.extend(findings(conn, RETURNED, person, (day, next), clues)?);
        members.push(MemberDay {
            person,
            name,
            role,
            team_code,
            done,
            next: soon,
            blocked,
            fresh: findings(conn, FRESH, person, (day, next), clues)?,
            overdue: findings(conn, OVERDUE, person, (day, next), clues)?,
        });
    }
    Ok(Standup {
        day,
        members,
        meeting: meeting(conn, day, team)?,
        figures: counts::figures(conn, day)?,
    })
}

fn events(
    conn: &Connection,
    days: Span,
    team: Option<TeamId>,
    status: Option<EventStatus>,
) -> Result<Vec<EventRow>, Fault> {
    let query = EventsQuery {
        days,
        team,
        status,
        limit: EVENTS,
        ..EventsQuery::default()
    };
    days::events(conn, &query)
}

/// Points answered and visits made on a day, village by village.
fn work(conn: &Connection, person: PersonId, day: NaiveDate) -> Result<Vec<StandLine>, Fault> {
    let mut lines = rows(
        conn,
        "SELECT v.id, v.name, count(*) FROM answer a JOIN village v ON v.id = a.village
         WHERE a.by = ? AND a.day = ? AND a.x = 1 AND a.state <> 'open' GROUP BY v.n ORDER BY v.n",
        params![person, Day(day)],
        |r| {
            Ok(StandLine::Answers {
                village: r.get(0)?,
                village_name: words(r, 1)?,
                n: count(r.get(2)?),
            })
        },
    )?;
    lines.extend(rows(
        conn,
        "SELECT v.id, v.name, count(*) FROM visit t JOIN village v ON v.id = t.village
         WHERE t.by = ? AND t.day = ? AND t.x = 1 GROUP BY v.n ORDER BY v.n",
        params![person, Day(day)],
        |r| {
            Ok(StandLine::Visits {
                village: r.get(0)?,
                village_name: words(r, 1)?,
                n: count(r.get(2)?),
            })
        },
    )?);
    Ok(lines)
}

/// Findings that somebody moved on that day.
fn steps(
    conn: &Connection,
    person: PersonId,
    day: NaiveDate,
    clues: bool,
) -> Result<Vec<StandLine>, Fault> {
    rows(
        conn,
        "SELECT f.id, coalesce(f.final_no, f.pre_no), f.title, f.stage, f.track, f.restricted, f.triage, f.village,
           coalesce(v.name, ''), coalesce(u.short, ''), f.areas, coalesce(p.name, ''), f.handler, f.due, f.noted_on,
           f.staged_on, s.from_stage, s.to_stage
         FROM step s JOIN finding f ON f.id = s.finding LEFT JOIN village v ON v.id = f.village
         LEFT JOIN unit u ON u.id = f.unit LEFT JOIN person p ON p.id = f.handler
         WHERE s.by = ?1 AND s.day = ?2 AND s.x = 1 AND s.from_stage IS NOT NULL AND f.x = 1 AND f.restricted <= ?3
         ORDER BY s.n LIMIT ?4",
        params![person, Day(day), clues, LINES],
        |r| {
            Ok(StandLine::Step {
                row: of(r, 0)?,
                from: r.get(16)?,
                to: r.get(17)?,
            })
        },
    )
}

const OVERDUE: &str = "f.live = 1 AND f.handler = ?1 AND f.due_key < ?2";
const DUE: &str = "f.live = 1 AND f.handler = ?1 AND f.due_key BETWEEN ?2 AND ?3";
const RETURNED: &str = "f.live = 1 AND f.handler = ?1 AND f.stage = 'returned'";
const FRESH: &str = "f.noted_by = ?1 AND f.noted_on = ?2";

fn findings(
    conn: &Connection,
    which: &str,
    person: PersonId,
    (day, next): (NaiveDate, NaiveDate),
    clues: bool,
) -> Result<Vec<StandLine>, Fault> {
    // The days are named in every statement, because each is bound to the same five.
    let chosen = format!(
        "SELECT f.n FROM finding f WHERE {which} AND f.x = 1 AND f.restricted <= ?4 AND ?2 <= ?3
         ORDER BY f.due_key, f.n LIMIT ?5"
    );
    let list: Vec<FindingRow> = listed(
        conn,
        &chosen,
        &[&person, &Day(day), &Day(next.max(day)), &clues, &LINES],
        "f.due_key, f.n",
    )?;
    Ok(list.into_iter().map(StandLine::Finding).collect())
}

/// The team's own meeting; a team that has none that day sits in the joint one.
fn meeting(
    conn: &Connection,
    day: NaiveDate,
    team: Option<TeamId>,
) -> Result<Option<MeetingSheet>, Fault> {
    let sheet = row(
        conn,
        "SELECT m.id, m.kind, m.team, m.present, m.absent, m.decisions, m.figures, m.reopened, coalesce(p.name, ''),
           m.closed_at FROM meeting m LEFT JOIN person p ON p.id = m.closed_by
         WHERE m.day = ?1 AND (m.team IS ?2 OR m.team IS NULL) AND m.x = 1 ORDER BY m.team IS NULL LIMIT 1",
        params![Day(day), team],
        |r| {
            Ok(MeetingSheet {
                id: r.get(0)?,
                day,
                kind: r.get::<_, MeetingKind>(1)?,
                team: r.get(2)?,
                present: r.get::<_, People>(3)?.0,
                absent: r.get::<_, People>(4)?.0,
                decisions: words(r, 5)?,
                frozen: r
                    .get::<_, Option<String>>(6)?
                    .map(|json| serde_json::from_str(&json).unwrap_or_default()),
                reopened: words(r, 7)?,
                closed_by: words(r, 8)?,
                closed_at: r.get::<_, Option<Moment>>(9)?.map(|m| m.0),
                actions: Vec::new(),
            })
        },
    )?;
    let Some(mut sheet) = sheet else {
        return Ok(None);
    };
    sheet.actions = actions(conn, sheet.id)?;
    Ok(Some(sheet))
}

fn actions(conn: &Connection, meeting: MeetingId) -> Result<Vec<ActionRow>, Fault> {
    rows(
        conn,
        "SELECT a.id, a.text, a.owner, coalesce(p.name, ''), a.due, a.state FROM action a
         LEFT JOIN person p ON p.id = a.owner WHERE a.meeting = ? AND a.x = 1 ORDER BY a.n",
        [meeting],
        |r| {
            Ok(ActionRow {
                id: r.get(0)?,
                text: words(r, 1)?,
                owner: r.get(2)?,
                owner_name: words(r, 3)?,
                due: r.get::<_, Option<Day>>(4)?.map(|d| d.0),
                state: r.get(5)?,
            })
        },
    )
}
