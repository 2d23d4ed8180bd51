//! Languages, help, pipes, terminals that are none, text that wants to be obeyed.

use std::process::Stdio;

use super::{Ran, World, program};

#[test]
fn help_speaks_the_language_of_the_locale() {
    let world = World::empty();
    let help = |env: &[(&str, &str)], words: &[&str]| {
        let mut command = program(world.path());
        command.envs(env.iter().copied()).args(words);
        Ran::from(command.output().unwrap()).fine()
    };
    for (env, words, text) in [
        (&[][..], &["--help"][..], "Commands:"),
        (&[("LANG", "zh_CN.UTF-8")], &["--help"], "命令:"),
        (
            &[("LC_ALL", "C"), ("LANG", "zh_CN.UTF-8")],
            &["-h"],
            "Commands:",
        ),
        (
            &[("LANG", "zh_CN.UTF-8")],
            &["--lang", "en", "help"],
            "Commands:",
        ),
        (&[], &["--lang=zh", "list", "--help"], "列出问题"),
        (&[], &["help", "move"], "moves a finding to a stage"),
        (&[], &["--version"], env!("CARGO_PKG_VERSION")),
    ] {
        let said = help(env, words);
        assert!(said.contains(text), "{env:?} {words:?}: {said}");
    }
    let chinese = help(&[("LANG", "zh_CN.UTF-8")], &["--help"]);
    for word in ["Usage", "Options", "Print"] {
        assert!(!chinese.contains(word), "{chinese}");
    }
}

#[test]
fn every_command_has_help_in_both_languages() {
    let world = World::empty();
    for name in [
        "new", "extend", "demo", "add", "list", "show", "move", "undo", "redo", "stats", "log",
        "verify", "backup", "help",
    ] {
        let [zh, en] = ["zh", "en"].map(|lang| world.said(lang, &[name, "--help"]).fine());
        assert!(
            zh.contains("用法: xuncha") && en.contains("Usage: xuncha"),
            "{name}"
        );
        assert_ne!(zh.lines().next(), en.lines().next(), "{name}");
    }
}

#[test]
fn a_reader_that_leaves_is_no_failure_worth_words() {
    let world = World::round();
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let mut command = program(world.path());
    command
        .arg(&world.file)
        .arg("list")
        .stdout(writer)
        .stderr(Stdio::piped());
    let ran = Ran::from(command.output().unwrap());
    assert_eq!((ran.status, ran.err.as_str()), (128 + 13, ""));
}

#[test]
fn without_a_terminal_the_screens_stay_closed_and_not_an_escape_is_sent() {
    let world = World::round();
    let none: &[&str] = &[];
    world.refuses(none, 1, "need a terminal", "要在终端里打开");
    let plain = world.said("zh", &["--plain", "4"]).fine();
    assert!(plain.contains("集体资产台账缺失三本"), "{plain}");
    assert!(!plain.contains('\u{1b}'));
}

/// A title may hold what turns the writing around; it reaches the terminal as a picture and JSON as an escape.
#[test]
fn text_from_the_file_is_shown_and_never_obeyed() {
    let world = World::round();
    world.run(&["add", "甲\u{202e}乙\u{200b}丙"]).fine();
    for words in [
        &["list"][..],
        &["show", "5"],
        &["log"],
        &["stats"],
        &["list", "--json"],
        &["log", "--json"],
    ] {
        let said = world.run(words).fine();
        assert!(!said.contains(['\u{202e}', '\u{200b}']), "{words:?}");
    }
    assert!(world.run(&["list"]).fine().contains("甲⟨202E⟩乙"));
    let sheet = world.run(&["show", "5", "--json"]).json();
    assert_eq!(sheet["title"], "甲\u{202e}乙\u{200b}丙");
    world
        .run(&["show", "\u{202e}\u{1b}[2J"])
        .failed(3, &["⟨202E⟩"]);
}
