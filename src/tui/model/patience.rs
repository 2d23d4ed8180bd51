//! While a write is under way: what is typed is kept for afterwards; a write that takes long is said, and one can look around.

use super::{Model, Msg, Patience, Work};
use crate::domain::fault::Fault;
use crate::tui::action::Action;
use crate::tui::effect::Tone;
use crate::tui::keymap;

impl Model {
    /// A key or a pasted text while a write is under way.
    pub(super) fn meanwhile(&mut self, msg: Msg) -> Vec<Work> {
        let Msg::Key(key) = msg else {
            self.held.push(msg);
            return Vec::new();
        };
        if self.patience == Patience::Whole || !self.overlays.is_empty() {
            self.held.push(msg);
            return Vec::new();
        }
        match keymap::action_for(key, self.current) {
            Some(action) if only_looks(action) => self.act(action),
            _ => {
                self.say_plain(self.world.say.waits_on());
                Vec::new()
            }
        }
    }

    /// A write takes long: another program is in the way.
    pub(super) fn wait(&mut self) {
        if self.writing > 0 && self.patience == Patience::Whole {
            self.patience = Patience::Spent;
            self.say_plain(self.world.say.waits());
        }
    }

    /// Hears what was typed meanwhile, until the next write.
    pub(super) fn hear_held(&mut self) -> Vec<Work> {
        let mut work = Vec::new();
        while self.writing == 0 && !self.held.is_empty() {
            let msg = self.held.remove(0);
            work.extend(self.update(msg));
        }
        work
    }

    /// The same after a write that failed: the sentence stays in sight. Commands that waited for long were meant for what
    /// did not come about; they are dropped.
    pub(super) fn hear_held_after(&mut self, fault: &Fault) -> Vec<Work> {
        if std::mem::take(&mut self.patience) == Patience::Spent && self.overlays.is_empty() {
            self.held.clear();
        }
        if self.held.is_empty() {
            return Vec::new();
        }
        let work = self.hear_held();
        if self.notice.as_ref().is_none_or(|it| it.tone != Tone::Bad) {
            self.complain(fault);
        }
        work
    }
}

/// Whether a verb changes nothing but what is in sight.
fn only_looks(action: Action) -> bool {
    use Action as A;
    matches!(
        action,
        A::Up
            | A::Down
            | A::Left
            | A::Right
            | A::PageUp
            | A::PageDown
            | A::First
            | A::Last
            | A::NextPane
            | A::PrevPane
            | A::Back
            | A::Previous
            | A::Tab(_)
    )
}
