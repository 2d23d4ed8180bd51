//! What days hold: the month, a day's events, village by day.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::types::Value;
use rusqlite::{Connection, Row, params, params_from_iter};

use super::{count, rows, villages};
use crate::domain::answer::{DayCount, EventRow, VillageDayCell, VillageDayRow, VillageDays};
use crate::domain::codes::EventStatus;
use crate::domain::fault::Fault;
use crate::domain::ids::VillageId;
use crate::domain::query::{EventsQuery, Window};
use crate::domain::records::EventDraft;
use crate::store::sql::{Day, People, words};
use crate::store::write::value;

pub(super) fn month(
    conn: &Connection,
    from: NaiveDate,
    to: NaiveDate,
    clues: bool,
) -> Result<Vec<DayCount>, Fault> {
    let mut days: BTreeMap<NaiveDate, DayCount> = from
        .iter_days()
        .take_while(|day| *day <= to)
        .map(|day| {
            let none = DayCount {
                day,
                planned: 0,
                done: 0,
                noted: 0,
                closed: 0,
                due: 0,
                visits: 0,
                milestones: Vec::new(),
            };
            (day, none)
        })
        .collect();
    let tally = rows(
        conn,
        "SELECT kind, a, b, sum(n) FROM tally
         WHERE kind IN ('ev', 'noted', 'closed', 'due', 'vi') AND a BETWEEN ?1 AND ?2 AND clue <= ?3
         GROUP BY kind, a, b",
        params![Day(from), Day(to), clues],
        |r| {
            Ok((
                words(r, 0)?,
                r.get::<_, Day>(1)?.0,
                words(r, 2)?,
                r.get::<_, i64>(3)?,
            ))
        },
    )?;
    for (kind, day, what, n) in tally {
        let Some(it) = days.get_mut(&day) else {
            continue;
        };
        let n = count(n);
        match (kind.as_str(), what.as_str()) {
            ("ev", "planned") => it.planned += n,
            ("ev", "done") => {
                it.planned += n;
                it.done += n;
            }
            ("noted", _) => it.noted += n,
            ("closed", _) => it.closed += n,
            ("due", _) => it.due += n,
            ("vi", _) => it.visits += n,
            _ => {}
        }
    }
    let milestones = rows(
        conn,
        "SELECT day, title FROM event
         WHERE milestone = 1 AND day BETWEEN ?1 AND ?2 AND x = 1 AND status IN ('planned', 'done') ORDER BY day, n",
        params![Day(from), Day(to)],
        |r| Ok((r.get::<_, Day>(0)?.0, words(r, 1)?)),
    )?;
    for (day, title) in milestones {
        if let Some(it) = days.get_mut(&day)
            && !it.milestones.contains(&title)
        {
            it.milestones.push(title);
        }
    }
    Ok(days.into_values().collect())
}

/// Columns of an event, for `e` with its names joined on.
const EVENT: &str = "SELECT e.id, e.day, e.half, e.kind, e.title, e.team, e.unit, e.village, e.people, e.place, e.milestone,
  e.sensitive, e.count, e.note, e.status, e.moved_from, e.moved_to, coalesce(v.name, ''), coalesce(u.short, ''),
  coalesce(t.code, '')
  FROM event e LEFT JOIN village v ON v.id = e.village LEFT JOIN unit u ON u.id = e.unit LEFT JOIN team t ON t.id = e.team";

fn event(r: &Row<'_>) -> rusqlite::Result<EventRow> {
    Ok(EventRow {
        id: r.get(0)?,
        draft: EventDraft {
            day: r.get::<_, Day>(1)?.0,
            half: r.get(2)?,
            kind: r.get(3)?,
            title: words(r, 4)?,
            team: r.get(5)?,
            unit: r.get(6)?,
            village: r.get(7)?,
            people: r.get::<_, People>(8)?.0,
            place: words(r, 9)?,
            milestone: r.get(10)?,
            sensitive: r.get(11)?,
            count: r.get(12)?,
            note: words(r, 13)?,
        },
        status: r.get(14)?,
        moved_from: r.get::<_, Option<Day>>(15)?.map(|d| d.0),
        moved_to: r.get::<_, Option<Day>>(16)?.map(|d| d.0),
        village_name: words(r, 17)?,
        unit_name: words(r, 18)?,
        team_code: words(r, 19)?,
    })
}

pub(super) fn events(conn: &Connection, query: &EventsQuery) -> Result<Vec<EventRow>, Fault> {
    let EventsQuery {
        days,
        village,
        team,
        kind,
        status,
        milestones,
        limit,
    } = query;
    let mut sql = format!("{EVENT} WHERE e.x = 1");
    let mut bound: Vec<Value> = Vec::new();
    if let Some(from) = days.from {
        sql.push_str(" AND e.day >= ?");
        bound.push(value(&Day(from))?);
    }
    if let Some(to) = days.to {
        sql.push_str(" AND e.day <= ?");
        bound.push(value(&Day(to))?);
    }
    if let Some(village) = village {
        sql.push_str(" AND e.village = ?");
        bound.push(value(village)?);
    }
    if let Some(team) = team {
        sql.push_str(" AND e.team = ?");
        bound.push(value(team)?);
    }
    if let Some(kind) = kind {
        sql.push_str(" AND e.kind = ?");
        bound.push(value(kind)?);
    }
    match status {
        // Spelled out, so that the index of what is still planned is used.
        Some(EventStatus::Planned) => sql.push_str(" AND e.status = 'planned'"),
        Some(status) => {
            sql.push_str(" AND e.status = ?");
            bound.push(value(status)?);
        }
        None => {}
    }
    if *milestones {
        sql.push_str(" AND e.milestone = 1");
    }
    sql.push_str(" ORDER BY e.day, e.half_no, e.n LIMIT ?");
    bound.push(Value::Integer((*limit).into()));
    rows(conn, &sql, params_from_iter(bound), event)
}

pub(super) fn village_days(
    conn: &Connection,
    from: NaiveDate,
    to: NaiveDate,
    window: Window,
) -> Result<VillageDays, Fault> {
    let mut list = Vec::new();
    for (id, name, unit_name) in villages::names(conn, window)? {
        list.push(VillageDayRow {
            id,
            name,
            unit_name,
            days: cells(conn, id, from, to)?,
        });
    }
    Ok(VillageDays {
        rows: list,
        total: villages::how_many(conn)?,
    })
}

fn cells(
    conn: &Connection,
    village: VillageId,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<VillageDayCell>, Fault> {
    let found = rows(
        conn,
        "SELECT day, sum(status <> 'moved' AND status <> 'cancelled'), sum(status = 'done'), 0, 0 FROM event
           WHERE village = ?1 AND day BETWEEN ?2 AND ?3 AND x = 1 GROUP BY day
         UNION ALL SELECT day, 0, 0, count(*), 0 FROM visit
           WHERE village = ?1 AND day BETWEEN ?2 AND ?3 AND x = 1 GROUP BY day
         UNION ALL SELECT noted_on, 0, 0, 0, count(*) FROM finding
           WHERE live IN (0, 1) AND village = ?1 AND restricted = 0 AND x = 1 AND noted_on BETWEEN ?2 AND ?3
           GROUP BY noted_on",
        params![village, Day(from), Day(to)],
        |r| {
            Ok(VillageDayCell {
                day: r.get::<_, Day>(0)?.0,
                planned: count(r.get(1)?),
                done: count(r.get(2)?),
                visits: count(r.get(3)?),
                noted: count(r.get(4)?),
            })
        },
    )?;
    let mut days: BTreeMap<NaiveDate, VillageDayCell> = BTreeMap::new();
    for cell in found {
        days.entry(cell.day)
            .and_modify(|it| {
                it.planned += cell.planned;
                it.done += cell.done;
                it.visits += cell.visits;
                it.noted += cell.noted;
            })
            .or_insert(cell);
    }
    Ok(days.into_values().collect())
}
