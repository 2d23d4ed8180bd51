//! Opening and making files: one function each, every command goes through them.

use std::fs;
use std::os::unix::fs::{FileTypeExt as _, MetadataExt as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::NaiveDateTime;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::sql::{Moment, broken};
use super::{Store, make, migrate, search};
use crate::clock::Clock;
use crate::domain::fault::{Fault, NotOurs};
use crate::domain::ids::PersonId;
use crate::os::{FileId, is_far_away, may_read};

/// How long a write waits for another program's.
const BUSY: Duration = Duration::from_secs(10);

/// SQLite before this could damage a file in WAL mode.
const OLDEST_SQLITE: i32 = 3_051_003;

/// Bytes of the smallest database there can be; SQLite takes anything below for an empty one.
const SMALLEST: u64 = 512;

/// What a new file starts with.
#[derive(Clone, Debug, Default)]
pub struct NewFile {
    /// Device code: the first half of the numbers given where the writer has no team.
    pub code: String,
    /// A moment the file's clock stands still at: a demonstration.
    pub pinned: Option<NaiveDateTime>,
    /// Makes every key from this seed, so that the same changes give the same file.
    pub seed: Option<i64>,
}

pub(super) fn open(path: &Path) -> Result<Store, Fault> {
    let path = settle(path)?;
    let file = inspect(&path)?;
    let conn = Connection::open_with_flags(
        &path,
        OpenFlags::SQLITE_OPEN_READ_WRITE
            | OpenFlags::SQLITE_OPEN_NO_MUTEX
            | OpenFlags::SQLITE_OPEN_NOFOLLOW,
    )
    .map_err(|e| at(&path, e))?;
    // Until it is known to be ours, closing it must not move pages from its log into it.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)
        .map_err(broken)?;
    guard(&conn)?;
    let mut conn = conn;
    if let Err(fault) = recognise(&conn, &path) {
        if !needs_immutable(&fault, &path) {
            if wal_is_empty(&path) {
                // Nothing to move: closing may take its own empty log away again.
                conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)
                    .map_err(broken)?;
            }
            return Err(fault);
        }
        conn = immutable(&path)?;
        guard(&conn)?;
        recognise(&conn, &path)?;
    }
    let read_only = conn.is_readonly("main").map_err(broken)?;
    if !read_only {
        conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)
            .map_err(broken)?;
        durable(&conn)?;
    }
    finish(conn, path, Some(file), read_only)
}

pub(super) fn create(path: &Path, new: &NewFile) -> Result<Store, Fault> {
    let path = settle(path)?;
    if path.symlink_metadata().is_ok() {
        return Err(Fault::Exists { path: shown(&path) });
    }
    let folder = path.parent().unwrap_or_else(|| Path::new("."));
    if is_far_away(folder) {
        return Err(Fault::NotOurs(NotOurs::FarAway));
    }
    let draft = tempfile::Builder::new()
        .prefix(".xuncha-")
        .suffix(".new")
        .tempfile_in(folder)
        .map_err(|e| io(&path, &e))?;
    {
        let conn = Connection::open(draft.path()).map_err(|e| at(&path, e))?;
        fill(&conn, new)?;
    }
    draft.as_file().sync_all().map_err(|e| io(&path, &e))?;
    draft
        .persist_noclobber(&path)
        .map_err(|e| match e.error.kind() {
            std::io::ErrorKind::AlreadyExists => Fault::Exists { path: shown(&path) },
            _ => io(&path, &e.error),
        })?;
    if let Ok(folder) = fs::File::open(folder) {
        // A file system that cannot sync a folder has nothing better to offer.
        let _ = folder.sync_all();
    }
    open(&path)
}

pub(super) fn in_memory(new: &NewFile) -> Result<Store, Fault> {
    let conn = Connection::open_in_memory().map_err(broken)?;
    guard(&conn)?;
    fill(&conn, new)?;
    finish(conn, PathBuf::from(":memory:"), None, false)
}

/// Schema and the machine's own row.
fn fill(conn: &Connection, new: &NewFile) -> Result<(), Fault> {
    search::register(conn).map_err(broken)?;
    migrate::build(conn)?;
    let mut keys = keys(new.seed);
    conn.execute(
        "INSERT INTO device (one, stream, code, pinned, seed) VALUES (1, ?, ?, ?, ?)",
        rusqlite::params![keys.stream(), new.code, new.pinned.map(Moment), new.seed],
    )
    .map(|_| ())
    .map_err(broken)
}

fn keys(seed: Option<i64>) -> make::Keys {
    match seed {
        Some(seed) => make::Keys::Seeded { seed, made: 0 },
        None => make::Keys::random(),
    }
}

fn finish(
    conn: Connection,
    path: PathBuf,
    file: Option<FileId>,
    read_only: bool,
) -> Result<Store, Fault> {
    let (me, pinned, seed, made): (Option<PersonId>, Option<Moment>, Option<i64>, u32) = conn
        .query_row(
            "SELECT me, pinned, seed, seq FROM device WHERE one = 1",
            [],
            |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?)),
        )
        .map_err(broken)?;
    let keys = match seed {
        // A seeded file that is opened again goes on with keys nobody has used.
        Some(seed) if made == 0 => make::Keys::Seeded { seed, made: 0 },
        _ => make::Keys::random(),
    };
    let version = conn
        .pragma_query_value(None, "data_version", |r| r.get(0))
        .map_err(broken)?;
    conn.set_prepared_statement_cache_capacity(256);
    Ok(Store {
        conn,
        path,
        file,
        read_only,
        clock: pinned.map_or(Clock::Machine, |m| Clock::Pinned(m.0)),
        me,
        keys,
        seen: version,
    })
}

/// The absolute path with its folder's links resolved; the last component is left as it is.
fn settle(path: &Path) -> Result<PathBuf, Fault> {
    let name = path.file_name().ok_or(Fault::NotOurs(NotOurs::Directory))?;
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let folder = folder.canonicalize().map_err(|e| match e.kind() {
        std::io::ErrorKind::NotFound => Fault::NoFile { path: shown(path) },
        _ => io(path, &e),
    })?;
    Ok(folder.join(name))
}

/// Refuses what is not one regular file under one name, without opening it.
fn inspect(path: &Path) -> Result<FileId, Fault> {
    let facts = path.symlink_metadata().map_err(|e| match e.kind() {
        std::io::ErrorKind::NotFound => Fault::NoFile { path: shown(path) },
        _ => io(path, &e),
    })?;
    let kind = facts.file_type();
    let wrong = if kind.is_symlink() {
        Some(NotOurs::Link)
    } else if kind.is_dir() {
        Some(NotOurs::Directory)
    } else if kind.is_fifo() || kind.is_socket() || kind.is_char_device() || kind.is_block_device()
    {
        Some(NotOurs::Special)
    } else if is_far_away(path) {
        Some(NotOurs::FarAway)
    } else if facts.nlink() > 1 {
        Some(NotOurs::ManyNames)
    } else if facts.len() == 0 {
        Some(if wal_is_empty(path) {
            NotOurs::Empty
        } else {
            NotOurs::EmptyWithLog
        })
    } else if facts.len() < SMALLEST {
        Some(NotOurs::NotDatabase)
    } else {
        None
    };
    match wrong {
        Some(wrong) => Err(Fault::NotOurs(wrong)),
        None => Ok(FileId::from(&facts)),
    }
}

fn wal_is_empty(path: &Path) -> bool {
    let mut wal = path.as_os_str().to_owned();
    wal.push("-wal");
    fs::symlink_metadata(wal).map_or(true, |m| m.len() == 0)
}

/// What every connection gets before it reads anything.
fn guard(conn: &Connection) -> Result<(), Fault> {
    if rusqlite::version_number() < OLDEST_SQLITE {
        return Err(Fault::Internal(format!(
            "SQLite {} is too old",
            rusqlite::version()
        )));
    }
    conn.busy_timeout(BUSY)
        .and_then(|()| {
            conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)
                .map(|_| ())
        })
        .and_then(|()| {
            conn.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)
                .map(|_| ())
        })
        .and_then(|()| conn.pragma_update(None, "cell_size_check", true))
        .and_then(|()| conn.pragma_update(None, "mmap_size", 0))
        .and_then(|()| conn.pragma_update(None, "temp_store", "MEMORY"))
        .and_then(|()| conn.pragma_update(None, "secure_delete", true))
        .and_then(|()| search::register(conn))
        .map_err(broken)
}

/// Ours, of a version we know, with no table or trigger too many or too few.
fn recognise(conn: &Connection, path: &Path) -> Result<(), Fault> {
    migrate::check(conn).map_err(|fault| match fault {
        Fault::Damaged { what } if !begins_like_sqlite(conn) => {
            let _ = what;
            Fault::NotOurs(NotOurs::NotDatabase)
        }
        Fault::Io { why, .. } => Fault::Io {
            path: shown(path),
            why,
        },
        fault => fault,
    })
}

/// Whether SQLite takes the first page for one of its own.
fn begins_like_sqlite(conn: &Connection) -> bool {
    let read: rusqlite::Result<i64> = conn.pragma_query_value(None, "application_id", |r| r.get(0));
    !matches!(
        read.map_err(|e| e.sqlite_error_code()),
        Err(Some(ErrorCode::NotADatabase))
    )
}

/// A file in a place where nothing can be written has no log beside it to share: it is read as it lies.
fn needs_immutable(fault: &Fault, path: &Path) -> bool {
    matches!(fault, Fault::Io { .. } | Fault::ReadOnly) && wal_is_empty(path)
}

fn immutable(path: &Path) -> Result<Connection, Fault> {
    let mut uri = String::from("file:");
    for byte in path.as_os_str().as_encoded_bytes() {
        use std::fmt::Write as _;
        let _ = match byte {
            b'/' | b'.' | b'-' | b'_' | b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' => {
                write!(uri, "{}", char::from(*byte))
            }
            other => write!(uri, "%{other:02X}"),
        };
    }
    uri.push_str("?immutable=1");
    Connection::open_with_flags(
        &uri,
        OpenFlags::SQLITE_OPEN_READ_ONLY
            | OpenFlags::SQLITE_OPEN_NO_MUTEX
            | OpenFlags::SQLITE_OPEN_URI,
    )
    .map_err(|e| at(path, e))
}

/// WAL with a synced log: what was reported saved survives a pulled plug (NORMAL lost acknowledged writes).
fn durable(conn: &Connection) -> Result<(), Fault> {
    let mode: String = conn
        .pragma_query_value(None, "journal_mode", |r| r.get(0))
        .map_err(broken)?;
    if mode != "wal" {
        let got: String = conn
            .pragma_update_and_check(None, "journal_mode", "WAL", |r| r.get(0))
            .map_err(broken)?;
        if got != "wal" {
            return Err(Fault::Locked);
        }
    }
    conn.pragma_update(None, "synchronous", "FULL")
        .and_then(|()| conn.pragma_update(None, "journal_size_limit", 4 << 20))
        .map_err(broken)
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

pub(super) fn io(path: &Path, error: &std::io::Error) -> Fault {
    match error.kind() {
        std::io::ErrorKind::StorageFull => Fault::Full,
        std::io::ErrorKind::PermissionDenied => Fault::Denied { path: shown(path) },
        _ => Fault::Io {
            path: shown(path),
            why: error.to_string(),
        },
    }
}

fn at(path: &Path, error: rusqlite::Error) -> Fault {
    match broken(error) {
        Fault::Io { .. } if !may_read(path) => Fault::Denied { path: shown(path) },
        Fault::Io { why, .. } => Fault::Io {
            path: shown(path),
            why,
        },
        fault => fault,
    }
}
