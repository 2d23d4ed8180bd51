//! The log read aloud.

use chrono::{DateTime, NaiveDateTime};
use rusqlite::types::Value;
use rusqlite::{Connection, Row, params};

use super::{number, row, rows};
use crate::domain::answer::{LogLine, LogPage, LogRow, LogSheet};
use crate::domain::change::LogVerb;
use crate::domain::fault::Fault;
use crate::domain::query::Window;
use crate::store::entry::Entry;
use crate::store::registry::{self, EXISTS, Table};
use crate::store::sql::words;
use crate::store::{log, undo, verify};

/// As many cells of one entry as are worth reading; an import changes thousands.
const LINES: usize = 300;

/// An entry of more bytes is not read for a line of the list.
const READ: u32 = 65_536;

const ENTRY: &str =
    "SELECT l.n, l.wall_ms, coalesce(p.name, ''), l.verb, l.subject, l.undone_by IS NOT NULL, l.of
  FROM sync_log l LEFT JOIN person p ON p.id = l.actor";

fn entry(r: &Row<'_>) -> rusqlite::Result<LogRow> {
    let verb = words(r, 3)?;
    Ok(LogRow {
        n: r.get(0)?,
        at: civil(r.get(1)?),
        actor: words(r, 2)?,
        verb: LogVerb::of(&verb),
        verb_word: verb,
        subject: words(r, 4)?,
        undone: r.get(5)?,
        of: r.get(6)?,
        restricted: false,
    })
}

fn civil(wall_ms: i64) -> NaiveDateTime {
    DateTime::from_timestamp_millis(wall_ms)
        .unwrap_or_default()
        .naive_utc()
}

pub(super) fn page(conn: &Connection, window: Window) -> Result<LogPage, Fault> {
    // Numbers run without a gap, so a place in the list is a number: no walk to get there.
    let total = number(conn, "SELECT max(n) FROM sync_log", [])?;
    let newest = i64::from(total) - i64::from(window.start);
    let mut list = rows(
        conn,
        &format!("{ENTRY} WHERE l.n <= ? ORDER BY l.n DESC LIMIT ?"),
        params![newest, window.size],
        entry,
    )?;
    for entry in &mut list {
        entry.restricted = speaks_of_clues(conn, entry.n)?;
    }
    Ok(LogPage { rows: list, total })
}

/// An entry that is small enough to be read for a line; an import is called by how much it brought, not by what.
pub(super) fn told(conn: &Connection, n: i64) -> Result<Option<Entry>, Fault> {
    let small = row(
        conn,
        "SELECT length(body) <= ? FROM sync_log WHERE n = ?",
        params![READ, n],
        |r| r.get::<_, bool>(0),
    )?;
    if small == Some(true) {
        log::entry(conn, n)
    } else {
        Ok(None)
    }
}

/// Whether an entry touched a finding of the restricted compartment, as far as findings stand there now.
pub(super) fn speaks_of_clues(conn: &Connection, n: i64) -> Result<bool, Fault> {
    let Some(body) = told(conn, n)? else {
        return Ok(false);
    };
    for change in &body.rows {
        let table = registry::table(change.table);
        if let Some(table) = table
            && of_a_clue(conn, table, &change.key)?
        {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether a row is a finding of the restricted compartment, or evidence or a step of one.
fn of_a_clue(conn: &Connection, table: &Table, key: &[u8]) -> Result<bool, Fault> {
    let sql = match table.name {
        "finding" => "SELECT restricted FROM finding WHERE id = ?",
        "source" => {
            "SELECT f.restricted FROM source t JOIN finding f ON f.id = t.finding WHERE t.id = ?"
        }
        "step" => {
            "SELECT f.restricted FROM step t JOIN finding f ON f.id = t.finding WHERE t.id = ?"
        }
        _ => return Ok(false),
    };
    Ok(row(conn, sql, [key], |r| r.get(0))?.unwrap_or(false))
}

pub(super) fn sheet(conn: &Connection, n: i64) -> Result<Option<LogSheet>, Fault> {
    let head = row(conn, &format!("{ENTRY} WHERE l.n = ?"), [n], entry)?;
    let (Some(mut head), Some(body)) = (head, log::entry(conn, n)?) else {
        return Ok(None);
    };
    head.restricted = speaks_of_clues(conn, n)?;
    let hash: Vec<u8> = row(conn, "SELECT hash FROM sync_log WHERE n = ?", [n], |r| {
        r.get(0)
    })?
    .unwrap_or_default();
    let mut lines = Vec::new();
    for change in &body.rows {
        let Some(table) = registry::table(change.table) else {
            continue;
        };
        if lines.len() >= LINES {
            break;
        }
        let called = name_of(conn, table, &change.key)?;
        let restricted = of_a_clue(conn, table, &change.key)?;
        for cell in &change.cells {
            if lines.len() >= LINES {
                break;
            }
            if change.new && cell.cell == EXISTS {
                continue;
            }
            let before = if change.new {
                Vec::new()
            } else {
                undo::before(conn, change, cell)?
            };
            let columns = table.cell(cell.cell).map_or(&[][..], |c| c.columns);
            for (i, column) in columns.iter().enumerate() {
                let from = before.get(i).map(|v| shown(conn, v)).transpose()?.flatten();
                let to = cell
                    .values
                    .get(i)
                    .map(|v| shown(conn, v))
                    .transpose()?
                    .flatten();
                if from == to {
                    continue;
                }
                lines.push(LogLine {
                    table: table.name.into(),
                    row: called.clone(),
                    column: (*column).into(),
                    from,
                    to,
                    restricted,
                });
            }
        }
    }
    Ok(Some(LogSheet {
        row: head,
        hash: verify::grouped(&hash),
        lines,
    }))
}

/// What a row is called now: a finding that was signed off by its final number.
fn name_of(conn: &Connection, table: &Table, key: &[u8]) -> Result<String, Fault> {
    let called = match table.name {
        "finding" => "coalesce(final_no, pre_no)",
        _ => table.called,
    };
    let sql = format!("SELECT {called} FROM {} WHERE id = ?", table.name);
    Ok(row(conn, &sql, [key], |r| r.get::<_, String>(0))?.unwrap_or_default())
}

/// A value in words: keys as the names of what they stand for, nothing as `None`.
pub(in crate::store) fn shown(conn: &Connection, value: &Value) -> Result<Option<String>, Fault> {
    Ok(match value {
        Value::Null => None,
        Value::Integer(i) => Some(i.to_string()),
        Value::Real(f) => Some(f.to_string()),
        Value::Text(t) if t.is_empty() || t == "[]" => None,
        Value::Text(t) => match serde_json::from_str::<Vec<uuid::Uuid>>(t) {
            Ok(keys) => {
                let mut names = Vec::new();
                for key in keys {
                    names.push(called(conn, key.as_bytes())?);
                }
                Some(names.join("、"))
            }
            Err(_) => Some(t.clone()),
        },
        Value::Blob(key) => Some(called(conn, key)?),
    })
}

/// What a key stands for; the tables that others refer to are asked in turn.
fn called(conn: &Connection, key: &[u8]) -> Result<String, Fault> {
    for name in [
        "person", "village", "unit", "team", "finding", "item", "meeting", "scheme", "template",
    ] {
        let Some(table) = registry::TABLES.iter().find(|t| t.name == name) else {
            continue;
        };
        let name = name_of(conn, table, key)?;
        if !name.is_empty() {
            return Ok(name);
        }
    }
    Ok("?".into())
}
