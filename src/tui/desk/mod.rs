//! The program without a terminal: keys go in, the window comes out as text.
//!
//! Everything happens at once and in order, so tests need no waiting; `--plain` prints a screen the same way.

pub(crate) mod verdict;

use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};

use super::action::ScreenId;
use super::frame;
use super::keymap::parse;
use super::look::Look;
use super::model::{Model, Msg, Work};
use crate::clock::Clock;
use crate::domain::change::Change;
use crate::store::Store;
use crate::text::{Lang, cells};

/// Rounds of questions and answers before a frame; a detail of a detail of a list takes three.
const ROUNDS: usize = 8;

/// A window onto a file, without a terminal.
pub struct Desk {
    store: Store,
    clock: Clock,
    model: Model,
    quit: bool,
}

impl Desk {
    /// Opens the first screen in a window of so many columns and rows, without colours.
    pub fn open(store: Store, say: Lang, columns: u16, rows: u16) -> Self {
        let clock = store.clock();
        let size = Size::new(columns, rows);
        let mut model = Model::new(clock.now(), say, Look::mono(), size);
        model.world.read_only = store.is_read_only();
        let mut desk = Self {
            store,
            clock,
            model,
            quit: false,
        };
        desk.answer();
        desk
    }

    /// Presses keys: `jj<enter>问题<C-s>`.
    pub fn keys(&mut self, text: &str) -> &mut Self {
        for key in parse(text) {
            self.hear(Msg::Key(key));
        }
        self
    }

    /// Pastes text in one piece.
    pub fn paste(&mut self, text: &str) -> &mut Self {
        self.hear(Msg::Paste(text.to_owned()));
        self
    }

    /// Makes the window another size.
    pub fn resize(&mut self, columns: u16, rows: u16) -> &mut Self {
        self.hear(Msg::Resized(Size::new(columns, rows)));
        self
    }

    /// Goes to a screen by its digit.
    pub fn screen(&mut self, digit: u8) -> &mut Self {
        let at = usize::from(digit).wrapping_sub(1);
        if let Some(screen) = ScreenId::ALL.get(at) {
            self.model.current = *screen;
            self.answer();
        }
        self
    }

    /// Lets somebody else write, and the window learn of it.
    pub fn meanwhile(&mut self, change: &Change) -> &mut Self {
        let outcome = self.store.apply(change);
        self.hear(outcome.map_or_else(Msg::Failed, |_| Msg::Changed));
        self
    }

    /// Learns of what other programs wrote, as the loop does once a second.
    pub fn look_again(&mut self) -> &mut Self {
        if self.store.outside_change().unwrap_or(false) {
            self.hear(Msg::Changed);
        }
        self
    }

    /// The window as text: wide characters once, no blanks at the ends of lines.
    pub fn text(&self) -> String {
        let buf = self.draw();
        let rows = buf.area.top()..buf.area.bottom();
        let lines: Vec<String> = rows.map(|y| line(&buf, y)).collect();
        lines.join("\n").trim_end().to_owned()
    }

    /// The same with a last line that changes when a colour or another attribute does.
    pub fn styled(&self) -> String {
        let buf = self.draw();
        let mut hash = 0xcbf2_9ce4_8422_2325_u64;
        for cell in &buf.content {
            let style = format!("{:?} {:?} {:?}", cell.fg, cell.bg, cell.modifier);
            for byte in style.bytes() {
                hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
            }
        }
        format!("{}\nstyle {hash:016x}", self.text())
    }

    /// Column and row of the caret, from 0; `None` while nothing is being typed.
    pub fn caret(&self) -> Option<(u16, u16)> {
        let at = frame::view(&self.model, &mut self.blank())?;
        Some((at.x, at.y))
    }

    /// Whether the program was left.
    pub fn has_quit(&self) -> bool {
        self.quit
    }

    /// The file, for looking at what was written.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// Closes the window and hands the file back.
    pub fn close(self) -> Store {
        self.store
    }

    fn blank(&self) -> Buffer {
        let Size { width, height } = self.model.world.size;
        Buffer::empty(Rect::new(0, 0, width, height))
    }

    fn draw(&self) -> Buffer {
        let mut buf = self.blank();
        frame::view(&self.model, &mut buf);
        buf
    }

    fn hear(&mut self, msg: Msg) {
        let mut todo = self.model.update(msg);
        while !todo.is_empty() {
            match todo.remove(0) {
                Work::Quit => self.quit = true,
                work => {
                    let outcome = perform(&mut self.store, work, self.model.world.say);
                    self.model.update(Msg::Tick(self.clock.now()));
                    todo.extend(self.model.update(outcome));
                }
            }
        }
        self.answer();
    }

    fn answer(&mut self) {
        answer(&mut self.model, &self.store);
    }
}

/// Asks the store until everything that is to be shown is there.
pub(super) fn answer(model: &mut Model, store: &Store) {
    for _ in 0..ROUNDS {
        let asks = model.asks();
        if asks.is_empty() {
            return;
        }
        for query in asks {
            let answer = store.ask(&query);
            model.answered(query, answer);
        }
    }
}

/// Does a piece of work on the store and says what came of it.
pub(super) fn perform(store: &mut Store, work: Work, say: Lang) -> Msg {
    match work {
        Work::Write(change) => match store.apply(&change) {
            Ok(receipt) => Msg::Committed(receipt),
            Err(fault) => Msg::Failed(fault),
        },
        Work::Verify => match store.verify() {
            Ok(verdict) => Msg::Say(verdict::notice(&verdict, say)),
            Err(fault) => Msg::Say(verdict::trouble(&fault, say)),
        },
        Work::Quit => Msg::Changed,
    }
}

/// One row of the window; the blank behind a wide character is left out.
fn line(buf: &Buffer, y: u16) -> String {
    let mut text = String::new();
    let mut x = buf.area.left();
    while x < buf.area.right() {
        let symbol = buf[(x, y)].symbol();
        text.push_str(symbol);
        x = x.saturating_add(cells::to_u16(cells::width(symbol).max(1)));
    }
    text.trim_end().to_owned()
}
