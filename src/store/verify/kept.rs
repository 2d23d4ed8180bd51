//! What is kept beside the log and could be worked out from it: counts, the last number given, what was taken back.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::{Difference, Verdict};
use crate::domain::fault::Fault;
use crate::store::entry::{Entry, Version};
use crate::store::sql::broken;

/// Counts that triggers keep, against the same counts of the rebuilt file.
pub(super) fn tallies(
    conn: &Connection,
    rebuilt: &Connection,
    verdict: &mut Verdict,
) -> Result<(), Fault> {
    let kept = counts(conn)?;
    let right = counts(rebuilt)?;
    for (name, should) in &right {
        let is = kept.get(name).copied().unwrap_or(0);
        if is != *should {
            verdict.add(Difference::Tally(name.clone(), *should, is));
        }
    }
    for (name, is) in kept.iter().filter(|(name, _)| !right.contains_key(*name)) {
        verdict.add(Difference::Tally(name.clone(), 0, *is));
    }
    Ok(())
}

fn counts(conn: &Connection) -> Result<BTreeMap<String, i64>, Fault> {
    let mut stmt = conn
        .prepare(
            "SELECT kind || ' ' || quote(a) || ' ' || quote(b) || ' ' || clue, n FROM tally WHERE n <> 0
             UNION ALL SELECT 'village_stat ' || hex(village) || ' ' || last_day, answered FROM village_stat",
        )
        .map_err(broken)?;
    stmt.query_map([], |r| Ok((r.get(0)?, r.get(1)?)))
        .and_then(Iterator::collect)
        .map_err(broken)
}

/// A counter behind the numbers it gave would give one of them again.
pub(super) fn counters(
    conn: &Connection,
    rebuilt: &Connection,
    verdict: &mut Verdict,
) -> Result<(), Fault> {
    let kept: BTreeMap<String, i64> = pairs(conn, "SELECT code, last FROM counter")?;
    let numbers = "SELECT pre_no, n FROM finding UNION ALL SELECT final_no, n FROM finding WHERE final_no IS NOT NULL";
    let mut given: BTreeMap<String, i64> = BTreeMap::new();
    for (number, _) in pairs::<Vec<_>>(rebuilt, numbers)? {
        let Some((code, Ok(no))) = number.rsplit_once('-').map(|(c, n)| (c, n.parse::<i64>()))
        else {
            continue;
        };
        let last = given.entry(code.to_owned()).or_default();
        *last = no.max(*last);
    }
    for (code, last) in given {
        let is = kept.get(&code).copied().unwrap_or(0);
        if is < last {
            verdict.add(Difference::Tally(code, last, is));
        }
    }
    Ok(())
}

fn pairs<T: FromIterator<(String, i64)>>(conn: &Connection, sql: &str) -> Result<T, Fault> {
    let mut stmt = conn.prepare(sql).map_err(broken)?;
    stmt.query_map([], |r| Ok((r.get(0)?, r.get(1)?)))
        .and_then(Iterator::collect)
        .map_err(broken)
}

/// Which entry took back which, as the entries themselves say.
#[derive(Default)]
pub(super) struct TakenBack {
    numbers: BTreeMap<Version, i64>,
    /// What each took back.
    of: BTreeMap<i64, i64>,
    /// By which it is taken back now.
    by: BTreeMap<i64, i64>,
}

impl TakenBack {
    /// Hears the next entry; answers the local number of what it takes back.
    pub(super) fn hear(&mut self, n: i64, entry: &Entry) -> Option<i64> {
        self.numbers.insert((entry.stream, entry.seq), n);
        let of = *self.numbers.get(&entry.of?)?;
        self.of.insert(n, of);
        let (mut at, mut by) = (of, Some(n));
        loop {
            match by {
                Some(by) => self.by.insert(at, by),
                None => self.by.remove(&at),
            };
            let Some(next) = self.of.get(&at) else { break };
            (at, by) = (*next, by.is_none().then_some(at));
        }
        Some(of)
    }

    /// Compares with the marks in the file.
    pub(super) fn compare(&self, conn: &Connection, verdict: &mut Verdict) -> Result<(), Fault> {
        let mut stmt = conn
            .prepare("SELECT n, undone_by FROM sync_log WHERE undone_by IS NOT NULL")
            .map_err(broken)?;
        let marks: BTreeMap<i64, i64> = stmt
            .query_map([], |r| Ok((r.get(0)?, r.get(1)?)))
            .and_then(Iterator::collect)
            .map_err(broken)?;
        let wrong = |(n, by): (&i64, &i64), other: &BTreeMap<i64, i64>| {
            (other.get(n) != Some(by)).then_some(*n)
        };
        let more = marks.iter().filter_map(|it| wrong(it, &self.by));
        let less = self.by.iter().filter_map(|it| wrong(it, &marks));
        let all: std::collections::BTreeSet<i64> = more.chain(less).collect();
        for n in all {
            verdict.add(Difference::Entry(n));
        }
        Ok(())
    }
}
