//! The small tables that everything refers to.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::{row, rows};
use crate::domain::answer::{AreaRow, ItemRow, PersonRow, Register, TeamRow, UnitRow};
use crate::domain::calendar::Holidays;
use crate::domain::fault::Fault;
use crate::domain::records::RoundDraft;
use crate::store::sql::{Day, Hour, Moment, words};

pub(super) fn register(conn: &Connection) -> Result<Register, Fault> {
    let scheme = row(
        conn,
        "SELECT name FROM scheme WHERE x = 1 LIMIT 1",
        [],
        |r| r.get(0),
    )?;
    let teams = rows(
        conn,
        "SELECT id, name, code FROM team WHERE x = 1 ORDER BY n",
        [],
        |r| {
            Ok(TeamRow {
                id: r.get(0)?,
                name: words(r, 1)?,
                code: words(r, 2)?,
            })
        },
    )?;
    let people = rows(
        conn,
        "SELECT id, name, role, team FROM person WHERE x = 1 ORDER BY n",
        [],
        |r| {
            Ok(PersonRow {
                id: r.get(0)?,
                name: words(r, 1)?,
                role: r.get(2)?,
                team: r.get(3)?,
            })
        },
    )?;
    let units = rows(
        conn,
        "SELECT id, name, short, team FROM unit WHERE x = 1 ORDER BY n",
        [],
        |r| {
            Ok(UnitRow {
                id: r.get(0)?,
                name: words(r, 1)?,
                short: words(r, 2)?,
                team: r.get(3)?,
            })
        },
    )?;
    let areas = rows(
        conn,
        "SELECT no, name, short FROM area WHERE x = 1 ORDER BY no",
        [],
        |r| {
            Ok(AreaRow {
                no: r.get(0)?,
                name: words(r, 1)?,
                short: words(r, 2)?,
            })
        },
    )?;
    let holidays: BTreeMap<_, _> =
        rows(conn, "SELECT day, rest FROM holiday WHERE x = 1", [], |r| {
            Ok((r.get::<_, Day>(0)?.0, r.get(1)?))
        })?
        .into_iter()
        .collect();
    let settings = rows(
        conn,
        "SELECT key, value FROM setting WHERE x = 1 ORDER BY key",
        [],
        |r| Ok((r.get(0)?, r.get(1)?)),
    )?;
    let (me, pinned) = row(
        conn,
        "SELECT me, pinned FROM device WHERE one = 1",
        [],
        |r| Ok((r.get(0)?, r.get::<_, Option<Moment>>(1)?.map(|m| m.0))),
    )?
    .unwrap_or_default();
    Ok(Register {
        round: round(conn)?,
        scheme: scheme.unwrap_or_default(),
        teams,
        people,
        units,
        areas,
        items: items(conn)?,
        holidays: Holidays(holidays),
        settings,
        me,
        pinned,
    })
}

fn round(conn: &Connection) -> Result<Option<RoundDraft>, Fault> {
    row(
        conn,
        "SELECT title, code, start_on, end_on, petition_close, standup_at, standup_name FROM round WHERE x = 1 LIMIT 1",
        [],
        |r| {
            Ok(RoundDraft {
                title: words(r, 0)?,
                code: words(r, 1)?,
                start: r.get::<_, Day>(2)?.0,
                end: r.get::<_, Day>(3)?.0,
                petition_close: r.get::<_, Option<Moment>>(4)?.map(|m| m.0),
                standup_at: r.get::<_, Hour>(5)?.0,
                standup_name: words(r, 6)?,
            })
        },
    )
}

pub(super) fn items(conn: &Connection) -> Result<Vec<ItemRow>, Fault> {
    rows(
        conn,
        "SELECT id, code, kind, method, area, text FROM item WHERE x = 1 ORDER BY n",
        [],
        |r| {
            Ok(ItemRow {
                id: r.get(0)?,
                code: words(r, 1)?,
                kind: r.get(2)?,
                method: words(r, 3)?,
                area: r.get(4)?,
                text: words(r, 5)?,
            })
        },
    )
}
