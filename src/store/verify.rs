//! Proof that the file is what its log says: the chain is walked, the tables are rebuilt beside the real ones and compared.
//!
//! `integrity_check` alone is not enough: of flipped bits it sees fewer than half. This finds changes (发现改动); it does not
//! make them impossible, because a chain does not stop its owner.

mod kept;

use std::collections::BTreeMap;

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension};

use super::entry::{Entry, decode};
use super::log;
use super::registry::{self, TABLES, Table};
use super::sql::{any, broken, hex, words};
use super::{migrate, search, undo};
use crate::domain::fault::Fault;

/// As many differences as are worth reading; the rest is counted.
const SHOWN: usize = 50;

/// What verifying found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// Entries walked.
    pub entries: u32,
    /// Rows compared.
    pub rows: u32,
    /// The newest entry's hash as eight groups of four hex digits.
    pub head: String,
    /// What is not as the log says, the first fifty.
    pub differences: Vec<Difference>,
    /// How many there are.
    pub found: usize,
}

impl Verdict {
    /// Whether everything is as the log says.
    pub fn is_clean(&self) -> bool {
        self.found == 0
    }

    fn add(&mut self, difference: Difference) {
        self.found += 1;
        if self.differences.len() < SHOWN {
            self.differences.push(difference);
        }
    }
}

/// Something that is not as the log says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// SQLite's own check found damage.
    Damage(String),
    /// An entry's bytes do not have its hash, or do not say what its columns say.
    Entry(i64),
    /// An entry does not follow the one before it.
    Chain(i64),
    /// Something was changed by another program and never sealed: table and row.
    Unsealed(String, String),
    /// A cell differs: table, row, column, what the log says, what the file says.
    Cell {
        /// Table.
        table: String,
        /// What the row is called.
        row: String,
        /// Column.
        column: String,
        /// What the log says.
        log: Option<String>,
        /// What the file says.
        file: Option<String>,
    },
    /// The log knows this row, the file does not: table and key.
    Missing(String, String),
    /// The file has this row, the log does not: table and what it is called.
    Extra(String, String),
    /// A count kept by triggers is wrong: which one, what it should be, what it is.
    Tally(String, i64, i64),
}

/// The newest entry's hash in the form people compare.
pub(super) fn head(conn: &Connection) -> Result<String, Fault> {
    let hash: Option<Vec<u8>> = conn
        .query_row(
            "SELECT hash FROM sync_log ORDER BY n DESC LIMIT 1",
            [],
            |r| r.get(0),
        )
        .optional()
        .map_err(broken)?;
    Ok(hash.map(|h| grouped(&h)).unwrap_or_default())
}

/// Eight groups of four hex digits.
pub(super) fn grouped(hash: &[u8]) -> String {
    let pairs: Vec<String> = hash.chunks(2).take(8).map(hex).collect();
    pairs.join("-")
}

pub(super) fn verify(conn: &Connection) -> Result<Verdict, Fault> {
    let mut verdict = Verdict {
        entries: 0,
        rows: 0,
        head: head(conn)?,
        differences: Vec::new(),
        found: 0,
    };
    sound(conn, &mut verdict)?;
    unsealed(conn, &mut verdict)?;
    let rebuilt = rebuild(conn, &mut verdict)?;
    for table in TABLES {
        compare(conn, &rebuilt, table, &mut verdict)?;
    }
    kept::tallies(conn, &rebuilt, &mut verdict)?;
    kept::counters(conn, &rebuilt, &mut verdict)?;
    Ok(verdict)
}

/// SQLite's own check.
fn sound(conn: &Connection, verdict: &mut Verdict) -> Result<(), Fault> {
    let mut stmt = conn.prepare("PRAGMA integrity_check(20)").map_err(broken)?;
    let said: Vec<String> = stmt
        .query_map([], |r| r.get(0))
        .and_then(Iterator::collect)
        .map_err(broken)?;
    for line in said.into_iter().filter(|l| l != "ok") {
        verdict.add(Difference::Damage(line));
    }
    Ok(())
}

/// What another program changed: our own transactions leave nothing unsealed.
fn unsealed(conn: &Connection, verdict: &mut Verdict) -> Result<(), Fault> {
    let mut stmt = conn
        .prepare("SELECT DISTINCT t, hex(key) FROM sync_dirty ORDER BY t, key")
        .map_err(broken)?;
    let marks: Vec<(u8, String)> = stmt
        .query_map([], |r| Ok((r.get(0)?, r.get(1)?)))
        .and_then(Iterator::collect)
        .map_err(broken)?;
    for (no, key) in marks {
        let table = registry::table(no).map_or("?", |t| t.name);
        verdict.add(Difference::Unsealed(table.into(), key));
    }
    Ok(())
}

/// Walks the log in the order in which it was written, checks the chains, and plays it into an empty file in memory.
fn rebuild(conn: &Connection, verdict: &mut Verdict) -> Result<Connection, Fault> {
    let fresh = Connection::open_in_memory().map_err(broken)?;
    search::register(&fresh).map_err(broken)?;
    migrate::build(&fresh)?;
    // Everything is played in one go; what it dirties is of no interest.
    fresh.execute_batch("BEGIN").map_err(broken)?;
    let mut ends: BTreeMap<[u8; 8], (i64, [u8; 32])> = BTreeMap::new();
    let mut taken_back = kept::TakenBack::default();
    let mut stmt = conn
        .prepare(
            "SELECT n, hash, body, stream, seq, prev, lamport, wall_ms, actor, verb, subject, of FROM sync_log ORDER BY n",
        )
        .map_err(broken)?;
    let mut rows = stmt.query([]).map_err(broken)?;
    while let Some(row) = rows.next().map_err(broken)? {
        verdict.entries += 1;
        let n: i64 = row.get(0).map_err(broken)?;
        let stored: Vec<u8> = row.get(1).map_err(broken)?;
        let body: Vec<u8> = row.get(2).map_err(broken)?;
        let hash = log::hash(&body);
        let entry = match decode(&body) {
            Some(entry) if stored == hash && says(row, &entry).unwrap_or(false) => entry,
            _ => {
                verdict.add(Difference::Entry(n));
                continue;
            }
        };
        let (seq, prev): (i64, Vec<u8>) = ends
            .get(&entry.stream)
            .map_or((0, Vec::new()), |(seq, hash)| (*seq, hash.to_vec()));
        if entry.seq != seq + 1 || entry.prev != prev {
            verdict.add(Difference::Chain(n));
        }
        let of: Option<i64> = row.get(11).map_err(broken)?;
        if taken_back.hear(n, &entry) != of {
            verdict.add(Difference::Entry(n));
        }
        ends.insert(entry.stream, (entry.seq, hash));
        play(&fresh, &entry)?;
    }
    fresh.execute_batch("COMMIT").map_err(broken)?;
    taken_back.compare(conn, verdict)?;
    Ok(fresh)
}

/// Whether an entry's columns say what its bytes say.
fn says(row: &rusqlite::Row<'_>, entry: &Entry) -> rusqlite::Result<bool> {
    Ok(row.get::<_, [u8; 8]>(3)? == entry.stream
        && row.get::<_, i64>(4)? == entry.seq
        && row.get::<_, Vec<u8>>(5)? == entry.prev
        && row.get::<_, i64>(6)? == entry.lamport
        && row.get::<_, i64>(7)? == entry.wall_ms
        && row.get::<_, Option<[u8; 16]>>(8)? == entry.actor
        && words(row, 9)? == entry.verb
        && words(row, 10)? == entry.subject)
}

/// Does to the tables what an entry says.
fn play(fresh: &Connection, entry: &Entry) -> Result<(), Fault> {
    for row in &entry.rows {
        let Some(table) = registry::table(row.table) else {
            continue;
        };
        if row.new {
            let mut names = vec!["id"];
            let mut values = vec![Value::Blob(row.key.to_vec())];
            for change in &row.cells {
                let columns = table.cell(change.cell).map_or(&[][..], |c| c.columns);
                names.extend(columns);
                values.extend(change.values.iter().cloned());
            }
            let marks = vec!["?"; names.len()].join(", ");
            let sql = format!(
                "INSERT INTO {} ({}) VALUES ({marks})",
                table.name,
                names.join(", ")
            );
            fresh
                .prepare_cached(&sql)
                .and_then(|mut s| s.execute(rusqlite::params_from_iter(values)))
                .map_err(broken)?;
            continue;
        }
        for change in &row.cells {
            undo::set(fresh, table, row.key, change.cell, &change.values)?;
        }
    }
    Ok(())
}

/// Compares a table with its rebuilt twin, row by row in the order of their keys.
fn compare(
    conn: &Connection,
    rebuilt: &Connection,
    table: &Table,
    verdict: &mut Verdict,
) -> Result<(), Fault> {
    let columns: Vec<&str> = table.columns().collect();
    let sql = format!(
        "SELECT id, {} FROM {} ORDER BY id",
        columns.join(", "),
        table.name
    );
    let mut ours = conn.prepare(&sql).map_err(broken)?;
    let mut theirs = rebuilt.prepare(&sql).map_err(broken)?;
    let mut file = ours.query([]).map_err(broken)?;
    let mut log = theirs.query([]).map_err(broken)?;
    let width = columns.len() + 1;
    let mut held = next(&mut file, width)?;
    let mut told = next(&mut log, width)?;
    loop {
        match (&held, &told) {
            (None, None) => return Ok(()),
            (Some(row), other) if other.as_ref().is_none_or(|o| key(row) < key(o)) => {
                verdict.add(Difference::Extra(
                    table.name.into(),
                    called(table, &columns, row),
                ));
                held = next(&mut file, width)?;
            }
            (other, Some(row)) if other.as_ref().is_none_or(|o| key(row) < key(o)) => {
                verdict.add(Difference::Missing(
                    table.name.into(),
                    called(table, &columns, row),
                ));
                told = next(&mut log, width)?;
            }
            (Some(a), Some(b)) => {
                verdict.rows += 1;
                for (i, column) in columns.iter().enumerate() {
                    if a.get(i + 1) != b.get(i + 1) {
                        verdict.add(Difference::Cell {
                            table: table.name.into(),
                            row: called(table, &columns, b),
                            column: (*column).into(),
                            log: b.get(i + 1).and_then(plain),
                            file: a.get(i + 1).and_then(plain),
                        });
                    }
                }
                held = next(&mut file, width)?;
                told = next(&mut log, width)?;
            }
            _ => return Err(Fault::Internal("rows out of order".into())),
        }
    }
}

fn next(rows: &mut rusqlite::Rows<'_>, width: usize) -> Result<Option<Vec<Value>>, Fault> {
    let Some(row) = rows.next().map_err(broken)? else {
        return Ok(None);
    };
    (0..width)
        .map(|i| any(row, i))
        .collect::<Result<_, _>>()
        .map(Some)
        .map_err(broken)
}

fn key(row: &[Value]) -> &[u8] {
    match row.first() {
        Some(Value::Blob(key)) => key,
        _ => &[],
    }
}

fn called(table: &Table, columns: &[&str], row: &[Value]) -> String {
    columns
        .iter()
        .position(|c| *c == table.called)
        .and_then(|i| row.get(i + 1))
        .and_then(plain)
        .unwrap_or_default()
}

fn plain(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::Integer(i) => Some(i.to_string()),
        Value::Real(f) => Some(f.to_string()),
        Value::Text(t) => Some(t.clone()),
        Value::Blob(b) => Some(hex(b)),
    }
}
