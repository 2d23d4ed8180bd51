//! Changes become rows: one function per change, the rules asked first, the log sealed last.

mod checklist;
mod events;
mod findings;
mod meetings;
mod places;
mod visits;

use chrono::{NaiveDate, NaiveDateTime};
use rusqlite::types::{ToSql, ToSqlOutput, Value};
use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use super::log::{self, Hand as Signature};
use super::sql::broken;
use super::{answers, make, undo};
use crate::domain::change::{Change, LogVerb, Made, Receipt, Thing};
use crate::domain::fault::{Fault, Refusal};
use crate::domain::ids::PersonId;

/// Who writes, when, into which open transaction.
pub(super) struct Hand<'a> {
    pub(super) conn: &'a Connection,
    pub(super) keys: &'a mut make::Keys,
    pub(super) now: NaiveDateTime,
    pub(super) me: Option<PersonId>,
}

/// What a change did, for the log and the receipt.
pub(super) struct Done {
    verb: LogVerb,
    subject: String,
    made: Option<Made>,
}

impl Done {
    fn new(verb: LogVerb, subject: impl Into<String>) -> Self {
        Self {
            verb,
            subject: subject.into(),
            made: None,
        }
    }

    fn made(mut self, made: Made) -> Self {
        self.made = Some(made);
        self
    }
}

/// Writes a change, seals it, and makes it the newest step of undo.
pub(super) fn change(hand: &mut Hand<'_>, change: &Change) -> Result<Receipt, Fault> {
    match change {
        Change::Undo => return undo::undo(hand),
        Change::Redo => return undo::redo(hand),
        Change::UndoEntry(n) => return undo::entry(hand, *n),
        _ => {}
    }
    let done = perform(hand, change)?;
    let entry = hand.seal(done.verb, &done.subject, None)?;
    // Beginning a round is not something to take back with a key.
    if let (Some(n), false) = (entry, matches!(change, Change::StartRound(_))) {
        undo::push(hand.conn, n)?;
    }
    let mut receipt = Receipt {
        entry,
        verb: done.verb,
        subject: done.subject,
        of: None,
        restricted: false,
        set: None,
        made: done.made,
        kept: Vec::new(),
    };
    answers::about(hand.conn, &mut receipt)?;
    Ok(receipt)
}

/// Writes several changes as one entry.
pub(super) fn many(hand: &mut Hand<'_>, changes: &[Change]) -> Result<(), Fault> {
    let mut first = None;
    for change in changes {
        let done = perform(hand, change)?;
        first.get_or_insert(done);
    }
    if let Some(done) = first {
        let subject = match changes.len() {
            1 => done.subject,
            n => format!("{} +{}", done.subject, n - 1),
        };
        if let Some(n) = hand.seal(done.verb, &subject, None)? {
            undo::push(hand.conn, n)?;
        }
    }
    Ok(())
}

fn perform(hand: &mut Hand<'_>, change: &Change) -> Result<Done, Fault> {
    match change {
        Change::StartRound(plan) => places::start_round(hand, plan),
        Change::AddTeam(draft) => places::add_team(hand, draft),
        Change::AddPerson(draft) => places::add_person(hand, draft),
        Change::AddUnit(draft) => places::add_unit(hand, draft),
        Change::AddVillage(draft) => places::add_village(hand, draft),
        Change::EditVillage { id, was, now } => places::edit_village(hand, *id, was, now),
        Change::SetHoliday { day, name, rest } => places::set_holiday(hand, *day, name, *rest),
        Change::Setting { key, value } => places::set_setting(hand, key, value),
        Change::NoteFinding(draft) => findings::note(hand, draft),
        Change::EditFinding { id, was, now } => findings::edit(hand, *id, was, now),
        Change::SetFindings { ids, set } => findings::set(hand, ids, set),
        Change::MoveStage { ids, to, remark } => findings::move_stage(hand, ids, *to, remark),
        Change::MergeFinding { from, into, reason } => findings::merge(hand, *from, *into, reason),
        Change::AddSource { finding, source } => findings::add_source(hand, *finding, source),
        Change::Answer(draft) => checklist::answer(hand, draft),
        Change::FailItem { finding, answer } => checklist::fail(hand, finding, answer),
        Change::PlanEvent(draft) => events::plan(hand, draft),
        Change::EditEvent { id, was, now } => events::edit(hand, *id, was, now),
        Change::MoveEvents { ids, days, half } => events::shift(hand, ids, *days, *half),
        Change::SetEvents { ids, status, count } => events::set(hand, ids, *status, *count),
        Change::RecordVisit(draft) => visits::record(hand, draft),
        Change::EditVisit { id, was, now } => visits::edit(hand, *id, was, now),
        Change::SaveMeeting(draft) => meetings::save(hand, draft),
        Change::CloseMeeting { day, team } => meetings::close(hand, *day, *team),
        Change::ReopenMeeting { id, reason } => meetings::reopen(hand, *id, reason),
        Change::AddAction { day, team, action } => meetings::add_action(hand, *day, *team, action),
        Change::SetAction { id, state } => meetings::set_action(hand, *id, *state),
        Change::Withdraw { what, reason } => withdraw(hand, what, reason),
        Change::Undo | Change::Redo | Change::UndoEntry(_) => {
            Err(Fault::Internal("undo inside a bulk change".into()))
        }
    }
}

/// A column and what it is to hold.
pub(super) type Column = (&'static str, Value);

/// A value as SQLite keeps it.
pub(super) fn value(it: &impl ToSql) -> Result<Value, Fault> {
    match it.to_sql().map_err(broken)? {
        ToSqlOutput::Borrowed(v) => v
            .try_into()
            .map_err(|e: rusqlite::types::FromSqlError| Fault::Internal(e.to_string())),
        ToSqlOutput::Owned(v) => Ok(v),
        _ => Err(Fault::Internal("a value SQLite does not keep".into())),
    }
}

impl Hand<'_> {
    /// Today, for the columns that say when.
    fn today(&self) -> NaiveDate {
        self.now.date()
    }

    fn key(&mut self) -> Uuid {
        self.keys.next(self.now)
    }

    /// Ends the change: what it dirtied becomes one entry of the log.
    pub(super) fn seal(
        &self,
        verb: LogVerb,
        subject: &str,
        of: Option<i64>,
    ) -> Result<Option<i64>, Fault> {
        let signature = Signature {
            actor: self.me.map(|p| *p.bytes()),
            wall_ms: self.now.and_utc().timestamp_millis(),
        };
        log::seal(self.conn, signature, verb, subject, of)
    }

    /// Inserts a row.
    fn insert(&self, table: &str, key: Uuid, columns: &[Column]) -> Result<(), Fault> {
        let names: Vec<&str> = columns.iter().map(|(name, _)| *name).collect();
        let marks = ", ?".repeat(columns.len());
        let sql = format!(
            "INSERT INTO {table} (id, {}) VALUES (?{marks})",
            names.join(", ")
        );
        let id = Value::Blob(key.as_bytes().to_vec());
        let values = std::iter::once(&id).chain(columns.iter().map(|(_, v)| v));
        self.conn
            .prepare_cached(&sql)
            .and_then(|mut s| s.execute(rusqlite::params_from_iter(values)))
            .map(|_| ())
            .map_err(broken)
    }

    /// Sets columns of a row, whatever they held.
    fn update(&self, table: &str, key: &[u8; 16], columns: &[Column]) -> Result<(), Fault> {
        if columns.is_empty() {
            return Ok(());
        }
        let sets: Vec<String> = columns
            .iter()
            .map(|(name, _)| format!("{name} = ?"))
            .collect();
        let sql = format!("UPDATE {table} SET {} WHERE id = ?", sets.join(", "));
        let id = Value::Blob(key.to_vec());
        let values = columns.iter().map(|(_, v)| v).chain(std::iter::once(&id));
        self.conn
            .prepare_cached(&sql)
            .and_then(|mut s| s.execute(rusqlite::params_from_iter(values)))
            .map(|_| ())
            .map_err(broken)
    }

    /// Sets the columns that differ between `was` and `now`, each only where the file still holds `was`: an edit never
    /// runs over what somebody else wrote while the form was open.
    fn edit(
        &self,
        table: &'static str,
        key: &[u8; 16],
        was: Vec<Column>,
        now: Vec<Column>,
    ) -> Result<(), Fault> {
        let differ: Vec<(Column, Column)> = was
            .into_iter()
            .zip(now)
            .filter(|(w, n)| w.1 != n.1)
            .collect();
        if differ.is_empty() {
            return Ok(());
        }
        let names: Vec<&str> = differ.iter().map(|(w, _)| w.0).collect();
        let sql = format!(
            "SELECT {} FROM {table} WHERE id = ? AND x = 1",
            names.join(", ")
        );
        let held: Option<Vec<Value>> = self
            .conn
            .prepare_cached(&sql)
            .and_then(|mut s| {
                s.query_row([key], |r| (0..names.len()).map(|i| r.get(i)).collect())
                    .optional()
            })
            .map_err(broken)?;
        let held = held.ok_or(Refusal::Gone)?;
        let mut sets = Vec::new();
        for (((name, was), (_, now)), held) in differ.into_iter().zip(held) {
            if held != was && held != now {
                return Err(Fault::Conflict {
                    field: format!("{table}.{name}"),
                    theirs: answers::shown(self.conn, &held)?.unwrap_or_default(),
                });
            }
            sets.push((name, now));
        }
        self.update(table, key, &sets)
    }

    /// Whether a row is there and not withdrawn.
    fn exists(&self, table: &str, key: &[u8; 16]) -> Result<bool, Fault> {
        self.conn
            .prepare_cached(&format!("SELECT 1 FROM {table} WHERE id = ? AND x = 1"))
            .and_then(|mut s| s.exists([key]))
            .map_err(broken)
    }

    /// Makes the row if it is not there, sets it (and takes it up again) if it is.
    fn upsert(&self, table: &str, key: Uuid, columns: Vec<Column>) -> Result<(), Fault> {
        let there = self
            .conn
            .prepare_cached(&format!("SELECT 1 FROM {table} WHERE id = ?"))
            .and_then(|mut s| s.exists([key.as_bytes()]))
            .map_err(broken)?;
        if there {
            let mut columns = columns;
            columns.push(("x", Value::Integer(1)));
            self.update(table, key.as_bytes(), &columns)
        } else {
            self.insert(table, key, &columns)
        }
    }

    /// The next number of a code; never given again, whatever is undone.
    fn number(&self, code: &str) -> Result<i64, Fault> {
        self.conn
            .prepare_cached(
                "INSERT INTO counter (code, last) VALUES (?, 1)
                 ON CONFLICT (code) DO UPDATE SET last = last + 1 RETURNING last",
            )
            .and_then(|mut s| s.query_row([code], |r| r.get(0)))
            .map_err(broken)
    }
}

fn withdraw(hand: &mut Hand<'_>, what: &[Thing], reason: &str) -> Result<Done, Fault> {
    let mut called = Vec::new();
    for thing in what {
        let (table, key, sql) = match thing {
            Thing::Finding(id) => (
                "finding",
                *id.bytes(),
                "SELECT pre_no || ' ' || title FROM finding WHERE id = ? AND x = 1",
            ),
            Thing::Event(id) => (
                "event",
                *id.bytes(),
                "SELECT day || ' ' || title FROM event WHERE id = ? AND x = 1",
            ),
            Thing::Visit(id) => (
                "visit",
                *id.bytes(),
                "SELECT day || ' ' || grp || ' ' || head FROM visit WHERE id = ? AND x = 1",
            ),
            Thing::Source(id) => (
                "source",
                *id.bytes(),
                "SELECT reference FROM source WHERE id = ? AND x = 1",
            ),
            Thing::Action(id) => (
                "action",
                *id.bytes(),
                "SELECT text FROM action WHERE id = ? AND x = 1",
            ),
        };
        if table == "finding" && reason.trim().is_empty() {
            return Err(Refusal::NoReason.into());
        }
        let name: Option<String> = hand
            .conn
            .prepare_cached(sql)
            .and_then(|mut s| s.query_row([key], |r| r.get(0)).optional())
            .map_err(broken)?;
        called.push(name.ok_or(Refusal::Gone)?);
        hand.update(table, &key, &[("x", Value::Integer(0))])?;
    }
    let mut subject = listed(&called);
    if !reason.trim().is_empty() {
        subject.push_str(" · ");
        subject.push_str(reason.trim());
    }
    Ok(Done::new(LogVerb::Withdraw, subject))
}

/// Several names as the log calls them: the first whole, the others counted.
fn listed(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first, rest @ ..] => format!("{first} +{}", rest.len()),
    }
}
