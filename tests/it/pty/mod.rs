//! The program in a real terminal: a pty, a reader thread and a vt100 screen behind it.

mod exits;
mod harness_tests;

use filedescriptor::FileDescriptor;
use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use rustix::event::{PollFd, PollFlags, poll};
use rustix::fs::{Mode, OFlags, open};
use rustix::process::{Pid, Signal, kill_process};
use rustix::termios::{Winsize, tcgetattr, tcsetwinsize};
use std::fmt::Write as _;
use std::fs::File;
use std::io::{PipeWriter, Read as _, Write as _};
use std::os::fd::{AsRawFd, OwnedFd, RawFd};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// No wait for the program is longer than this; a test that gets here has failed.
const DEADLINE: Duration = Duration::from_secs(30);

/// A program in a terminal of its own.
pub(crate) struct Pty {
    pid: Pid,
    /// The side of the terminal emulator. All copies gone: the line is hung up.
    master: Option<File>,
    before: String,
    shared: Arc<Shared>,
    reader: Option<(JoinHandle<()>, PipeWriter)>,
}

#[derive(Default)]
struct Shared {
    seen: Mutex<Seen>,
    changed: Condvar,
}

/// What the terminal was told so far.
#[derive(Default)]
struct Seen {
    screen: vt100::Parser,
    bytes: Vec<u8>,
    /// The reader has everything that will ever come.
    closed: bool,
    ended: Option<Ended>,
    /// The modes that the program left behind.
    after: String,
}

/// How the program ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Ended {
    /// By itself, with this status.
    Status(u32),
    /// Killed by this signal.
    Killed(String),
}

impl Pty {
    /// Runs xuncha in a terminal of `cols` × `rows`, with `env` and little else.
    pub(crate) fn spawn(args: &[&str], env: &[(&str, &str)], cols: u16, rows: u16) -> Self {
        Self::run(env!("CARGO_BIN_EXE_xuncha"), args, env, cols, rows)
    }

    /// Runs any program so.
    pub(crate) fn run(
        program: &str,
        args: &[&str],
        env: &[(&str, &str)],
        cols: u16,
        rows: u16,
    ) -> Self {
        let size = PtySize {
            rows,
            cols,
            pixel_width: 0,
            pixel_height: 0,
        };
        let pair = native_pty_system().openpty(size).expect("a pty");
        let master = file(pair.master.as_raw_fd().expect("its master side"));
        let name = pair.master.tty_name().expect("its name");
        let flags = OFlags::RDWR | OFlags::NOCTTY | OFlags::CLOEXEC;
        let tty = open(name, flags, Mode::empty()).expect("its other side");
        let before = modes(&tty);

        let mut command = CommandBuilder::new(program);
        command.args(args);
        command.cwd(env!("CARGO_MANIFEST_DIR"));
        command.env_clear();
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command.env("TERM", "xterm-256color");
        for (name, value) in env {
            command.env(name, value);
        }
        let mut child = pair
            .slave
            .spawn_command(command)
            .expect("the program starts");
        let pid = child
            .process_id()
            .and_then(|id| Pid::from_raw(id.cast_signed()));

        let shared = Arc::new(Shared::default());
        shared.lock().screen = vt100::Parser::new(rows, cols, 0);
        let waits = Arc::clone(&shared);
        thread::spawn(move || {
            let status = child.wait().expect("a child can be waited for");
            waits.tell(|seen| {
                seen.after = modes(&tty);
                seen.ended = Some(match status.signal() {
                    Some(signal) => Ended::Killed(signal.to_owned()),
                    None => Ended::Status(status.exit_code()),
                });
            });
            // Closing the last copy of this side lets the reader see the end.
            drop(tty);
        });
        let mut pty = Self {
            pid: pid.expect("a child has an id"),
            master: Some(master),
            before,
            shared,
            reader: None,
        };
        pty.listen();
        pty
    }

    /// Waits until the screen, as text without blanks at the ends of lines, is as wanted.
    pub(crate) fn wait_for(&self, wanted: impl Fn(&str) -> bool) -> String {
        text(&self.wait(|seen| seen.is_whole() && wanted(&text(seen))))
    }

    /// Waits until the bytes written so far are as wanted.
    pub(crate) fn wait_for_bytes(&self, wanted: impl Fn(&[u8]) -> bool) {
        drop(self.wait(|seen| wanted(&seen.bytes)));
    }

    /// All bytes that the program wrote so far.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        self.shared.lock().bytes.clone()
    }

    /// Looks at the screen: its cursor, its cells, its modes.
    pub(crate) fn look<T>(&self, at: impl FnOnce(&vt100::Screen) -> T) -> T {
        at(self.shared.lock().screen.screen())
    }

    /// Types.
    pub(crate) fn keys(&self, keys: &str) {
        self.master()
            .write_all(keys.as_bytes())
            .expect("the terminal takes keys");
    }

    /// Makes the window larger or smaller.
    pub(crate) fn resize(&self, cols: u16, rows: u16) {
        self.shared.lock().screen.screen_mut().set_size(rows, cols);
        let size = Winsize {
            ws_row: rows,
            ws_col: cols,
            ws_xpixel: 0,
            ws_ypixel: 0,
        };
        tcsetwinsize(self.master(), size).expect("the window can be resized");
    }

    /// Sends the program a signal.
    pub(crate) fn signal(&self, signal: Signal) {
        kill_process(self.pid, signal).expect("the program can be signalled");
    }

    /// From now on nobody reads what the program writes: it will block before long.
    pub(crate) fn stop_reading(&mut self) {
        if let Some((thread, wake)) = self.reader.take() {
            drop(wake);
            thread.join().expect("the reader ends");
        }
    }

    /// Reads (again).
    pub(crate) fn listen(&mut self) {
        let (awake, wake) = std::io::pipe().expect("a pipe");
        let mut master = file(self.master().as_raw_fd());
        let shared = Arc::clone(&self.shared);
        let thread = thread::spawn(move || {
            let mut bytes = [0; 4096];
            loop {
                let mut fds = [
                    PollFd::new(&master, PollFlags::IN),
                    PollFd::new(&awake, PollFlags::IN),
                ];
                poll(&mut fds, None).expect("a pty can be polled");
                if !fds[1].revents().is_empty() {
                    return;
                }
                match master.read(&mut bytes) {
                    Ok(count @ 1..) => shared.tell(|seen| {
                        seen.bytes.extend(&bytes[..count]);
                        seen.show(count);
                    }),
                    _ => return shared.tell(|seen| seen.closed = true),
                }
            }
        });
        self.reader = Some((thread, wake));
    }

    /// Closes the window with the program still in it.
    pub(crate) fn hang_up(&mut self) {
        self.stop_reading();
        self.master = None;
    }

    /// Waits for the end; afterwards everything that was written has been seen.
    pub(crate) fn exit_status(&mut self) -> Ended {
        let ended = self.wait_to_the_end();
        if self.reader.is_some() {
            let wait =
                self.shared
                    .changed
                    .wait_timeout_while(self.shared.lock(), DEADLINE, |seen| !seen.closed);
            let (seen, late) = wait.unwrap_or_else(PoisonError::into_inner);
            assert!(
                !late.timed_out(),
                "somebody still has the terminal\n{}",
                told(&seen)
            );
        }
        ended
    }

    /// As [`Self::exit_status`]; also compares the modes with those of the start.
    pub(crate) fn leaves_the_modes_as_found(&mut self) -> Ended {
        let ended = self.exit_status();
        let after = self.shared.lock().after.clone();
        assert_eq!(after, self.before, "the modes of the terminal");
        ended
    }

    /// Sends this signal again and again until the program has ended.
    pub(crate) fn ends_under(&mut self, signal: Signal) -> Ended {
        let again = Duration::from_millis(50);
        for _ in 0..DEADLINE.as_millis() / again.as_millis() {
            let seen = self.shared.lock();
            let wait = self
                .shared
                .changed
                .wait_timeout_while(seen, again, |seen| seen.ended.is_none());
            drop(wait);
            if self.shared.lock().ended.is_some() {
                break;
            }
            let _ = kill_process(self.pid, signal); // perhaps it has ended just now
        }
        self.exit_status()
    }

    /// What the system says about the program: `/proc/<id>/<what>`.
    #[cfg(target_os = "linux")]
    pub(crate) fn about(&self, what: &str) -> String {
        let path = format!("/proc/{}/{what}", self.pid.as_raw_nonzero());
        std::fs::read_to_string(path).expect("the program runs")
    }

    fn wait_to_the_end(&self) -> Ended {
        let wait = self
            .shared
            .changed
            .wait_timeout_while(self.shared.lock(), DEADLINE, |seen| seen.ended.is_none());
        let (seen, _) = wait.unwrap_or_else(PoisonError::into_inner);
        assert!(seen.ended.is_some(), "it does not end\n{}", told(&seen));
        seen.ended.clone().expect("just looked")
    }

    fn wait(&self, wanted: impl Fn(&Seen) -> bool) -> MutexGuard<'_, Seen> {
        let wait = self
            .shared
            .changed
            .wait_timeout_while(self.shared.lock(), DEADLINE, |seen| {
                !wanted(seen) && !seen.closed
            });
        let (seen, _) = wait.unwrap_or_else(PoisonError::into_inner);
        assert!(wanted(&seen), "waited in vain\n{}", told(&seen));
        seen
    }

    fn master(&self) -> &File {
        self.master.as_ref().expect("the line is up")
    }
}

impl Seen {
    /// Whether the last frame has come to its end.
    fn is_whole(&self) -> bool {
        let last = |mark: &[u8]| self.bytes.windows(mark.len()).rposition(|at| at == mark);
        last(b"\x1b[?2026h") <= last(b"\x1b[?2026l")
    }
}

impl Drop for Pty {
    fn drop(&mut self) {
        if self.shared.lock().ended.is_none() {
            let _ = kill_process(self.pid, Signal::KILL);
        }
        self.stop_reading();
    }
}

impl Seen {
    /// Lets the screen take the newest bytes. The emulator gives up where a wide character meets a window of one column
    /// that was larger a moment ago; then a new one takes the newest frame, which is drawn whole.
    fn show(&mut self, count: usize) {
        let (rows, columns) = self.screen.screen().size();
        let newest = &self.bytes[self.bytes.len() - count..];
        let screen = &mut self.screen;
        if catch_unwind(AssertUnwindSafe(|| screen.process(newest))).is_ok() {
            return;
        }
        let frame = String::from_utf8_lossy(&self.bytes)
            .rsplit("\x1b[?2026h")
            .next()
            .unwrap_or_default()
            .to_owned();
        let mut fresh = vt100::Parser::new(rows, columns, 0);
        if catch_unwind(AssertUnwindSafe(|| fresh.process(frame.as_bytes()))).is_ok() {
            self.screen = fresh;
        } else {
            self.screen = vt100::Parser::new(rows, columns, 0);
        }
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, Seen> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn tell(&self, news: impl FnOnce(&mut Seen)) {
        news(&mut self.lock());
        self.changed.notify_all();
    }
}

/// A copy of a descriptor that closes by itself.
fn file(of: RawFd) -> File {
    FileDescriptor::dup(&of)
        .and_then(|copy| copy.as_file())
        .expect("a copy of a descriptor")
}

/// Every mode, speed and control character of a terminal.
fn modes(tty: &OwnedFd) -> String {
    format!("{:#?}", tcgetattr(tty))
}

/// What is on the screen.
fn text(seen: &Seen) -> String {
    let contents = seen.screen.screen().contents();
    let lines: Vec<_> = contents.lines().map(str::trim_end).collect();
    lines.join("\n").trim_end().to_owned()
}

fn told(seen: &Seen) -> String {
    let mut told = String::new();
    let _ = writeln!(told, "ended: {:?}", seen.ended);
    let _ = writeln!(told, "{}", text(seen));
    let last = seen.bytes.len().saturating_sub(400);
    let _ = writeln!(told, "last bytes: {}", seen.bytes[last..].escape_ascii());
    told
}
