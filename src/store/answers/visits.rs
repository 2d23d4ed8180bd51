//! Household visits.

use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use super::{number, row, rows};
use crate::domain::answer::{Total, VisitPage, VisitRow, VisitSheet};
use crate::domain::fault::Fault;
use crate::domain::ids::VisitId;
use crate::domain::query::VisitsQuery;
use crate::domain::records::VisitDraft;
use crate::store::sql::{Day, People, words};
use crate::store::write::value;

/// Counted to here and no further.
const COUNTED: u32 = 1000;

pub(super) fn page(conn: &Connection, query: &VisitsQuery) -> Result<VisitPage, Fault> {
    let VisitsQuery {
        village,
        days,
        met,
        window,
    } = query;
    let mut conditions = String::from("x = 1");
    let mut bound: Vec<Value> = Vec::new();
    if let Some(village) = village {
        conditions.push_str(" AND village = ?");
        bound.push(value(village)?);
    }
    if let Some(from) = days.from {
        conditions.push_str(" AND day >= ?");
        bound.push(value(&Day(from))?);
    }
    if let Some(to) = days.to {
        conditions.push_str(" AND day <= ?");
        bound.push(value(&Day(to))?);
    }
    if *met {
        conditions.push_str(" AND found IN ('home', 'contacted')");
    }
    let n = number(
        conn,
        &format!(
            "SELECT count(*) FROM (SELECT 1 FROM visit WHERE {conditions} LIMIT {})",
            COUNTED + 1
        ),
        params_from_iter(&bound),
    )?;
    bound.push(Value::Integer(window.size.into()));
    bound.push(Value::Integer(window.start.into()));
    let sql = format!(
        "SELECT t.id, t.day, t.half, coalesce(v.name, ''), t.grp, t.head, t.class, t.found, t.said, t.follow_up FROM
           (SELECT n FROM visit WHERE {conditions} ORDER BY day DESC, n DESC LIMIT ? OFFSET ?) w
         CROSS JOIN visit t ON t.n = w.n LEFT JOIN village v ON v.id = t.village ORDER BY t.day DESC, t.n DESC"
    );
    let list = rows(conn, &sql, params_from_iter(bound), |r| {
        Ok(VisitRow {
            id: r.get(0)?,
            day: r.get::<_, Day>(1)?.0,
            half: r.get(2)?,
            village_name: words(r, 3)?,
            group: words(r, 4)?,
            head: words(r, 5)?,
            class: r.get(6)?,
            found: r.get(7)?,
            said: words(r, 8)?,
            follow_up: words(r, 9)?,
        })
    })?;
    Ok(VisitPage {
        rows: list,
        total: Total {
            n: n.min(COUNTED),
            more: n > COUNTED,
        },
    })
}

pub(super) fn sheet(conn: &Connection, id: VisitId) -> Result<Option<VisitSheet>, Fault> {
    row(
        conn,
        "SELECT t.village, t.day, t.half, t.grp, t.head, t.class, t.people, t.found, t.escorted, t.said, t.follow_up,
           t.finding, coalesce(v.name, '') FROM visit t LEFT JOIN village v ON v.id = t.village WHERE t.id = ? AND t.x = 1",
        [id],
        |r| {
            Ok(VisitSheet {
                id,
                draft: VisitDraft {
                    village: r.get(0)?,
                    day: r.get::<_, Day>(1)?.0,
                    half: r.get(2)?,
                    group: words(r, 3)?,
                    head: words(r, 4)?,
                    class: r.get(5)?,
                    people: r.get::<_, People>(6)?.0,
                    found: r.get(7)?,
                    escorted: r.get(8)?,
                    said: words(r, 9)?,
                    follow_up: words(r, 10)?,
                    finding: r.get(11)?,
                },
                village_name: words(r, 12)?,
            })
        },
    )
}
