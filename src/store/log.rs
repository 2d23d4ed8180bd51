//! The truth: an append-only chain of entries, one per transaction; the tables are its projection.

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params};
use sha2::{Digest, Sha256};

use super::entry::{CellChange, Entry, RowChange, Version, decode, encode};
use super::registry::{self, EXISTS, Table};
use super::sql::broken;
use crate::domain::change::LogVerb;
use crate::domain::fault::Fault;

/// Who writes when.
#[derive(Clone, Copy)]
pub(super) struct Hand {
    /// The person at this machine.
    pub(super) actor: Option<[u8; 16]>,
    /// Local civil time in milliseconds since 1970-01-01T00:00 of the same civil time.
    pub(super) wall_ms: i64,
}

/// Turns what the open transaction changed into one entry. `None`: it changed nothing.
pub(super) fn seal(
    conn: &Connection,
    hand: Hand,
    verb: LogVerb,
    subject: &str,
    of: Option<i64>,
) -> Result<Option<i64>, Fault> {
    let rows = dirty(conn)?;
    if rows.is_empty() {
        return Ok(None);
    }
    let (stream, seq, lamport): ([u8; 8], i64, i64) = conn
        .prepare_cached("UPDATE device SET seq = seq + 1, lamport = lamport + 1 WHERE one = 1 RETURNING stream, seq, lamport")
        .and_then(|mut s| s.query_row([], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?))))
        .map_err(broken)?;
    let prev: Vec<u8> = conn
        .prepare_cached("SELECT hash FROM sync_log WHERE stream = ? AND seq = ?")
        .and_then(|mut s| {
            s.query_row(params![stream, seq - 1], |r| r.get(0))
                .optional()
        })
        .map_err(broken)?
        .unwrap_or_default();
    let entry = Entry {
        stream,
        seq,
        prev,
        lamport,
        wall_ms: hand.wall_ms,
        actor: hand.actor,
        rows,
        verb: verb.word().to_owned(),
        subject: subject.to_owned(),
        of: of.map(|n| version_of(conn, n)).transpose()?,
    };
    let body = encode(&entry);
    let n = append(conn, &entry, &body, of)?;
    note_heads(conn, &entry.rows, n)?;
    conn.prepare_cached("DELETE FROM sync_dirty")
        .and_then(|mut s| s.execute([]))
        .map_err(broken)?;
    Ok(Some(n))
}

/// Puts an entry at the end of the log; answers its local number.
fn append(conn: &Connection, entry: &Entry, body: &[u8], of: Option<i64>) -> Result<i64, Fault> {
    conn.prepare_cached(
        "INSERT INTO sync_log (stream, seq, hash, prev, lamport, wall_ms, actor, verb, subject, of, body)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .and_then(|mut s| {
        s.insert(params![
            entry.stream,
            entry.seq,
            hash(body),
            entry.prev,
            entry.lamport,
            entry.wall_ms,
            entry.actor,
            entry.verb,
            entry.subject,
            of,
            body
        ])
    })
    .map_err(broken)
}

/// SHA-256 of an entry's bytes.
pub(super) fn hash(body: &[u8]) -> [u8; 32] {
    Sha256::digest(body).into()
}

/// From now on these cells' newest version is entry `n`.
pub(super) fn note_heads(conn: &Connection, rows: &[RowChange], n: i64) -> Result<(), Fault> {
    let mut born = conn
        .prepare_cached("INSERT INTO sync_row (t, key, born, last) VALUES (?, ?, ?3, ?3) ON CONFLICT DO NOTHING")
        .map_err(broken)?;
    let mut touched = conn
        .prepare_cached("UPDATE sync_row SET last = ?3 WHERE t = ?1 AND key = ?2")
        .map_err(broken)?;
    let mut gone = conn
        .prepare_cached("DELETE FROM sync_head WHERE t = ? AND key = ? AND col = ?")
        .map_err(broken)?;
    let mut head = conn
        .prepare_cached("INSERT INTO sync_head (t, key, col, n) VALUES (?, ?, ?, ?)")
        .map_err(broken)?;
    for row in rows {
        if row.new {
            born.execute(params![row.table, row.key, n])
                .map_err(broken)?;
            continue;
        }
        touched
            .execute(params![row.table, row.key, n])
            .map_err(broken)?;
        for cell in &row.cells {
            gone.execute(params![row.table, row.key, cell.cell])
                .map_err(broken)?;
            head.execute(params![row.table, row.key, cell.cell, n])
                .map_err(broken)?;
        }
    }
    Ok(())
}

/// What `sync_dirty` names, with the values as they are now.
fn dirty(conn: &Connection) -> Result<Vec<RowChange>, Fault> {
    let mut stmt = conn
        .prepare_cached("SELECT t, key, col FROM sync_dirty ORDER BY t, key, col")
        .map_err(broken)?;
    let marks: Vec<(u8, [u8; 16], u8)> = stmt
        .query_map([], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))
        .and_then(Iterator::collect)
        .map_err(broken)?;
    let mut rows: Vec<RowChange> = Vec::new();
    for (no, key, cell) in marks {
        let table = registry::table(no)
            .ok_or_else(|| Fault::Internal(format!("no table {no} in the registry")))?;
        let same = rows
            .last()
            .is_some_and(|row| row.table == no && row.key == key);
        if !same {
            rows.push(RowChange {
                table: no,
                key,
                new: cell == 0,
                cells: Vec::new(),
                seen: None,
            });
        }
        let Some(row) = rows.last_mut() else { continue };
        if cell == 0 {
            row.cells = whole(conn, table, key)?;
        } else if !row.new {
            let values = read_cell(conn, table, key, cell)?;
            if cell == EXISTS {
                row.seen = last_of(conn, no, key)?;
            }
            row.cells.push(CellChange {
                cell,
                values,
                preds: preds(conn, no, key, cell)?,
            });
        }
    }
    Ok(rows)
}

/// Every cell of a new row that holds anything.
fn whole(conn: &Connection, table: &Table, key: [u8; 16]) -> Result<Vec<CellChange>, Fault> {
    let columns: Vec<&str> = table.columns().collect();
    let sql = format!(
        "SELECT {} FROM {} WHERE id = ?",
        columns.join(", "),
        table.name
    );
    let values: Vec<Value> = conn
        .prepare_cached(&sql)
        .and_then(|mut s| {
            s.query_row([key], |r| {
                (0..columns.len())
                    .map(|i| r.get(i))
                    .collect::<Result<Vec<Value>, _>>()
            })
        })
        .map_err(broken)?;
    let mut values = values.into_iter();
    Ok(table
        .cells
        .iter()
        .map(|cell| CellChange {
            cell: cell.no,
            values: values.by_ref().take(cell.columns.len()).collect(),
            preds: Vec::new(),
        })
        .filter(|c| c.values.iter().any(|v| *v != Value::Null))
        .collect())
}

/// A cell's values as they are in the tables now.
pub(super) fn read_cell(
    conn: &Connection,
    table: &Table,
    key: [u8; 16],
    cell: u8,
) -> Result<Vec<Value>, Fault> {
    let columns = table
        .cell(cell)
        .ok_or_else(|| Fault::Internal(format!("no cell {cell} in {}", table.name)))?
        .columns;
    let sql = format!(
        "SELECT {} FROM {} WHERE id = ?",
        columns.join(", "),
        table.name
    );
    conn.prepare_cached(&sql)
        .and_then(|mut s| s.query_row([key], |r| (0..columns.len()).map(|i| r.get(i)).collect()))
        .map_err(broken)
}

/// Local numbers of the entries that hold a cell's newest versions.
pub(super) fn heads(
    conn: &Connection,
    table: u8,
    key: [u8; 16],
    cell: u8,
) -> Result<Vec<i64>, Fault> {
    let heads: Vec<i64> = conn
        .prepare_cached("SELECT n FROM sync_head WHERE t = ? AND key = ? AND col = ? ORDER BY n")
        .and_then(|mut s| {
            s.query_map(params![table, key, cell], |r| r.get(0))
                .and_then(Iterator::collect)
        })
        .map_err(broken)?;
    if !heads.is_empty() {
        return Ok(heads);
    }
    conn.prepare_cached("SELECT born FROM sync_row WHERE t = ? AND key = ?")
        .and_then(|mut s| {
            s.query_map(params![table, key], |r| r.get(0))
                .and_then(Iterator::collect)
        })
        .map_err(broken)
}

fn preds(conn: &Connection, table: u8, key: [u8; 16], cell: u8) -> Result<Vec<Version>, Fault> {
    heads(conn, table, key, cell)?
        .into_iter()
        .map(|n| version_of(conn, n))
        .collect()
}

fn last_of(conn: &Connection, table: u8, key: [u8; 16]) -> Result<Option<Version>, Fault> {
    let last: Option<i64> = conn
        .prepare_cached("SELECT last FROM sync_row WHERE t = ? AND key = ?")
        .and_then(|mut s| s.query_row(params![table, key], |r| r.get(0)).optional())
        .map_err(broken)?;
    last.map(|n| version_of(conn, n)).transpose()
}

/// The name everywhere of a local number.
fn version_of(conn: &Connection, n: i64) -> Result<Version, Fault> {
    conn.prepare_cached("SELECT stream, seq FROM sync_log WHERE n = ?")
        .and_then(|mut s| s.query_row([n], |r| Ok((r.get(0)?, r.get(1)?))))
        .map_err(broken)
}

/// An entry of the log by its local number.
pub(super) fn entry(conn: &Connection, n: i64) -> Result<Option<Entry>, Fault> {
    let body: Option<Vec<u8>> = conn
        .prepare_cached("SELECT body FROM sync_log WHERE n = ?")
        .and_then(|mut s| s.query_row([n], |r| r.get(0)).optional())
        .map_err(broken)?;
    body.map(|b| {
        decode(&b).ok_or_else(|| Fault::Damaged {
            what: format!("log entry {n}"),
        })
    })
    .transpose()
}

/// The value a cell had in an entry that set it.
pub(super) fn value_in(
    conn: &Connection,
    version: Version,
    table: u8,
    key: [u8; 16],
    cell: u8,
) -> Result<Option<Vec<Value>>, Fault> {
    let n: Option<i64> = conn
        .prepare_cached("SELECT n FROM sync_log WHERE stream = ? AND seq = ?")
        .and_then(|mut s| {
            s.query_row(params![version.0, version.1], |r| r.get(0))
                .optional()
        })
        .map_err(broken)?;
    let Some(n) = n else { return Ok(None) };
    let Some(entry) = entry(conn, n)? else {
        return Ok(None);
    };
    Ok(entry
        .rows
        .into_iter()
        .find(|r| r.table == table && r.key == key)
        .and_then(|r| r.cells.into_iter().find(|c| c.cell == cell))
        .map(|c| c.values))
}
