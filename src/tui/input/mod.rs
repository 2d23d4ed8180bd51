//! Everything that reaches the running program from outside, in one channel.
//!
//! Two threads of our own: one waits on the terminal, one on signals. Both sleep in the
//! kernel until something happens, so waiting costs nothing.

mod decode;
mod sequence;
mod signals;
#[cfg(test)]
mod tests;

use crossterm::event::KeyEvent;
use decode::Decoder;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use std::io;
use std::sync::mpsc::Sender;
use std::thread::Builder;

/// How long an ESC may stand alone before it is the Esc key: 30 ms, in nanoseconds.
const ESC_ALONE: Timespec = Timespec {
    tv_sec: 0,
    tv_nsec: 30_000_000,
};

/// What the run loop hears.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Incoming {
    /// A key went down or repeats; never a release.
    Key(KeyEvent),
    /// Text pasted in one piece, line ends as `\n`.
    Paste(String),
    /// The terminal has this many columns and rows now (already clamped).
    Resized(u16, u16),
    /// The terminal is gone; nothing can be shown or typed any more.
    Gone,
    /// The system asks for something.
    Signal(Sig),
}

/// The signals that the run loop answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sig {
    /// INT, not Ctrl+C (that is a key).
    Interrupt,
    /// The line was hung up.
    HangUp,
    /// QUIT.
    Quit,
    /// TERM.
    Terminate,
    /// TSTP: save, then `Terminal::suspend`.
    Stop,
    /// CONT: `Terminal::resume`.
    Continue,
}

impl Sig {
    /// The exit status of a program that this signal ends: 128 + its number.
    pub(crate) fn status(self) -> Option<u8> {
        match self {
            Sig::HangUp => Some(129),
            Sig::Interrupt => Some(130),
            Sig::Quit => Some(131),
            Sig::Terminate => Some(143),
            Sig::Stop | Sig::Continue => None,
        }
    }
}

/// Starts both threads. Call after `Terminal::enter`.
pub(crate) fn listen(to: &Sender<Incoming>) -> io::Result<()> {
    signals::listen(to.clone())?;
    let farewell = Farewell(to.clone());
    Builder::new()
        .name("input".into())
        .spawn(move || hear(&farewell))?;
    Ok(())
}

/// However the input thread ends, the run loop learns of it.
struct Farewell(Sender<Incoming>);

impl Drop for Farewell {
    fn drop(&mut self) {
        // Nobody listens any more: then nobody needs to know.
        let _ = self.0.send(Incoming::Gone);
    }
}

/// Reads until the terminal or the listener is gone. The terminal is asked whether it
/// still lives before every read, and no read is begun that could block.
fn hear(to: &Farewell) {
    let mut decoder = Decoder::default();
    let mut bytes = [0; 4096];
    loop {
        let heard = match ready(decoder.waits().then_some(&ESC_ALONE)) {
            Ready::Silence => decoder.settle(),
            Ready::Gone => return,
            Ready::Bytes => match rustix::io::read(rustix::stdio::stdin(), &mut bytes) {
                Ok(0) => return,
                Ok(count) => decoder.feed(&bytes[..count]),
                Err(Errno::INTR | Errno::AGAIN) => continue,
                Err(_) => return,
            },
        };
        for one in heard {
            if to.0.send(one).is_err() {
                return;
            }
        }
    }
}

enum Ready {
    Bytes,
    Silence,
    Gone,
}

/// Waits for the terminal: for ever, or `at_most` so long.
fn ready(at_most: Option<&Timespec>) -> Ready {
    let tty = rustix::stdio::stdin();
    loop {
        let mut fds = [PollFd::new(&tty, PollFlags::IN)];
        match poll(&mut fds, at_most) {
            Ok(0) => return Ready::Silence,
            Ok(_) if fds[0].revents().intersects(DEAD) => return Ready::Gone,
            Ok(_) => return Ready::Bytes,
            Err(Errno::INTR) => {}
            Err(_) => return Ready::Gone,
        }
    }
}

/// How a hung-up or closed terminal answers.
const DEAD: PollFlags = PollFlags::HUP.union(PollFlags::ERR).union(PollFlags::NVAL);
