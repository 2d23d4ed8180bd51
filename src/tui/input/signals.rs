//! The signal thread: signals become messages; a second request to end ends at once.

use super::{Incoming, Sig};
use crate::tui::terminal;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;
use std::io;
use std::sync::mpsc::Sender;
use std::thread::Builder;
use std::time::{Duration, Instant};

/// `timeout` and a closing session send the same request twice within a moment; the
/// second of a pair must not cut off the saving that the first began.
const SAME_REQUEST: Duration = Duration::from_millis(200);

pub(super) fn listen(to: Sender<Incoming>) -> io::Result<()> {
    let ours = [SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH];
    let mut signals = Signals::new(ours)?;
    Builder::new().name("signals".into()).spawn(move || {
        let mut asked: Option<Instant> = None;
        for number in signals.forever() {
            if number == SIGWINCH {
                let (columns, rows) = terminal::size();
                let _ = to.send(Incoming::Resized(columns, rows));
                continue;
            }
            let Some(signal) = named(number) else {
                continue;
            };
            if is_request_to_end(signal) {
                let first = *asked.get_or_insert_with(Instant::now);
                if first.elapsed() > SAME_REQUEST {
                    terminal::leave();
                    signal_hook::low_level::exit(128 + number);
                }
            }
            let _ = to.send(Incoming::Signal(signal));
        }
    })?;
    Ok(())
}

fn named(number: i32) -> Option<Sig> {
    Some(match number {
        SIGTERM => Sig::Terminate,
        SIGINT => Sig::Interrupt,
        SIGHUP => Sig::HangUp,
        SIGQUIT => Sig::Quit,
        SIGTSTP => Sig::Stop,
        SIGCONT => Sig::Continue,
        _ => return None,
    })
}

/// A hang-up ends the program too but is no sign of impatience: a shell passes it on
/// and the kernel sends it again.
fn is_request_to_end(signal: Sig) -> bool {
    matches!(signal, Sig::Terminate | Sig::Interrupt | Sig::Quit)
}
