//! Everything the terminal interface knows, and what can happen to it.
//!
//! `update` is the only door in, `asks` and [`Work`] the only ways out: nothing here touches terminal, store or clock.

mod actions;
mod effects;
mod patience;
#[cfg(test)]
mod tests;
mod update;

use std::collections::HashSet;
use std::sync::Arc;

use chrono::NaiveDateTime;
use ratatui::layout::Size;

use super::action::ScreenId;
use super::effect::Notice;
use super::keymap::Key;
use super::look::Look;
use super::overlay::Overlay;
use super::screen::{Answers, Cx};
use super::screens::Screens;
use crate::domain::answer::{Answer, Register};
use crate::domain::change::{Change, Receipt};
use crate::domain::fault::Fault;
use crate::domain::query::Query;
use crate::text::Lang;

/// Answers kept before those no longer shown are forgotten.
const KEPT: usize = 200;
/// Places that Backspace can come back to.
const PLACES: usize = 50;

/// What happens to the model.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Msg {
    /// A key went down.
    Key(Key),
    /// Text was pasted, in one piece.
    Paste(String),
    /// The window has this size now.
    Resized(Size),
    /// It is so late.
    Tick(NaiveDateTime),
    /// What was asked to be written is in the file.
    Committed(Receipt),
    /// What was asked did not happen.
    Failed(Fault),
    /// Somebody else changed the file.
    Changed,
    /// A write is still under way, and not just begun.
    Waiting,
    /// The file is no longer in its place, or it is again.
    Moved(bool),
    /// Something to say in the notice line.
    Say(Notice),
}

/// What the model wants done outside.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Work {
    /// Write this; answer with `Committed` or `Failed`.
    Write(Box<Change>),
    /// Walk the log and compare; answer with `Say` or `Failed`.
    Verify,
    /// Leave the program.
    Quit,
}

/// What screens and overlays read.
#[derive(Debug)]
pub(crate) struct World {
    pub(crate) answers: Answers,
    pub(crate) book: Arc<Register>,
    pub(crate) now: NaiveDateTime,
    pub(crate) say: Lang,
    pub(crate) look: Look,
    /// The whole window.
    pub(crate) size: Size,
    pub(crate) clues: bool,
    /// The file cannot be written.
    pub(crate) read_only: bool,
    /// The file is not in its place: nothing can be saved.
    pub(crate) moved: bool,
}

impl World {
    /// With `size` cells for whoever reads it.
    pub(crate) fn cx(&self, size: Size) -> Cx<'_> {
        Cx {
            answers: &self.answers,
            book: &self.book,
            today: self.now.date(),
            now: self.now,
            say: self.say,
            look: &self.look,
            size,
            clues: self.clues,
        }
    }
}

/// Who hears what came of a write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Writer {
    /// Nobody but the notice line.
    Screen,
    /// The topmost overlay, which stayed open for it.
    Overlay,
}

/// How long a write has taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Patience {
    /// As long as ever.
    #[default]
    Whole,
    /// So long that it was said.
    Spent,
}

/// A place that Backspace comes back to.
#[derive(Debug)]
struct Place {
    /// Which screen it was.
    screen: ScreenId,
    /// A screen that was changed by leaving (its filter, its selection), and how all of them stood before.
    before: Option<(ScreenId, Box<Screens>)>,
}

/// The terminal interface, whole.
#[derive(Debug)]
pub(crate) struct Model {
    pub(crate) world: World,
    pub(crate) screens: Screens,
    pub(crate) current: ScreenId,
    /// The topmost is the last.
    pub(crate) overlays: Vec<Overlay>,
    pub(crate) notice: Option<Notice>,
    /// When the last write came back.
    pub(crate) saved: Option<NaiveDateTime>,
    /// Writes under way.
    pub(crate) writing: u32,
    patience: Patience,
    back: Vec<Place>,
    /// Whether the register is what the file holds now.
    book_fresh: bool,
    /// Questions that failed; not asked again before something changes.
    unanswered: HashSet<Query>,
    writer: Writer,
    /// What was typed while a write was under way; it is heard afterwards, about what is then.
    held: Vec<Msg>,
    /// The filter as it was when its prompt was opened: Esc goes back to it.
    filter_before: Option<String>,
    /// A village is being chosen for a new visit.
    visit_asked: bool,
    /// Ctrl+C was pressed once.
    leaving: bool,
}

impl Model {
    /// At the first screen.
    pub(crate) fn new(now: NaiveDateTime, say: Lang, look: Look, size: Size) -> Self {
        Self {
            world: World {
                answers: Answers::default(),
                book: Arc::new(Register::empty()),
                now,
                say,
                look,
                size,
                clues: false,
                read_only: false,
                moved: false,
            },
            screens: Screens::default(),
            current: ScreenId::Today,
            overlays: Vec::new(),
            notice: None,
            saved: None,
            writing: 0,
            patience: Patience::default(),
            back: Vec::new(),
            book_fresh: false,
            unanswered: HashSet::new(),
            writer: Writer::Screen,
            held: Vec::new(),
            filter_before: None,
            visit_asked: false,
            leaving: false,
        }
    }

    /// What the screen reads: its own part of the window.
    pub(crate) fn cx(&self) -> Cx<'_> {
        self.world.cx(self.screen_size())
    }

    /// What an overlay reads: the whole window.
    pub(crate) fn overlay_cx(&self) -> Cx<'_> {
        self.world.cx(self.world.size)
    }

    fn screen_size(&self) -> Size {
        super::frame::regions(self.world.size).screen.as_size()
    }

    /// The question that the header's figures answer.
    pub(crate) fn header_query(&self) -> Query {
        Query::Header {
            today: self.world.now.date(),
            clues: self.world.clues,
        }
    }

    /// Questions to ask now: what is to be shown and not yet answered. Asked again after their answers came, for a
    /// detail follows from a list; empty once everything is there.
    pub(crate) fn asks(&mut self) -> Vec<Query> {
        // At first who sits here and what the round is: what a screen asks for follows from it.
        let no_book = !self.book_fresh && self.world.book.round.is_none();
        if no_book && !self.unanswered.contains(&Query::Register) {
            return vec![Query::Register];
        }
        let cx = self.world.cx(self.screen_size());
        self.screens.get_mut(self.current).settle(&cx);
        let mut needs = vec![self.header_query()];
        if !self.book_fresh {
            needs.push(Query::Register);
        }
        needs.extend(self.screens.get(self.current).needs(&cx));
        let whole = self.world.cx(self.world.size);
        for overlay in &mut self.overlays {
            overlay.settle(&whole);
            needs.extend(overlay.needs(&whole));
        }
        let missing = |answers: &Answers| -> Vec<Query> {
            let mut seen = HashSet::new();
            needs
                .iter()
                .filter(|query| !answers.has(query) && !self.unanswered.contains(query))
                .filter(|query| seen.insert((*query).clone()))
                .cloned()
                .collect()
        };
        let asks = missing(&self.world.answers);
        if asks.is_empty() || self.world.answers.len() <= KEPT {
            return asks;
        }
        self.world.answers.clear();
        missing(&self.world.answers)
    }

    /// Hears the answer to a question.
    pub(crate) fn answered(&mut self, query: Query, answer: Result<Answer, Fault>) {
        match answer {
            Ok(Answer::Register(book)) => {
                self.world.book = book;
                self.book_fresh = true;
            }
            Ok(answer) => self.world.answers.put(query, answer),
            Err(fault) => {
                self.unanswered.insert(query);
                self.complain(&fault);
            }
        }
    }

    /// Everything read so far may be different now.
    fn forget(&mut self, book_too: bool) {
        self.world.answers.clear();
        self.unanswered.clear();
        if book_too {
            self.book_fresh = false;
        }
    }
}
