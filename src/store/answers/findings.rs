//! Lists of findings: a filter becomes conditions, an order becomes an index, a window becomes a limit.

use rusqlite::types::Value;
use rusqlite::{Connection, ToSql};

use super::lists::listed;
use super::{number, rows};
use crate::domain::answer::{FindingPage, Total};
use crate::domain::codes::Stage;
use crate::domain::fault::Fault;
use crate::domain::query::{FindingFilter, FindingsQuery, Group, Order, Span};
use crate::store::search::matching;
use crate::store::sql::Day;
use crate::store::write::value;

/// A filter that no count is kept for is counted to here and no further: the screen says 「1000+」.
const COUNTED: u32 = 1000;

/// Matches of words are counted to here: while somebody types, every key counts anew.
const COUNTED_WORDS: u32 = 300;

/// Matches of a word that are put in another order than newest first.
const MATCHES: u32 = 2000;

/// Conditions over `f` and what they are bound to.
struct Where {
    /// Whether words are looked for; they are bound first.
    words: bool,
    sql: Vec<String>,
    bound: Vec<Value>,
}

impl Where {
    fn when(&mut self, sql: &str, it: &impl ToSql) -> Result<(), Fault> {
        self.sql.push(sql.to_owned());
        self.bound.push(value(it)?);
        Ok(())
    }

    fn span(&mut self, column: &str, span: Span) -> Result<(), Fault> {
        if let Some(from) = span.from {
            self.when(&format!("{column} >= ?"), &Day(from))?;
        }
        if let Some(to) = span.to {
            self.when(&format!("{column} <= ?"), &Day(to))?;
        }
        Ok(())
    }

    /// What is walked: the table, or the matches of the words. In the order of the index matches are walked as far as the
    /// window reaches; in any other they have to be collected first, the newest [`MATCHES`] of them.
    fn from(&self, newest: bool) -> String {
        match (self.words, newest) {
            (false, _) => "finding f WHERE ".into(),
            (true, true) => "finding_fts s CROSS JOIN finding f ON f.n = s.rowid WHERE s.finding_fts MATCH ? AND ".into(),
            (true, false) => format!(
                "(SELECT rowid AS n FROM finding_fts WHERE finding_fts MATCH ? ORDER BY rowid DESC LIMIT {MATCHES}) s
                 CROSS JOIN finding f ON f.n = s.n WHERE "
            ),
        }
    }

    fn text(&self) -> String {
        self.sql.join(" AND ")
    }

    fn params(&self) -> Vec<&dyn ToSql> {
        self.bound.iter().map(|v| v as &dyn ToSql).collect()
    }
}

fn conditions(filter: &FindingFilter) -> Result<Where, Fault> {
    let FindingFilter {
        text,
        stages: _,
        live,
        village,
        nowhere,
        unit,
        team,
        area,
        track,
        handler,
        item,
        due,
        noted,
        closed,
        counted,
        clues,
        only_clues,
    } = filter;
    let mut w = Where {
        words: false,
        sql: vec!["f.x = 1".into()],
        bound: Vec::new(),
    };
    if !clues {
        w.sql.push("f.restricted = 0".into());
    }
    if *only_clues {
        w.sql.push("f.restricted = 1".into());
    }
    match live {
        Some(live) => w.sql.push(format!("f.live = {}", u8::from(*live))),
        // Both piles, so that an index that begins with `live` can still be used.
        None if village.is_some() || *nowhere || track.is_some() => {
            w.sql.push("f.live IN (0, 1)".into());
        }
        None => {}
    }
    let stages = stages_of(filter);
    if !filter.stages.is_empty() {
        let numbers: Vec<String> = stages.iter().map(|s| place(*s).to_string()).collect();
        w.sql
            .push(format!("f.stage_no IN ({})", numbers.join(", ")));
    } else if *counted {
        w.sql.push("f.counted = 1".into());
    }
    if let Some(village) = village {
        w.when("f.village = ?", village)?;
    }
    if *nowhere {
        w.sql.push("f.village IS NULL".into());
    }
    if let Some(unit) = unit {
        w.when("f.unit = ?", unit)?;
    }
    if let Some(team) = team {
        w.when("f.unit IN (SELECT id FROM unit WHERE team = ?)", team)?;
    }
    match area {
        Some(0) => w.sql.push("f.areas = ''".into()),
        Some(no) => w.when("instr(' ' || f.areas || ' ', ?) > 0", &format!(" {no} "))?,
        None => {}
    }
    if let Some(track) = track {
        w.when("f.track = ?", track)?;
    }
    if let Some(person) = handler {
        w.when("? IN (f.handler, f.handler2)", person)?;
    }
    if let Some(item) = item {
        w.when("f.item = ?", item)?;
    }
    if let Some(span) = due {
        // One without a deadline stands at the end of all days. Said only where no other end is: of two the planner
        // takes the first it meets.
        if span.to.is_none() {
            w.sql.push("f.due_key < '9999-12-31'".into());
        }
        w.span("f.due_key", *span)?;
    }
    if let Some(span) = noted {
        w.span("f.noted_on", *span)?;
    }
    if let Some(span) = closed {
        w.sql.push("f.stage = 'closed'".into());
        w.span("f.staged_on", *span)?;
    }
    if let Some(words) = matching(text) {
        // First in the statement, first among what is bound.
        w.bound.insert(0, value(&words)?);
        w.words = true;
    }
    Ok(w)
}

/// A stage's place in the file's derived `stage_no`.
fn place(stage: Stage) -> u8 {
    match stage {
        Stage::Noted => 0,
        Stage::Verifying => 1,
        Stage::Drafting => 2,
        Stage::Signing => 3,
        Stage::Qualified => 4,
        Stage::Rectifying => 5,
        Stage::ToCheck => 6,
        Stage::Returned => 7,
        Stage::Closed => 8,
        Stage::Merged => 9,
        Stage::Dismissed => 10,
    }
}

/// The stages a filter lets through.
fn stages_of(filter: &FindingFilter) -> Vec<Stage> {
    Stage::ALL
        .iter()
        .copied()
        .filter(|s| filter.stages.is_empty() || filter.stages.contains(s))
        .filter(|s| filter.live.is_none_or(|live| live == s.is_live()))
        .filter(|s| !filter.counted || s.counts())
        .collect()
}

fn order(query: &FindingsQuery) -> String {
    let group = match query.group {
        None => "",
        Some(Group::Stage) => "f.stage_no, ",
        Some(Group::Village) => "f.village, ",
        Some(Group::Area) => "f.area_no, ",
        Some(Group::Track) => "f.track, ",
        Some(Group::Handler) => "f.handler, ",
    };
    let order = match query.order {
        Order::Due => "f.due_key, f.n",
        // In a range of days the index of days has this order too: rows are numbered as they come.
        Order::Newest if query.filter.noted.is_some() && query.group.is_none() => {
            "f.noted_on DESC, f.n DESC"
        }
        Order::Newest => "f.n DESC",
        Order::Oldest => "f.n",
        Order::Touched => "f.staged_on DESC, f.n DESC",
        Order::Triage => "f.triage_no, f.due_key, f.n",
    };
    format!("{group}{order}")
}

pub(super) fn page(conn: &Connection, query: &FindingsQuery) -> Result<FindingPage, Fault> {
    let mut w = conditions(&query.filter)?;
    // Grouped by stage, live ones are a range of the index that is in the order of the stages.
    if let (Some(Group::Stage), Some(live)) = (query.group, query.filter.live) {
        let range = if live {
            "f.stage_no < 8"
        } else {
            "f.stage_no >= 8"
        };
        for condition in w.sql.iter_mut().filter(|c| c.starts_with("f.live =")) {
            range.clone_into(condition);
        }
    }
    let order = order(query);
    let mut params = w.params();
    params.push(&query.window.size);
    params.push(&query.window.start);
    let newest = query.order == Order::Newest && query.group.is_none();
    let by = if w.words && newest {
        "s.rowid DESC"
    } else {
        &order
    };
    let chosen = format!(
        "SELECT f.n FROM {}{} ORDER BY {by} LIMIT ? OFFSET ?",
        w.from(newest),
        w.text()
    );
    Ok(FindingPage {
        rows: listed(conn, &chosen, &params, &order)?,
        total: total(conn, &query.filter, &w)?,
    })
}

fn total(conn: &Connection, filter: &FindingFilter, w: &Where) -> Result<Total, Fault> {
    if let Some((kind, a, b)) = kept(filter) {
        return tallied(conn, filter, kind, a, b).map(Total::exactly);
    }
    let most = if w.words { COUNTED_WORDS } else { COUNTED };
    let sql = format!(
        "SELECT count(*) FROM (SELECT 1 FROM {}{} LIMIT {})",
        w.from(true),
        w.text(),
        most + 1
    );
    let n = number(conn, &sql, w.params().as_slice())?;
    Ok(Total {
        n: n.min(most),
        more: n > most,
    })
}

/// Which kept count answers a filter: its kind and what it is kept for; the stages are summed up.
fn kept(filter: &FindingFilter) -> Option<(&'static str, Option<Value>, Option<Value>)> {
    let FindingFilter {
        text,
        stages: _,
        live: _,
        village,
        nowhere,
        unit,
        team,
        area,
        track,
        handler,
        item,
        due,
        noted,
        closed,
        counted: _,
        clues: _,
        only_clues,
    } = filter;
    let plain = matching(text).is_none()
        && !only_clues
        && !(*nowhere && village.is_some())
        && unit.is_none()
        && team.is_none()
        && handler.is_none()
        && item.is_none()
        && due.is_none()
        && noted.is_none()
        && closed.is_none();
    match (plain, village, area, track) {
        (true, None, None, None) if *nowhere => Some(("vs", Some(Value::Blob(Vec::new())), None)),
        (true, None, None, None) => Some(("st", None, None)),
        (true, Some(village), None, None) => Some(("vs", Some(value(village).ok()?), None)),
        (true, None, Some(no), None) if !nowhere => {
            Some(("as", Some(Value::Integer((*no).into())), None))
        }
        (true, None, None, Some(track)) if !nowhere => Some(("st", None, Some(value(track).ok()?))),
        _ => None,
    }
}

fn tallied(
    conn: &Connection,
    filter: &FindingFilter,
    kind: &str,
    a: Option<Value>,
    b: Option<Value>,
) -> Result<u32, Fault> {
    let stages: Vec<String> = stages_of(filter)
        .iter()
        .map(|s| format!("'{}'", s.word()))
        .collect();
    let stage = if kind == "st" { "a" } else { "b" };
    let sql = format!(
        "SELECT sum(n) FROM tally WHERE kind = ?1 AND clue <= ?2 AND {stage} IN ({}){}{}",
        stages.join(", "),
        if a.is_some() { " AND a = ?3" } else { "" },
        if b.is_some() { " AND b = ?3" } else { "" },
    );
    let mut params: Vec<Value> = vec![
        Value::Text(kind.to_owned()),
        Value::Integer(filter.clues.into()),
    ];
    params.extend(a.or(b));
    number(conn, &sql, rusqlite::params_from_iter(params))
}

/// How many stand in each stage under a filter, its own stages left aside.
pub(super) fn stages(
    conn: &Connection,
    filter: &FindingFilter,
) -> Result<Vec<(Stage, Total)>, Fault> {
    let mut counts = Vec::new();
    for stage in Stage::ALL {
        let one = FindingFilter {
            stages: vec![*stage],
            live: None,
            ..filter.clone()
        };
        let w = conditions(&one)?;
        counts.push((*stage, total(conn, &one, &w)?));
    }
    Ok(counts)
}

/// Numbers of the findings merged into one.
pub(super) fn absorbed(
    conn: &Connection,
    id: crate::domain::ids::FindingId,
) -> Result<Vec<(crate::domain::ids::FindingId, String)>, Fault> {
    rows(
        conn,
        "SELECT id, pre_no FROM finding WHERE merged_into = ? AND x = 1 ORDER BY n",
        [id],
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
}
