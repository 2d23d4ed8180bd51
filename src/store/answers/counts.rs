//! Counts: the header, two fields against each other, the figures that leaders report. All from counts kept by triggers.

use chrono::NaiveDate;
use rusqlite::types::Value;
use rusqlite::{Connection, params};

use super::{number, rows, villages};
use crate::domain::answer::{FigureLine, Header, Pivot, PivotKey};
use crate::domain::codes::{Figure, Stage, Track};
use crate::domain::fault::Fault;
use crate::domain::query::{Dim, Window};
use crate::store::sql::Day;

pub(super) fn header(conn: &Connection, today: NaiveDate, clues: bool) -> Result<Header, Fault> {
    let live = "kind = 'st' AND a NOT IN ('closed', 'merged', 'dismissed') AND clue <= ?1";
    Ok(Header {
        open: number(
            conn,
            &format!("SELECT sum(n) FROM tally WHERE {live}"),
            [clues],
        )?,
        immediate: number(
            conn,
            &format!("SELECT sum(n) FROM tally WHERE {live} AND b = 'immediate'"),
            [clues],
        )?,
        overdue: number(
            conn,
            "SELECT sum(n) FROM tally WHERE kind = 'due' AND a < ?1 AND clue <= ?2",
            params![Day(today), clues],
        )?,
        due_today: number(
            conn,
            "SELECT sum(n) FROM tally WHERE kind = 'due' AND a = ?1 AND clue <= ?2",
            params![Day(today), clues],
        )?,
    })
}

/// The figures that leaders report, each in its own unit: since entry, and on the day alone.
///
/// Talks, surveys, documents, topic reports and forums are what finished events of that kind came to; a household counts
/// when somebody opened or was reached (在家, 外出联系). Clues count here too: the number is reported, the facts are not.
pub(in crate::store) fn figures(
    conn: &Connection,
    day: NaiveDate,
) -> Result<Vec<FigureLine>, Fault> {
    const DONE: &str = "kind = 'evq' AND b {day} AND a = ";
    const NOTED: &str = "kind = 'noted' AND a {day}";
    let sources = [
        (Figure::Talks, format!("{DONE}'talk'")),
        (Figure::Surveys, format!("{DONE}'survey'")),
        (Figure::Documents, format!("{DONE}'documents'")),
        (Figure::TopicReports, format!("{DONE}'topic_report'")),
        (
            Figure::Households,
            "kind = 'vi' AND a {day} AND b IN ('home', 'contacted')".into(),
        ),
        (Figure::Forums, format!("{DONE}'forum'")),
        (Figure::Findings, NOTED.to_owned()),
        (Figure::Immediate, format!("{NOTED} AND b = 'immediate'")),
        (Figure::Clues, format!("{NOTED} AND clue = 1")),
        (Figure::Advice, format!("{NOTED} AND b = 'advice'")),
        (Figure::Closed, "kind = 'closed' AND a {day}".into()),
        (
            Figure::Checked,
            "kind = 'ad' AND a {day} AND b IN ('fine', 'finding')".into(),
        ),
    ];
    let mut lines = Vec::new();
    for (figure, of) in sources {
        let sum = |op: &str| {
            let sql = format!("SELECT sum(n) FROM tally WHERE {}", of.replace("{day}", op));
            number(conn, &sql, [Day(day)])
        };
        lines.push(FigureLine {
            figure,
            total: sum("<= ?1")?,
            day: sum("= ?1")?,
        });
    }
    Ok(lines)
}

/// Which kept count holds two fields, and whether the first of them is its `a`.
fn kind(rows: Dim, cols: Dim) -> Option<(&'static str, bool)> {
    Some(match (rows, cols) {
        (Dim::Village, Dim::Area) => ("va", true),
        (Dim::Area, Dim::Village) => ("va", false),
        (Dim::Village, Dim::Stage) => ("vs", true),
        (Dim::Stage, Dim::Village) => ("vs", false),
        (Dim::Village, Dim::Track) => ("vt", true),
        (Dim::Track, Dim::Village) => ("vt", false),
        (Dim::Area, Dim::Stage) => ("as", true),
        (Dim::Stage, Dim::Area) => ("as", false),
        (Dim::Area, Dim::Track) => ("at", true),
        (Dim::Track, Dim::Area) => ("at", false),
        (Dim::Stage, Dim::Track) => ("st", true),
        (Dim::Track, Dim::Stage) => ("st", false),
        _ => return None,
    })
}

/// The values of a field, those of a window where they may be many; and how many there are.
fn keys(conn: &Connection, dim: Dim, window: Window) -> Result<(Vec<PivotKey>, u32), Fault> {
    let keys: Vec<PivotKey> = match dim {
        Dim::Village => {
            let total = villages::how_many(conn)?;
            let mut keys: Vec<PivotKey> = villages::names(conn, window)?
                .into_iter()
                .map(|(id, name, _)| PivotKey::Village(Some(id), name))
                .collect();
            let placeless = number(
                conn,
                "SELECT sum(n) FROM tally WHERE kind = 'vs' AND a = x''",
                [],
            )? > 0;
            if placeless && window.start + window.size >= total {
                keys.push(PivotKey::Village(None, String::new()));
            }
            return Ok((keys, total + u32::from(placeless)));
        }
        Dim::Area => {
            let mut keys: Vec<PivotKey> = rows(
                conn,
                "SELECT no FROM area WHERE x = 1 ORDER BY no",
                [],
                |r| Ok(PivotKey::Area(Some(r.get(0)?))),
            )?;
            if number(
                conn,
                "SELECT sum(n) FROM tally WHERE kind = 'as' AND a = 0",
                [],
            )? > 0
            {
                keys.push(PivotKey::Area(None));
            }
            keys
        }
        Dim::Stage => Stage::ALL.iter().map(|s| PivotKey::Stage(*s)).collect(),
        Dim::Track => Track::ALL.iter().map(|t| PivotKey::Track(*t)).collect(),
    };
    let total = u32::try_from(keys.len()).unwrap_or(u32::MAX);
    Ok((keys, total))
}

/// How a value stands in the kept counts.
fn stored(key: &PivotKey) -> Value {
    match key {
        PivotKey::Village(Some(id), _) => Value::Blob(id.bytes().to_vec()),
        PivotKey::Village(None, _) => Value::Blob(Vec::new()),
        PivotKey::Area(no) => Value::Integer(no.unwrap_or(0).into()),
        PivotKey::Stage(stage) => Value::Text(stage.word().to_owned()),
        PivotKey::Track(track) => Value::Text(track.word().to_owned()),
    }
}

pub(super) fn pivot(
    conn: &Connection,
    rows_by: Dim,
    cols_by: Dim,
    clues: bool,
    window: Window,
) -> Result<Pivot, Fault> {
    let (row_keys, total_rows) = keys(conn, rows_by, window)?;
    let (col_keys, _) = keys(conn, cols_by, window)?;
    let mut pivot = Pivot {
        cells: Vec::new(),
        sums: vec![0; col_keys.len()],
        rows: row_keys,
        cols: col_keys,
        total_rows,
    };
    let Some((kind, straight)) = kind(rows_by, cols_by) else {
        return Ok(pivot);
    };
    let sql = "SELECT sum(n) FROM tally WHERE kind = ?1 AND a = ?2 AND b = ?3 AND clue <= ?4";
    for row in &pivot.rows {
        let mut cells = Vec::new();
        for col in &pivot.cols {
            let (a, b) = if straight {
                (stored(row), stored(col))
            } else {
                (stored(col), stored(row))
            };
            cells.push(number(conn, sql, params![kind, a, b, clues])?);
        }
        pivot.cells.push(cells);
    }
    for (i, col) in pivot.cols.iter().enumerate() {
        let sum = if rows_by == Dim::Village {
            over_villages(conn, col, clues)?
        } else {
            pivot.cells.iter().filter_map(|row| row.get(i)).sum()
        };
        if let Some(place) = pivot.sums.get_mut(i) {
            *place = sum;
        }
    }
    Ok(pivot)
}

/// A column's sum over all villages, shown or not, from a count that does not speak of villages.
fn over_villages(conn: &Connection, col: &PivotKey, clues: bool) -> Result<u32, Fault> {
    let sql = match col {
        PivotKey::Area(_) => {
            "SELECT sum(n) FROM tally WHERE kind = 'as' AND a = ?1 AND b NOT IN ('merged', 'dismissed') AND clue <= ?2"
        }
        PivotKey::Stage(_) => {
            "SELECT sum(n) FROM tally WHERE kind = 'st' AND a = ?1 AND clue <= ?2"
        }
        PivotKey::Track(_) => {
            "SELECT sum(n) FROM tally WHERE kind = 'st' AND b = ?1 AND a NOT IN ('merged', 'dismissed') AND clue <= ?2"
        }
        PivotKey::Village(..) => return Ok(0),
    };
    number(conn, sql, params![stored(col), clues])
}
