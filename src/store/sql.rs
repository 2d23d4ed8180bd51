//! How our types stand in the file, and how SQLite's errors become faults of ours.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use rusqlite::ErrorCode;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, Value, ValueRef};
use uuid::Uuid;

use crate::domain::codes::{
    ActionState, AnswerState, Discipline, EventKind, EventStatus, Found, Half, Household, Level,
    MeetingKind, Risk, Role, SourceKind, Spread, Stage, Track, Triage, VillageKind,
};
use crate::domain::fault::Fault;
use crate::domain::ids::{
    ActionId, AnswerId, AreaNo, EventId, FindingId, ItemId, MeetingId, PersonId, RoundId, SourceId,
    StepId, TeamId, UnitId, VillageId, VisitId,
};

macro_rules! keys {
    ($($name:ident)*) => {$(
        impl ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                Ok(ToSqlOutput::Borrowed(ValueRef::Blob(self.bytes())))
            }
        }
        impl FromSql for $name {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                Uuid::from_slice(value.as_blob()?).map($name).map_err(|e| FromSqlError::Other(Box::new(e)))
            }
        }
    )*};
}

keys! {
    ActionId AnswerId EventId FindingId ItemId MeetingId PersonId RoundId SourceId StepId TeamId UnitId VillageId VisitId
}

macro_rules! words {
    ($($name:ident)*) => {$(
        impl ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                Ok(ToSqlOutput::Borrowed(ValueRef::Text(self.word().as_bytes())))
            }
        }
        impl FromSql for $name {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                $name::of(value.as_str()?).ok_or(FromSqlError::InvalidType)
            }
        }
    )*};
}

words! {
    ActionState AnswerState Discipline EventKind EventStatus Found Half Household Level MeetingKind Risk Role SourceKind
    Spread Stage Track Triage VillageKind
}

/// A day as the file writes it.
pub(super) struct Day(pub(super) NaiveDate);

impl ToSql for Day {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.format("%Y-%m-%d").to_string().into())
    }
}

impl FromSql for Day {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        NaiveDate::parse_from_str(value.as_str()?, "%Y-%m-%d")
            .map(Day)
            .map_err(|e| FromSqlError::Other(Box::new(e)))
    }
}

/// A moment as the file writes it.
pub(super) struct Moment(pub(super) NaiveDateTime);

impl ToSql for Moment {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.format("%Y-%m-%dT%H:%M").to_string().into())
    }
}

impl FromSql for Moment {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        NaiveDateTime::parse_from_str(value.as_str()?, "%Y-%m-%dT%H:%M")
            .map(Moment)
            .map_err(|e| FromSqlError::Other(Box::new(e)))
    }
}

/// An hour as the file writes it.
pub(super) struct Hour(pub(super) NaiveTime);

impl ToSql for Hour {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.format("%H:%M").to_string().into())
    }
}

impl FromSql for Hour {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        NaiveTime::parse_from_str(value.as_str()?, "%H:%M")
            .map(Hour)
            .map_err(|e| FromSqlError::Other(Box::new(e)))
    }
}

/// Keys of people as the file writes them: a JSON array.
pub(super) struct People(pub(super) Vec<PersonId>);

impl ToSql for People {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        serde_json::to_string(&self.0)
            .map(Into::into)
            .map_err(|e| rusqlite::Error::ToSqlConversionFailure(Box::new(e)))
    }
}

impl FromSql for People {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        serde_json::from_str(value.as_str()?)
            .map(People)
            .map_err(|e| FromSqlError::Other(Box::new(e)))
    }
}

/// Focus areas as the file writes them: numbers with blanks between, the main one first.
pub(super) struct Areas(pub(super) Vec<AreaNo>);

impl ToSql for Areas {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        let numbers: Vec<String> = self.0.iter().map(ToString::to_string).collect();
        Ok(numbers.join(" ").into())
    }
}

impl FromSql for Areas {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Ok(Self(
            value
                .as_str()?
                .split_whitespace()
                .filter_map(|no| no.parse().ok())
                .collect(),
        ))
    }
}

/// What SQLite said, as a fault of ours.
#[expect(clippy::needless_pass_by_value, reason = "made for map_err")]
pub(super) fn broken(error: rusqlite::Error) -> Fault {
    let what = error.to_string();
    match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Fault::Locked,
        Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => Fault::ReadOnly,
        Some(ErrorCode::DiskFull) => Fault::Full,
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Fault::Damaged { what },
        Some(ErrorCode::SystemIoFailure | ErrorCode::CannotOpen) => Fault::Io {
            path: String::new(),
            why: what,
        },
        _ => Fault::Internal(what),
    }
}

/// Bytes as people compare them.
pub(super) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// The text of a column. Bytes that are no UTF-8 (a flipped bit, another program) are shown as such and hide nothing else.
pub(super) fn words(row: &rusqlite::Row<'_>, column: usize) -> rusqlite::Result<String> {
    match row.get_ref(column)? {
        ValueRef::Text(bytes) => Ok(String::from_utf8_lossy(bytes).into_owned()),
        _ => row.get(column),
    }
}

/// Any value, text lossily.
pub(super) fn any(row: &rusqlite::Row<'_>, column: usize) -> rusqlite::Result<Value> {
    match row.get_ref(column)? {
        ValueRef::Text(_) => words(row, column).map(Value::Text),
        _ => row.get(column),
    }
}
