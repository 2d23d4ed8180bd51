//! What goes wrong around a file: other writers, a killed program, a file moved away, pages that rot.

use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;

use rusqlite::Connection;
use xuncha::domain::answer::Answer;
use xuncha::domain::change::Change;
use xuncha::domain::fault::{Fault, NotOurs};
use xuncha::domain::query::{FindingFilter, FindingsQuery, Order, Query, Window};
use xuncha::domain::records::FindingDraft;
use xuncha::store::Store;

use super::round::{fill, new_file};

struct Place {
    folder: tempfile::TempDir,
    file: PathBuf,
}

/// A folder with the small round in it, closed.
fn place() -> Place {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("round.db");
    drop(fill(Store::create(&file, &new_file()).unwrap()));
    Place { folder, file }
}

fn note(title: &str) -> Change {
    Change::NoteFinding(Box::new(FindingDraft::titled(title)))
}

/// Number and title of every finding.
fn found(store: &Store) -> Vec<(String, String)> {
    let query = Query::Findings(FindingsQuery {
        filter: FindingFilter::default(),
        order: Order::Oldest,
        group: None,
        window: Window::first(1000),
    });
    let Answer::Findings(page) = store.ask(&query).unwrap() else {
        panic!("findings")
    };
    let rows = page.rows.into_iter();
    rows.map(|row| (row.number, row.title)).collect()
}

fn clean(path: &Path) {
    let verdict = Store::open(path).unwrap().verify().unwrap();
    assert!(verdict.is_clean(), "{verdict:?}");
}

#[test]
fn two_programs_write_in_turn_and_no_number_is_given_twice() {
    const EACH: usize = 25;
    let place = place();
    let write = |who: &'static str| {
        let mut store = Store::open(&place.file).unwrap();
        thread::spawn(move || {
            for n in 0..EACH {
                store.apply(&note(&format!("{who}{n}"))).unwrap();
            }
        })
    };
    for writer in [write("甲"), write("乙")] {
        writer.join().unwrap();
    }
    let store = Store::open(&place.file).unwrap();
    let (mut numbers, mut titles): (Vec<_>, Vec<_>) = found(&store).into_iter().unzip();
    for all in [&mut numbers, &mut titles] {
        all.sort();
        all.dedup();
        assert_eq!(all.len(), 2 * EACH);
    }
    clean(&place.file);
}

#[test]
fn what_another_program_wrote_is_noticed_once() {
    let place = place();
    let mut ours = Store::open(&place.file).unwrap();
    let mut theirs = Store::open(&place.file).unwrap();
    assert!(!ours.outside_change().unwrap());
    theirs.apply(&note("甲")).unwrap();
    assert!(ours.outside_change().unwrap());
    assert!(!ours.outside_change().unwrap());
    ours.apply(&note("乙")).unwrap();
    assert!(!ours.outside_change().unwrap(), "our own is no news");
    assert_eq!(found(&theirs).len(), 2);
}

#[test]
fn a_write_waits_for_another_programs_and_then_goes_through() {
    let place = place();
    let mut store = Store::open(&place.file).unwrap();
    let other = Connection::open(&place.file).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let (begun, heard) = std::sync::mpsc::channel();
    let writer = thread::spawn(move || {
        begun.send(()).unwrap();
        store.apply(&note("甲"))
    });
    heard.recv().unwrap();
    // Reading needs no waiting.
    assert_eq!(found(&Store::open(&place.file).unwrap()), []);
    other.execute_batch("ROLLBACK").unwrap();
    writer.join().unwrap().unwrap();
    clean(&place.file);
}

/// The program is killed at another moment of its work each time: what it said it wrote is there, the rest is whole.
#[test]
fn a_killed_program_leaves_a_clean_file_with_all_it_acknowledged() {
    const TIMES: usize = 40;
    let place = place();
    let watcher = Store::open(&place.file).unwrap();
    let mut acknowledged = Vec::new();
    let mut killed = 0;
    for n in 0..TIMES {
        let title = format!("第{n}次");
        let mut child = Command::new(env!("CARGO_BIN_EXE_xuncha"))
            .env_clear()
            .env("HOME", place.folder.path())
            .arg("-f")
            .arg(&place.file)
            .args(["add", &title])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // Reading beside it takes a little longer each time.
        for _ in 0..n * 4 {
            found(&watcher);
        }
        child.kill().unwrap();
        let mut said = String::new();
        let mut out = child.stdout.take().unwrap();
        out.read_to_string(&mut said).unwrap();
        if child.wait().unwrap().success() || !said.is_empty() {
            acknowledged.push(title);
        } else {
            killed += 1;
        }
    }
    assert!(killed > 0, "nothing was killed in time");
    drop(watcher);
    clean(&place.file);
    let there = found(&Store::open(&place.file).unwrap());
    for title in acknowledged {
        assert!(there.iter().any(|(_, it)| *it == title), "{title} is lost");
    }
    let names: Vec<_> = fs::read_dir(place.folder.path())
        .unwrap()
        .map(|it| it.unwrap().file_name().into_string().unwrap())
        .filter(|name| !name.starts_with("round.db"))
        .collect();
    assert_eq!(names, Vec::<String>::new());
}

#[test]
fn nothing_is_saved_into_a_file_that_was_moved_away() {
    let place = place();
    let aside = place.folder.path().join("aside.db");
    let mut store = Store::open(&place.file).unwrap();
    store.apply(&note("甲")).unwrap();
    assert!(!store.is_moved());
    fs::rename(&place.file, &aside).unwrap();
    assert!(store.is_moved());
    assert_eq!(store.apply(&note("乙")), Err(Fault::Moved));
    assert_eq!(found(&store).len(), 1, "what was read can be read");
    fs::rename(&aside, &place.file).unwrap();
    assert!(!store.is_moved());
    store.apply(&note("丙")).unwrap();
    drop(store);
    clean(&place.file);
}

#[test]
fn a_file_put_in_the_place_of_ours_is_left_alone() {
    let place = place();
    let aside = place.folder.path().join("aside.db");
    let mut store = Store::open(&place.file).unwrap();
    store.apply(&note("甲")).unwrap();
    fs::rename(&place.file, &aside).unwrap();
    let log = place.folder.path().join("round.db-wal");
    assert!(fs::metadata(&log).unwrap().len() > 0, "not in the file yet");
    fs::write(&place.file, "别人的文件").unwrap();
    assert_eq!(store.apply(&note("乙")), Err(Fault::Moved));
    drop(store);
    assert_eq!(fs::read_to_string(&place.file).unwrap(), "别人的文件");
    assert!(log.exists(), "a log there is not ours to remove");
    // What was acknowledged went with the file.
    assert_eq!(found(&Store::open(&aside).unwrap()).len(), 1);
    clean(&aside);
}

#[test]
fn newer_files_and_foreign_schemas_are_refused_untouched() {
    let cases = [
        (
            "PRAGMA user_version = 9",
            Fault::NewerFile { file: 9, ours: 1 },
        ),
        (
            "CREATE TRIGGER own AFTER UPDATE ON village BEGIN SELECT 1; END",
            Fault::NotOurs(NotOurs::ForeignSchema),
        ),
        (
            "CREATE TABLE own (it)",
            Fault::NotOurs(NotOurs::ForeignSchema),
        ),
        (
            "DROP TRIGGER IF EXISTS finding_ins; PRAGMA application_id = 5",
            Fault::NotOurs(NotOurs::OtherProgram),
        ),
    ];
    for (sql, fault) in cases {
        let place = place();
        let other = Connection::open(&place.file).unwrap();
        other.execute_batch(sql).unwrap();
        drop(other);
        let before = fs::read(&place.file).unwrap();
        assert_eq!(Store::open(&place.file).err(), Some(fault), "{sql}");
        assert_eq!(fs::read(&place.file).unwrap(), before, "{sql}");
    }
}

/// One byte of every page that holds what people wrote or what the log says: opening or verifying sees it.
#[test]
fn a_changed_byte_in_any_page_is_seen() {
    let place = place();
    let mut store = Store::open(&place.file).unwrap();
    for n in 0..20 {
        store.apply(&note(&format!("第{n}个问题"))).unwrap();
    }
    store.compact().unwrap();
    drop(store);
    let sound = fs::read(&place.file).unwrap();
    let ends = page_ends(&place.file);
    assert!(ends.len() > 30, "{ends:?}");
    let mut unseen = Vec::new();
    for (table, end) in ends {
        let damaged = place.folder.path().join("damaged.db");
        let mut bytes = sound.clone();
        // Rows fill a page from its end.
        bytes[end - 2] ^= 0x15;
        fs::write(&damaged, bytes).unwrap();
        let seen = match Store::open(&damaged) {
            Err(_) => true,
            Ok(store) => store.verify().map_or(true, |it| !it.is_clean()),
        };
        if !seen {
            unseen.push(table);
        }
        for name in ["damaged.db", "damaged.db-wal", "damaged.db-shm"] {
            let _ = fs::remove_file(place.folder.path().join(name));
        }
    }
    assert_eq!(unseen, Vec::<String>::new());
}

/// Where each page ends in the file, but for what is local to a machine and for the search index, which can be made anew.
fn page_ends(file: &Path) -> Vec<(String, usize)> {
    let other = Connection::open(file).unwrap();
    let sql = "SELECT name, pgoffset + pgsize FROM dbstat
        WHERE pagetype = 'leaf' AND ncell > 0 AND name NOT IN (
            'sync_head', 'sync_row', 'device', 'undo_step', 'finding_fts_data', 'finding_fts_docsize',
            'finding_fts_idx', 'finding_fts_config', 'sqlite_schema')";
    let mut stmt = other.prepare(sql).unwrap();
    let rows = stmt.query_map([], |r| Ok((r.get(0)?, r.get::<_, isize>(1)?)));
    let rows = rows.unwrap().map(Result::unwrap);
    rows.map(|(name, end)| (name, end.unsigned_abs())).collect()
}
