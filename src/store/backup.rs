//! Verified copies: complete under their final name or absent. Copying the file itself is not a backup (its log may hold
//! what it does not).

use std::fs;
use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use super::sql::broken;
use super::{migrate, open, search, verify};
use crate::domain::fault::Fault;

/// A copy that was made and checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// Bytes.
    pub bytes: u64,
    /// Entries in its log.
    pub entries: u32,
    /// Head of its log.
    pub head: String,
}

pub(super) fn backup(conn: &Connection, to: &Path) -> Result<Backup, Fault> {
    let path = to.display().to_string();
    let io = |e: &std::io::Error| match e.kind() {
        std::io::ErrorKind::AlreadyExists => Fault::Exists { path: path.clone() },
        _ => open::io(to, e),
    };
    if to.symlink_metadata().is_ok() {
        return Err(Fault::Exists { path });
    }
    let folder = match to.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    // Private (0600) and removed again unless it becomes the backup.
    let draft = tempfile::Builder::new()
        .prefix(".xuncha-")
        .suffix(".backup")
        .tempfile_in(folder)
        .map_err(|e| io(&e))?;
    let name = draft.path().to_str().ok_or_else(|| Fault::Io {
        path: path.clone(),
        why: "a folder name that is not UTF-8".into(),
    })?;
    conn.execute("VACUUM INTO ?", [name]).map_err(broken)?;
    let copy = Connection::open_with_flags(draft.path(), OpenFlags::SQLITE_OPEN_READ_ONLY)
        .map_err(broken)?;
    search::register(&copy).map_err(broken)?;
    migrate::check(&copy)?;
    let sound: String = copy
        .query_row("PRAGMA integrity_check(1)", [], |r| r.get(0))
        .map_err(broken)?;
    let head = verify::head(&copy)?;
    let entries = |conn: &Connection| -> Result<u32, Fault> {
        conn.query_row("SELECT count(*) FROM sync_log", [], |r| r.get(0))
            .map_err(broken)
    };
    let made = entries(&copy)?;
    drop(copy);
    if sound != "ok" || head != verify::head(conn)? || made != entries(conn)? {
        return Err(Fault::Damaged { what: sound });
    }
    draft.as_file().sync_all().map_err(|e| io(&e))?;
    let bytes = draft.as_file().metadata().map_err(|e| io(&e))?.len();
    draft.persist_noclobber(to).map_err(|e| io(&e.error))?;
    if let Ok(folder) = fs::File::open(folder) {
        // A file system that cannot sync a folder has nothing better to offer.
        let _ = folder.sync_all();
    }
    Ok(Backup {
        bytes,
        entries: made,
        head,
    })
}
