//! What can go wrong, as data; the sentences are in `text`, the exit statuses in `cli`.

use chrono::NaiveDate;

use super::codes::Stage;

/// Why something did not happen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A rule says no.
    Refused(Refusal),
    /// Somebody else changed the same field meanwhile; theirs is kept, ours is still in the form.
    Conflict {
        /// Column, as `finding.title`.
        field: String,
        /// What the file holds now.
        theirs: String,
    },
    /// Another program holds the file.
    Locked,
    /// The file may be read but not written.
    ReadOnly,
    /// Made by a newer program.
    NewerFile {
        /// Version of the file.
        file: i32,
        /// The newest this program knows.
        ours: i32,
    },
    /// Cannot be opened as one of ours.
    NotOurs(NotOurs),
    /// SQLite or our own check says it is damaged.
    Damaged {
        /// What was seen.
        what: String,
    },
    /// The operating system says no.
    Io {
        /// Which path.
        path: String,
        /// In whose words.
        why: String,
    },
    /// No such file.
    NoFile {
        /// Which path.
        path: String,
    },
    /// The name exists already.
    Exists {
        /// Which path.
        path: String,
    },
    /// The operating system does not let us.
    Denied {
        /// Which path.
        path: String,
    },
    /// The disk is full.
    Full,
    /// The file was moved or removed under us.
    Moved,
    /// Nothing of that number or name.
    NotFound {
        /// What was asked for.
        what: String,
    },
    /// A mistake of ours.
    Internal(String),
}

/// In which way a path is not a file of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotOurs {
    /// A directory.
    Directory,
    /// A symbolic link.
    Link,
    /// More than one name (hard link).
    ManyNames,
    /// A device, pipe or socket.
    Special,
    /// Not a SQLite file.
    NotDatabase,
    /// A SQLite file of another program.
    OtherProgram,
    /// Ours by its mark, but with tables or triggers that this version does not have.
    ForeignSchema,
    /// Empty, while a write-ahead log lies beside it.
    EmptyWithLog,
    /// An empty file.
    Empty,
    /// On another machine's disk (NFS, SMB, 9p).
    FarAway,
}

/// What a stage still needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Need {
    /// 村点 or 责任单位
    Place,
    /// 领域
    Area,
    /// 承办人
    Handler,
    /// 佐证
    Source,
    /// 正文
    Body,
    /// 去向
    Track,
    /// 期限
    Due,
    /// 说明/理由
    Reason,
}

/// A rule that says no.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The stage needs more.
    Missing {
        /// Number of the finding.
        number: String,
        /// The stage asked for.
        to: Stage,
        /// What is missing.
        needs: Vec<Need>,
    },
    /// There is no way from here to there.
    NoWay {
        /// Number of the finding.
        number: String,
        /// Where it stands.
        from: Stage,
        /// Where it was to go.
        to: Stage,
    },
    /// Merging goes through its own change.
    MergeIntoItself,
    /// An empty line where words are required: the column, as `finding.title`.
    Empty(&'static str),
    /// A text that is too long.
    TooLong {
        /// Column, as `finding.title`.
        field: &'static str,
        /// Characters allowed.
        limit: usize,
        /// Characters given.
        got: usize,
    },
    /// A character no text may hold.
    Control {
        /// Column.
        field: &'static str,
        /// Its code point.
        code: u32,
    },
    /// The meeting is closed.
    MeetingClosed(NaiveDate),
    /// The meeting is not closed.
    MeetingOpen(NaiveDate),
    /// A reason is required.
    NoReason,
    /// Nothing to undo.
    NothingToUndo,
    /// Nothing to redo.
    NothingToRedo,
    /// The round exists already.
    RoundExists,
    /// The end lies before the start, or the round is longer than 366 days.
    BadPeriod,
    /// A moved or withdrawn thing cannot be changed.
    Gone,
    /// The event was moved; its new place is another event.
    EventMoved,
    /// An area the scheme does not have.
    NoArea(u8),
    /// The point does not belong to this kind of village.
    ItemNotAsked,
}

impl From<Refusal> for Fault {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}
