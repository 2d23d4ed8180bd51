//! The house stays as it was drawn: layers, file names, first lines, lengths. The sources are read, not run.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Lines of one file; beyond that it is to be split by meaning.
const LONGEST: usize = 400;

/// What each folder of `src` may name of ours. The terminal's loop and the headless desk alone reach the store.
const ARROWS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("entry", &["domain"]),
    ("text", &["domain", "entry"]),
    ("store", &["domain", "clock", "os", "sample"]),
    ("report", &["domain", "text"]),
    ("sample", &["domain", "store", "entry", "text", "clock"]),
    ("tui", &["domain", "entry", "text"]),
    (
        "cli",
        &[
            "domain", "entry", "text", "store", "sample", "report", "tui", "clock", "os",
        ],
    ),
];

/// Files that may name more than their folder: the loop and the desk reach the store, the terminal guard the system.
const DOORS: &[(&str, &[&str])] = &[
    ("src/tui/run.rs", &["store", "clock", "os"]),
    ("src/tui/run/", &["store", "clock", "os"]),
    ("src/tui/desk/", &["store", "clock"]),
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All Rust files below a folder, as paths from the root.
fn sources(folder: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![PathBuf::from(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(root().join(&folder)).unwrap() {
            let entry = entry.unwrap();
            let path = folder.join(entry.file_name());
            if entry.file_type().unwrap().is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == "rs") {
                let text = std::fs::read_to_string(entry.path()).unwrap();
                found.push((path.to_str().unwrap().to_owned(), text));
            }
        }
    }
    assert!(!found.is_empty(), "{folder}");
    found
}

/// The code of a file without its unit tests and comments.
fn code(text: &str) -> String {
    let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
    let lines = code
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

/// Unit tests beside the code may reach further than it does.
fn is_test(path: &str) -> bool {
    path.ends_with("/tests.rs") || path.contains("/tests/") || path.ends_with("test_kit.rs")
}

/// Folders of ours that code names as `crate::…`, also in `use crate::{…}`.
fn named(code: &str) -> BTreeSet<String> {
    let word = |text: &str| -> String {
        let end = text.find(|c: char| !c.is_alphanumeric() && c != '_');
        text.split_at(end.unwrap_or(text.len())).0.to_owned()
    };
    let mut names = BTreeSet::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = code.split_at(at + "crate::".len()).1;
        match rest.strip_prefix('{') {
            None => drop(names.insert(word(rest))),
            Some(group) => {
                let mut depth = 0;
                let mut fresh = true;
                for (at, c) in group.char_indices() {
                    match c {
                        '{' => depth += 1,
                        '}' if depth == 0 => break,
                        '}' => depth -= 1,
                        ',' if depth == 0 => fresh = true,
                        c if fresh && c.is_alphabetic() => {
                            names.insert(word(group.split_at(at).1));
                            fresh = false;
                        }
                        _ => {}
                    }
                }
            }
        }
    }
    names
}

#[test]
fn names_are_found_in_every_form_of_use() {
    let code = "use crate::domain::ids;\nuse crate::{entry::dates, text::{Lang, cells}, store};\ncrate::os::go()";
    let names: Vec<String> = named(code).into_iter().collect();
    assert_eq!(names, ["domain", "entry", "os", "store", "text"]);
}

#[test]
fn arrows_point_one_way() {
    let mut wrong = Vec::new();
    for (path, text) in sources("src") {
        let Some(folder) = path
            .split('/')
            .nth(1)
            .filter(|_| path.matches('/').count() > 1)
        else {
            continue;
        };
        if is_test(&path) {
            continue;
        }
        let Some((_, allowed)) = ARROWS.iter().find(|(known, _)| *known == folder) else {
            continue;
        };
        let more = DOORS.iter().filter(|(door, _)| path.starts_with(door));
        let more: Vec<&str> = more.flat_map(|(_, names)| names.iter().copied()).collect();
        for name in named(&code(&text)) {
            let is_folder = ARROWS.iter().any(|(known, _)| *known == name)
                || matches!(name.as_str(), "clock" | "os");
            let fine =
                name == folder || allowed.contains(&name.as_str()) || more.contains(&name.as_str());
            if is_folder && !fine {
                wrong.push(format!("{path} names {name}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn screens_keep_state_and_drawing_apart() {
    let mut wrong = Vec::new();
    for (path, text) in sources("src/tui/screens") {
        let code = code(&text);
        let forbidden: &[&str] = match Path::new(&path).file_name().and_then(|it| it.to_str()) {
            Some("state.rs" | "update.rs") => &["ratatui", "crossterm"],
            Some("view.rs") => &["Effect", "Change::", "change::Change"],
            _ => continue,
        };
        for word in forbidden.iter().filter(|word| code.contains(**word)) {
            wrong.push(format!("{path} names {word}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn only_the_store_speaks_sql() {
    let mut wrong = Vec::new();
    for (path, text) in sources("src") {
        if !path.starts_with("src/store/") && code(&text).contains("rusqlite") {
            wrong.push(path);
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_file_says_what_it_is_for_and_none_is_too_long() {
    let mut wrong = Vec::new();
    for (path, text) in sources("src").into_iter().chain(sources("tests")) {
        if !text.starts_with("//! ") {
            wrong.push(format!("{path} does not open with //!"));
        }
        let lines = text.lines().count();
        if lines > LONGEST {
            wrong.push(format!("{path} has {lines} lines"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn nothing_is_left_for_later_and_nobody_sleeps() {
    // Written apart, so that this file does not find itself.
    let words = [
        concat!("TO", "DO"),
        concat!("FIX", "ME"),
        concat!("#[ig", "nore"),
        concat!("thread::", "sleep"),
        concat!("#[al", "low("),
    ];
    let mut wrong = Vec::new();
    for (path, text) in sources("src").into_iter().chain(sources("tests")) {
        for word in words.iter().filter(|word| text.contains(**word)) {
            wrong.push(format!("{path}: {word}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_top_level_is_as_drawn() {
    let known = [
        "Cargo.toml",
        "Cargo.lock",
        "LICENSE",
        "README.md",
        "sample.db",
        "src",
        "target",
        "tests",
    ];
    let mut strange: Vec<String> = std::fs::read_dir(root())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| !name.starts_with('.') && !known.contains(&name.as_str()))
        // SQLite's companions while somebody has the sample open.
        .filter(|name| name != "sample.db-wal" && name != "sample.db-shm")
        .collect();
    strange.sort();
    assert!(strange.is_empty(), "{strange:?}");
}
