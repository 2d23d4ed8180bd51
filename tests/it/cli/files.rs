//! Files that are not what they should be: one sentence, the right status, not a byte changed, nothing left beside them.

use std::fs;
use std::io::{Seek as _, SeekFrom, Write as _};
use std::os::unix::fs::PermissionsExt as _;
use std::os::unix::process::CommandExt as _;
use std::path::Path;

use rusqlite::Connection;

use super::{Ran, World, program};

/// How a file is made that cannot be opened.
type Spoil = fn(&World);

fn sql(world: &World, text: &str) {
    let other = Connection::open(&world.file).unwrap();
    // As the command-line shell of SQLite would: our search function is not known there.
    other.execute_batch(text).unwrap();
}

/// Writes over the file from a byte on.
fn smash(world: &World, at: u64, bytes: &[u8]) {
    let mut file = fs::OpenOptions::new()
        .write(true)
        .open(&world.file)
        .unwrap();
    file.seek(SeekFrom::Start(at)).unwrap();
    file.write_all(bytes).unwrap();
}

fn aside(world: &World) -> std::path::PathBuf {
    let aside = world.path().join("real.db");
    fs::rename(&world.file, &aside).unwrap();
    aside
}

/// What is wrong, how it comes about, the exit status, and what is said in English and 中文.
const CASES: &[(&str, Spoil, i32, &str, &str)] = &[
    (
        "text",
        |w| fs::write(&w.file, "编号,标题\n".repeat(400)).unwrap(),
        1,
        "not a database",
        "不是数据库文件",
    ),
    (
        "short text",
        |w| fs::write(&w.file, "x").unwrap(),
        1,
        "not a database",
        "不是数据库文件",
    ),
    (
        "empty",
        |w| fs::write(&w.file, "").unwrap(),
        1,
        "empty",
        "文件是空的",
    ),
    (
        "empty beside a log",
        |w| {
            fs::write(&w.file, "").unwrap();
            fs::write(w.path().join("round.db-wal"), "log").unwrap();
        },
        6,
        "-wal",
        "-wal",
    ),
    (
        "missing",
        |w| fs::remove_file(&w.file).unwrap(),
        3,
        "no such file",
        "没有这个文件",
    ),
    (
        "directory",
        |w| {
            fs::remove_file(&w.file).unwrap();
            fs::create_dir(&w.file).unwrap();
        },
        1,
        "folder",
        "文件夹",
    ),
    (
        "symbolic link",
        |w| std::os::unix::fs::symlink(aside(w), &w.file).unwrap(),
        1,
        "symbolic link",
        "符号链接",
    ),
    (
        "hard link",
        |w| fs::hard_link(aside(w), &w.file).unwrap(),
        1,
        "hard links",
        "硬链接",
    ),
    (
        "pipe",
        |w| {
            fs::remove_file(&w.file).unwrap();
            let mode = rustix::fs::Mode::from_raw_mode(0o600);
            rustix::fs::mkfifoat(rustix::fs::CWD, &w.file, mode).unwrap();
        },
        1,
        "no regular file",
        "不是普通文件",
    ),
    (
        "other program",
        |w| {
            fs::remove_file(&w.file).unwrap();
            sql(
                w,
                "CREATE TABLE note (text); INSERT INTO note VALUES ('示例')",
            );
        },
        1,
        "another program",
        "别的程序",
    ),
    (
        "newer",
        |w| sql(w, "PRAGMA user_version = 99"),
        7,
        "newer",
        "更新版本",
    ),
    (
        "foreign trigger",
        |w| {
            sql(
                w,
                "CREATE TRIGGER own AFTER INSERT ON holiday BEGIN SELECT 1; END",
            );
        },
        1,
        "does not have",
        "不认识的表或触发器",
    ),
    (
        "first page",
        |w| smash(w, 100, &[0xff; 200]),
        6,
        "damaged",
        "可能损坏",
    ),
    (
        "cut",
        |w| {
            let file = fs::OpenOptions::new().write(true).open(&w.file).unwrap();
            file.set_len(5000).unwrap();
        },
        6,
        "damaged",
        "可能损坏",
    ),
];

#[test]
fn what_is_no_file_of_ours_is_left_as_it_is() {
    for (name, spoil, status, en, zh) in CASES {
        let world = World::round();
        spoil(&world);
        let names = |world: &World| {
            let mut names: Vec<_> = fs::read_dir(world.path())
                .unwrap()
                .map(|it| it.unwrap().file_name())
                .collect();
            names.sort();
            names
        };
        let before = names(&world);
        for words in [&["list"][..], &["add", "甲"], &["verify"], &[]] {
            let (en, zh) = (*en, *zh);
            let ran = world.run(words);
            assert!(ran.err.contains(en), "{name}, {words:?}: {}", ran.err);
            world.refuses(words, *status, en, zh);
        }
        assert_eq!(names(&world), before, "{name}");
    }
}

/// The page of a table, smashed: what opens is still refused where it is read.
#[test]
fn a_damaged_page_is_said_by_whoever_reads_it() {
    let world = World::round();
    let other = Connection::open(&world.file).unwrap();
    let page: u32 = other
        .query_row(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'finding'",
            [],
            |r| r.get(0),
        )
        .unwrap();
    let size: u32 = other
        .pragma_query_value(None, "page_size", |r| r.get(0))
        .unwrap();
    drop(other);
    smash(&world, u64::from((page - 1) * size), &[0xff; 512]);
    let before = world.bytes();
    for words in [&["list"][..], &["show", "1"], &["add", "甲"]] {
        world.refuses(words, 6, "damaged", "可能损坏");
    }
    assert_eq!(world.run(&["verify"]).status, 6);
    assert_eq!(world.bytes(), before);
}

#[test]
fn another_programs_write_is_waited_for_and_then_said() {
    let world = World::round();
    let other = Connection::open(&world.file).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    // Reading goes on meanwhile.
    assert_eq!(world.run(&["list", "--json"]).json()["total"], 2);
    world
        .said("zh", &["add", "甲"])
        .failed(4, &["占用", "round.db"]);
    other.execute_batch("ROLLBACK").unwrap();
    assert_eq!(world.run(&["list", "--json"]).json()["total"], 2);
}

/// Runs it as somebody whom permissions hold back; `None` if this user can do anything and nobody else can be.
fn as_nobody(world: &World, words: &[&str]) -> Option<Ran> {
    let mut command = program(world.path());
    command
        .arg("-f")
        .arg(&world.file)
        .args(["--lang", "en"])
        .args(words);
    if rustix::process::geteuid().is_root() {
        command.uid(65534).gid(65534);
    }
    command.output().ok().map(Ran::from)
}

fn allow(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

#[test]
fn what_may_not_be_read_or_written_is_said() {
    let world = World::round();
    let before = world.bytes();
    allow(&world.file, 0o444);
    allow(world.path(), 0o555);
    let read = as_nobody(&world, &["list", "--json"]);
    let written = as_nobody(&world, &["add", "甲"]);
    let root = rustix::process::geteuid().is_root();
    allow(&world.file, if root { 0o600 } else { 0o000 });
    let denied = as_nobody(&world, &["list"]);
    allow(world.path(), 0o755);
    allow(&world.file, 0o600);
    if let (Some(read), Some(written), Some(denied)) = (read, written, denied) {
        assert_eq!(read.json()["total"], 2);
        written.failed(5, &["read-only", "round.db"]);
        denied.failed(5, &["permission", "round.db"]);
    }
    assert_eq!(before, world.bytes());
}
