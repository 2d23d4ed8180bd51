//! Versions of the file: append-only steps under `user_version`, and what each version's schema has to look like.

use rusqlite::Connection;
use sha2::{Digest, Sha256};

use super::registry;
use super::sql::{broken, hex};
use crate::domain::fault::{Fault, NotOurs};

/// Marks a file as ours: "XCHA" in `application_id`.
pub(super) const APPLICATION_ID: i32 = 0x5843_4841;

/// The version this program writes.
pub(super) const SCHEMA: i32 = 1;

/// SHA-256 of the schema's text at [`SCHEMA`], so that a foreign table, view or trigger is seen at opening.
const FINGERPRINT: &str = include_str!("migrations/fingerprint");

/// The steps, from nothing to [`SCHEMA`].
fn steps() -> [String; 1] {
    [format!(
        "{}\n{}",
        include_str!("migrations/0001_house.sql"),
        registry::triggers()
    )]
}

/// Brings an empty file to the present version.
pub(super) fn build(conn: &Connection) -> Result<(), Fault> {
    for step in steps() {
        conn.execute_batch(&step).map_err(broken)?;
    }
    conn.pragma_update(None, "application_id", APPLICATION_ID)
        .and_then(|()| conn.pragma_update(None, "user_version", SCHEMA))
        .map_err(broken)
}

/// SHA-256 of everything `sqlite_schema` says, in hex.
pub(super) fn fingerprint(conn: &Connection) -> Result<String, Fault> {
    let mut digest = Sha256::new();
    let mut stmt = conn
        .prepare("SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema ORDER BY type, name")
        .map_err(broken)?;
    let mut rows = stmt.query([]).map_err(broken)?;
    while let Some(row) = rows.next().map_err(broken)? {
        let text: String = row.get(0).map_err(broken)?;
        digest.update(text.as_bytes());
        digest.update([0]);
    }
    Ok(hex(&digest.finalize()))
}

/// Refuses a file whose schema is not, to the letter, what its version's should be.
pub(super) fn check(conn: &Connection) -> Result<(), Fault> {
    let ours: i32 = conn
        .pragma_query_value(None, "application_id", |r| r.get(0))
        .map_err(broken)?;
    if ours != APPLICATION_ID {
        return Err(Fault::NotOurs(NotOurs::OtherProgram));
    }
    let version: i32 = conn
        .pragma_query_value(None, "user_version", |r| r.get(0))
        .map_err(broken)?;
    if version > SCHEMA {
        return Err(Fault::NewerFile {
            file: version,
            ours: SCHEMA,
        });
    }
    if fingerprint(conn)? != FINGERPRINT.trim() {
        return Err(Fault::NotOurs(NotOurs::ForeignSchema));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The committed fingerprint is the schema's. When a migration is added, this says what the new one is.
    #[test]
    fn the_fingerprint_is_the_schemas() {
        let conn = Connection::open_in_memory().unwrap();
        super::super::search::register(&conn).unwrap();
        build(&conn).unwrap();
        assert_eq!(fingerprint(&conn).unwrap(), FINGERPRINT.trim());
    }
}
