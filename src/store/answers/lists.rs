//! Rows of findings with their names, however they were chosen.

use rusqlite::{Connection, Row, ToSql};

use super::rows;
use crate::domain::answer::FindingRow;
use crate::domain::fault::Fault;
use crate::store::sql::{Areas, Day, words};

/// The columns of a row, for `f` with `v`, `u` and `p` joined on.
const COLUMNS: &str = "f.id, coalesce(f.final_no, f.pre_no), f.title, f.stage, f.track, f.restricted, f.triage, f.village,
  coalesce(v.name, ''), coalesce(u.short, ''), f.areas, coalesce(p.name, ''), f.handler, f.due, f.noted_on, f.staged_on";

/// Names are looked up for the rows of the window alone.
const NAMES: &str = "LEFT JOIN village v ON v.id = f.village LEFT JOIN unit u ON u.id = f.unit
  LEFT JOIN person p ON p.id = f.handler";

/// The rows that `chosen` (a SELECT of `n`, in order, with its limit) names, in the order `order` (over `f`).
pub(super) fn listed(
    conn: &Connection,
    chosen: &str,
    params: &[&dyn ToSql],
    order: &str,
) -> Result<Vec<FindingRow>, Fault> {
    let sql = format!(
        "SELECT {COLUMNS} FROM ({chosen}) w CROSS JOIN finding f ON f.n = w.n {NAMES} ORDER BY {order}"
    );
    rows(conn, &sql, params, |r| of(r, 0))
}

/// A finding's row from the columns of [`COLUMNS`] that begin at `at`.
pub(super) fn of(r: &Row<'_>, at: usize) -> rusqlite::Result<FindingRow> {
    Ok(FindingRow {
        id: r.get(at)?,
        number: words(r, at + 1)?,
        title: words(r, at + 2)?,
        stage: r.get(at + 3)?,
        track: r.get(at + 4)?,
        restricted: r.get(at + 5)?,
        triage: r.get(at + 6)?,
        village: r.get(at + 7)?,
        village_name: words(r, at + 8)?,
        unit_name: words(r, at + 9)?,
        areas: r.get::<_, Areas>(at + 10)?.0,
        handler_name: words(r, at + 11)?,
        handler: r.get(at + 12)?,
        due: r.get::<_, Option<Day>>(at + 13)?.map(|d| d.0),
        noted_on: r.get::<_, Day>(at + 14)?.0,
        staged_on: r.get::<_, Day>(at + 15)?.0,
    })
}
