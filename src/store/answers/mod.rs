//! Questions become rows: one file per family of answers, SQL beside its row mapper.

mod about;
mod counts;
mod days;
mod findings;
mod history;
mod lists;
mod register;
mod sheets;
mod standup;
mod villages;
mod visits;

use std::sync::{Arc, Mutex};

use rusqlite::Connection;
use rusqlite::trace::{TraceEvent, TraceEventCodes};
use rusqlite::types::Value;

use super::sql::broken;
use crate::domain::answer::Answer;
use crate::domain::fault::Fault;
use crate::domain::query::Query;

pub(super) use about::about;
pub(super) use counts::figures;
pub(super) use history::shown;

/// Answers a question.
pub(super) fn answer(conn: &Connection, query: &Query) -> Result<Answer, Fault> {
    Ok(match query {
        Query::Register => Answer::Register(register::register(conn)?.into()),
        Query::Header { today, clues } => Answer::Header(counts::header(conn, *today, *clues)?),
        Query::Findings(query) => Answer::Findings(findings::page(conn, query)?),
        Query::Finding(id) => Answer::Finding(sheets::finding(conn, *id)?.map(Box::new)),
        Query::Stages(filter) => Answer::Stages(findings::stages(conn, filter)?),
        Query::Month { from, to, clues } => Answer::Month(days::month(conn, *from, *to, *clues)?),
        Query::Events(query) => Answer::Events(days::events(conn, query)?),
        Query::VillageDays { from, to, window } => {
            Answer::VillageDays(days::village_days(conn, *from, *to, *window)?)
        }
        Query::Villages {
            text,
            in_progress,
            team,
            window,
        } => Answer::Villages(villages::page(conn, text, *in_progress, *team, *window)?),
        Query::Village(id) => Answer::Village(villages::sheet(conn, *id)?.map(Box::new)),
        Query::Checklist(id) => Answer::Checklist(villages::checklist(conn, *id)?),
        Query::Visits(query) => Answer::Visits(visits::page(conn, query)?),
        Query::Visit(id) => Answer::Visit(visits::sheet(conn, *id)?.map(Box::new)),
        Query::Pivot {
            rows,
            cols,
            clues,
            window,
        } => Answer::Pivot(counts::pivot(conn, *rows, *cols, *clues, *window)?),
        Query::Figures { day } => Answer::Figures(figures(conn, *day)?),
        Query::Standup {
            day,
            next,
            team,
            clues,
        } => Answer::Standup(Box::new(standup::standup(
            conn, *day, *next, *team, *clues,
        )?)),
        Query::Log(window) => Answer::Log(history::page(conn, *window)?),
        Query::LogEntry(n) => Answer::LogEntry(history::sheet(conn, *n)?.map(Box::new)),
    })
}

/// The rows of a statement, each mapped. A row that holds what no row of ours can hold (a flipped bit, another program) is
/// left out, so that it never hides the others; `verify` names it.
fn rows<T>(
    conn: &Connection,
    sql: &str,
    params: impl rusqlite::Params,
    map: impl FnMut(&rusqlite::Row<'_>) -> rusqlite::Result<T>,
) -> Result<Vec<T>, Fault> {
    let mut stmt = conn.prepare_cached(sql).map_err(broken)?;
    let mapped = stmt.query_map(params, map).map_err(broken)?;
    mapped
        .filter(|row| !matches!(row, Err(rusqlite::Error::FromSqlConversionFailure(..))))
        .collect::<rusqlite::Result<_>>()
        .map_err(broken)
}

/// The one row of a statement, mapped.
fn row<T>(
    conn: &Connection,
    sql: &str,
    params: impl rusqlite::Params,
    map: impl FnOnce(&rusqlite::Row<'_>) -> rusqlite::Result<T>,
) -> Result<Option<T>, Fault> {
    use rusqlite::OptionalExtension as _;
    conn.prepare_cached(sql)
        .and_then(|mut s| s.query_row(params, map).optional())
        .map_err(broken)
}

/// The one number of a statement; nothing counts as none.
fn number(conn: &Connection, sql: &str, params: impl rusqlite::Params) -> Result<u32, Fault> {
    Ok(row(conn, sql, params, |r| r.get::<_, Option<i64>>(0))?
        .flatten()
        .map_or(0, count))
}

/// A count as the file keeps it; one that triggers brought below nothing is nothing (verify says so).
fn count(n: i64) -> u32 {
    u32::try_from(n.max(0)).unwrap_or(u32::MAX)
}

/// The plans of every statement a question runs, in the order in which they run, each once.
pub(super) fn plans(conn: &mut Connection, query: &Query) -> Result<Vec<String>, Fault> {
    let ran: Arc<Mutex<Vec<String>>> = Arc::default();
    let noted = Arc::clone(&ran);
    let note = move |event: TraceEvent<'_>| {
        if let (TraceEvent::Stmt(stmt, _), Ok(mut ran)) = (event, noted.lock()) {
            ran.push(stmt.sql().to_string());
        }
    };
    conn.trace_v2(TraceEventCodes::SQLITE_TRACE_STMT, Some(note))
        .map_err(broken)?;
    let done = answer(conn, query);
    conn.trace_v2(TraceEventCodes::empty(), None::<fn(TraceEvent<'_>)>)
        .map_err(broken)?;
    done?;
    let mut ran = ran.lock().map(|ran| ran.clone()).unwrap_or_default();
    let mut known = std::collections::HashSet::new();
    ran.retain(|sql| known.insert(sql.clone()));
    let mut plans = Vec::new();
    for sql in ran {
        let mut stmt = conn
            .prepare(&format!("EXPLAIN QUERY PLAN {sql}"))
            .map_err(broken)?;
        let marks = vec![Value::Null; stmt.parameter_count()];
        let steps: Vec<String> = stmt
            .query_map(rusqlite::params_from_iter(marks), |r| r.get(3))
            .and_then(Iterator::collect)
            .map_err(broken)?;
        plans.push(steps.join("\n"));
    }
    Ok(plans)
}
