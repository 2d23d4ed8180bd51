//! The only place that speaks SQL. Two doors: [`Store::apply`] writes, [`Store::ask`] reads.
//!
//! One change is one `BEGIN IMMEDIATE` transaction that ends with one entry in the log (`log::seal`); everything a screen
//! counts is kept by triggers, so that neither door costs more when the file grows.

mod answers;
mod backup;
mod entry;
mod log;
mod make;
mod migrate;
mod open;
mod registry;
mod search;
mod sql;
mod undo;
mod verify;
mod write;

use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, TransactionBehavior};

pub use backup::Backup;
pub use open::NewFile;
pub use verify::{Difference, Verdict};

use crate::clock::Clock;
use crate::domain::answer::Answer;
use crate::domain::change::{Change, Receipt};
use crate::domain::fault::Fault;
use crate::domain::ids::PersonId;
use crate::domain::query::Query;
use crate::os::FileId;
use sql::broken;

/// An open file: who sits at it, by which clock, and the two doors.
pub struct Store {
    conn: Connection,
    path: PathBuf,
    /// The file that was opened; what is written elsewhere is not saved.
    file: Option<FileId>,
    read_only: bool,
    clock: Clock,
    me: Option<PersonId>,
    keys: make::Keys,
    /// `PRAGMA data_version` when somebody last asked.
    seen: i64,
}

impl Store {
    /// Opens a file of ours, to the rules of the house: no links, private, only our schema, WAL, every commit synced.
    pub fn open(path: &Path) -> Result<Self, Fault> {
        open::open(path)
    }

    /// Makes a new file and opens it. The path must be free.
    pub fn create(path: &Path, new: &NewFile) -> Result<Self, Fault> {
        open::create(path, new)
    }

    /// A file that lives in memory only.
    pub fn in_memory(new: &NewFile) -> Result<Self, Fault> {
        open::in_memory(new)
    }

    /// Writes a change: one transaction, one entry in the log, one step of undo. Nothing is written if it is refused.
    pub fn apply(&mut self, change: &Change) -> Result<Receipt, Fault> {
        self.batch(|batch| batch.apply(change))
    }

    /// Writes many changes in one transaction, each with its own entry in the log; all of them or none.
    /// For sample data, benches and imports: one change by hand goes through [`Store::apply`].
    pub fn batch<T>(
        &mut self,
        work: impl FnOnce(&mut Batch<'_>) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        if self.read_only {
            return Err(Fault::ReadOnly);
        }
        self.still_ours()?;
        let tx = self
            .conn
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(broken)?;
        let mut batch = Batch {
            conn: &tx,
            keys: &mut self.keys,
            now: self.clock.now(),
            me: self.me,
        };
        let done = work(&mut batch)?;
        tx.commit().map_err(broken)?;
        // In WAL mode SQLite reports success into a file that was moved away or deleted.
        self.still_ours()?;
        Ok(done)
    }

    /// Answers a question from the file as it stands.
    pub fn ask(&self, query: &Query) -> Result<Answer, Fault> {
        answers::answer(&self.conn, query)
    }

    /// Whether another program committed since this was last asked.
    pub fn outside_change(&mut self) -> Result<bool, Fault> {
        let version = self
            .conn
            .pragma_query_value(None, "data_version", |r| r.get(0))
            .map_err(broken)?;
        let changed = version != self.seen;
        self.seen = version;
        Ok(changed)
    }

    /// Walks the log, rebuilds the tables from it beside the real ones and compares.
    pub fn verify(&self) -> Result<Verdict, Fault> {
        verify::verify(&self.conn)
    }

    /// Writes a verified copy under a name that must be free.
    pub fn backup(&self, to: &Path) -> Result<Backup, Fault> {
        backup::backup(&self.conn, to)
    }

    /// The newest entry's hash as eight groups of four hex digits; empty while the log is.
    pub fn head(&self) -> Result<String, Fault> {
        verify::head(&self.conn)
    }

    /// Says who sits at this machine; local to the file on this machine, not in the log.
    pub fn sit(&mut self, person: PersonId) -> Result<(), Fault> {
        self.conn
            .execute("UPDATE device SET me = ?", [person])
            .map_err(broken)?;
        self.me = Some(person);
        Ok(())
    }

    /// Who sits at this machine.
    pub fn me(&self) -> Option<PersonId> {
        self.me
    }

    /// The clock this file goes by.
    pub fn clock(&self) -> Clock {
        self.clock
    }

    /// Pins the file's clock: it is a demonstration from now on.
    pub fn pin(&mut self, at: NaiveDateTime) -> Result<(), Fault> {
        self.conn
            .execute("UPDATE device SET pinned = ?", [sql::Moment(at)])
            .map_err(broken)?;
        self.clock = Clock::Pinned(at);
        Ok(())
    }

    /// Writes the file anew without its gaps.
    pub fn compact(&mut self) -> Result<(), Fault> {
        self.conn.execute_batch("VACUUM").map_err(broken)
    }

    /// Where the file is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether it can only be read.
    pub fn is_read_only(&self) -> bool {
        self.read_only
    }

    /// How SQLite answers a question: the plan of every statement it runs, for tests that keep full scans out.
    pub fn plans(&mut self, query: &Query) -> Result<Vec<String>, Fault> {
        answers::plans(&mut self.conn, query)
    }

    /// Whether the file was moved or removed, or another one lies in its place: nothing can be saved then.
    pub fn is_moved(&self) -> bool {
        self.still_ours().is_err()
    }

    fn still_ours(&self) -> Result<(), Fault> {
        match self.file {
            Some(file) if FileId::of(&self.path).ok() != Some(file) => Err(Fault::Moved),
            _ => Ok(()),
        }
    }
}

impl Drop for Store {
    /// Closing moves the log into the file and removes it by its name. Where another file has taken the place of ours,
    /// that name may be of its log: what ours holds is moved, nothing is removed.
    fn drop(&mut self) {
        if self.is_moved() && self.path.symlink_metadata().is_ok() {
            let _ = self.conn.execute_batch("PRAGMA wal_checkpoint(PASSIVE)");
            let keep = DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE;
            let _ = self.conn.set_db_config(keep, true);
        }
    }
}

/// A transaction that takes several changes, each by its own hand and at its own time.
pub struct Batch<'a> {
    conn: &'a Connection,
    keys: &'a mut make::Keys,
    now: NaiveDateTime,
    me: Option<PersonId>,
}

impl Batch<'_> {
    /// From now on it is this moment.
    pub fn at(&mut self, now: NaiveDateTime) {
        self.now = now;
    }

    /// From now on this person writes.
    pub fn by(&mut self, person: PersonId) {
        self.me = Some(person);
    }

    /// Answers a question from the file as this transaction has it.
    pub fn ask(&self, query: &Query) -> Result<Answer, Fault> {
        answers::answer(self.conn, query)
    }

    /// Writes a change with its entry in the log.
    pub fn apply(&mut self, change: &Change) -> Result<Receipt, Fault> {
        let mut hand = write::Hand {
            conn: self.conn,
            keys: self.keys,
            now: self.now,
            me: self.me,
        };
        write::change(&mut hand, change)
    }

    /// Writes several changes as one entry in the log, as an import does.
    pub fn apply_as_one(&mut self, changes: &[Change]) -> Result<(), Fault> {
        let mut hand = write::Hand {
            conn: self.conn,
            keys: self.keys,
            now: self.now,
            me: self.me,
        };
        write::many(&mut hand, changes)
    }
}
