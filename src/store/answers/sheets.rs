//! One finding, whole.

use rusqlite::Connection;

use super::findings::absorbed;
use super::lists::listed;
use super::{row, rows};
use crate::domain::answer::{FindingSheet, SourceRow, StepRow};
use crate::domain::codes::Stage;
use crate::domain::fault::Fault;
use crate::domain::ids::{FindingId, PersonId};
use crate::domain::records::FindingDraft;
use crate::store::sql::{Areas, Day, words};

pub(super) fn finding(conn: &Connection, id: FindingId) -> Result<Option<FindingSheet>, Fault> {
    let chosen = "SELECT n FROM finding WHERE id = ?";
    let Some(list) = listed(conn, chosen, &[&id], "f.n")?.into_iter().next() else {
        return Ok(None);
    };
    let Some(draft) = draft(conn, id)? else {
        return Ok(None);
    };
    let head = row(
        conn,
        "SELECT f.pre_no, f.final_no, f.noted_by, f.x, m.id, m.pre_no, i.code, f.staged_by
         FROM finding f LEFT JOIN finding m ON m.id = f.merged_into LEFT JOIN item i ON i.id = f.item WHERE f.id = ?",
        [id],
        |r| {
            let merged: Option<FindingId> = r.get(4)?;
            let number: Option<String> = r.get(5)?;
            Ok((
                words(r, 0)?,
                r.get::<_, Option<String>>(1)?,
                r.get::<_, Option<PersonId>>(2)?,
                r.get::<_, bool>(3)?,
                merged.zip(number),
                r.get::<_, Option<String>>(6)?,
            ))
        },
    )?;
    let Some((pre_no, final_no, noted_by, exists, merged, item_code)) = head else {
        return Ok(None);
    };
    let merged_into = merged.filter(|_| list.stage == Stage::Merged);
    Ok(Some(FindingSheet {
        pre_no,
        final_no,
        noted_by: name(conn, noted_by)?,
        item_code,
        handler2_name: name(conn, draft.handler2)?,
        sources: sources(conn, id)?,
        steps: steps(conn, id)?,
        merged_into,
        absorbed: absorbed(conn, id)?,
        withdrawn: !exists,
        row: list,
        draft,
    }))
}

fn draft(conn: &Connection, id: FindingId) -> Result<Option<FindingDraft>, Fault> {
    row(
        conn,
        "SELECT title, body, village, unit, areas, level, track, clue, triage, discipline, spread, risk, handler, handler2,
           due, item, amount, people FROM finding WHERE id = ?",
        [id],
        |r| {
            Ok(FindingDraft {
                title: words(r, 0)?,
                body: words(r, 1)?,
                village: r.get(2)?,
                unit: r.get(3)?,
                areas: r.get::<_, Areas>(4)?.0,
                level: r.get(5)?,
                track: r.get(6)?,
                clue: r.get(7)?,
                triage: r.get(8)?,
                discipline: r.get(9)?,
                spread: r.get(10)?,
                risk: r.get(11)?,
                handler: r.get(12)?,
                handler2: r.get(13)?,
                due: r.get::<_, Option<Day>>(14)?.map(|d| d.0),
                item: r.get(15)?,
                amount: r.get(16)?,
                people: words(r, 17)?,
            })
        },
    )
}

/// A person's name; empty without one.
pub(super) fn name(conn: &Connection, person: Option<PersonId>) -> Result<String, Fault> {
    let Some(person) = person else {
        return Ok(String::new());
    };
    Ok(row(
        conn,
        "SELECT name FROM person WHERE id = ?",
        [person],
        |r| r.get(0),
    )?
    .unwrap_or_default())
}

fn sources(conn: &Connection, id: FindingId) -> Result<Vec<SourceRow>, Fault> {
    rows(
        conn,
        "SELECT id, kind, reference FROM source WHERE finding = ? AND x = 1 ORDER BY n",
        [id],
        |r| {
            Ok(SourceRow {
                id: r.get(0)?,
                kind: r.get(1)?,
                reference: words(r, 2)?,
            })
        },
    )
}

fn steps(conn: &Connection, id: FindingId) -> Result<Vec<StepRow>, Fault> {
    rows(
        conn,
        "SELECT s.from_stage, s.to_stage, s.day, coalesce(p.name, ''), s.remark
         FROM step s LEFT JOIN person p ON p.id = s.by WHERE s.finding = ? AND s.x = 1 ORDER BY s.n",
        [id],
        |r| {
            Ok(StepRow {
                from: r.get(0)?,
                to: r.get(1)?,
                day: r.get::<_, Day>(2)?.0,
                by: words(r, 3)?,
                remark: words(r, 4)?,
            })
        },
    )
}
