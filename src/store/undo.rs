//! Taking back: an entry of its own that sets the cells to what they were. It survives a restart, because its steps are in
//! the file; a cell that was changed since is not overwritten but named.

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params};

use super::answers;
use super::entry::{CellChange, RowChange};
use super::log;
use super::registry::{self, EXISTS, Table};
use super::sql::broken;
use super::write::Hand;
use crate::domain::change::{LogVerb, Receipt};
use crate::domain::fault::{Fault, Refusal};

/// Makes an entry the newest step of undo; what was taken back before cannot be brought back any more.
pub(super) fn push(conn: &Connection, n: i64) -> Result<(), Fault> {
    conn.prepare_cached("DELETE FROM undo_step WHERE undone = 1")
        .and_then(|mut s| s.execute([]))
        .map_err(broken)?;
    conn.prepare_cached("INSERT INTO undo_step (n) VALUES (?)")
        .and_then(|mut s| s.execute([n]))
        .map(|_| ())
        .map_err(broken)
}

/// Takes back the newest step that stands.
pub(super) fn undo(hand: &mut Hand<'_>) -> Result<Receipt, Fault> {
    let step = step(
        hand,
        "SELECT pos, n FROM undo_step WHERE undone = 0 ORDER BY pos DESC LIMIT 1",
    )?;
    let (pos, n) = step.ok_or(Refusal::NothingToUndo)?;
    turn(hand, pos, n, LogVerb::Undo, true)
}

/// Brings back the step taken back last.
pub(super) fn redo(hand: &mut Hand<'_>) -> Result<Receipt, Fault> {
    let step = step(
        hand,
        "SELECT pos, n FROM undo_step WHERE undone = 1 ORDER BY pos LIMIT 1",
    )?;
    let (pos, n) = step.ok_or(Refusal::NothingToRedo)?;
    turn(hand, pos, n, LogVerb::Redo, false)
}

fn step(hand: &Hand<'_>, sql: &str) -> Result<Option<(i64, i64)>, Fault> {
    hand.conn
        .prepare_cached(sql)
        .and_then(|mut s| s.query_row([], |r| Ok((r.get(0)?, r.get(1)?))).optional())
        .map_err(broken)
}

fn turn(
    hand: &mut Hand<'_>,
    pos: i64,
    n: i64,
    verb: LogVerb,
    undone: bool,
) -> Result<Receipt, Fault> {
    let receipt = reverse(hand, n, verb)?;
    hand.conn
        .prepare_cached("UPDATE undo_step SET undone = ?, n = ? WHERE pos = ?")
        .and_then(|mut s| s.execute(params![undone, receipt.entry.unwrap_or(n), pos]))
        .map_err(broken)?;
    Ok(receipt)
}

/// Takes back one entry, whichever it is; that is a step of undo like any other.
pub(super) fn entry(hand: &mut Hand<'_>, n: i64) -> Result<Receipt, Fault> {
    let receipt = reverse(hand, n, LogVerb::Undo)?;
    if let Some(made) = receipt.entry {
        push(hand.conn, made)?;
    }
    Ok(receipt)
}

/// Sets every cell that entry `n` set to what it superseded, where it still holds what `n` set.
fn reverse(hand: &mut Hand<'_>, n: i64, verb: LogVerb) -> Result<Receipt, Fault> {
    let entry = log::entry(hand.conn, n)?.ok_or_else(|| Fault::NotFound {
        what: n.to_string(),
    })?;
    if entry.verb == LogVerb::StartRound.word() {
        return Err(Refusal::NothingToUndo.into());
    }
    let mut kept = Vec::new();
    for row in &entry.rows {
        let Some(table) = registry::table(row.table) else {
            continue;
        };
        if row.new {
            withdraw(hand.conn, table, row, &mut kept)?;
            continue;
        }
        for cell in &row.cells {
            // By value: after an undo the newest version is the undo's, but it says what the entry before it said.
            if log::read_cell(hand.conn, table, row.key, cell.cell)? != cell.values {
                kept.push(name(hand.conn, table, row, cell.cell)?);
                continue;
            }
            let before = before(hand.conn, row, cell)?;
            set(hand.conn, table, row.key, cell.cell, &before)?;
        }
    }
    let made = hand.seal(verb, &entry.subject, Some(n))?;
    mark(hand.conn, n, made)?;
    let mut receipt = Receipt {
        entry: made,
        verb,
        subject: entry.subject,
        of: at_first(hand.conn, n)?,
        restricted: false,
        set: None,
        made: None,
        kept,
    };
    answers::about(hand.conn, &mut receipt)?;
    Ok(receipt)
}

/// What kind of change entry `n` was at first, before it was taken back and brought back.
fn at_first(conn: &Connection, n: i64) -> Result<Option<LogVerb>, Fault> {
    let mut at = Some(n);
    let mut verb = None;
    while let Some(n) = at {
        let (word, of): (String, Option<i64>) = conn
            .prepare_cached("SELECT verb, of FROM sync_log WHERE n = ?")
            .and_then(|mut s| s.query_row([n], |r| Ok((r.get(0)?, r.get(1)?))))
            .map_err(broken)?;
        verb = LogVerb::of(&word);
        // An entry takes back an earlier one; a file that says otherwise must not keep us here.
        at = of.filter(|of| *of < n);
    }
    Ok(verb)
}

/// Entry `n` is taken back by `made`. If it took something back itself, that stands again, and so on down to the change.
fn mark(conn: &Connection, n: i64, made: Option<i64>) -> Result<(), Fault> {
    if made.is_none() {
        // All of it was changed since: nothing was taken back.
        return Ok(());
    }
    let (mut at, mut by) = (n, made);
    loop {
        let of: Option<i64> = conn
            .prepare_cached("UPDATE sync_log SET undone_by = ? WHERE n = ? RETURNING of")
            .and_then(|mut s| s.query_row(params![by, at], |r| r.get(0)))
            .map_err(broken)?;
        // An entry takes back an earlier one; a file that says otherwise must not keep us here.
        let Some(of) = of.filter(|of| *of < at) else {
            return Ok(());
        };
        (at, by) = (of, by.is_none().then_some(at));
    }
}

/// A row that the entry made goes, unless it has gone already.
fn withdraw(
    conn: &Connection,
    table: &Table,
    row: &RowChange,
    kept: &mut Vec<String>,
) -> Result<(), Fault> {
    if log::read_cell(conn, table, row.key, EXISTS)? != [Value::Integer(1)] {
        kept.push(name(conn, table, row, EXISTS)?);
        return Ok(());
    }
    set(conn, table, row.key, EXISTS, &[Value::Integer(0)])
}

/// What a cell held before an entry set it: the value of the version it names.
pub(super) fn before(
    conn: &Connection,
    row: &RowChange,
    cell: &CellChange,
) -> Result<Vec<Value>, Fault> {
    let nothing = || {
        if cell.cell == EXISTS {
            vec![Value::Integer(1)]
        } else {
            vec![Value::Null; cell.values.len()]
        }
    };
    match cell.preds.last() {
        Some(pred) => {
            Ok(log::value_in(conn, *pred, row.table, row.key, cell.cell)?.unwrap_or_else(nothing))
        }
        None => Ok(nothing()),
    }
}

/// Sets a cell of a row, whatever it held.
pub(super) fn set(
    conn: &Connection,
    table: &Table,
    key: [u8; 16],
    cell: u8,
    values: &[Value],
) -> Result<(), Fault> {
    let cell = table
        .cell(cell)
        .ok_or_else(|| Fault::Internal(format!("no cell {cell} in {}", table.name)))?;
    let sets: Vec<String> = cell.columns.iter().map(|c| format!("{c} = ?")).collect();
    let sql = format!("UPDATE {} SET {} WHERE id = ?", table.name, sets.join(", "));
    let id = Value::Blob(key.to_vec());
    conn.prepare_cached(&sql)
        .and_then(|mut s| s.execute(rusqlite::params_from_iter(values.iter().chain([&id]))))
        .map(|_| ())
        .map_err(broken)
}

/// What a cell of a row is called: `一组-017 finding.title`.
fn name(conn: &Connection, table: &Table, row: &RowChange, cell: u8) -> Result<String, Fault> {
    let called: Option<Value> = conn
        .prepare_cached(&format!(
            "SELECT {} FROM {} WHERE id = ?",
            table.called, table.name
        ))
        .and_then(|mut s| s.query_row([row.key], |r| r.get(0)).optional())
        .map_err(broken)?;
    let called = match called {
        Some(Value::Text(text)) => text,
        _ => String::new(),
    };
    let column = table
        .cell(cell)
        .and_then(|c| c.columns.first())
        .copied()
        .unwrap_or_default();
    Ok(format!("{called} {}.{column}", table.name))
}
