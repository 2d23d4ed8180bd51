//! The log read back.

use chrono::NaiveDateTime;

use crate::domain::change::LogVerb;

/// An entry of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogRow {
    /// Number in this file.
    pub n: i64,
    /// When, as the machine's clock said (local time).
    pub at: NaiveDateTime,
    /// Who; empty if unknown.
    pub actor: String,
    /// What; `None`: a verb of a newer program.
    pub verb: Option<LogVerb>,
    /// The verb as stored.
    pub verb_word: String,
    /// About what.
    pub subject: String,
    /// Taken back since.
    pub undone: bool,
    /// The entry this one takes back or brings back.
    pub of: Option<i64>,
    /// It speaks of the restricted compartment (线索): who has not opened it is not shown the subject.
    pub restricted: bool,
}

/// A window of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogPage {
    /// Rows, newest first.
    pub rows: Vec<LogRow>,
    /// Entries in all.
    pub total: u32,
}

/// An entry of the log with what it changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogSheet {
    /// As in the list.
    pub row: LogRow,
    /// First eight groups of four hex digits of its hash.
    pub hash: String,
    /// What changed, cell by cell.
    pub lines: Vec<LogLine>,
}

/// One cell that an entry changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogLine {
    /// Table: `finding`.
    pub table: String,
    /// What the row is called: a number, a name, a title.
    pub row: String,
    /// Column: `stage`.
    pub column: String,
    /// What it was, ids as names; `None`: nothing.
    pub from: Option<String>,
    /// What it became.
    pub to: Option<String>,
    /// Of the restricted compartment (线索).
    pub restricted: bool,
}
