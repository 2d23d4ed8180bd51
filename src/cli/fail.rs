//! What went wrong, as the sentence that is said and the exit status that is left with.

use std::path::Path;

use super::out;
use crate::domain::fault::{Fault, NotOurs, Refusal};
use crate::text::Lang;

/// Exit statuses that scripts may rely on. 128 + n: ended by signal n; a reader that went away counts as such (13).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Status {
    /// It failed, or a rule says no.
    Failed = 1,
    /// What was typed cannot be meant: an unknown option, a day that does not exist, a title too long.
    Usage = 2,
    /// No such file, finding, village, person.
    NotFound = 3,
    /// Another program holds the file.
    Busy = 4,
    /// It may be read but not written, or not even read.
    Denied = 5,
    /// It is damaged, or not what its log says.
    Damaged = 6,
    /// A newer program made it.
    Newer = 7,
    /// Somebody else changed the same.
    Conflict = 8,
    /// The reader of the output went away.
    Pipe = 128 + 13,
}

/// Why a command did not do what it was asked.
#[derive(Debug)]
pub(super) enum Failure {
    /// The store's reason, and the file it is about.
    Fault(Fault, Option<String>),
    /// A sentence of the command line's own.
    Said(Status, String),
    /// Whoever reads knows already, or is gone.
    Quiet(u8),
}

impl Failure {
    /// A fault about a file.
    pub(super) fn about(fault: Fault, path: &Path) -> Self {
        Self::Fault(fault, Some(path.display().to_string()))
    }

    pub(super) fn failed(text: impl Into<String>) -> Self {
        Self::Said(Status::Failed, text.into())
    }

    pub(super) fn usage(text: impl Into<String>) -> Self {
        Self::Said(Status::Usage, text.into())
    }

    pub(super) fn not_found(text: impl Into<String>) -> Self {
        Self::Said(Status::NotFound, text.into())
    }

    /// Nothing more to say; only the status counts.
    pub(super) fn quiet(status: Status) -> Self {
        Self::Quiet(status as u8)
    }

    /// Says it and answers the exit status.
    pub(super) fn said(&self, say: Lang) -> u8 {
        match self {
            Self::Quiet(status) => *status,
            Self::Said(status, text) => {
                out::complain(text);
                *status as u8
            }
            Self::Fault(fault, path) => {
                let text = say.fault(fault);
                match path {
                    Some(path) if !names_its_path(fault) => {
                        out::complain(&say.cli_about_file(path, &text));
                    }
                    _ => out::complain(&text),
                }
                status(fault) as u8
            }
        }
    }
}

impl From<Fault> for Failure {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault, None)
    }
}

/// Whether the sentence says which file it is about.
fn names_its_path(fault: &Fault) -> bool {
    matches!(
        fault,
        Fault::Io { .. } | Fault::Denied { .. } | Fault::NoFile { .. } | Fault::Exists { .. }
    )
}

/// The exit status of a fault.
fn status(fault: &Fault) -> Status {
    match fault {
        Fault::Refused(
            Refusal::Empty(_)
            | Refusal::TooLong { .. }
            | Refusal::Control { .. }
            | Refusal::BadPeriod,
        ) => Status::Usage,
        Fault::Refused(Refusal::NoArea(_)) | Fault::NoFile { .. } | Fault::NotFound { .. } => {
            Status::NotFound
        }
        Fault::Locked => Status::Busy,
        Fault::ReadOnly | Fault::Denied { .. } => Status::Denied,
        Fault::Damaged { .. } | Fault::NotOurs(NotOurs::EmptyWithLog) => Status::Damaged,
        Fault::NewerFile { .. } => Status::Newer,
        Fault::Conflict { .. } => Status::Conflict,
        Fault::Refused(_)
        | Fault::NotOurs(_)
        | Fault::Io { .. }
        | Fault::Exists { .. }
        | Fault::Full
        | Fault::Moved
        | Fault::Internal(_) => Status::Failed,
    }
}
