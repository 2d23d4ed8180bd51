//! What an entry that was just written is about, in today's words: the log keeps the words of its time.

use rusqlite::Connection;

use super::history::{shown, speaks_of_clues, told};
use super::row;
use crate::domain::change::{LogVerb, Receipt};
use crate::domain::fault::Fault;
use crate::store::entry::{CellChange, Entry, RowChange};
use crate::store::registry::{self, EXISTS, Table};

/// Fills in what the entry of a receipt is about.
pub(in crate::store) fn about(conn: &Connection, receipt: &mut Receipt) -> Result<(), Fault> {
    let Some(n) = receipt.entry else {
        return Ok(());
    };
    receipt.restricted = speaks_of_clues(conn, n)?;
    let Some(entry) = told(conn, n)? else {
        return Ok(());
    };
    let verb = receipt.of.unwrap_or(receipt.verb);
    if let Some(subject) = findings(conn, verb, &entry)? {
        receipt.subject = subject;
    }
    receipt.set = set(conn, verb, &entry)?;
    Ok(())
}

/// Findings are called by the number they have now: 「2018-01-圃田-009 集体资产台账缺失 +2」.
fn findings(conn: &Connection, verb: LogVerb, entry: &Entry) -> Result<Option<String>, Fault> {
    use LogVerb as V;
    if !matches!(
        verb,
        V::NoteFinding | V::EditFinding | V::SetFindings | V::MoveStage | V::Withdraw
    ) {
        return Ok(None);
    }
    let is_finding = |change: &&RowChange| {
        registry::table(change.table).is_some_and(|table| table.name == "finding")
    };
    let found: Vec<&RowChange> = entry.rows.iter().filter(is_finding).collect();
    let Some(first) = found.first() else {
        return Ok(None);
    };
    let name = row(
        conn,
        "SELECT coalesce(final_no, pre_no) || ' ' || title FROM finding WHERE id = ?",
        [first.key],
        |r| r.get::<_, String>(0),
    )?;
    Ok(name.map(|name| match found.len() {
        1 => name,
        n => format!("{name} +{}", n - 1),
    }))
}

/// The column that was set and what it holds now: (`finding.stage`, `to_check`). Only where one thing was set.
fn set(conn: &Connection, verb: LogVerb, entry: &Entry) -> Result<Option<(String, String)>, Fault> {
    use LogVerb as V;
    let (name, wanted) = match verb {
        V::MoveStage => ("finding", Some("stage")),
        V::SetFindings => ("finding", None),
        V::SetEvents => ("event", Some("status")),
        V::Answer => ("answer", Some("state")),
        V::SetAction => ("action", Some("state")),
        _ => return Ok(None),
    };
    let named = |change: &RowChange| registry::table(change.table).filter(|it| it.name == name);
    let first = entry
        .rows
        .iter()
        .find_map(|change| Some((change, named(change)?)));
    let Some((change, table)) = first else {
        return Ok(None);
    };
    let mut cells = change.cells.iter().filter(|cell| cell.cell != EXISTS);
    let chosen = match wanted {
        Some(column) => cells.find_map(|cell| Some((cell, place(table, cell, column)?))),
        None => cells
            .next()
            .filter(|_| cells.next().is_none())
            .map(|it| (it, 0)),
    };
    let Some((cell, at)) = chosen else {
        return Ok(None);
    };
    let columns = table.cell(cell.cell).map_or(&[][..], |it| it.columns);
    let (Some(column), Some(value)) = (columns.get(at), cell.values.get(at)) else {
        return Ok(None);
    };
    let value = shown(conn, value)?.unwrap_or_default();
    Ok(Some((format!("{name}.{column}"), value)))
}

fn place(table: &Table, cell: &CellChange, column: &str) -> Option<usize> {
    let columns = table.cell(cell.cell)?.columns;
    columns.iter().position(|it| *it == column)
}
