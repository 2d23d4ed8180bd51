//! The terminal, borrowed: entered in one order, given back as it was found.
//!
//! [`leave`] is the one way back. It does nothing the second time, needs no [`Terminal`]
//! at hand, and is called on every way out: quit, error, signal, panic.

mod canvas;

use crate::text::Lang;
use crate::text::clean::clean;
use canvas::Canvas;
use ratatui::Frame;
use ratatui::layout::Size;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use rustix::process::{Signal, getpgrp, getsid, kill_current_process_group};
use rustix::stdio::{stdin, stdout};
use rustix::termios::{OptionalActions, Termios, isatty, tcgetattr, tcgetwinsize, tcsetattr};
use std::io::{self, Write as _};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;

/// A screen of our own; the one that was there waits behind it.
const SCREEN: &str = "\x1b[?1049h";

/// Bracketed paste; no cursor until a field asks for it. Keyboard protocols are not asked
/// for: a terminal that doesn't know them shows garbage, and its answer may come after
/// the end and be typed into the shell.
const MODES: &str = "\x1b[?2004h\x1b[?25l";

/// Turns off all that could be on, in reverse: half a frame, mouse (another program may
/// have left it on), paste, colours; then the cursor and the screen that was there before.
const LEAVE: &str = concat!(
    "\x1b[?2026l\x1b[?1006l\x1b[?1002l\x1b[?1000l\x1b[?2004l",
    "\x1b[0m\x1b[?25h\x1b[?1049l"
);

/// The terminal shows what stands between these two at once, not line by line.
const FRAME: &str = "\x1b[?2026h";
const FRAME_END: &str = "\x1b[?2026l";

/// A terminal that takes no byte for so long (200 ms) is left without a farewell.
const PATIENCE: Timespec = Timespec {
    tv_sec: 0,
    tv_nsec: 200_000_000,
};

/// Columns and rows beyond which nothing is drawn: a buffer of 65535×65535 cells would
/// end the program.
const LARGEST: (u16, u16) = (600, 300);

/// The size of a terminal that does not know its own.
const USUAL: (u16, u16) = (80, 24);

/// The modes found on entering; `Some` exactly while the terminal is ours.
static FOUND: Mutex<Option<Termios>> = Mutex::new(None);

/// Why the terminal cannot be used.
#[derive(Debug)]
pub(crate) enum Trouble {
    /// Input or output is a file or a pipe.
    NotATerminal,
    /// It was closed or hung up.
    Gone,
    /// The system refused.
    Io(io::Error),
}

impl Trouble {
    /// In a sentence.
    pub(crate) fn said(&self, say: Lang) -> String {
        match self {
            Trouble::NotATerminal => say.not_a_terminal().into(),
            Trouble::Gone => say.terminal_gone().into(),
            Trouble::Io(fault) => say.terminal_refused(&fault.to_string()),
        }
    }
}

/// The terminal while it is ours.
pub(crate) struct Terminal {
    screen: ratatui::Terminal<Canvas>,
    /// What the last frame sent; the same again needn't be sent.
    sent: Vec<u8>,
}

impl Terminal {
    /// Takes the terminal over. Not one byte is written if it is none.
    pub(crate) fn enter() -> Result<Self, Trouble> {
        if !isatty(stdin()) || !isatty(stdout()) {
            return Err(Trouble::NotATerminal);
        }
        let (width, height) = size();
        let canvas = Canvas {
            size: Size { width, height },
            bytes: Vec::new(),
        };
        let screen = ratatui::Terminal::new(canvas).map_err(Trouble::Io)?;
        let mut terminal = Self {
            screen,
            sent: Vec::new(),
        };
        terminal.resume()?;
        Ok(terminal)
    }

    /// Columns and rows to draw on.
    pub(crate) fn size(&self) -> Size {
        self.screen.backend().size
    }

    /// Draws one frame and sends it in one piece. The cursor stands where the frame says
    /// (`Frame::set_cursor_position`), else it is hidden. An unchanged frame sends nothing.
    pub(crate) fn draw(&mut self, paint: impl FnOnce(&mut Frame)) -> Result<(), Trouble> {
        self.screen.draw(paint).map_err(Trouble::Io)?;
        let frame = std::mem::take(&mut self.screen.backend_mut().bytes);
        if frame != self.sent {
            send(&[FRAME.as_bytes(), &frame, FRAME_END.as_bytes()].concat())?;
        }
        self.sent = frame;
        // A test has to see what a panic leaves behind; release builds don't look.
        debug_assert!(
            std::env::var_os("XUNCHA_PANIC").is_none(),
            "XUNCHA_PANIC is set"
        );
        Ok(())
    }

    /// Answers `Incoming::Resized`: the next frame has this size and paints everything,
    /// also when the size is the old one again, for the terminal may have cut what it showed.
    pub(crate) fn resized(&mut self, width: u16, height: u16) -> Result<(), Trouble> {
        self.screen.backend_mut().size = Size { width, height };
        self.sent.clear();
        self.screen.clear().map_err(Trouble::Io)
    }

    /// Gives the terminal back and stops until the shell continues us. `false`: there is
    /// no shell that could, so nothing happened.
    pub(crate) fn suspend(&mut self) -> Result<bool, Trouble> {
        if !can_stop() {
            return Ok(false);
        }
        leave();
        kill_current_process_group(Signal::STOP).map_err(|fault| Trouble::Io(fault.into()))?;
        self.resume()?;
        Ok(true)
    }

    /// Takes the terminal over (again): its modes and size may have changed meanwhile, and
    /// the next frame paints everything. Also the answer to a CONT after a foreign STOP.
    pub(crate) fn resume(&mut self) -> Result<(), Trouble> {
        if seize()? {
            send(SCREEN.as_bytes())?;
        }
        send(MODES.as_bytes())?;
        let (width, height) = size();
        self.resized(width, height)
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        leave();
    }
}

/// Gives the terminal back as it was found, from any thread, once.
pub(crate) fn leave() {
    let mut found = found();
    let Some(modes) = found.take() else { return };
    // Nothing can be done about a terminal that refuses: we are on the way out.
    let tty = stdout();
    let mut fds = [PollFd::new(&tty, PollFlags::OUT)];
    if matches!(poll(&mut fds, Some(&PATIENCE)), Ok(1)) {
        let _ = rustix::io::write(tty, LEAVE.as_bytes());
    }
    let _ = tcsetattr(stdin(), OptionalActions::Now, &modes);
}

/// Raw mode; the modes found the first time are kept for [`leave`]. Says whether this was
/// the first time, that is, whether the terminal wasn't ours already.
fn seize() -> Result<bool, Trouble> {
    let mut found = found();
    let ours = found.is_some();
    let before = match found.take() {
        Some(modes) => modes,
        None => tcgetattr(stdin()).map_err(refused)?,
    };
    let mut raw = before.clone();
    raw.make_raw();
    let outcome = tcsetattr(stdin(), OptionalActions::Now, &raw).map_err(refused);
    *found = Some(before);
    outcome.map(|()| !ours)
}

fn found() -> MutexGuard<'static, Option<Termios>> {
    FOUND.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Columns and rows of the terminal, at most [`LARGEST`].
pub(crate) fn size() -> (u16, u16) {
    match tcgetwinsize(stdout()) {
        Ok(size) if size.ws_col > 0 && size.ws_row > 0 => clamp(size.ws_col, size.ws_row),
        _ => USUAL,
    }
}

fn clamp(columns: u16, rows: u16) -> (u16, u16) {
    (columns.min(LARGEST.0), rows.min(LARGEST.1))
}

/// Whether a shell with job control started us: it gives every job a group of its own.
/// Stopping without one would leave a terminal that nobody can wake.
fn can_stop() -> bool {
    getsid(None).is_ok_and(|session| session != getpgrp())
}

fn send(mut bytes: &[u8]) -> Result<(), Trouble> {
    while !bytes.is_empty() {
        match rustix::io::write(stdout(), bytes) {
            Ok(count) => bytes = &bytes[count..],
            Err(Errno::INTR) => {}
            Err(Errno::AGAIN) => {
                let tty = stdout();
                let mut fds = [PollFd::new(&tty, PollFlags::OUT)];
                // Woken early or not: the next write tells.
                let _ = poll(&mut fds, None);
            }
            Err(fault) => return Err(refused(fault)),
        }
    }
    Ok(())
}

fn refused(fault: Errno) -> Trouble {
    match fault {
        Errno::IO | Errno::PIPE | Errno::NXIO | Errno::BADF | Errno::NODEV => Trouble::Gone,
        Errno::NOTTY => Trouble::NotATerminal,
        other => Trouble::Io(other.into()),
    }
}

/// A panic gives the terminal back first and then says on stderr what happened. Only a
/// panic of the thread that calls this ends the program: another's is told to whoever
/// joins it and must not be printed over the screen. `RUST_BACKTRACE` adds the usual report.
pub(crate) fn on_panic(say: Lang) {
    let main = thread::current().id();
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if thread::current().id() != main && found().is_some() {
            return;
        }
        leave();
        let place = panic.location().map(|at| format!(" ({at})"));
        let reason = panic.payload_as_str().unwrap_or("?").to_owned() + &place.unwrap_or_default();
        let sentence = say.stopped_by_own_fault(&clean(&reason));
        // Where stderr is closed there is nobody to tell.
        let _ = writeln!(io::stderr(), "{sentence}");
        if std::env::var_os("RUST_BACKTRACE").is_some() {
            usual(panic);
        }
    }));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leaving_turns_off_all_that_entering_turned_on() {
        let mut on = 0;
        for entered in [SCREEN, MODES, FRAME] {
            for sequence in entered.split_inclusive(['h', 'l']) {
                let undone = match sequence.strip_suffix('h') {
                    Some(mode) => format!("{mode}l"),
                    None => sequence.replace('l', "h"),
                };
                assert!(LEAVE.contains(&undone), "{sequence:?}");
                on += 1;
            }
        }
        assert_eq!(on, 4);
    }

    #[test]
    fn no_size_is_too_large_to_draw() {
        for (asked, got) in [
            ((80, 24), (80, 24)),
            ((u16::MAX, u16::MAX), (600, 300)),
            ((1, 1), (1, 1)),
        ] {
            assert_eq!(clamp(asked.0, asked.1), got);
        }
    }
}
