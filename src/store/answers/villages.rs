//! Villages with their progress, one village's page, its checklist.

use std::fmt::Write as _;

use rusqlite::types::Value;
use rusqlite::{Connection, params, params_from_iter};

use super::{count, number, register, row, rows};
use crate::domain::answer::{
    AreaProgress, ChecklistRow, ItemRow, VillagePage, VillageRow, VillageSheet,
};
use crate::domain::codes::{AnswerState, VillageKind};
use crate::domain::fault::Fault;
use crate::domain::ids::{FindingId, TeamId, VillageId};
use crate::domain::query::Window;
use crate::domain::records::VillageDraft;
use crate::store::sql::{Day, People, words};
use crate::store::write::value;

/// How many villages there are.
pub(super) fn how_many(conn: &Connection) -> Result<u32, Fault> {
    number(
        conn,
        "SELECT n FROM tally WHERE kind = 'all' AND a = 'village'",
        [],
    )
}

/// Keys, names and short names of units of a window, in the order in which villages are listed.
pub(super) fn names(
    conn: &Connection,
    window: Window,
) -> Result<Vec<(VillageId, String, String)>, Fault> {
    rows(
        conn,
        "SELECT v.id, v.name, coalesce(u.short, '') FROM
           (SELECT n FROM village WHERE x = 1 ORDER BY unit, n LIMIT ? OFFSET ?) w
         CROSS JOIN village v ON v.n = w.n LEFT JOIN unit u ON u.id = v.unit ORDER BY v.unit, v.n",
        [window.size, window.start],
        |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)),
    )
}

pub(super) fn page(
    conn: &Connection,
    text: &str,
    in_progress: bool,
    team: Option<TeamId>,
    window: Window,
) -> Result<VillagePage, Fault> {
    let items = register::items(conn)?;
    let mut chosen = chosen(text, in_progress, &items);
    if let Some(team) = team {
        chosen.of_team(team)?;
    }
    let Chosen {
        key,
        from,
        order,
        bound,
        plain,
    } = &chosen;
    let total = if *plain {
        how_many(conn)?
    } else {
        let sql = format!("SELECT count(*) FROM (SELECT 1 FROM {from} LIMIT 1000)");
        number(conn, &sql, params_from_iter(bound))?
    };
    let mut all = bound.clone();
    all.extend([
        Value::Integer(window.size.into()),
        Value::Integer(window.start.into()),
    ]);
    let sql = format!("SELECT {key} FROM {from} ORDER BY {order} LIMIT ? OFFSET ?");
    let keys: Vec<VillageId> = rows(conn, &sql, params_from_iter(all), |r| r.get(0))?;
    let mut list = Vec::new();
    for id in keys {
        list.extend(village(conn, id, &items)?);
    }
    Ok(VillagePage { rows: list, total })
}

/// Which villages, as pieces of a statement.
struct Chosen {
    key: &'static str,
    from: String,
    order: &'static str,
    bound: Vec<Value>,
    /// All of them: their number is kept.
    plain: bool,
}

impl Chosen {
    fn of_team(&mut self, team: TeamId) -> Result<(), Fault> {
        // Asked of each village that is looked at, so that the team's others need not be collected.
        let theirs = "SELECT o.team FROM village t JOIN unit o ON o.id = t.unit WHERE t.id =";
        let _ = write!(self.from, " AND ({theirs} {}) = ?", self.key);
        self.bound.push(value(&team)?);
        self.plain = false;
        Ok(())
    }
}

fn chosen(text: &str, in_progress: bool, items: &[ItemRow]) -> Chosen {
    let text = text.trim();
    if in_progress {
        Chosen {
            key: "s.village",
            from: "village_stat s WHERE s.answered > 0 AND s.answered < ?".into(),
            order: "s.last_day DESC",
            bound: vec![Value::Integer(asked(items, VillageKind::Village).into())],
            plain: false,
        }
    } else if text.is_empty() {
        Chosen {
            key: "v.id",
            from: "village v WHERE v.x = 1".into(),
            order: "v.unit, v.n",
            bound: Vec::new(),
            plain: true,
        }
    } else {
        let like = Value::Text(format!("%{text}%"));
        Chosen {
            key: "v.id",
            from: "village v LEFT JOIN unit u ON u.id = v.unit
              WHERE v.x = 1 AND (v.name LIKE ? OR u.short LIKE ?)"
                .into(),
            order: "v.unit, v.n",
            bound: vec![like.clone(), like],
            plain: false,
        }
    }
}

fn is_asked(item: &ItemRow, kind: VillageKind) -> bool {
    item.kind.is_none_or(|asked| asked == kind)
}

fn asked(items: &[ItemRow], kind: VillageKind) -> u32 {
    count(i64::try_from(items.iter().filter(|i| is_asked(i, kind)).count()).unwrap_or(0))
}

/// A village as it stands in lists; everything is read from kept counts.
fn village(
    conn: &Connection,
    id: VillageId,
    items: &[ItemRow],
) -> Result<Option<VillageRow>, Fault> {
    let head = row(
        conn,
        "SELECT v.name, v.kind, v.unit, coalesce(u.short, ''), v.at_home,
           (SELECT max(day) FROM visit WHERE village = v.id AND x = 1)
         FROM village v LEFT JOIN unit u ON u.id = v.unit WHERE v.id = ? AND v.x = 1",
        [id],
        |r| {
            Ok(VillageRow {
                id,
                name: words(r, 0)?,
                kind: r.get(1)?,
                unit: r.get(2)?,
                unit_name: words(r, 3)?,
                areas: Vec::new(),
                planned: 0,
                done: 0,
                visited: 0,
                at_home: r.get(4)?,
                open: 0,
                findings: 0,
                last_visit: r.get::<_, Option<Day>>(5)?.map(|d| d.0),
            })
        },
    )?;
    let Some(mut it) = head else {
        return Ok(None);
    };
    it.areas = progress(conn, id, it.kind, items)?;
    let kept = rows(
        conn,
        "SELECT kind, b, n FROM tally WHERE kind IN ('ves', 'vv', 'vs') AND a = ? AND clue = 0",
        [id],
        |r| Ok((words(r, 0)?, words(r, 1)?, r.get::<_, i64>(2)?)),
    )?;
    for (kind, what, n) in kept {
        let n = count(n);
        match (kind.as_str(), what.as_str()) {
            ("ves", "planned") => it.planned += n,
            ("ves", "done") => {
                it.planned += n;
                it.done += n;
            }
            ("vv", "home" | "contacted") => it.visited += n,
            ("vs", "merged" | "dismissed") => {}
            ("vs", "closed") => it.findings += n,
            ("vs", _) => {
                it.findings += n;
                it.open += n;
            }
            _ => {}
        }
    }
    Ok(Some(it))
}

/// Progress per area, in the order of their numbers.
fn progress(
    conn: &Connection,
    id: VillageId,
    kind: VillageKind,
    items: &[ItemRow],
) -> Result<Vec<AreaProgress>, Fault> {
    let mut areas: Vec<AreaProgress> = Vec::new();
    for item in items.iter().filter(|i| is_asked(i, kind)) {
        match areas.iter_mut().find(|a| a.area == item.area) {
            Some(area) => area.asked += 1,
            None => areas.push(AreaProgress {
                area: item.area,
                asked: 1,
                ..AreaProgress::default()
            }),
        }
    }
    areas.sort_by_key(|a| a.area);
    let kept = rows(
        conn,
        "SELECT b, n FROM tally WHERE kind = 'an' AND a = ?",
        [id],
        |r| Ok((words(r, 0)?, r.get::<_, i64>(1)?)),
    )?;
    for (what, n) in kept {
        let Some((no, state)) = what.split_once(':') else {
            continue;
        };
        let Some(area) = areas.iter_mut().find(|a| a.area.to_string() == no) else {
            continue;
        };
        let n = count(n);
        match AnswerState::of(state) {
            Some(AnswerState::Fine) => area.fine += n,
            Some(AnswerState::Finding) => area.finding += n,
            Some(AnswerState::Unsure) => area.unsure += n,
            Some(AnswerState::NotApplicable) => {
                area.na += n;
                area.asked = area.asked.saturating_sub(n);
            }
            Some(AnswerState::Open) | None => {}
        }
    }
    Ok(areas)
}

pub(super) fn sheet(conn: &Connection, id: VillageId) -> Result<Option<VillageSheet>, Fault> {
    let items = register::items(conn)?;
    let Some(list) = village(conn, id, &items)? else {
        return Ok(None);
    };
    let draft = row(
        conn,
        "SELECT name, unit, kind, households, at_home, note FROM village WHERE id = ?",
        [id],
        |r| {
            Ok(VillageDraft {
                name: words(r, 0)?,
                unit: r.get(1)?,
                kind: r.get(2)?,
                households: r.get(3)?,
                at_home: r.get(4)?,
                note: words(r, 5)?,
            })
        },
    )?;
    let Some(draft) = draft else { return Ok(None) };
    let classes = rows(
        conn,
        "SELECT c.b, c.n, coalesce((SELECT m.n FROM tally m WHERE m.kind = 'vm' AND m.a = c.a AND m.b = c.b AND m.clue = 0), 0)
         FROM tally c WHERE c.kind = 'vc' AND c.a = ? AND c.n > 0 ORDER BY c.n DESC, c.b",
        [id],
        |r| Ok((r.get(0)?, count(r.get(1)?), count(r.get(2)?))),
    )?;
    Ok(Some(VillageSheet {
        row: list,
        draft,
        classes,
    }))
}

pub(super) fn checklist(conn: &Connection, id: VillageId) -> Result<Vec<ChecklistRow>, Fault> {
    let kind: Option<VillageKind> =
        row(conn, "SELECT kind FROM village WHERE id = ?", [id], |r| {
            r.get(0)
        })?;
    let Some(kind) = kind else {
        return Ok(Vec::new());
    };
    let mut list = Vec::new();
    for item in register::items(conn)?
        .into_iter()
        .filter(|i| is_asked(i, kind))
    {
        let answer = row(
            conn,
            "SELECT a.state, a.note, a.people, a.day, f.id, f.pre_no FROM answer a
             LEFT JOIN finding f ON f.id = a.finding AND f.x = 1 WHERE a.village = ? AND a.item = ? AND a.x = 1",
            params![id, item.id],
            |r| {
                let finding: Option<FindingId> = r.get(4)?;
                let number: Option<String> = r.get(5)?;
                Ok(ChecklistRow {
                    item: item.clone(),
                    state: r.get(0)?,
                    note: words(r, 1)?,
                    people: r.get::<_, People>(2)?.0,
                    day: Some(r.get::<_, Day>(3)?.0),
                    finding: finding.zip(number),
                })
            },
        )?;
        list.push(answer.unwrap_or(ChecklistRow {
            item,
            state: AnswerState::Open,
            note: String::new(),
            people: Vec::new(),
            day: None,
            finding: None,
        }));
    }
    list.sort_by_key(|row| row.item.area);
    Ok(list)
}
