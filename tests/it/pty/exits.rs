//! Every way out of the running program leaves the terminal as it was found.

use std::sync::LazyLock;

use rustix::process::Signal;
use tempfile::TempDir;
use xuncha::store::Store;

use super::{Ended, Pty};
use crate::store::round::{fill, new_file};

/// What a terminal has to be told at the end, written down a second time on purpose:
/// whole frames, no mouse, no bracketed paste, no colour, cursor on, the screen of before.
const LEAVE: &str = concat!(
    "\x1b[?2026l\x1b[?1006l\x1b[?1002l\x1b[?1000l\x1b[?2004l",
    "\x1b[0m\x1b[?25h\x1b[?1049l"
);

/// The program on a small round, and the folder that the round lies in.
struct Desk {
    pty: Pty,
    _folder: TempDir,
}

/// A round with a finding in it, as the bytes of its file: building it takes many commits.
static ROUND: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("round.db");
    let mut round = fill(Store::create(&path, &new_file()).expect("a new file"));
    round.note("集体资产台账缺失三本", round.east);
    drop(round);
    assert!(
        !path.with_extension("db-wal").exists(),
        "all is in the one file"
    );
    std::fs::read(path).expect("the file")
});

/// A copy of it in a folder of its own.
fn round() -> (TempDir, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("round.db");
    std::fs::write(&path, &*ROUND).expect("a copy");
    (folder, path.display().to_string())
}

fn desk(env: &[(&str, &str)]) -> Desk {
    let (folder, path) = round();
    let home = folder.path().display().to_string();
    let env = [env, &[("HOME", home.as_str())]].concat();
    let pty = Pty::spawn(&[&path, "--lang", "zh"], &env, 120, 36);
    Desk {
        pty,
        _folder: folder,
    }
}

fn drawn(env: &[(&str, &str)]) -> Desk {
    let desk = desk(env);
    desk.pty.wait_for(|screen| screen.contains("台账"));
    desk
}

/// Modes as before, LEAVE written, and after it nothing but `rest`.
fn left_as_found(mut desk: Desk, rest: impl Fn(&str) -> bool) -> Ended {
    let ended = desk.pty.leaves_the_modes_as_found();
    let bytes = String::from_utf8(desk.pty.bytes()).expect("the program writes UTF-8");
    let (_, after) = bytes
        .rsplit_once(LEAVE)
        .expect("the terminal was given back");
    assert!(rest(after), "{after:?}");
    desk.pty.look(|screen| {
        assert!(!screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste());
    });
    ended
}

#[test]
fn quitting_gives_the_terminal_back() {
    let desk = drawn(&[]);
    desk.pty
        .look(|screen| assert!(screen.alternate_screen() && screen.bracketed_paste()));
    desk.pty.keys("q");
    assert_eq!(left_as_found(desk, str::is_empty), Ended::Status(0));
}

#[test]
fn a_signal_gives_the_terminal_back_and_is_the_status() {
    let cases = [
        (Signal::TERM, 143),
        (Signal::HUP, 129),
        (Signal::INT, 130),
        (Signal::QUIT, 131),
    ];
    for (signal, status) in cases {
        let desk = drawn(&[]);
        desk.pty.signal(signal);
        assert_eq!(
            left_as_found(desk, str::is_empty),
            Ended::Status(status),
            "{signal:?}"
        );
    }
}

#[test]
fn a_panic_gives_the_terminal_back_and_then_says_why() {
    let desk = desk(&[("XUNCHA_PANIC", "1")]);
    let said = |rest: &str| {
        rest.contains("XUNCHA_PANIC is set") && rest.lines().count() == 1 && !rest.contains('\x1b')
    };
    let ended = left_as_found(desk, said);
    assert_eq!(ended, Ended::Status(101));
}

#[test]
fn a_closed_window_ends_the_program() {
    let mut desk = drawn(&[]);
    desk.pty.hang_up();
    assert_eq!(desk.pty.exit_status(), Ended::Status(129));
}

#[test]
fn a_terminal_that_takes_nothing_more_does_not_hold_the_program() {
    let mut desk = drawn(&[]);
    desk.pty.stop_reading();
    for (columns, _) in (100..400).zip(0..) {
        desk.pty.resize(columns, 100);
    }
    desk.pty.signal(Signal::TERM);
    assert_eq!(desk.pty.ends_under(Signal::TERM), Ended::Status(143));
}

#[test]
fn ctrl_z_goes_back_to_the_shell_and_fg_comes_back() {
    let (folder, path) = round();
    let home = folder.path().display().to_string();
    let script = "\"$0\" \"$1\" --lang zh; echo stopped; fg; echo ended $?";
    let args = ["-mc", script, env!("CARGO_BIN_EXE_xuncha"), &path];
    let mut pty = Pty::run("sh", &args, &[("HOME", &home)], 120, 36);
    pty.wait_for(|screen| screen.contains("台账"));
    pty.keys("\x1a");
    pty.wait_for_bytes(|bytes| {
        let said = String::from_utf8_lossy(bytes);
        let shell = said.split(LEAVE).nth(1).unwrap_or_default();
        let (before, again) = shell.split_once("\x1b[?1049h").unwrap_or_default();
        before.contains("stopped") && again.contains("\x1b[?2026l")
    });
    pty.keys("q");
    assert_eq!(pty.leaves_the_modes_as_found(), Ended::Status(0));
    let said = String::from_utf8_lossy(&pty.bytes()).into_owned();
    assert_eq!(said.split(LEAVE).nth(2), Some("ended 0\r\n"));
}

#[test]
fn every_size_is_drawn_and_the_old_one_again() {
    let desk = drawn(&[]);
    for (columns, rows) in [(80, 24), (40, 10), (1, 1), (600, 300), (3, 200), (120, 36)] {
        desk.pty.resize(columns, rows);
    }
    desk.pty.wait_for(|screen| screen.contains("台账"));
    desk.pty.keys("q");
    assert_eq!(left_as_found(desk, str::is_empty), Ended::Status(0));
}

#[test]
fn esc_alone_and_half_a_sequence_are_understood() {
    let desk = drawn(&[]);
    let before = desk.pty.wait_for(|screen| screen.contains("台账"));
    desk.pty.keys("?");
    desk.pty.wait_for(|screen| screen != before);
    desk.pty.keys("\x1b");
    desk.pty.wait_for(|screen| screen == before);
    desk.pty.keys("\x1b[");
    desk.pty.signal(Signal::TERM);
    assert_eq!(left_as_found(desk, str::is_empty), Ended::Status(143));
}

#[test]
fn what_is_no_terminal_gets_a_sentence_and_no_escape_bytes() {
    let (folder, path) = round();
    let home = folder.path().display().to_string();
    for script in [
        "\"$0\" \"$1\" --lang zh | cat",
        "\"$0\" \"$1\" --lang zh </dev/null",
    ] {
        let program = env!("CARGO_BIN_EXE_xuncha");
        let args = ["-c", script, program, &path];
        let mut pty = Pty::run("sh", &args, &[("HOME", &home)], 80, 24);
        pty.leaves_the_modes_as_found();
        let said = String::from_utf8(pty.bytes()).expect("the program writes UTF-8");
        assert!(
            said.contains("xuncha list") && !said.contains('\x1b'),
            "{said:?}"
        );
    }
}

#[test]
#[cfg(target_os = "linux")]
fn files_are_private_and_memory_is_never_dumped() {
    let mut desk = drawn(&[]);
    let limits = desk.pty.about("limits");
    let core = limits
        .lines()
        .find(|line| line.starts_with("Max core file size"));
    let words: Vec<_> = core.expect("a limit on cores").split_whitespace().collect();
    assert_eq!(words[4..6], ["0", "0"]);
    assert!(desk.pty.about("status").contains("Umask:\t0077\n"));
    desk.pty.keys("q");
    desk.pty.exit_status();
}
