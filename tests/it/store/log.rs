//! Undo, redo, restart, verify.

use xuncha::domain::answer::Answer;
use xuncha::domain::change::{Change, FindingSet};
use xuncha::domain::codes::{Stage, Triage};
use xuncha::domain::fault::{Fault, Refusal};
use xuncha::domain::query::{FindingFilter, Order, Query, Window};
use xuncha::store::{Difference, Store};

use super::round::{fill, new_file, nov, small};

#[test]
fn undo_and_redo_walk_back_and_forth() {
    let mut it = small();
    let id = it.note("甲", it.east);
    it.apply(Change::SetFindings {
        ids: vec![id],
        set: FindingSet::Due(Some(nov(20))),
    });
    it.apply(Change::MoveStage {
        ids: vec![id],
        to: Stage::Verifying,
        remark: String::new(),
    });
    let state = |it: &super::round::Small| {
        let sheet = it.sheet(id);
        (
            sheet.draft.due,
            sheet.row.stage,
            sheet.steps.len(),
            sheet.withdrawn,
        )
    };
    let stages = [
        (None, Stage::Noted, 0, true),
        (None, Stage::Noted, 1, false),
        (Some(nov(20)), Stage::Noted, 1, false),
        (Some(nov(20)), Stage::Verifying, 2, false),
    ];
    for round in 0..2 {
        for want in stages.iter().rev().skip(1) {
            it.apply(Change::Undo);
            assert_eq!(state(&it), *want, "undo, round {round}");
        }
        for want in stages.iter().skip(1) {
            it.apply(Change::Redo);
            assert_eq!(state(&it), *want, "redo, round {round}");
        }
    }
    assert_eq!(
        it.store.apply(&Change::Redo),
        Err(Fault::Refused(Refusal::NothingToRedo))
    );
    // A new change ends what could be brought back.
    it.apply(Change::Undo);
    it.apply(Change::SetFindings {
        ids: vec![id],
        set: FindingSet::Triage(Triage::High),
    });
    assert_eq!(
        it.store.apply(&Change::Redo),
        Err(Fault::Refused(Refusal::NothingToRedo))
    );
    assert!(it.store.verify().unwrap().is_clean());
}

#[test]
fn an_old_entry_is_taken_back_without_running_over_what_came_after() {
    let mut it = small();
    let id = it.note("甲", it.east);
    let first = it
        .apply(Change::SetFindings {
            ids: vec![id],
            set: FindingSet::Due(Some(nov(20))),
        })
        .entry
        .unwrap();
    let second = it
        .apply(Change::SetFindings {
            ids: vec![id],
            set: FindingSet::Due(Some(nov(21))),
        })
        .entry
        .unwrap();
    let receipt = it.apply(Change::UndoEntry(first));
    assert_eq!(receipt.kept, ["一组-001 finding.due"]);
    assert_eq!(it.sheet(id).draft.due, Some(nov(21)));
    it.apply(Change::UndoEntry(second));
    assert_eq!(it.sheet(id).draft.due, Some(nov(20)));
    it.apply(Change::Undo);
    assert_eq!(it.sheet(id).draft.due, Some(nov(21)));
    assert!(it.store.verify().unwrap().is_clean());
}

#[test]
fn undo_survives_a_restart_and_numbers_are_never_given_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("轮.db");
    let mut it = fill(Store::create(&path, &new_file()).unwrap());
    it.note("甲", it.east);
    drop(it.store);
    it.store = Store::open(&path).unwrap();
    it.apply(Change::Undo);
    assert_eq!(it.titles(&FindingFilter::default(), Order::Oldest).1, 0);
    let id = it.note("乙", it.east);
    assert_eq!(it.sheet(id).pre_no, "一组-002");
    drop(it.store);
    it.store = Store::open(&path).unwrap();
    it.apply(Change::Undo);
    it.apply(Change::Redo);
    assert_eq!(it.sheet(id).pre_no, "一组-002");
    let verdict = it.store.verify().unwrap();
    assert!(verdict.is_clean(), "{verdict:?}");
}

#[test]
fn what_is_taken_back_brought_back_and_taken_back_again_is_marked() {
    let mut it = small();
    let first = {
        it.note("甲", it.east);
        let Answer::Log(page) = it.store.ask(&Query::Log(Window::first(1))).unwrap() else {
            panic!("a log")
        };
        page.rows[0].n
    };
    let undone = |it: &super::round::Small| match it.store.ask(&Query::LogEntry(first)).unwrap() {
        Answer::LogEntry(Some(sheet)) => sheet.row.undone,
        other => panic!("an entry, not {other:?}"),
    };
    for n in 0..3 {
        it.apply(Change::Undo);
        assert!(undone(&it), "undo {n}");
        it.apply(Change::Redo);
        assert!(!undone(&it), "redo {n}");
    }
    assert!(it.store.verify().unwrap().is_clean());
}

#[test]
fn verify_sees_what_another_program_did() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("round.db");
    let mut it = fill(Store::create(&path, &new_file()).unwrap());
    it.note("甲", it.east);
    it.note("乙", it.west);
    drop(it.store);
    let meddle = |sql: &str| {
        let raw = rusqlite::Connection::open(&path).unwrap();
        raw.execute_batch(sql).unwrap();
    };
    let seen = || Store::open(&path).unwrap().verify().unwrap().differences;
    assert_eq!(seen(), []);
    meddle("UPDATE village SET note = '改' WHERE n = 1");
    assert!(matches!(
        seen().as_slice(),
        [Difference::Unsealed(table, _), Difference::Cell { column, .. }] if table == "village" && column == "note"
    ));
    meddle(
        "UPDATE village SET note = '' WHERE n = 1; DELETE FROM sync_dirty; UPDATE tally SET n = n + 1 WHERE kind = 'st'",
    );
    assert!(matches!(seen().as_slice(), [Difference::Tally(_, 2, 3)]));
    meddle(
        "UPDATE tally SET n = n - 1 WHERE kind = 'st'; UPDATE sync_log SET subject = 'x' WHERE n = 3",
    );
    assert_eq!(
        seen(),
        [Difference::Entry(3)]
            .into_iter()
            .chain(seen().into_iter().skip(1))
            .collect::<Vec<_>>()
    );
    meddle("UPDATE counter SET last = 1");
    assert!(seen().contains(&Difference::Tally("一组".into(), 2, 1)));
    meddle("UPDATE counter SET last = 2; UPDATE sync_log SET undone_by = 4 WHERE n = 5");
    assert!(seen().contains(&Difference::Entry(5)));
    // Rows cannot be deleted, and the log cannot be shortened, by anybody who does not say so first.
    let raw = rusqlite::Connection::open(&path).unwrap();
    for sql in [
        "DELETE FROM finding",
        "DELETE FROM sync_log",
        "UPDATE village SET id = randomblob(16)",
    ] {
        assert!(raw.execute_batch(sql).is_err(), "{sql}");
    }
}

#[test]
fn a_row_of_broken_bytes_hides_no_other_and_verify_names_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("round.db");
    let mut it = fill(Store::create(&path, &new_file()).unwrap());
    for title in ["甲", "乙", "丙"] {
        it.note(title, it.east);
    }
    drop(it.store);
    let raw = rusqlite::Connection::open(&path).unwrap();
    // As a flipped bit leaves it: half a character in a text, and a day that is none.
    raw.execute_batch(
        "DROP TRIGGER finding_fts_upd; DROP TRIGGER finding_tally_upd;
         UPDATE finding SET title = CAST(x'E4B8' AS TEXT) WHERE n = 1;
         UPDATE finding SET noted_on = '2018-11-99' WHERE n = 2; DELETE FROM sync_dirty;",
    )
    .unwrap();
    drop(raw);
    assert!(
        matches!(Store::open(&path), Err(Fault::NotOurs(_))),
        "a trigger less is seen"
    );
    let raw = rusqlite::Connection::open(&path).unwrap();
    let fresh = folder.path().join("fresh.db");
    drop(Store::create(&fresh, &new_file()).unwrap());
    let other = rusqlite::Connection::open(&fresh).unwrap();
    for name in ["finding_fts_upd", "finding_tally_upd"] {
        let sql: String = other
            .query_row(
                "SELECT sql FROM sqlite_schema WHERE name = ?",
                [name],
                |r| r.get(0),
            )
            .unwrap();
        raw.execute_batch(&sql).unwrap();
    }
    drop(raw);
    it.store = Store::open(&path).unwrap();
    let (titles, total) = it.titles(&FindingFilter::default(), Order::Oldest);
    assert_eq!(titles, ["\u{fffd}", "丙"]);
    assert_eq!(total, 3);
    let verdict = it.store.verify().unwrap();
    let mut columns: Vec<String> = verdict
        .differences
        .iter()
        .filter_map(|d| match d {
            Difference::Cell { column, .. } => Some(column.clone()),
            _ => None,
        })
        .collect();
    columns.sort();
    assert_eq!(columns, ["noted_on", "title"]);
}
