//! The harness itself: what it must see, and that it notices what it must not.

use super::{Ended, Pty};
use rustix::process::Signal;
use std::panic::{AssertUnwindSafe, catch_unwind};

fn sh(script: &str) -> Pty {
    Pty::run("sh", &["-c", script], &[], 40, 5)
}

#[test]
fn it_sees_screen_keys_sizes_and_statuses() {
    let mut pty = sh("stty size; read line; stty size; read word; echo $line-$word; exit 7");
    pty.wait_for(|screen| screen.starts_with("5 40"));
    pty.resize(60, 9);
    pty.keys("集体\r");
    pty.wait_for(|screen| screen.contains("9 60"));
    pty.keys("台账\r");
    pty.wait_for(|screen| screen.contains("集体-台账"));
    assert_eq!(pty.leaves_the_modes_as_found(), Ended::Status(7));
    assert!(pty.bytes().ends_with("台账\r\n".as_bytes()));
}

#[test]
fn it_notices_modes_that_were_not_given_back() {
    let mut pty = sh("stty -echo");
    let verdict = catch_unwind(AssertUnwindSafe(|| pty.leaves_the_modes_as_found()));
    assert!(verdict.is_err());
}

#[test]
fn it_signals_and_hangs_up() {
    let mut pty = sh("echo ready; read line");
    pty.wait_for(|screen| screen.contains("ready"));
    pty.signal(Signal::TERM);
    assert!(matches!(pty.exit_status(), Ended::Killed(_)));

    let mut pty = sh("trap 'exit 9' HUP; echo ready; while :; do read line; done");
    pty.wait_for(|screen| screen.contains("ready"));
    pty.hang_up();
    assert_eq!(pty.exit_status(), Ended::Status(9));
}

#[test]
fn a_program_that_ends_too_early_is_said_at_once() {
    let pty = sh("echo no");
    let verdict = catch_unwind(AssertUnwindSafe(|| {
        pty.wait_for(|screen| screen.contains("yes"))
    }));
    assert!(verdict.is_err());
}
