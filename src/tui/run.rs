//! The loop between terminal, model and store.
//!
//! The screen thread reads and never waits for a lock; another thread writes through its own connection.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::layout::{Rect, Size};

use super::desk::{answer, perform};
use super::effect::{Effect, Notice};
use super::frame;
use super::input::{self, Incoming, Sig};
use super::keymap::Key;
use super::look::Theme;
use super::model::{Model, Msg, Work};
use super::terminal::{Terminal, Trouble, on_panic};
use crate::domain::fault::Fault;
use crate::store::Store;
use crate::text::Lang;

/// How often the program looks whether somebody else wrote, and whether the day is over.
const WATCH: Duration = Duration::from_secs(1);
/// How long a request to end waits for a write that is under way.
const FAREWELL: Duration = Duration::from_millis(800);
/// Messages taken together before a frame is drawn.
const BURST: usize = 256;

/// Where nothing is being typed: what TSTP asks for; in raw mode the terminal doesn't turn it into one.
const CTRL_Z: KeyEvent = KeyEvent::new(KeyCode::Char('z'), KeyModifiers::CONTROL);

/// Why the screens could not be shown, or no longer.
pub(crate) enum Stopped {
    /// The terminal.
    Terminal(Trouble),
    /// The file.
    File(Fault),
}

/// What the loop hears.
enum Heard {
    In(Incoming),
    Msg(Msg),
}

/// Shows the screens until they are left; the exit status comes back.
pub(crate) fn run(store: Store, say: Lang, theme: Theme) -> Result<u8, Stopped> {
    on_panic(say);
    let writer = Store::open(store.path()).map_err(Stopped::File)?;
    let mut terminal = Terminal::enter().map_err(Stopped::Terminal)?;
    let size = terminal.size();
    let (to, from) = mpsc::channel();
    listen(&to).map_err(|why| Stopped::Terminal(Trouble::Io(why)))?;
    let (work, worker) = write_apart(writer, to, say);
    let mut model = Model::new(store.clock().now(), say, theme.look(), size);
    model.world.read_only = store.is_read_only();
    let mut program = Loop {
        model,
        store,
        work,
        from,
    };
    let status = match program.turn(&mut terminal) {
        // The write failed before the hang-up was heard.
        Err(Trouble::Gone) => Ok(program.end_of_line()),
        other => other,
    };
    drop(terminal);
    // What was under way is finished; the worker ends when nobody can give it work any more.
    drop(program);
    if matches!(status, Ok(0)) {
        // It says nothing that could still be shown.
        let _ = worker.join();
    }
    status.map_err(Stopped::Terminal)
}

/// Keys and signals into the one channel.
fn listen(to: &Sender<Heard>) -> std::io::Result<()> {
    let (keys, heard) = mpsc::channel();
    input::listen(&keys)?;
    let to = to.clone();
    thread::Builder::new().name("ear".into()).spawn(move || {
        for one in heard {
            if to.send(Heard::In(one)).is_err() {
                return;
            }
        }
    })?;
    Ok(())
}

/// A thread that does the work that may take a while.
fn write_apart(mut store: Store, to: Sender<Heard>, say: Lang) -> (Sender<Work>, JoinHandle<()>) {
    let (give, take) = mpsc::channel::<Work>();
    let worker = thread::spawn(move || {
        for work in take {
            let outcome = catch_unwind(AssertUnwindSafe(|| perform(&mut store, work, say)));
            let msg = outcome.unwrap_or_else(|_| Msg::Failed(Fault::Internal("panic".into())));
            if to.send(Heard::Msg(msg)).is_err() {
                return;
            }
        }
    });
    (give, worker)
}

struct Loop {
    model: Model,
    store: Store,
    work: Sender<Work>,
    from: Receiver<Heard>,
}

/// How the loop goes on.
enum Next {
    /// Something may look different.
    Draw,
    /// Nothing does.
    Wait,
    /// It is over, with this exit status.
    End(u8),
}

impl Loop {
    fn turn(&mut self, terminal: &mut Terminal) -> Result<u8, Trouble> {
        answer(&mut self.model, &self.store);
        self.draw(terminal)?;
        let mut looked = Instant::now();
        loop {
            let mut next = match self
                .from
                .recv_timeout(WATCH.saturating_sub(looked.elapsed()))
            {
                Ok(first) => self.hear_all(first, terminal)?,
                Err(RecvTimeoutError::Timeout) => Next::Wait,
                Err(RecvTimeoutError::Disconnected) => Next::End(1),
            };
            // Also while keys come without a pause.
            if looked.elapsed() >= WATCH && !matches!(next, Next::End(_)) {
                looked = Instant::now();
                if self.watch() {
                    next = Next::Draw;
                }
            }
            match next {
                Next::Draw => self.draw(terminal)?,
                Next::Wait => {}
                Next::End(status) => return Ok(status),
            }
        }
    }

    /// Hears what came, and what came with it.
    fn hear_all(&mut self, first: Heard, terminal: &mut Terminal) -> Result<Next, Trouble> {
        let mut next = Some(first);
        for _ in 0..BURST {
            let Some(heard) = next.take() else { break };
            if let Next::End(status) = self.hear(heard, terminal)? {
                return Ok(Next::End(status));
            }
            // Each key is about what the one before it brought on the screen.
            answer(&mut self.model, &self.store);
            next = self.from.try_recv().ok();
        }
        if let Some(left) = next {
            return self.hear(left, terminal);
        }
        Ok(Next::Draw)
    }

    fn hear(&mut self, heard: Heard, terminal: &mut Terminal) -> Result<Next, Trouble> {
        let msg = match heard {
            Heard::Msg(msg) => {
                if matches!(msg, Msg::Committed(_)) {
                    // Our own commit is no news.
                    let _ = self.store.outside_change();
                }
                msg
            }
            // In a form it takes back what was typed.
            Heard::In(Incoming::Key(event))
                if event == CTRL_Z && self.model.overlays.is_empty() =>
            {
                return self.signal(Sig::Stop, terminal);
            }
            Heard::In(Incoming::Key(event)) => match Key::from_event(&event) {
                Some(key) => Msg::Key(key),
                None => return Ok(Next::Wait),
            },
            Heard::In(Incoming::Paste(text)) => Msg::Paste(text),
            Heard::In(Incoming::Resized(width, height)) => {
                terminal.resized(width, height)?;
                Msg::Resized(terminal.size())
            }
            Heard::In(Incoming::Gone) => return Ok(Next::End(self.end_of_line())),
            Heard::In(Incoming::Signal(signal)) => return self.signal(signal, terminal),
        };
        self.model.update(Msg::Tick(self.store.clock().now()));
        let todo = self.model.update(msg);
        Ok(self.give(todo))
    }

    fn give(&mut self, todo: Vec<Work>) -> Next {
        for work in todo {
            if work == Work::Quit {
                return Next::End(0);
            }
            if self.work.send(work).is_err() {
                let gone = Fault::Internal("writer".into());
                self.model.update(Msg::Failed(gone));
            }
        }
        Next::Draw
    }

    fn signal(&mut self, signal: Sig, terminal: &mut Terminal) -> Result<Next, Trouble> {
        if let Some(status) = signal.status() {
            self.finish();
            return Ok(Next::End(status));
        }
        match signal {
            Sig::Stop if !terminal.suspend()? => {
                if let Effect::Say(notice) = Notice::plain(self.model.world.say.nowhere_to_stop()) {
                    self.model.update(Msg::Say(notice));
                }
            }
            Sig::Continue => terminal.resume()?,
            _ => {}
        }
        self.model.update(Msg::Resized(terminal.size()));
        Ok(Next::Draw)
    }

    /// The terminal is gone: as if the hang-up had been signalled.
    fn end_of_line(&mut self) -> u8 {
        self.finish();
        Sig::HangUp.status().unwrap_or(1)
    }

    /// A write that is under way gets a moment to finish.
    fn finish(&mut self) {
        while self.model.writing > 0 {
            match self.from.recv_timeout(FAREWELL) {
                Ok(Heard::Msg(msg)) => drop(self.model.update(msg)),
                Ok(Heard::In(_)) => {}
                Err(_) => break,
            }
        }
    }

    /// Once a second: is it another day, did somebody else write, is the file still there, does a write take long?
    /// Whether anything is to be drawn.
    fn watch(&mut self) -> bool {
        let before = self.model.world.now.date();
        self.model.update(Msg::Tick(self.store.clock().now()));
        let mut draw = before != self.model.world.now.date();
        if self.store.outside_change().unwrap_or(false) {
            self.model.update(Msg::Changed);
            draw = true;
        }
        if self.store.is_moved() != self.model.world.moved {
            self.model.update(Msg::Moved(!self.model.world.moved));
            draw = true;
        }
        if self.model.writing > 0 {
            self.model.update(Msg::Waiting);
            draw = true;
        }
        if draw {
            answer(&mut self.model, &self.store);
        }
        draw
    }

    fn draw(&mut self, terminal: &mut Terminal) -> Result<(), Trouble> {
        let model = &mut self.model;
        terminal.draw(|frame| {
            let Rect { width, height, .. } = frame.area();
            model.world.size = Size::new(width, height);
            if let Some(caret) = frame::view(model, frame.buffer_mut()) {
                frame.set_cursor_position(caret);
            }
        })
    }
}
